# examine-postgresql: asks whether the user may do what a run does, and where the files lie.
# shellcheck disable=SC2154 # settings come from the head; state is shared between fragments

postgresql_examine() { # N
    listen_to "$1"
    hear_word session || postgresql_failed "$1" || return 1
    fact version "$field_2"
    fact standby "$field_4"
    fact durability "synchronous_commit=$field_5, fsync=$field_6, full_page_writes=$field_7"
    may_checkpoint=rolsuper
    [ "$field_3" -lt 150000 ] || may_checkpoint="rolsuper OR pg_has_role('pg_checkpoint', 'member')"
    hear || postgresql_failed "$1" || return 1
    fact path "$answer"
    fact path "$answer/pg_wal"
    say "$1" "SELECT concat_ws('|', 'may', $may_checkpoint, has_function_privilege('pg_catalog.pg_control_checkpoint()', 'execute'), current_user) FROM pg_roles WHERE rolname = current_user;" \
        "SELECT concat_ws('|', 'path', pg_tablespace_location(oid)) FROM pg_tablespace WHERE pg_tablespace_location(oid) <> '';" \
        "SELECT 'examined';"
    may=''
    while hear; do
        take_fields "$answer"
        case $word in
        may) may=$field_1$field_2 account=$field_3 ;;
        path) printf '%s\n' "$answer" ;;
        examined)
            fact account "$account"
            [ "$may" = tt ] || because permission-missing "$engine_name: a checkpoint needs superuser, or from PostgreSQL 15: GRANT pg_checkpoint, pg_monitor TO \"$account\""
            return
            ;;
        esac
    done
    postgresql_failed "$1"
}
