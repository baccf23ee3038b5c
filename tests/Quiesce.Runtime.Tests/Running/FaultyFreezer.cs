using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime.Freezing.Mounts;
using Quiesce.Runtime.Running;

namespace Quiesce.Runtime.Tests.Running;

/// <summary>Freezes nothing, notes what is asked of it, and has whatever fault a test gives it.</summary>
internal sealed class FaultyFreezer : IFileSystemFreezer
{
    private readonly List<string> _calls = [];

    public Outcome? PrepareFault { get; init; }

    public Outcome? FreezeFault { get; init; }

    /// <summary>A foreign thaw: FITHAW finds the mount no longer frozen.</summary>
    public bool LosesTheFreeze { get; init; }

    public Exception? ThawFault { get; init; }

    /// <summary>Cancelled by a test when its freeze is to end by itself.</summary>
    public CancellationToken Lost { get; init; }

    /// <summary>What the write-back before the freeze does.</summary>
    public Action? WhileWritingBack { get; init; }

    /// <summary>Called with every step's name, at that step.</summary>
    public Action<string>? Observer { get; init; }

    public IReadOnlyList<string> Calls => _calls;

    public IReadOnlyList<string> All { get; init; } = ["/all"];

    /// <summary>How long the freeze was allowed to last.</summary>
    public TimeSpan? Limit { get; private set; }

    public IReadOnlyList<string> AllMounts(IReadOnlyCollection<string> skipped) => [.. All.Except(skipped)];

    public IReadOnlyList<string> Preview(IReadOnlyList<string> mounts) => mounts;

    public IPreparedFreeze Prepare(IReadOnlyList<string> mounts, TimeSpan limit, TimeSpan restLimit, CancellationToken cancellation)
    {
        Limit = limit;
        Note("prepare " + string.Join(" ", mounts));
        return PrepareFault is { } fault ? throw new OutcomeException(fault, "injected") : new Prepared(this, mounts);
    }

    private void Note(string call)
    {
        _calls.Add(call);
        Observer?.Invoke(call);
    }

    private sealed class Prepared(FaultyFreezer owner, IReadOnlyList<string> mounts) : IPreparedFreeze
    {
        private double? _frozenAt;

        public IReadOnlyList<string> Hazards => [];

        public IReadOnlyList<DeviceNumber> Devices => [.. mounts.Select(DeviceOf)];

        public CancellationToken Lost => owner.Lost;

        public void WriteBack(CancellationToken cancellation) => owner.WhileWritingBack?.Invoke();

        public void Freeze(CancellationToken cancellation)
        {
            owner.Note("freeze");
            if (owner.FreezeFault is { } fault)
                throw new OutcomeException(fault, "injected");
            _frozenAt = MonotonicClock.NowInMilliseconds;
        }

        public IReadOnlyList<FrozenMount> Thaw()
        {
            owner.Note("thaw");
            if (owner.ThawFault is { } fault)
                throw fault;
            double now = MonotonicClock.NowInMilliseconds;
            return _frozenAt is { } frozenAt ? [.. mounts.Select(mount => new FrozenMount(mount, DeviceOf(mount), frozenAt, now, !owner.LosesTheFreeze, null))] : [];
        }

        public void Dispose() => owner.Note("dismiss");

        private DeviceNumber DeviceOf(string mount) => new(7, (uint)mounts.ToList().IndexOf(mount));
    }
}
