using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Freezing;
using Quiesce.Runtime.Freezing.Mounts;
using Quiesce.Runtime.Installation;
using Quiesce.Runtime.Tests;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Cli.Tests;

/// <summary><c>quiesce thaw</c> on a real freeze, and the unit that runs it at a shutdown.</summary>
public sealed class ThawTests
{
    [Fact]
    public async Task What_a_record_says_that_we_froze_is_thawed_and_named()
    {
        Privileges.RequireRoot();
        Assert.SkipUnless(File.Exists("/dev/loop-control"), "freezing is tested on loop devices, and this kernel has none");
        using var memory = new MemoryFolder();
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        await using FreezeSession session = await FreezeSession.PrepareAsync(
            FreezePlan.For([system.MountPoint], MountTable.Read(), new BlockDevices()),
            new FreezeOptions { GuardExecutable = [CommandLine.Executable], RecordDirectory = memory.Records, LockFile = "/nowhere/lock" },
            CancellationToken.None);
        session.Freeze();

        (int exitCode, string output, _) = CommandLine.Run("thaw", "--records", memory.Records, "--json");
        await system.WriteAsync();

        Assert.Equal(0, exitCode);
        JsonElement thawed = Assert.Single(JsonDocument.Parse(output).RootElement.GetProperty("fileSystems").EnumerateArray());
        Assert.Equal(system.MountPoint, thawed.GetProperty("mountPoint").GetString());
        Assert.True(thawed.GetProperty("thawed").GetBoolean());
        Assert.False(thawed.GetProperty("mayBeFrozen").GetBoolean());
    }

    [Fact]
    public async Task A_dry_run_names_what_would_be_thawed_and_leaves_the_freeze_as_it_is()
    {
        Privileges.RequireRoot();
        Assert.SkipUnless(File.Exists("/dev/loop-control"), "freezing is tested on loop devices, and this kernel has none");
        using var memory = new MemoryFolder();
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        await using FreezeSession session = await FreezeSession.PrepareAsync(
            FreezePlan.For([system.MountPoint], MountTable.Read(), new BlockDevices()),
            new FreezeOptions { GuardExecutable = [CommandLine.Executable], RecordDirectory = memory.Records, LockFile = "/nowhere/lock" },
            CancellationToken.None);
        session.Freeze();
        // By another program: the framework's own reading respects the holders' lock.
        (int, string) record = Tool.TryRun("sha256sum", session.RecordPath!);

        (int exitCode, string output, _) = CommandLine.Run("thaw", "--records", memory.Records, "--dry-run", "--json");
        string text = CommandLine.Run("thaw", "--records", memory.Records, "--dry-run").Output;

        Assert.Equal(record, Tool.TryRun("sha256sum", session.RecordPath!));
        Assert.True((await session.ThawAsync()).Held);
        Assert.Equal((0, system.MountPoint + ": would be thawed\n"), (exitCode, text));
        JsonElement found = Assert.Single(JsonDocument.Parse(output).RootElement.GetProperty("fileSystems").EnumerateArray());
        Assert.Equal(system.MountPoint, found.GetProperty("mountPoint").GetString());
        Assert.True(found.GetProperty("wouldBeThawed").GetBoolean());
        Assert.False(found.TryGetProperty("thawed", out _));
    }

    [Fact]
    public void Where_nothing_is_recorded_nothing_is_thawed_and_that_is_success()
    {
        Privileges.RequireRoot();
        using var memory = new MemoryFolder();

        Assert.Equal((0, "nothing of ours is frozen\n", ""), CommandLine.Run("thaw", "--records", memory.Records));
        Assert.Equal((0, "nothing of ours is frozen\n", ""), CommandLine.Run("thaw", "--records", memory.Records, "--dry-run"));
    }

    [Fact]
    public void A_record_named_in_place_of_its_folder_is_not_taken_for_an_empty_one()
    {
        Privileges.RequireRoot();
        using var memory = new MemoryFolder();
        string record = Path.Combine(memory.Folder, "1-1" + FreezeRecord.Extension);
        File.WriteAllText(record, "");

        (int exitCode, string output, _) = CommandLine.Run("thaw", "--records", record);

        Assert.Equal(1, exitCode);
        Assert.StartsWith(record + ": is not a folder of records", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_freeze_can_be_recorded_nobody_says_that_nothing_is_frozen()
    {
        Privileges.RequireRoot();

        // In /proc nothing can be recorded.
        (int exitCode, string output, _) = CommandLine.Run("thaw", "--records", "/proc/quiesce");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("/proc/quiesce: is not in memory", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_unit_starts_last_and_so_is_stopped_before_anything_that_may_wait_for_a_frozen_mount()
    {
        (int exitCode, string unit, _) = CommandLine.Run("thaw", "--print-unit");

        Assert.Equal(0, exitCode);
        string[] lines = unit.Split('\n');
        Assert.Contains("DefaultDependencies=no", lines);
        Assert.Contains($"WantedBy={ThawUnit.WantedBy}", lines);
        Assert.Contains(ThawUnit.WantedBy, lines.Single(line => line.StartsWith("After=", StringComparison.Ordinal)).Split('=', ' '));
        Assert.Contains($"ExecStop={CommandLine.Executable} thaw", lines);
    }

    [Fact]
    public void Systemd_has_nothing_to_complain_about_in_the_unit()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/systemd-analyze"), "systemd is not installed");
        using var folder = new ScratchFolder();
        string unit = folder.Write(ThawUnit.Name, ThawUnit.Text("/bin/true"));

        Assert.Equal((0, ""), Tool.TryRun("systemd-analyze", "verify", "--man=no", unit));
    }

    [Theory]
    [InlineData("/usr/local/bin/quiesce", true)]
    [InlineData("/opt/quiesce_0.1+1/quiesce", true)]
    [InlineData("quiesce", false)]
    [InlineData("/opt/my tools/quiesce", false)]
    [InlineData("/opt/100%/quiesce", false)]
    [InlineData("/opt/$HOME/quiesce", false)]
    public void A_program_whose_path_a_unit_would_read_otherwise_is_not_named_in_one(string program, bool canBeNamed) => Assert.Equal(canBeNamed, ThawUnit.CanName(program));
}
