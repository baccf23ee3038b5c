namespace Quiesce.Generators.Emission;

/// <summary>Why a profile has no artefacts: the build step fails on it, whatever became of the diagnostic.</summary>
internal sealed record Rejection(string TypeName, string RuleId, string Message);
