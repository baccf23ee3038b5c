namespace Quiesce.Contract.Shell;

/// <summary>A place in a text, in UTF-16 units from its start.</summary>
internal readonly record struct TextRange(int Start, int Length)
{
    public int End => Start + Length;

    public static TextRange Between(int start, int end) => new(start, end > start ? end - start : 0);
}
