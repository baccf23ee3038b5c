using System.IO;

namespace Quiesce.EndToEnd.Machines;

/// <summary>A configuration whose two scripts do nothing, so that a run is its freeze and its snapshot alone.</summary>
internal static class ScriptPair
{
    public const string Config = MachineDisks.Payload + "/empty/VMSnapshotScriptPluginConfig.json";

    public static void Write(string content)
    {
        var folder = Directory.CreateDirectory(Path.Combine(content, "empty")).FullName;
        foreach (var script in (string[])["pre.sh", "post.sh"])
        {
            File.WriteAllText(Path.Combine(folder, script), "exit 0\n");
            File.SetUnixFileMode(Path.Combine(folder, script), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var config = Path.Combine(folder, Path.GetFileName(Config));
        File.WriteAllText(config,
            $$"""
            {
              "pluginName": "ScriptRunner",
              "preScriptLocation": "{{MachineDisks.Payload}}/empty/pre.sh",
              "postScriptLocation": "{{MachineDisks.Payload}}/empty/post.sh",
              "preScriptParams": [],
              "postScriptParams": [],
              "preScriptNoOfRetries": 0,
              "postScriptNoOfRetries": 0,
              "timeoutInSeconds": 120,
              "continueBackupOnFailure": false,
              "fsFreezeEnabled": true,
              "ScriptsExecutionPollTimeSeconds": 1
            }
            """);
        File.SetUnixFileMode(config, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
