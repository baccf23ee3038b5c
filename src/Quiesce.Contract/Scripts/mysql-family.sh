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
    set -- --batch --skip-column-names --unbuffered --skip-reconnect --no-auto-rehash --connect-timeout=5 "$@"
    # Newer clients of MySQL do not take "quit" for a command of theirs unless asked to; those that do not know the option only warn.
    [ "$engine_kind" != mysql ] || set -- --loose-commands "$@"
    # This one must come first.
    [ -z "$engine_defaults_file" ] || set -- "--defaults-extra-file=$engine_defaults_file" "$@"
    "$use" "$use_value" "$engine_os_user" "$client" "$@"
}

readonly sql_directories="'datadir', 'innodb_data_home_dir', 'innodb_log_group_home_dir', 'innodb_undo_directory', 'innodb_doublewrite_dir', 'innodb_directories', 'aria_log_dir_path', 'log_bin_basename', 'relay_log_basename'"

# What only some servers have is asked for by name, because an unknown variable would end the client.
sql_open() { # N
    sql_session start_session "$1"
    say "$1" "SET SESSION lock_wait_timeout = $engine_lock_wait, SESSION wait_timeout = $((timeout_in_seconds + lease_in_seconds + 2));" \
        "SHOW GLOBAL VARIABLES WHERE Variable_name IN ('innodb_flush_log_at_trx_commit', 'sync_binlog', 'log_bin', 'read_only', 'super_read_only', 'wsrep_on', 'wsrep_desync', 'group_replication_group_name', $sql_directories);" \
        "SELECT CONCAT_WS('|', 'session', CONNECTION_ID(), VERSION(), CURRENT_USER());"
}

