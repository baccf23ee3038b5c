using System;
using System.Globalization;
using System.Threading;

namespace Quiesce.Runtime.Snapshots.Qemu;

/// <summary>The freeze that a guest's agent makes, as short as the instant it is for.</summary>
internal sealed class GuestFreeze : IDisposable
{
    /// <summary>The agent runs its freeze hook first, which brings the applications to rest.</summary>
    private static readonly TimeSpan s_mostForHookAndFreeze = TimeSpan.FromSeconds(60);

    private readonly Monitor _agent;

    private GuestFreeze(Monitor agent) => _agent = agent;

    /// <summary>What is to be said of it in the report.</summary>
    public string Note { get; private set; } = "";

    public static GuestFreeze Prepare(string socket, CancellationToken cancellation)
    {
        Monitor agent = Monitor.OfGuestAgent(socket, cancellation);
        try
        {
            string status = agent.Execute("guest-fsfreeze-status", null, cancellation).GetString() ?? "";
            return status == "thawed" ? new GuestFreeze(agent) : throw new SnapshotException($"the guest's file systems are {status} already: somebody else takes a snapshot of it");
        }
        catch
        {
            agent.Dispose();
            throw;
        }
    }

    public void During(Action instant, CancellationToken cancellation)
    {
        double asked = MonotonicClock.NowInMilliseconds;
        int frozen;
        int thawed;
        try
        {
            frozen = _agent.Execute("guest-fsfreeze-freeze", null, s_mostForHookAndFreeze, cancellation).GetInt32();
            instant();
        }
        finally
        {
            // Also after a failure and a cancellation: the agent answers in order, so a freeze that is still under way is thawed right behind it.
            thawed = _agent.Execute("guest-fsfreeze-thaw", null, s_mostForHookAndFreeze, CancellationToken.None).GetInt32();
        }

        if (frozen == 0)
            throw new SnapshotException("the guest's agent froze nothing; see its freeze hook's log in the guest");
        if (thawed < frozen)
            throw new SnapshotException($"the guest's agent froze {frozen} file systems and found only {thawed} of them still frozen");
        Note = string.Create(CultureInfo.InvariantCulture, $"the guest's agent froze {frozen} file systems for it, {MonotonicClock.NowInMilliseconds - asked:F0} ms with its hook");
    }

    public void Dispose() => _agent.Dispose();
}
