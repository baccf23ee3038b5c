using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>What the setting promises depends on the machine; better to know it before the restore.</summary>
internal sealed class SingleDiskFallbackRule : Rule
{
    public const string RuleId = "QSC1014";
    public const string RuleTitle = "A single-disk VM falls back whatever this setting says";
    public const string RuleMessageFormat =
        "Azure takes a crash-consistent backup of a VM with a single disk when the pre script fails, also with ContinueBackupOnFailure = false; with more disks it retries";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Contract;
    public override RuleSeverity Severity => RuleSeverity.Info;
    public override RuleSubject Subject => RuleSubject.HostSettings;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Host.ContinueBackupOnFailure == false)
            yield return Violated(SettingPath.OfProfile(nameof(HostSettings.ContinueBackupOnFailure)), nearest: null);
    }
}
