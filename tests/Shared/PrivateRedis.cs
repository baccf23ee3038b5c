using System;
using System.Diagnostics;
using System.IO;
using Xunit;

namespace Quiesce.Tests.Shared;

/// <summary>A Redis server of the test's own: data and socket in a temporary folder, no network.</summary>
internal sealed class PrivateRedis : IDisposable
{
    private readonly Process _server;

    public PrivateRedis(params string[] options)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/redis-server"), "redis-server is not installed");
        _server = Process.Start(new ProcessStartInfo("redis-server", ["--port", "0", "--unixsocket", Socket, "--dir", Folder, "--save", "", .. options]) { RedirectStandardOutput = true })!;
        while (_server.StandardOutput.ReadLine() is { } line)
        {
            if (line.Contains("ready to accept connections", StringComparison.OrdinalIgnoreCase))
            {
                _ = _server.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException("redis-server did not start");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("quiesce-redis-").FullName;

    public string Socket => Path.Combine(Folder, "socket");

    public string Command(params string[] words) => Programs.Run("redis-cli", ["-s", Socket, .. words]).TrimEnd('\n');

    public void Dispose()
    {
        _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
