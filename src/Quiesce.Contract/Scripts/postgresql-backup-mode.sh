# postgresql-backup-mode: for copies that are not of one instant. The session that starts the backup stays open until the
# post script stops it; closing it earlier aborts the backup. The label that the stop returns must not be part of the copy,
# and without it, or without the archived WAL, the copy is worthless: both are shown before anything else is done.
# (Source: PostgreSQL documentation, 25.3.3 Making a Base Backup Using the Low Level API.)
# shellcheck disable=SC2034,SC2154 # settings come from the head; state is shared between fragments

postgresql_prepare_backup() { # N
    case $in_recovery in
    t*) because engine-refused "$engine_name: backup mode needs a primary, because a standby cannot finish a WAL segment; use the checkpoint method there" || return 1 ;;
    esac
    postgresql_make_label_folder "$1" && postgresql_show_archiving "$1"
}

# A folder of the run's own, made before the backup: whoever cannot write there is told before, not after. The directory above
# it is not made, because where its storage is not mounted it would lie on the very disk that is copied.
postgresql_make_label_folder() { # N
    label_folder=$engine_label_directory
    [ -d "$label_folder" ] || because label-destination-unusable "$engine_name: $label_folder is not a directory; make it, on storage that the snapshot does not contain" || return 1
    place_directory "$label_folder" || because label-destination-unusable "$engine_name: cannot enter $label_folder" || return 1
    case " $engine_devices $frozen_devices " in
    *" $device "*)
        because label-destination-unusable "$engine_name: $place lies on device $device ($source), mounted at $mount, which is part of what is copied; the label is needed to restore that copy"
        return 1
        ;;
    esac
    label_folder=$label_folder/$profile-$engine_name-$run_id
    mkdir -m 700 "$label_folder" 2>/dev/null || because label-destination-unusable "$engine_name: cannot make $label_folder" || return 1
    write_down "$1.label" "$label_folder"
}

# That archiving is configured proves nothing: a segment is finished, and must arrive.
postgresql_show_archiving() { # N
    say "$1" "SELECT concat_ws('|', 'archiving', current_setting('archive_mode'), current_setting('archive_command') NOT IN ('', '(disabled)') OR coalesce(current_setting('archive_library', true), '') <> '', failed_count) FROM pg_stat_archiver;"
    hear_word archiving || postgresql_failed "$1" || return 1
    failures=$field_3
    case $field_1$field_2 in
    on*t | always*t) ;;
    *) because archiving-not-shown "$engine_name: archive_mode is $field_1, and there is no archive_command or archive_library; without the archived WAL a copy made in backup mode does not start" || return 1 ;;
    esac
    say "$1" "SELECT 'written' FROM pg_logical_emit_message(true, 'quiesce', '');" "SELECT concat_ws('|', 'segment', pg_walfile_name(pg_switch_wal()));"
    hear_word written && hear_word segment || postgresql_failed "$1" || return 1
    segment=$field_1 archiving_from=$now_ms
    while :; do
        say "$1" "SELECT concat_ws('|', 'archiver', coalesce(last_archived_wal >= '$segment' COLLATE \"C\", false), failed_count, coalesce(last_failed_wal, '')) FROM pg_stat_archiver;"
        hear_word archiver || postgresql_failed "$1" || return 1
        [ "$field_1" != t ] || return 0
        # The archiver itself tries three times before it rests for a minute.
        [ "$((field_2 - failures))" -lt 3 ] ||
            because archiving-not-shown "$engine_name: the archive command failed $((field_2 - failures)) times, last for $field_3; the server's own log says why" || return 1
        read_clock
        [ "$now_ms" -lt "$((began_ms + budget_ms - 1000))" ] ||
            because archiving-not-shown "$engine_name: the WAL segment $segment did not reach the archive within $(((now_ms - archiving_from) / 1000)) s" || return 1
        say "$1" "SELECT 'waited' FROM pg_sleep(0.02);"
        hear_word waited || postgresql_failed "$1" || return 1
    done
}

postgresql_start_backup() { # N
    start="pg_backup_start('quiesce $run_id', true)"
    [ "$version_number" -ge 150000 ] || start="pg_start_backup('quiesce $run_id', true, false)"
    # Nobody may end a session that only waits.
    [ "$version_number" -lt 140000 ] || say "$1" 'SET idle_session_timeout = 0;'
    say "$1" "SELECT concat_ws('|', 'started', $start);" "SELECT concat_ws('|', 'timeline', timeline_id) FROM pg_control_checkpoint();"
    hear_word started || postgresql_failed "$1" || return 1
    start_lsn=$field_1
    note_stop "$1" || return 1
    hear_word timeline || postgresql_failed "$1" || return 1
    write_down "$1.backup" "$connection $version_number $start_lsn $field_1" && postgresql_facts "$1" lsn "$start_lsn" timeline "$field_1"
}

