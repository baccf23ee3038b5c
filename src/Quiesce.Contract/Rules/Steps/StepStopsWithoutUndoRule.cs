using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Shell;

namespace Quiesce.Contract.Rules;

/// <summary>What a step stops stays stopped when the run fails behind it, unless the step says how it starts again.</summary>
internal sealed class StepStopsWithoutUndoRule : StepTextRule
{
    public const string RuleId = "QSC5007";
    public const string RuleTitle = "Step stops something and has no undo";
    public const string RuleMessageFormat = "{0}, line {1}, column {2}: '{3}' is stopped here and nothing starts it again, least of all after a failure; name the const string that does in Undo";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override RuleSeverity Severity => RuleSeverity.Info;

    protected override IEnumerable<StepFinding> Find(ShellScript script, StepSpec? step)
    {
        if (script.Error is not null || step is not { Phase: StepPhase.BeforeQuiesce, Undo: null })
            return [];

        return StepCommand.In(script)
            .Select(command => (command, stopped: StoppingCommands.StoppedBy(command)))
            .Where(found => found.stopped is not null)
            .Select(found => new StepFinding(found.command.Range, found.stopped!));
    }
}
