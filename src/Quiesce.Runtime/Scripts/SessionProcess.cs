using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Scripts;

/// <summary>
/// A program started as a host should start it: in a session of its own, with nothing open but an empty standard input and two pipes, and with every signal as the system
/// delivers it. Its end is an event on a descriptor, not something to look for.
/// </summary>
internal sealed unsafe class SessionProcess : IDisposable
{
    /// <summary>The C library's spawn objects are opaque; the larger one has 336 bytes.</summary>
    private const int SpawnObjectSize = 512;
    private const int FirstBesideStandard = 3;
    private const int SignalledBase = 128;

    private readonly Descriptor _process;
    private int? _exitStatus;

    private SessionProcess(int id, Descriptor process)
    {
        Id = id;
        _process = process;
    }

    /// <summary>The process id, and the id of the session that it leads.</summary>
    public int Id { get; }

    public OutputPipe StandardOutput { get; private init; } = null!;

    public OutputPipe StandardError { get; private init; } = null!;

    /// <summary>Readable once the program has ended.</summary>
    public int EndDescriptor => _process.Number;

    /// <summary>The exit status as a shell gives it: 128 and the signal's number for a program that a signal ended. Reaps the process; only to be asked once it has ended.</summary>
    public int ExitStatus
    {
        get
        {
            if (_exitStatus is { } known)
                return known;

            int status;
            while (LibC.waitpid(Id, out status, 0) < 0 && LibC.LastError == Errno.EINTR)
            {
                // A signal handler of the process we live in interrupted the call.
            }

            int signal = status & 0x7F;
            _exitStatus = signal == 0 ? (status >> 8) & 0xFF : SignalledBase + signal;
            return _exitStatus.Value;
        }
    }

    public static SessionProcess Start(ProgramStart start)
    {
        var output = new OutputPipe();
        var error = new OutputPipe();
        try
        {
            int id = Spawn(start, output.WriteEnd.Number, error.WriteEnd.Number);
            Descriptor process = Watch(id);
            output.WriteEnd.Dispose();
            error.WriteEnd.Dispose();
            return new SessionProcess(id, process) { StandardOutput = output, StandardError = error };
        }
        catch
        {
            output.Dispose();
            error.Dispose();
            throw;
        }
    }

    /// <summary>Tries what every start needs, before anything is started.</summary>
    /// <exception cref="OutcomeException">This machine does not let a process be watched.</exception>
    public static void RequireSupport()
    {
        try
        {
            Descriptor.Own(LibC.pidfd_open(LibC.getpid(), 0), "pidfd_open").Dispose();
        }
        catch (IOException refused)
        {
            throw new OutcomeException(OutcomeCatalogue.MachineUnfit, $"no process can be watched here, and so no script be run ({refused.Message})");
        }
    }

    /// <summary>For whoever does not ask for the status: until then the process stays as a zombie.</summary>
    public void Reap() => _ = ExitStatus;

    /// <summary>Ends the program and what is still in its group, unasked. Once it was reaped its number may be another's.</summary>
    public void Kill()
    {
        if (_exitStatus is null)
            LibC.kill(-Id, SignalSet.SIGKILL);
    }

    public void Dispose()
    {
        _process.Dispose();
        StandardOutput.Dispose();
        StandardError.Dispose();
    }

    /// <summary>What cannot be watched must not go on: it has hardly begun.</summary>
    private static Descriptor Watch(int id)
    {
        try
        {
            return Descriptor.Own(LibC.pidfd_open(id, 0), "pidfd_open");
        }
        catch (IOException refused)
        {
            LibC.kill(-id, SignalSet.SIGKILL);
            while (LibC.waitpid(id, out _, 0) < 0 && LibC.LastError == Errno.EINTR)
            {
                // As above.
            }

            throw new IOException($"it was begun, cannot be watched, and was ended at once ({refused.Message})", refused);
        }
    }

    private static int Spawn(ProgramStart start, int output, int error)
    {
        byte* actions = stackalloc byte[SpawnObjectSize];
        byte* attributes = stackalloc byte[SpawnObjectSize];
        LibC.posix_spawn_file_actions_init(actions);
        LibC.posix_spawnattr_init(attributes);
        byte** arguments = Vector(start.Command);
        byte** variables = Vector(start.Environment);
        try
        {
            LibC.posix_spawn_file_actions_addopen(actions, 0, "/dev/null", LibC.O_RDONLY, 0);
            LibC.posix_spawn_file_actions_adddup2(actions, output, 1);
            LibC.posix_spawn_file_actions_adddup2(actions, error, 2);
            LibC.posix_spawn_file_actions_addclosefrom_np(actions, FirstBesideStandard);
            if (start.WorkingFolder is { } folder)
                LibC.posix_spawn_file_actions_addchdir_np(actions, folder);

            // The .NET runtime ignores SIGPIPE, and whoever started us may have ignored or blocked others.
            SignalSet none = default;
            SignalSet all = SignalSet.All;
            LibC.posix_spawnattr_setsigmask(attributes, &none);
            LibC.posix_spawnattr_setsigdefault(attributes, &all);
            LibC.posix_spawnattr_setflags(attributes, LibC.POSIX_SPAWN_SETSID | LibC.POSIX_SPAWN_SETSIGMASK | LibC.POSIX_SPAWN_SETSIGDEF);

            int failure = LibC.posix_spawnp(out int id, start.Command[0], actions, attributes, arguments, variables);
            return failure == 0 ? id : throw new IOException(start.Command[0] + ": " + LibC.Describe(failure));
        }
        finally
        {
            Free(arguments);
            Free(variables);
            LibC.posix_spawnattr_destroy(attributes);
            LibC.posix_spawn_file_actions_destroy(actions);
        }
    }

    private static byte** Vector(IReadOnlyList<string> texts)
    {
        var vector = (byte**)NativeMemory.AllocZeroed((nuint)texts.Count + 1, (nuint)sizeof(byte*));
        foreach ((int index, string text) in texts.Index())
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
