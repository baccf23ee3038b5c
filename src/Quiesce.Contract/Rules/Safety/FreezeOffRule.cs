using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>Without the freeze only what an engine holds by a lock is consistent.</summary>
internal sealed class FreezeOffRule : Rule
{
    public const string RuleId = "QSC4001";
    public const string RuleTitle = "File systems are not frozen";
    public const string RuleMessageFormat =
        "FsFreezeEnabled is false: files written outside the engines of this profile are crash-consistent at best, and no snapshot of several disks is one point in time";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Safety;
    public override RuleSeverity Severity => RuleSeverity.Info;
    public override RuleSubject Subject => RuleSubject.HostSettings;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Host is { FsFreezeEnabled: false, ContinueBackupOnFailure: not true })
            yield return Violated(SettingPath.OfProfile(nameof(HostSettings.FsFreezeEnabled)), nearest: true);
    }
}
