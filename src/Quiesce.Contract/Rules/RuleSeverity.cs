namespace Quiesce.Contract.Rules;

/// <summary>How much a violation weighs unless it is configured otherwise; errors cannot be.</summary>
internal enum RuleSeverity
{
    Hidden,
    Info,
    Warning,
    Error,
}
