using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Quiesce.Runtime.Snapshots;
using Xunit;

namespace Quiesce.Runtime.Tests.Snapshots;

/// <summary>A guest that was told to freeze is told to thaw, whatever goes wrong on either side.</summary>
public sealed class QemuGuestTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly StandInMonitor _monitor;
    private readonly StandInMonitor _agent;

    public QemuGuestTests()
    {
        _monitor = new StandInMonitor(_folder.At("qmp"));
        _agent = new StandInMonitor(_folder.At("qga"), isAgent: true);
    }

    private ISnapshotProvider Provider => Snapshot.Qemu(_monitor.Path, [("drive0", _folder.At("0.qcow2"))], _agent.Path);

    public void Dispose()
    {
        _agent.Dispose();
        _monitor.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("!Node is busy", "Node is busy")]
    [InlineData(StandInMonitor.HangUp, "closed the connection")]
    [InlineData("#garbage", "does not speak QMP")]
    public async Task A_backup_that_does_not_start_thaws_the_guest(string answer, string expected)
    {
        _monitor.Answers["transaction"] = answer;

        Assert.Contains(expected, await FailureAsync());
        Assert.Equal("guest-fsfreeze-thaw", _agent.Commands.Last());
        Assert.False(File.Exists(_folder.At("0.qcow2")));
    }

    [Fact]
    public async Task A_thaw_that_got_lost_is_repeated_through_a_new_connection()
    {
        _agent.Answers["guest-fsfreeze-thaw"] = StandInMonitor.HangUp;

        SnapshotPart part = await Taking.KeptAsync(Provider);

        Assert.Contains("froze 2 file systems", part.Note);
        Assert.Equal(["guest-fsfreeze-thaw", "guest-sync", "guest-fsfreeze-thaw"], _agent.Commands.TakeLast(3).Select(command => command.Split(' ')[0]));
    }

    [Fact]
    public async Task A_guest_that_cannot_be_thawed_is_named_beside_what_failed_before()
    {
        _monitor.Answers["transaction"] = "!Node is busy";
        _agent.Answers["guest-fsfreeze-thaw"] = "!no";

        string failure = await FailureAsync();

        Assert.Contains("Node is busy", failure);
        Assert.Contains("may still be frozen", failure);
    }

    [Fact]
    public async Task What_an_agent_still_had_to_say_to_somebody_else_is_passed_over()
    {
        _agent.Greeting = "\"half an answer\"}\n{\"return\": 7, \"id\": \"quiesce-1x\"}";

        await Taking.KeptAsync(Provider);

        Assert.Equal("guest-fsfreeze-thaw", _agent.Commands.Last());
    }

    /// <summary>QEMU takes the connection, and nobody in the guest reads from it.</summary>
    [Fact]
    public async Task An_agent_that_does_not_run_is_named_before_anything_begins()
    {
        _agent.Answers["guest-sync"] = StandInMonitor.Silence;

        Assert.Contains("is qemu-guest-agent installed and running in the guest", await Taking.RefusedAsync(Provider));
        Assert.DoesNotContain(_monitor.Commands, command => command.StartsWith("transaction", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_agents_socket_that_is_not_there_is_answered_with_its_option() =>
        Assert.Contains("-device virtserialport", await Taking.RefusedAsync(Snapshot.Qemu(_monitor.Path, [("drive0", _folder.At("0.qcow2"))], _folder.At("none"))));

    private async Task<string> FailureAsync()
    {
        IPreparedSnapshot prepared = await Provider.PrepareAsync(Taking.Context(), TestContext.Current.CancellationToken);
        SnapshotException failure = await Assert.ThrowsAsync<SnapshotException>(() => prepared.TakeAsync(TestContext.Current.CancellationToken));
        try
        {
            await prepared.AbandonAsync();
        }
        catch (SnapshotException)
        {
            // Where the monitor is gone nobody knows of the job: that is another test's.
        }

        return failure.Message;
    }
}
