namespace Quiesce.Runtime.Validation;

/// <summary>One thing to say about a deployed profile: <c>Severity</c> is <c>error</c>, <c>warning</c> or <c>info</c>, <c>Code</c> a rule's id or an outcome's name and number.</summary>
internal sealed record Finding(string Severity, string Code, string Message)
{
    public const string Error = "error";
    public const string Warning = "warning";
    public const string Info = "info";
}
