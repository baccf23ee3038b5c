using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using Quiesce.Cli.Output;
using Quiesce.Contract;
using Quiesce.Runtime.History;
using Quiesce.Runtime.Plugins;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Running;
using Quiesce.Runtime.Snapshots;

namespace Quiesce.Cli.Verbs;

/// <summary><c>quiesce run</c>: one backup.</summary>
internal static class RunVerb
{
    private static readonly Option<string> s_profile = new("--profile") { Description = "The folder of a compiled profile; its scripts are run where they lie.", HelpName = "DIR" };
    private static readonly Option<string> s_config = new("--config") { Description = "A VMSnapshotScriptPluginConfig.json; its scripts are run where it says.", HelpName = "FILE" };
    private static readonly Option<string> s_root = new("--root") { Description = "With neither of the above: read the host's configuration, and every path that it names, below this folder instead of /.", HelpName = "DIR", DefaultValueFactory = _ => "/" };
    private static readonly Option<string[]> s_mounts = new("--mount") { Description = "A mount point to freeze, beside those the profile names. May be given several times.", HelpName = "DIR", DefaultValueFactory = _ => [] };
    private static readonly Option<bool> s_allMounts = new("--all-mounts") { Description = "Freeze what Azure freezes: every ext3, ext4, xfs and btrfs mount, without those of MountsToSkip." };
    private static readonly Option<string> s_snapshot = new("--snapshot-command") { Description = "What takes the snapshot, as a line of shell. Runs while the file systems are frozen.", HelpName = "COMMAND" };
    private static readonly Option<string[]> s_snapshots = new("--snapshot")
    {
        Description = $"A snapshot that quiesce takes itself: {string.Join(", ", SnapshotSyntax.Forms)}. May be given several times.", HelpName = "KIND:WHAT", DefaultValueFactory = _ => [],
    };
    private static readonly Option<string> s_report = new("--report") { Description = "Write the report (JSON) to this file, after the thaw.", HelpName = "FILE" };
    private static readonly Option<string> s_history = new("--history") { Description = $"Keep the report in this folder, beside those of the last {Limits.MostRunsKept} runs. Default: {RunHistory.FolderName} in the profile's state folder, or {RunHistory.DefaultFolder}.", HelpName = "DIR" };
    private static readonly Option<bool> s_json = new("--json") { Description = "Print the report (JSON) instead of a summary." };

    public static Command Create()
    {
        var verb = new Verb("run", "Pre script, freeze, snapshot, thaw, post script – and what the result is worth.")
        {
            Examples =
                """
                quiesce run --profile /srv/web-shop --snapshot lvm:vg/data
                quiesce run --profile /srv/web-shop --snapshot copy:/images/data.img=/images/copy.img
                quiesce run --profile /srv/web-shop --snapshot btrfs:/srv/data=/srv/.snapshots/today --snapshot lvm:vg/log,size=2G
                quiesce run --config /etc/azure/VMSnapshotScriptPluginConfig.json --mount /srv/data \
                            --snapshot-command 'cp --reflink=always /images/data.img /images/copy.img' --report /root/run.json
                quiesce run --all-mounts --snapshot-command /usr/local/sbin/snapshot-all     (all plugins of /etc/azure/VMSnapshotPluginHost.conf)
                """,
            ExitCodes = ExitCode.OfRunHelp,
        };
        foreach (Option option in (Option[])[s_profile, s_config, s_root, s_mounts, s_allMounts, s_snapshots, s_snapshot, s_report, s_history, s_json])
            verb.Add(option);
        verb.Validators.Add(RequireOneSource);
        verb.Validators.Add(RequireSnapshot);
        verb.SetAction(Invoke);
        return verb;
    }

    private static void RequireOneSource(CommandResult result)
    {
        OptionResult?[] sources = [result.GetResult(s_profile), result.GetResult(s_config), result.GetResult(s_root) is { Implicit: false } root ? root : null];
        if (sources.Count(source => source is not null) > 1)
            result.AddError("Name a profile's folder (--profile DIR), or a configuration (--config FILE), or neither – then the host's own configuration is run, which --root DIR may move.");
    }

    private static void RequireSnapshot(CommandResult result)
    {
        string[] snapshots = result.GetValue(s_snapshots)!;
        if (snapshots.Length == 0 && result.GetResult(s_snapshot) is null)
            result.AddError("Say what takes the snapshot: --snapshot KIND:WHAT or --snapshot-command COMMAND.");
        foreach (string text in snapshots)
        {
            try
            {
                Snapshot.Parse(text);
            }
            catch (FormatException wrong)
            {
                result.AddError(wrong.Message);
            }
        }
    }

    private static ISnapshotProvider SnapshotOf(ParseResult parsed) => Snapshot.All(
    [
        .. parsed.GetValue(s_snapshots)!.Select(Snapshot.Parse),
        .. parsed.GetValue(s_snapshot) is { } command ? [Snapshot.Command(command)] : (ISnapshotProvider[])[],
    ]);

    private static int Invoke(ParseResult parsed)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        TextWriter error = parsed.InvocationConfiguration.Error;
        using var signals = new EndingSignals();
        var host = new HostPlaces(Path.GetFullPath(parsed.GetValue(s_root)!));
        var run = new BackupRun(
            new RunRequest
            {
                ProfileFolder = parsed.GetValue(s_profile),
                ConfigFile = parsed.GetValue(s_config),
                Host = host,
                Mounts = parsed.GetValue(s_mounts)!,
                AllMounts = parsed.GetValue(s_allMounts),
                Snapshot = SnapshotOf(parsed),
                Progress = Console.IsErrorRedirected ? null : new CopyProgressLine(error),
            },
            new GuardedFreezer { LockFile = host.FreezeLock })
        {
            StillWaiting = (script, milliseconds) => error.WriteLine($"the {script} script has been at work for {TimeSpan.FromMilliseconds(milliseconds).TotalSeconds:F0} s"),
        };

        RunReport report = run.Execute(signals.Token);
        if (parsed.GetValue(s_json))
            output.Write(ReportFile.Text(report));
        else
            RunSummary.Write(output, report);
        Keep(new RunHistory(parsed.GetValue(s_history) ?? host.In(run.HistoryFolder)), report, error);
        return parsed.GetValue(s_report) is { } path && !TryWrite(path, report, error) ? ExitCode.InternalError : ExitCode.Of(report);
    }

    /// <summary>A backup is not the worse for a history that is full; but somebody must be told.</summary>
    private static void Keep(RunHistory history, RunReport report, TextWriter error)
    {
        try
        {
            history.Keep(report);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"quiesce: the run cannot be kept in {history.Folder}: {failure.Message}");
        }
    }

    /// <summary>A report that is not where it was asked for must not look like success, whatever the snapshot is worth.</summary>
    private static bool TryWrite(string path, RunReport report, TextWriter error)
    {
        try
        {
            ReportFile.Write(path, report);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"quiesce: the report cannot be written: {failure.Message}");
            return false;
        }
    }
}
