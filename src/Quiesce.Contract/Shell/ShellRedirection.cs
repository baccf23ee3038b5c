namespace Quiesce.Contract.Shell;

/// <summary>One redirection of a command.</summary>
internal sealed class ShellRedirection(ShellRedirectionOperator @operator, TextRange range, ShellWord target)
{
    public ShellRedirectionOperator Operator => @operator;

    /// <summary>The operator's place, with the descriptor in front of it.</summary>
    public TextRange Range => range;

    /// <summary>The file, the descriptor, or the here-document's delimiter.</summary>
    public ShellWord Target => target;

    /// <summary>The here-document; it starts on the next line, so the reader fills it in once, later.</summary>
    public ShellWord? Document { get; set; }
}