# Once they are known, each begins a line.
sql_hear_directory() { # VARIABLE VALUE: of the server's; adds to directories_told, and sets data_directory
    case $1 in
    datadir) data_directory=$2 ;;
    *_basename) [ -z "$2" ] || directories_told=$directories_told${2%/*}$newline ;;
    # Where tables lie that were put outside; a list.
    innodb_directories)
        IFS=';'
        set -f
        for listed in $2; do directories_told=$directories_told$listed$newline; done
        set +f
        unset IFS
        ;;
    innodb_*_dir | innodb_undo_directory | aria_log_dir_path) [ -z "$2" ] || directories_told=$directories_told$2$newline ;;
    esac
}

# Relative ones begin at the data directory.
sql_list_directories() { # sets directories, one a line
    directories=$data_directory$newline
    set -f
    IFS=$newline
    for told in $directories_told; do
        case $told in
        /*) directories=$directories$told$newline ;;
        *) directories=$directories${data_directory%/}/$told$newline ;;
        esac
    done
    unset IFS
    set +f
}

sql_find_places() { # N
    # A proxy may answer in the server's place.
    [ -n "$data_directory" ] || return 0
    sql_list_directories
    set -f
    IFS=$newline
    # shellcheck disable=SC2086 # one directory a line
    set -- "$1" $directories
    unset IFS
    set +f
    find_places "$@"
}

# Heard once, and kept: between two conversations with one engine others take their turn.
sql_welcome() { # N: sets connection, version, account, and each variable under its own name
    listen_to "$1"
    version='' account='the user' innodb_flush_log_at_trx_commit='' sync_binlog='' log_bin=OFF read_only='' super_read_only='' wsrep_on=OFF wsrep_desync='' group_replication_group_name='' data_directory='' directories_told=''
    if [ ! -f "$current/$1.connection" ]; then
        welcome_of=$1
        set --
        until hear_word session; do
            [ -n "$word" ] || sql_failed "$welcome_of" || return 1
            set -- "$@" "$answer"
        done
        write_down "$welcome_of.variables" "$@" && write_down "$welcome_of.connection" "$field_1 $field_2 $field_3" || return 1
        set -- "$welcome_of"
    fi
    read -r connection version account <"$current/$1.connection"
    while read -r variable value; do
        case $variable in
        innodb_flush_log_at_trx_commit) innodb_flush_log_at_trx_commit=$value ;;
        sync_binlog) sync_binlog=$value ;;
        log_bin) log_bin=$value ;;
        read_only) read_only=$value ;;
        super_read_only) super_read_only=$value ;;
        wsrep_on) wsrep_on=$value ;;
        wsrep_desync) wsrep_desync=$value ;;
        group_replication_group_name) group_replication_group_name=$value ;;
        *) sql_hear_directory "$variable" "$value" ;;
        esac
    done <"$current/$1.variables"
}

sql_version_number() { # sets version_number: 10.11.6-MariaDB is 101106
    major=${version%%.*} minor=${version#*.}
    patch=${minor#*.} minor=${minor%%.*}
    patch=${patch%%[!0-9]*}
    version_number=$((major * 10000 + minor * 100 + patch))
}

# --- role -------------------------------------------------------------------------------------------------------

# A configured connection to another server makes a replica, whether or not its threads run.
sql_find_role() { # N: sets role
    sql_welcome "$1" || return 1
    sql_ask_replication "$1"
    sql_hear_replication "$1"
}

sql_ask_replication() { # N
    "${engine_kind}_replica_statement"
    say "$1" "$replica_statement" "SELECT 'replication';"
}

sql_hear_replication() { # N: sets role, and replication to a JSON array of the connections
    role=primary replication=''
    until hear_word replication; do
        [ -n "$word" ] || sql_failed "$1" || return 1
        role=replica
        sql_connection_json "$answer"
        replication=$replication${replication:+,}$json
    done
}

# The columns of SHOW REPLICA STATUS have kept their order in every version; MariaDB's SHOW ALL SLAVES STATUS has two more before them.
sql_connection_json() { # ROW: sets json
    row=$1 connection_name=''
    [ "$engine_kind" != mariadb ] || { next_column; connection_name=$column; next_column; }
    next_column
    next_column
    source=$column
    next_column
    next_column
    source=$source:$column
    skip_columns 5
    next_column
    source_file=$column
    next_column
    receiver=$column
    next_column
    applier=$column
    skip_columns 9
    next_column
    json_object connection "$connection_name" source "$source" file "$source_file" position "$column" receiverRuns "$receiver" applierRuns "$applier"
}

next_column() { # sets column, and takes it from row
    column=${row%%"$tab"*}
    row=${row#*"$tab"}
}

skip_columns() { # COUNT
    columns=$1
    while [ $((columns -= 1)) -ge 0 ]; do next_column; done
}

# --- cluster ----------------------------------------------------------------------------------------------------

# Writers held on one member of a Galera cluster stall those of every other, unless the member is desynchronised.
sql_mind_cluster() { # N: adds to put_back
    [ "$wsrep_on" = ON ] || return 0
    [ "$engine_cluster" = galera ] ||
        because cluster-at-risk "$engine_name: it is a member of a Galera cluster, whose writers would all stand still; set Cluster, and PauseCluster" || return 1
    sql_require_component "$1" || return 1
    if [ "$engine_pause_cluster" = yes ]; then
        [ "$wsrep_desync" != OFF ] || put_back="SET GLOBAL wsrep_desync = OFF;"
        return 0
    fi
    say "$1" "SELECT CONCAT_WS('|', 'patience', REGEXP_SUBSTR(@@GLOBAL.wsrep_provider_options, '(?<=evs[.]suspect_timeout = PT)[0-9]+(?=S)'));"
    hear_word patience || sql_failed "$1" || return 1
    accept_patience "${field_1:-5}"
}

# A member that lost sight of the others takes no writes, and does not know what they have taken since. (Source: Galera
# documentation, wsrep_cluster_status.)
sql_require_component() { # N
    sql_ask_status "$1" wsrep_cluster_status || return 1
    [ "$value" = Primary ] ||
        because cluster-at-risk "$engine_name: it has lost its cluster (wsrep_cluster_status is $value), and may be behind it: nothing is taken"
}

sql_ask_status() { # N NAME: sets value, to nothing when the server does not know it
    say "$1" "SHOW GLOBAL STATUS LIKE '$2';" "SELECT 'status';"
    value=''
    until hear_word status; do
        [ -n "$word" ] || sql_failed "$1" || return 1
        value=${answer#*"$tab"}
    done
}

# --- long statements ---------------------------------------------------------------------------------------------

# The lock waits for what is running, and everybody else waits behind the lock. The first statement fails where the
# process list would show our own sessions only.
sql_mind_long_statements() { # N
    [ "$engine_long_statements" != wait ] || return 0
    mind_n=$1
    "${engine_kind}_passed_statements"
    say "$1" "SELECT trx_id FROM information_schema.INNODB_TRX WHERE trx_state = 'none';" \
        "SELECT CONCAT_WS('|', 'long', ID, USER, TIME) FROM information_schema.PROCESSLIST WHERE COMMAND IN ('Query', 'Execute') AND TIME >= $engine_long_after AND ID <> CONNECTION_ID() AND USER <> 'system user'$not_passed LIMIT 100;" \
        "SELECT 'looked';"
    set --
    until hear_word looked; do
        [ -n "$word" ] || sql_failed "$mind_n" || return 1
        log "$engine_name: a statement of $field_2, in session $field_1, has been running for $field_3 s"
        set -- "$@" "$field_1"
    done
    [ $# -eq 0 ] || case $engine_long_statements in
    fail) because lock-not-acquired "$engine_name: statements have been running for $engine_long_after s or longer in session $*, and LongStatements is Fail" ;;
    kill) sql_kill_statements "$mind_n" "$@" ;;
    esac
}

# By a client of its own, because one that has ended meanwhile is an error, and an error ends the client.
sql_kill_statements() { # N SESSION…
    own_log=$log_file log_file=$current/$1.kills kills=''
    shift
    for session; do kills="${kills}KILL QUERY $session; "; done
    sql_session bounded 5 --force -e "$kills"
    kills=$log_file log_file=$own_log
    while IFS= read -r line; do
        log "$engine_name: $line"
        case $line in
        *'ERROR 1094 '*) ;;
        *ERROR*) because permission-missing "$engine_name: $line; needed: $("${engine_kind}_grant")" || return 1 ;;
        esac
    done <"$kills"
    log "$engine_name: ended the statements of $# sessions"
}

# --- hold -------------------------------------------------------------------------------------------------------

# Below 1 a commit is acknowledged while it is in memory only, and a held lock does not write it out.
sql_find_relaxed_durability() { # sets mend, and adds to put_back
    mend=''
    [ "$innodb_flush_log_at_trx_commit" = 1 ] || {
        mend='SET GLOBAL innodb_flush_log_at_trx_commit = 1;'
        put_back="$put_back SET GLOBAL innodb_flush_log_at_trx_commit = $innodb_flush_log_at_trx_commit;"
    }
    [ "$sync_binlog" = 1 ] || [ "$log_bin" != ON ] || {
        mend="$mend SET GLOBAL sync_binlog = 1;"
        put_back="$put_back SET GLOBAL sync_binlog = $sync_binlog;"
    }
    [ -z "$mend" ] || log "$engine_name: durability is relaxed (innodb_flush_log_at_trx_commit=$innodb_flush_log_at_trx_commit, sync_binlog=$sync_binlog); mended for the hold"
}

sql_hold() { # N UNLOCK LOCK…: takes the lock, with the statements that let go laid ready before
    hold_n=$1 unlock=$2
    shift 2
    put_back=''
    sql_find_places "$hold_n" && sql_mind_cluster "$hold_n" && sql_mind_long_statements "$hold_n" || return 1
    desync=$put_back
    sql_find_relaxed_durability
    # First how to put it back, then the change.
    [ -z "$put_back" ] || write_down "$hold_n.leftovers" "$put_back" || return 1
    write_down "$hold_n.release" "$unlock" "$put_back" "SELECT 'released';" || return 1
    [ -z "$desync" ] || say "$hold_n" 'SET GLOBAL wsrep_desync = ON;'
    [ -z "$mend" ] || say "$hold_n" "$mend"
    # Whatever becomes of our processes: soon after the lease the server itself ends a session that says nothing.
    say "$hold_n" "SET SESSION wait_timeout = $((lease_in_seconds + 2));" "$@" "SELECT 'held';"
    hear_word held || sql_failed "$hold_n" || return 1
    note_stop "$hold_n" || return 1
    say "$hold_n" 'FLUSH NO_WRITE_TO_BINLOG ENGINE LOGS;' "SELECT 'flushed';"
    hear_word flushed || sql_failed "$hold_n"
}

# --- what the copy is -------------------------------------------------------------------------------------------

# Under the lock, where neither position nor role can change any more.
sql_coordinates() { # N COORDINATES-STATEMENT GTIDS-OF-OWN-LOG GTIDS-APPLIED
    [ "$log_bin" != ON ] || say "$1" "$2"
    say "$1" "SELECT CONCAT_WS('|', 'gtid', REPLACE($3, CHAR(10), ''), REPLACE($4, CHAR(10), ''));"
    sql_ask_replication "$1"
    position=''
    until hear_word gtid; do
        [ -n "$word" ] || sql_failed "$1" || return 1
        position=$answer
    done
    gtid=$field_1 applied_gtid=$field_2
    sql_hear_replication "$1" || return 1
    accept_role "$1" "$role" || return 1
    sql_facts "$1"
}

sql_facts() { # N
    row=$position file=''
    if [ -n "$position" ]; then
        next_column
        file=$column
        next_column
        position=$column
    fi
    json_object file "$file" position "$position" gtid "$gtid" appliedGtid "$applied_gtid"
    facts="\"coordinates\":$json,\"replication\":[$replication]"
    json_member version "$version"
    facts="$facts,$json"
    json_object innodb_flush_log_at_trx_commit "$innodb_flush_log_at_trx_commit" sync_binlog "$sync_binlog"
    facts="$facts,\"durability\":$json"
    json_object read_only "$read_only" super_read_only "$super_read_only" wsrep_desync "$wsrep_desync"
    write_down "$1.facts" "$facts,\"priorState\":$json,\"notes\":[]"
}

# --- failures and ends ------------------------------------------------------------------------------------------

sql_failed() { # N: why the session ended, in the server's own words
    first_error "$1"
    case $error_text in
    *'ERROR 1205 '* | *'ERROR 3024 '* | *'ERROR 1969 '*) because lock-not-acquired "$engine_name: the lock was not to be had within $engine_lock_wait s: $error_text" ;;
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
    read -r connection _ <"$current/$1.connection"
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
    read -r connection _ <"$current/$1.connection"
    sql_session bounded 5 -e "KILL CONNECTION $connection"
}
