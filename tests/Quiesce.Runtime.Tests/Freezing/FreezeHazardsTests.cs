using System;
using System.IO;
using Quiesce.Runtime.Freezing;
using Quiesce.Runtime.Freezing.Mounts;
using Xunit;

namespace Quiesce.Runtime.Tests.Freezing;

public sealed class FreezeHazardsTests : IDisposable
{
    private const string MountInfo =
        """
        21 1 8:1 / / rw - ext4 /dev/sda1 rw
        42 21 8:17 / /data rw - xfs /dev/sdb1 rw

        """;

    private const string SwapHeader = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n";

    private readonly string proc = Directory.CreateTempSubdirectory("quiesce-proc-").FullName;

    [Fact]
    public void A_swap_file_on_a_frozen_mount_is_named()
    {
        File.WriteAllText(Path.Combine(proc, "swaps"), SwapHeader + "/data/swap                              file\t\t1048572\t\t0\t\t-2\n");

        Assert.Contains("'/data/swap'", Assert.Single(HazardsOf("/data")), StringComparison.Ordinal);
        Assert.Empty(HazardsOf("/"));
    }

    [Fact]
    public void A_swap_partition_harms_nobody()
    {
        File.WriteAllText(Path.Combine(proc, "swaps"), SwapHeader + "/dev/sda2                               partition\t1048572\t\t0\t\t-2\n");

        Assert.Empty(HazardsOf("/"));
    }

    [Theory]
    [InlineData("fanotify mnt_id:2a mflags:0 mask:10000 ignored_mask:0")]
    [InlineData("fanotify sdev:800011 mflags:0 mask:40020 ignored_mask:0")]
    [InlineData("fanotify ino:4f sdev:800011 mflags:0 mask:20000 ignored_mask:0 fhandle-bytes:8 fhandle-type:1 f_handle:00")]
    public void A_program_that_must_permit_every_open_is_named(string mark)
    {
        AddProcess("1234", "fapolicyd", mark);

        Assert.Contains("process 1234 (fapolicyd)", Assert.Single(HazardsOf("/data")), StringComparison.Ordinal);
        Assert.Empty(HazardsOf("/"));
    }

    [Fact]
    public void A_program_that_only_watches_is_not()
    {
        AddProcess("1234", "watcher", "fanotify mnt_id:2a mflags:0 mask:3b ignored_mask:0");

        Assert.Empty(HazardsOf("/data"));
    }

    /// <summary>To read tens of thousands of others would take longer than the backup of an idle machine.</summary>
    [Fact]
    public void Only_the_descriptors_of_listeners_are_read()
    {
        AddProcess("1234", "database", "fanotify mnt_id:2a mflags:0 mask:10000 ignored_mask:0", "/data/table");

        Assert.Empty(HazardsOf("/data"));
    }

    [Theory]
    [InlineData("log_file = /data/audit.log", "/data")]
    [InlineData("# log_file = /data/audit.log", "/")]
    public void An_audit_log_on_a_frozen_mount_is_named_while_auditd_runs(string configuration, string frozen)
    {
        File.WriteAllText(AuditConfiguration, "max_log_file = 8\n" + configuration + "\n");
        Assert.Empty(HazardsOf(frozen));

        AddProcess("700", "auditd", "");

        Assert.Contains("auditd", Assert.Single(HazardsOf(frozen)), StringComparison.Ordinal);
        Assert.Empty(HazardsOf(frozen == "/" ? "/data" : "/"));
    }

    public void Dispose() => Directory.Delete(proc, recursive: true);

    private string AuditConfiguration => Path.Combine(proc, "auditd.conf");

    private void AddProcess(string number, string name, string mark, string descriptor = "anon_inode:[fanotify]")
    {
        string folder = Path.Combine(proc, number);
        Directory.CreateDirectory(Path.Combine(folder, "fdinfo"));
        Directory.CreateDirectory(Path.Combine(folder, "fd"));
        File.CreateSymbolicLink(Path.Combine(folder, "fd", "3"), descriptor);
        File.WriteAllText(Path.Combine(folder, "comm"), name + "\n");
        File.WriteAllText(Path.Combine(folder, "fdinfo", "3"), "pos:\t0\nflags:\t02\nfanotify flags:4 event-flags:8000\n" + mark + "\n");
    }

    private string[] HazardsOf(string mountPoint)
    {
        MountTable table = MountTable.Parse(MountInfo);
        return [.. new FreezeHazards(table, proc, AuditConfiguration).For(FreezePlan.For([mountPoint], table, new BlockDevices("/nowhere")))];
    }
}
