using System;
using System.IO;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Scripts;

/// <summary>
/// A program started as a host should start it: in a session of its own, with nothing open but an empty standard input and two pipes, and with every signal as the system
/// delivers it. Its end is an event on a descriptor, not something to look for.
/// </summary>
internal sealed class SessionProcess : IDisposable
{
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
        using var request = new SpawnRequest(blocked: default, asUsual: SignalSet.All);
        request.OpenEmpty(0, LibC.O_RDONLY);
        request.HandOn(output, under: 1);
        request.HandOn(error, under: 2);
        request.CloseFrom(FirstBesideStandard);
        if (start.WorkingFolder is { } folder)
            request.StartIn(folder);
        return request.Start(start.Command, start.Environment);
    }
}
