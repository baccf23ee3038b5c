using System.Runtime.InteropServices;

namespace Quiesce.Runtime.Interop;

internal static partial class LibC
{
    public const short POSIX_SPAWN_SETSIGDEF = 0x04;
    public const short POSIX_SPAWN_SETSIGMASK = 0x08;
    public const short POSIX_SPAWN_SETSID = 0x80;
    public const uint PIDFD_THREAD = 0x80;
    public const int P_PID = 1;
    public const int WEXITED = 4;
    public const int PRIO_PROCESS = 0;
    public const int HighestPriority = -20;

    private const nint NumberOfPidFdSendSignal = 424;
    private const nint NumberOfPidFdOpen = 434;

    /// <summary>Older C libraries have no wrapper for it.</summary>
    public static int pidfd_open(int process, uint flags) => (int)syscall(NumberOfPidFdOpen, process, (nint)flags, 0, 0);

    public static int pidfd_send_signal(int descriptor, int signal) => (int)syscall(NumberOfPidFdSendSignal, descriptor, signal, 0, 0);

    [LibraryImport(Library, SetLastError = true)]
    private static partial nint syscall(nint number, nint first, nint second, nint third, nint fourth);

    [LibraryImport(Library)]
    public static partial int getpid();

    [LibraryImport(Library)]
    public static partial int gettid();

    [LibraryImport(Library)]
    public static partial uint geteuid();

    [LibraryImport(Library, SetLastError = true)]
    public static partial int kill(int process, int signal);

    /// <summary>On Linux the calling thread's, where <paramref name="process"/> is 0.</summary>
    [LibraryImport(Library)]
    public static partial int getpriority(int kind, int process);

    /// <inheritdoc cref="getpriority"/>
    [LibraryImport(Library)]
    public static partial int setpriority(int kind, int process, int priority);

    [LibraryImport(Library, SetLastError = true)]
    public static unsafe partial int waitid(int kind, int process, void* information, int options);

    [LibraryImport(Library, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int chdir(string path);

    [LibraryImport(Library)]
    public static unsafe partial int posix_spawnattr_init(void* attributes);

    [LibraryImport(Library)]
    public static unsafe partial int posix_spawnattr_destroy(void* attributes);

    [LibraryImport(Library)]
    public static unsafe partial int posix_spawnattr_setflags(void* attributes, short flags);

    [LibraryImport(Library)]
    public static unsafe partial int posix_spawnattr_setsigmask(void* attributes, SignalSet* signals);

    [LibraryImport(Library)]
    public static unsafe partial int posix_spawnattr_setsigdefault(void* attributes, SignalSet* signals);

    [LibraryImport(Library)]
    public static unsafe partial int posix_spawn_file_actions_init(void* actions);

    [LibraryImport(Library)]
    public static unsafe partial int posix_spawn_file_actions_destroy(void* actions);

    [LibraryImport(Library)]
    public static unsafe partial int posix_spawn_file_actions_adddup2(void* actions, int descriptor, int target);

    [LibraryImport(Library)]
    public static unsafe partial int posix_spawn_file_actions_addclose(void* actions, int descriptor);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial int posix_spawn_file_actions_addopen(void* actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial int posix_spawnp(out int process, string file, void* actions, void* attributes, byte** arguments, byte** environment);
}
