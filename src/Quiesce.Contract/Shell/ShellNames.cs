namespace Quiesce.Contract.Shell;

internal static class ShellNames
{
    public static bool StartsName(int c) => c is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    public static bool ContinuesName(int c) => StartsName(c) || IsDigit(c);

    public static bool IsDigit(int c) => c is >= '0' and <= '9';

    public static bool IsSpecialParameter(int c) => c is '#' or '?' or '$' or '!' or '-' or '*' or '@' || IsDigit(c);

    /// <summary>How many characters at the start of a text are a name; 0 when it starts with none.</summary>
    public static int LengthOfName(string text)
    {
        if (text.Length == 0 || !StartsName(text[0]))
            return 0;

        var length = 1;
        while (length < text.Length && ContinuesName(text[length]))
            length++;
        return length;
    }

    public static bool IsName(ShellWord word) => !word.IsQuoted && word.Text.Length > 0 && LengthOfName(word.Text) == word.Text.Length;

    /// <summary>
    /// POSIX XCU 2.14: no function may take one of these names; dash counts <c>local</c> among them. The others of that section (<c>.</c> and <c>:</c>) are no names.
    /// </summary>
    public static bool IsSpecialBuiltIn(string name) => name is "break" or "continue" or "eval" or "exec" or "exit" or "export" or "local" or "readonly" or "return"
        or "set" or "shift" or "times" or "trap" or "unset";
}
