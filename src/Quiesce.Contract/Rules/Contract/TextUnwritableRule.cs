using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>A shell cannot hold NUL, and UTF-8 cannot hold half a character.</summary>
internal sealed class TextUnwritableRule : Rule
{
    public const string RuleId = "QSC1016";
    public const string RuleTitle = "Text cannot be written into a script";
    public const string RuleMessageFormat = "{0} contains NUL or half of a surrogate pair; neither can stand in a file of UTF-8 text that a shell reads";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Contract;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        foreach (var (setting, text) in profile.Texts())
        {
            if (IsUnwritable(text))
                yield return Violated(setting, nearest: null, setting.Name);
        }
    }

    private static bool IsUnwritable(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\0' || char.IsLowSurrogate(text[index]))
                return true;
            if (char.IsHighSurrogate(text[index]) && (++index == text.Length || !char.IsLowSurrogate(text[index])))
                return true;
        }

        return false;
    }
}
