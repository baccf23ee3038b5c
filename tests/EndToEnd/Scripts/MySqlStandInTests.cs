using System;
using System.IO;
using System.Linq;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>
/// The series of MySQL that are not to be had where these tests run, 8.0 and 8.4: a stand-in for their client answers as the manual says. What is tested is the conversation, not a server.
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

    /// <summary>The words changed in 8.0.22, the columns did not. An error's text, with the characters that the client escapes, stands between them.</summary>
    [Theory]
    [InlineData("8.0.21", "SHOW SLAVE STATUS;")]
    [InlineData("8.0.22", "SHOW REPLICA STATUS;")]
    [InlineData("8.4.3", "SHOW REPLICA STATUS;")]
    public void A_replica_s_record_tells_where_in_its_source_it_stands_and_what_it_was(string version, string statement)
    {
        using var profile = Deploy(
            new MySqlSpec { Method = MySqlQuiesce.ReadLock, Name = "blog", Role = RolePolicy.ReplicaOnly },
            new StandInMySql(_folder) { Version = version, ReplicaStatus = StandInMySql.ReplicaThatFailed, SuperReadOnly = "ON" });

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());

        AssertInOrder(statement, "FLUSH TABLES WITH READ LOCK;", "UNLOCK TABLES;");
        var engine = profile.Record.GetProperty("engines")[0];
        Assert.Equal("replica", engine.GetProperty("role").GetString());
        var connection = Assert.Single(engine.GetProperty("replication").EnumerateArray());
        Assert.Equal(
            ("db1.example:3306", "binlog.000007", "4711", "Yes", "No"),
            (Text("source"), Text("file"), Text("position"), Text("receiverRuns"), Text("applierRuns")));
        Assert.Equal("ON", engine.GetProperty("priorState").GetProperty("super_read_only").GetString());
        Assert.DoesNotContain(File.ReadAllLines(_folder + "/said"), said => said.Contains("SET GLOBAL super_read_only", StringComparison.Ordinal) || said.Contains("REPLICA;", StringComparison.Ordinal));

        string? Text(string name) => connection.GetProperty(name).GetString();
    }

    [Fact]
    public void A_replica_is_skipped_where_a_primary_is_wanted()
    {
        using var profile = Deploy(
            new MySqlSpec { Method = MySqlQuiesce.InstanceLock, Name = "blog", Role = RolePolicy.PrimaryOnly },
            new StandInMySql(_folder) { ReplicaStatus = StandInMySql.ReplicaThatFailed });

        Assert.Equal(50, profile.RunPre());
        Assert.Equal(50, profile.RunPost());

        Assert.DoesNotContain(File.ReadAllLines(_folder + "/said"), said => said.Contains("LOCK", StringComparison.Ordinal));
    }

    /// <summary>The read lock closes every table and waits for whoever reads one; the instance lock waits for changes of a schema alone.</summary>
    [Theory]
    [InlineData(nameof(MySqlQuiesce.ReadLock), false)]
    [InlineData(nameof(MySqlQuiesce.InstanceLock), true)]
    public void Long_statements_are_looked_for_before_the_lock(string method, bool changesOfSchemaOnly)
    {
        using var profile = Deploy(
            new MySqlSpec { Name = "blog", Method = Enum.Parse<MySqlQuiesce>(method), LongStatements = LongStatementPolicy.Fail, LongStatementInSeconds = 3 },
            new StandInMySql(_folder) { LongStatement = "long|17|app|45" });

        Assert.Equal(32, profile.RunPre());

        Assert.Contains("in session 17", profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
        var said = File.ReadAllText(_folder + "/said");
        Assert.Contains("TIME >= 3", said, StringComparison.Ordinal);
        Assert.Equal(changesOfSchemaOnly, said.Contains("INFO REGEXP", StringComparison.Ordinal));
        Assert.DoesNotContain("LOCK;", said, StringComparison.Ordinal);
    }

    private void AssertInOrder(params string[] statements)
    {
        var said = File.ReadAllLines(_folder + "/said");
        var places = statements.Select(statement => Array.FindIndex(said, line => line.Contains(statement, StringComparison.Ordinal))).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    private DeployedProfile Deploy(MySqlQuiesce method, string version) => Deploy(new MySqlSpec { Name = "blog", Method = method }, new StandInMySql(_folder) { Version = version });

    private static DeployedProfile Deploy(MySqlSpec engine, StandInMySql client) => new("dash", DeployedProfile.Profile(engine with { LockWaitInSeconds = 5, Client = client.Install() }));
}
