namespace Quiesce.Contract.Shell;

/// <param name="Kind">What was read.</param>
/// <param name="Range">Where it stands in the script.</param>
/// <param name="Word">The word, also when it is a reserved one.</param>
/// <param name="Redirection">The operator, when it is a redirection; what it redirects to is the next token.</param>
internal readonly record struct ShellToken(ShellTokenKind Kind, TextRange Range, ShellWord? Word = null, ShellRedirectionOperator Redirection = default);
