using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>When the host dies between pre and post, the lease is all that ends the stall.</summary>
internal sealed class LeaseTooLongRule : Rule
{
    public const string RuleId = "QSC2002";
    public const string RuleTitle = "Lease is longer than an application should stand still";
    public const string RuleMessageFormat = "LeaseInSeconds is {0}; if the post script never runs, writers stand still for that long. More than {1} s is rarely meant";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Budgets;
    public override RuleSeverity Severity => RuleSeverity.Warning;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Run.LeaseInSeconds is > Limits.LongestReasonableLeaseInSeconds and { } lease)
            yield return Violated(SettingPath.OfProfile(nameof(RunSettings.LeaseInSeconds)), Limits.LongestReasonableLeaseInSeconds, lease, Limits.LongestReasonableLeaseInSeconds);
    }
}
