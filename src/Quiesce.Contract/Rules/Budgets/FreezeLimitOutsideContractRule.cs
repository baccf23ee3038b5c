using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>No application survives a longer freeze unharmed, and the Azure host thaws after a minute.</summary>
internal sealed class FreezeLimitOutsideContractRule : Rule
{
    public const string RuleId = "QSC2004";
    public const string RuleTitle = "Freeze limit is outside the range";
    public const string RuleMessageFormat = "FreezeLimitInSeconds is {0}; it must be {1} to {2} seconds";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Budgets;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Run.FreezeLimitInSeconds is not { } limit)
            yield break;

        if (limit < Limits.MinFreezeLimitInSeconds)
            yield return Outside(limit, Limits.MinFreezeLimitInSeconds);
        else if (limit > Limits.MaxFreezeLimitInSeconds)
            yield return Outside(limit, Limits.MaxFreezeLimitInSeconds);
    }

    private Violation Outside(int limit, int nearest)
        => Violated(SettingPath.OfProfile(nameof(RunSettings.FreezeLimitInSeconds)), nearest, limit, Limits.MinFreezeLimitInSeconds, Limits.MaxFreezeLimitInSeconds);
}
