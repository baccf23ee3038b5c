using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Contract.Profiles;
using Quiesce.Runtime.Running;
using Quiesce.Runtime.Snapshots;
using Quiesce.Runtime.Tests.Freezing;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Runtime.Tests.Library;

/// <summary>A profile run from a program that is not quiesce: this one.</summary>
[Collection(FreezeCollection.Name)]
public sealed class ProfileRunsTests : IDisposable
{
    private readonly ScratchFileSystem _fileSystem;
    private readonly ScratchFolder _folder = new();

    public ProfileRunsTests()
    {
        FreezeScene.RequireRootAndLoops();
        _fileSystem = ScratchFileSystem.Ext4();
    }

    public void Dispose()
    {
        // The machine's folder for programs must not fill with those of tests.
        foreach (string folder in Directory.Exists(ProfileFolder.Root) ? Directory.GetDirectories(ProfileFolder.Root, CompiledProfile.Sample.Name + "-*") : [])
        {
            if (File.ReadAllText(Path.Combine(folder, "pre.sh")).Contains(_folder.Path, StringComparison.Ordinal))
                Directory.Delete(folder, recursive: true);
        }

        _fileSystem.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_run_is_application_consistent_and_says_what_it_made()
    {
        RunResult result = await Profile().RunAsync(Snapshot.Copy(_fileSystem.Image, _folder.At("copy")), TestContext.Current.CancellationToken);

        Assert.Equal((RecoveryPointLevel.Application, "Succeeded", 0), (result.Level, result.Outcome, result.OutcomeNumber));
        Assert.Equal(["check", "prepare", "pre", "freeze", "snapshot", "thaw", "post"], result.Phases.Select(phase => phase.Name));
        Assert.Equal(_folder.At("copy"), Assert.Single(result.Snapshot).Path);
        Assert.Equal(result.RunId, JsonDocument.Parse(result.ReportJson).RootElement.GetProperty("runId").GetString());
        Assert.Same(result, result.EnsureApplicationConsistent());
        Assert.Equal(["pre", "post"], Ran);
    }

    [Fact]
    public async Task A_rehearsal_freezes_and_thaws_and_makes_nothing()
    {
        RunResult result = await Profile().RehearseAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(RecoveryPointLevel.Application, result.Level);
        Assert.True(result.Stall > TimeSpan.Zero);
        Assert.True(JsonDocument.Parse(result.ReportJson).RootElement.GetProperty("isRehearsal").GetBoolean());
        Assert.Empty(result.Snapshot);
        Assert.False(_fileSystem.IsFrozen());
    }

    [Fact]
    public async Task A_cancelled_run_throws_once_everything_is_thawed_and_released()
    {
        using var source = new CancellationTokenSource();
        var snapshot = new StandInSnapshot { OnTake = source.Cancel };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Profile().RunAsync(snapshot, source.Token));

        Assert.Equal(["prepare", "take", "abandon"], snapshot.Calls);
        Assert.Equal(["pre", "post"], Ran);
        Assert.False(_fileSystem.IsFrozen());
    }

    [Fact]
    public async Task A_failure_of_the_callers_own_provider_is_a_result_with_a_reason()
    {
        var snapshot = new StandInSnapshot { OnTake = () => throw new SnapshotException("the array is busy") };

        RunResult result = await Profile().RunAsync(snapshot, TestContext.Current.CancellationToken);

        Assert.Equal(("SnapshotFailed", RecoveryPointLevel.None), (result.Outcome, result.Level));
        Assert.Contains("the array is busy", Assert.Throws<InvalidOperationException>(() => result.EnsureApplicationConsistent()).Message);
        Assert.Equal(["prepare", "take", "abandon"], snapshot.Calls);
    }

    [Fact]
    public async Task What_cannot_be_completed_is_no_snapshot_and_is_removed()
    {
        var snapshot = new StandInSnapshot { OnCommit = () => throw new SnapshotException("the array is full") };

        RunResult result = await Profile().RunAsync(snapshot, TestContext.Current.CancellationToken);

        Assert.Equal(("SnapshotFailed", RecoveryPointLevel.None), (result.Outcome, result.Level));
        Assert.Equal(["prepare", "take", "commit", "abandon"], snapshot.Calls);
    }

    [Fact]
    public async Task Cancelled_while_it_is_completed_a_snapshot_is_removed()
    {
        using var source = new CancellationTokenSource();
        var snapshot = new StandInSnapshot { OnCommit = source.Cancel };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Profile().RunAsync(snapshot, source.Token));

