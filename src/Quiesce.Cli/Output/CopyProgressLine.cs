using System;
using System.Globalization;
using System.IO;
using Quiesce.Runtime.Snapshots;

namespace Quiesce.Cli.Output;

/// <summary>One line that a long copy keeps up to date. Only for a terminal: a file could lie on what is frozen, and writing to it would never end.</summary>
internal sealed class CopyProgressLine(TextWriter terminal) : IProgress<SnapshotProgress>
{
    public void Report(SnapshotProgress value)
    {
        double percent = value.TotalBytes == 0 ? 100 : 100.0 * value.DoneBytes / value.TotalBytes;
        terminal.Write(string.Create(CultureInfo.InvariantCulture, $"\r{value.Part}: {percent,3:F0} % of {value.TotalBytes >> 20} MiB"));
        if (value.DoneBytes == value.TotalBytes)
            terminal.WriteLine();
    }
}
