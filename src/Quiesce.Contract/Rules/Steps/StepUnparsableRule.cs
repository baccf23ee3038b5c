using System.Collections.Generic;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Shell;

namespace Quiesce.Contract.Rules;

/// <summary>A shell reads the whole script before it runs any of it: one step that does not parse, and the pre script fails before its first command.</summary>
internal sealed class StepUnparsableRule : StepTextRule
{
    public const string RuleId = "QSC5001";
    public const string RuleTitle = "Step is not shell";
    public const string RuleMessageFormat = "{0}, line {1}, column {2}: sh cannot read this: {3}{4}";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override RuleSeverity Severity => RuleSeverity.Error;

    protected override IEnumerable<StepFinding> Find(ShellScript script, StepSpec? step)
    {
        if (script.Error is not { } error)
            yield break;

        var advice = BeyondPosixSyntax.AdviceAt(script.Text, error.Range.Start);
        yield return new(error.Range, error.Message, advice is null ? "" : new Phrase("; {0}", advice));
    }
}
