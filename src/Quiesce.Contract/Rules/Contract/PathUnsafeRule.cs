using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>What <c>..</c> means depends on links along the way, and a control character survives neither a script nor a log.</summary>
internal sealed class PathUnsafeRule : Rule
{
    public const string RuleId = "QSC1007";
    public const string RuleTitle = "Path has a parent folder or a control character in it";
    public const string RuleMessageFormat = "{0} is '{1}'; a path must not contain '..' or control characters";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Contract;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.HostSettings;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        foreach (var (setting, path) in profile.Paths())
        {
            if (path.Split('/').Contains("..") || path.Any(char.IsControl))
                yield return Violated(setting, nearest: null, setting.Name, path);
        }
    }
}
