using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>How the two scripts find each other, and what each does without the other. No engine is needed for that.</summary>
public sealed class RunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("quiesce-run-").FullName;

    public RunTests() => Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root: run the tests as root");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Mark => _folder + "/drained";

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void Steps_are_undone_after_the_release(string shell)
    {
        using var profile = new DeployedProfile(shell, Steps(Drain));

        Assert.Equal(0, profile.RunPre());
        Assert.True(File.Exists(Mark));
        Assert.Equal(0, profile.RunPost());
        Assert.False(File.Exists(Mark));
        Assert.Empty(profile.Processes());
    }

    [Fact]
    public void Steps_are_undone_in_reverse_and_before_the_steps_that_follow_the_release()
    {
        using var profile = new DeployedProfile("dash", Steps(
            Step("First", "echo first >>'" + Mark + "'", "echo undo first >>'" + Mark + "'"),
            Step("Second", "echo second >>'" + Mark + "'", "echo undo second >>'" + Mark + "'"),
            new StepSpec { Member = "Last", Phase = StepPhase.AfterRelease, Text = "echo last >>'" + Mark + "'", TimeoutInSeconds = 5 }));

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        Assert.Equal(["first", "second", "undo second", "undo first", "last"], File.ReadAllLines(Mark));
    }

    [Theory]
    [InlineData("exit 7")]
    [InlineData("echo 'unfinished")]
    [InlineData("set -e; false; echo no")]
    [InlineData("kill -KILL $$")]
    public void A_step_that_fails_undoes_everything_and_leaves_the_script_whole(string text)
    {
        using var profile = new DeployedProfile("dash", Steps(Drain, Step("Faulty", text, "true")));

        Assert.Equal(20, profile.RunPre());

        Assert.False(File.Exists(Mark));
        Assert.Contains("Faulty", profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(41, profile.RunPost());
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_step_that_takes_too_long_is_ended_with_all_its_processes(string shell)
    {
        using var profile = new DeployedProfile(shell, Steps(Drain, Step("Slow", "trap '' TERM; (sleep 600; echo '" + _folder + "') & sleep 600; sleep 600", "true") with { TimeoutInSeconds = 1 }));

        Assert.Equal(21, profile.RunPre());

        Assert.False(File.Exists(Mark));
        Assert.Empty(profile.Processes());
    }

    /// <summary>The log of a run under way lies in memory.</summary>
    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_step_that_prints_a_gigabyte_fills_no_memory_and_the_log_says_what_is_missing(string shell)
    {
        using var profile = new DeployedProfile(shell, Steps(Step("Chatty", "echo these words first; head -c 1073741824 /dev/zero", "echo and these last >&2") with { TimeoutInSeconds = 25 }));

        Assert.Equal(0, profile.RunPre());
        Assert.InRange(new FileInfo(profile.RunDirectory + "/current/log").Length, 65536, 2 * 65536);
        Assert.Equal(0, profile.RunPost());

        Assert.Contains("these words first", profile.Log, StringComparison.Ordinal);
        Assert.Contains("Chatty: printed more than 65536 bytes; the rest is passed over", profile.Log, StringComparison.Ordinal);
        Assert.Contains("and these last", profile.Log, StringComparison.Ordinal);
        profile.WaitUntilEverybodyIsGone();
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_process_that_a_step_leaves_behind_holds_nobody_up(string shell)
    {
        using var profile = new DeployedProfile(shell, Steps(Step("Start", "sleep 600 & echo $! >'" + Mark + "'", "kill \"$(cat '" + Mark + "')\"")));

        Assert.Equal(0, profile.RunPre());
        Assert.True(Directory.Exists("/proc/" + File.ReadAllText(Mark).TrimEnd('\n')));
        Assert.Equal(0, profile.RunPost());

        profile.WaitUntilEverybodyIsGone();
    }

    /// <summary>A variable of its host's that it takes for its own, and that names nothing it could do.</summary>
    [Fact]
    public void A_script_that_is_asked_for_a_part_it_does_not_have_claims_no_success()
    {
        using var profile = new DeployedProfile("dash", Steps(Drain));

        Assert.Equal((1, 1), (profile.RunPre(("quiesce_part", "snapshot")), profile.RunPost(("quiesce_part", "snapshot"))));
        Assert.False(File.Exists(Mark));
    }

    [Fact]
    public void A_post_script_without_a_pre_script_finds_nothing_to_end()
    {
        using var profile = new DeployedProfile("dash", Steps());

        Assert.Equal(40, profile.RunPost());
    }

    [Fact]
    public void A_second_post_script_finds_nothing_to_end()
    {
        using var profile = new DeployedProfile("dash", Steps());

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());
        Assert.Equal(40, profile.RunPost());
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_second_run_is_refused_and_leaves_the_first_alone(string shell)
    {
        using var profile = new DeployedProfile(shell, Steps(Drain));

        Assert.Equal(0, profile.RunPre(("QUIESCE_RUN_ID", "first")));
        Assert.Equal(10, profile.RunPre(("QUIESCE_RUN_ID", "second")));
        Assert.Contains("the run first is under way", profile.Log, StringComparison.Ordinal);
        Assert.Equal(47, profile.RunPost(("QUIESCE_RUN_ID", "second")));
        Assert.True(File.Exists(Mark));
        Assert.Equal(0, profile.RunPost(("QUIESCE_RUN_ID", "first")));
    }

    [Fact]
    public void Two_profiles_at_once_do_not_see_each_other()
    {
        using var one = new DeployedProfile("dash", Steps());
        using var other = new DeployedProfile("dash", Steps());

        Assert.Equal(0, one.RunPre());
        Assert.Equal(0, other.RunPre());
        Assert.Equal(0, one.RunPost());
        Assert.Equal(0, other.RunPost());
    }

    [Fact]
    public void A_pre_script_that_comes_after_its_post_script_takes_nothing()
    {
        using var profile = new DeployedProfile("dash", Steps(Drain));

        Assert.Equal(40, profile.RunPost(("QUIESCE_RUN_ID", "late")));
        Assert.Equal(11, profile.RunPre(("QUIESCE_RUN_ID", "late")));
        Assert.False(File.Exists(Mark));
        Assert.Equal(0, profile.RunPre(("QUIESCE_RUN_ID", "next")));
    }

    [Fact]
    public void A_pre_script_that_slept_through_its_own_run_and_the_next_takes_nothing()
    {
        using var profile = new DeployedProfile("dash", Steps(Drain));
        using var late = StartAsleep(profile, ("QUIESCE_RUN_ID", "slept"));

        Assert.Equal(40, profile.RunPost(("QUIESCE_RUN_ID", "slept")));
        Assert.Equal(0, profile.RunPre(("QUIESCE_RUN_ID", "next")));
        Assert.Equal(0, profile.RunPost(("QUIESCE_RUN_ID", "next")));
        Signals.Send("CONT", late.Id);
        late.WaitForExit();

        Assert.Equal(11, late.ExitCode);
        Assert.False(File.Exists(Mark));
    }

    /// <summary>A host that does not name its runs: the pre script is stopped before it has begun, and goes on after the post script has run.</summary>
    [Fact]
    public async Task A_pre_script_that_was_asleep_while_its_post_script_ran_takes_nothing()
    {
        using var profile = new DeployedProfile("dash", Steps(Drain));
        using var late = StartAsleep(profile);

        Assert.Equal(40, profile.RunPost());
        Signals.Send("CONT", late.Id);
        await late.WaitForExitAsync();

        Assert.Equal(11, late.ExitCode);
        Assert.False(File.Exists(Mark));
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public async Task Of_two_post_scripts_at_once_one_ends_the_run(string shell)
    {
        using var profile = new DeployedProfile(shell, Steps(Drain));
        Assert.Equal(0, profile.RunPre());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => profile.RunPost())));

        Assert.Contains(0, outcomes);
        Assert.DoesNotContain(outcomes, outcome => outcome is not (0 or 40));
        Assert.False(File.Exists(Mark));
        profile.WaitUntilEverybodyIsGone();
    }

    /// <summary>The wall clock dates the log's lines, and nothing else asks for it.</summary>
    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_clock_that_is_set_back_an_hour_between_the_scripts_changes_nothing(string shell)
    {
        using var profile = new DeployedProfile(shell, Steps(Drain));
        File.WriteAllText(_folder + "/date", "#!/bin/sh\nPATH=/usr/bin:/bin exec date -d '1 hour ago' \"$@\"\n");
        File.SetUnixFileMode(_folder + "/date", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Equal(0, profile.RunPre());
        var began = BootTimeInMs();
        Assert.Equal(0, profile.RunPost(("PATH", _folder)));

        Assert.InRange(profile.Record.GetProperty("beganMs").GetInt64(), began, BootTimeInMs());
        Assert.True(string.CompareOrdinal(DateOf(profile, " post["), DateOf(profile, " pre[")) < 0, profile.Log);
        Assert.False(File.Exists(Mark));
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void Nothing_that_the_host_has_open_stays_open_in_the_keeper(string shell)
    {
        using var profile = new DeployedProfile(shell, Steps(Drain));
        var open = _folder + "/open";
        File.WriteAllText(_folder + "/host.sh", $"for fd in 3 4 5 6 7 8 9; do eval \"exec $fd<>'{open}'\"; done\nsh \"$1\" >'{open}' 2>&1 <'{open}'\n");

        Assert.Equal(0, Outcome(profile, "host.sh", profile.PreScript, shell));

        Assert.Contains(profile.ProcessOf("keeper"), profile.Processes());
        Assert.All(profile.Processes(), id => Assert.DoesNotContain(open, new DirectoryInfo($"/proc/{id}/fd").EnumerateFileSystemInfos().Select(fd => fd.LinkTarget)));
        Assert.Equal(0, profile.RunPost());
    }

    /// <summary>Whoever made it could lead what root writes there to any file of the machine.</summary>
    [Theory]
    [InlineData("dash", "ln -s \"$1\" \"$0\"")]
    [InlineData("busybox", "ln -s \"$1\" \"$0\"")]
    [InlineData("bash", "ln -s \"$1\" \"$0\"")]
    [InlineData("dash", "mkdir \"$0\" && chown nobody \"$0\"")]
    [InlineData("busybox", "mkdir \"$0\" && chown nobody \"$0\"")]
    [InlineData("bash", "mkdir \"$0\" && chown nobody \"$0\"")]
    public void A_run_directory_that_somebody_else_has_made_is_refused_by_name(string shell, string make)
    {
        using var profile = new DeployedProfile(shell, Steps(Drain));
        Programs.Run("sh", "-c", make, profile.RunDirectory, _folder);

        Assert.Equal((15, 15), (profile.RunPre(), profile.RunPost()));

        Assert.Contains($"{profile.RunDirectory} is a link, or belongs to another user", profile.Log, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
        Assert.Empty(Directory.GetFileSystemEntries(profile.RunDirectory));
    }

    /// <summary>A web server reads the page that says so; our own files are root's alone.</summary>
    [Fact]
    public void What_a_step_makes_is_as_readable_as_anywhere_whatever_the_host_s_umask()
    {
        using var profile = new DeployedProfile("dash", Steps(Drain));
        File.WriteAllText(_folder + "/host.sh", "umask 077\nsh \"$1\"\n");

        Assert.Equal(0, Outcome(profile, "host.sh", profile.PreScript, "dash"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead, File.GetUnixFileMode(Mark));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(profile.RunDirectory + "/current/state"));
        Assert.Equal(0, profile.RunPost());
    }

    [Fact]
    public void A_run_directory_left_by_an_earlier_boot_is_taken_over()
    {
        using var profile = new DeployedProfile("dash", Steps(Drain));
        Directory.CreateDirectory(profile.RunDirectory + "/current");
        File.WriteAllText(profile.RunDirectory + "/current/state", $"run old own\nboot 00000000-0000-0000-0000-000000000000\npre {Environment.ProcessId} 1\nkeeper {Environment.ProcessId} 1\nheld 1\n");
        File.WriteAllText(profile.RunDirectory + "/current/journal", "1\n");

        Assert.Equal(40, profile.RunPost());
        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());
    }

    [Fact]
    public void A_process_id_that_somebody_else_has_now_is_left_alone()
    {
        using var profile = new DeployedProfile("dash", Steps(Drain));
        Assert.Equal(0, profile.RunPre());
        Signals.Kill(profile.ProcessOf("keeper"));
        var state = profile.RunDirectory + "/current/state";
        var lines = File.ReadAllText(state).Replace($"keeper {profile.ProcessOf("keeper")} ", $"keeper {Environment.ProcessId} ", StringComparison.Ordinal);
        File.WriteAllText(state, lines);

        profile.RunPost();

        Assert.False(File.Exists(Mark));
    }

    /// <summary>The pre script died with its keeper, and the machine has given its number to somebody else since.</summary>
    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_post_script_leaves_alone_whoever_has_the_number_of_a_dead_pre_script(string shell)
    {
        using var profile = new DeployedProfile(shell, Steps(Drain));
        using var bystander = System.Diagnostics.Process.Start("sleep", "600");
        Assert.Equal(0, profile.RunPre());
        Signals.Kill(profile.ProcessOf("keeper"));
        profile.WaitUntilEverybodyIsGone();
        var state = profile.RunDirectory + "/current/state";
        var working = File.ReadAllLines(state).Where(line => line.Split(' ')[0] is not ("held" or "keeper" or "over" or "lease-ended" or "failed"))
            .Select(line => line.StartsWith("pre ", StringComparison.Ordinal) ? $"pre {bystander.Id} 1" : line);
        File.WriteAllLines(state, working);

        Assert.Equal(41, profile.RunPost());

        Assert.False(bystander.HasExited);
        Assert.False(File.Exists(Mark));
        bystander.Kill();
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void Standard_output_may_be_closed(string shell)
    {
        using var profile = new DeployedProfile(shell, Steps(Drain));
        File.WriteAllText(_folder + "/closed.sh", "sh \"$1\" >&- 2>&- <&-\n");

        Assert.Equal(0, Outcome(profile, "closed.sh", profile.PreScript, shell));
        Assert.Equal(0, Outcome(profile, "closed.sh", profile.PostScript, shell));
        Assert.Equal(40, Outcome(profile, "closed.sh", profile.PostScript, shell));
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void Standard_output_may_be_a_full_pipe_that_nobody_reads(string shell)
    {
        using var profile = new DeployedProfile(shell, Steps(Step("Faulty", "exit 7", "true")));
        File.WriteAllText(_folder + "/full.sh", "mkfifo '" + _folder + "/pipe'; exec 5<>'" + _folder + "/pipe'; head -c 65536 /dev/zero >&5; sh \"$1\" >&5 2>&5\n");

        Assert.Equal(20, Outcome(profile, "full.sh", profile.PreScript, shell));
        File.Delete(_folder + "/pipe");
        Assert.Equal(41, Outcome(profile, "full.sh", profile.PostScript, shell));
    }

    private static long BootTimeInMs()
        => (long)(1000 * decimal.Parse(File.ReadAllText("/proc/uptime").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));

    private static string DateOf(DeployedProfile profile, string part)
        => profile.Log.Split('\n').First(line => line.Contains(part, StringComparison.Ordinal)).Split(' ')[0];

    /// <summary>The pre script, stopped before its first line.</summary>
    private System.Diagnostics.Process StartAsleep(DeployedProfile profile, params (string Name, string Value)[] environment)
    {
        File.WriteAllText(_folder + "/late.sh", $"kill -STOP $$\n. '{profile.PreScript}'\n");
        var late = profile.Start(_folder + "/late.sh", environment);
        while (!File.ReadAllText($"/proc/{late.Id}/stat").Contains(") T ", StringComparison.Ordinal))
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        return late;
    }

    private int Outcome(DeployedProfile profile, string wrapper, string script, string shell)
    {
        var start = Shells.Start(shell, Path.Combine(_folder, wrapper), script);
        using var process = System.Diagnostics.Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private StepSpec Drain => Step("Drain", "touch '" + Mark + "'", "rm '" + Mark + "'");

    private static StepSpec Step(string member, string text, string undo)
        => new() { Member = member, Phase = StepPhase.BeforeQuiesce, Text = text, TimeoutInSeconds = 5, Undo = new UndoSpec("Undo" + member, undo) };

    private static ProfileSpec Steps(params StepSpec[] steps) => DeployedProfile.Profile() with { Steps = steps };
}
