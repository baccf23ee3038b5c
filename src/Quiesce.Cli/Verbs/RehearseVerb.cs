using System.CommandLine;
using Quiesce.Cli.Output;
using Quiesce.Runtime.Snapshots;

namespace Quiesce.Cli.Verbs;

/// <summary><c>quiesce rehearse</c>: the whole way on this machine, but for the snapshot.</summary>
internal static class RehearseVerb
{
    public static Command Create()
    {
        var verb = new Verb("rehearse", "Go the whole way – scripts, freeze, thaw – without a snapshot, and measure for how long the application stands still.")
        {
            Examples =
                """
                quiesce rehearse --profile /srv/web-shop
                quiesce rehearse --config /etc/azure/VMSnapshotScriptPluginConfig.json --mount /srv/data --json
                quiesce rehearse --dry-run --profile /srv/web-shop     (which scripts and which mounts, and not even those)
                """,
            ExitCodes =
                """
                0    a snapshot would have been application-consistent
                1    refused: a check failed; no script was run
                2    wrong usage of the command line
                3    it would have been file-system-consistent
                4    it would have been crash-consistent
                5    there would have been none: a script or the freeze failed
                70   quiesce itself failed, or could not write the report
                130  cancelled; everything is thawed and released
                """,
            Output = PreviewOutput.Description,
        };
        RunArguments.AddTo(verb);
        verb.SetAction(parsed => RunExecution.Execute(parsed, RunArguments.Request(parsed, new NoSnapshot()), metrics: null));
        return verb;
    }
}
