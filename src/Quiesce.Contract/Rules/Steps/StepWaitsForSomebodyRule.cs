using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Shell;

namespace Quiesce.Contract.Rules;

/// <summary>Nobody sits in front of a backup. What asks a question gets the end of its input, or waits until the step's time is over.</summary>
internal sealed class StepWaitsForSomebodyRule : StepTextRule
{
    public const string RuleId = "QSC5004";
    public const string RuleTitle = "Step waits for somebody to answer";
    public const string RuleMessageFormat = "{0}, line {1}, column {2}: '{3}' asks a person, and none is there during a backup; {4}";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override RuleSeverity Severity => RuleSeverity.Warning;

    protected override IEnumerable<StepFinding> Find(ShellScript script, StepSpec? step)
        => script.Error is not null
            ? []
            : StepCommand.In(script)
                .Select(command => (command, advice: InteractiveCommands.AdviceFor(command)))
                .Where(found => found.advice is not null)
                .Select(found => new StepFinding(found.command.Range, found.command.Name, found.advice!) { Edit = InteractiveCommands.EditOf(found.command) });
}
