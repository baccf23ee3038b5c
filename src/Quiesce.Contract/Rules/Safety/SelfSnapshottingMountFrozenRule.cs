using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>btrfs and ZFS write while they snapshot themselves; frozen, they wait for a thaw that waits for them.</summary>
internal sealed class SelfSnapshottingMountFrozenRule : Rule
{
    public const string RuleId = "QSC4008";
    public const string RuleTitle = "Mount that snapshots itself is frozen";
    public const string RuleMessageFormat = "'{0}' is declared to take its own atomic snapshots; a snapshot of it blocks for ever while it is frozen";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Safety;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Host.FsFreezeEnabled != true)
            yield break;

        foreach (var (setting, mounts) in profile.MountLists())
        {
            if (setting.Name == nameof(RunSettings.SelfSnapshottingMounts))
                continue;

            for (var index = 0; index < mounts.Count; index++)
            {
                if (profile.Run.SelfSnapshottingMounts.Contains(mounts[index]))
                    yield return Violated(setting with { Element = index }, nearest: null, mounts[index]);
            }
        }
    }
}
