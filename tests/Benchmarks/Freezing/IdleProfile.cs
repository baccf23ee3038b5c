using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using Quiesce.Tests.Shared;

namespace Quiesce.Benchmarks.Freezing;

/// <summary>A configuration whose scripts do nothing, in a folder that the runtime trusts.</summary>
internal sealed class IdleProfile : IDisposable
{
    /// <summary>The parent is the run; its other children are guard and sentinel. The shell itself is nobody's cost.</summary>
    private const string PrintMemory =
        "for process in $PPID $(cat /proc/$PPID/task/*/children); do [ $process = $$ ] || sed -n \"s/^\\(Pss\\|Rss\\): *\\([0-9]*\\) kB/\\1 \\2/p\" /proc/$process/smaps_rollup; done";

    private readonly string executable;

    // Not below the temporary folder, where anybody may write: the runtime refuses scripts from there.
    private readonly string folder = Directory.CreateDirectory($"/var/lib/quiesce-benchmark-{Environment.ProcessId}").FullName;

    public IdleProfile(string executable)
    {
        this.executable = executable;
        File.WriteAllText(Script("pre"), "exit 0\n");
        File.WriteAllText(Script("post"), "exit 0\n");
        File.WriteAllText(
            Config,
            $$"""
            {
              "pluginName": "ScriptRunner",
              "preScriptLocation": "{{Script("pre")}}",
              "postScriptLocation": "{{Script("post")}}",
              "preScriptParams": [],
              "postScriptParams": [],
              "preScriptNoOfRetries": 0,
              "postScriptNoOfRetries": 0,
              "timeoutInSeconds": 30,
              "continueBackupOnFailure": false,
              "fsFreezeEnabled": true,
              "ScriptsExecutionPollTimeSeconds": 1
            }
            """);
        foreach (var script in (string[])[Script("pre"), Script("post")])
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.SetUnixFileMode(Config, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private string Config => folder + "/VMSnapshotScriptPluginConfig.json";

    /// <summary>The report of a run that ended well.</summary>
    public JsonElement Run(string snapshot, params string[] mounts) => JsonDocument.Parse(Programs.Run(
        executable,
        ["run", "--config", Config, .. mounts.SelectMany(mount => (string[])["--mount", mount]), "--snapshot-command", snapshot, "--json"])).RootElement;

    /// <summary>In MiB: the proportional set size, which counts a shared page once, and the resident one.</summary>
    public (double Proportional, double Resident) MemoryWhileFrozen(string mount)
    {
        var lines = Run(PrintMemory, mount).GetProperty("snapshot").GetProperty("output").GetString()!.Split('\n');
        return (Sum("Pss "), Sum("Rss "));

        double Sum(string kind)
        {
            var values = lines.Where(line => line.StartsWith(kind, StringComparison.Ordinal)).Select(line => double.Parse(line.AsSpan(kind.Length), CultureInfo.InvariantCulture)).ToArray();
            return values.Length == 3 ? values.Sum() / 1024 : throw new InvalidOperationException($"run, guard and sentinel are three processes, and {values.Length} were found");
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Script(string name) => $"{folder}/{name}.sh";
}
