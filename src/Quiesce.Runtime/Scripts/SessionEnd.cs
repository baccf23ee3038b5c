using System;
using System.Collections.Generic;
using System.Linq;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Scripts;

/// <summary>
/// Ends a script that ran out of time or failed, with everything it started. First the script's own session is asked to end: what it moved into other sessions – a holder, a client
/// with a lock – is for the script to wind down, and gets as long to notice. Then whatever of that is left is asked itself – a daemon that the script started may have files to close –
/// and at last whatever is left is made to.
/// </summary>
internal static class SessionEnd
{
    /// <summary>What a program has to give back locks and undo its steps after SIGTERM, at most.</summary>
    public static readonly TimeSpan MostGrace = TimeSpan.FromSeconds(2);

    /// <summary>A killed process is gone at once, unless it sleeps uninterruptibly; waiting longer would not end it.</summary>
    private static readonly TimeSpan s_killWait = TimeSpan.FromMilliseconds(500);

    /// <summary>A process may fork while it is being looked for; after a few rounds nothing but the unkillable is left.</summary>
    private const int MostRounds = 10;

    /// <summary>A process is without its mark while it becomes another program: only what is not found twice is not there.</summary>
    private const int EmptyLooks = 2;

    /// <summary>Signal 0 is delivered to nobody.</summary>
    private const int Nothing = 0;

    /// <summary>What both requests to end may take, the one to the script and the one to what left its session.</summary>
    public static TimeSpan Longest(TimeSpan grace) => grace + GraceOfOthers(grace);

    /// <returns>The processes that not even SIGKILL ended.</returns>
    public static IReadOnlyList<int> Of(SessionProcess script, string mark, TimeSpan grace)
    {
        IReadOnlyList<int> unkillable = OfAllThatIsFound(script.Id, mark, grace);
        // The script itself is held already. Where no descriptor is left to look into /proc, it is all that is known.
        script.Kill();
        bool isGone = WaitForEnd(script.EndDescriptor, MonotonicClock.NowInMilliseconds + s_killWait.TotalMilliseconds);
        if (isGone)
            script.Reap();
        return isGone || unkillable.Contains(script.Id) ? unkillable : [.. unkillable, script.Id];
    }

    private static IReadOnlyList<int> OfAllThatIsFound(int script, string mark, TimeSpan grace)
    {
        SignalAndWait(ProcessTable.StartedBy(script, mark), process => process.Session == script ? SignalSet.SIGTERM : Nothing, grace);
        SignalAndWait(ProcessTable.StartedBy(script, mark), process => process.Session == script ? Nothing : SignalSet.SIGTERM, GraceOfOthers(grace));
        IReadOnlyList<RunningProcess> running = [];
        for (int round = 0, empty = 0; round < MostRounds && empty < EmptyLooks; round++)
        {
            running = ProcessTable.StartedBy(script, mark);
            empty = running.Count == 0 ? empty + 1 : 0;
            SignalAndWait(running, _ => SignalSet.SIGKILL, s_killWait);
        }

        return [.. running.Select(process => process.Id)];
    }

    private static TimeSpan GraceOfOthers(TimeSpan grace) => grace / 2;

    private static void SignalAndWait(IReadOnlyList<RunningProcess> processes, Func<RunningProcess, int> signalFor, TimeSpan limit)
    {
        double deadline = MonotonicClock.NowInMilliseconds + limit.TotalMilliseconds;
        List<Descriptor> signalled = [];
        try
        {
            foreach (RunningProcess process in processes)
            {
                // Held by descriptor: should the process be gone and its number taken, nobody else is signalled.
                if (LibC.pidfd_open(process.Id, 0) is var number and >= 0)
                {
                    Descriptor descriptor = Descriptor.Own(number, "pidfd_open");
                    signalled.Add(descriptor);
                    LibC.pidfd_send_signal(descriptor.Number, signalFor(process));
                }
            }

            signalled.ForEach(descriptor => WaitForEnd(descriptor.Number, deadline));
        }
        finally
        {
            signalled.ForEach(descriptor => descriptor.Dispose());
        }
    }

    /// <returns>Whether the process has ended in time.</returns>
    private static unsafe bool WaitForEnd(int process, double deadline)
    {
        var request = new PollRequest { Descriptor = process, Events = LibC.POLLIN };
        while (true)
        {
            int left = (int)Math.Max(0, Math.Ceiling(deadline - MonotonicClock.NowInMilliseconds));
            int ready = LibC.poll(&request, 1, left);
            if (ready >= 0 || LibC.LastError != Errno.EINTR)
                return ready > 0;
        }
    }
}
