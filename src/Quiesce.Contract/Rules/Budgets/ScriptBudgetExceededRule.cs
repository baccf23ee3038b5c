using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>A script that runs out of time is given up by the host while it still works.</summary>
internal sealed class ScriptBudgetExceededRule : Rule
{
    public const string RuleId = "QSC2003";
    public const string RuleTitle = "Parts of a script can take longer than the script may";
    public const string RuleMessageFormat = "TimeoutInSeconds is {0}; the steps, lock waits and units of the {1} script may take {2} s together";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Budgets;
    public override RuleSeverity Severity => RuleSeverity.Warning;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        var budget = TimeBudget.Of(profile);
        if (budget.Timeout is not (>= Limits.MinTimeoutInSeconds and <= Limits.MaxTimeoutInSeconds and { } timeout))
            yield break;

        if (budget.PreScript >= budget.PostScript && budget.PreScript > timeout)
            yield return Exceeded(timeout, new Phrase("pre"), budget.PreScript);
        else if (budget.PostScript > timeout)
            yield return Exceeded(timeout, new Phrase("post"), budget.PostScript);
    }

    private Violation Exceeded(int timeout, Phrase script, long seconds) => Violated(
        SettingPath.OfProfile(nameof(HostSettings.TimeoutInSeconds)),
        seconds <= Limits.MaxTimeoutInSeconds ? (int)seconds : null,
        timeout,
        script,
        seconds);
}
