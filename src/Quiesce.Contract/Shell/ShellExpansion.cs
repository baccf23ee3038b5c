namespace Quiesce.Contract.Shell;

internal enum ShellExpansionKind
{
    Parameter,

    /// <summary>A <c>${…}</c> that a POSIX shell reads to its end and refuses when it runs, such as <c>${x^^}</c>.</summary>
    BadParameter,

    Arithmetic,
    Command,

    /// <summary>A <c>$</c> in front of a quote, which to a POSIX shell is only a dollar sign.</summary>
    DollarQuote,
}

/// <summary>What a shell replaces inside a word.</summary>
/// <param name="Kind">By what it is replaced.</param>
/// <param name="Range">Where it starts, and as much as tells its kind.</param>
/// <param name="Commands">The commands of a command substitution.</param>
internal sealed record ShellExpansion(ShellExpansionKind Kind, TextRange Range, ShellList? Commands = null);
