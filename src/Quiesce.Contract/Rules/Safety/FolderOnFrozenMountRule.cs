using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>A process that writes to a frozen file system sleeps where not even SIGKILL reaches it.</summary>
internal sealed class FolderOnFrozenMountRule : Rule
{
    public const string RuleId = "QSC4004";
    public const string RuleTitle = "Folder of a run lies on a mount that is frozen";
    public const string RuleMessageFormat = "{0} is '{1}', which lies on '{2}'; whoever writes there during the freeze hangs, and with it what should let go";

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

        // Where only the root is frozen there is nothing to say: which folders are mounts of their own, such as /run, no profile tells.
        var mounts = profile.MountsToFreeze();
        foreach (var (setting, folder) in profile.Folders())
        {
            if (setting.Name != nameof(RunSettings.StateDirectory) && PathText.FolderAbove(folder, mounts) is { } mount)
                yield return Violated(setting, nearest: null, setting.Name, folder, mount);
        }
    }
}
