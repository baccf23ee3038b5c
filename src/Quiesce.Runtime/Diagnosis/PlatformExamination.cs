using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Runtime.Installation;
using Quiesce.Runtime.Plugins;

namespace Quiesce.Runtime.Diagnosis;

/// <summary>Whether this user and this system can freeze and run scripts at all.</summary>
internal static class PlatformExamination
{
    private const string Subject = "system";

    /// <summary>pidfd_open, by which processes are waited for, came with it.</summary>
    private static readonly Version s_oldestKernel = new(5, 3);

    /// <summary>What the compiled scripts and install.sh start; each with the package that has it on Debian.</summary>
    private static readonly (string Program, string Package)[] s_programs =
    [
        ("sh", "dash"), ("flock", "util-linux"), ("setsid", "util-linux"), ("mkfifo", "coreutils"), ("sleep", "coreutils"), ("sha256sum", "coreutils"), ("find", "findutils"),
    ];

    public static IEnumerable<Diagnosis> Of(HostPlaces places)
    {
        yield return Environment.IsPrivilegedProcess
            ? Diagnosis.Fine(Subject, $"root, on Linux {Environment.OSVersion.Version}")
            : Diagnosis.Error(Subject, "this user is not root, and cannot freeze, run the scripts or see everything that is looked at here", "run it as root");
        if (Environment.OSVersion.Version < s_oldestKernel)
            yield return Diagnosis.Error(Subject, $"the kernel is {Environment.OSVersion.Version}", $"quiesce needs Linux {s_oldestKernel} or newer");

        foreach ((string program, string package) in s_programs)
        {
            if (!IsThere(program))
                yield return Diagnosis.Error(Subject, $"'{program}' is not installed, which the scripts need", $"install the package {package}");
        }

        if (ThawUnitDiagnosis(places) is { } unit)
            yield return unit;
    }

    private static bool IsThere(string program) => ((string[])["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"]).Any(folder => File.Exists($"{folder}/{program}"));

    private static Diagnosis? ThawUnitDiagnosis(HostPlaces places) => new ThawUnitFiles(places).State switch
    {
        ThawUnitState.NoSystemd => null,
        ThawUnitState.Enabled => Diagnosis.Fine(Subject, $"{ThawUnit.Name} is enabled"),
        ThawUnitState.Disabled => Diagnosis.Warning(Subject, $"{ThawUnit.Name} is not enabled: killed in a freeze, quiesce could leave a mount that hangs the next shutdown", $"systemctl enable --now {ThawUnit.Name}"),
        _ => Diagnosis.Warning(Subject, $"{ThawUnit.Name} is not installed: killed in a freeze, quiesce could leave a mount that hangs the next shutdown", "quiesce install puts it in place"),
    };
}
