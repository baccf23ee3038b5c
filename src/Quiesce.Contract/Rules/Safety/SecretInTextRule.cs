using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>What is compiled into an artefact can be read by whoever sees the build, the package or the machine.</summary>
internal sealed class SecretInTextRule : Rule
{
    public const string RuleId = "QSC4009";
    public const string RuleTitle = "Text looks as if it held a secret";
    public const string RuleMessageFormat = "{0} looks as if it held a secret ({1}); it would stand in a script and in the assembly. Let the client read its own file";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Safety;
    public override RuleSeverity Severity => RuleSeverity.Warning;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        foreach (var (setting, text) in profile.FreeTexts())
        {
            if (SecretText.Find(text) is { } kind)
                yield return Violated(setting, nearest: null, setting.Name, kind);
        }
    }
}
