using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>A folder is not a mount: naming it freezes what it lies on.</summary>
internal sealed class MountNestedRule : Rule
{
    public const string RuleId = "QSC4006";
    public const string RuleTitle = "Mount lies within another one of the list";
    public const string RuleMessageFormat = "'{0}' lies within '{1}'; it must be a mount of its own, or it is frozen with the other and not to be listed";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Safety;
    public override RuleSeverity Severity => RuleSeverity.Info;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        foreach (var (setting, mounts) in profile.MountLists())
        {
            for (var index = 0; index < mounts.Count; index++)
            {
                if (PathText.FolderAbove(mounts[index], mounts.Where(other => other.TrimEnd('/') != mounts[index].TrimEnd('/'))) is { } outer)
                    yield return Violated(setting with { Element = index }, nearest: null, mounts[index], outer);
            }
        }
    }
}
