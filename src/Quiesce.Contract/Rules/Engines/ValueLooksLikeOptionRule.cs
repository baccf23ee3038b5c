using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>A value that starts with a dash is read as an option, and options can run programs.</summary>
internal sealed class ValueLooksLikeOptionRule : Rule
{
    public const string RuleId = "QSC3005";
    public const string RuleTitle = "Value looks like an option of the client";
    public const string RuleMessageFormat = "{0} is '{1}'; the client would take what starts with '-' for an option";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Engines;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        foreach (var (setting, value) in profile.ClientValues())
        {
            if (OptionText.LooksLikeOption(value))
                yield return Violated(setting, nearest: null, setting.Name, value);
        }
    }
}
