# examine-postgresql: asks whether the user may do what a run does, and where the files lie.
# shellcheck disable=SC2154 # settings come from the head; state is shared between fragments

postgresql_examine() { # N
    postgresql_find_role "$1" || return 1
    fact version "$version"
    fact role "$role"
    fact durability "synchronous_commit=$synchronous_commit, fsync=$fsync, full_page_writes=$full_page_writes"
    IFS= read -r data_directory <"$current/$1.data-directory"
    fact path "$data_directory"
    fact path "$data_directory/pg_wal"
    may_checkpoint=rolsuper
    [ "$version_number" -lt 150000 ] || may_checkpoint="rolsuper OR pg_has_role('pg_checkpoint', 'member')"
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
            [ "$may" = tt ] || because permission-missing "$engine_name: $account may not make a checkpoint; needed: a superuser, or from PostgreSQL 15 on $(postgresql_grant "$account")"
            return
            ;;
        esac
    done
    postgresql_failed "$1"
}
