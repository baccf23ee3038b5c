using System;
using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>A list with a mount twice is most often meant to hold another one.</summary>
internal sealed class MountListedTwiceRule : Rule
{
    public const string RuleId = "QSC4005";
    public const string RuleTitle = "Mount is listed twice";
    public const string RuleMessageFormat = "'{0}' is listed twice; one mount is frozen once";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Safety;
    public override RuleSeverity Severity => RuleSeverity.Warning;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        foreach (var (setting, mounts) in profile.MountLists())
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var index = 0; index < mounts.Count; index++)
            {
                if (!seen.Add(mounts[index].TrimEnd('/')))
                    yield return Violated(setting with { Element = index }, nearest: null, mounts[index]);
            }
        }
    }
}
