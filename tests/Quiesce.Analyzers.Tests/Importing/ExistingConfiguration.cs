using System;
using System.IO;
using Quiesce.Runtime.Importing;

namespace Quiesce.Analyzers.Tests.Importing;

/// <summary>A configuration and its two scripts as somebody once wrote them by hand.</summary>
internal sealed class ExistingConfiguration : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("quiesce-import-").FullName;

    public ExistingConfiguration(string pre, string post, string settings = "")
    {
        File.WriteAllText(Path.Combine(_folder, "pre.sh"), pre);
        File.WriteAllText(Path.Combine(_folder, "post.sh"), post);
        File.WriteAllText(Config, $$"""{"preScriptLocation": "/opt/pre.sh", "postScriptLocation": "/opt/post.sh"{{settings}}}""");
    }

    private string Config => Path.Combine(_folder, "VMSnapshotScriptPluginConfig.json");

    public ImportedProfile Import() => new ProfileImport("web-shop") { ScriptFolder = _folder }.Import(Config);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
