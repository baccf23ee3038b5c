namespace Quiesce.Runtime.Installation;

/// <summary>
/// The systemd unit that thaws what was left frozen before a shutdown stops or unmounts anything. Without it a frozen file system of killed holders hangs the shutdown: whoever writes to it
/// sleeps uninterruptibly, and it cannot be unmounted.
/// </summary>
internal static class ThawUnit
{
    public const string Name = "quiesce-thaw.service";

    /// <summary>Where units of the machine's own administrator lie (systemd.unit(5)).</summary>
    public const string Folder = "/etc/systemd/system";

    /// <summary>The target that starts the unit at every boot.</summary>
    public const string WantedBy = "multi-user.target";

    public static string Path => $"{Folder}/{Name}";

    /// <summary>The link that <c>systemctl enable</c> makes; made by hand it also works in an image that is not running.</summary>
    public static string EnablingLink => $"{Folder}/{WantedBy}.wants/{Name}";

    /// <summary>Units are stopped in the reverse of the order in which they start: what starts after everything else is stopped before everything else.</summary>
    /// <param name="program">The installed executable's absolute path.</param>
    public static string Text(string program) =>
        $"""
        # Written by 'quiesce install'; 'quiesce uninstall' takes it away with the last profile.
        [Unit]
        Description=Thaw what quiesce left frozen, before anything is stopped or unmounted
        # Started last, and so stopped first: before the services that would wait for a frozen file system, and before it is unmounted.
        DefaultDependencies=no
        After=local-fs.target remote-fs.target {WantedBy}
        Conflicts=shutdown.target
        Before=shutdown.target
        ConditionFileIsExecutable={program}

        [Service]
        Type=oneshot
        RemainAfterExit=yes
        ExecStop={program} thaw
        TimeoutStopSec=30

        [Install]
        WantedBy={WantedBy}

        """;

    /// <summary>A unit's text knows quotes, variables and specifiers; a path that needs none of them means the same everywhere in it.</summary>
    public static bool CanName(string program)
    {
        foreach (char character in program)
        {
            if (!char.IsAsciiLetterOrDigit(character) && !"/._+-".Contains(character))
                return false;
        }

        return System.IO.Path.IsPathFullyQualified(program);
    }
}
