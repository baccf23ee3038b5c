namespace Quiesce.Runtime.Configuration;

/// <summary>A file, and where something is written in it; without a position when the file as a whole is meant. As text, what editors and terminals make a link of.</summary>
internal sealed record FilePlace(string Path, TextPosition? Position = null)
{
    public override string ToString() => Position is { } position ? $"{Path}:{position}" : Path;
}

/// <summary>Something to say about a place.</summary>
internal sealed record Remark(FilePlace Place, string Text)
{
    public override string ToString() => $"{Place}: {Text}";
}
