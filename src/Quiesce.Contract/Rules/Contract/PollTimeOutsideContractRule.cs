using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>The host silently replaces a poll time outside its range by 3 s, and every delay computed from it is then wrong.</summary>
internal sealed class PollTimeOutsideContractRule : Rule
{
    public const string RuleId = "QSC1002";
    public const string RuleTitle = "Poll time is outside the host's range";
    public const string RuleMessageFormat = "ScriptsExecutionPollTimeSeconds is {0}; the host accepts {1} to {2} seconds and silently takes {3} instead of anything else";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Contract;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.HostSettings;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Host.ScriptsExecutionPollTimeSeconds is not { } poll)
            yield break;

        if (poll < Limits.MinPollTimeInSeconds)
            yield return Outside(poll, Limits.MinPollTimeInSeconds);
        else if (poll > Limits.MaxPollTimeInSeconds)
            yield return Outside(poll, Limits.MaxPollTimeInSeconds);
    }

    private Violation Outside(int poll, int nearest) => Violated(
        SettingPath.OfProfile(nameof(HostSettings.ScriptsExecutionPollTimeSeconds)),
        nearest,
        poll,
        Limits.MinPollTimeInSeconds,
        Limits.MaxPollTimeInSeconds,
        Limits.DefaultPollTimeInSeconds);
}
