using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>What is not a constant has no value yet when the scripts are compiled.</summary>
internal sealed class StepNotConstStringRule : Rule
{
    public const string RuleId = "QSC6007";
    public const string RuleTitle = "Step is not a const string";
    public const string RuleMessageFormat = "The step '{0}' must be a const string: its text is compiled into the script";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Authoring;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Declaration;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        for (var index = 0; index < profile.Steps.Count; index++)
        {
            if (!profile.Steps[index].IsConstString)
                yield return Violated(SettingPath.OfStep(index), nearest: null, profile.Steps[index].Member);
        }
    }
}
