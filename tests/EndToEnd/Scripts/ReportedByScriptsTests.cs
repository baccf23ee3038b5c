using System;
using System.IO;
using System.Text.Json;
using Quiesce.Contract.Profiles;
using Quiesce.Runtime.History;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Tests.Reporting;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>What scripts leave in the history under a host that reports nothing itself: a run like any other, of which only that host knows the level.</summary>
public sealed class ReportedByScriptsTests(MariaDbServer mariaDb) : IClassFixture<MariaDbServer>
{
    private static readonly SchemaCheck Schema = new(JsonDocument.Parse(ReportSchema.Text()).RootElement);

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_run_that_held_is_reported_by_the_published_schema(string shell)
    {
        using var profile = new DeployedProfile(shell, DeployedProfile.Profile(mariaDb.Engine()));
        var before = DateTimeOffset.UtcNow.AddSeconds(-1);

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        var report = ReportOf(profile);
        Assert.Equal(("ok", 0, "unknown"), (report.Outcome.Name, report.Outcome.Number, report.Level));
        var proof = Assert.Single(report.Proof);
        Assert.Equal(("orders", "held", true), (proof.Engine, proof.Kind, proof.Holds));
        Assert.Equal((proof.FromMs, proof.ToMs), (report.Stall!.FromMs, report.Stall.ToMs));
        var phase = Assert.Single(report.Phases);
        Assert.True(phase.StartMs <= proof.FromMs && proof.ToMs <= phase.EndMs, $"{phase} {proof}");
        Assert.InRange(DateTimeOffset.Parse(report.StartedAt), before, DateTimeOffset.UtcNow);
        Assert.True(JsonElement.DeepEquals(profile.Record, report.Records[0]));
    }

    [Fact]
    public void A_lost_hold_is_reported_with_its_cause_and_what_helps()
    {
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(mariaDb.Engine()));
        Assert.Equal(0, profile.RunPre());
        Signals.Kill(profile.ClientOf(1));

        Assert.Equal(42, profile.RunPost());

        var report = ReportOf(profile);
        Assert.Equal(("hold-lost", 42), (report.Outcome.Name, report.Outcome.Number));
        Assert.StartsWith("orders: the session", report.Outcome.Message, StringComparison.Ordinal);
        Assert.Equal("look for a restarted server or a killed client", report.Outcome.Help);
        Assert.False(Assert.Single(report.Proof).Holds);
        Assert.Equal(report.Stall!.FromMs, report.Stall.ToMs);
    }

    [Fact]
    public void A_pre_script_that_failed_is_reported_even_if_no_post_script_comes()
    {
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(mariaDb.Engine() with { Name = "or-ders_1", Socket = "/non\"exist\\ent" }));

        Assert.Equal(30, profile.RunPre());

        var report = ReportOf(profile);
        Assert.Equal(("engine-unreachable", 30), (report.Outcome.Name, report.Outcome.Number));
        Assert.Contains("/non\"exist\\ent", report.Outcome.Message, StringComparison.Ordinal);
        Assert.Null(report.Stall);
    }

    [Fact]
    public void Of_engines_that_are_not_held_no_standstill_is_reported()
    {
        using var redis = new PrivateRedis();
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(new RedisSpec { Name = "cache", Socket = redis.Socket }));

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        var report = ReportOf(profile);
        Assert.Equal(("cache", "atomic", false), (report.Proof[0].Engine, report.Proof[0].Kind, report.Proof[0].Holds));
        Assert.Null(report.Stall);
    }

    /// <summary>The one of the history, after it was held to the schema.</summary>
    private static RunReport ReportOf(DeployedProfile profile)
    {
        var run = Assert.Single(new RunHistory(profile.StateDirectory + "/runs").All());
        Assert.Empty(Schema.Faults(JsonDocument.Parse(File.ReadAllText(run.Path)).RootElement));
        return run.Report;
    }
}
