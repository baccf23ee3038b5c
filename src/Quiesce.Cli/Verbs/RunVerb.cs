using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using Quiesce.Cli.Output;
using Quiesce.Runtime.Snapshots;

namespace Quiesce.Cli.Verbs;

/// <summary><c>quiesce run</c>: one backup.</summary>
internal static class RunVerb
{
    private static readonly Option<string> s_snapshot = new("--snapshot-command") { Description = "What takes the snapshot, as a line of shell. Runs while the file systems are frozen.", HelpName = "COMMAND" };
    private static readonly Option<string[]> s_snapshots = new("--snapshot")
    {
        Description = $"A snapshot that quiesce takes itself: {string.Join(", ", SnapshotSyntax.Forms)}. May be given several times.", HelpName = "KIND:WHAT", DefaultValueFactory = _ => [],
    };
    private static readonly Option<string> s_metrics = new("--metrics") { Description = "Write this file for Prometheus' node_exporter (its textfile collector), with samples for every profile of the run: among others when there was last an application-consistent recovery point. One file for each command line that is run.", HelpName = "FILE" };

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
                quiesce run --dry-run --profile /srv/web-shop --snapshot lvm:vg/data
                quiesce run --all-mounts --snapshot-command /usr/local/sbin/snapshot-all     (all plugins of /etc/azure/VMSnapshotPluginHost.conf)
                """,
            ExitCodes = ExitCode.OfRunHelp,
            Output = PreviewOutput.Description,
        };
        RunArguments.AddTo(verb);
        foreach (Option option in (Option[])[s_snapshots, s_snapshot, s_metrics])
            verb.Add(option);
        verb.Validators.Add(RequireSnapshot);
        verb.SetAction(parsed => RunExecution.Execute(parsed, RunArguments.Request(parsed, SnapshotOf(parsed)), parsed.GetValue(s_metrics)));
        return verb;
    }

    private static void RequireSnapshot(CommandResult result)
    {
        string[] snapshots = result.GetValue(s_snapshots)!;
        if (snapshots.Length == 0 && result.GetResult(s_snapshot) is null)
            result.AddError("Say what takes the snapshot: --snapshot KIND:WHAT or --snapshot-command COMMAND.");
        // The shell would do nothing, successfully.
        if (result.GetValue(s_snapshot) is { Length: > 0 } command && string.IsNullOrWhiteSpace(command))
            result.AddError($"{s_snapshot.Name} is empty; it must be a line of shell.");
        foreach (string text in snapshots.Where(text => text != ""))
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
}
