using System;
using System.Diagnostics;
using System.Globalization;
using System.Threading;
using Quiesce.Tests.Shared;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>Writes the rows 1, 2, 3 … one by one, each after the former was acknowledged, until it is disposed.</summary>
internal sealed class PostgreSqlWriter : IDisposable
{
    private readonly Process _client;
    private readonly Thread _thread;
    private readonly ManualResetEventSlim _began = new();
    private volatile bool _stopping;
    private int _sent;
    private int _acknowledged;

    public PostgreSqlWriter(PrivatePostgreSql cluster, string table)
    {
        var start = new ProcessStartInfo($"{PrivatePostgreSql.Newest()}/psql", ["-X", "-q", "-A", "-t", "-h", cluster.Folder, "-U", "postgres", "-d", "postgres"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _client = Process.Start(start)!;
        _client.StandardInput.AutoFlush = true;
        _thread = new Thread(() => Write(table)) { IsBackground = true };
        _thread.Start();
        _began.Wait();
    }

    /// <summary>The last row that was sent.</summary>
    public int Sent => Volatile.Read(ref _sent);

    /// <summary>The last row whose commit the server has acknowledged.</summary>
    public int Acknowledged => Volatile.Read(ref _acknowledged);

    public void Dispose()
    {
        _stopping = true;
        _thread.Join();
        _client.StandardInput.Close();
        _client.WaitForExit();
        _client.Dispose();
        _began.Dispose();
    }

    private void Write(string table)
    {
        for (var row = 1; !_stopping; row++)
        {
            Volatile.Write(ref _sent, row);
            _client.StandardInput.WriteLine($"INSERT INTO {table} VALUES ({row.ToString(CultureInfo.InvariantCulture)}) RETURNING id;");
            if (_client.StandardOutput.ReadLine() is null)
                return;
            Volatile.Write(ref _acknowledged, row);
            if (row == 50)
                _began.Set();
        }
    }
}
