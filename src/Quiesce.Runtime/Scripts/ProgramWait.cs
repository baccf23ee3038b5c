using System;
using System.Threading;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Scripts;

/// <summary>How the wait for a program ended.</summary>
internal enum ProgramWaitEnd
{
    Exited,
    TimedOut,
    Cancelled,
}

/// <summary>Waits for a program's end, its output, a deadline and a cancellation, all at once. Nothing is looked for at intervals.</summary>
internal sealed unsafe class ProgramWait(SessionProcess program)
{
    /// <summary>The kernel passes over it.</summary>
    private const int Skipped = -1;

    /// <summary>When to stop waiting, on the run's clock.</summary>
    public required double DeadlineInMilliseconds { get; init; }

    /// <summary>Made before the program was started, so that nothing is wanting once it runs; without it the wait cannot be cancelled.</summary>
    public CancellationSignal? Cancelled { get; init; }

    /// <summary>How often <see cref="StillWaiting"/> is called on a long wait.</summary>
    public TimeSpan LivenessInterval { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>Told the milliseconds since the wait began.</summary>
    public Action<double>? StillWaiting { get; init; }

    public ProgramWaitEnd Run()
    {
        double began = MonotonicClock.NowInMilliseconds;
        double nextSign = StillWaiting is null ? double.PositiveInfinity : began + LivenessInterval.TotalMilliseconds;

        PollRequest* events = stackalloc PollRequest[4];
        while (true)
        {
            double now = MonotonicClock.NowInMilliseconds;
            if (now >= DeadlineInMilliseconds)
                return ProgramWaitEnd.TimedOut;
            if (now >= nextSign)
            {
                StillWaiting!(now - began);
                nextSign += LivenessInterval.TotalMilliseconds;
            }

            events[0] = Readable(program.EndDescriptor);
            events[1] = Readable(program.StandardOutput.ReadDescriptor);
            events[2] = Readable(program.StandardError.ReadDescriptor);
            events[3] = Readable(Cancelled?.ReadDescriptor ?? Skipped);
            double left = Math.Ceiling(Math.Min(DeadlineInMilliseconds, nextSign) - now);
            if (LibC.poll(events, 4, (int)Math.Clamp(left, 0, int.MaxValue)) <= 0)
                continue;

            // The end first: what follows it must not wait for a flood of output to be read.
            if (events[0].Returned != 0)
                return ProgramWaitEnd.Exited;
            if (events[3].Returned != 0)
                return ProgramWaitEnd.Cancelled;
            if (events[1].Returned != 0)
                program.StandardOutput.ReadOnce();
            if (events[2].Returned != 0)
                program.StandardError.ReadOnce();
        }
    }

    private static PollRequest Readable(int descriptor) => new() { Descriptor = descriptor, Events = LibC.POLLIN };
}
