using System;
using System.IO;
using System.Linq;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>
/// MySQL proper is not to be had where these tests run: a stand-in for its client answers as the manual says. What is tested is the conversation, not a server.
/// </summary>
public sealed class MySqlStandInTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("quiesce-mysql-").FullName;

    public MySqlStandInTests() => Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root: run the tests as root");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("8.0.36", "SHOW MASTER STATUS;")]
    [InlineData("8.4.3", "SHOW BINARY LOG STATUS;")]
    public void The_read_lock_asks_for_coordinates_in_the_version_s_own_words(string version, string statement)
    {
        using var profile = Deploy(MySqlQuiesce.ReadLock, version);

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        AssertInOrder("FLUSH TABLES WITH READ LOCK;", statement, "UNLOCK TABLES;");
        var coordinates = profile.Record.GetProperty("engines")[0].GetProperty("coordinates");
        Assert.Equal("binlog.000042", coordinates.GetProperty("file").GetString());
        Assert.Equal("1957", coordinates.GetProperty("position").GetString());
    }

    [Fact]
    public void The_instance_lock_reads_the_position_of_one_instant()
    {
        using var profile = Deploy(MySqlQuiesce.InstanceLock, "8.4.3");

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        AssertInOrder("LOCK INSTANCE FOR BACKUP;", "performance_schema.log_status", "UNLOCK INSTANCE;");
        Assert.Equal("atomic", profile.Record.GetProperty("engines")[0].GetProperty("proof").GetString());
    }

    [Fact]
    public void Relaxed_durability_is_mended_before_the_lock_and_put_back_after_it()
    {
        using var profile = Deploy(MySqlQuiesce.ReadLock, "8.4.3");

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        AssertInOrder("innodb_flush_log_at_trx_commit = 1;", "FLUSH TABLES WITH READ LOCK;", "FLUSH NO_WRITE_TO_BINLOG ENGINE LOGS;", "UNLOCK TABLES;", "innodb_flush_log_at_trx_commit = 2;");
    }

    private void AssertInOrder(params string[] statements)
    {
        var said = File.ReadAllLines(_folder + "/said");
        var places = statements.Select(statement => Array.FindIndex(said, line => line.Contains(statement, StringComparison.Ordinal))).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    private DeployedProfile Deploy(MySqlQuiesce method, string version)
    {
        var client = new StandInMySql(_folder) { Version = version }.Install();
        return new("dash", DeployedProfile.Profile(new MySqlSpec { Name = "blog", Method = method, LockWaitInSeconds = 5, Client = client }));
    }
}
