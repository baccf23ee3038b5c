using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>An undo that cannot be found is an undo that does not run: what the step stopped stays stopped.</summary>
internal sealed class UndoUnknownRule : Rule
{
    public const string RuleId = "QSC5008";
    public const string RuleTitle = "Undo names no const string";
    public const string RuleMessageFormat = "Undo of {0} is '{1}', and the class has no const string of that name";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Steps;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        for (var i = 0; i < profile.Steps.Count; i++)
        {
            if (profile.Steps[i].Undo is { Text: null } undo)
                yield return Violated(SettingPath.OfStep(i, nameof(StepSpec.Undo)), nearest: null, profile.Steps[i].Member, undo.Member);
        }
    }
}
