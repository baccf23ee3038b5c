# mysql-family: what MariaDB and MySQL have in common – one session of the command-line client, durability mended
# before the hold, coordinates read under it. The lock itself is the business of the fragments mariadb and mysql.
# shellcheck disable=SC2034,SC2154 # settings come from the head; state is shared between fragments

sql_client() { # PROGRAM…: sets client to the first that is there
    client=$engine_client
    [ -z "$client" ] || return 0
    for client; do
        ! command -v "$client" >/dev/null 2>&1 || return 0
    done
    because program-missing "$engine_name: no client program found: $*"
}

# The words of the profile stay words: none of them passes through a shell again.
sql_session() { # USE LAST-WORDS…: USE is start_session N or bounded SECONDS
    use=$1 use_value=$2
    shift 2
    [ -z "$engine_user" ] || set -- "--user=$engine_user" "$@"
    [ -z "$engine_port" ] || set -- "--port=$engine_port" "$@"
    [ -n "$engine_socket" ] || [ -z "$engine_port" ] || set -- --host=127.0.0.1 "$@"
    [ -z "$engine_socket" ] || set -- "--socket=$engine_socket" "$@"
    set -- --batch --raw --skip-column-names --unbuffered --skip-reconnect --no-auto-rehash --connect-timeout=5 "$@"
    # This one must come first.
    [ -z "$engine_defaults_file" ] || set -- "--defaults-extra-file=$engine_defaults_file" "$@"
    "$use" "$use_value" "$engine_os_user" "$client" "$@"
}

sql_open() { # N
    sql_session start_session "$1"
    say "$1" "SET SESSION lock_wait_timeout = $engine_lock_wait, SESSION wait_timeout = $((lease_in_seconds + 2));" \
        "SELECT CONCAT_WS('|', 'session', CONNECTION_ID(), VERSION(), @@GLOBAL.innodb_flush_log_at_trx_commit, @@GLOBAL.sync_binlog, IF(@@GLOBAL.read_only, 1, 0), IF(@@GLOBAL.log_bin, 1, 0), CURRENT_USER());"
}

sql_welcome() { # N: sets connection, version, flush_at_commit, sync_binlog, read_only, log_bin
    listen_to "$1"
    hear_word session || sql_failed "$1" || return 1
    connection=$field_1 version=$field_2 flush_at_commit=$field_3 sync_binlog=$field_4 read_only=$field_5 log_bin=$field_6
    account=$field_7
    write_down "$1.connection" "$connection"
}

# Below 1 a commit is acknowledged while it is in memory only, and a held lock does not write it out.
sql_mend_durability() { # N
    put_back=''
    [ "$flush_at_commit" = 1 ] || put_back="SET GLOBAL innodb_flush_log_at_trx_commit = $flush_at_commit;"
    [ "$sync_binlog" = 1 ] || [ "$log_bin" != 1 ] || put_back="$put_back SET GLOBAL sync_binlog = $sync_binlog;"
    [ -n "$put_back" ] || return 0
    # First how to put it back, then the change.
    write_down "$1.leftovers" "$put_back" || return 1
    log "$engine_name: durability is relaxed (innodb_flush_log_at_trx_commit=$flush_at_commit, sync_binlog=$sync_binlog); mended for the hold"
    [ "$flush_at_commit" = 1 ] || say "$1" 'SET GLOBAL innodb_flush_log_at_trx_commit = 1;'
    [ "$sync_binlog" = 1 ] || [ "$log_bin" != 1 ] || say "$1" 'SET GLOBAL sync_binlog = 1;'
}

sql_hold() { # N UNLOCK LOCK…: takes the lock, with the statements that let go laid ready before
    hold_n=$1 unlock=$2
    shift 2
    sql_mend_durability "$hold_n" || return 1
    write_down "$hold_n.release" "$unlock" "$put_back" "SELECT 'released';" || return 1
    say "$hold_n" "$@" "SELECT 'held';"
    hear_word held || sql_failed "$hold_n" || return 1
    note_stop "$hold_n" || return 1
    say "$hold_n" 'FLUSH NO_WRITE_TO_BINLOG ENGINE LOGS;' "SELECT 'flushed';"
    hear_word flushed || sql_failed "$hold_n"
}

sql_facts() { # N POSITION GTID
    json_object file "${2%%[|	]*}" position "${2#*[|	]}" gtid "$3"
    [ -n "$2" ] || json_object gtid "$3"
    facts="\"coordinates\":$json"
    json_member version "$version"
    facts="$facts,$json"
    json_object innodb_flush_log_at_trx_commit "$flush_at_commit" sync_binlog "$sync_binlog"
    facts="$facts,\"durability\":$json"
    json_object read_only "$read_only"
    write_down "$1.facts" "$facts,\"priorState\":$json,\"notes\":[]"
}

sql_failed() { # N: why the session ended, in the server's own words
    first_error "$1"
    case $error_text in
    *'ERROR 1205 '* | *'ERROR 3024 '*) because lock-not-acquired "$engine_name: the lock was not to be had within $engine_lock_wait s: $error_text" ;;
    *'ERROR 1227 '* | *'ERROR 1044 '* | *'ERROR 1142 '*)
        because permission-missing "$engine_name: $error_text; needed: $("${engine_kind}_grant")"
        ;;
    *'ERROR 1045 '* | *'ERROR 1698 '* | *'ERROR 2002 '* | *'ERROR 2003 '* | *'ERROR 1040 '* | *'ERROR 1130 '* | *'ERROR 2005 '*)
        because engine-unreachable "$engine_name: $error_text"
        ;;
    *) because engine-refused "$engine_name: $error_text" ;;
    esac
}

# The answer comes from the very session that took the lock, and a session that lives has its lock.
sql_verify() { # N
    read -r connection <"$current/$1.connection"
    listen_to "$1"
    say "$1" "SELECT CONCAT_WS('|', 'here', CONNECTION_ID(), '$run_id');"
    hear_word here && [ "$field_1" = "$connection" ] && [ "$field_2" = "$run_id" ] && return 0
    first_error "$1"
    because hold-lost "$engine_name: the session $connection that held the lock is gone: $error_text"
}

sql_release() { # N: sets released
    release_session "$1" quit
}

sql_put_back() { # N
    read -r put_back <"$current/$1.leftovers"
    sql_session bounded 5 -e "$put_back"
}

# The statement of a client that had to be killed may still wait in the server, with every writer behind it.
sql_clear_away() { # N
    [ -f "$current/$1.killed" ] && [ -f "$current/$1.connection" ] || return 0
    read -r connection <"$current/$1.connection"
    sql_session bounded 5 -e "KILL CONNECTION $connection"
}
