using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>The host cuts a larger timeout to 1800 s and fails at once on 0.</summary>
internal sealed class TimeoutOutsideContractRule : Rule
{
    public const string RuleId = "QSC1001";
    public const string RuleTitle = "Timeout is outside the host's range";
    public const string RuleMessageFormat = "TimeoutInSeconds is {0}; the host accepts {1} to {2} seconds";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Contract;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.HostSettings;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Host.TimeoutInSeconds is not { } timeout)
            yield break;

        if (timeout < Limits.MinTimeoutInSeconds)
            yield return Outside(timeout, Limits.MinTimeoutInSeconds);
        else if (timeout > Limits.MaxTimeoutInSeconds)
            yield return Outside(timeout, Limits.MaxTimeoutInSeconds);
    }

    private Violation Outside(int timeout, int nearest)
        => Violated(SettingPath.OfProfile(nameof(HostSettings.TimeoutInSeconds)), nearest, timeout, Limits.MinTimeoutInSeconds, Limits.MaxTimeoutInSeconds);
}
