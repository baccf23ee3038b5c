using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Outcomes;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Configuration;

namespace Quiesce.Runtime.Validation;

/// <summary>Everything that one validation has to say. A run ends at the first thing that is wrong; this goes on.</summary>
internal sealed class Findings
{
    private readonly List<Finding> _all = [];

    public IReadOnlyList<Finding> All => _all;

    /// <summary>What the IDE hides is hidden here, too.</summary>
    public void Add(Violation violation, FilePlace place)
    {
        if (violation.Rule.Severity > RuleSeverity.Hidden)
            _all.Add(new Finding(FindingKind.Of(violation.Rule), violation.Rule.Severity, place, violation.Message));
    }

    public void Add(Outcome outcome, Remark remark, RuleSeverity severity = RuleSeverity.Error) =>
        _all.Add(new Finding(FindingKind.Of(outcome), severity, remark.Place, remark.Text));

    /// <param name="refused">How a run would have ended.</param>
    /// <param name="path">The file to blame when the refusal names no place in one.</param>
    /// <param name="severity">How much that weighs here.</param>
    public void Add(OutcomeException refused, string path, RuleSeverity severity = RuleSeverity.Error) =>
        Add(refused.Outcome, refused.Cause ?? new Remark(new FilePlace(path), refused.Message), severity);

    /// <summary>The worst of all; hidden when there is nothing to say.</summary>
    public RuleSeverity Worst => _all.MaxBy(finding => finding.Severity)?.Severity ?? RuleSeverity.Hidden;
}
