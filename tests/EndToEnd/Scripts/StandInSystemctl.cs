using System;
using System.IO;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>
/// Answers what the scripts ask of <c>systemctl</c>, on machines that are not run by systemd: a folder holds a file for every unit that runs. It is found first in <c>PATH</c>.
/// </summary>
internal sealed class StandInSystemctl : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("quiesce-systemctl-").FullName;

    public StandInSystemctl()
    {
        Directory.CreateDirectory(_folder + "/running");
        var program = Path.Combine(_folder, "systemctl");
        File.WriteAllText(program, $$"""
            #!/bin/sh
            running='{{_folder}}/running'
            for unit; do :; done
            echo "$*" >>'{{_folder}}/calls'
            case $1 in
            is-active) [ -e "$running/$unit" ] || exit 3 ;;
            start) [ ! -e "$running.$unit.broken" ] && echo "$$" >"$running/$unit" && cp "$running/$unit" "$running.$unit" ;;
            stop)
                [ ! -e "$running.$unit.slow" ] || sleep 600
                [ ! -e '{{_folder}}/stubborn' ] && rm "$running/$unit"
                ;;
            show) echo "ActiveEnterTimestampMonotonic=$(cat "$running.$unit" 2>/dev/null)" ;;
            esac

            """);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>For the environment of a script.</summary>
    public (string Name, string Value) InPath => ("PATH", _folder);

    public string[] Calls => File.ReadAllLines(_folder + "/calls");

    public bool Runs(string unit) => File.Exists($"{_folder}/running/{unit}");

    public void Start(string unit) => File.WriteAllText($"{_folder}/running/{unit}", "by somebody else");

    public void NeverStop(string unit) => File.WriteAllText($"{_folder}/running.{unit}.slow", "");

    public void RefuseToStart(string unit) => File.WriteAllText($"{_folder}/running.{unit}.broken", "");

    public void AgreeToStart(string unit) => File.Delete($"{_folder}/running.{unit}.broken");

    public void RefuseToStop() => File.WriteAllText(_folder + "/stubborn", "");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
