using System;
using System.Linq;
using System.Threading.Tasks;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>Five kinds of engines in one profile, three of them real servers: whichever of them fails, what was taken from the others is given back.</summary>
public sealed class SeveralEnginesTests(MariaDbServer mariaDb) : IClassFixture<MariaDbServer>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(50);

    private readonly PrivatePostgreSql _postgreSql = new();
    private readonly PrivateRedis _redis = new("--appendonly", "yes", "--auto-aof-rewrite-percentage", "73");
    private readonly StandInMongosh _mongosh = new();
    private readonly StandInSystemctl _systemctl = Running("worker.service");

    public void Dispose()
    {
        _postgreSql.Dispose();
        _redis.Dispose();
        _mongosh.Dispose();
        _systemctl.Dispose();
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public async Task All_are_at_rest_between_the_scripts_and_as_before_afterwards(string shell)
    {
        using var profile = new DeployedProfile(shell, DeployedProfile.Profile(Engines));

        Assert.Equal(0, profile.RunPre(_systemctl.InPath));
        var write = mariaDb.Server.Begin(MariaDbServer.Insert);
        mariaDb.WaitUntilAWriterWaits();
        Assert.False(_systemctl.Runs("worker.service"));
        Assert.Equal("0", Percentage);
        Assert.Equal(1, _mongosh.Locks);

        Assert.Equal(0, profile.RunPost(_systemctl.InPath));
        await write.WaitAsync(Patience);
        AssertReleased(profile);
        Assert.Equal(["cache", "ledger", "workers", "carts", "orders"], profile.Record.GetProperty("engines").EnumerateArray().Select(engine => engine.GetProperty("name").GetString()));
    }

    /// <summary>The engine that fails is the first, one in the middle, or the last.</summary>
    [Theory]
    [InlineData(0, 30)]
    [InlineData(1, 30)]
    [InlineData(2, 33)]
    [InlineData(3, 31)]
    [InlineData(4, 30)]
    public async Task One_that_fails_releases_those_already_taken(int failing, int status)
    {
        var engines = Engines;
        switch (engines[failing])
        {
            case RedisSpec redis:
                engines[failing] = redis with { Socket = "/nonexistent/socket" };
                break;
            case PostgreSqlSpec postgreSql:
                engines[failing] = postgreSql with { SocketDirectory = "/nonexistent" };
                break;
            case SystemdUnitsSpec:
                _systemctl.RefuseToStop();
                break;
            case MongoDbSpec:
                _mongosh.RefuseToLock(13, "not authorized");
                break;
            case MariaDbSpec server:
                engines[failing] = server with { Socket = "/nonexistent/socket" };
                break;
        }

        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(engines));

        Assert.Equal(status, profile.RunPre(_systemctl.InPath));

        Assert.Contains(engines[failing].Name!, profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
        await mariaDb.Server.Begin(MariaDbServer.Insert).WaitAsync(Patience);
        AssertReleased(profile);
        Assert.Equal(41, profile.RunPost(_systemctl.InPath));
    }

    private EngineSpec[] Engines =>
    [
        new RedisSpec { Name = "cache", Socket = _redis.Socket },
        new PostgreSqlSpec { Name = "ledger", Method = PostgreSqlQuiesce.Checkpoint, SocketDirectory = _postgreSql.Folder, OsUser = "postgres", Database = "postgres" },
        new SystemdUnitsSpec { Name = "workers", Units = (string[])["worker.service"], StopTimeoutInSeconds = 5 },
        new MongoDbSpec { Name = "carts", Method = MongoDbQuiesce.FsyncLock, LockWaitInSeconds = 5, Client = _mongosh.Program },
        mariaDb.Engine(),
    ];

    private string Percentage => _redis.Command("CONFIG", "GET", "auto-aof-rewrite-percentage").Split('\n').Last();

    private static StandInSystemctl Running(string unit)
    {
        var systemctl = new StandInSystemctl();
        systemctl.Start(unit);
        return systemctl;
    }

    private void AssertReleased(DeployedProfile profile)
    {
        profile.WaitUntilEverybodyIsGone();
        Assert.Equal(MariaDbServer.RelaxedDurability, mariaDb.Durability);
        Assert.Equal("73", Percentage);
        Assert.Equal(0, _mongosh.Locks);
        Assert.True(_systemctl.Runs("worker.service"));
        Assert.Equal("0", _postgreSql.Query("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'quiesce'"));
    }
}
