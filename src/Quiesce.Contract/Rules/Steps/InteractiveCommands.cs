using System;
using System.Linq;

namespace Quiesce.Contract.Rules;

/// <summary>
/// Commands that ask. Pagers are not among them: the host's stdout is a pipe, and in front of a pipe they only copy.
/// </summary>
internal static class InteractiveCommands
{
    /// <summary>What to write instead, or <see langword="null"/> when the command asks nobody.</summary>
    public static Phrase? AdviceFor(StepCommand command) => command.Name switch
    {
        "read" when !command.HasInput => new("read from a file, a pipe or a here-document"),
        "sudo" when AsksForPassword(command) => new("add -n, so that it fails at once where it may not, or drop it: the host runs scripts as root"),
        "vi" or "vim" or "nano" or "emacs" or "pico" or "visudo" or "vipw" or "sudoedit" => new("change files with sed or a here-document"),
        "ed" or "ex" when !command.HasInput => new("give it its commands in a here-document"),
        "crontab" when command.Has("-e") => new("give it a file"),
        "systemctl" when command.Operands.FirstOrDefault() == "edit" && !command.Has("--stdin") => new("write the drop-in file itself"),
        "passwd" when !command.HasInput && !command.Has("-l", "-u", "-d", "-e", "-S", "--lock", "--unlock", "--delete", "--expire", "--status") => new("use chpasswd, outside the backup"),
        "mysql" or "mariadb" or "mysqladmin" or "mariadb-admin" or "mysqldump" or "mariadb-dump" when command.Has("-p", "--password")
            => new("let it read the password from a file: --defaults-extra-file=…"),
        "psql" or "pg_dump" or "pg_dumpall" or "pg_basebackup" when command.Has("-W", "--password") => new("use a .pgpass file or peer authentication, and -w"),
        "rm" or "cp" or "mv" when !command.HasInput && HasShortOption(command, 'i') => new("leave out -i"),
        "apt" or "apt-get" or "yum" or "dnf" when AsksToInstall(command) => new("add -y; better, install before the backup and not in it"),
        "docker" or "podman" when command.Operands.FirstOrDefault() is "exec" or "run" && HasShortOption(command, 't') => new("leave out -t: there is no terminal"),
        "dialog" or "whiptail" => new("decide it by a parameter"),
        "top" or "htop" when !HasShortOption(command, 'b') => new("use ps"),
        _ => null,
    };

    /// <summary>Where a word more is all it takes.</summary>
    public static WordEdit? EditOf(StepCommand command) => command.Name == "sudo" ? new("sudo", "sudo -n") : null;

    private static bool AsksForPassword(StepCommand command)
        => !HasShortOption(command, 'n') && !command.Has("--non-interactive") && !(command.HasInput && HasShortOption(command, 'S'));

    private static bool AsksToInstall(StepCommand command)
        => !command.HasInput
            && command.Operands.FirstOrDefault() is "install" or "remove" or "upgrade" or "dist-upgrade" or "autoremove" or "purge"
            && !command.Arguments.Any(argument => argument.Text is "-y" or "-qy" or "-yq" or "-qqy" or "-yqq" or "-qq" or "--yes" or "--assume-yes" or "--assumeyes");

    /// <summary>Whether one of the command's own options, in front of its first operand's options, holds a letter.</summary>
    private static bool HasShortOption(StepCommand command, char letter)
        => command.Arguments
            .TakeWhile(argument => command.Name != "sudo" || argument.Text.StartsWith("-", StringComparison.Ordinal))
            .Any(argument => argument.Text.Length > 1 && argument.Text[0] == '-' && argument.Text[1] != '-' && argument.Text.IndexOf(letter) > 0);
}
