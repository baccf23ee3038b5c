using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>With neither lock nor freeze there would be nothing to show for the backup, and the host makes none.</summary>
internal sealed class ContinueWithoutFreezeRule : Rule
{
    public const string RuleId = "QSC4002";
    public const string RuleTitle = "Backup does not continue when file systems are not frozen";
    public const string RuleMessageFormat = "ContinueBackupOnFailure is true and FsFreezeEnabled is false: the host then fails the backup anyway when a script failed";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Safety;
    public override RuleSeverity Severity => RuleSeverity.Warning;
    public override RuleSubject Subject => RuleSubject.HostSettings;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Host is { FsFreezeEnabled: false, ContinueBackupOnFailure: true })
            yield return Violated(SettingPath.OfProfile(nameof(HostSettings.FsFreezeEnabled)), nearest: true);
    }
}
