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
    public static string Spelling(this ShellTokenKind kind) => kind switch
    {
        ShellTokenKind.EndOfInput => "the end of the text",
        ShellTokenKind.NewLine => "the end of the line",
        ShellTokenKind.Word => "a word",
        ShellTokenKind.Redirection => "a redirection",
        ShellTokenKind.Semicolon => "';'",
        ShellTokenKind.Background => "'&'",
        ShellTokenKind.And => "'&&'",
        ShellTokenKind.Or => "'||'",
        ShellTokenKind.Pipe => "'|'",
        ShellTokenKind.OpenParenthesis => "'('",
        ShellTokenKind.CloseParenthesis => "')'",
        ShellTokenKind.EndOfCase => "';;'",
        ShellTokenKind.Not => "'!'",
        ShellTokenKind.OpenBrace => "'{'",
        ShellTokenKind.CloseBrace => "'}'",
        _ => "'" + kind.ToString().ToLowerInvariant() + "'",
    };
}
