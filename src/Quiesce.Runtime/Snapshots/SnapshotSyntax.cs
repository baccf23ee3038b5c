using System;
using System.Collections.Generic;
using System.Linq;

namespace Quiesce.Runtime.Snapshots;

/// <summary>Snapshots as the command line writes them: <c>KIND:WHAT</c>.</summary>
internal static class SnapshotSyntax
{
    public const string Copy = "copy:SOURCE=DESTINATION";
    public const string Btrfs = "btrfs:SUBVOLUME=DESTINATION";
    public const string Lvm = "lvm:GROUP/VOLUME[,size=SIZE]";
    public const string Zfs = "zfs:POOL/DATASET[@NAME]";

    public const string Qmp = "qmp:SOCKET,DRIVE=FILE[,DRIVE=FILE…][,agent=SOCKET]";

    public static IReadOnlyList<string> Forms { get; } = [Copy, Btrfs, Lvm, Zfs, Qmp];

    public static ISnapshotProvider Parse(string text)
    {
        (string kind, string what) = SplitAt(text, ':') ?? throw Wrong(text, $"a snapshot is written KIND:WHAT, as {string.Join(", ", Forms)}");
        return kind switch
        {
            "copy" => Pair(text, what, Copy, Snapshot.Copy),
            "btrfs" => Pair(text, what, Btrfs, Snapshot.Btrfs),
            "lvm" => ParseLvm(text, what),
            "zfs" => ParseZfs(text, what),
            "qmp" => ParseQmp(text, what),
            _ => throw Wrong(text, $"there is no snapshot of the kind '{kind}'; there are {string.Join(", ", Forms)}, and --snapshot-command for everything else"),
        };
    }

    private static ISnapshotProvider Pair(string text, string what, string form, Func<string, string, ISnapshotProvider> make) => SplitAt(what, '=') is ({ Length: > 0 } source, { Length: > 0 } destination)
        ? make(source, destination)
        : throw Wrong(text, $"both sides of '=' must be named: {form}");

    private static ISnapshotProvider ParseLvm(string text, string what)
    {
        string[] parts = what.Split(',');
        string? size = null;
        foreach (string option in parts.Skip(1))
            size = SplitAt(option, '=') is ("size", { Length: > 0 } value) ? value : throw Wrong(text, $"'{option}' is no setting of this kind: {Lvm}");
        return parts[0].Split('/') is [{ Length: > 0 }, { Length: > 0 }] && !parts[0].StartsWith('-')
            ? Snapshot.Lvm(parts[0], size)
            : throw Wrong(text, $"name the volume by its group and name, as lvs shows them: {Lvm}");
    }

    private static ISnapshotProvider ParseZfs(string text, string what)
    {
        string[] parts = what.Split('@');
        return parts.Length <= 2 && parts.All(part => part.Length > 0) && !what.StartsWith('-')
            ? Snapshot.Zfs(parts[0], parts.ElementAtOrDefault(1))
            : throw Wrong(text, $"name the data set as zfs list shows it: {Zfs}");
    }

    private static ISnapshotProvider ParseQmp(string text, string what)
    {
        string[] parts = what.Split(',');
        List<(string Drive, string File)> drives = [];
        string? agent = null;
        foreach (string part in parts.Skip(1))
        {
            if (SplitAt(part, '=') is not ({ Length: > 0 } name, { Length: > 0 } value))
                throw Wrong(text, $"'{part}' is no drive with its file: {Qmp}");
            if (name == "agent")
                agent = value;
            else
                drives.Add((name, value));
        }

        return parts[0].Length > 0 && drives.Count > 0 ? Snapshot.Qemu(parts[0], drives, agent) : throw Wrong(text, $"name the monitor's socket and at least one drive: {Qmp}");
    }

    private static (string Before, string After)? SplitAt(string text, char separator)
    {
        int index = text.IndexOf(separator, StringComparison.Ordinal);
        return index < 0 ? null : (text[..index], text[(index + 1)..]);
    }

    private static FormatException Wrong(string text, string message) => new($"'{text}': {message}.");
}
