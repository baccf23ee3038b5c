using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>One member of a <see cref="PatroniCluster"/>: a PostgreSQL server, and the Patroni that started it.</summary>
internal sealed class PatroniMember : IDisposable
{
    public const string Program = "/usr/bin/patroni";
    public const string Scope = "ledger";

    private const string Owner = "postgres";

    /// <summary>And its password, for the REST API.</summary>
    private const string Account = "quiesce";

    private readonly string _name;
    private readonly int _port = PrivateMariaDb.FreePort();
    private readonly BlockingCollection<string> _said = [];
    private Process? _patroni;

    public PatroniMember(string name, string folder, string programs, int etcdPort)
    {
        _name = name;
        Folder = Path.Combine(folder, name);
        Configuration = Folder + ".yml";
        Directory.CreateDirectory(Folder);
        Programs.Run("chown", Owner, Folder);
        File.WriteAllText(Configuration, $$"""
            scope: {{Scope}}
            name: {{name}}
            restapi:
              listen: 127.0.0.1:{{_port}}
              connect_address: 127.0.0.1:{{_port}}
              authentication: {username: {{Account}}, password: {{Account}} }
            etcd3:
              hosts: 127.0.0.1:{{etcdPort}}
            bootstrap:
              dcs: {ttl: {{PatroniCluster.TtlInSeconds}}, loop_wait: 1, retry_timeout: 3}
              initdb: [{auth-local: trust}, {auth-host: trust}, no-sync]
              pg_hba: [local all all trust, host all all 127.0.0.1/32 trust, host replication all 127.0.0.1/32 trust]
            postgresql:
              listen: 127.0.0.1:{{Port}}
              connect_address: 127.0.0.1:{{Port}}
              data_dir: {{Data}}
              bin_dir: {{programs}}
              pgpass: {{Folder}}.pgpass
              authentication:
                superuser: {username: {{Owner}} }
                replication: {username: {{Owner}} }
              parameters: {unix_socket_directories: {{folder}}, max_wal_size: 64MB, min_wal_size: 32MB}

            """);
    }

    public string Folder { get; }

    public string Data => Folder + "/data";

    public string Configuration { get; }

    public int Port { get; } = PrivateMariaDb.FreePort();

    public string Address => "http://127.0.0.1:" + _port.ToString(CultureInfo.InvariantCulture);

    public override string ToString() => _name;

    public void Start()
    {
        _patroni = Process.Start(new ProcessStartInfo("setpriv", ["--reuid", Owner, "--regid", Owner, "--init-groups", Program, Configuration])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        })!;
        _patroni.OutputDataReceived += (_, _) => { };
        _patroni.ErrorDataReceived += (_, line) => Hear(line.Data);
        _patroni.BeginOutputReadLine();
        _patroni.BeginErrorReadLine();
    }

    /// <summary>Looks again each time Patroni has said something.</summary>
    public void WaitUntil(Func<bool> condition)
    {
        while (!condition())
            TestContext.Current.SendDiagnosticMessage("{0}: {1}", _name, _said.Take(TestContext.Current.CancellationToken));
    }

    /// <summary>Returns when Patroni has looked round in a paused cluster, from beginning to end, since this was called.</summary>
    public void LookRoundInThePause()
    {
        while (_said.TryTake(out _))
        {
        }

        // The end of a look that was under way, and that of a whole one.
        for (var looks = 0; looks < 2;)
            looks += _said.Take(TestContext.Current.CancellationToken).Contains("PAUSE: ", StringComparison.Ordinal) ? 1 : 0;
    }

    /// <summary>To the others this is a member that has died.</summary>
    public void StandStill() => Signals.Send("STOP", _patroni!.Id);

    public void GoOn() => Signals.Send("CONT", _patroni!.Id);

    /// <summary>As its client asks for it. (Source: Patroni documentation, REST API, PATCH /config.)</summary>
    public void Pause()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(1) };
        using var request = new HttpRequestMessage(HttpMethod.Patch, Address + "/config") { Content = new StringContent("{\"pause\": true}") };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Account}:{Account}")));
        using var answer = http.Send(request);
        answer.EnsureSuccessStatusCode();
    }

    public string Query(string sql)
        => Programs.Run($"{PrivatePostgreSql.Newest()}/psql", "-X", "-A", "-t", "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", Owner, "-d", "postgres", "-c", sql).TrimEnd('\n');

    /// <summary>Patroni first, which would start its server again. What both say ends with the later one.</summary>
    public void Dispose()
    {
        _patroni?.Kill();
        StopServer();
        _patroni?.WaitForExit();
        _patroni?.Dispose();
        _said.Dispose();
    }

    /// <summary>The server speaks there as well.</summary>
    private void Hear(string? line)
    {
        if (line?.Contains(" INFO: ", StringComparison.Ordinal) == true)
            _said.Add(line);
    }

    private void StopServer()
    {
        if (!File.Exists(Data + "/postmaster.pid"))
            return;
        var process = "/proc/" + File.ReadLines(Data + "/postmaster.pid").First();
        if (!File.Exists(process + "/cmdline") || !File.ReadAllText(process + "/cmdline").Contains(Data, StringComparison.Ordinal))
            return;
        Signals.Send("QUIT", int.Parse(Path.GetFileName(process), CultureInfo.InvariantCulture));
        while (Directory.Exists(process))
            Thread.Yield();
    }
}
