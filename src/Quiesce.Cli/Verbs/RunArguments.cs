using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using Quiesce.Cli.Output;
using Quiesce.Contract;
using Quiesce.Runtime.History;
using Quiesce.Runtime.Plugins;
using Quiesce.Runtime.Running;
using Quiesce.Runtime.Snapshots;

namespace Quiesce.Cli.Verbs;

/// <summary>What <c>run</c> and <c>rehearse</c> have in common on their command lines.</summary>
internal static class RunArguments
{
    private static readonly Option<string> s_profile = new("--profile") { Description = "The folder of a compiled profile; its scripts are run where they lie.", HelpName = "DIR" };
    private static readonly Option<string> s_config = new("--config") { Description = "A VMSnapshotScriptPluginConfig.json; its scripts are run where it says.", HelpName = "FILE" };
    private static readonly Option<string> s_root = new("--root") { Description = "With neither of the above: read the host's configuration, and every path that it names, below this folder instead of /.", HelpName = "DIR", DefaultValueFactory = _ => "/" };
    private static readonly Option<string[]> s_mounts = new("--mount") { Description = "A mount point to freeze, beside those the profile names. May be given several times.", HelpName = "DIR", DefaultValueFactory = _ => [] };
    private static readonly Option<bool> s_allMounts = new("--all-mounts") { Description = $"Freeze what Azure freezes: every ext3, ext4, xfs and btrfs mount, without those of MountsToSkip. A btrfs among them is left to its own snapshot (--snapshot {SnapshotSyntax.Btrfs}); the run is refused where none covers it." };
    private static readonly Option<string> s_report = new("--report") { Description = "Write the report (JSON) to this file, after the thaw.", HelpName = "FILE" };
    private static readonly Option<string> s_history = HistoryOption.Create($"Keep the report in this folder, beside those of the last {Limits.MostRunsKept} runs. Default: {RunHistory.FolderName} in the profile's state folder, or {RunHistory.DefaultFolder}.");
    private static readonly Option<bool> s_dryRun = new("--dry-run") { Description = "Say what would be done, by a run's own checks, and do nothing." };
    private static readonly Option<bool> s_json = new("--json") { Description = "Print the report (JSON) instead of a summary." };

    public static void AddTo(Verb verb)
    {
        foreach (Option option in (Option[])[s_profile, s_config, s_root, s_mounts, s_allMounts, s_report, s_history, s_dryRun, s_json])
            verb.Add(option);
        verb.Validators.Add(RequireOneSource);
    }

    public static RunRequest Request(ParseResult parsed, ISnapshotProvider snapshot) => new()
    {
        ProfileFolder = parsed.GetValue(s_profile),
        ConfigFile = parsed.GetValue(s_config),
        Host = new HostPlaces(Path.GetFullPath(parsed.GetValue(s_root)!)),
        Mounts = parsed.GetValue(s_mounts)!,
        AllMounts = parsed.GetValue(s_allMounts),
        Snapshot = snapshot,
        Progress = Console.IsErrorRedirected ? null : new CopyProgressLine(parsed.InvocationConfiguration.Error),
    };

    public static bool IsDryRun(ParseResult parsed) => parsed.GetValue(s_dryRun);

    public static bool AsJson(ParseResult parsed) => parsed.GetValue(s_json);

    public static string? Report(ParseResult parsed) => parsed.GetValue(s_report);

    public static string? History(ParseResult parsed) => parsed.GetValue(s_history);

    private static void RequireOneSource(CommandResult result)
    {
        OptionResult?[] sources = [result.GetResult(s_profile), result.GetResult(s_config), result.GetResult(s_root) is { Implicit: false } root ? root : null];
        if (sources.Count(source => source is not null) > 1)
            result.AddError("Name a profile's folder (--profile DIR), or a configuration (--config FILE), or neither – then the host's own configuration is run, which --root DIR may move.");
    }
}
