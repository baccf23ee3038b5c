using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Xunit;

namespace Quiesce.Tests.Shared;

/// <summary>A PostgreSQL cluster of the test's own, run by the user <c>postgres</c>: data, socket and log in a temporary folder, no network.</summary>
internal sealed class PrivatePostgreSql : IDisposable
{
    private const string Owner = "postgres";

    private readonly string[] _options;
    private readonly string _programs;
    private Process? _server;

    /// <param name="programs">The folder of the version's programs; by default the newest one that is installed.</param>
    public PrivatePostgreSql(string? programs = null, params string[] options)
        : this(programs, options, cluster => As(Owner, $"{cluster._programs}/initdb", "-D", cluster.Data, "-A", "trust", "-N", "-U", Owner))
    {
    }

    private PrivatePostgreSql(string? programs, string[] options, Action<PrivatePostgreSql> makeData)
    {
        _options = options;
        _programs = programs ?? Newest();
        Programs.Run("chown", Owner, Folder);
        makeData(this);
        try
        {
            Start();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>A standby server that follows this one; before PostgreSQL 12 there is none to be had so.</summary>
    public PrivatePostgreSql Standby()
    {
        var standby = Path.Combine(Folder, "standby");
        As(Owner, $"{_programs}/pg_basebackup", "-D", standby, "-h", Folder, "-c", "fast", "-R");
        return OnCopy(standby, _programs);
    }

    /// <summary>A server on a copy of another one's data directory, which is moved here.</summary>
    /// <exception cref="InvalidOperationException">It does not start; the message is its log.</exception>
    public static PrivatePostgreSql OnCopy(string data, string? programs = null) => new(programs, [], cluster =>
    {
        Programs.Run("mv", data, cluster.Data);
        Programs.Run("chown", "-R", Owner, cluster.Data);
        Programs.Run("chmod", "700", cluster.Data);
    });

    public string Folder { get; } = Directory.CreateTempSubdirectory("quiesce-postgresql-").FullName;

    public string Data => Path.Combine(Folder, "data");

    public int ProcessId => _server!.Id;

    public static string Newest()
    {
        var folder = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Where(path => File.Exists(path + "/bin/postgres")).MaxBy(path => int.Parse(Path.GetFileName(path)))
            : null;
        Assert.SkipWhen(folder is null, "postgresql is not installed");
        return folder + "/bin";
    }

    /// <summary>Returns when the cluster says that it takes connections.</summary>
    public void Start()
    {
        var start = new ProcessStartInfo("setpriv", ["--reuid", Owner, "--regid", Owner, "--init-groups", $"{_programs}/postgres", "-D", Data, "-k", Folder, "-h", "", .. _options])
        {
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        start.Environment["LC_ALL"] = "C";
        _server = Process.Start(start)!;
        var log = "";
        while (_server.StandardError.ReadLine() is { } line)
        {
            log += line + "\n";
            if (line.Contains(File.Exists(Data + "/standby.signal") ? "ready to accept read" : "ready to accept connections", StringComparison.Ordinal))
            {
                _ = _server.StandardError.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException("postgres did not start:\n" + log);
    }

    public string Query(string sql)
        => Programs.Run($"{Newest()}/psql", "-X", "-A", "-t", "-h", Folder, "-U", Owner, "-d", "postgres", "-c", sql).TrimEnd('\n');

    /// <summary>SIGQUIT: at once, with all its children, and without a checkpoint.</summary>
    public void Stop()
    {
        if (_server is null)
            return;
        if (!_server.HasExited)
            Programs.Run("kill", "-QUIT", _server.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        _server.WaitForExit();
        _server.Dispose();
        _server = null;
    }

    public void Dispose()
    {
        Stop();
        Directory.Delete(Folder, recursive: true);
    }

    private static void As(string user, string program, params string[] arguments)
        => Programs.Run("setpriv", ["--reuid", user, "--regid", user, "--init-groups", program, .. arguments]);
}
