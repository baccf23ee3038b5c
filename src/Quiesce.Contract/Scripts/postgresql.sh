# postgresql: by default a checkpoint, so that recovery is short, and at the very end of the pre script a flush of the WAL, so that
# what was acknowledged with synchronous_commit = off is on its way to the copy too. Nothing is held: what makes the copy
# good is that every device of the cluster is frozen at once. (Source: PostgreSQL documentation, 25.2.)
# shellcheck disable=SC2034,SC2154 # settings come from the head; state is shared between fragments

# Debian's psql is a Perl wrapper that takes longer than all the rest: the newest real one is wanted.
postgresql_client() { # sets client
    client=$engine_client newest=0
    [ -z "$client" ] || return 0
    for path in /usr/lib/postgresql/*/bin/psql /usr/pgsql-*/bin/psql; do
        [ -x "$path" ] || continue
        version=${path%/bin/psql}
        version=${version##*[/-]}
        [ "${version%%.*}" -gt "$newest" ] || continue
        newest=${version%%.*} client=$path
    done
    [ -n "$client" ] || client=$(command -v psql) || because program-missing "$engine_name: no psql found"
}

# libpq takes its settings from the environment as they are; on the command line a name could be read as a connection string.
postgresql_session() { # N LAST-WORDS…
    PGHOST=$engine_socket_directory PGPORT=$engine_port PGUSER=$engine_user PGDATABASE=$engine_database
    PGPASSFILE=$engine_pass_file PGCONNECT_TIMEOUT=5 PGAPPNAME=quiesce PGOPTIONS='-c statement_timeout=0'
    export PGHOST PGPORT PGUSER PGDATABASE PGPASSFILE PGCONNECT_TIMEOUT PGAPPNAME PGOPTIONS
    start_session "$1" "$engine_os_user" "$client" --no-psqlrc --no-align --tuples-only --quiet --no-password --set=ON_ERROR_STOP=1 --set=VERBOSITY=verbose
    unset PGHOST PGPORT PGUSER PGDATABASE PGPASSFILE PGCONNECT_TIMEOUT PGAPPNAME PGOPTIONS
}

postgresql_open() { # N
    postgresql_client || return 1
    postgresql_session "$1"
    say "$1" "SELECT concat_ws('|', 'session', pg_backend_pid(), current_setting('server_version'), current_setting('server_version_num'), pg_is_in_recovery(), current_setting('synchronous_commit'), current_setting('fsync'), current_setting('full_page_writes'), (SELECT count(*) FROM pg_db_role_setting WHERE 'synchronous_commit=off' = ANY (setconfig)));" \
        "SELECT current_setting('data_directory');"
}

# Heard once, and kept: between two conversations with one engine others take their turn.
postgresql_welcome() { # N
    listen_to "$1"
    if [ ! -f "$current/$1.welcome" ]; then
        hear_word session || postgresql_failed "$1" || return 1
        write_down "$1.welcome" "$answer" || return 1
        hear || postgresql_failed "$1" || return 1
        write_down "$1.data-directory" "$answer" || return 1
    fi
    read -r answer <"$current/$1.welcome"
    take_fields "$answer"
    connection=$field_1 version=$field_2 version_number=$field_3 in_recovery=$field_4
    synchronous_commit=$field_5 fsync=$field_6 full_page_writes=$field_7 relaxed_roles=$field_8
}

postgresql_find_role() { # N: sets role
    postgresql_welcome "$1" || return 1
    role=primary
    case $in_recovery in t*) role=replica ;; esac
}

postgresql_rest() { # N
    postgresql_find_role "$1" && accept_role "$1" "$role" || return 1
    IFS= read -r data_directory <"$current/$1.data-directory"
    postgresql_places "$1" "$data_directory" || return 1
    case $engine_method in
    checkpoint) [ "$engine_cluster" != patroni ] || postgresql_mind_patroni "$1" || return 1 ;;
    backup-mode) postgresql_prepare_backup "$1" || return 1 ;;
    esac
    say "$1" 'CHECKPOINT;' "SELECT 'checkpointed';"
    hear_word checkpointed || postgresql_failed "$1" || return 1
    [ "$engine_method" != backup-mode ] || postgresql_start_backup "$1"
}

