using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Contract.Outcomes;
using Quiesce.Contract.Profiles;
using Quiesce.Runtime;
using Quiesce.Runtime.Running;
using Quiesce.Runtime.Tests;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>Two clusters of one machine in backup mode at once, and our own host around them: copies that nothing freezes, of no single instant.</summary>
public sealed class BackupModeRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("quiesce-backup-mode-").FullName;
    private readonly ArchivingCluster _ledger;
    private readonly ArchivingCluster _stock;
    private readonly ProfileHandle _profile;

    public BackupModeRunTests()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root: run the tests as root");
        _ledger = new ArchivingCluster();
        _stock = new ArchivingCluster();
        _profile = Handles.Of(DeployedProfile.Profile(_ledger.Engine, _stock.Engine with { Name = "stock" }) with
        {
            Host = new HostSettings { TimeoutInSeconds = 60, ScriptsExecutionPollTimeSeconds = 1, PreScriptNoOfRetries = 0, PostScriptNoOfRetries = 0, ContinueBackupOnFailure = false, FsFreezeEnabled = false },
            Run = new RunSettings { LeaseInSeconds = 20, FreezeLimitInSeconds = 10, RunDirectory = _folder + "/run", LogDirectory = _folder + "/log", StateDirectory = _folder + "/state" },
        });
    }

    public void Dispose()
    {
        // The machine's folder for programs must not fill with those of tests.
        Directory.Delete(ProfileFolder.Write(_profile), recursive: true);
        _stock.Dispose();
        _ledger.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Both_copies_are_proven_and_lose_nothing_that_was_acknowledged()
    {
        using var writers = new Writers(_ledger, _stock);
        var snapshot = new SnapshotByTest(_ => writers.Copy());

        var result = await _profile.RunAsync(snapshot, TestContext.Current.CancellationToken);

        Assert.True(result.OutcomeNumber == 0, $"{result.Message}\n{File.ReadAllText(_folder + "/log/profile.log")}");
        Assert.Equal(RecoveryPointLevel.Application, result.Level);
        Assert.Equal(2, result.Proof.Count);
        foreach (var copied in writers.Copied)
        {
            copied.Cluster.Prepare(copied.Copy);
            using var restored = copied.Cluster.Start(copied.Copy);
            var rows = restored.Query("SELECT count(*), max(id) FROM ledger").Split('|').Select(int.Parse).ToArray();
            Assert.Equal(rows[0], rows[1]);
            Assert.InRange(rows[0], copied.Acknowledged, copied.Writer.Sent);
        }
    }

    [Fact]
    public async Task A_lease_that_ends_during_the_snapshot_ends_the_run_and_leaves_no_backup_under_way()
    {
        var abandoned = new SnapshotByTest(cancellation => Task.Delay(Timeout.Infinite, cancellation));

        var result = await _profile.RunAsync(abandoned, TestContext.Current.CancellationToken);

        Assert.True(result.Outcome == OutcomeCatalogue.SnapshotTimeout.Name, result.Message);
        Assert.Equal(RecoveryPointLevel.None, result.Level);
        Assert.True(abandoned.WasAbandoned);
        foreach (var cluster in (ArchivingCluster[])[_ledger, _stock])
            Assert.Equal("0", cluster.Server.Query("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'quiesce'"));
    }

    /// <summary>One a cluster; while a copy is made, both go on.</summary>
    private sealed class Writers : IDisposable
    {
        private readonly (ArchivingCluster Cluster, PostgreSqlWriter Writer)[] _all;

        public Writers(params ArchivingCluster[] clusters) => _all = [.. clusters.Select(cluster => (cluster, new PostgreSqlWriter(cluster.Server, "ledger")))];

        /// <summary>What had been acknowledged when the copy was complete must be in it.</summary>
        public List<(ArchivingCluster Cluster, PostgreSqlWriter Writer, string Copy, int Acknowledged)> Copied { get; } = [];

        public Task Copy()
        {
            foreach (var (cluster, writer) in _all)
            {
                var copy = cluster.Copy(() =>
                {
                    var before = writer.Acknowledged;
                    while (writer.Acknowledged < before + 500)
                        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
                });
                Copied.Add((cluster, writer, copy, writer.Acknowledged));
            }

            return Task.CompletedTask;
        }

        public void Dispose()
        {
            foreach (var (_, writer) in _all)
                writer.Dispose();
        }
    }
}
