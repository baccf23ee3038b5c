namespace Quiesce.Build;

/// <summary>What the compiler left in the assembly instead of files: a profile type that breaks a rule, and the rule's own words.</summary>
internal sealed record Rejection(string Type, string Id, string Message);
