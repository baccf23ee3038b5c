using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Quiesce.Contract;
using Quiesce.Contract.Profiles;
using Quiesce.Runtime.History;
using Quiesce.Runtime.Running;
using Quiesce.Runtime.Tests.Reporting;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>Where the scripts keep their state, their log and their records – and what becomes of a run when one of these cannot be written.</summary>
public sealed class StateAndLogTests(MariaDbServer mariaDb) : IClassFixture<MariaDbServer>
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(50);

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_disk_too_full_for_the_log_and_the_record_stops_no_run(string shell)
    {
        using var profile = Deploy(shell);
        using var log = new ScratchFileSystem(profile.LogDirectory);
        using var state = new ScratchFileSystem(profile.StateDirectory);
        log.Fill();
        state.Fill();

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        Assert.Equal("ok", profile.Record.GetProperty("result").GetString());
        AssertReleased(profile);
    }

    [Fact]
    public void A_log_directory_that_is_read_only_stops_no_run()
    {
        using var profile = Deploy("dash");
        using var log = new ScratchFileSystem(profile.LogDirectory);
        log.MakeReadOnly();

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());
        AssertReleased(profile);
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_run_directory_that_is_read_only_is_named_before_anything_is_taken(string shell)
    {
        using var profile = Deploy(shell);
        using var run = new ScratchFileSystem(profile.RunDirectory);
        run.MakeReadOnly();

        Assert.Equal(15, profile.RunPre());
        Assert.Equal(15, profile.RunPost());

        Assert.Contains("run-directory-unusable: cannot write to " + profile.RunDirectory, profile.Log, StringComparison.Ordinal);
        AssertReleased(profile);
    }

    /// <summary>Every file that the pre script writes is one block: somewhere among them it finds no room.</summary>
    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_run_directory_that_becomes_full_is_named_and_everything_is_as_it_was(string shell)
    {
        var outcomes = new List<int>();
        for (var freeBlocks = 0; freeBlocks < 16; freeBlocks++)
        {
            using var profile = Deploy(shell);
            using var run = new ScratchFileSystem(profile.RunDirectory);
            File.WriteAllText(profile.RunDirectory + "/lock", "");
            run.Fill(freeBlocks);

            outcomes.Add(profile.RunPre());
            profile.RunPost();
            AssertReleased(profile);
        }

        Assert.Equal(15, outcomes[0]);
        Assert.Equal(0, outcomes[^1]);
        Assert.Equal([15, 0], outcomes.Distinct());
    }

    [Fact]
    public void A_log_that_has_grown_too_long_is_set_aside_and_both_are_for_root_alone()
    {
        using var profile = Deploy("dash");
        Directory.CreateDirectory(profile.LogDirectory);
        var log = profile.LogDirectory + "/profile.log";
        File.WriteAllText(log, new string('x', 2 * 1024 * 1024) + "\n");
        File.SetUnixFileMode(log, OwnerOnly);

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        Assert.StartsWith("xxx", File.ReadAllText(log + ".1"), StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", File.ReadAllText(log), StringComparison.Ordinal);
        Assert.Contains("the hold was unbroken", File.ReadAllText(log), StringComparison.Ordinal);
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(log));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(log + ".1"));
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(profile.RunDirectory));
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void The_oldest_reports_are_forgotten_but_for_those_of_our_own_host_which_knows_the_last_recovery_point(string shell)
    {
        using var profile = Deploy(shell);
        var history = new RunHistory(profile.StateDirectory + "/runs");
        history.Keep(SampleReport.Succeeded);
        Age($"{history.Folder}/{SampleReport.Succeeded.RunId}.json", 1000);
        for (var age = 1; age <= Limits.MostRunsKept + 5; age++)
        {
            File.WriteAllText($"{history.Folder}/run-{age}.profile.json", "{}");
            Age($"{history.Folder}/run-{age}.profile.json", age);
        }

        Assert.Equal(0, profile.RunPre(("QUIESCE_RUN_ID", "latest")));
        Assert.Equal(0, profile.RunPost(("QUIESCE_RUN_ID", "latest")));

        Assert.True(File.Exists($"{history.Folder}/run-{Limits.MostRunsKept - 1}.profile.json"));
        Assert.False(File.Exists($"{history.Folder}/run-{Limits.MostRunsKept}.profile.json"));
        Assert.Equal(Limits.MostRunsKept + 1, Directory.GetFiles(history.Folder).Length);
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(history.Folder + "/latest.profile.json"));
        Assert.True(JsonElement.DeepEquals(profile.Record, PastRun.Read(history.Folder + "/latest.profile.json").Report.Records[0]));

        history.Keep(SampleReport.Succeeded with { RunId = "latest", Level = ConsistencyLevel.None });
        Assert.Equal(SampleReport.Succeeded.RunId, history.LastApplicationConsistent(SampleReport.Succeeded.Plugins[0])!.RunId);
        Assert.Equal(Limits.MostRunsKept + 1, Directory.GetFiles(history.Folder).Length);

        static void Age(string file, int days) => File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-days));
    }

    /// <summary>As with several plugins of one host, and the default for where they keep their state.</summary>
    [Fact]
    public void Profiles_that_share_a_state_folder_and_the_name_of_a_run_leave_a_record_each()
    {
        using var web = new DeployedProfile("dash", DeployedProfile.Profile() with { Name = "web" });
        using var stock = new DeployedProfile("dash", DeployedProfile.Profile() with { Name = "stock" });
        Directory.CreateSymbolicLink(stock.StateDirectory, Directory.CreateDirectory(web.StateDirectory).FullName);

        foreach (var profile in new[] { web, stock })
        {
            Assert.Equal(0, profile.RunPre(("QUIESCE_RUN_ID", "both")));
            Assert.Equal(0, profile.RunPost(("QUIESCE_RUN_ID", "both")));
        }

        Assert.Equal(["both.stock.json", "both.web.json"], Directory.GetFiles(web.StateDirectory + "/runs").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("web", PastRun.Read(web.StateDirectory + "/runs/both.web.json").Report.Profile);
    }

    /// <summary>Its writers write under the lock too: nothing on disk may wait for what is frozen.</summary>
    [Fact]
    public void Between_the_scripts_everything_is_logged_in_the_run_directory()
    {
        using var profile = Deploy("dash");
        Assert.Equal(0, profile.RunPre());

        Assert.DoesNotContain("at rest", profile.Log, StringComparison.Ordinal);
        Assert.Contains("at rest", File.ReadAllText(profile.RunDirectory + "/current/log"), StringComparison.Ordinal);

        Assert.Equal(0, profile.RunPost());
        Assert.Contains("at rest", profile.Log, StringComparison.Ordinal);
    }

    /// <summary>On a frozen file system opening the log waits. Here it is a FIFO that nobody reads, and the post script lets go all the same.</summary>
    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public async Task A_log_that_cannot_be_opened_yet_keeps_no_writer_waiting(string shell)
    {
        using var profile = Deploy(shell);
        Assert.Equal(0, profile.RunPre());
        var log = profile.LogDirectory + "/profile.log";
        File.Delete(log);
        Programs.Run("mkfifo", log);

        using var post = profile.Start(profile.PostScript);
        await mariaDb.Server.Begin(MariaDbServer.Insert).WaitAsync(Patience);
        Assert.False(post.HasExited);

        using var reader = System.Diagnostics.Process.Start("sh", ["-c", "exec sleep 600 <>\"$0\"", log]);
        await post.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(0, post.ExitCode);
        reader.Kill();
        AssertReleased(profile);
    }

    private void AssertReleased(DeployedProfile profile)
    {
        Assert.True(mariaDb.Server.Begin(MariaDbServer.Insert).Wait(Patience, TestContext.Current.CancellationToken));
        Assert.Equal(MariaDbServer.RelaxedDurability, mariaDb.Durability);
        profile.WaitUntilEverybodyIsGone();
    }

    private DeployedProfile Deploy(string shell) => new(shell, DeployedProfile.Profile(mariaDb.Engine()));
}
