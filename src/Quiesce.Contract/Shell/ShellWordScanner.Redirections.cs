namespace Quiesce.Contract.Shell;

internal sealed partial class ShellWordScanner
{
    /// <summary>Whether what was read so far can stand in front of a redirection: nothing, or one digit.</summary>
    private bool IsDescriptor() => _text.Length == 0 || (_text.Length == 1 && ShellNames.IsDigit(_text[0]));

    private ShellToken ReadRedirection(int c, int start)
    {
        var kind = c == '>' ? ReadOutputKind() : ReadInputKind();
        var descriptor = _text.Length == 1 ? _text[0] - '0' : c == '>' ? 1 : 0;
        return new(ShellTokenKind.Redirection, input.RangeFrom(start), Redirection: new(kind, descriptor));
    }

    private ShellRedirectionKind ReadOutputKind()
    {
        switch (input.ReadJoiningLines())
        {
            case '>':
                return ShellRedirectionKind.Append;
            case '|':
                return ShellRedirectionKind.Clobber;
            case '&':
                return ShellRedirectionKind.DuplicateOutput;
            default:
                input.Unread();
                return ShellRedirectionKind.Output;
        }
    }

    private ShellRedirectionKind ReadInputKind()
    {
        switch (input.ReadJoiningLines())
        {
            case '<' when input.ReadJoiningLines() == '-':
                return ShellRedirectionKind.HereDocumentWithoutTabs;
            case '<':
                input.Unread();
                return ShellRedirectionKind.HereDocument;
            case '&':
                return ShellRedirectionKind.DuplicateInput;
            case '>':
                return ShellRedirectionKind.InputOutput;
            default:
                input.Unread();
                return ShellRedirectionKind.Input;
        }
    }
}
