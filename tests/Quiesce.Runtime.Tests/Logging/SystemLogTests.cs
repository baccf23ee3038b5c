using System;
using System.Net.Sockets;
using System.Text;
using Quiesce.Runtime.Logging;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Tests.Reporting;
using Xunit;

namespace Quiesce.Runtime.Tests.Logging;

/// <summary>What arrives at the sockets on which a machine's log listens.</summary>
public sealed class SystemLogTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_journal_gets_the_runs_id_and_profile_as_fields_and_a_message_of_several_lines_whole()
    {
        using Socket journal = Listen("journal");

        new SystemLog(_folder.At("journal"), _folder.At("none")).Write(LogPriority.Warning, "run1", "web-shop", "one\ntwo");

        string entry = Receive(journal);
        Assert.Contains("PRIORITY\n\u0001\0\0\0\0\0\0\u00004\n", entry);
        Assert.Contains("QUIESCE_RUN_ID\n\u0004\0\0\0\0\0\0\0run1\n", entry);
        Assert.Contains("QUIESCE_PROFILE\n\u0008\0\0\0\0\0\0\0web-shop\n", entry);
        Assert.Contains("MESSAGE\n\u0007\0\0\0\0\0\0\0one\ntwo\n", entry);
    }

    [Fact]
    public void Without_a_journal_syslog_gets_one_line_with_the_runs_id()
    {
        using Socket syslog = Listen("log");

        new SystemLog(_folder.At("none"), _folder.At("log")).Write(LogPriority.Error, "run1", "web-shop", "one\ntwo");

        Assert.Equal($"<27>quiesce[{Environment.ProcessId}]: run run1: one two", Receive(syslog));
    }

    [Fact]
    public void Where_nobody_listens_or_nobody_reads_nothing_happens_and_nobody_waits()
    {
        using Socket full = Listen("full");
        var log = new SystemLog(_folder.At("none"), _folder.At("full"));

        // Far more than a socket that is never read can hold.
        for (int line = 0; line < 10_000; line++)
            log.Write(LogPriority.Notice, "run1", "", new string('x', 8192));
        new SystemLog(_folder.At("none"), _folder.At("none")).Write(LogPriority.Notice, "run1", "", "lost");
        new SystemLog(_folder.At(new string('n', 200)), _folder.At("none")).Write(LogPriority.Notice, "run1", "", "lost");
    }

    [Fact]
    public void A_runs_end_is_told_with_its_remarks_before_it()
    {
        using Socket syslog = Listen("log");
        RunReport report = SampleReport.Succeeded with { RunId = "run1", Level = "crash", Outcome = new ReportedOutcome("FreezeNotHeld", 905, "thawed by others", ""), Remarks = ["odd"] };

        RunLog.Ended(new SystemLog(_folder.At("none"), _folder.At("log")), report);

        Assert.EndsWith("run run1: odd", Receive(syslog), StringComparison.Ordinal);
        Assert.EndsWith("run run1: FreezeNotHeld (905), level crash, stall 60.0 ms: thawed by others", Receive(syslog), StringComparison.Ordinal);
    }

    private Socket Listen(string name)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_folder.At(name)));
        return socket;
    }

    private static string Receive(Socket socket)
    {
        byte[] buffer = new byte[64 * 1024];
        socket.ReceiveTimeout = 30_000;
        return Encoding.Latin1.GetString(buffer, 0, socket.Receive(buffer));
    }
}
