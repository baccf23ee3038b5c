# examine-mysql-family: does what a run would need a privilege for and what changes nothing, and asks where the files lie.
# shellcheck disable=SC2154 # settings come from the head; state is shared between fragments

sql_examine() { # N STATEMENTS…
    examined=$1
    shift
    sql_find_role "$examined" || return 1
    fact version "$version"
    fact account "$account"
    fact role "$role"
    fact durability "innodb_flush_log_at_trx_commit=$innodb_flush_log_at_trx_commit, sync_binlog=$sync_binlog"
    # Set to what it is: only the privilege is tried.
    [ "$innodb_flush_log_at_trx_commit" = 1 ] || set -- "$@" 'SET GLOBAL innodb_flush_log_at_trx_commit = @@GLOBAL.innodb_flush_log_at_trx_commit;'
    sql_list_directories
    while IFS= read -r directory; do
        [ -z "$directory" ] || fact path "$directory"
    done <<END
$directories
END
    say "$examined" 'FLUSH NO_WRITE_TO_BINLOG ENGINE LOGS;' "$@" "SELECT 'examined';"
    while hear; do
        case $answer in
        examined) return 0 ;;
        galera\|*) printf '%s\n' "$answer" ;;
        esac
    done
    sql_failed "$examined"
}

mariadb_examine() { # N
    set -- "$1" "SELECT CONCAT('galera|', VARIABLE_VALUE) FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'WSREP_CLUSTER_SIZE' AND VARIABLE_VALUE > 0;"
    sql_examine "$@" 'SHOW MASTER STATUS;'
}

mysql_examine() { # N
    sql_welcome "$1" && mysql_require_redo_log "$1" && mysql_mind_group "$1" || return 1
    case $engine_method in
    # Held for an instant: it stops no writer, only a change of a table's definition.
    instance-lock) sql_examine "$1" 'LOCK INSTANCE FOR BACKUP;' 'UNLOCK INSTANCE;' 'DO (SELECT COUNT(*) FROM performance_schema.log_status);' ;;
    *) sql_examine "$1" ;;
    esac
}
