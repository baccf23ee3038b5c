using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

public sealed class RedisTests
{
    public RedisTests() => Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root: run the tests as root");

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void What_was_acknowledged_before_the_stop_is_in_the_dump(string shell)
    {
        using var redis = new PrivateRedis();
        using var profile = Deploy(shell, redis);
        redis.Command("SET", "order", "4711");

        Assert.Equal(0, profile.RunPre());

        using var copy = new PrivateRedis("--dir", redis.Folder);
        Assert.Equal("4711", copy.Command("GET", "order"));

        Assert.Equal(0, profile.RunPost());
        var engine = profile.Record.GetProperty("engines")[0];
        Assert.Equal("atomic", engine.GetProperty("proof").GetString());
        Assert.Contains("append-only", engine.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
        Assert.Empty(profile.Processes());
    }

    [Fact]
    public void The_append_only_file_is_not_rewritten_between_the_scripts_and_is_afterwards_as_before()
    {
        using var redis = new PrivateRedis("--appendonly", "yes", "--auto-aof-rewrite-percentage", "73");
        using var profile = Deploy("dash", redis);

        Assert.Equal(0, profile.RunPre());
        Assert.Equal("0", Percentage(redis));
        Assert.Equal(0, profile.RunPost());
        Assert.Equal("73", Percentage(redis));
        Assert.Equal("1", profile.Record.GetProperty("engines")[0].GetProperty("durability").GetProperty("aof_enabled").GetString());
    }

    [Fact]
    public void A_killed_keeper_puts_it_back_too()
    {
        using var redis = new PrivateRedis("--appendonly", "yes", "--auto-aof-rewrite-percentage", "73");
        using var profile = Deploy("dash", redis);
        Assert.Equal(0, profile.RunPre());

        Signals.Kill(profile.ProcessOf("keeper"));

        while (Percentage(redis) != "73")
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }

    [Fact]
    public void The_end_of_the_lease_puts_it_back_too()
    {
        using var redis = new PrivateRedis("--appendonly", "yes", "--auto-aof-rewrite-percentage", "73");
        var spec = DeployedProfile.Profile(new RedisSpec { Name = "cache", Socket = redis.Socket }) with { Run = new RunSettings { LeaseInSeconds = 1 } };
        using var profile = new DeployedProfile("dash", spec);
        Assert.Equal(0, profile.RunPre());

        while (Percentage(redis) != "73")
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        Assert.Equal(43, profile.RunPost());
    }

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public async Task With_writers_running_everything_acknowledged_before_the_stop_is_in_a_copy_of_the_append_only_file(string shell)
    {
        using var redis = new PrivateRedis("--appendonly", "yes", "--appendfsync", "always");
        using var profile = Deploy(shell, redis);
        using var stop = new CancellationTokenSource();
        var acknowledged = 0;
        var writer = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                redis.Command("SET", "order", $"{acknowledged + 1}");
                Interlocked.Increment(ref acknowledged);
            }
        });
        while (Volatile.Read(ref acknowledged) == 0)
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();

        Assert.Equal(0, profile.RunPre());
        var before = Volatile.Read(ref acknowledged);
        var folder = Directory.CreateTempSubdirectory("quiesce-redis-copy-").FullName;
        Programs.Run("cp", "-a", redis.Folder + "/appendonlydir", folder);
        var after = Volatile.Read(ref acknowledged) + 1;
        stop.Cancel();
        await writer;
        Assert.Equal(0, profile.RunPost());

        using (var copy = new PrivateRedis("--dir", folder, "--appendonly", "yes"))
            Assert.InRange(int.Parse(copy.Command("GET", "order"), CultureInfo.InvariantCulture), before, after);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_save_that_was_under_way_is_waited_for_and_a_fresh_one_made()
    {
        using var redis = new PrivateRedis("--rdb-key-save-delay", "2000");
        using var profile = Deploy("dash", redis);
        redis.Command("DEBUG", "POPULATE", "1000");
        redis.Command("BGSAVE");
        redis.Command("SET", "order", "4711");

        Assert.Equal(0, profile.RunPre());

        using var copy = new PrivateRedis("--dir", redis.Folder);
        Assert.Equal("4711", copy.Command("GET", "order"));
        Assert.Equal(0, profile.RunPost());
    }

    [Fact]
    public void A_missing_permission_is_named_with_what_grants_it()
    {
        using var redis = new PrivateRedis("--appendonly", "yes");
        redis.Command("ACL", "SETUSER", "clerk", "on", "nopass", "+info", "+ping", "+echo");
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(new RedisSpec { Name = "cache", Socket = redis.Socket, User = "clerk", PasswordFile = AnyPassword(redis) }));

        Assert.Equal(31, profile.RunPre());
        Assert.Contains("ACL SETUSER clerk +info +bgsave", profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
        profile.WaitUntilEverybodyIsGone();
    }

    /// <summary>Without a line feed at its end, as editors leave it.</summary>
    private static string AnyPassword(PrivateRedis redis)
    {
        var file = Path.Combine(redis.Folder, "password");
        File.WriteAllText(file, "anything");
        return file;
    }

    [Fact]
    public void A_killed_client_leaves_it_to_the_post_script()
    {
        using var redis = new PrivateRedis("--appendonly", "yes", "--auto-aof-rewrite-percentage", "73");
        using var profile = Deploy("dash", redis);
        Assert.Equal(0, profile.RunPre());

        Signals.Kill(profile.ClientOf(1));

        Assert.Equal(0, profile.RunPost());
        Assert.Equal("73", Percentage(redis));
    }

    /// <summary>The client goes on after an error, and its exit status is that of a success.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_setting_that_the_server_refuses_to_put_back_is_no_success(bool clientIsGone)
    {
        using var redis = new PrivateRedis("--appendonly", "yes", "--auto-aof-rewrite-percentage", "73");
        using var profile = Deploy("dash", redis);
        Assert.Equal(0, profile.RunPre());
        redis.Command("ACL", "SETUSER", "default", "-config");
        if (clientIsGone)
            Signals.Kill(profile.ClientOf(1));

        Assert.Equal(44, profile.RunPost());

        Assert.Equal("cache: cannot put back what was; by hand: CONFIG SET auto-aof-rewrite-percentage 73", profile.Record.GetProperty("reason").GetString());
        redis.Command("ACL", "SETUSER", "default", "+config");
        Assert.Equal("0", Percentage(redis));
    }

    [Fact]
    public void A_password_comes_from_a_file()
    {
        using var redis = new PrivateRedis("--requirepass", "open sesame");
        var file = Path.Combine(redis.Folder, "password");
        File.WriteAllText(file, "open sesame\n");
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(new RedisSpec { Name = "cache", Socket = redis.Socket, PasswordFile = file }));

        Assert.Equal(0, profile.RunPre());
        Assert.Equal(0, profile.RunPost());
    }

    [Fact]
    public void A_server_that_is_down_is_named()
    {
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(new RedisSpec { Name = "cache", Socket = "/nonexistent" }));

        Assert.Equal(30, profile.RunPre());
    }

    [Fact]
    public void A_wrong_password_is_named()
    {
        using var redis = new PrivateRedis("--requirepass", "open sesame");
        using var profile = Deploy("dash", redis);

        Assert.Equal(30, profile.RunPre());
        Assert.Contains("NOAUTH", profile.Record.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Empty(profile.Processes());
    }

    private static string Percentage(PrivateRedis redis) => redis.Command("CONFIG", "GET", "auto-aof-rewrite-percentage").Split('\n').Last();

    private static DeployedProfile Deploy(string shell, PrivateRedis redis)
        => new(shell, DeployedProfile.Profile(new RedisSpec { Name = "cache", Socket = redis.Socket }));
}
