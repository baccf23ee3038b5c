using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>An atomic copy recovers as after a power cut. Backup mode is for copies that are not atomic, and asks for more at restore.</summary>
internal sealed class BackupModeWithFreezeRule : Rule
{
    public const string RuleId = "QSC3021";
    public const string RuleTitle = "Backup mode is not needed where file systems are frozen";
    public const string RuleMessageFormat = "'{0}' is copied in backup mode although file systems are frozen; where all its devices are frozen together the checkpoint method loses nothing and needs neither label nor archive";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Engines;
    public override RuleSeverity Severity => RuleSeverity.Info;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Host.FsFreezeEnabled != true)
            yield break;

        for (var index = 0; index < profile.Engines.Count; index++)
        {
            if (profile.Engines[index] is PostgreSqlSpec { Method: PostgreSqlQuiesce.BackupMode } cluster)
                yield return Violated(SettingPath.OfEngine(index, nameof(PostgreSqlSpec.Method)), nearest: null, cluster.Name ?? "");
        }
    }
}
