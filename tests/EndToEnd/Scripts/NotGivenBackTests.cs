using System;
using System.IO;
using System.Linq;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>A unit that does not come up again: whoever comes next tries it, and nobody takes that it is down for what was.</summary>
public sealed class NotGivenBackTests : IDisposable
{
    private const int EngineRefused = 33;
    private const int PreDidNotSucceed = 41;
    private const int RestoreFailed = 44;
    private const int UndoFailed = 45;
    private const string Unit = "worker.service";

    private static readonly StepSpec s_drain = new()
    {
        Member = "Drain", Phase = StepPhase.BeforeQuiesce, Text = "true", TimeoutInSeconds = 5, Undo = new UndoSpec("Refill", "false"),
    };

    private readonly StandInSystemctl _systemctl;

    public NotGivenBackTests()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root: run the tests as root");
        _systemctl = new StandInSystemctl();
        _systemctl.Start(Unit);
    }

    public void Dispose() => _systemctl.Dispose();

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_post_script_that_comes_again_ends_the_run_as_the_first_one_would_have(string shell)
    {
        using var profile = new DeployedProfile(shell, DeployedProfile.Profile(Workers));
        Assert.Equal(0, Pre(profile));
        _systemctl.RefuseToStart(Unit);
        Assert.Equal(RestoreFailed, Post(profile));
        var heldTo = HeldTo(profile);

        Assert.Equal(RestoreFailed, Pre(profile));
        Assert.Equal(RestoreFailed, Post(profile));
        _systemctl.AgreeToStart(Unit);
        Assert.True(Post(profile) == 0, profile.Log);

        Assert.True(_systemctl.Runs(Unit));
        Assert.Equal("ok", profile.Record.GetProperty("result").GetString());
        Assert.Equal(heldTo, HeldTo(profile));
        Assert.Equal(40, Post(profile));
    }

    [Fact]
    public void A_pre_script_puts_back_what_it_can_before_it_takes_anything()
    {
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(Workers));
        Assert.Equal(0, Pre(profile));
        _systemctl.RefuseToStart(Unit);
        Assert.Equal(RestoreFailed, Post(profile));
        _systemctl.AgreeToStart(Unit);

        Assert.Equal(0, Pre(profile));
        Assert.Equal(0, Post(profile));

        Assert.True(_systemctl.Runs(Unit));
        Assert.Equal(["stop", "start", "start", "stop", "start"], _systemctl.Calls.Select(call => call.Split(' ')[0]).Where(verb => verb is "start" or "stop"));
    }

    /// <summary>Neither the run that failed nor its post script could start it: the next day's run finds it down, and knows that it was not.</summary>
    [Fact]
    public void So_it_does_after_a_failed_run_and_its_post_script()
    {
        _systemctl.Start("stubborn.service");
        _systemctl.NeverStop("stubborn.service");
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(Workers, new SystemdUnitsSpec { Name = "others", Units = (string[])["stubborn.service"], StopTimeoutInSeconds = 1 }));
        _systemctl.RefuseToStart(Unit);
        Assert.Equal(EngineRefused, Pre(profile));
        Assert.Equal(PreDidNotSucceed, Post(profile));

        Assert.Equal(RestoreFailed, Pre(profile));
        Assert.Equal(PreDidNotSucceed, Post(profile));
        Assert.False(_systemctl.Runs(Unit));
        Assert.Equal(RestoreFailed, Pre(profile));

        _systemctl.AgreeToStart(Unit);
        Assert.Equal(PreDidNotSucceed, Post(profile));
        Assert.True(_systemctl.Runs(Unit));
    }

    /// <summary>An undo that failed, then a profile without that step: under its number there is nothing, or another step.</summary>
    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void Another_version_of_the_profile_takes_nothing_before_somebody_has_put_it_back(string shell)
    {
        using var profile = new DeployedProfile(shell, DeployedProfile.Profile(Workers) with { Steps = (StepSpec[])[s_drain] });
        Assert.Equal(0, Pre(profile));
        Assert.Equal(UndoFailed, Post(profile));

        profile.Deploy(DeployedProfile.Profile(Workers));
        Assert.Equal(RestoreFailed, Pre(profile));
        Assert.Contains("another version of this profile", profile.Log, StringComparison.Ordinal);
        Assert.Equal(RestoreFailed, Post(profile));
        Assert.True(_systemctl.Runs(Unit));

        Directory.Delete(Path.Combine(profile.RunDirectory, "current"), recursive: true);
        Assert.Equal(0, Pre(profile));
        Assert.Equal(0, Post(profile));
    }

    private static SystemdUnitsSpec Workers => new() { Name = "workers", Units = (string[])[Unit], StopTimeoutInSeconds = 5 };

    private int Pre(DeployedProfile profile) => profile.RunPre(_systemctl.InPath);

    private int Post(DeployedProfile profile) => profile.RunPost(_systemctl.InPath);

    private static long HeldTo(DeployedProfile profile) => profile.Record.GetProperty("engines")[0].GetProperty("heldToMs").GetInt64();
}
