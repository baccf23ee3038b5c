using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>A copy made in backup mode starts only with the label that the server gives out at the end, and with the WAL that was archived meanwhile.</summary>
internal sealed class BackupModeUnrestorableRule : Rule
{
    public const string RuleId = "QSC3020";
    public const string RuleTitle = "Backup mode without what a restore needs";
    public const string RuleMessageFormat = "'{0}' is copied in backup mode, and {1} is not set; a copy without its backup label or without archived WAL cannot be restored";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Engines;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        for (var index = 0; index < profile.Engines.Count; index++)
        {
            if (profile.Engines[index] is not PostgreSqlSpec { Method: PostgreSqlQuiesce.BackupMode } cluster)
                continue;

            // Said of the method, because what is missing has no place.
            if (string.IsNullOrWhiteSpace(cluster.LabelDirectory))
                yield return Violated(SettingPath.OfEngine(index, nameof(PostgreSqlSpec.Method)), nearest: null, cluster.Name ?? "", nameof(PostgreSqlSpec.LabelDirectory));
            if (string.IsNullOrWhiteSpace(cluster.RestoreCommand))
                yield return Violated(SettingPath.OfEngine(index, nameof(PostgreSqlSpec.Method)), nearest: null, cluster.Name ?? "", nameof(PostgreSqlSpec.RestoreCommand));
        }
    }
}
