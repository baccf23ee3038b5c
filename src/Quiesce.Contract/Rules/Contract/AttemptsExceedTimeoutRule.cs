using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>The timeout covers all attempts of a script together: those that no longer fit are never made.</summary>
internal sealed class AttemptsExceedTimeoutRule : Rule
{
    public const string RuleId = "QSC1005";
    public const string RuleTitle = "Attempts cannot all fit into the timeout";
    public const string RuleMessageFormat = "{0} allows {1} attempts of up to {2} s each; TimeoutInSeconds is {3} for all of them together";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Contract;
    public override RuleSeverity Severity => RuleSeverity.Info;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        var budget = TimeBudget.Of(profile);
        if (budget.Timeout is not { } timeout)
            yield break;

        if (profile.Host.PreScriptNoOfRetries is > 0 and { } pre && budget.PreScript <= timeout && (pre + 1L) * budget.PreScript > timeout)
            yield return Exceeding(nameof(HostSettings.PreScriptNoOfRetries), pre, budget.PreScript, timeout);
        if (profile.Host.PostScriptNoOfRetries is > 0 and { } post && budget.PostScript <= timeout && (post + 1L) * budget.PostScript > timeout)
            yield return Exceeding(nameof(HostSettings.PostScriptNoOfRetries), post, budget.PostScript, timeout);
    }

    private Violation Exceeding(string setting, int retries, long attempt, int timeout)
        => Violated(SettingPath.OfProfile(setting), nearest: (int)((timeout / attempt) - 1), setting, retries + 1L, attempt, timeout);
}
