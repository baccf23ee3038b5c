namespace Quiesce.Contract.Shell;

internal enum ShellTokenKind
{
    EndOfInput,
    NewLine,
    Semicolon,
    Background,
    And,
    Or,
    Pipe,
    OpenParenthesis,
    CloseParenthesis,
    EndOfCase,
    Redirection,
    Word,

    // Reserved words: words like any other except where a command may start.
    Not,
    Case,
    Do,
    Done,
    Elif,
    Else,
    Esac,
    Fi,
    For,
    If,
    In,
    Then,
    Until,
    While,
    OpenBrace,
    CloseBrace,
}
