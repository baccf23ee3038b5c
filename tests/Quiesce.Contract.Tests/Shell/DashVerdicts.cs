using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace Quiesce.Contract.Tests.Shell;

/// <summary>Asks the real dash whether scripts parse: one file a script, one loop in one shell around them all.</summary>
internal static class DashVerdicts
{
    private const string Loop = """for script in "$1"/*; do dash -n "$script" 2>/dev/null; echo "$?"; done""";

    public static bool IsInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "dash")));

    /// <summary>Whether dash accepts each script, in their order.</summary>
    public static IReadOnlyList<bool> Of(IReadOnlyList<string> scripts)
    {
        var folder = Directory.CreateTempSubdirectory("quiesce-dash-");
        try
        {
            var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            for (var i = 0; i < scripts.Count; i++)
                File.WriteAllText(Path.Combine(folder.FullName, i.ToString("D6", CultureInfo.InvariantCulture)), scripts[i], encoding);

            return Run(folder.FullName, scripts.Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool[] Run(string folder, int expected)
    {
        var start = new ProcessStartInfo("dash", ["-c", Loop, "dash", folder]) { RedirectStandardOutput = true };
        using var shell = Process.Start(start)!;
        var statuses = shell.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        shell.WaitForExit();
        return statuses.Length == expected
            ? [.. statuses.Select(Accepted)]
            : throw new InvalidOperationException($"dash answered for {statuses.Length} of {expected} scripts");
    }

    private static bool Accepted(string status) => status switch
    {
        "0" => true,
        "2" => false,
        _ => throw new InvalidOperationException($"dash -n ended with status {status}, which is neither acceptance nor a syntax error"),
    };
}
