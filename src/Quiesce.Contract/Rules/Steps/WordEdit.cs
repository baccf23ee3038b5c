namespace Quiesce.Contract.Rules;

/// <summary>One word of a shell text, and what is to stand in its place.</summary>
internal sealed record WordEdit(string Was, string Becomes);
