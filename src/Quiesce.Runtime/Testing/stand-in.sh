# stand-in: answers as a client of a healthy server does, and notes what it is told. The head says for whom it stands in.
# shellcheck disable=SC2154 # root, kind, name and exit_status are assigned by the head

set -u

note() { # TEXT
    printf '%s\t%s\n' "$name" "$1" >>"$root/said"
    for refusal in "$root/refuse.$name."*.statement; do
        [ -f "$refusal" ] || continue
        IFS= read -r refused <"$refusal"
        case $1 in
        *"$refused"*)
            cat "${refusal%.statement}.complaint" >&2
            exit 1
            ;;
        esac
    done
}

answer_sql() { # STATEMENT
    case $1 in
    quit) exit 0 ;;
    'SHOW GLOBAL VARIABLES '*) printf '%s\t%s\n' innodb_flush_log_at_trx_commit 1 sync_binlog 1 log_bin ON read_only OFF super_read_only OFF wsrep_on OFF ;;
    *STATUS\;) answer_status "$1" ;;
    *"'status'"*) echo status ;;
    *"'session'"*) if [ "$kind" = mysql ]; then echo 'session|7|8.4.3|stand-in@localhost'; else echo 'session|7|10.11.6-MariaDB|stand-in@localhost'; fi ;;
    *"'here'"*)
        run=${1##*, \'}
        echo "here|7|${run%%\'*}"
        ;;
    *"'held'"*) echo held ;;
    *"'flushed'"*) echo flushed ;;
    *"'gtid'"*) echo 'gtid|0-1-1|' ;;
    *"'replication'"*) echo replication ;;
    *"'looked'"*) echo looked ;;
    *"'patience'"*) echo 'patience|5' ;;
    *"'released'"*) echo released ;;
    *log_status*) printf 'binlog.000001\t4\n' ;;
    esac
}

answer_status() { # STATEMENT: a primary has a binary log, and no row for a source of its own
    case $1 in
    *REPLICA* | *SLAVE*) ;;
    *) printf 'binlog.000001\t4\t\t\n' ;;
    esac
}

answer_postgresql() { # STATEMENT
    case $1 in
    '\q') exit 0 ;;
    *"'session'"*) echo 'session|7|15.8|150008|f|on|on|on|0' ;;
    *"'data_directory'"*) echo "$root/data" ;;
    *"'checkpointed'"*) echo checkpointed ;;
    *"'flushing'"*) echo flushing ;;
    *"'settled'"*) echo 'settled|0/1|1' ;;
    *"'released'"*) echo released ;;
    *) answer_backup_mode "$1" ;;
    esac
}

answer_backup_mode() { # STATEMENT: every segment is archived at once
    case $1 in
    *"'archiving'"*) echo 'archiving|on|t|0' ;;
    *"'written'"*) echo written ;;
    *"'segment'"*) echo 'segment|000000010000000000000001' ;;
    *"'archiver'"*) echo 'archiver|t|0|' ;;
    *"'started'"*) echo 'started|0/2000028' ;;
    *"'timeline'"*) echo 'timeline|1' ;;
    *"'here'"*)
        run=${1##*, \'}
        echo "here|7|${run%%\'*}"
        ;;
    *"'stopped|'"*)
        echo 'label|START WAL LOCATION: 0/2000028 (file 000000010000000000000002)'
        echo 'stopped|0/2000100'
        ;;
    esac
}

answer_redis() { # COMMAND
    case $1 in
    QUIT)
        echo OK
        exit 0
        ;;
    PING) echo PONG ;;
    ECHO*) echo "${1#ECHO }" ;;
    INFO | "INFO persistence") printf '%s\n' redis_version:7.0.15 role:master aof_enabled:1 rdb_bgsave_in_progress:0 aof_rewrite_in_progress:0 rdb_last_bgsave_status:ok aof_last_write_status:ok ;;
    BGSAVE) echo 'Background saving started' ;;
    'CONFIG GET'*) printf '%s\n' "${1##* }" 100 ;;
    'CONFIG SET'*) echo OK ;;
    esac
}

answer_mongodb() { # STATEMENT
    word=${1#*\[\'}
    case $1 in
    exit) exit 0 ;;
    *released*) echo released ;;
    *"['session'"*) echo 'session|1|7.0.14|7|true||false' ;;
    *"['storage'"*) echo "storage|true|true|$root/data" ;;
    *"['here'"*)
        run=${1#*, \'}
        echo "here|${run%%\'*}|7|true"
        ;;
    *"['"*) echo "${word%%\'*}|1|true" ;;
    esac
}

answer_systemctl() { # VERB … -- UNIT…
    for unit; do :; done
    case $1 in
    stop) : >"$root/stopped.$unit" ;;
    start) rm -f "$root/stopped.$unit" ;;
    show)
        while [ "$1" != -- ]; do shift; done
        while shift && [ $# -gt 0 ]; do
            state=active
            [ ! -e "$root/stopped.$1" ] || state=inactive
            printf '%s\n' LoadState=loaded "ActiveState=$state" CanStart=yes CanStop=yes InactiveExitTimestampMonotonic=1
            [ $# -eq 1 ] || echo
        done
        ;;
    esac
}

converse() { # FUNCTION
    while IFS= read -r statement; do
        note "$statement"
        "$1" "$statement"
    done
}

case $kind in
systemctl)
    words=''
    for word; do [ "$word" = -- ] || words=$words${words:+ }$word; done
    note "$words"
    answer_systemctl "$@"
    ;;
program)
    note "$*"
    exit "$exit_status"
    ;;
mariadb | mysql)
    # What is put back after a broken session stands on the command line.
    for last; do :; done
    case " $* " in *' -e '*) note "$last" ;; *) converse answer_sql ;; esac
    ;;
postgresql) converse answer_postgresql ;;
redis)
    case " $* " in
    *' PING '*) answer_redis PING ;;
    *' CONFIG SET '*) note "$*" ;;
    *) converse answer_redis ;;
    esac
    ;;
mongodb)
    case " $* " in *' --eval '*) for last; do :; done && note "$last" ;; *) converse answer_mongodb ;; esac
    ;;
esac
