using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Contract;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Running;

namespace Quiesce.Runtime.History;

/// <summary>
/// The last runs, a file each, named by the run's id: reports of this host, and those that compiled scripts make under other hosts, whose names go on with the profile's. A run under
/// this host leaves both; its own report, which knows more, takes their place.
/// </summary>
internal sealed class RunHistory(string folder)
{
    public const string FolderName = "runs";
    public const string DefaultFolder = Limits.DefaultStateDirectory + "/" + FolderName;

    private const string Extension = ".json";
    private const string Pattern = "*" + Extension;

    /// <summary>By which the clock of a file server may be ahead of ours.</summary>
    private static readonly TimeSpan s_clockDifference = TimeSpan.FromMinutes(1);

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Folder => folder;

    /// <exception cref="IOException">The folder cannot be made, or the file not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for want of rights.</exception>
    public void Keep(RunReport report)
    {
        Directory.CreateDirectory(folder, OwnerOnly);
        ReportFile.Write(Path.Combine(folder, report.RunId + Extension), report);
        foreach (string record in Directory.GetFiles(folder, $"{report.RunId}.{Pattern}"))
            File.Delete(record);
        Forget(Limits.MostRunsKept, report.RunId);
    }

    /// <summary>The latest first. A file that is none of ours is passed over.</summary>
    public IEnumerable<PastRun> All() => LatestFirst().Select(PastRun.TryRead).OfType<PastRun>();

    /// <summary>Those whose id begins so.</summary>
    public IEnumerable<PastRun> Find(string beginning) =>
        LatestFirst().Where(file => file.Name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)).Select(PastRun.TryRead).OfType<PastRun>();

    /// <summary>The last run of a profile, alone or beside others, after which there was a recovery point to rely on.</summary>
    public RunReport? LastApplicationConsistent(ReportedPlugin plugin) => All().Select(run => run.Report).FirstOrDefault(report => IsRecoveryPoint(report) && report.Plugins.Any(plugin.IsSameAs));

    /// <summary>Beyond the limit, but for the last application-consistent run of every profile: after weeks of failures that is the one that counts. Scripts, which cannot judge that, forget only what scripts have reported.</summary>
    private void Forget(int kept, string last)
    {
        // The last is kept whatever the clock says.
        foreach (FileInfo file in LatestFirst().Where(file => file.Name != last + Extension).Skip(kept - 1))
        {
            if (PastRun.TryRead(file)?.Report is not { } report || !IsRecoveryPoint(report) || report.Plugins.All(plugin => LastApplicationConsistent(plugin)?.RunId != report.RunId))
                file.Delete();
        }
    }

    private static bool IsRecoveryPoint(RunReport report) => report is { Level: ConsistencyLevel.Application, IsRehearsal: false };

    /// <summary>By the time of writing. A file from the future was written before the clock was set back: when, nobody knows, and so it counts as the oldest.</summary>
    private IEnumerable<FileInfo> LatestFirst()
    {
        DateTime latest = DateTime.UtcNow + s_clockDifference;
        return Files()
            .OrderByDescending(file => file.LastWriteTimeUtc > latest ? DateTime.MinValue : file.LastWriteTimeUtc)
            .ThenByDescending(file => file.LastWriteTimeUtc)
            .ThenBy(file => file.Name, StringComparer.Ordinal);
    }

    /// <summary>A folder into which this user may not look is not one that is not there.</summary>
    private FileInfo[] Files()
    {
        try
        {
            return new DirectoryInfo(folder).GetFiles(Pattern);
        }
        catch (DirectoryNotFoundException) when (!File.Exists(folder))
        {
            return [];
        }
    }
}
