using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>The label is written after the snapshot: inside it there is only an older one, with which the copy is restored wrongly.</summary>
internal sealed class LabelInsideSnapshotRule : Rule
{
    public const string RuleId = "QSC4020";
    public const string RuleTitle = "Backup label would lie inside the snapshot";
    public const string RuleMessageFormat = "LabelDirectory is '{0}', which lies on '{1}', a part of the very copy that the label is needed to restore";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Safety;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        var mounts = profile.MountsToFreeze();
        for (var index = 0; index < profile.Engines.Count; index++)
        {
            if (profile.Engines[index] is PostgreSqlSpec { LabelDirectory: { } folder } && PathText.FolderAbove(folder, mounts) is { } mount)
                yield return Violated(SettingPath.OfEngine(index, nameof(PostgreSqlSpec.LabelDirectory)), nearest: null, folder, mount);
        }
    }
}
