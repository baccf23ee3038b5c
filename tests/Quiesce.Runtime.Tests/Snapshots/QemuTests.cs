using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Snapshots;
using Xunit;

namespace Quiesce.Runtime.Tests.Snapshots;

/// <summary>The conversation with QEMU's monitor and its guest agent, against stand-ins of both.</summary>
public sealed class QemuTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly StandInMonitor _monitor;

    public QemuTests() => _monitor = new StandInMonitor(_folder.At("qmp"));

    private string[] Files => [.. Directory.GetFiles(_folder.Path).Select(path => Path.GetFileName(path)!).Except(["qmp", "qga"]).Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        _monitor.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Drives_are_backed_up_by_one_transaction_and_named_once_they_are_whole()
    {
        SnapshotResult result = await TakenAsync(Provider("drive0", "#block2"));

        Assert.Equal(["qmp_capabilities", "query-block", "transaction"], _monitor.Commands.Select(command => command.Split(' ')[0]));
        Assert.Contains("\"completion-mode\":\"grouped\"", _monitor.Commands[2]);
        Assert.Equal([4096L, 512L], result.Parts.Select(part => part.SizeInBytes!.Value));
        Assert.Equal(["0.qcow2", "1.qcow2"], Files);
        Assert.Equal("backup of drive1", File.ReadAllText(_folder.At("1.qcow2")));
    }

    [Fact]
    public async Task A_failed_job_leaves_none_of_the_files()
    {
        _monitor.JobsDo = "No space left on device";

        Assert.Contains("No space left on device", await FailedAsync(Provider("drive0", "drive1")));
        Assert.Empty(Files);
    }

    [Fact]
    public async Task A_cancelled_run_cancels_the_jobs_and_leaves_none_of_the_files()
    {
        _monitor.JobsDo = "nothing";
        using var source = new CancellationTokenSource();
        IPreparedSnapshot prepared = await Provider("drive0").PrepareAsync(Taking.Context(), TestContext.Current.CancellationToken);
        await prepared.TakeAsync(TestContext.Current.CancellationToken);
        Task<SnapshotResult> commit = prepared.CommitAsync(source.Token);
        source.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => commit);
        await prepared.AbandonAsync();

        Assert.StartsWith("block-job-cancel", _monitor.Commands.Last());
        Assert.Empty(Files);
    }

    [Fact]
    public async Task The_guest_is_frozen_for_the_instant_and_no_longer()
    {
        using var agent = new StandInMonitor(_folder.At("qga"), isAgent: true);

        SnapshotResult result = await TakenAsync(Frozen(agent));

        Assert.Equal(["guest-sync", "guest-fsfreeze-status", "guest-fsfreeze-freeze", "guest-fsfreeze-thaw"], agent.Commands.Select(command => command.Split(' ')[0]));
        Assert.Contains("froze 2 file systems", result.Parts[0].Note);
    }

    [Theory]
    [InlineData("guest-fsfreeze-freeze", "\"two\"", "guest-fsfreeze-freeze is not a whole number")]
    [InlineData("guest-fsfreeze-thaw", "1", "only 1 of them still frozen")]
    [InlineData("guest-fsfreeze-freeze", "0", "froze nothing")]
    [InlineData("guest-fsfreeze-freeze", "!hook failed", "hook failed")]
    public async Task A_guest_that_was_not_frozen_over_the_instant_is_no_snapshot_and_is_thawed(string command, string answer, string expected)
    {
        using var agent = new StandInMonitor(_folder.At("qga"), isAgent: true);
        agent.Answers[command] = answer;

        Assert.Contains(expected, await FailedAsync(Frozen(agent)));
        Assert.Equal("guest-fsfreeze-thaw", agent.Commands.Last());
        Assert.Empty(Files);
    }

    /// <summary>Also where a run that was killed in that instant left it so: nobody else would say how to mend it.</summary>
    [Fact]
    public async Task A_guest_that_is_frozen_already_is_left_so_and_its_cure_is_named()
    {
        using var agent = new StandInMonitor(_folder.At("qga"), isAgent: true);
        agent.Answers["guest-fsfreeze-status"] = "\"frozen\"";

        Assert.Contains("guest-fsfreeze-thaw", await Taking.RefusedAsync(Frozen(agent)));
        Assert.Equal("guest-fsfreeze-status", agent.Commands.Last());
    }

    [Fact]
    public async Task A_drive_that_is_not_there_is_answered_with_those_that_are() =>
        Assert.Contains("drive0, /machine/disk, #block1, drive1, #block2", await Taking.RefusedAsync(Provider("disk7")));

    [Fact]
    public async Task A_file_that_is_there_is_not_overwritten()
    {
        _folder.Write("0.qcow2", "former");

        Assert.Contains("there already", await Taking.RefusedAsync(Provider("drive0")));
    }

    [Fact]
    public async Task Where_nobody_listens_the_option_that_is_missing_is_named() =>
        Assert.Contains("-qmp unix:", await Taking.RefusedAsync(Snapshot.Qemu(_folder.At("none"), [("drive0", _folder.At("a"))])));

    [Fact]
    public async Task Two_drives_do_not_go_into_one_file() =>
        Assert.Contains("'drive0' and 'drive1'", await Taking.RefusedAsync(Snapshot.Qemu(_monitor.Path, [("drive0", _folder.At("a")), ("drive1", _folder.At("a"))])));

    [Fact]
    public async Task A_file_that_came_meanwhile_stays_and_none_of_the_backups_does()
    {
        IPreparedSnapshot prepared = await Provider("drive0", "drive1").PrepareAsync(Taking.Context(), TestContext.Current.CancellationToken);
        await prepared.TakeAsync(TestContext.Current.CancellationToken);
        _folder.Write("1.qcow2", "somebody else's");

        Assert.Contains("1.qcow2", (await Assert.ThrowsAsync<SnapshotException>(() => prepared.CommitAsync(TestContext.Current.CancellationToken))).Message);
        await prepared.AbandonAsync();

        Assert.Equal(["1.qcow2"], Files);
        Assert.Equal("somebody else's", File.ReadAllText(_folder.At("1.qcow2")));
    }

    [Fact]
    public async Task A_whole_backup_that_is_nowhere_to_be_seen_is_none()
    {
        _monitor.JobsDo = "vanish";

        Assert.Contains("container", await FailedAsync(Provider("drive0", "drive1")));
        Assert.Empty(Files);
    }

    [Fact]
    public async Task A_job_that_nobody_could_cancel_is_named()
    {
        _monitor.JobsDo = "nothing";
        _monitor.Answers["block-job-cancel"] = StandInMonitor.HangUp;
        IPreparedSnapshot prepared = await Provider("drive0").PrepareAsync(Taking.Context(), TestContext.Current.CancellationToken);
        await prepared.TakeAsync(TestContext.Current.CancellationToken);

        Assert.Contains("'quiesce-01234567-0' of the drive 'drive0' may still run", (await Assert.ThrowsAsync<SnapshotException>(prepared.AbandonAsync)).Message);
        Assert.Empty(Files);
    }

    private ISnapshotProvider Provider(params string[] drives) => Backups(null, drives);

    private ISnapshotProvider Frozen(StandInMonitor agent) => Backups(agent.Path, ["drive0"]);

    private ISnapshotProvider Backups(string? agent, string[] drives) =>
        Snapshot.Qemu(_monitor.Path, [.. drives.Select((drive, index) => (drive, _folder.At($"{index}.qcow2")))], agent);

    private static async Task<SnapshotResult> TakenAsync(ISnapshotProvider provider)
    {
        IPreparedSnapshot prepared = await provider.PrepareAsync(Taking.Context(), TestContext.Current.CancellationToken);
        await prepared.TakeAsync(TestContext.Current.CancellationToken);
        return await prepared.CommitAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> FailedAsync(ISnapshotProvider provider)
    {
        IPreparedSnapshot prepared = await provider.PrepareAsync(Taking.Context(), TestContext.Current.CancellationToken);
        SnapshotException failure = await Assert.ThrowsAsync<SnapshotException>(async () =>
        {
            await prepared.TakeAsync(TestContext.Current.CancellationToken);
            await prepared.CommitAsync(TestContext.Current.CancellationToken);
        });
        await prepared.AbandonAsync();
        return failure.Message;
    }
}
