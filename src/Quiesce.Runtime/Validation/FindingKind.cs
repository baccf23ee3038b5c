using System.Globalization;
using Quiesce.Contract.Outcomes;
using Quiesce.Contract.Rules;

namespace Quiesce.Runtime.Validation;

/// <summary>What findings can be of: a rule's violation, or an outcome that a host would end with.</summary>
/// <param name="Id">The rule's id or the outcome's number: what <c>quiesce explain</c> takes.</param>
/// <param name="Name">The outcome's name; rules have none.</param>
/// <param name="Title">What is wrong, in general.</param>
/// <param name="Help">What helps, where no page says it.</param>
/// <param name="HelpUri">The page that explains it.</param>
/// <param name="Severity">How much it weighs unless the circumstances say otherwise.</param>
internal sealed record FindingKind(string Id, string? Name, string Title, string? Help, string? HelpUri, RuleSeverity Severity)
{
    public static FindingKind Of(Rule rule) => new(rule.Id, null, rule.Title, null, RulePages.Of(rule.Id), rule.Severity);

    public static FindingKind Of(Outcome outcome) =>
        new(outcome.Number.ToString(CultureInfo.InvariantCulture), outcome.Name, outcome.Cause, outcome.Help, null, RuleSeverity.Error);
}
