using System;
using System.IO;
using System.Linq;
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
            _systemctl.Calls.Where(call => call.StartsWith("st", StringComparison.Ordinal)));
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
    public void They_run_again_after_the_lease()
    {
        var spec = DeployedProfile.Profile(Units) with { Run = new RunSettings { LeaseInSeconds = 1 } };
        using var profile = new DeployedProfile("dash", spec);
        Assert.Equal(0, profile.RunPre(_systemctl.InPath));

        while (!_systemctl.Runs("worker.service"))
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
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
    [InlineData("worker.service;reboot")]
    public void What_is_no_unit_s_name_stops_nothing(string name)
    {
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(Units with { Units = (string[])["mailer.service", name] }));

        Assert.Equal(33, profile.RunPre(_systemctl.InPath));

        Assert.Contains(name, profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.True(_systemctl.Runs("worker.service") && _systemctl.Runs("mailer.service"));
    }

    [Fact]
    public void A_unit_that_takes_too_long_to_stop_leaves_all_running()
    {
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(Units with { StopTimeoutInSeconds = 1 }));
        _systemctl.NeverStop("mailer.service");

        Assert.Equal(33, profile.RunPre(_systemctl.InPath));

        Assert.Contains("mailer.service did not stop within 1 s", profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
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
        Assert.Contains("by hand: systemctl start -- mailer.service worker.service", profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
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

    private static SystemdUnitsSpec Units => new()
    {
        Name = "workers",
        Units = (string[])["worker.service", "idle.service", "mailer.service"],
        StopTimeoutInSeconds = 5,
    };

    private static DeployedProfile Deploy(string shell) => new(shell, DeployedProfile.Profile(Units));
}