# The answer comes from the very session that started the backup.
postgresql_verify_backup() { # N
    read -r connection version_number start_lsn timeline <"$current/$1.backup"
    listen_to "$1"
    say "$1" "SELECT concat_ws('|', 'here', pg_backend_pid(), '$run_id');"
    if hear_word here && [ "$field_1" = "$connection" ] && [ "$field_2" = "$run_id" ]; then
        sound_backups="$sound_backups $1 "
        return 0
    fi
    first_error "$1"
    because hold-lost "$engine_name: the session $connection that held the backup is gone: $error_text"
}
sound_backups=''

# The server waits for the WAL that the copy needs to be archived; the label is given out only then.
postgresql_stop_backup() { # N
    read -r label_folder <"$current/$1.label"
    read -r connection version_number start_lsn timeline <"$current/$1.backup"
    # Other engines were asked, and have gone, since this one was.
    listen_to "$1"
    read_clock
    wait_ms=$((began_ms + budget_ms - now_ms - 500))
    [ "$wait_ms" -ge 500 ] || wait_ms=500
    stop='pg_backup_stop(true)'
    [ "$version_number" -ge 150000 ] || stop='pg_stop_backup(false, true)'
    say "$1" "SET statement_timeout = $wait_ms;" \
        "WITH stopped AS (SELECT * FROM $stop) SELECT line FROM (SELECT 1 AS part, number, 'label|' || line AS line FROM stopped, regexp_split_to_table(rtrim(labelfile, E'\\n'), E'\\n') WITH ORDINALITY AS label(line, number) UNION ALL SELECT 2, number, 'map|' || line FROM stopped, regexp_split_to_table(rtrim(spcmapfile, E'\\n'), E'\\n') WITH ORDINALITY AS map(line, number) WHERE spcmapfile <> '' UNION ALL SELECT 3, 1, 'stopped|' || lsn FROM stopped) AS answer ORDER BY part, number;"
    label='' map='' word=''
    while hear; do
        case $answer in
        label\|*) label=$label${answer#*|}$newline ;;
        map\|*) map=$map${answer#*|}$newline ;;
        *)
            take_fields "$answer"
            break
            ;;
        esac
    done
    [ "$word" = stopped ] || postgresql_failed "$1" || return 1
    json_member label "$label_folder"
    label_fact=$json
    read -r facts <"$current/$1.facts"
    write_down "$1.facts" "$label_fact,\"stoppedAtLsn\":\"$field_1\",$facts" && postgresql_keep_label && postgresql_sync_label
}

postgresql_keep_label() {
    postgresql_keep backup_label "$label" || return 1
    [ -z "$map" ] || postgresql_keep tablespace_map "$map" || return 1
    postgresql_keep restore.conf "# Restores the copy of run $run_id of the cluster $engine_name:
# 1. put backup_label, and tablespace_map where there is one, into the copy's data directory, owned by the server's user;
# 2. remove postmaster.pid there, and what is in pg_wal: WAL comes from the archive;
# 3. from PostgreSQL 12 on add these lines to postgresql.auto.conf and make an empty recovery.signal;
#    before, this file is the recovery.conf.
restore_command = $engine_restore_command
recovery_target = 'immediate'
recovery_target_action = 'promote'
"
}

# Written beside and renamed: what has its name is whole.
postgresql_keep() { # FILE TEXT
    { printf '%s' "$2" >"$label_folder/$1.new" && mv "$label_folder/$1.new" "$label_folder/$1"; } 2>/dev/null ||
        because label-not-written "$engine_name: cannot write $label_folder/$1; without it the copy cannot be restored" || return 1
    [ -z "$engine_os_user" ] || chown "$engine_os_user" "$label_folder" "$label_folder/$1" 2>/dev/null || log "cannot give $label_folder/$1 to $engine_os_user"
}

# A label that only lies in memory is lost with the machine, and with it the copy. A system whose sync takes no operands writes
# out everything. Not every network file system can do this with a directory.
postgresql_sync_label() {
    set -- "$label_folder/backup_label" "$label_folder/restore.conf"
    [ -z "$map" ] || set -- "$@" "$label_folder/tablespace_map"
    read_clock
    left=$(((began_ms + budget_ms - now_ms) / 1000))
    [ "$left" -ge 1 ] || left=1
    bounded "$left" '' sync "$@" ||
        because label-not-written "$engine_name: $label_folder could not be written through to its disk (status $bounded_status); after a crash of this machine the copy could not be restored" || return 1
    bounded "$left" '' sync "$label_folder" "$engine_label_directory" || log "$engine_name: the directory $label_folder could not be written through to its disk"
}

postgresql_end_backup() { # N
    case $sound_backups in
    *" $1 "*) postgresql_stop_backup "$1" && return 0 ;;
    esac
    # Closing the session aborts the backup. An empty folder would look like a label.
    [ ! -f "$current/$1.label" ] || {
        read -r label_folder <"$current/$1.label"
        rmdir "$label_folder" 2>/dev/null
    }
    return 0
}
