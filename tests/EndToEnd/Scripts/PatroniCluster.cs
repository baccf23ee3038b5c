using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>
/// Two members of one PostgreSQL cluster under Patroni on the loopback, and the etcd in which they agree who leads. The first one begins as the leader; its data lies on a file system of
/// its own, so that it can be frozen.
/// </summary>
public sealed class PatroniCluster : IDisposable
{
    /// <summary>After which time the others give a silent leader up: the least that Patroni takes.</summary>
    internal const int TtlInSeconds = 20;

    private const string Owner = "postgres";
    private const string Etcd = "/usr/bin/etcd";

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(1) };
    private readonly int _etcdPort = PrivateMariaDb.FreePort();
    private readonly ScratchFileSystem? _disk;
    private readonly Process? _etcd;

    public PatroniCluster()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "the scripts are made for root, and freezing needs it: run the tests as root");
        foreach (var (program, package) in (ReadOnlySpan<(string, string)>)[(PatroniMember.Program, "patroni"), (Etcd, "etcd-server")])
            Assert.SkipUnless(File.Exists(program), $"{package} is not installed");
        var programs = PrivatePostgreSql.Newest();
        Programs.Run("chown", Owner, Folder);
        Leader = new PatroniMember("first", Folder, programs, _etcdPort);
        Replica = new PatroniMember("second", Folder, programs, _etcdPort);
        try
        {
            _disk = new ScratchFileSystem(Leader.Folder, "256M", "ext4");
            Programs.Run("chown", Owner, Leader.Folder);
            _etcd = StartEtcd();
            Leader.Start();
            Leader.WaitUntil(() => Answers(Leader, "leader"));
            Replica.Start();
            Replica.WaitUntil(() => Answers(Replica, "replica"));
            File.WriteAllText(WithoutPassword, $"scope: {PatroniMember.Scope}\netcd3:\n  hosts: 127.0.0.1:{_etcdPort}\n");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    internal string Folder { get; } = Directory.CreateTempSubdirectory("quiesce-patroni-").FullName;

    internal PatroniMember Leader { get; }

    internal PatroniMember Replica { get; }

    /// <summary>A configuration with which one can look at the cluster, and not change it.</summary>
    internal string WithoutPassword => Folder + "/without-password.yml";

    internal bool IsPaused => Ctl("show-config").Contains("\npause: true\n", StringComparison.Ordinal);

    internal string Ctl(params string[] arguments) => Programs.Run("patronictl", ["-c", Leader.Configuration, .. arguments]);

    /// <summary>The member that the others take for the leader, or nobody.</summary>
    internal string? LeaderAsSeenBy(PatroniMember member)
    {
        using var answer = _http.Send(new HttpRequestMessage(HttpMethod.Get, $"{member.Address}/cluster"));
        using var cluster = JsonDocument.Parse(answer.Content.ReadAsStream());
        return cluster.RootElement.GetProperty("members").EnumerateArray()
            .Where(one => one.GetProperty("role").GetString() == "leader").Select(one => one.GetProperty("name").GetString()).SingleOrDefault();
    }

    internal bool Answers(PatroniMember member, string role)
    {
        try
        {
            using var answer = _http.Send(new HttpRequestMessage(HttpMethod.Get, $"{member.Address}/{role}"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
    }

    internal PostgreSqlSpec Engine(PatroniMember member, bool pause) => new()
    {
        Name = "ledger",
        Method = PostgreSqlQuiesce.Checkpoint,
        Role = RolePolicy.Any,
        Cluster = PostgreSqlCluster.Patroni,
        PauseCluster = pause,
        PatroniConfig = member.Configuration,
        SocketDirectory = Folder,
        Port = member.Port,
        User = Owner,
        OsUser = Owner,
        Database = "postgres",
    };

    public void Dispose()
    {
        Replica.Dispose();
        Leader.Dispose();
        if (_etcd is not null)
        {
            _etcd.Kill();
            _etcd.WaitForExit();
            _etcd.Dispose();
        }

        _disk?.Dispose();
        _http.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private Process StartEtcd()
    {
        var address = "http://127.0.0.1:" + _etcdPort.ToString(CultureInfo.InvariantCulture);
        var toPeers = "http://127.0.0.1:" + PrivateMariaDb.FreePort().ToString(CultureInfo.InvariantCulture);
        var etcd = Process.Start(new ProcessStartInfo("setpriv",
        [
            "--reuid", Owner, "--regid", Owner, "--init-groups", Etcd, "--name", "only", "--data-dir", Folder + "/etcd", "--unsafe-no-fsync",
            "--listen-client-urls", address, "--advertise-client-urls", address,
            "--listen-peer-urls", toPeers, "--initial-advertise-peer-urls", toPeers, "--initial-cluster", "only=" + toPeers,
        ]) { RedirectStandardError = true })!;
        while (etcd.StandardError.ReadLine() is { } line)
        {
            if (!line.Contains("ready to serve client requests", StringComparison.Ordinal))
                continue;
            _ = etcd.StandardError.ReadToEndAsync();
            return etcd;
        }

        throw new InvalidOperationException("etcd did not start");
    }
}
