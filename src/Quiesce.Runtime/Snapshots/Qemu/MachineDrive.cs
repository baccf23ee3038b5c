using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Quiesce.Runtime.Snapshots.Qemu;

/// <summary>A drive of a running machine, as <c>query-block</c> tells of it.</summary>
/// <param name="Name">By which it was asked for.</param>
/// <param name="Device">By which QEMU takes it in a command.</param>
/// <param name="Size">In bytes, as the machine sees it.</param>
internal sealed record MachineDrive(string Name, string Device, long Size)
{
    /// <summary>What QEMU calls the files into which it puts a drive's temporary changes, in the folder for temporary files, and six more characters.</summary>
    private const string TemporaryPrefix = "vl.";

    private const int TemporaryNameLength = 9;

    private const string OpenedAs = "json:";

    /// <exception cref="SnapshotException">The machine has no such drive, or none that can be backed up.</exception>
    public static MachineDrive Find(IReadOnlyList<Answer> known, string name)
    {
        foreach (Answer entry in known.Where(entry => NamesOf(entry).Contains(name)))
        {
            Answer inserted = entry.Find("inserted") ?? throw new SnapshotException($"the drive '{name}' is empty");
            if (IsTemporary(inserted))
            {
                throw new SnapshotException(
                    $"the drive '{name}' was started with 'snapshot=on' (or QEMU with '-snapshot'): its changes are temporary, and QEMU deletes a backup of it as it deletes them. Start the machine without it");
            }

            string device = entry["device"].Text is { Length: > 0 } given ? given : inserted["node-name"].Text;
            return new MachineDrive(name, device, inserted["image"]["virtual-size"].Number);
        }

        throw new SnapshotException($"the machine has no drive '{name}'; it has {string.Join(", ", known.SelectMany(NamesOf).Distinct())}");
    }

    /// <summary>No field says so. Such a drive is an overlay without flushes in a file of that name, which no machine's own disk has.</summary>
    private static bool IsTemporary(Answer inserted)
    {
        if (inserted.Find("image")?.Find("backing-image") is null || inserted.Find("cache")?.Find("no-flush") is not { IsTrue: true })
            return false;

        // Newer versions tell the whole of how it was opened, as JSON, older ones the file alone.
        string file = inserted["file"].Text;
        string path = file.StartsWith(OpenedAs, StringComparison.Ordinal) && Answer.Parse(Encoding.UTF8.GetBytes(file[OpenedAs.Length..]), "file") is { } opened
            ? opened.Find("file")?.Find("filename")?.Text ?? ""
            : file;
        string lastPart = Path.GetFileName(path);
        return lastPart.Length == TemporaryNameLength && lastPart.StartsWith(TemporaryPrefix, StringComparison.Ordinal);
    }

    private static IEnumerable<string> NamesOf(Answer entry)
    {
        if (entry.Find("device")?.Text is { Length: > 0 } name)
            yield return name;
        if (entry.Find("qdev")?.Text is { Length: > 0 } path)
            yield return path;
        if (entry.Find("inserted")?.Find("node-name")?.Text is { } nodeName)
            yield return nodeName;
    }
}
