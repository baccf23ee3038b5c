using Quiesce.Contract.Shell;

namespace Quiesce.Contract.Rules;

/// <param name="Range">The token to blame, in the step's text.</param>
/// <param name="Arguments">What the rule's message says beyond member, line and column.</param>
internal readonly record struct StepFinding(TextRange Range, params object[] Arguments)
{
    /// <summary>What mends it, where one word is all that is wrong.</summary>
    public WordEdit? Edit { get; init; }
}
