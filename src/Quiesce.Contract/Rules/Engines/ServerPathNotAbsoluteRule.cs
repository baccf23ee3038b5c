using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>The clients run in a working directory that the host chooses.</summary>
internal sealed class ServerPathNotAbsoluteRule : Rule
{
    public const string RuleId = "QSC3004";
    public const string RuleTitle = "Path of an engine is not absolute";
    public const string RuleMessageFormat = "{0} is '{1}'; it must be an absolute path, starting with '/'";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Engines;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        foreach (var (setting, path) in profile.EnginePaths())
        {
            if (!PathText.IsAbsolute(path) && !OptionText.LooksLikeOption(path))
                yield return Violated(setting, nearest: null, setting.Name, path);
        }
    }
}
