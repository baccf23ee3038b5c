using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Quiesce.Tests.Shared;

namespace Quiesce.EndToEnd.Machines;

/// <summary>The one native executable, as a machine without .NET runs it. Published once, and again only when a source is newer.</summary>
internal static class NativeQuiesce
{
    private static readonly Lazy<string> Published = new(Publish);

    public static string Path => Published.Value;

    private static string Publish()
    {
        var repository = Repository();
        var executable = System.IO.Path.Combine(repository, "src/Quiesce.Cli/bin/native/quiesce");
        if (!IsCurrent(executable, repository))
            Programs.Run("sh", System.IO.Path.Combine(repository, "src/Quiesce.Cli/publish.sh"));
        return executable;
    }

    private static bool IsCurrent(string executable, string repository) => File.Exists(executable)
        && Sources(repository).All(source => File.GetLastWriteTimeUtc(source) <= File.GetLastWriteTimeUtc(executable));

    private static string[] Sources(string repository) =>
    [
        .. Directory.GetFiles(repository, "Directory.*"),
        .. Directory.EnumerateFiles(System.IO.Path.Combine(repository, "src"), "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal)),
    ];

    private static string Repository([CallerFilePath] string self = "") => System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(self)!, "../../.."));
}
