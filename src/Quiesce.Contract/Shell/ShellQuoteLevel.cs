namespace Quiesce.Contract.Shell;

/// <summary>
/// One level of nesting inside a word. <c>${…}</c> opens a level only where it changes the quoting, arithmetic always; substituted commands are read by the parser.
/// </summary>
internal sealed class ShellQuoteLevel(ShellQuoting quoting, ShellQuoteLevel? outer, bool isDoubleQuoted)
{
    public ShellQuoteLevel? Outer => outer;

    public ShellQuoting Quoting { get; set; } = quoting;

    /// <summary>Whether a backslash keeps itself in front of an ordinary character.</summary>
    public bool IsDoubleQuoted { get; set; } = isDoubleQuoted;

    /// <summary>Whether the level ends with its last <c>}</c>.</summary>
    public bool EndsWithExpansion { get; init; }

    /// <summary>How many <c>${</c> of this level are open.</summary>
    public int OpenExpansions { get; set; }

    /// <summary>How many of them stand inside double quotes, so that a further quote does not end those.</summary>
    public int OpenQuotedExpansions { get; set; }

    /// <summary>Inside quotes inside <c>${…}</c>, where a <c>}</c> is a character.</summary>
    public bool InInnerQuotes { get; set; }

    /// <summary>How many <c>(</c> of an arithmetic expansion are open.</summary>
    public int OpenParentheses { get; set; }
}
