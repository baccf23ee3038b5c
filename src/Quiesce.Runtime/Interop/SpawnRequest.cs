using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace Quiesce.Runtime.Interop;

/// <summary>
/// What <c>posix_spawn</c> is told of a program that starts in a session of its own. <c>System.Diagnostics.Process</c> can tell it neither which descriptors to hand on nor which signals to
/// begin with.
/// </summary>
internal sealed unsafe class SpawnRequest : IDisposable
{
    /// <summary>Both objects are opaque and at most 336 bytes on every C library of Linux.</summary>
    private const int ObjectSize = 512;

    private readonly byte* _actions = (byte*)NativeMemory.AllocZeroed(ObjectSize);
    private readonly byte* _attributes = (byte*)NativeMemory.AllocZeroed(ObjectSize);

    /// <param name="blocked">What the program begins with blocked.</param>
    /// <param name="asUsual">What it begins with as the system delivers it: whoever started us may have ignored it, and so does the .NET runtime with SIGPIPE.</param>
    public SpawnRequest(SignalSet blocked, SignalSet asUsual)
    {
        LibC.posix_spawn_file_actions_init(_actions);
        LibC.posix_spawnattr_init(_attributes);
        LibC.posix_spawnattr_setsigmask(_attributes, &blocked);
        LibC.posix_spawnattr_setsigdefault(_attributes, &asUsual);
        LibC.posix_spawnattr_setflags(_attributes, LibC.POSIX_SPAWN_SETSID | LibC.POSIX_SPAWN_SETSIGMASK | LibC.POSIX_SPAWN_SETSIGDEF);
    }

    public void OpenEmpty(int descriptor, int flags) => LibC.posix_spawn_file_actions_addopen(_actions, descriptor, "/dev/null", flags, 0);

    /// <summary>Duplicated onto itself a descriptor loses its close-on-exec flag, in the program only.</summary>
    public void HandOn(int descriptor, int under) => LibC.posix_spawn_file_actions_adddup2(_actions, descriptor, under);

    public void Close(int descriptor) => LibC.posix_spawn_file_actions_addclose(_actions, descriptor);

    public void CloseFrom(int descriptor) => LibC.posix_spawn_file_actions_addclosefrom_np(_actions, descriptor);

    public void StartIn(string folder) => LibC.posix_spawn_file_actions_addchdir_np(_actions, folder);

    /// <returns>The process id.</returns>
    /// <exception cref="IOException">The kernel does not start it.</exception>
    public int Start(IReadOnlyList<string> command, IEnumerable<string> environment)
    {
        byte** arguments = Vector(command);
        byte** variables = Vector(environment);
        try
        {
            int error = LibC.posix_spawnp(out int process, command[0], _actions, _attributes, arguments, variables);
            return error == 0 ? process : throw new IOException(command[0] + ": " + LibC.Describe(error));
        }
        finally
        {
            Free(arguments);
            Free(variables);
        }
    }

    public void Dispose()
    {
        LibC.posix_spawnattr_destroy(_attributes);
        LibC.posix_spawn_file_actions_destroy(_actions);
        NativeMemory.Free(_attributes);
        NativeMemory.Free(_actions);
    }

    private static byte** Vector(IEnumerable<string> texts)
    {
        string[] all = [.. texts];
        var vector = (byte**)NativeMemory.AllocZeroed((nuint)all.Length + 1, (nuint)sizeof(byte*));
        foreach ((int index, string text) in all.Index())
            vector[index] = (byte*)Marshal.StringToCoTaskMemUTF8(text);
        return vector;
    }

    private static void Free(byte** vector)
    {
        for (byte** text = vector; *text != null; text++)
            Marshal.FreeCoTaskMem((nint)(*text));
        NativeMemory.Free(vector);
    }
}
