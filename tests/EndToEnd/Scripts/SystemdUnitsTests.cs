using System;
using System.IO;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>Against a stand-in that answers as systemctl does: the machines that run the tests need not be run by systemd.</summary>
public sealed class SystemdUnitsTests : IDisposable
{
    private readonly StandInSystemctl _systemctl = new();

    public SystemdUnitsTests()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root: run the tests as root");
        _systemctl.Start("worker.service");
        _systemctl.Start("mailer.service");
    }

    public void Dispose() => _systemctl.Dispose();

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void What_ran_is_stopped_and_started_again_in_reverse(string shell)
    {
        using var profile = Deploy(shell);

        Assert.Equal(0, profile.RunPre(_systemctl.InPath));
        Assert.False(_systemctl.Runs("worker.service") || _systemctl.Runs("mailer.service"));
        Assert.Equal(0, profile.RunPost(_systemctl.InPath));

        Assert.Equal(
            ["stop -- worker.service", "stop -- mailer.service", "start -- mailer.service", "start -- worker.service"],
            _systemctl.Orders);
        Assert.False(_systemctl.Runs("idle.service"));
        Assert.Equal("stopped", profile.Record.GetProperty("engines")[0].GetProperty("proof").GetString());
    }

    [Fact]
    public void A_unit_that_was_started_in_between_breaks_the_proof()
    {
        using var profile = Deploy("dash");
        Assert.Equal(0, profile.RunPre(_systemctl.InPath));

        _systemctl.Start("worker.service");

        Assert.Equal(42, profile.RunPost(_systemctl.InPath));
    }

    [Fact]
    public void A_unit_that_ran_in_between_and_has_ended_breaks_it_too()
    {
        using var profile = Deploy("dash");
        Assert.Equal(0, profile.RunPre(_systemctl.InPath));

        _systemctl.RunAndEnd("idle.service");

        Assert.Equal(42, profile.RunPost(_systemctl.InPath));
        Assert.Contains("a unit was started in between", Reason(profile), StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_that_systemd_has_forgotten_meanwhile_did_not_run()
    {
        _systemctl.RunAndEnd("idle.service");
        using var profile = Deploy("dash");
        Assert.Equal(0, profile.RunPre(_systemctl.InPath));

        _systemctl.Forget("idle.service");

        Assert.Equal(0, profile.RunPost(_systemctl.InPath));
    }

    [Theory]
    [InlineData("reloading")]
    [InlineData("activating")]
    public void What_is_about_to_run_is_stopped_too_and_started_again(string state)
    {
        _systemctl.Tell("mailer.service", "ActiveState", state);
        using var profile = Deploy("dash");

        Assert.Equal(0, profile.RunPre(_systemctl.InPath));
        Assert.False(_systemctl.Runs("mailer.service"));
        Assert.Equal(0, profile.RunPost(_systemctl.InPath));

        Assert.True(_systemctl.Runs("mailer.service"));
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void What_stops_with_a_unit_is_started_again_after_it(string shell)
    {
        RunWithWorker();
        using var profile = Deploy(shell);

        Assert.Equal(0, profile.RunPre(_systemctl.InPath));
        Assert.False(_systemctl.Runs("web.service") || _systemctl.Runs("page.service"));
        Assert.Equal(0, profile.RunPost(_systemctl.InPath));

        AssertAsBefore();
        Assert.Equal(
            ["start -- mailer.service", "start -- worker.service", "start -- web.service", "start --job-mode=ignore-requirements -- all.target", "start -- page.service"],
            _systemctl.Orders[^5..]);
        var prior = profile.Record.GetProperty("engines")[0].GetProperty("priorState");
        Assert.Equal("web.service all.target page.service", prior.GetProperty("stoppedWithOthers").GetString());
    }

    [Fact]
    public void What_stops_with_a_unit_runs_again_after_a_failed_pre_script()
    {
        RunWithWorker();
        _systemctl.NeverStop("mailer.service");
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(Units with { StopTimeoutInSeconds = 1 }));

        Assert.Equal(33, profile.RunPre(_systemctl.InPath));

        AssertAsBefore();
    }

    [Fact]
    public void What_stops_with_a_unit_runs_again_after_the_keeper_was_killed()
    {
        RunWithWorker();
        using var profile = Deploy("dash");
        Assert.Equal(0, profile.RunPre(_systemctl.InPath));

        Signals.Kill(profile.ProcessOf("keeper"));

        Assert.Equal(0, profile.RunPost(_systemctl.InPath));
        AssertAsBefore();
    }

    [Fact]
    public void They_run_again_after_the_lease()
    {
        RunWithWorker();
        var spec = DeployedProfile.Profile(Units) with { Run = new RunSettings { LeaseInSeconds = 1 } };
        using var profile = new DeployedProfile("dash", spec);
        Assert.Equal(0, profile.RunPre(_systemctl.InPath));

        profile.WaitUntilEverybodyIsGone();
        AssertAsBefore();
    }

    [Fact]
    public void A_unit_that_does_not_stop_leaves_all_running()
    {
        using var profile = Deploy("dash");
        _systemctl.RefuseToStop();

        Assert.Equal(33, profile.RunPre(_systemctl.InPath));

        Assert.True(_systemctl.Runs("worker.service") && _systemctl.Runs("mailer.service"));
    }

    [Theory]
    [InlineData("*.service")]
    [InlineData("worker")]
    [InlineData("--now")]
    [InlineData("worker@.service")]
    [InlineData("worker.service;reboot")]
    public void What_is_no_unit_s_name_stops_nothing(string name)
    {
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(Units with { Units = (string[])["mailer.service", name] }));

        Assert.Equal(33, profile.RunPre(_systemctl.InPath));

        Assert.Contains(name, Reason(profile), StringComparison.Ordinal);
        Assert.True(_systemctl.Runs("worker.service") && _systemctl.Runs("mailer.service"));
    }

    /// <summary>The last of them: those before it are not stopped first.</summary>
    [Theory]
    [InlineData("LoadState", "not-found", "there is no unit mailer.service on this machine")]
    [InlineData("LoadState", "masked", "mailer.service is masked, and could not be started again: 'systemctl unmask mailer.service'")]
    [InlineData("LoadState", "bad-setting", "systemd cannot load mailer.service (bad-setting): 'systemctl status mailer.service' tells why")]
    [InlineData("ActiveState", "deactivating", "mailer.service is just being stopped, or started anew, by somebody else: try again")]
    public void A_unit_whose_state_could_not_be_put_back_is_refused_by_name_before_any_is_stopped(string property, string value, string reason)
    {
        _systemctl.Tell("mailer.service", property, value);
        using var profile = Deploy("dash");

        Assert.Equal(33, profile.RunPre(_systemctl.InPath));

        Assert.Contains(reason, Reason(profile), StringComparison.Ordinal);
        Assert.Empty(_systemctl.Orders);
    }

    [Theory]
    [InlineData("CanStart", "no")]
    [InlineData("Transient", "yes")]
    public void A_unit_that_would_stop_with_another_and_could_not_be_put_back_is_refused_too(string property, string value)
    {
        RunWithWorker();
        _systemctl.Tell("page.service", property, value);
        using var profile = Deploy("dash");

        Assert.Equal(33, profile.RunPre(_systemctl.InPath));

        Assert.Contains("page.service runs and would stop with worker.service mailer.service, and could not be stopped, or started again, by hand", Reason(profile), StringComparison.Ordinal);
        Assert.Empty(_systemctl.Orders);
    }

    [Fact]
    public void Silence_is_not_an_answer()
    {
        _systemctl.FallSilent();
        using var profile = Deploy("dash");

        Assert.Equal(30, profile.RunPre(_systemctl.InPath));

        Assert.Contains("systemctl cannot ask systemd, which may not be running here (status 1): Failed to connect to bus", Reason(profile), StringComparison.Ordinal);
        Assert.Empty(_systemctl.Orders);
    }

    [Fact]
    public void A_unit_that_takes_too_long_to_stop_leaves_all_running()
    {
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(Units with { StopTimeoutInSeconds = 1 }));
        _systemctl.NeverStop("mailer.service");

        Assert.Equal(33, profile.RunPre(_systemctl.InPath));

        Assert.Contains("mailer.service did not stop within 1 s", Reason(profile), StringComparison.Ordinal);
        Assert.True(_systemctl.Runs("worker.service") && _systemctl.Runs("mailer.service"));
    }

    [Fact]
    public void A_unit_that_does_not_start_again_is_named_and_the_others_start()
    {
        using var profile = Deploy("dash");
        Assert.Equal(0, profile.RunPre(_systemctl.InPath));

        _systemctl.RefuseToStart("mailer.service");

        Assert.Equal(44, profile.RunPost(_systemctl.InPath));
        Assert.True(_systemctl.Runs("worker.service"));
        Assert.Contains("by hand: systemctl start -- mailer.service", Reason(profile), StringComparison.Ordinal);
    }

    [Fact]
    public void A_killed_pre_script_leaves_all_running()
    {
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(Units with { StopTimeoutInSeconds = 25 }));
        _systemctl.NeverStop("mailer.service");
        using var pre = profile.Start(profile.PreScript, _systemctl.InPath);
        while (_systemctl.Runs("worker.service"))
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();

        Signals.Kill(pre.Id);

        while (!_systemctl.Runs("worker.service") || !_systemctl.Runs("mailer.service"))
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Beside the profile's units, what cannot be without one of them.</summary>
    private void RunWithWorker()
    {
        _systemctl.Require("worker.service", "web.service");
        _systemctl.Require("worker.service", "all.target");
        _systemctl.Require("worker.service", "resting.service");
        _systemctl.Require("web.service", "page.service");
        foreach (var unit in (string[])["web.service", "all.target", "page.service"])
            _systemctl.Start(unit);
    }

    private void AssertAsBefore()
    {
        Assert.All((string[])["worker.service", "mailer.service", "web.service", "all.target", "page.service"], unit => Assert.True(_systemctl.Runs(unit), unit));
        Assert.False(_systemctl.Runs("idle.service") || _systemctl.Runs("resting.service"));
    }

    private static string? Reason(DeployedProfile profile) => profile.Record.GetProperty("reason").GetString();

    private static SystemdUnitsSpec Units => new()
    {
        Name = "workers",
        Units = (string[])["worker.service", "idle.service", "mailer.service"],
        StopTimeoutInSeconds = 5,
    };

    private static DeployedProfile Deploy(string shell) => new(shell, DeployedProfile.Profile(Units));
}
