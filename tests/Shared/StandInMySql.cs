using System.IO;
using System.Linq;

namespace Quiesce.Tests.Shared;

/// <summary>
/// A client program that answers as the MySQL manual says its own would, and writes down what it was told. What can be tested with it is the conversation, not a server.
/// </summary>
internal sealed class StandInMySql(string folder)
{
    public string Version { get; init; } = "8.4.3";

    /// <summary>The row of SHOW REPLICA STATUS, with <c>\t</c> between its columns; a primary has none.</summary>
    public string? ReplicaStatus { get; init; }

    /// <summary>The server's own variables, in the order of SHOW VARIABLES.</summary>
    public (string Variable, string Value)[] Directories { get; init; } = [];

    public string SuperReadOnly { get; init; } = "OFF";

    /// <summary>A replica whose applier stopped at an error: the position stands behind the error's text, in which the client escapes line breaks and tabs.</summary>
    public const string ReplicaThatFailed =
        @"Waiting for source\tdb1.example\tfollower\t3306\t60\tbinlog.000009\t12345\trelay.000003\t678\tbinlog.000007\tYes\tNo\t\t\t\t\t\t\t1062\tDuplicate entry: INSERT\\nINTO\\tt\t0\t4711\t99";

    /// <summary>A row of the process list, as the scripts ask for it: <c>long|ID|USER|TIME</c>.</summary>
    public string? LongStatement { get; init; }

    /// <returns>The path of the program.</returns>
    public string Install()
    {
        var client = folder + "/mysql";
        File.WriteAllText(client, $$"""
            #!/bin/sh
            while IFS= read -r statement; do
                printf '%s\n' "$statement" >>'{{folder}}/said'
                case $statement in
                quit) exit 0 ;;
                'SHOW GLOBAL VARIABLES '*) printf '%s\t%s\n' innodb_flush_log_at_trx_commit 2 sync_binlog 1 log_bin ON read_only {{SuperReadOnly}} super_read_only {{SuperReadOnly}}{{string.Concat(Directories.Select(directory => $" {directory.Variable} '{directory.Value}'"))}} ;;
                *"'session'"*) echo 'session|7|{{Version}}|backup@localhost' ;;
                *"'here'"*) id=${statement##*, \'}; echo "here|7|${id%%\'*}" ;;
                *"'held'"*) echo held ;;
                *"'flushed'"*) echo flushed ;;
                *"'gtid'"*) echo 'gtid|3E11FA47-71CA-11E1-9E33-C80AA9429562:1-5|' ;;
                *"'replication'"*) echo replication ;;
                *"'long'"*) echo '{{LongStatement}}' ;;
                *"'looked'"*) echo looked ;;
                *"'status'"*) echo status ;;
                *"'released'"*) echo released ;;
                'SHOW REPLICA STATUS;' | 'SHOW SLAVE STATUS;') printf '{{(ReplicaStatus is null ? "" : ReplicaStatus + "\\n")}}' ;;
                'SHOW GLOBAL STATUS '*) ;;
                SHOW* | *log_status*) printf 'binlog.000042\t1957\t\t\n' ;;
                esac
            done

            """);
        File.SetUnixFileMode(client, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return client;
    }
}
