using System;
using System.IO;
using System.Linq;
using Xunit;

namespace Quiesce.Tests.Shared;

/// <summary>
/// Server and client of MySQL proper, which Debian carries in its unstable release only: taken from there with everything they need, unpacked beside the system and run by their own loader.
/// Nothing is installed.
/// </summary>
internal static class MySqlPrograms
{
    private const string Packages = "mysql-server-core mysql-client-core";

    private static readonly Lazy<string> Root = new(Find);

    /// <summary>The server's command line so far; skips the test where it cannot be had.</summary>
    public static string[] Server => [Root.Value + "/usr/lib64/ld-linux-x86-64.so.2", "--library-path", Root.Value + "/usr/lib/x86_64-linux-gnu", Root.Value + "/usr/sbin/mysqld"];

    /// <summary>A program, as a profile names one.</summary>
    public static string Client => Root.Value + "/mysql";

    /// <summary>Where the server finds what is not data.</summary>
    public static string[] Where => [$"--basedir={Root.Value}/usr", $"--lc-messages-dir={Root.Value}/usr/share/mysql", $"--plugin-dir={Root.Value}/usr/lib/mysql/plugin"];

    private static string Find()
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable("QUIESCE_TEST_CACHE") ?? "/var/cache/quiesce-tests", "mysql");
        if (Directory.Exists(folder))
            return folder;

        // Renamed when it is complete.
        var unfinished = folder + "." + Environment.ProcessId;
        try
        {
            Directory.CreateDirectory(unfinished);
            Programs.Run("sh", "-euc", Unpack, unfinished, ArchiveOfTheMachine(), Packages);
            WriteClient(unfinished, folder);
            Directory.Move(unfinished, folder);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            Directory.Delete(unfinished, recursive: true);
            Assert.Skip($"{Packages} cannot be fetched from Debian's unstable release: {e.Message.Trim().Split('\n').Last()}");
        }

        return folder;
    }

    /// <summary>The archive that this machine has its own packages from has its other releases as well.</summary>
    private static string ArchiveOfTheMachine()
        => Programs.Run("apt-get", "indextargets", "--format", "$(ORIGIN)/$(LABEL) $(REPO_URI)", "Created-By: Packages").Split('\n')
            .FirstOrDefault(line => line.StartsWith("Debian/Debian ", StringComparison.Ordinal))?.Split(' ')[1]
            ?? throw new InvalidOperationException("apt knows no archive of Debian's; run 'apt-get update'");

    /// <summary>With lists and a state of its own, so that the machine's apt is not touched. As root, because apt's own user may not reach the folder.</summary>
    private const string Unpack = """
        cd "$0"
        mkdir -p apt/lists/partial apt/cache/archives/partial
        : >apt/status
        echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $1 unstable main" >apt/sources.list
        set -- $2
        apt() {
            apt-get -qq -o Dir::Etc::sourcelist="$PWD/apt/sources.list" -o Dir::Etc::sourceparts=- -o Dir::State::lists="$PWD/apt/lists" \
                -o Dir::State::status="$PWD/apt/status" -o Dir::Cache="$PWD/apt/cache" -o APT::Sandbox::User=root -o Acquire::Languages=none "$@" >/dev/null
        }
        apt update
        apt -y --no-install-recommends --download-only install "$@"
        for package in apt/cache/archives/*.deb; do dpkg-deb --extract "$package" .; done
        rm -rf apt usr/share/doc usr/share/man usr/share/locale
        """;

    private static void WriteClient(string unfinished, string folder)
    {
        var client = unfinished + "/mysql";
        File.WriteAllText(client, $"""
            #!/bin/sh
            exec '{folder}/usr/lib64/ld-linux-x86-64.so.2' --library-path '{folder}/usr/lib/x86_64-linux-gnu' '{folder}/usr/bin/mysql' "$@"

            """);
        File.SetUnixFileMode(client, (UnixFileMode)0b111_101_101);
    }
}
