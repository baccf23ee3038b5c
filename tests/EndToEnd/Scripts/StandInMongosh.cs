using System;
using System.Globalization;
using System.IO;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>
/// A server and its shell in one, where MongoDB is not to be had: it prints prompts as mongosh does when it reads a pipe, counts locks in a file that outlives it, and answers the statements of the scripts.
/// </summary>
internal sealed class StandInMongosh : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("quiesce-mongosh-").FullName;

    public StandInMongosh()
    {
        Directory.CreateDirectory(_folder + "/data");
        File.WriteAllText(_folder + "/password", "open \"sesame");
        Locks = 0;
        StartServer(7);
        Elect(primary: true);
        File.WriteAllText(Program, $$"""
            #!/bin/sh
            cd '{{_folder}}' || exit 1
            echo "$*" >>arguments
            locked() { if [ "$(cat locks)" -gt 0 ]; then echo true; else echo false; fi; }
            unlock() { [ "$(cat locks)" -gt 0 ] && echo "$(($(cat locks) - 1))" >locks; }
            login() { case $1 in *auth*) [ "$QUIESCE_MONGODB_PASSWORD" = 'open "sesame' ] && echo 1 ;; *) echo 1 ;; esac; }
            while [ $# -gt 0 ]; do
                if [ "$1" = --eval ]; then
                    echo "$2" >>said
                    unlock || :
                    exit 0
                fi
                shift
            done
            printf '> '
            while IFS= read -r statement; do
                echo "$statement" >>said
                case $statement in
                exit) exit 0 ;;
                *"'session'"*) printf '\nsession|%s|7.0.14|%s|%s||%s\n' "$(login "$statement")" "$(cat server)" "$(cat writable)" "$(locked)" ;;
                *"'storage'"*) printf '\nstorage|true||%s\n' '{{_folder}}/data' ;;
                *"'flushed'"*) printf '\nflushed|1|%s\n' "$(cat writable)" ;;
                *"'held'"*)
                    if [ -e refusal ]; then
                        printf '\nerror|%s\n' "$(cat refusal)"
                    else
                        echo "$(($(cat locks) + 1))" >locks
                        printf '\nheld|%s|%s\n' "$(cat locks)" "$(cat writable)"
                    fi
                    ;;
                *"'here'"*) id=${statement#*"['here', '"}; printf '\nhere|%s|%s|%s\n' "${id%%\'*}" "$(cat server)" "$(locked)" ;;
                *fsyncUnlock*) if unlock; then printf '\nreleased\n'; else printf '\nfsyncUnlock called when not locked\n'; fi ;;
                esac
                printf '> '
            done

            """);
        File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Program => _folder + "/mongosh";

    public string PasswordFile => _folder + "/password";

    /// <summary>How many locks the server counts.</summary>
    public int Locks
    {
        get => int.TryParse(File.ReadAllText(_folder + "/locks"), CultureInfo.InvariantCulture, out var locks) ? locks : -1;
        set => File.WriteAllText(_folder + "/locks", value.ToString(CultureInfo.InvariantCulture) + "\n");
    }

    public string Said => File.ReadAllText(_folder + "/said");

    public string Arguments => File.ReadAllText(_folder + "/arguments");

    /// <summary>A server that was started anew has another process id.</summary>
    public void StartServer(int processId) => File.WriteAllText(_folder + "/server", processId.ToString(CultureInfo.InvariantCulture) + "\n");

    /// <summary>Whether the server takes writes of its own, as one that stands alone does too.</summary>
    public void Elect(bool primary) => File.WriteAllText(Election, primary ? "true\n" : "false\n");

    /// <summary>The file that says so, for those who hold an election in the middle of a run.</summary>
    public string Election => _folder + "/writable";

    public void RefuseToLock(int code, string message) => File.WriteAllText(_folder + "/refusal", $"{code}|{message}\n");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
