namespace Quiesce.Contract.Shell;

/// <summary>A place as editors count it: the first character of a text is line 1, column 1.</summary>
internal readonly record struct TextPosition(int Line, int Column)
{
    public static TextPosition Of(string text, int offset)
    {
        var line = 1;
        var lineStart = 0;
        for (var at = text.IndexOf('\n'); at >= 0 && at < offset; at = text.IndexOf('\n', at + 1))
        {
            line++;
            lineStart = at + 1;
        }

        return new(line, offset - lineStart + 1);
    }
}
