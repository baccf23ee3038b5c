using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Shell;

namespace Quiesce.Contract.Rules;

/// <summary>
/// The host calls <c>sh</c>, which is dash or busybox on many systems: what only bash knows fails there when it runs, or quietly means something else. A warning, and no error as for a text
/// that does not parse: on a machine whose sh is bash the step works, and its author may know the machine.
/// </summary>
internal sealed class BeyondPosixRule : StepTextRule
{
    public const string RuleId = "QSC5002";
    public const string RuleTitle = "Step uses more than POSIX shell";
    public const string RuleMessageFormat = "{0}, line {1}, column {2}: {3} is not POSIX, and the host's sh need not be bash; {4}";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override RuleSeverity Severity => RuleSeverity.Warning;

    protected override IEnumerable<StepFinding> Find(ShellScript script, StepSpec? step)
    {
        foreach (var command in script.SimpleCommands)
        {
            foreach (var finding in BeyondPosixCommands.In(command).Concat(BeyondPosixWords.In(command)))
                yield return finding;

            // To a POSIX shell "a &>b" is a in the background, and then an empty file b.
            var start = command.Range.Start;
            if (command.Words.Count == 0 && command.Redirections.Count > 0 && start > 0 && script.Text[start - 1] == '&' && command.Redirections[0].Range.Start == start)
                yield return new(new(start - 1, 2), "&>", new Phrase("write >file 2>&1"));
        }

        foreach (var range in ArithmeticCommands(script.Body))
            yield return new(range, "((", new Phrase("write : $((…)), or compare with [ … -lt … ]"));
    }

    /// <summary>A subshell right inside another: to bash, arithmetic.</summary>
    private static IEnumerable<TextRange> ArithmeticCommands(ShellList list)
        => from item in list.Items
           from pipeline in item.Pipelines
           from command in pipeline.Commands.OfType<ShellCompoundCommand>()
           from range in IsArithmetic(command) ? [new TextRange(command.Range.Start, 2)] : command.Lists.SelectMany(ArithmeticCommands)
           select range;

    private static bool IsArithmetic(ShellCompoundCommand command)
        => command.Kind == ShellCompoundKind.Subshell
            && command.Lists[0].Items.FirstOrDefault()?.Pipelines[0].Commands[0] is ShellCompoundCommand { Kind: ShellCompoundKind.Subshell } inner
            && inner.Range.Start == command.Range.Start + 1;
}
