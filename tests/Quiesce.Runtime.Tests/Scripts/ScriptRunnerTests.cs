using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Scripts;
using Xunit;

namespace Quiesce.Runtime.Tests.Scripts;

/// <summary>Scripts as they come: good ones, and every kind of bad one. No assertion is about how long something took, but those that would hang without a limit are given a short one.</summary>
public sealed class ScriptRunnerTests : IDisposable
{
    private static readonly TimeSpan s_ample = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(400);

    private readonly ScratchFolder _folder = new();

    // The marks of tests that run beside each other must differ.
    private readonly string _runId = Guid.NewGuid().ToString("N");

    public ScriptRunnerTests() => Privileges.RequireRoot();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Parameters_arrive_as_they_are_and_the_script_knows_its_own_path()
    {
        ScriptResult result = Run("for word; do printf '<%s>' \"$word\"; done; printf '%s' \"$0\"", s_ample, parameters: ["a b", "", "$(false)", "'"]);

        Assert.True(result.Succeeded);
        Assert.Equal("<a b><><$(false)><'>" + _folder.At("script.sh"), result.Output);
    }

    [Fact]
    public void A_script_that_the_kernel_does_not_start_has_failed_and_says_why()
    {
        ScriptResult result = Run("exit 0", s_ample, parameters: [new string('x', 200_000)]);

        Assert.False(result.Succeeded);
        Assert.Equal((ProgramWaitEnd.Exited, 126), (result.End, result.ExitStatus));
        Assert.Contains("script.sh cannot be started: /bin/sh: Argument list too long", result.Error);
    }

    [Fact]
    public void Nothing_of_the_callers_environment_or_descriptors_reaches_a_script()
    {
        Environment.SetEnvironmentVariable("QUIESCE_TEST_LEAK", "leaked");
        using FileStream leak = File.OpenWrite(_folder.At("leak"));

        ScriptResult result = Run("env; ls /proc/$$/fd | while read -r fd; do readlink /proc/$$/fd/$fd; done", s_ample);

        Assert.DoesNotContain("leaked", result.Output);
        Assert.DoesNotContain(_folder.At("leak"), result.Output);
        Assert.Contains("/dev/null", result.Output);
        Assert.Contains($"QUIESCE_RUN_ID={_runId}\n", result.Output);
        Assert.Contains("QUIESCE_HOST_RETRIES=1\n", result.Output);
        Assert.Contains("PWD=/\n", result.Output);
    }

    [Fact]
    public void A_script_runs_in_a_session_of_its_own_with_signals_as_the_system_delivers_them()
    {
        ScriptResult result = Run("read -r line </proc/$$/stat; set -- $line; echo \"$1 $6\"; grep -E '^Sig(Blk|Ign)' /proc/self/status", s_ample);

        string[] lines = result.Output.Split('\n');
        string[] leader = lines[0].Split(' ');
        Assert.Equal(leader[0], leader[1]);
        Assert.Equal("0000000000000000", lines[1].Split('\t')[1]);
        Assert.Equal("0000000000000000", lines[2].Split('\t')[1]);
    }

    [Fact]
    public void The_exit_status_and_both_outputs_are_kept()
    {
        ScriptResult result = Run("echo to-out; echo to-err >&2; exit 7", s_ample);

        Assert.False(result.Succeeded);
        Assert.Equal((7, "to-out\n", "to-err\n"), (result.ExitStatus, result.Output, result.Error));
    }

    [Fact]
    public void A_script_that_a_signal_ends_has_the_status_a_shell_would_show() => Assert.Equal(128 + 11, Run("kill -SEGV $$", s_ample).ExitStatus);

    [Fact]
    public void A_script_that_closes_its_output_is_still_waited_for() => Assert.Equal(5, Run("exec >&- 2>&-; sleep 0.1; exit 5", s_ample).ExitStatus);

    [Theory]
    [InlineData(1024 * 1024)]
    [InlineData(1024 * 1024 * 1024)]
    public void A_flood_of_output_neither_blocks_a_script_nor_fills_memory(long bytes)
    {
        ScriptResult result = Run($"head -c {bytes.ToString(CultureInfo.InvariantCulture)} /dev/zero | tr '\\0' x; echo done", s_ample);

        Assert.True(result.Succeeded);
        Assert.EndsWith("done\n", result.Output, StringComparison.Ordinal);
        Assert.InRange(result.Output.Length, 1, 64 * 1024);
    }

    [Fact]
    public void A_script_past_its_limit_is_ended_with_everything_it_started()
    {
        ScriptResult result = Run(PrintingOwn("sleep 600 & (sleep 601 & exec sleep 602) & setsid sleep 603 & wait"), s_short);

        Assert.Equal(ProgramWaitEnd.TimedOut, result.End);
        Assert.Empty(result.LeftBehind);
        AssertGone();
    }

    [Fact]
    public void Ignoring_SIGTERM_does_not_help_a_script() => AssertEnded("trap '' TERM; while :; do sleep 600; done");

    [Fact]
    public void A_script_that_handles_SIGTERM_is_given_time_to_wind_down()
    {
        // A tenth of the limit is for winding down.
        ScriptResult result = Run("trap 'echo wound down; exit 3' TERM; sleep 600 & wait", TimeSpan.FromSeconds(10));

        Assert.Equal((ProgramWaitEnd.TimedOut, 3), (result.End, result.ExitStatus));
        Assert.Contains("wound down", result.Output);
    }

    [Fact]
    public void A_process_in_another_session_that_lost_its_parent_is_found_by_its_mark() =>
        AssertEnded("(setsid sh -c 'trap \"\" TERM; while :; do sleep 600; done' &) ; sleep 600");

