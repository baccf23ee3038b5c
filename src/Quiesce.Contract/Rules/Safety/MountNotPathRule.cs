using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>A freeze names a mount by its path, and by nothing else.</summary>
internal sealed class MountNotPathRule : Rule
{
    public const string RuleId = "QSC4007";
    public const string RuleTitle = "Mount is not an absolute path";
    public const string RuleMessageFormat = "'{0}' is not a mount point: a mount is an absolute path without '..' and without control characters";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Safety;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        foreach (var (setting, mounts) in profile.MountLists())
        {
            for (var index = 0; index < mounts.Count; index++)
            {
                var mount = mounts[index];
                if (!PathText.IsAbsolute(mount) || mount.Split('/').Contains("..") || mount.Any(char.IsControl))
                    yield return Violated(setting with { Element = index }, nearest: null, mount);
            }
        }
    }
}
