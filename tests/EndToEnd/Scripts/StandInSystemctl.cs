using System;
using System.IO;
using System.Linq;

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
            start)
                [ ! -e "$running.$unit.broken" ] || exit 1
                echo "$$" >"$running/$unit" && cp "$running/$unit" "$running.$unit"
                ;;
            stop)
                [ ! -e "$running.$unit.slow" ] || sleep 600
                [ ! -e '{{_folder}}/stubborn' ] || exit 1
                rm -f "$running/$unit" "$running.$unit.ActiveState"
                for dependent in $(cat "$running.$unit.RequiredBy" 2>/dev/null); do "$0" stop --with-another -- "$dependent"; done
                ;;
            show)
                [ ! -e '{{_folder}}/silent' ] || { echo 'Failed to connect to bus: Host is down' >&2; exit 1; }
                while [ "$1" != -- ]; do shift; done
                while shift && [ $# -gt 0 ]; do
                    case $1 in *.*) ;; *) exit 1 ;; esac
                    load=loaded state=inactive moves=yes transient=no
                    [ ! -e "$running/$1" ] || state=active
                    [ ! -e "$running.$1.LoadState" ] || load=$(cat "$running.$1.LoadState")
                    [ ! -e "$running.$1.ActiveState" ] || state=$(cat "$running.$1.ActiveState")
                    [ ! -e "$running.$1.CanStart" ] || moves=$(cat "$running.$1.CanStart")
                    [ ! -e "$running.$1.Transient" ] || transient=$(cat "$running.$1.Transient")
                    printf '%s\n' "Transient=$transient" "InactiveExitTimestampMonotonic=$(cat "$running.$1" 2>/dev/null || echo 0)" "RequiredBy=$(cat "$running.$1.RequiredBy" 2>/dev/null)" \
                        "LoadState=$load" "ActiveState=$state" "CanStart=$moves" CanStop=yes
                    [ $# -eq 1 ] || echo
                done
                ;;
            esac

            """);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>For the environment of a script.</summary>
    public (string Name, string Value) InPath => ("PATH", _folder);

    /// <summary>Those that change something.</summary>
    public string[] Orders => [.. Calls.Where(call => call.StartsWith("st", StringComparison.Ordinal) && !call.Contains("--with-another", StringComparison.Ordinal))];

    public string[] Calls => File.ReadAllLines(_folder + "/calls");

    public bool Runs(string unit) => File.Exists($"{_folder}/running/{unit}");

    public void Start(string unit) => File.WriteAllText($"{_folder}/running/{unit}", "by somebody else");

    /// <summary>As a service does that a timer starts.</summary>
    public void RunAndEnd(string unit) => File.WriteAllText($"{_folder}/running.{unit}", "123456");

    /// <summary>As systemd does with a unit that does not run and that nothing speaks of.</summary>
    public void Forget(string unit) => File.Delete($"{_folder}/running.{unit}");

    public void NeverStop(string unit) => File.WriteAllText($"{_folder}/running.{unit}.slow", "");

    public void RefuseToStart(string unit) => File.WriteAllText($"{_folder}/running.{unit}.broken", "");

    public void AgreeToStart(string unit) => File.Delete($"{_folder}/running.{unit}.broken");

    /// <summary>Where the unit stops, so does the dependent.</summary>
    public void Require(string unit, string dependent) => File.AppendAllText($"{_folder}/running.{unit}.RequiredBy", dependent + " ");

    /// <summary>A property of the unit as <c>systemctl show</c> tells it: <c>LoadState</c>, <c>ActiveState</c>, <c>CanStart</c>, <c>Transient</c>.</summary>
    public void Tell(string unit, string property, string value) => File.WriteAllText($"{_folder}/running.{unit}.{property}", value);

    public void FallSilent() => File.WriteAllText(_folder + "/silent", "");

    public void RefuseToStop() => File.WriteAllText(_folder + "/stubborn", "");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
