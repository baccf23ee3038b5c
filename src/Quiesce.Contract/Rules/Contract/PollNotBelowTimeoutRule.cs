using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>A host that first looks when the time is already over takes a script that succeeded for one that did not.</summary>
internal sealed class PollNotBelowTimeoutRule : Rule
{
    public const string RuleId = "QSC1003";
    public const string RuleTitle = "Poll time is not below the timeout";
    public const string RuleMessageFormat =
        "ScriptsExecutionPollTimeSeconds is {0} and TimeoutInSeconds is {1}; the host looks for the first time after one poll, and must do so before the timeout";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Contract;
    public override RuleSeverity Severity => RuleSeverity.Warning;
    public override RuleSubject Subject => RuleSubject.HostSettings;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Host is { ScriptsExecutionPollTimeSeconds: >= Limits.MinPollTimeInSeconds and <= Limits.MaxPollTimeInSeconds and { } poll, TimeoutInSeconds: >= Limits.MinTimeoutInSeconds and { } timeout }
            && poll >= timeout)
        {
            yield return Violated(SettingPath.OfProfile(nameof(HostSettings.TimeoutInSeconds)), nearest: poll + 1, poll, timeout);
        }
    }
}
