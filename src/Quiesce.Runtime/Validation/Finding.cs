using Quiesce.Contract.Rules;
using Quiesce.Runtime.Configuration;

namespace Quiesce.Runtime.Validation;

/// <summary>One thing to say about deployed files, and where it is to be mended.</summary>
internal sealed record Finding(FindingKind Kind, RuleSeverity Severity, FilePlace Place, string Message)
{
    public string SeverityName => Severity.ToString().ToLowerInvariant();

    /// <summary>One line, of the form that editors and terminals make a link of.</summary>
    public override string ToString() => $"{Place}: {SeverityName} {Kind.Id}: {(Kind.Name is { } name ? name + ": " : "")}{Message}";
}