        Assert.Equal(["prepare", "take", "commit", "abandon"], snapshot.Calls);
        Assert.Equal(["pre", "post"], Ran);
    }

    [Fact]
    public async Task A_snapshot_that_is_not_done_within_the_freeze_limit_is_ended()
    {
        var snapshot = new StandInSnapshot { Hangs = true };

        RunResult result = await Profile(freezeLimitInSeconds: 1).RunAsync(snapshot, TestContext.Current.CancellationToken);

        Assert.Equal("SnapshotTimeout", result.Outcome);
        Assert.Equal(["prepare", "take", "abandon"], snapshot.Calls);
        Assert.False(_fileSystem.IsFrozen());
    }

    [Fact]
    public async Task Nobody_is_told_anything_while_file_systems_are_frozen()
    {
        var program = new ListeningProgram();
        RunResult result = await Profile().RunAsync(new StandInSnapshot(), new RunOptions { Logger = program, Progress = program }, TestContext.Current.CancellationToken);

        JsonElement[] phases = [.. JsonDocument.Parse(result.ReportJson).RootElement.GetProperty("phases").EnumerateArray()];
        double from = phases.Single(phase => phase.GetProperty("name").GetString() == "freeze").GetProperty("startMs").GetDouble();
        double to = phases.Single(phase => phase.GetProperty("name").GetString() == "thaw").GetProperty("startMs").GetDouble();
        Assert.DoesNotContain(program.Times, time => time > from && time < to);
        Assert.Subset(program.Texts.ToHashSet(), new HashSet<string> { "freeze", "snapshot", "thaw", "post" });
        Assert.StartsWith("Information: Succeeded (0)", program.Texts.Last());
        Assert.Equal([$"run {result.RunId} of sample"], program.Scopes);
    }

    [Fact]
    public async Task A_listener_that_throws_costs_neither_the_run_nor_its_proof()
    {
        var program = new ListeningProgram { OnProgress = _ => throw new IOException("the display is gone") };

        RunResult result = await Profile().RunAsync(new StandInSnapshot(), new RunOptions { Progress = program }, TestContext.Current.CancellationToken);

        Assert.Equal((RecoveryPointLevel.Application, 0), (result.Level, result.OutcomeNumber));
        Assert.Equal(["pre", "post"], Ran);
        JsonElement remark = Assert.Single(JsonDocument.Parse(result.ReportJson).RootElement.GetProperty("remarks").EnumerateArray());
        Assert.Contains("the display is gone", remark.GetString());
    }

    [Fact]
    public async Task Activities_show_the_run_and_its_phases()
    {
        List<Activity> ended = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Quiesce.Runtime",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Add,
        };
        ActivitySource.AddActivityListener(listener);

        RunResult result = await Profile().RunAsync(new StandInSnapshot(), TestContext.Current.CancellationToken);

        Activity run = Assert.Single(ended, activity => Equals(activity.GetTagItem("quiesce.run_id"), result.RunId));
        string[] phases = [.. ended.Where(activity => activity.ParentSpanId == run.SpanId).Select(activity => activity.OperationName)];
        Assert.Equal(result.Phases.Select(phase => "quiesce." + phase.Name), phases);
    }

    [Fact]
    public async Task Without_a_guard_the_run_ends_before_any_script_and_names_the_option()
    {
        RunResult result = await Profile().RunAsync(new StandInSnapshot(), new RunOptions { GuardExecutable = "/nowhere/quiesce" }, TestContext.Current.CancellationToken);

        Assert.Equal(("GuardMissing", 912), (result.Outcome, result.OutcomeNumber));
        Assert.Contains("GuardExecutable", result.Message);
        Assert.Empty(Ran);
    }

    [Fact]
    public async Task The_report_has_the_programs_own_wall_clock()
    {
        RunResult result = await Profile().RunAsync(new StandInSnapshot(), new RunOptions { TimeProvider = new ClockOf2001() }, TestContext.Current.CancellationToken);

        Assert.StartsWith("2001-", JsonDocument.Parse(result.ReportJson).RootElement.GetProperty("startedAt").GetString());
    }

    private string[] Ran => File.Exists(_folder.At("ran")) ? File.ReadAllLines(_folder.At("ran")) : [];

    private ProfileHandle Profile(int freezeLimitInSeconds = 60) => Handles.Of(CompiledProfile.Sample with
    {
        Engines = default,
        Steps = (StepSpec[])
        [
            new StepSpec { Member = "Begin", Phase = StepPhase.BeforeQuiesce, Text = $"echo pre >>{_folder.At("ran")}", TimeoutInSeconds = 5, Undo = new UndoSpec("End", $"echo post >>{_folder.At("ran")}") },
        ],
        Run = CompiledProfile.Sample.Run with { FreezeLimitInSeconds = freezeLimitInSeconds, Mounts = (string[])[_fileSystem.MountPoint], RunDirectory = _folder.At("run"), LogDirectory = _folder.At("log"), StateDirectory = _folder.Path },
    });

    private sealed class ClockOf2001 : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2001, 2, 3, 4, 5, 6, TimeSpan.Zero);
    }
}
