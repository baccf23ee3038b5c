using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using Xunit;

namespace Quiesce.Tests.Shared;

/// <summary>A server of the MySQL family of the test's own: data, socket and log in a temporary folder, no network, root without a password.</summary>
internal abstract class PrivateSqlServer : IDisposable
{
    private readonly string[] _options;
    private Process? _server;

    /// <param name="data">A data folder to begin with, which is copied.</param>
    /// <param name="options">More of the server's options; the last one of a name wins.</param>
    protected PrivateSqlServer(string data, string[] options)
    {
        _options = options;
        Programs.Run("cp", "-a", data, Data);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("quiesce-sql-").FullName;

    public string Socket => Path.Combine(Folder, "socket");

    public string Data => Path.Combine(Folder, "data");

    public int ProcessId => _server!.Id;

    /// <summary>The program of the server, and the words that come first on its command line.</summary>
    protected abstract string[] ServerProgram { get; }

    protected abstract string ClientProgram { get; }

    /// <summary>Returns when the server says that it takes connections.</summary>
    public void Start()
    {
        var start = new ProcessStartInfo(ServerProgram[0],
        [
            .. ServerProgram[1..], "--no-defaults", $"--datadir={Data}", $"--socket={Socket}", $"--pid-file={Folder}/pid", "--skip-networking", "--user=root",
            "--innodb-buffer-pool-size=16M", "--log-bin=binlog", "--server-id=1", .. _options,
        ])
        { RedirectStandardError = true };
        _server = Process.Start(start)!;
        var log = "";
        while (_server.StandardError.ReadLine() is { } line)
        {
            log += line + "\n";
            if (line.Contains("ready for connections", StringComparison.Ordinal))
            {
                _ = _server.StandardError.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException($"{ServerProgram[0]} did not start:\n" + log);
    }

    /// <summary>For a server that others must reach over the loopback: nobody else listens here now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>As an administrator stops it: everything is written out.</summary>
    public void Stop()
    {
        Query("SHUTDOWN");
        _server!.WaitForExit();
    }

    public void Kill()
    {
        _server!.Kill();
        _server.WaitForExit();
    }

    /// <summary>The rows of one statement, columns separated by tabs.</summary>
    public string Query(string sql, string user = "root") => Programs.Run(ClientProgram, Arguments(user, sql)).TrimEnd('\n');

    /// <summary>A statement that may have to wait; the task ends with it.</summary>
    public Task<string> Begin(string sql) => Task.Run(() => Query(sql));

    /// <summary>Waits until the server itself says that some statement waits for a lock.</summary>
    public void WaitUntilSomebodyWaits(string state)
    {
        while (Query($"SELECT COUNT(*) FROM information_schema.processlist WHERE state LIKE '{state}'") == "0")
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }

    public void Dispose()
    {
        if (_server is { HasExited: false })
            Kill();
        _server?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private string[] Arguments(string user, string sql) => ["--no-defaults", $"--socket={Socket}", $"--user={user}", "--batch", "--skip-column-names", "-e", sql];
}
