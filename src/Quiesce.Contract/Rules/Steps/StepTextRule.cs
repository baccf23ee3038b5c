using System.Collections.Generic;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Shell;

namespace Quiesce.Contract.Rules;

/// <summary>
/// A rule about the author's own shell, in a step or in what undoes it. Its message starts with the C# member ({0}), the line ({1}) and the column ({2}); what is found follows.
/// </summary>
internal abstract class StepTextRule : Rule
{
    public sealed override string Category => RuleCategories.Steps;
    public sealed override RuleSubject Subject => RuleSubject.Profile;

    public sealed override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        for (var i = 0; i < profile.Steps.Count; i++)
        {
            var step = profile.Steps[i];
            if (step.Text is { } text)
            {
                foreach (var violation in CheckText(text, step, step.Member, SettingPath.OfStep(i, nameof(StepSpec.Text))))
                    yield return violation;
            }

            if (step.Undo is { Text: { } undo })
            {
                foreach (var violation in CheckText(undo, step: null, step.Undo.Member, SettingPath.OfStep(i, nameof(StepSpec.Undo))))
                    yield return violation;
            }
        }
    }

    /// <summary>Finds what breaks the rule.</summary>
    /// <param name="script">The text.</param>
    /// <param name="step">The step it belongs to; <see langword="null"/> when it undoes one.</param>
    protected abstract IEnumerable<StepFinding> Find(ShellScript script, StepSpec? step);

    /// <summary>A word that is written otherwise – quoted, with a folder, inside <c>sh -c</c> – is left alone.</summary>
    private static WordEdit? EditOf(StepFinding finding, string text)
        => finding.Edit is { } edit && string.CompareOrdinal(text, finding.Range.Start, edit.Was, 0, edit.Was.Length) == 0 && finding.Range.Length == edit.Was.Length ? edit : null;

    private IEnumerable<Violation> CheckText(string text, StepSpec? step, string member, SettingPath setting)
    {
        var script = ShellScript.Of(text);
        foreach (var finding in Find(script, step))
        {
            var position = script.PositionOf(finding.Range);
            yield return Violated(setting, nearest: null, [member, position.Line, position.Column, .. finding.Arguments]) with { Range = finding.Range, Edit = EditOf(finding, text) };
        }
    }
}
