using System.Linq;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>What a profile's own parts may take at most, in seconds, against what the host grants.</summary>
internal sealed record TimeBudget(long PreSteps, long LockWaits, long UnitStops, long PostScript, int? Timeout, int? Lease, int? HostNeeds)
{
    /// <summary>The pre script's worst case; that of a run without failures, after which nothing is undone.</summary>
    public long PreScript => PreSteps + LockWaits + UnitStops;

    public static TimeBudget Of(ProfileSpec profile) => new(
        profile.Steps.Where(step => step.Phase == StepPhase.BeforeQuiesce).Sum(step => (long)(step.TimeoutInSeconds ?? 0)),
        profile.Engines.Sum(engine => (long)(engine.LockWait() ?? 0)),
        UnitStopsOf(profile),
        profile.Steps.Where(step => step.Phase == StepPhase.AfterRelease || step.Undo is not null).Sum(step => (long)(step.TimeoutInSeconds ?? 0)) + UnitStopsOf(profile),
        profile.Host.TimeoutInSeconds,
        profile.Run.LeaseInSeconds,
        profile.Host.ScriptsExecutionPollTimeSeconds is { } poll && profile.Run.FreezeLimitInSeconds is { } freeze ? Limits.ShortestLeaseInSeconds(poll, freeze) : null);

    /// <summary>Starting a unit again may take as long as stopping it.</summary>
    private static long UnitStopsOf(ProfileSpec profile)
        => profile.Engines.OfType<SystemdUnitsSpec>().Sum(systemd => systemd.Units.Count * (long)(systemd.StopTimeoutInSeconds ?? 0));

    public override string ToString()
        => $"Time budget: the pre script takes up to {PreScript} s (steps {PreSteps} s, lock waits {LockWaits} s{(UnitStops > 0 ? $", stopping units {UnitStops} s" : "")}) and the post script up to {PostScript} s, each of {Timeout} s; "
            + $"the lease is {Lease} s, of which the host alone needs up to {HostNeeds} s.";
}
