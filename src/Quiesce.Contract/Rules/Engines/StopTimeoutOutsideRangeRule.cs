using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>A unit that is given no time is never stopped, and one with all of it leaves none to the script.</summary>
internal sealed class StopTimeoutOutsideRangeRule : Rule
{
    public const string RuleId = "QSC3014";
    public const string RuleTitle = "Time to stop a unit is outside the range";
    public const string RuleMessageFormat = "StopTimeoutInSeconds of '{0}' is {1}; it must be at least {2} and below the script's {3} s";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Engines;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Host.TimeoutInSeconds is not { } limit)
            yield break;

        for (var index = 0; index < profile.Engines.Count; index++)
        {
            if (profile.Engines[index] is not SystemdUnitsSpec { StopTimeoutInSeconds: { } timeout } systemd)
                continue;

            if (timeout < Limits.MinStopTimeoutInSeconds)
                yield return Outside(index, systemd.Name, timeout, Limits.MinStopTimeoutInSeconds, limit);
            else if (timeout >= limit)
                yield return Outside(index, systemd.Name, timeout, limit > Limits.MinStopTimeoutInSeconds ? limit - 1 : null, limit);
        }
    }

    private Violation Outside(int engine, string? name, int timeout, int? nearest, int limit)
        => Violated(SettingPath.OfEngine(engine, nameof(SystemdUnitsSpec.StopTimeoutInSeconds)), nearest, name ?? "", timeout, Limits.MinStopTimeoutInSeconds, limit);
}
