using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Quiesce.Runtime.Interop;

/// <summary>
/// Starts a program in a session of its own that inherits exactly the descriptors named, under the same numbers, and begins with the requests to end blocked.
/// </summary>
internal static unsafe class ChildProcess
{
    public static int Start(IReadOnlyList<string> command, IReadOnlyCollection<int> inherited, IEnumerable<string> environment)
    {
        // A signal that nohup made our caller ignore would never become pending.
        using var request = new SpawnRequest(blocked: SignalSet.RequestsToEnd, asUsual: SignalSet.RequestsToEnd);
        for (int standard = 0; standard <= 2; standard++)
            request.OpenEmpty(standard, LibC.O_RDWR);
        foreach (int descriptor in inherited)
            request.HandOn(descriptor, under: descriptor);
        foreach (int stray in StrayDescriptors().Except(inherited))
            request.Close(stray);
        return request.Start(command, environment);
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
}
