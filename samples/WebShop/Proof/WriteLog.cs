using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace WebShop.Proof;

/// <summary>The writers' own account of what they sent and what was acknowledged, kept away from the disk that is frozen.</summary>
internal static class WriteLog
{
    public static void Save(string path, IEnumerable<Write> writes)
        => File.WriteAllLines(path, writes.Select(write => string.Create(
            CultureInfo.InvariantCulture,
            $"{write.Engine}\t{write.Writer}\t{write.Seq}\t{write.SentMs:F3}\t{write.AcknowledgedMs:F3}")));

    public static IReadOnlyList<Write> Load(string path)
        => [.. File.ReadLines(path).Select(line => line.Split('\t')).Select(field => new Write(
            field[0],
            int.Parse(field[1], CultureInfo.InvariantCulture),
            long.Parse(field[2], CultureInfo.InvariantCulture),
            double.Parse(field[3], CultureInfo.InvariantCulture),
            double.Parse(field[4], CultureInfo.InvariantCulture)))];
}
