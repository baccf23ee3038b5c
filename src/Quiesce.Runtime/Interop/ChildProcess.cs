using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace Quiesce.Runtime.Interop;

/// <summary>
/// Starts a program in a session of its own that inherits exactly the descriptors named, under the same numbers, and begins with the requests to end blocked.
/// <c>System.Diagnostics.Process</c> can do neither: it hands on whatever is not closed on exec, and lets the program start with signals open.
/// </summary>
internal static unsafe class ChildProcess
{
    /// <summary>Both objects are opaque and at most 336 bytes on every C library of Linux.</summary>
    private const int SpawnObjectSize = 512;

    public static int Start(IReadOnlyList<string> command, IReadOnlyCollection<int> inherited, IEnumerable<string> environment)
    {
        byte* actions = stackalloc byte[SpawnObjectSize];
        byte* attributes = stackalloc byte[SpawnObjectSize];
        LibC.posix_spawn_file_actions_init(actions);
        LibC.posix_spawnattr_init(attributes);
        byte** arguments = Vector(command);
        byte** variables = Vector(environment);
        try
        {
            for (int standard = 0; standard <= 2; standard++)
                LibC.posix_spawn_file_actions_addopen(actions, standard, "/dev/null", LibC.O_RDWR, 0);
            // Duplicated onto itself a descriptor loses its close-on-exec flag, in the child only.
            foreach (int descriptor in inherited)
                LibC.posix_spawn_file_actions_adddup2(actions, descriptor, descriptor);
            foreach (int stray in StrayDescriptors())
            {
                if (!inherited.Contains(stray))
                    LibC.posix_spawn_file_actions_addclose(actions, stray);
            }

            SignalSet requests = SignalSet.RequestsToEnd;
            LibC.posix_spawnattr_setsigmask(attributes, &requests);
            // A signal that nohup made our caller ignore would never become pending.
            LibC.posix_spawnattr_setsigdefault(attributes, &requests);
            LibC.posix_spawnattr_setflags(attributes, LibC.POSIX_SPAWN_SETSID | LibC.POSIX_SPAWN_SETSIGMASK | LibC.POSIX_SPAWN_SETSIGDEF);

            int error = LibC.posix_spawnp(out int process, command[0], actions, attributes, arguments, variables);
            return error == 0 ? process : throw new IOException(command[0] + ": " + LibC.Describe(error));
        }
        finally
        {
            Free(arguments);
            Free(variables);
            LibC.posix_spawnattr_destroy(attributes);
            LibC.posix_spawn_file_actions_destroy(actions);
        }
    }

    /// <summary>Waits for a child that is known to have ended, so that it does not stay as a zombie.</summary>
    public static void Reap(int process) => LibC.waitid(LibC.P_PID, process, null, LibC.WEXITED);

    /// <summary>What our own caller left open in us. A child that outlives us would keep its pipes from ending.</summary>
    private static IEnumerable<int> StrayDescriptors()
    {
        foreach (string path in Directory.EnumerateFileSystemEntries("/proc/self/fd"))
        {
            int descriptor = int.Parse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture);
            if (descriptor > 2 && LibC.fcntl(descriptor, LibC.F_GETFD, 0) == 0)
                yield return descriptor;
        }
    }

    private static byte** Vector(IEnumerable<string> texts)
    {
        string[] all = texts.ToArray();
        var vector = (byte**)NativeMemory.AllocZeroed((nuint)all.Length + 1, (nuint)sizeof(byte*));
        for (int i = 0; i < all.Length; i++)
            vector[i] = (byte*)Marshal.StringToCoTaskMemUTF8(all[i]);
        return vector;
    }

    private static void Free(byte** vector)
    {
        for (byte** text = vector; *text != null; text++)
            Marshal.FreeCoTaskMem((nint)(*text));
        NativeMemory.Free(vector);
    }
}
