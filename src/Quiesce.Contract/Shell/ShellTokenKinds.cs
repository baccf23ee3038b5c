namespace Quiesce.Contract.Shell;

internal static class ShellTokenKinds
{
    public static ShellTokenKind OfWord(string word) => word switch
    {
        "!" => ShellTokenKind.Not,
        "case" => ShellTokenKind.Case,
        "do" => ShellTokenKind.Do,
        "done" => ShellTokenKind.Done,
        "elif" => ShellTokenKind.Elif,
        "else" => ShellTokenKind.Else,
        "esac" => ShellTokenKind.Esac,
        "fi" => ShellTokenKind.Fi,
        "for" => ShellTokenKind.For,
        "if" => ShellTokenKind.If,
        "in" => ShellTokenKind.In,
        "then" => ShellTokenKind.Then,
        "until" => ShellTokenKind.Until,
        "while" => ShellTokenKind.While,
        "{" => ShellTokenKind.OpenBrace,
        "}" => ShellTokenKind.CloseBrace,
        _ => ShellTokenKind.Word,
    };

    /// <summary>Whether a list of commands ends in front of it, rather than being broken by it.</summary>
    public static bool EndsList(this ShellTokenKind kind) => kind is ShellTokenKind.EndOfInput or ShellTokenKind.CloseParenthesis or ShellTokenKind.EndOfCase
        or ShellTokenKind.Do or ShellTokenKind.Done or ShellTokenKind.Elif or ShellTokenKind.Else or ShellTokenKind.Esac or ShellTokenKind.Fi or ShellTokenKind.Then
        or ShellTokenKind.CloseBrace;

    /// <summary>How a message names it.</summary>
    public static Phrase Spelling(this ShellTokenKind kind) => kind switch
    {
        ShellTokenKind.EndOfInput => new("the end of the text"),
        ShellTokenKind.NewLine => new("the end of the line"),
        ShellTokenKind.Word => new("a word"),
        ShellTokenKind.Redirection => new("a redirection"),
        ShellTokenKind.Semicolon => Phrase.Of("';'"),
        ShellTokenKind.Background => Phrase.Of("'&'"),
        ShellTokenKind.And => Phrase.Of("'&&'"),
        ShellTokenKind.Or => Phrase.Of("'||'"),
        ShellTokenKind.Pipe => Phrase.Of("'|'"),
        ShellTokenKind.OpenParenthesis => Phrase.Of("'('"),
        ShellTokenKind.CloseParenthesis => Phrase.Of("')'"),
        ShellTokenKind.EndOfCase => Phrase.Of("';;'"),
        ShellTokenKind.Not => Phrase.Of("'!'"),
        ShellTokenKind.OpenBrace => Phrase.Of("'{'"),
        ShellTokenKind.CloseBrace => Phrase.Of("'}'"),
        _ => Phrase.Of("'" + kind.ToString().ToLowerInvariant() + "'"),
    };
}
