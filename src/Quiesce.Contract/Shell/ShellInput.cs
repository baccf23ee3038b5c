namespace Quiesce.Contract.Shell;

/// <summary>The characters of a script, one at a time, with one step back.</summary>
/// <param name="text">What is read.</param>
/// <param name="sourceOffsets">
/// Where each character, and the end, stands in the script itself: the inside of backquotes is read without its own backslashes. <see langword="null"/> when the text is the script.
/// </param>
internal sealed class ShellInput(string text, int[]? sourceOffsets = null)
{
    public const int End = -1;

    private int _next;

    /// <summary>The index of the character read last.</summary>
    public int Last { get; private set; }

    public int Read()
    {
        Last = _next;
        return _next < text.Length ? text[_next++] : End;
    }

    /// <summary>Reads on over any number of line continuations.</summary>
    public int ReadJoiningLines()
    {
        int c;
        while ((c = Read()) == '\\' && _next < text.Length && text[_next] == '\n')
            _next++;
        return c;
    }

    public void Unread() => _next = Last;

    public void SkipToEnd() => _next = text.Length;

    /// <summary>Skips the line that starts at the character read last if it is exactly this delimiter.</summary>
    public bool SkipDelimiterLine(string delimiter)
    {
        var end = Last + delimiter.Length;
        if (end > text.Length || string.CompareOrdinal(text, Last, delimiter, 0, delimiter.Length) != 0 || (end < text.Length && text[end] != '\n'))
            return false;

        _next = end < text.Length ? end + 1 : end;
        return true;
    }

    /// <summary>
    /// Reads from the character read last to the end of the word, if nothing in it needs a second look: nearly every word of nearly every script. Otherwise reads nothing.
    /// </summary>
    public string? ReadPlainWord()
    {
        var end = Last;
        while (end < text.Length && !NeedsSecondLook(text[end]))
            end++;

        var isWhole = end == text.Length || text[end] is ' ' or '\t' or '\n' or ';' or '&' or '|' or '(' or ')';
        if (!isWhole || end == Last)
            return null;

        _next = end;
        return text.Substring(Last, end - Last);
    }

    /// <summary>The text from an index up to what is read next.</summary>
    public string Since(int start) => text.Substring(start, _next - start);

    /// <summary>The place in the script of the character at an index.</summary>
    public int SourceOffset(int index) => sourceOffsets is null ? index : sourceOffsets[index];

    public TextRange RangeFrom(int start) => TextRange.Between(SourceOffset(start), SourceOffset(_next));

    private static bool NeedsSecondLook(char c) => c is ' ' or '\t' or '\n' or ';' or '&' or '|' or '(' or ')' or '<' or '>' or '\'' or '"' or '\\' or '$' or '`';
}