    [Fact]
    public void A_script_that_fails_leaves_nothing_behind()
    {
        Assert.Equal(1, Run(PrintingOwn("setsid sleep 600 </dev/null >/dev/null 2>&1 & exit 1"), s_ample).ExitStatus);
        AssertGone();
    }

    [Fact]
    public void What_a_successful_script_leaves_behind_stays_and_its_open_pipes_are_not_waited_for()
    {
        ScriptResult result = Run("setsid sleep 600 & echo $!", s_ample);

        Assert.True(result.Succeeded);
        using var holder = Process.GetProcessById(int.Parse(result.Output, CultureInfo.InvariantCulture));
        Assert.False(holder.HasExited);
        holder.Kill();
    }

    [Fact]
    public void A_failed_script_is_run_again_as_often_as_its_retries_say()
    {
        ScriptResult result = Run($"echo x >>{_folder.At("attempts")}; exit 1", s_ample, retries: 2);

        Assert.Equal((3, 1), (result.Attempts, result.ExitStatus));
        Assert.Equal(3, File.ReadAllLines(_folder.At("attempts")).Length);
    }

    [Fact]
    public void The_attempt_that_succeeds_is_the_last()
    {
        ScriptResult result = Run($"echo x >>{_folder.At("attempts")}; [ $(wc -l <{_folder.At("attempts")}) -eq 2 ]", s_ample, retries: 5);

        Assert.True(result.Succeeded);
        Assert.Equal(2, result.Attempts);
    }

    [Fact]
    public void All_attempts_together_have_one_time_limit() => Assert.NotEqual(1001, Run("sleep 0.1; exit 1", s_short, retries: 1000).Attempts);

    [Fact]
    public void A_cancelled_script_is_ended()
    {
        using var source = new CancellationTokenSource(s_short);

        ScriptResult result = Run(PrintingOwn("sleep 600"), s_ample, cancellation: source.Token);

        Assert.Equal(ProgramWaitEnd.Cancelled, result.End);
        AssertGone();
    }

    [Fact]
    public void On_a_long_wait_there_is_a_sign_of_life_at_every_interval()
    {
        int signs = 0;
        using var runner = new ScriptRunner(new ScriptEnvironment(_runId, ""), s_ample, TimeSpan.FromMilliseconds(50)) { StillWaiting = (_, _) => signs++ };
        using HostScript script = Script("sleep 1", 0, []);

        runner.Run(script, CancellationToken.None);

        Assert.InRange(signs, 2, 20);
    }

    [Fact]
    public void A_daemon_that_a_failed_script_started_is_asked_to_end_before_it_is_made_to()
    {
        string mark = new ScriptEnvironment(_runId, "").Mark("post/1");
        string daemon = $"trap 'echo asked >{_folder.At("asked")}; exit' TERM; : >{_folder.At("ready")}; sleep 600 & wait";
        string script = _folder.Write("post.sh", $"setsid sh -c \"{daemon}\" & until [ -e {_folder.At("ready")} ]; do sleep 0.01; done; exit 1\n");
        using SessionProcess process = SessionProcess.Start(new ProgramStart(["/bin/sh", script], [mark, "PATH=/usr/bin:/bin"], "/"));
        new ProgramWait(process) { DeadlineInMilliseconds = double.PositiveInfinity }.Run();

        Assert.Empty(SessionEnd.Of(process, mark, TimeSpan.FromSeconds(4)));

        Assert.Equal("asked\n", File.ReadAllText(_folder.At("asked")));
        Assert.Empty(ProcessTable.StartedBy(-1, mark));
    }

    [Fact]
    public void A_listener_that_throws_does_not_let_go_of_a_script_at_work()
    {
        using var runner = new ScriptRunner(new ScriptEnvironment(_runId, ""), s_ample, TimeSpan.FromMilliseconds(50)) { StillWaiting = (_, _) => throw new IOException("no space left") };
        using HostScript script = Script(PrintingOwn("setsid sleep 600 & sleep 601"), 0, []);

        Assert.Throws<IOException>(() => runner.Run(script, CancellationToken.None));

        AssertGone();
    }

    private void AssertEnded(string text)
    {
        Assert.Equal(ProgramWaitEnd.TimedOut, Run(PrintingOwn(text), s_short).End);
        AssertGone();
    }

    /// <summary>Lets a script note its session's mark, by which the test finds out who is left.</summary>
    private string PrintingOwn(string text) => $"echo \"$QUIESCE_SCRIPT\" >{_folder.At("mark")}\n{text}";

    private void AssertGone() => Assert.Empty(ProcessTable.StartedBy(-1, "QUIESCE_SCRIPT=" + File.ReadAllText(_folder.At("mark")).TrimEnd()).Select(process => process.Id));

    private ScriptResult Run(string text, TimeSpan limit, int retries = 0, string[]? parameters = null, CancellationToken cancellation = default)
    {
        using var runner = new ScriptRunner(new ScriptEnvironment(_runId, ""), limit, Timeout.InfiniteTimeSpan);
        using HostScript script = Script(text, retries, parameters ?? []);
        return runner.Run(script, cancellation);
    }

    private HostScript Script(string text, int retries, string[] parameters) => new()
    {
        Name = "pre",
        File = TrustedFile.Open(_folder.Write("script.sh", text + "\n", "700"), FileRole.PreScript),
        Parameters = parameters,
        Retries = retries,
        Failed = OutcomeCatalogue.PreScriptFailed,
        TimedOut = OutcomeCatalogue.PreScriptTimeout,
    };
}
