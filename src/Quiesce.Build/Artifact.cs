using System;
using System.IO;

namespace Quiesce.Build;

/// <summary>One file of a compiled profile: where it belongs below the <c>quiesce/</c> folder, its mode and its whole text.</summary>
internal sealed record Artifact(string Path, UnixFileMode Mode, string Text)
{
    /// <summary>Reads a mode as records carry it: three octal digits, such as <c>600</c>.</summary>
    public static UnixFileMode ParseMode(string path, string mode)
    {
        if (mode.Length != 3 || mode.AsSpan().ContainsAnyExceptInRange('0', '7'))
            throw BuildError.UnreadableRecord($"the mode '{mode}' of '{path}' is not three octal digits");
        return (UnixFileMode)Convert.ToInt32(mode, 8);
    }
}
