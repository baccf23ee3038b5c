using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>No command line carries NUL, and hosts that build one as text end it at a line break.</summary>
internal sealed class ParameterUnusableRule : Rule
{
    public const string RuleId = "QSC1012";
    public const string RuleTitle = "Script parameter has a line break or NUL in it";
    public const string RuleMessageFormat = "{0} has a parameter with a line break or NUL in it; hosts pass parameters through command lines, which end there";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Contract;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.HostSettings;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        foreach (var violation in Check(nameof(HostSettings.PreScriptParams), profile.Host.PreScriptParams))
            yield return violation;
        foreach (var violation in Check(nameof(HostSettings.PostScriptParams), profile.Host.PostScriptParams))
            yield return violation;
    }

    private IEnumerable<Violation> Check(string setting, EquatableArray<string> parameters)
    {
        for (var index = 0; index < parameters.Count; index++)
        {
            if (parameters[index].IndexOfAny(['\n', '\r', '\0']) >= 0)
                yield return Violated(SettingPath.OfProfile(setting, index), nearest: null, setting);
        }
    }
}
