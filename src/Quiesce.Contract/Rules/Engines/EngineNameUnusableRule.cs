using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>The name becomes part of file names and of log lines.</summary>
internal sealed class EngineNameUnusableRule : Rule
{
    public const string RuleId = "QSC3006";
    public const string RuleTitle = "Engine name cannot name a file";
    public const string RuleMessageFormat = "The engine name '{0}' must consist of a–z, 0–9, '-' and '_', start with a letter or digit and have at most {1} characters";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Engines;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        for (var index = 0; index < profile.Engines.Count; index++)
        {
            if (profile.Engines[index].Name is { } name && !NameText.IsUsable(name))
                yield return Violated(SettingPath.OfEngine(index, nameof(EngineSpec.Name)), NameText.Nearest(name), name, Limits.MaxNameLength);
        }
    }
}
