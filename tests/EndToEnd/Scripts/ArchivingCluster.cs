using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>A cluster that archives its WAL, and a place for labels on a file system of its own. Its copies are made as a disk that cannot be frozen would be copied: one part after the other.</summary>
internal sealed class ArchivingCluster : IDisposable
{
    private readonly string? _programs;

    /// <param name="programs">The folder of the version's programs; by default the newest one that is installed.</param>
    /// <param name="archiveCommand">By default one that works.</param>
    public ArchivingCluster(string? programs = null, string? archiveCommand = null)
    {
        _programs = programs;
        Other = new ScratchMount("postgres");
        foreach (var folder in (string[])[Archive, Labels])
        {
            Directory.CreateDirectory(folder);
            Programs.Run("chown", "postgres", folder);
        }

        Server = new PrivatePostgreSql(programs, "-c", "archive_mode=on", "-c", $"archive_command={archiveCommand ?? $"cp %p {Archive}/%f"}", "-c", "wal_level=replica");
        Server.Query("CREATE TABLE ledger (id INT PRIMARY KEY)");
    }

    public PrivatePostgreSql Server { get; }

    public ScratchMount Other { get; }

    public string Archive => Other.Folder + "/wal";

    public string Labels => Other.Folder + "/labels";

    public PostgreSqlSpec Engine => new()
    {
        Name = "ledger",
        Method = PostgreSqlQuiesce.BackupMode,
        SocketDirectory = Server.Folder,
        OsUser = "postgres",
        User = "postgres",
        Database = "postgres",
        LabelDirectory = Labels,
        RestoreCommand = $"cp {Archive}/%f \"%p\"",
    };

    /// <summary>What the last run left for the restore.</summary>
    public string LabelFolder => Directory.GetDirectories(Labels).Single();

    /// <summary>
    /// A live copy that is of no single instant: between the tables and the control file lie acknowledged writes and a checkpoint, so that the copy by itself believes in tables that it does not have.
    /// </summary>
    public string Copy(Action between)
    {
        var copy = Path.Combine(Server.Folder, "copy");
        Directory.CreateDirectory(copy);
        Programs.Run("cp", "-a", Server.Data + "/base", copy);
        between();
        Server.Query("CHECKPOINT");
        foreach (var entry in Directory.GetFileSystemEntries(Server.Data).Where(entry => Path.GetFileName(entry) is not ("base" or "postmaster.pid")))
            Programs.Run("cp", "-a", entry, copy);
        return copy;
    }

    /// <summary>As it was before the first backup.</summary>
    public void Clear()
    {
        Server.Query("TRUNCATE ledger");
        foreach (var folder in Directory.GetDirectories(Labels))
            Directory.Delete(folder, recursive: true);
        foreach (var segment in Directory.GetFiles(Archive))
            File.Delete(segment);
    }

    /// <summary>As restore.conf says.</summary>
    public void Prepare(string copy)
    {
        foreach (var segment in Directory.GetFiles(copy + "/pg_wal"))
            File.Delete(segment);
        foreach (var file in Directory.GetFiles(LabelFolder).Where(file => Path.GetFileName(file) is "backup_label" or "tablespace_map"))
            Programs.Run("cp", "-p", file, copy);
        if (int.Parse(File.ReadAllText(copy + "/PG_VERSION"), CultureInfo.InvariantCulture) < 12)
        {
            File.Copy(LabelFolder + "/restore.conf", copy + "/recovery.conf");
            return;
        }

        File.AppendAllText(copy + "/postgresql.auto.conf", File.ReadAllText(LabelFolder + "/restore.conf"));
        File.WriteAllText(copy + "/recovery.signal", "");
    }

    public PrivatePostgreSql Start(string copy) => PrivatePostgreSql.OnCopy(copy, _programs);

    public void Dispose()
    {
        Server.Dispose();
        Other.Dispose();
    }
}
