using System;
using System.Globalization;
using System.IO;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>Backup mode on a real server that is written to: a copy of no single instant, and what the label and the archive make of it.</summary>
public sealed class PostgreSqlBackupModeTests : IClassFixture<PostgreSqlBackupModeTests.OneCluster>, IDisposable
{
    private readonly OneCluster _shared;
    private ArchivingCluster? _own;

    public PostgreSqlBackupModeTests(OneCluster shared) => _shared = shared;

    /// <summary>What all tests share, unless one needs another.</summary>
    private ArchivingCluster Cluster => _own ?? _shared.Cluster;

    public void Dispose()
    {
        _own?.Dispose();
        _shared.Cluster.Clear();
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void Nothing_acknowledged_is_lost_from_a_copy_that_is_restored_with_label_and_archive(string shell)
    {
        using var profile = new DeployedProfile(shell, Profile());
        var (copy, acknowledged, sent) = CopyBetweenTheScripts(profile);

        Cluster.Prepare(copy);
        using var restored = Cluster.Start(copy);

        // One writer, one row after the other: without a gap, and no shorter and no longer than it may be.
        var rows = restored.Query("SELECT count(*), max(id) FROM ledger").Split('|');
        Assert.Equal(rows[0], rows[1]);
        Assert.InRange(int.Parse(rows[0], CultureInfo.InvariantCulture), acknowledged, sent);
        Assert.Empty(profile.Processes());
    }

    /// <summary>The control: the same copy as it is. That it starts, and is wrong, is why the label is not optional.</summary>
    [Fact]
    public void Without_the_label_the_same_copy_starts_and_has_lost_what_was_acknowledged()
    {
        using var profile = new DeployedProfile("dash", Profile());
        var (copy, acknowledged, _) = CopyBetweenTheScripts(profile);

        using var restored = Cluster.Start(copy);

        Assert.NotEqual(acknowledged.ToString(CultureInfo.InvariantCulture), restored.Query($"SELECT count(*) FROM ledger WHERE id <= {acknowledged}"));
    }

    [Fact]
    public void With_the_label_and_without_the_archive_the_copy_refuses_to_start()
    {
        using var profile = new DeployedProfile("dash", Profile());
        var (copy, _, _) = CopyBetweenTheScripts(profile);
        Cluster.Prepare(copy);
        foreach (var segment in Directory.GetFiles(Cluster.Archive))
            File.Delete(segment);

        Assert.Throws<InvalidOperationException>(() => Cluster.Start(copy));
    }

    [Fact]
    public void The_label_belongs_to_the_servers_user_alone_and_the_record_says_where_it_is()
    {
        _own = new ArchivingCluster();
        using var profile = new DeployedProfile("dash", Profile());
        Cluster.Server.Query($"CREATE TABLESPACE fast LOCATION '{Cluster.Server.Folder}'");

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        foreach (var file in (string[])["backup_label", "tablespace_map", "restore.conf"])
            Assert.Equal("600 postgres", Programs.Run("stat", "-c", "%a %U", $"{Cluster.LabelFolder}/{file}").TrimEnd('\n'));
        Assert.Contains($"LABEL: quiesce {profile.Record.GetProperty("runId").GetString()}\n", File.ReadAllText(Cluster.LabelFolder + "/backup_label"), StringComparison.Ordinal);
        Assert.EndsWith($" {Cluster.Server.Folder}\n", File.ReadAllText(Cluster.LabelFolder + "/tablespace_map"), StringComparison.Ordinal);
        var engine = profile.Record.GetProperty("engines")[0];
        Assert.Equal(Cluster.LabelFolder, engine.GetProperty("label").GetString());
        Assert.Equal("held", engine.GetProperty("proof").GetString());
        Assert.True(engine.GetProperty("heldFromMs").GetDouble() <= engine.GetProperty("heldToMs").GetDouble());
    }

    /// <summary>With either of the programs named <c>sync</c> that Linux systems have.</summary>
    [Theory]
    [InlineData("/bin/sync")]
    [InlineData("/bin/busybox")]
    public void The_label_outlives_a_crash_of_the_machine_right_after_the_post_script(string sync)
    {
        var folder = Directory.CreateTempSubdirectory("quiesce-label-").FullName;
        File.CreateSymbolicLink(folder + "/sync", sync);
        using (var disk = new ScratchFileSystem(folder + "/disk", "16m", "ext4"))
        using (var profile = new DeployedProfile("dash", Profile(Cluster.Engine with { LabelDirectory = disk.MountPoint })))
        {
            Assert.Equal(0, profile.RunPre(("PATH", folder)));
            Assert.Equal(0, profile.RunPost(("PATH", folder)));

            using var found = disk.AfterACrash(folder + "/found");
            var run = profile.Record.GetProperty("runId").GetString();
            Assert.Contains($"LABEL: quiesce {run}\n", File.ReadAllText($"{found.MountPoint}/profile-ledger-{run}/backup_label"), StringComparison.Ordinal);
            Assert.Contains("restore_command = ", File.ReadAllText($"{found.MountPoint}/profile-ledger-{run}/restore.conf"), StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_label_that_cannot_be_written_through_to_its_disk_fails_the_post_script()
    {
        _own = new ArchivingCluster();
        var folder = Directory.CreateTempSubdirectory("quiesce-label-").FullName;
        File.CreateSymbolicLink(folder + "/sync", "/bin/false");
        using var profile = new DeployedProfile("dash", Profile());

        Assert.Equal(0, profile.RunPre(("PATH", folder)));
        Assert.Equal(48, profile.RunPost(("PATH", folder)));

        Assert.Contains("could not be written through to its disk", profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("false", "the archive command failed 3 times")]
    [InlineData("", "there is no archive_command")]
    public void A_cluster_whose_archive_does_not_work_is_refused(string archiveCommand, string reason)
    {
        _own = new ArchivingCluster(archiveCommand: archiveCommand);
        using var profile = new DeployedProfile("dash", Profile());

        Assert.Equal(36, profile.RunPre());

        Assert.Contains(reason, profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
        AssertNothingIsLeft(profile);
    }

    [Fact]
    public void An_archive_that_fails_before_the_end_of_the_backup_fails_the_post_script_within_its_time()
    {
        _own = new ArchivingCluster();
        using var profile = new DeployedProfile("dash", Profile() with
        {
            Host = new HostSettings { TimeoutInSeconds = 20, PreScriptNoOfRetries = 0, PostScriptNoOfRetries = 0, FsFreezeEnabled = false },
        });
        Assert.Equal(0, profile.RunPre());

        Directory.Delete(Cluster.Archive, recursive: true);

        Assert.Equal(36, profile.RunPost());
        Assert.Contains("did not reach the archive in time", profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
        AssertNothingIsLeft(profile);
    }

    [Fact]
    public void A_label_that_would_lie_on_the_clusters_own_device_is_refused()
    {
        using var profile = new DeployedProfile("dash", Profile(Cluster.Engine with { LabelDirectory = Cluster.Server.Folder }));

        Assert.Equal(37, profile.RunPre());
        Assert.Contains("is part of what is copied", profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    /// <summary>It may be the mount point of storage that is not there today.</summary>
    [Fact]
    public void A_label_directory_that_is_not_there_is_refused_and_not_made()
    {
        var absent = Cluster.Labels + "/absent";
        using var profile = new DeployedProfile("dash", Profile(Cluster.Engine with { LabelDirectory = absent }));

        Assert.Equal(37, profile.RunPre());
        Assert.False(Directory.Exists(absent));
    }

    [Fact]
    public void A_killed_client_aborts_the_backup_and_post_says_that_the_hold_was_lost()
    {
        using var profile = new DeployedProfile("dash", Profile());
        Assert.Equal(0, profile.RunPre());

        Signals.Kill(profile.ClientOf(1));

        Assert.Equal(42, profile.RunPost());
        AssertNothingIsLeft(profile);
    }

    [Fact]
    public void A_lease_that_ends_leaves_no_backup_under_way()
    {
        using var profile = new DeployedProfile("dash", Profile() with { Run = new RunSettings { LeaseInSeconds = 1 } });

        Assert.Equal(0, profile.RunPre());
        profile.WaitUntilEverybodyIsGone();

        Assert.Equal(43, profile.RunPost());
        AssertNothingIsLeft(profile);
    }

    [Fact]
    public void Without_the_right_to_start_a_backup_the_missing_grants_are_named()
    {
        Cluster.Server.Query("CREATE ROLE clerk LOGIN");
        using var profile = new DeployedProfile("dash", Profile(Cluster.Engine with { User = "clerk" }));

        Assert.Equal(31, profile.RunPre());
        var reason = profile.Record.GetProperty("reason").GetString()!;
        Assert.Equal(41, profile.RunPost());

        Assert.SkipUnless(Cluster.Server.Query("SHOW server_version_num").CompareTo("150000") >= 0, "before PostgreSQL 15 only a superuser may CHECKPOINT");
        foreach (var grant in reason[reason.IndexOf("GRANT", StringComparison.Ordinal)..].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            Cluster.Server.Query(grant);
        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());
    }

    private ProfileSpec Profile(PostgreSqlSpec? engine = null) => DeployedProfile.Profile(engine ?? Cluster.Engine) with
    {
        Host = new HostSettings { TimeoutInSeconds = 30, PreScriptNoOfRetries = 0, PostScriptNoOfRetries = 0, FsFreezeEnabled = false },
    };

    private (string Copy, int Acknowledged, int Sent) CopyBetweenTheScripts(DeployedProfile profile)
    {
        using var writer = new PostgreSqlWriter(Cluster.Server, "ledger");
        Assert.Equal(0, profile.RunPre());
        var copy = Cluster.Copy(() =>
        {
            var before = writer.Acknowledged;
            while (writer.Acknowledged < before + 500)
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        });
        var acknowledged = writer.Acknowledged;
        Assert.Equal(0, profile.RunPost());
        return (copy, acknowledged, writer.Sent);
    }

    public sealed class OneCluster : IDisposable
    {
        public OneCluster()
        {
            Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root: run the tests as root");
            Cluster = new ArchivingCluster();
        }

        internal ArchivingCluster Cluster { get; }

        public void Dispose() => Cluster.Dispose();
    }

    private void AssertNothingIsLeft(DeployedProfile profile)
    {
        Assert.Equal("0", Cluster.Server.Query("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'quiesce'"));
        Assert.Empty(profile.Processes());
        Assert.Empty(Directory.GetDirectories(Cluster.Labels));
    }
}
