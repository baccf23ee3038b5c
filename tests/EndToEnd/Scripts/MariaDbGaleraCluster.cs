using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>
/// Three members of one Galera cluster on the loopback. The second one's data lies on a file system of its own, so that it can be frozen. Members two and three begin with the first one's data:
/// what they lack at their start the first sends them, and no whole copy is made.
/// </summary>
public sealed class MariaDbGaleraCluster : IDisposable
{
    private readonly ScratchFileSystem _disk;

    public MariaDbGaleraCluster()
    {
        MariaDbGaleraTests.RequireGalera();
        var port = PrivateMariaDb.FreePort();
        First = new PrivateMariaDb(MariaDbGaleraTests.Options("gcomm://", port));
        First.Query("CREATE DATABASE shop; CREATE TABLE shop.orders (id INT PRIMARY KEY AUTO_INCREMENT) ENGINE=InnoDB");
        First.Stop();
        Held = Joining(First, port);
        Third = Joining(First, port);
        _disk = MoveToItsOwnDisk(Held);
        foreach (var member in Members)
            member.Start();
        foreach (var member in Members)
            WaitUntilSynchronised(member);
    }

    internal PrivateMariaDb First { get; }

    /// <summary>The one that is brought to rest.</summary>
    internal PrivateMariaDb Held { get; }

    internal PrivateMariaDb Third { get; }

    internal string MountPoint => _disk.MountPoint;

    private PrivateMariaDb[] Members => [First, Held, Third];

    internal MariaDbSpec Engine => new()
    {
        Name = "orders",
        Method = MariaDbQuiesce.BackupStage,
        Cluster = MariaDbCluster.Galera,
        PauseCluster = true,
        Role = RolePolicy.Any,
        Socket = Held.Socket,
        User = "root",
        LockWaitInSeconds = 20,
    };

    internal string Desync => Held.Query("SELECT @@GLOBAL.wsrep_desync");

    /// <summary>So many rows, each a transaction of its own; returns when the cluster has acknowledged the last one.</summary>
    internal void Write(int rows)
        => First.Query(string.Concat(Enumerable.Repeat(MariaDbServer.Insert + "; ", rows)));

    internal static int Rows(PrivateMariaDb member) => Number(member, "SELECT COUNT(*) FROM shop.orders");

    internal static string Status(PrivateMariaDb member, string name) => member.Query($"SHOW GLOBAL STATUS LIKE '{name}'").Split('\t').Last();

    /// <summary>How often the member asked the others to wait for it.</summary>
    internal string TimesHeldUp => Status(Held, "wsrep_flow_control_sent");

    /// <summary>Returns when the member has applied what the others have, and counts as one of them again.</summary>
    internal void WaitUntilCaughtUp()
    {
        WaitUntilSynchronised(Held);
        while (Rows(Held) != Rows(First))
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }

    public void Dispose()
    {
        Held.Kill();
        _disk.Dispose();
        foreach (var member in Members)
            member.Dispose();
    }

    internal static void WaitUntilSynchronised(PrivateMariaDb member)
    {
        while (Status(member, "wsrep_local_state_comment") != "Synced")
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }

    private static PrivateMariaDb Joining(PrivateMariaDb first, int port)
    {
        var member = first.Copy(MariaDbGaleraTests.Options($"gcomm://127.0.0.1:{port}", PrivateMariaDb.FreePort()));
        // The word that no copy is needed comes from a daemon that works as nobody.
        const UnixFileMode ForEverybody = (UnixFileMode)0b111_111_111;
        File.SetUnixFileMode(member.Folder, ForEverybody);
        File.SetUnixFileMode(member.Data, ForEverybody);
        return member;
    }

    private static ScratchFileSystem MoveToItsOwnDisk(PrivateMariaDb member)
    {
        var aside = member.Folder + "/aside";
        Directory.Move(member.Data, aside);
        var disk = new ScratchFileSystem(member.Data, "256M", "ext4");
        Programs.Run("cp", "-a", aside + "/.", member.Data);
        Directory.Delete(aside, recursive: true);
        return disk;
    }

    private static int Number(PrivateMariaDb member, string query) => int.Parse(member.Query(query), CultureInfo.InvariantCulture);
}
