using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>What root runs, reads or writes must not be prepared by somebody else.</summary>
internal sealed class PathWorldWritableRule : Rule
{
    public const string RuleId = "QSC1008";
    public const string RuleTitle = "Path is below a folder that everybody may write to";
    public const string RuleMessageFormat = "{0} is '{1}'; below {2} any user of the machine may put a file or a link there first";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Contract;
    public override RuleSeverity Severity => RuleSeverity.Warning;
    public override RuleSubject Subject => RuleSubject.HostSettings;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        foreach (var (setting, path) in profile.Paths())
        {
            if (PathText.FolderAbove(path, Limits.WorldWritableFolders) is { } folder)
                yield return Violated(setting, nearest: null, setting.Name, path, folder);
        }
    }
}
