namespace Quiesce.Generators.Emission;

/// <summary>Which class gives which name.</summary>
internal sealed record ProfileName(string? Name, string TypeName);
