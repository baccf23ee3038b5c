# redis: a fresh dump of the data set, and no rewriting of the append-only file until the release. Nothing is held: the
# dump and the append-only file are good in a copy of one instant. (Source: Redis documentation, Persistence.)
# shellcheck disable=SC2034,SC2154 # settings come from the head; state is shared between fragments

carriage_return=$(printf '\r')

redis_client() { # USE VALUE COMMAND…: as sql_session; the password is in the environment, never on a command line
    client=${engine_client:-redis-cli}
    use=$1 use_value=$2
    shift 2
    [ -z "$engine_user" ] || set -- --user "$engine_user" "$@"
    if [ -n "$engine_socket" ]; then set -- -s "$engine_socket" "$@"; else set -- -h 127.0.0.1 -p "${engine_port:-6379}" "$@"; fi
    password=''
    [ -z "$engine_password_file" ] || read_password "$engine_password_file" || return 1
    REDISCLI_AUTH=$password
    [ -z "$REDISCLI_AUTH" ] || export REDISCLI_AUTH
    "$use" "$use_value" "$engine_os_user" "$client" "$@"
    set -- $?
    unset REDISCLI_AUTH
    return "$1"
}

# A client without a connection waits for ever for the next command, so a first one asks whether there is one.
redis_open() { # N
    command -v "${engine_client:-redis-cli}" >/dev/null 2>&1 || because program-missing "$engine_name: no redis-cli found" || return 1
    redis_client bounded 5 PING || because engine-unreachable "$engine_name: the server does not answer; see the log" || return 1
    redis_client start_session "$1"
    say "$1" 'ECHO ready'
}

# Heard once: between two conversations with one engine others take their turn.
redis_welcome() { # N
    listen_to "$1"
    [ ! -f "$current/$1.welcome" ] || return 0
    redis_hear ready && write_down "$1.welcome" heard
}

redis_find_role() { # N: sets role
    redis_welcome "$1" && redis_info "$1"
}

redis_rest() { # N
    redis_find_role "$1" && redis_find_places "$1" || return 1
    redis_keep_from_rewriting "$1" || return 1
    redis_wait "$1" || return 1
    until redis_save "$1"; do
        # The child process of a module is not among what INFO tells us to wait for.
        sleep 0.02
        still_wanted && redis_wait "$1" || return 1
    done
    redis_wait "$1" || return 1
    # A replica may have been promoted meanwhile, by hand or by a Sentinel.
    redis_info "$1" && accept_role "$1" "$role" || return 1
    [ "$rdb_status" = ok ] || because engine-refused "$engine_name: the save failed; see the server's own log" || return 1
    redis_facts "$1"
}

# The server's own schedule, or a replica, may have begun a save since we looked: then it is that one's turn.
redis_save() { # N: fails, without a cause, when another save or rewrite must be waited for
    note_stop "$1" || return 1
    say "$1" 'BGSAVE'
    hear || because engine-unreachable "$engine_name: the session ended" || return 1
    case $answer in
    *'already in progress'* | *'AOF log rewriting in progress'* | *'Another child process is active'*) return 1 ;;
    *) redis_judge 'Background saving started' ;;
    esac
}

redis_hear() { # ANSWER
    hear || because engine-unreachable "$engine_name: the session ended" || return 1
    redis_judge "$1"
}

redis_judge() { # EXPECTED-ANSWER
    case $answer in
    "$1") return 0 ;;
    NOAUTH* | WRONGPASS*) because engine-unreachable "$engine_name: $answer" ;;
    NOPERM*) because permission-missing "$engine_name: $answer; needed: ACL SETUSER ${engine_user:-default} +info +bgsave +echo +ping +config" ;;
    *) because engine-refused "$engine_name: $answer" ;;
    esac
}

