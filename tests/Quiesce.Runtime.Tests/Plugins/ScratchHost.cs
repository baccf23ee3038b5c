using System;
using System.IO;
using System.Threading;
using Quiesce.Runtime.Plugins;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Running;
using Quiesce.Runtime.Snapshots;
using Quiesce.Runtime.Tests.Running;

namespace Quiesce.Runtime.Tests.Plugins;

/// <summary>A machine's <c>/etc/azure</c> below a folder of one test's own, with scripts that note when they run, and nothing that freezes for real.</summary>
internal sealed class ScratchHost : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public ScratchHost()
    {
        Directory.CreateDirectory(_folder.At("etc/azure"));
        Directory.CreateDirectory(_folder.At("scripts"));
        File.WriteAllText(Log, "");
    }

    public string Log => _folder.At("log");

    public string[] Ran => File.ReadAllLines(Log);

    public HostPlaces Places => new(_folder.Path);

    public string At(string name) => _folder.At(name);

    public string Write(string name, string content, string mode = "600") => _folder.Write(name, content, mode);

    /// <summary>A host configuration that names that many plugins, as the extension writes it.</summary>
    public void WriteHostFile(int plugins, string head = "", string mode = "644")
    {
        string text = $"[pre_post]\n{head}numberOfPlugins: {plugins}\n";
        for (int index = 0; index < plugins; index++)
            text += $"pluginName{index}: Plugin{index}\npluginPath{index}: /etc/azure/ScriptRunner\npluginConfigPath{index}: /etc/azure/{index}.json\n";
        Write("etc/azure/VMSnapshotPluginHost.conf", text, mode);
    }

    /// <summary>One plugin's JSON, whose paths are those of a machine, and its two scripts.</summary>
    public void WritePlugin(int index, string settings = "", string pre = "", string post = "")
    {
        Write($"scripts/pre{index}.sh", $"echo pre{index} >>{Log}\n{pre}\n", "700");
        Write($"scripts/post{index}.sh", $"echo post{index} >>{Log}\n{post}\n", "700");
        Write($"etc/azure/{index}.json", $"{{\"preScriptLocation\": \"/scripts/pre{index}.sh\", \"postScriptLocation\": \"/scripts/post{index}.sh\"{settings}}}");
    }

    public RunReport Run(FaultyFreezer? freezer = null, bool allMounts = false, CancellationToken cancellation = default)
    {
        var request = new RunRequest { Host = Places, Mounts = allMounts ? [] : ["/data"], AllMounts = allMounts, Snapshot = Snapshot.Command($"echo snapshot >>{Log}") };
        return new BackupRun(request, freezer ?? new FaultyFreezer()).Execute(cancellation);
    }

    public void Dispose() => _folder.Dispose();
}
