using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Quiesce.Generators.Tests;

/// <summary>
/// Compares generated sources with the files of <c>Snapshots/</c>, under the file convention of Verify: <c>Class.Test#Hint.verified.cs</c> is what is expected, and what came instead is left
/// beside it as <c>.received.cs</c>, to be looked at and renamed.
/// </summary>
internal static class Snapshot
{
    public static void Verify(GeneratorRunResult result, Type test, [CallerMemberName] string method = "")
    {
        var folder = Path.Combine(RepositoryRoot(), "tests", "Quiesce.Generators.Tests", "Snapshots");
        var prefix = $"{test.Name}.{method}#";
        // The definition of [Embedded] is the compiler's, and so are its line ends.
        var received = result.GeneratedSources.Where(source => !source.HintName.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal)).ToDictionary(
            source => prefix + Path.GetFileNameWithoutExtension(source.HintName),
            source => $"//HintName: {source.HintName}\n{source.SourceText}");
        var different = new List<string>();
        foreach (var (name, text) in received)
        {
            var verified = Path.Combine(folder, name + ".verified.cs");
            var unexpected = Path.Combine(folder, name + ".received.cs");
            File.Delete(unexpected);
            if (File.Exists(verified) && File.ReadAllText(verified) == text)
                continue;

            File.WriteAllText(unexpected, text);
            different.Add(name);
        }

        var missing = Directory.GetFiles(folder, prefix + "*.verified.cs").Select(path => Path.GetFileName(path)[..^".verified.cs".Length]).Except(received.Keys);
        Assert.Empty(different.Concat(missing));
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Toolkit.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
