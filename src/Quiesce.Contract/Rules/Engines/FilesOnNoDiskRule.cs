using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>What lies in memory comes to rest like everything else, and is not there at restore.</summary>
internal sealed class FilesOnNoDiskRule : Rule
{
    public const string RuleId = "QSC3015";
    public const string RuleTitle = "Engine's files are on no disk";
    public const string RuleMessageFormat = "'{0}' of '{1}' lies below {2}, which is memory: no disk snapshot contains it, and the engine is missing from the copy";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Engines;
    public override RuleSeverity Severity => RuleSeverity.Warning;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        for (var index = 0; index < profile.Engines.Count; index++)
        {
            var engine = profile.Engines[index];
            for (var mount = 0; mount < engine.Mounts.Count; mount++)
            {
                if (PathText.FolderAbove(engine.Mounts[mount], Limits.MemoryFolders) is { } folder)
                    yield return Violated(SettingPath.OfEngine(index, nameof(EngineSpec.Mounts), mount), nearest: null, engine.Mounts[mount], engine.Name ?? "", folder);
            }
        }
    }
}
