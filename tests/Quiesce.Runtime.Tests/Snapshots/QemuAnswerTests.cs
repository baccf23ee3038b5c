using System;
using System.IO;
using System.Threading.Tasks;
using Quiesce.Runtime.Snapshots;
using Xunit;

namespace Quiesce.Runtime.Tests.Snapshots;

/// <summary>What a monitor tells of its drives, and what answers there without being one.</summary>
public sealed class QemuAnswerTests : IDisposable
{
    /// <summary>As QEMU 7.2 tells of a drive with <c>snapshot=on</c>; what it is opened as, its cache and its name are left out where they stand.</summary>
    private const string Overlay =
        """[{"device": "drive0", "inserted": {"node-name": "#block1", "image": {"virtual-size": 4096, "backing-image": {"filename": "/vm/base.img"} }, "cache": {"no-flush": FLUSH}, "file": FILE}}]""";

    private readonly ScratchFolder _folder = new();
    private readonly StandInMonitor _monitor;

    public QemuAnswerTests() => _monitor = new StandInMonitor(_folder.At("qmp"));

    private ISnapshotProvider Provider => Snapshot.Qemu(_monitor.Path, [("drive0", _folder.At("0.qcow2"))]);

    public void Dispose()
    {
        _monitor.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("\"json:{\\\"driver\\\": \\\"qcow2\\\", \\\"file\\\": {\\\"driver\\\": \\\"file\\\", \\\"filename\\\": \\\"/var/tmp/vl.C3E5Y3\\\"}}\"")]
    [InlineData("\"/var/tmp/vl.C3E5Y3\"")]
    public async Task A_drive_whose_changes_are_temporary_is_refused_with_what_to_do(string file)
    {
        _monitor.Answers["query-block"] = Overlay.Replace("FLUSH", "true").Replace("FILE", file);

        string refusal = await Taking.RefusedAsync(Provider);

        Assert.Contains("snapshot=on", refusal);
        Assert.Contains("Start the machine without it", refusal);
    }

    [Theory]
    [InlineData("false", "\"/var/tmp/vl.C3E5Y3\"")]
    [InlineData("true", "\"/vm/disk.qcow2\"")]
    [InlineData("true", "\"json:{\\\"driver\\\": \\\"nbd\\\"}\"")]
    public async Task An_overlay_that_is_a_machines_own_disk_is_backed_up(string flush, string file)
    {
        _monitor.Answers["query-block"] = Overlay.Replace("FLUSH", flush).Replace("FILE", file);

        await Taking.KeptAsync(Provider);
    }

    [Theory]
    [InlineData("#not JSON")]
    [InlineData("#")]
    [InlineData("#{\"id\": \"quiesce-2\"}")]
    [InlineData("#{\"id\": \"quiesce-2\", \"error\": 3}")]
    [InlineData("7")]
    [InlineData("[7]")]
    [InlineData("[{\"device\": 7}]")]
    [InlineData("[{\"device\": \"\\uD800\"}]")]
    [InlineData("[{\"device\": \"drive0\", \"inserted\": 7}]")]
    [InlineData("[{\"device\": \"drive0\", \"inserted\": {\"image\": {\"virtual-size\": 1e99}}}]")]
    [InlineData("[{\"device\": \"drive0\", \"inserted\": {\"image\": {\"virtual-size\": 1, \"backing-image\": 1}, \"cache\": {\"no-flush\": true}, \"file\": []}}]")]
    public async Task An_answer_that_no_monitor_gives_ends_in_a_sentence(string answer)
    {
        _monitor.Answers["query-block"] = answer;

        Assert.NotEmpty(await Taking.RefusedAsync(Provider));
        Assert.Equal([_monitor.Path], Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("SSH-2.0-OpenSSH")]
    [InlineData("{\"return\": {}}")]
    public async Task Who_does_not_greet_as_a_monitor_is_not_spoken_to(string greeting)
    {
        _monitor.Greeting = greeting;

        Assert.Contains("QMP", await Taking.RefusedAsync(Provider));
        Assert.Empty(_monitor.Commands);
    }
}
