using System;
using System.IO;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Interop;
using Quiesce.Runtime.Plugins;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Scripts;

namespace Quiesce.Runtime.Installation;

/// <summary>What is the matter with the unit on a machine.</summary>
internal enum ThawUnitState
{
    Absent,
    Disabled,
    Enabled,

    /// <summary>The machine has no systemd.</summary>
    NoSystemd,
}

/// <summary>Puts <see cref="ThawUnit"/> on a machine and takes it away again.</summary>
internal sealed class ThawUnitFiles(HostPlaces root)
{
    private const UnixFileMode ReadableByAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    /// <summary>Only the reason is of interest: no run ends by it.</summary>
    private static readonly FileRole s_program = new(OutcomeCatalogue.InternalError, OutcomeCatalogue.InternalError);

    public ThawUnitState State =>
        !HasSystemd ? ThawUnitState.NoSystemd
        : !File.Exists(root.In(ThawUnit.Path)) ? ThawUnitState.Absent
        : IsLink(root.In(ThawUnit.EnablingLink)) ? ThawUnitState.Enabled
        : ThawUnitState.Disabled;

    private bool HasSystemd => Directory.Exists(root.In("/lib/systemd/system")) || Directory.Exists(root.In("/usr/lib/systemd/system"));

    /// <summary>Whether systemd is at work, and has to be told.</summary>
    private bool IsAtWork => root.IsThisMachine && Directory.Exists("/run/systemd/system");

    /// <returns>What was done, or why nothing was.</returns>
    public string Install(string program)
    {
        if (WhyNot(program) is { } reason)
            return $"{ThawUnit.Name} is not installed: {reason}";

        string link = root.In(ThawUnit.EnablingLink);
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        WholeFile.Write(root.In(ThawUnit.Path), ThawUnit.Text(program), ReadableByAll);
        if (!IsLink(link))
            File.CreateSymbolicLink(link, ThawUnit.Path);
        if (IsAtWork)
        {
            Systemctl("daemon-reload");
            Systemctl("start", ThawUnit.Name);
        }

        return $"{ThawUnit.Name} is installed: it thaws before a shutdown what killed processes left frozen";
    }

    /// <returns>Whether there was one.</returns>
    public bool Uninstall()
    {
        if (!File.Exists(root.In(ThawUnit.Path)))
            return false;
        if (IsAtWork)
            Systemctl("stop", ThawUnit.Name);
        File.Delete(root.In(ThawUnit.EnablingLink));
        File.Delete(root.In(ThawUnit.Path));
        if (IsAtWork)
            Systemctl("daemon-reload");
        return true;
    }

    /// <summary>systemd starts the program as root at every shutdown: nobody else may be able to exchange it.</summary>
    private string? WhyNot(string program)
    {
        if (!HasSystemd)
            return $"there is no systemd below {root.Root}";
        if (!ThawUnit.CanName(program))
            return $"its path {program} has characters that a unit reads otherwise; put it to /usr/local/bin";
        try
        {
            using Descriptor file = TrustedPath.Open(root.In(program), s_program);
            FileStatus status = file.Status;
            return status is { IsRegularFile: true, Owner: 0 } && (status.Permissions & AccessBits.WriteByOthers) == 0
                ? null
                : $"others than root can exchange {root.In(program)}; put it to /usr/local/bin, owned by root, mode 755";
        }
        catch (OutcomeException untrusted)
        {
            return $"{untrusted.Message}; put the executable to /usr/local/bin, owned by root, mode 755";
        }
    }

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    /// <summary>The unit works from the next boot on even where this fails.</summary>
    private static void Systemctl(params string[] arguments)
    {
        using SessionProcess process = SessionProcess.Start(new ProgramStart(["systemctl", .. arguments], ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"], WorkingFolder: "/"));
        new ProgramWait(process) { DeadlineInMilliseconds = MonotonicClock.NowInMilliseconds + s_limit.TotalMilliseconds }.Run();
    }
}
