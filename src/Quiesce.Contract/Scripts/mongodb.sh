# mongodb: the server's own lock, which is counted and outlives the session that took it – or, where data and journal are
# frozen at one instant, nothing but a flush. (Source: MongoDB manual, db.fsyncLock() and Back Up with Filesystem Snapshots.)
# shellcheck disable=SC2034,SC2154 # settings come from the head; state is shared between fragments

mongodb_client() { # USE VALUE WORDS…: as sql_session; the password is in the environment, never on a command line
    client=${engine_client:-mongosh} password=''
    use=$1 use_value=$2
    shift 2
    [ -z "$engine_password_file" ] || read_password "$engine_password_file" || return 1
    export QUIESCE_MONGODB_PASSWORD="$password"
    "$use" "$use_value" "$engine_os_user" "$client" --quiet --norc \
        "mongodb://127.0.0.1:${engine_port:-27017}/?directConnection=true&serverSelectionTimeoutMS=5000&appName=quiesce" "$@"
    set -- $?
    unset QUIESCE_MONGODB_PASSWORD
    return "$1"
}

mongodb_login() { # sets login, a JavaScript expression
    login=1
    [ -n "$engine_user" ] || return 0
    json_text "$engine_user"
    login="db.getSiblingDB('admin').auth($json, process.env.QUIESCE_MONGODB_PASSWORD).ok"
}

# The shell writes its prompt before an answer: each begins a line of its own. One line is one statement to it.
mongodb_ask() { # N WORD EXPRESSIONS: the answer is the word and the expressions' values, or error, code and message
    say "$1" "try { print('\\n' + ['$2', $3].join('|')) } catch (e) { print('\\n' + ['error', e.code, String(e.message).replace(/\\s+/g, ' ')].join('|')) }"
}

mongodb_hear() { # N WORD
    word=''
    while hear; do
        take_fields "$answer"
        case $word in
        "$2") return 0 ;;
        error) mongodb_failed "$field_1" "$field_2" || return 1 ;;
        esac
    done
    first_error "$1"
    because engine-unreachable "$engine_name: $error_text"
}

mongodb_failed() { # CODE MESSAGE
    case $1 in
    13) because permission-missing "$engine_name: $2; needed: db.grantRolesToUser('${engine_user:-USER}', ['hostManager', 'clusterMonitor'])" ;;
    18) because engine-unreachable "$engine_name: $2" ;;
    24 | 50) because lock-not-acquired "$engine_name: the lock was not to be had within $engine_lock_wait s: $2" ;;
    *) because engine-refused "$engine_name: $2" ;;
    esac
}

mongodb_is_locked="db.adminCommand({currentOp: 1}).fsyncLock === true"
mongodb_is_writable='db.adminCommand({isMaster: 1}).ismaster'

mongodb_open() { # N
    command -v "${engine_client:-mongosh}" >/dev/null 2>&1 || because program-missing "$engine_name: mongosh is not in PATH" || return 1
    mongodb_client start_session "$1" || return 1
    mongodb_login
    mongodb_ask "$1" session "$login, db.version(), db.serverStatus().pid, $mongodb_is_writable, db.adminCommand({isMaster: 1}).msg, $mongodb_is_locked"
    options='db.adminCommand({getCmdLineOpts: 1}).parsed.storage'
    mongodb_ask "$1" storage "db.serverStatus().storageEngine.persistent, ($options || {}).journal && ($options || {}).journal.enabled, ($options || {}).dbPath || '/data/db'"
}

# Heard once, and kept: between two conversations with one engine others take their turn.
mongodb_welcome() { # N
    listen_to "$1"
    if [ ! -f "$current/$1.welcome" ]; then
        mongodb_hear "$1" session && write_down "$1.welcome" "$answer" || return 1
    fi
    read -r answer <"$current/$1.welcome"
    take_fields "$answer"
}

mongodb_find_role() { # N: sets role
    mongodb_welcome "$1" && mongodb_name_role "$field_4"
}

mongodb_name_role() { # WHETHER-IT-IS-WRITABLE: sets role
    role=replica
    [ "$1" != true ] || role=primary
}

# Once more after it came to rest: an election may have been held meanwhile.
mongodb_accept_role() { # N WHETHER-IT-IS-WRITABLE
    mongodb_name_role "$2"
    accept_role "$1" "$role"
}

