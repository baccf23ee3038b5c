using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>A negative number of retries is no attempt at all.</summary>
internal sealed class RetriesNegativeRule : Rule
{
    public const string RuleId = "QSC1004";
    public const string RuleTitle = "Number of retries is negative";
    public const string RuleMessageFormat = "{0} is {1}; it must be {2} or more, {2} meaning a single attempt";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Contract;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.HostSettings;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Host.PreScriptNoOfRetries is < Limits.MinRetries and { } pre)
            yield return Negative(nameof(HostSettings.PreScriptNoOfRetries), pre);
        if (profile.Host.PostScriptNoOfRetries is < Limits.MinRetries and { } post)
            yield return Negative(nameof(HostSettings.PostScriptNoOfRetries), post);
    }

    private Violation Negative(string setting, int retries)
        => Violated(SettingPath.OfProfile(setting), Limits.MinRetries, setting, retries, Limits.MinRetries);
}
