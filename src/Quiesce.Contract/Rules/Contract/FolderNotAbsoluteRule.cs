using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>Scripts run in a working directory that the host chooses.</summary>
internal sealed class FolderNotAbsoluteRule : Rule
{
    public const string RuleId = "QSC1013";
    public const string RuleTitle = "Folder is not absolute";
    public const string RuleMessageFormat = "{0} is '{1}'; it must be an absolute path, starting with '/'";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Contract;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        foreach (var (setting, path) in profile.Folders())
        {
            if (!PathText.IsAbsolute(path))
                yield return Violated(setting, nearest: null, setting.Name, path);
        }
    }
}