mongodb_rest() { # N
    mongodb_welcome "$1" || return 1
    version=$field_2 server=$field_3 writable=$field_4 locked_before=$field_6
    [ "$field_5" != isdbgrid ] || because engine-refused "$engine_name: this is a sharded cluster's router; name the shards' servers" || return 1
    mongodb_hear "$1" storage || return 1
    journal=$field_2 data_directory=$field_3
    [ "$field_1" = true ] || because engine-refused "$engine_name: its storage engine keeps nothing on disk" || return 1
    mongodb_find_places "$1" "$data_directory" || return 1
    case $engine_method in
    journal) mongodb_flush "$1" ;;
    fsync-lock) mongodb_lock "$1" ;;
    esac || return 1
    mongodb_facts "$1"
}

# The journal may be a link to another disk.
mongodb_find_places() { # N DATA-DIRECTORY
    [ ! -d "$2/journal" ] || set -- "$@" "$2/journal"
    find_places "$@"
}

# Nothing is held. What makes the copy good is that data and journal are frozen at once.
mongodb_flush() { # N
    [ "$journal" != false ] || because engine-refused "$engine_name: its journal is turned off; use the method FsyncLock" || return 1
    mongodb_ask "$1" flushed "db.adminCommand({fsync: 1}).ok, $mongodb_is_writable"
    mongodb_hear "$1" flushed && mongodb_accept_role "$1" "$field_2" || return 1
    note_stop "$1" || return 1
    release_session "$1" exit
    true >"$current/$1.released"
}

mongodb_lock() { # N
    write_down "$1.connection" "$server" || return 1
    write_down "$1.leftovers" 'db.adminCommand({fsyncUnlock: 1})' "$locked_before" || return 1
    write_down "$1.release" "try { db.adminCommand({fsyncUnlock: 1}); print('\\nreleased') } catch (e) { print('\\n' + e.message) }" || return 1
    mongodb_ask "$1" held "db.adminCommand({fsync: 1, lock: true, maxTimeMS: ${engine_lock_wait}000}).lockCount, $mongodb_is_writable"
    if mongodb_hear "$1" held; then
        note_stop "$1" && mongodb_accept_role "$1" "$field_2"
    else
        # The server itself said that it did not lock: nothing is to be unlocked.
        [ "$word" != error ] || { rm -f "$current/$1.leftovers" && true >"$current/$1.release"; }
        return 1
    fi
}

mongodb_facts() { # N
    json_member version "$version"
    facts="\"coordinates\":{},$json"
    json_object journal "${journal:-true}"
    facts="$facts,\"durability\":$json"
    json_object writable "$writable" fsync_locked "$locked_before"
    write_down "$1.facts" "$facts,\"priorState\":$json,\"notes\":[]"
}

mongodb_settle() { :; }

# A server that was started anew has another process id, and no lock.
mongodb_verify() { # N
    [ "$engine_method" = fsync-lock ] || return 0
    read -r server <"$current/$1.connection"
    listen_to "$1"
    mongodb_ask "$1" here "'$run_id', db.serverStatus().pid, $mongodb_is_locked"
    word=''
    while hear; do
        take_fields "$answer"
        [ "$word" != here ] || break
    done
    [ "$word" = here ] && [ "$field_1|$field_2|$field_3" = "$run_id|$server|true" ] && return 0
    because hold-lost "$engine_name: the server or its lock is not what it was: $answer"
}

mongodb_release() { release_session "$1" exit; }
mongodb_clear_away() { :; }

# The lock is the server's, so somebody has to unlock: once, if we know that we locked it. A command that still waits for
# the lock of a killed client is ended first. What nobody can know is left to a human being.
mongodb_put_back() { # N
    { read -r _ && read -r locked_before; } <"$current/$1.leftovers"
    [ -f "$current/$1.stopped" ] || [ "$locked_before" != true ] || return 1
    mongodb_login
    mongodb_client bounded 10 --eval "$login; for (const op of db.adminCommand({currentOp: 1, appName: 'quiesce', 'command.fsync': 1}).inprog) db.adminCommand({killOp: 1, op: op.opid}); if ($mongodb_is_locked) db.adminCommand({fsyncUnlock: 1})"
}
