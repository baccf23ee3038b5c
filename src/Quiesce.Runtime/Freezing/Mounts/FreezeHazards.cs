using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Quiesce.Runtime.Freezing.Mounts;

/// <summary>
/// What is known to make a freeze hang, said beforehand: swap on a file of a mount to be frozen, an audit log on it, and programs such as fapolicyd that every open
/// of a file on it waits for – and that wait themselves, once they write a log there.
/// </summary>
internal sealed class FreezeHazards(MountTable table, string proc = "/proc", string auditConfiguration = "/etc/audit/auditd.conf")
{
    /// <summary>FAN_OPEN_PERM, FAN_ACCESS_PERM, FAN_OPEN_EXEC_PERM and FAN_PRE_ACCESS of linux/fanotify.h: events that wait for an answer.</summary>
    private const ulong AskingEvents = 0x10000 | 0x20000 | 0x40000 | 0x100000;

    /// <summary>What the descriptor of a listener is a link to.</summary>
    private const string Listener = "anon_inode:[fanotify]";

    private const int MinorBits = 20;

    private const string DefaultAuditLog = "/var/log/audit/audit.log";

    /// <summary>A sentence for each.</summary>
    public IReadOnlyList<string> For(FreezePlan plan) => [.. SwapFiles(plan), .. AuditLog(plan), .. PermissionListeners(plan)];

    private IEnumerable<string> SwapFiles(FreezePlan plan) =>
        from line in Lines(Path.Combine(proc, "swaps")).Skip(1)
        let fields = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)
        where fields.Length > 1 && fields[1] == "file" && IsFrozen(fields[0], plan)
        select $"'{fields[0]}' is in use as swap and lies on a mount that is to be frozen: a program that is swapped in meanwhile can wait for the thaw.";

    /// <summary>auditd.conf(5): <c>log_file = /var/log/audit/audit.log</c>, which is the default too.</summary>
    private IEnumerable<string> AuditLog(FreezePlan plan)
    {
        string log = Lines(auditConfiguration)
            .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(setting => setting is ["log_file", _])
            .Select(setting => setting[1])
            .FirstOrDefault(DefaultAuditLog);
        return IsFrozen(log, plan) && Processes.Any(process => Lines(Path.Combine(process, "comm")).FirstOrDefault() == "auditd")
            ? [$"auditd writes to '{log}' on a mount that is to be frozen: once its queue is full, every audited system call waits."]
            : [];
    }

    private bool IsFrozen(string path, FreezePlan plan) => table.Holding(path) is { } mount && plan.Mounts.Any(frozen => frozen.Device == mount.Device);

    private IEnumerable<string> Processes => Folders(proc).Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]));

    private IEnumerable<string> PermissionListeners(FreezePlan plan)
    {
        foreach (string process in Processes)
        {
            if (ListenersOf(process).Any(file => Lines(file).Any(line => AsksAbout(line, plan))))
            {
                string name = Lines(Path.Combine(process, "comm")).FirstOrDefault("?");
                yield return $"process {Path.GetFileName(process)} ({name}) must permit every access to a mount that is to be frozen (fanotify): if it writes there, everything waits for the thaw.";
            }
        }
    }

    /// <summary>Only these are read: a busy machine has tens of thousands of descriptors, and a link is the cheaper thing to look at.</summary>
    private static IEnumerable<string> ListenersOf(string process) =>
        Files(Path.Combine(process, "fdinfo")).Where(file => Try(() => [new FileInfo(Path.Combine(process, "fd", Path.GetFileName(file))).LinkTarget ?? ""]) is [Listener]);

    /// <summary><c>fanotify mnt_id:2a mflags:0 mask:10000 …</c>, or <c>sdev:</c> – the kernel's own device number – for a file's or a whole file system's mark.</summary>
    private bool AsksAbout(string line, FreezePlan plan)
    {
        if (!line.StartsWith("fanotify ", StringComparison.Ordinal) || (Hex(line, "mask:") & AskingEvents) == 0)
            return false;

        DeviceNumber? device = line.Contains(" mnt_id:", StringComparison.Ordinal)
            ? table.Entries.FirstOrDefault(entry => (ulong)entry.Id == Hex(line, "mnt_id:"))?.Device
            : new DeviceNumber((uint)(Hex(line, "sdev:") >> MinorBits), (uint)(Hex(line, "sdev:") & ((1 << MinorBits) - 1)));
        return plan.Mounts.Any(mount => mount.Device == device);
    }

    private static ulong Hex(string line, string name) => line.Split(' ')
        .Where(field => field.StartsWith(name, StringComparison.Ordinal))
        .Select(field => ulong.Parse(field.AsSpan(name.Length), NumberStyles.HexNumber, CultureInfo.InvariantCulture))
        .FirstOrDefault();

    private static IEnumerable<string> Folders(string folder) => Try(() => Directory.GetDirectories(folder));

    private static IEnumerable<string> Files(string folder) => Try(() => Directory.GetFiles(folder));

    private static IEnumerable<string> Lines(string file) => Try(() => File.ReadAllLines(file));

    /// <summary>Processes end, and their folders with them, while they are looked at.</summary>
    private static string[] Try(Func<string[]> look)
    {
        try
        {
            return look();
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
