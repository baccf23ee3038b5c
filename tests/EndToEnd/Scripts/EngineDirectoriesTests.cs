using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>Every server is asked where its files lie. Where nothing but the freeze makes the copy good, a directory that will not be frozen stops the run; where a lock is held, it is recorded.</summary>
public sealed class EngineDirectoriesTests : IDisposable
{
    private const int DirectoryNotFrozen = 34;

    private readonly string _folder = Directory.CreateTempSubdirectory("quiesce-directories-").FullName;
    private readonly ScratchMount _other;

    public EngineDirectoriesTests()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root: run the tests as root");
        _other = new ScratchMount("root");
    }

    public void Dispose()
    {
        _other.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_Redis_whose_append_only_files_lie_on_a_device_that_is_not_frozen_is_refused_before_it_saves(string shell)
    {
        using var redis = RedisWithItsLogElsewhere();
        using var profile = new DeployedProfile(shell, DeployedProfile.Profile(Redis(redis, MountOf(_folder))));
        var saved = redis.Command("LASTSAVE");

        Assert.Equal(DirectoryNotFrozen, profile.RunPre());

        Assert.Contains($"cache: {_other.Folder}/appendonly lies on device {_other.Device} ", Reason(profile), StringComparison.Ordinal);
        Assert.Contains($"add {_other.Folder} to Mounts", Reason(profile), StringComparison.Ordinal);
        Assert.Equal(saved, redis.Command("LASTSAVE"));
        Assert.Equal("73", redis.Command("CONFIG", "GET", "auto-aof-rewrite-percentage").Split('\n').Last());
        profile.WaitUntilEverybodyIsGone();
    }

    [Fact]
    public void With_both_mounts_declared_or_frozen_by_the_host_it_runs_and_the_record_holds_them()
    {
        using var redis = RedisWithItsLogElsewhere();
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(Redis(redis, MountOf(_folder), _other.Folder)));

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());
        Assert.Equal([_folder, _other.Folder + "/appendonly"], Directories(profile).Select(directory => Text(directory, "path")));
        Assert.Equal(_other.Device, Text(Directories(profile)[1], "device"));

        Assert.Equal(DirectoryNotFrozen, profile.RunPre(("QUIESCE_FROZEN_DEVICES", DeviceOf(_folder))));
        Assert.Equal(41, profile.RunPost());
        Assert.Equal(0, profile.RunPre(("QUIESCE_FROZEN_DEVICES", $"{DeviceOf(_folder)} {_other.Device}")));
        Assert.Equal(0, profile.RunPost());
    }

    /// <summary>A hardened server has renamed the command that would tell.</summary>
    [Fact]
    public void A_Redis_that_does_not_tell_runs_and_nothing_is_recorded()
    {
        using var redis = new PrivateRedis("--rename-command", "CONFIG", "");
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(Redis(redis, _other.Folder)));

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        Assert.Contains("cache: the server does not tell its directories", profile.Log, StringComparison.Ordinal);
        Assert.False(profile.Record.GetProperty("engines")[0].TryGetProperty("directories", out _));
    }

    [Fact]
    public void MariaDB_s_record_names_every_place_once_and_its_lock_needs_none_of_them_frozen()
    {
        using var server = new PrivateMariaDb($"--log-bin={_other.Folder}/binlog", "--relay-log=relay");
        var engine = new MariaDbSpec { Name = "orders", Method = MariaDbQuiesce.BackupStage, Socket = server.Socket, User = "root", LockWaitInSeconds = 5, Mounts = (string[])[MountOf(server.Data)] };
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(engine));

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        Assert.Equal([server.Data, _other.Folder], Directories(profile).Select(directory => Text(directory, "path")));
        Assert.Equal([DeviceOf(server.Data), _other.Device], Directories(profile).Select(directory => Text(directory, "device")));
    }

    /// <summary>Each of the places that MySQL can be told, as its variables show them: below the data directory, or anywhere.</summary>
    [Theory]
    [InlineData("innodb_data_home_dir", "")]
    [InlineData("innodb_log_group_home_dir", "")]
    [InlineData("innodb_undo_directory", "/")]
    [InlineData("innodb_doublewrite_dir", "")]
    [InlineData("innodb_directories", ";/")]
    [InlineData("aria_log_dir_path", "")]
    [InlineData("log_bin_basename", "/binlog")]
    [InlineData("relay_log_basename", "/relay")]
    public void MySQL_s_instance_lock_is_refused_where_any_of_its_places_is_not_frozen(string variable, string end)
    {
        var client = new StandInMySql(_folder) { Directories = [("datadir", _folder + "/"), ("innodb_log_group_home_dir", "./"), (variable, _other.Folder + end)] };
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(MySql(MySqlQuiesce.InstanceLock, client)));

        Assert.Equal(DirectoryNotFrozen, profile.RunPre());

        Assert.Contains($"blog: {_other.Folder} lies on device {_other.Device} ", Reason(profile), StringComparison.Ordinal);
        Assert.DoesNotContain("LOCK INSTANCE", File.ReadAllText(_folder + "/said"), StringComparison.Ordinal);
    }

    [Fact]
    public void Under_MySQL_s_read_lock_the_same_is_recorded_and_no_more()
    {
        var client = new StandInMySql(_folder) { Directories = [("datadir", _folder + "/"), ("log_bin_basename", _other.Folder + "/binlog")] };
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(MySql(MySqlQuiesce.ReadLock, client)));

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());
        Assert.Equal([_folder, _other.Folder], Directories(profile).Select(directory => Text(directory, "path")));
    }

    /// <summary>The path is one of the server's container, or of another machine: what cannot be seen is not judged.</summary>
    [Fact]
    public void A_directory_that_this_machine_does_not_have_refuses_nothing_and_is_not_recorded()
    {
        var client = new StandInMySql(_folder) { Directories = [("datadir", "/nonexistent/in the container/"), ("log_bin_basename", _folder + "/binlog")] };
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(MySql(MySqlQuiesce.InstanceLock, client)));

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        Assert.Contains("blog: its directory /nonexistent/in the container/ is not there, seen from this script", profile.Log, StringComparison.Ordinal);
        Assert.False(profile.Record.GetProperty("engines")[0].TryGetProperty("directories", out _));
    }

    /// <summary>Whichever of the two the server names first.</summary>
    [Theory]
    [InlineData("log_bin_basename", "relay_log_basename")]
    [InlineData("relay_log_basename", "log_bin_basename")]
    public void A_directory_that_cannot_be_seen_does_not_hide_another_that_will_not_be_frozen(string unseen, string notFrozen)
    {
        var client = new StandInMySql(_folder) { Directories = [("datadir", _folder + "/"), .. new[] { (unseen, "/nonexistent/log"), (notFrozen, _other.Folder + "/log") }.OrderBy(variable => variable.Item1)] };
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(MySql(MySqlQuiesce.InstanceLock, client)));

        Assert.Equal(DirectoryNotFrozen, profile.RunPre());

        Assert.Contains($"blog: {_other.Folder} lies on device {_other.Device} ", Reason(profile), StringComparison.Ordinal);
    }

    private MySqlSpec MySql(MySqlQuiesce method, StandInMySql client)
        => new() { Name = "blog", Method = method, LockWaitInSeconds = 5, Client = client.Install(), Mounts = (string[])[MountOf(_folder)] };

    private static RedisSpec Redis(PrivateRedis redis, params string[] mounts) => new() { Name = "cache", Socket = redis.Socket, Mounts = mounts };

    /// <summary>The directory of its append-only files was moved to another disk, and a link left in its place.</summary>
    private PrivateRedis RedisWithItsLogElsewhere()
    {
        new PrivateRedis("--dir", _folder, "--appendonly", "yes").Dispose();
        Programs.Run("mv", _folder + "/appendonlydir", _other.Folder + "/appendonly");
        File.CreateSymbolicLink(_folder + "/appendonlydir", _other.Folder + "/appendonly");
        return new PrivateRedis("--dir", _folder, "--appendonly", "yes", "--auto-aof-rewrite-percentage", "73");
    }

    private static string Reason(DeployedProfile profile) => profile.Record.GetProperty("reason").GetString()!;

    private static JsonElement[] Directories(DeployedProfile profile) => [.. profile.Record.GetProperty("engines")[0].GetProperty("directories").EnumerateArray()];

    private static string MountOf(string path) => Programs.Run("stat", "-c", "%m", path).TrimEnd('\n');

    private static string DeviceOf(string path) => Programs.Run("mountpoint", "-d", MountOf(path)).TrimEnd('\n');

    private static string Text(JsonElement directory, string property) => directory.GetProperty(property).GetString()!;
}
