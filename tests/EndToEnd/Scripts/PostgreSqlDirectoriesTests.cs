using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>A checkpoint's copy is good only if the data, the WAL and every tablespace are frozen together: the pre script finds out where they lie, and refuses otherwise.</summary>
public sealed class PostgreSqlDirectoriesTests : IDisposable
{
    private const int DirectoryNotFrozen = 34;

    private readonly PrivatePostgreSql _cluster;
    private readonly ScratchMount _other;

    public PostgreSqlDirectoriesTests()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root: run the tests as root");
        _cluster = new PrivatePostgreSql();
        _other = new ScratchMount("postgres");
    }

    public void Dispose()
    {
        _cluster.Dispose();
        _other.Dispose();
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_tablespace_on_a_device_that_no_declared_mount_covers_is_refused(string shell)
    {
        _cluster.Query($"CREATE TABLESPACE fast LOCATION '{_other.Folder}'");

        using var profile = new DeployedProfile(shell, DeployedProfile.Profile(Engine(MountOf(_cluster.Data))));

        Assert.Equal(DirectoryNotFrozen, profile.RunPre());
        AssertNamed(profile, _other.Folder, _other.Device);
        Assert.Empty(profile.Processes());
    }

    [Fact]
    public void So_is_a_WAL_directory_that_is_a_link_to_another_disk()
    {
        MoveWal();

        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(Engine(MountOf(_cluster.Data))));

        Assert.Equal(DirectoryNotFrozen, profile.RunPre());
        AssertNamed(profile, _other.Folder + "/pg_wal", _other.Device);
    }

    [Fact]
    public void With_every_mount_declared_the_record_holds_directories_and_devices()
    {
        _cluster.Query($"CREATE TABLESPACE fast LOCATION '{_other.Folder}'");
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(Engine(MountOf(_cluster.Data), _other.Folder)));

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        var directories = profile.Record.GetProperty("engines")[0].GetProperty("directories").EnumerateArray().ToArray();
        Assert.Equal([_cluster.Data, _cluster.Data + "/pg_wal", _other.Folder], directories.Select(directory => Text(directory, "path")));
        Assert.Equal((_other.Folder, _other.Device), (Text(directories[2], "mount"), Text(directories[2], "device")));
    }

    /// <summary>A host that freezes says what: then the profile's own list is not asked.</summary>
    [Fact]
    public void What_our_own_host_says_it_will_freeze_is_what_counts()
    {
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(Engine()));

        Assert.Equal(DirectoryNotFrozen, profile.RunPre(("QUIESCE_FROZEN_DEVICES", _other.Device)));
        Assert.Equal(41, profile.RunPost());
        Assert.Equal(0, profile.RunPre(("QUIESCE_FROZEN_DEVICES", $"{_other.Device} {DeviceOf(_cluster.Data)}")));
        Assert.Equal(0, profile.RunPost());
    }

    [Fact]
    public void A_declared_mount_at_which_nothing_is_mounted_covers_nothing()
    {
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(Engine(_cluster.Folder, _other.Folder)));

        Assert.Equal(DirectoryNotFrozen, profile.RunPre());
        Assert.Contains($"{_cluster.Folder} is declared as a mount", profile.Log, StringComparison.Ordinal);
    }

    private static void AssertNamed(DeployedProfile profile, string directory, string device)
    {
        var reason = profile.Record.GetProperty("reason").GetString();
        Assert.Contains($"ledger: {directory} lies on device {device} ", reason, StringComparison.Ordinal);
        Assert.Contains("add ", reason, StringComparison.Ordinal);
    }

    private static string MountOf(string path) => Programs.Run("stat", "-c", "%m", path).TrimEnd('\n');

    private static string DeviceOf(string path) => Programs.Run("mountpoint", "-d", MountOf(path)).TrimEnd('\n');

    private static string Text(JsonElement directory, string property) => directory.GetProperty(property).GetString()!;

    private void MoveWal()
    {
        _cluster.Stop();
        Programs.Run("mv", _cluster.Data + "/pg_wal", _other.Folder);
        File.CreateSymbolicLink(_cluster.Data + "/pg_wal", _other.Folder + "/pg_wal");
        _cluster.Start();
    }

    private PostgreSqlSpec Engine(params string[] mounts) => new()
    {
        Name = "ledger",
        Method = PostgreSqlQuiesce.Checkpoint,
        Mounts = mounts,
        SocketDirectory = _cluster.Folder,
        OsUser = "postgres",
        Database = "postgres",
    };
}