# The WAL and every tablespace may be a link to another disk.
postgresql_places() { # N DATA-DIRECTORY
    set -- "$1" "$2" "$2/pg_wal"
    for tablespace in "$2"/pg_tblspc/*; do
        [ ! -d "$tablespace" ] || set -- "$@" "$tablespace"
    done
    find_places "$@"
}

# The commit record of this one small transaction is flushed, and with it all WAL before it. "local" does not wait for a standby.
postgresql_settle() { # N
    [ "$engine_method" = checkpoint ] || return 0
    postgresql_welcome "$1" || return 1
    # Before the flush is asked for: what was acknowledged until now is written out by it.
    note_stop "$1" || return 1
    case $in_recovery in
    f*)
        say "$1" 'SET synchronous_commit = local;' "SELECT 'flushing' FROM pg_logical_emit_message(true, 'quiesce', '');" \
            "SELECT concat_ws('|', 'settled', pg_current_wal_flush_lsn(), timeline_id) FROM pg_control_checkpoint();"
        ;;
    *) say "$1" "SELECT 'flushing';" "SELECT concat_ws('|', 'settled', pg_last_wal_replay_lsn(), timeline_id) FROM pg_control_checkpoint();" ;;
    esac
    hear_word flushing && hear_word settled || postgresql_failed "$1" || return 1
    postgresql_facts "$1" lsn "$field_1" timeline "$field_2" || return 1
    release_session "$1" '\q'
    # With a manager to resume it is not over yet.
    [ -f "$current/$1.leftovers" ] || true >"$current/$1.released"
}

postgresql_facts() { # N COORDINATES…
    facts_of=$1
    shift
    json_object "$@"
    facts="\"coordinates\":$json"
    json_member version "$version"
    facts="$facts,$json"
    json_object synchronous_commit "$synchronous_commit" fsync "$fsync" full_page_writes "$full_page_writes"
    facts="$facts,\"durability\":$json"
    json_object in_recovery "$in_recovery"
    facts="$facts,\"priorState\":$json"
    notes=''
    # A stopped backup has flushed all of its WAL.
    if [ "$engine_method" = checkpoint ] && { [ "$synchronous_commit" = off ] || [ "$relaxed_roles" != 0 ]; }; then
        json_text 'with synchronous_commit = off a row acknowledged after stoppedAtMs may be missing from the copy'
        notes=$json
    fi
    if [ -f "$current/$facts_of.manager" ]; then
        read -r manager_note <"$current/$facts_of.manager"
        json_text "$manager_note"
        notes=$notes${notes:+,}$json
    fi
    write_down "$facts_of.facts" "$facts,\"notes\":[$notes]"
}

# The server speaks its own language (lc_messages), but for the error's class: 42501 is insufficient_privilege. Of a connection
# that fails the client speaks, in ours. (Source: PostgreSQL documentation, Appendix A.)
postgresql_failed() { # N
    first_error "$1"
    case $error_text in
    *' 42501: '* | *'permission denied'* | *'must be superuser'*)
        because permission-missing "$engine_name: $error_text; needed: a superuser, or from PostgreSQL 15 on $(postgresql_grant "${engine_user:-$engine_os_user}")"
        ;;
    *'statement timeout'*) because archiving-not-shown "$engine_name: the WAL up to the end of the backup did not reach the archive in time: $error_text" ;;
    psql:* | *'connection to server'* | *'could not connect'* | *'password'* | *'authentication'*) because engine-unreachable "$engine_name: $error_text" ;;
    *) because engine-refused "$engine_name: $error_text" ;;
    esac
}

postgresql_grant() { # USER
    printf '%s' "GRANT pg_checkpoint, pg_read_all_settings TO $1;"
    [ "$engine_method" != backup-mode ] || printf '%s' " GRANT EXECUTE ON FUNCTION pg_switch_wal, pg_backup_start, pg_backup_stop TO $1;"
}

postgresql_verify() { # N
    [ "$engine_method" != backup-mode ] || postgresql_verify_backup "$1"
}

postgresql_release() { # N
    [ "$engine_method" != backup-mode ] || postgresql_end_backup "$1"
    release_session "$1" '\q'
}

postgresql_clear_away() { :; }

# What a run leaves changed, if anything, is a paused manager.
postgresql_put_back() { resume_patroni "$1"; }
