using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Text;

namespace Quiesce.Tests.Shared;

/// <summary>The shells under which a host may run a script, each as the program named <c>sh</c>, so that what a script starts again runs under the same one.</summary>
internal static class Shells
{
    /// <summary>For <c>MemberData</c>: <c>dash</c>, <c>busybox</c> and <c>bash</c>, which as <c>sh</c> is in its POSIX mode.</summary>
    public static IEnumerable<Xunit.TheoryDataRow<string>> All => [new("dash"), new("busybox"), new("bash")];

    private static readonly string Folder = Directory.CreateTempSubdirectory("quiesce-shells-").FullName;

    static Shells() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);

    /// <summary>A folder to put first in <c>PATH</c>, in which <c>sh</c> is this shell.</summary>
    public static string PathOf(string shell)
    {
        var folder = Path.Combine(Folder, shell);
        var link = Path.Combine(folder, "sh");
        lock (Folder)
        {
            Directory.CreateDirectory(folder);
            if (!File.Exists(link))
                File.CreateSymbolicLink(link, Find(shell));
        }

        return folder;
    }

    public static ProcessStartInfo Start(string shell, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(PathOf(shell), "sh"), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["PATH"] = PathOf(shell) + ":/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
        return start;
    }

    private static string Find(string program)
    {
        foreach (var folder in (string[])["/usr/bin", "/bin"])
        {
            if (File.Exists(Path.Combine(folder, program)))
                return Path.Combine(folder, program);
        }

        Xunit.Assert.Skip($"{program} is not installed");
        return "";
    }
}
