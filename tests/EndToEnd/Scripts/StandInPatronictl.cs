using System;
using System.IO;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>
/// A <c>patronictl</c> that knows the three commands of the scripts and keeps the cluster's setting in a file. What Patroni itself does with a pause is not tested: it is not to be had here.
/// </summary>
internal sealed class StandInPatronictl : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("quiesce-patronictl-").FullName;

    public StandInPatronictl(int ttl = 30)
    {
        File.WriteAllText(_folder + "/calls", "");
        var program = _folder + "/patronictl";
        File.WriteAllText(program, $$"""
            #!/bin/sh
            printf '%s\n' "$*" >>'{{_folder}}/calls'
            [ "$1" = -c ] && shift 2
            case $1 in
            show-config)
                echo 'loop_wait: 10'
                [ ! -e '{{_folder}}/paused' ] || echo 'pause: true'
                printf 'postgresql:\n  parameters:\n    ttl: 1\nttl: {{ttl}}\n'
                ;;
            pause) : >'{{_folder}}/paused' ;;
            resume) rm '{{_folder}}/paused' ;;
            esac

            """);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>For the environment of a script.</summary>
    public (string Name, string Value) InPath => ("PATH", _folder);

    public string[] Calls => File.ReadAllLines(_folder + "/calls");

    public bool IsPaused => File.Exists(_folder + "/paused");

    public void Pause() => File.WriteAllText(_folder + "/paused", "");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
