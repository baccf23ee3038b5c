using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>A lease that ends while the host is still polling, freezing or thawing lets go in the middle of the snapshot.</summary>
internal sealed class LeaseTooShortForHostRule : Rule
{
    public const string RuleId = "QSC2001";
    public const string RuleTitle = "Lease is shorter than the host needs";
    public const string RuleMessageFormat =
        "LeaseInSeconds is {0}; the host alone needs {1} seconds: {2} polls of {3} s, {4} s of its own delays, and a freeze of up to {5} s";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Budgets;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile is not { Run: { LeaseInSeconds: { } lease, FreezeLimitInSeconds: { } freeze }, Host.ScriptsExecutionPollTimeSeconds: { } poll })
            yield break;

        var shortest = Limits.ShortestLeaseInSeconds(poll, freeze);
        if (lease < shortest)
        {
            yield return Violated(
                SettingPath.OfProfile(nameof(RunSettings.LeaseInSeconds)),
                shortest,
                lease,
                shortest,
                Limits.HostPollsUnderLease,
                poll,
                Limits.HostDelayUnderLeaseInSeconds,
                freeze);
        }
    }
}
