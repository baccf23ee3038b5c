namespace Quiesce.Analyzers.Tests.Samples;

/// <summary>The ways in which an author can write one and the same value.</summary>
public enum Writing
{
    Literal,

    ConstExpression,

    NameOf,

    /// <summary>Declared in another file.</summary>
    NamedConstant,
}
