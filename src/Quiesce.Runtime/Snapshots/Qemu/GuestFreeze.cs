using System;
using System.Globalization;
using System.Threading;

namespace Quiesce.Runtime.Snapshots.Qemu;

/// <summary>The freeze that a guest's agent makes, as short as the instant it is for.</summary>
internal sealed class GuestFreeze : IDisposable
{
    /// <summary>The agent runs its freeze hook first, which brings the applications to rest.</summary>
    private static readonly TimeSpan s_mostForHookAndFreeze = TimeSpan.FromSeconds(60);

    private readonly string _socket;
    private readonly Monitor _agent;

    private GuestFreeze(string socket, Monitor agent) => (_socket, _agent) = (socket, agent);

    /// <summary>What is to be said of it in the report.</summary>
    public string Note { get; private set; } = "";

    public static GuestFreeze Prepare(string socket, CancellationToken cancellation)
    {
        Monitor agent = Monitor.OfGuestAgent(socket, cancellation);
        try
        {
            string status = agent.Execute("guest-fsfreeze-status", null, cancellation).Text;
            return status == "thawed"
                ? new GuestFreeze(socket, agent)
                : throw new SnapshotException($"the guest's file systems are {status} already: somebody else takes a snapshot of it, or was killed while doing so. If nobody does any more, send 'guest-fsfreeze-thaw' to its agent");
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
        long frozen;
        try
        {
            frozen = _agent.Execute("guest-fsfreeze-freeze", null, s_mostForHookAndFreeze, cancellation).Number;
            instant();
        }
        catch (Exception failure)
        {
            ThawAfter(failure);
            throw;
        }

        long thawed = Thaw();
        if (frozen == 0)
            throw new SnapshotException("the guest's agent froze nothing; see its freeze hook's log in the guest");
        if (thawed < frozen)
            throw new SnapshotException($"the guest's agent froze {frozen} file systems and found only {thawed} of them still frozen");
        Note = string.Create(CultureInfo.InvariantCulture, $"the guest's agent froze {frozen} file systems for it, {MonotonicClock.NowInMilliseconds - asked:F0} ms with its hook");
    }

    public void Dispose() => _agent.Dispose();

    /// <summary>The failure is what is to be told; a guest that stays frozen is to be told as well.</summary>
    private void ThawAfter(Exception failure)
    {
        try
        {
            Thaw();
        }
        catch (SnapshotException left)
        {
            throw new SnapshotException($"{failure.Message}; {left.Message}", failure);
        }
    }

    /// <summary>
    /// Also after a failure and a cancellation: the agent answers in order, so a freeze that is still under way is thawed right behind it. Where the connection is what failed, another one is made.
    /// </summary>
    private long Thaw()
    {
        try
        {
            return Thaw(_agent);
        }
        catch (SnapshotException)
        {
            // The agent has one client at a time.
            _agent.Dispose();
        }

        try
        {
            using Monitor again = Monitor.OfGuestAgent(_socket, CancellationToken.None);
            return Thaw(again);
        }
        catch (SnapshotException unanswered)
        {
            throw new SnapshotException($"the guest could not be told to thaw and may still be frozen ({unanswered.Message}): send 'guest-fsfreeze-thaw' to its agent, or restart it", unanswered);
        }
    }

    private static long Thaw(Monitor agent) => agent.Execute("guest-fsfreeze-thaw", null, s_mostForHookAndFreeze, CancellationToken.None).Number;
}
