using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>A script that is told to end, or has no time left, begins nothing new, leaves nobody behind, and still says what became of its run.</summary>
public sealed class EndsWhenToldTests : IDisposable
{
    private const int Interrupted = 13;
    private const int StepFailed = 20;
    private const int StepTimedOut = 21;
    private const int PreDidNotSucceed = 41;
    private const int HoldLost = 42;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(50);

    private readonly string _folder = Directory.CreateTempSubdirectory("quiesce-told-").FullName;

    public EndsWhenToldTests() => Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root: run the tests as root");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Mark => _folder + "/mark";

    /// <summary>A second attempt would succeed, and hold what nobody wants any more.</summary>
    private StepSpec FailsOnce => Step("Faulty", $"[ -e '{Mark}' ] || {{ touch '{Mark}'; exit 7; }}", "true");

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_signal_between_two_attempts_was_the_last_of_them(string shell)
    {
        using var profile = new DeployedProfile(shell, Retrying(FailsOnce));
        // What the script does between its attempts is sleep for a second.
        Program("sleep", """[ "$1" != 1 ] || kill -TERM "$PPID"; PATH=/usr/bin:/bin exec sleep "$1" """);

        Assert.Equal(StepFailed, profile.RunPre(("PATH", _folder)));

        Assert.Equal(1, Attempts(profile));
        profile.WaitUntilEverybodyIsGone();
    }

    /// <summary>Nobody hits the place where the last attempt is over and its failure about to be forgotten: so the script sends the signal to itself there.</summary>
    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_signal_at_the_very_beginning_of_an_attempt_is_remembered(string shell)
    {
        using var profile = new DeployedProfile(shell, Retrying(FailsOnce));
        var script = File.ReadAllText(profile.PreScript);
        var sending = script.Replace("        failure='' reason=''\n", "        [ \"$attempt\" -eq 1 ] || kill -TERM $$\n        failure='' reason=''\n", StringComparison.Ordinal);
        Assert.NotEqual(script, sending);
        File.WriteAllText(profile.PreScript, sending);

        Assert.Equal(Interrupted, profile.RunPre());

        Assert.Equal(2, Attempts(profile));
        Assert.Equal("signal TERM", profile.Record.GetProperty("reason").GetString());
        Assert.Empty(profile.Record.GetProperty("steps").EnumerateArray());
        profile.WaitUntilEverybodyIsGone();
    }

    /// <summary>A host that gave up on its pre script and never asks how it ended, as one does that only looks at the time.</summary>
    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_pre_script_that_its_host_never_fetches_holds_its_post_script_up_for_nothing(string shell)
    {
        var spec = DeployedProfile.Profile() with { Steps = (StepSpec[])[Step("Endless", $"touch '{Mark}'; sleep 600", "true") with { TimeoutInSeconds = 600 }] };
        using var profile = new DeployedProfile(shell, spec with { Host = spec.Host with { TimeoutInSeconds = 8 } });
        using var host = StartForgetful(profile);
        WaitUntil(() => File.Exists(Mark));

        var post = profile.RunPost();

        host.Kill();
        Assert.Equal(PreDidNotSucceed, post);
        Assert.Equal("pre-did-not-succeed", profile.Record.GetProperty("result").GetString());
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_post_script_that_has_failed_already_still_ends_in_time_and_leaves_its_record(string shell)
    {
        using var systemctl = new StandInSystemctl();
        systemctl.Start("worker.service");
        var spec = DeployedProfile.Profile(new SystemdUnitsSpec { Name = "workers", Units = (string[])["worker.service"], StopTimeoutInSeconds = 5 });
        using var profile = new DeployedProfile(shell, spec with
        {
            Host = spec.Host with { TimeoutInSeconds = 15 },
            Steps = (StepSpec[])[Step("First", "true", "sleep 60") with { TimeoutInSeconds = 60 }, Step("Second", "true", "sleep 60") with { TimeoutInSeconds = 60 }],
        });
        Assert.Equal(0, profile.RunPre(systemctl.InPath));
        systemctl.Start("worker.service");

        Assert.Equal(HoldLost, profile.RunPost(systemctl.InPath));

        Assert.Equal("hold-lost", profile.Record.GetProperty("result").GetString());
        Assert.Contains("the time limit is near", profile.Log, StringComparison.Ordinal);
    }

    /// <summary>Many a daemon calls it a success to be told to end; and what it has started may not listen.</summary>
    [Theory]
    [InlineData("dash", "trap 'exit 0' TERM;")]
    [InlineData("busybox", "trap 'exit 0' TERM;")]
    [InlineData("bash", "trap 'exit 0' TERM;")]
    [InlineData("dash", "")]
    [InlineData("busybox", "")]
    [InlineData("bash", "")]
    public void A_step_whose_time_is_over_has_failed_and_nothing_of_it_goes_on(string shell, string trap)
    {
        using var profile = new DeployedProfile(shell, DeployedProfile.Profile() with
        {
            Steps = (StepSpec[])[Step("Slow", $"{trap} (trap '' TERM; sleep 600; sleep 600) & wait", "true") with { TimeoutInSeconds = 1 }],
        });

        Assert.Equal(StepTimedOut, profile.RunPre());

        WaitUntil(() => profile.Processes().Count == 0);
    }

    private static void WaitUntil(Func<bool> happened)
        => Assert.True(SpinWait.SpinUntil(happened, Patience));

    private static int Attempts(DeployedProfile profile) => profile.Log.Split('\n').Count(line => line.Contains(" attempt ", StringComparison.Ordinal));

    private Process StartForgetful(DeployedProfile profile)
    {
        File.WriteAllText(_folder + "/host.sh", $"sh '{profile.PreScript}' & exec sleep 600\n");
        return profile.Start(_folder + "/host.sh");
    }

    private void Program(string name, string text)
    {
        File.WriteAllText($"{_folder}/{name}", $"#!/bin/sh\n{text}\n");
        File.SetUnixFileMode($"{_folder}/{name}", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static ProfileSpec Retrying(StepSpec step)
    {
        var spec = DeployedProfile.Profile() with { Steps = (StepSpec[])[step] };
        return spec with { Host = spec.Host with { PreScriptNoOfRetries = 2 } };
    }

    private static StepSpec Step(string member, string text, string undo)
        => new() { Member = member, Phase = StepPhase.BeforeQuiesce, Text = text, TimeoutInSeconds = 5, Undo = new UndoSpec("Undo" + member, undo) };
}