# The whole of it is long, and a shell reads it byte by byte.
redis_info() { # N [persistence]: sets what INFO says of persistence and, where that is not all that is asked for, of version and role
    [ $# -eq 2 ] || version='' role='' link=''
    aof_enabled=0 saving=0 rewriting=0 rdb_status='' aof_status=''
    say "$1" "INFO${2:+ $2}" 'ECHO end-of-info'
    while hear; do
        answer=${answer%"$carriage_return"}
        case $answer in
        end-of-info) return 0 ;;
        NOPERM* | NOAUTH*) redis_judge '' || return 1 ;;
        redis_version:*) version=${answer#*:} ;;
        role:master) role=primary ;;
        role:*) role=replica ;;
        master_link_status:*) link=${answer#*:} ;;
        aof_enabled:*) aof_enabled=${answer#*:} ;;
        rdb_bgsave_in_progress:*) saving=${answer#*:} ;;
        aof_rewrite_in_progress:1 | aof_rewrite_scheduled:1) rewriting=1 ;;
        rdb_last_bgsave_status:*) rdb_status=${answer#*:} ;;
        aof_last_write_status:*) aof_status=${answer#*:} ;;
        esac
    done
    because engine-unreachable "$engine_name: the session ended"
}

redis_find_places() { # N
    redis_list_directories "$1" || return 1
    [ -n "$data_directory" ] || { log "$engine_name: the server does not tell its directories; the engine's Mounts are taken at their word"; return 0; }
    set -- "$1" "$data_directory"
    # It may be a link to another disk.
    [ "$aof_enabled" = 0 ] || [ ! -d "$data_directory/$aof_directory" ] || set -- "$@" "$data_directory/$aof_directory"
    find_places "$@"
}

# Many a server has renamed this command, or grants it to nobody: then it does not tell. Before Redis 7 the append-only file
# lies beside the dump.
redis_list_directories() { # N: sets data_directory and aof_directory
    data_directory='' aof_directory='' setting=''
    say "$1" 'CONFIG GET dir' 'CONFIG GET appenddirname' 'ECHO end-of-directories'
    while hear; do
        case $setting in
        dir) data_directory=$answer ;;
        appenddirname) aof_directory=$answer ;;
        esac
        [ -z "$setting" ] || { setting=''; continue; }
        case $answer in
        end-of-directories) return 0 ;;
        dir | appenddirname) setting=$answer ;;
        esac
    done
    because engine-unreachable "$engine_name: the session ended"
}

redis_keep_from_rewriting() { # N
    percentage=''
    [ "$aof_enabled" = 1 ] || return 0
    say "$1" 'CONFIG GET auto-aof-rewrite-percentage'
    redis_hear auto-aof-rewrite-percentage || return 1
    hear
    percentage=$answer
    [ "$percentage" != 0 ] || return 0
    write_down "$1.leftovers" "CONFIG SET auto-aof-rewrite-percentage $percentage" || return 1
    write_down "$1.release" "CONFIG SET auto-aof-rewrite-percentage $percentage" 'ECHO released' || return 1
    say "$1" 'CONFIG SET auto-aof-rewrite-percentage 0'
    redis_hear OK
}

redis_wait() { # N: until nothing is being saved or rewritten
    redis_info "$1" persistence || return 1
    while [ "$saving" != 0 ] || [ "$rewriting" != 0 ]; do
        still_wanted || return 1
        sleep 0.01
        redis_info "$1" persistence || return 1
    done
}

redis_facts() { # N
    json_member version "$version"
    facts="\"coordinates\":{},$json"
    json_object aof_enabled "$aof_enabled" aof_last_write_status "$aof_status"
    facts="$facts,\"durability\":$json"
    json_object role "$role" auto_aof_rewrite_percentage "$percentage"
    facts="$facts,\"priorState\":$json"
    notes=''
    if [ "$aof_enabled" = 0 ]; then
        json_text 'without an append-only file what was written after stoppedAtMs is missing from the copy'
        notes=$json
    fi
    if [ "$link" = down ]; then
        json_text 'the replica had no connection to its primary: what was written there since is missing from the copy'
        notes=$notes${notes:+,}$json
    fi
    write_down "$1.facts" "$facts,\"notes\":[$notes]"
}

redis_settle() { :; }
redis_verify() { :; }
redis_clear_away() { :; }

# The client goes on after an error, so that it says "released" in any case.
redis_release() { # N
    release_session "$1" QUIT
    [ "$said_before" = OK ] || released=no
}

redis_put_back() { # N
    read -r _ _ setting percentage <"$current/$1.leftovers"
    bounded_output=$current/$1.put-back
    redis_client bounded 5 CONFIG SET "$setting" "$percentage"
    bounded_output='' answer=''
    [ ! -f "$current/$1.put-back" ] || IFS= read -r answer <"$current/$1.put-back"
    # The client's exit status is 0 after an error too.
    [ "$answer" = OK ] || { log "$engine_name: $answer"; return 1; }
}
