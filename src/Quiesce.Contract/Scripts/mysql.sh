# mysql: the read lock, and the instance lock for data that is InnoDB's alone. (Source: MySQL 8.4 manual, FLUSH and LOCK INSTANCE FOR BACKUP.)
# shellcheck disable=SC2154 # settings come from the head; state is shared between fragments

mysql_open() { sql_client mysql && sql_open "$1"; }

mysql_grant() {
    case $engine_method in
    instance-lock) printf '%s' "GRANT BACKUP_ADMIN, RELOAD ON *.* TO $account; with relaxed durability also SYSTEM_VARIABLES_ADMIN" ;;
    *) printf '%s' "GRANT RELOAD, REPLICATION CLIENT ON *.* TO $account; with relaxed durability also SYSTEM_VARIABLES_ADMIN" ;;
    esac
}

mysql_rest() { # N
    sql_welcome "$1" || return 1
    case $engine_method in
    read-lock) sql_hold "$1" 'UNLOCK TABLES;' 'FLUSH TABLES WITH READ LOCK;' ;;
    instance-lock) sql_hold "$1" 'UNLOCK INSTANCE;' 'LOCK INSTANCE FOR BACKUP;' ;;
    esac || return 1
    mysql_coordinates "$1"
}

mysql_coordinates() { # N
    [ "$log_bin" != 1 ] || case $engine_method in
    instance-lock)
        # Writes go on: only this one row names a position and the engines' log positions of one instant.
        say "$1" "SELECT CONCAT(JSON_UNQUOTE(JSON_EXTRACT(LOCAL, '\$.binary_log_file')), CHAR(9), JSON_EXTRACT(LOCAL, '\$.binary_log_position')) FROM performance_schema.log_status;"
        ;;
    *)
        if mysql_before_8_2; then say "$1" 'SHOW MASTER STATUS;'; else say "$1" 'SHOW BINARY LOG STATUS;'; fi
        ;;
    esac
    position=''
    say "$1" "SELECT CONCAT_WS('|', 'gtid', REPLACE(@@GLOBAL.gtid_executed, CHAR(10), ''));"
    while hear; do
        case $answer in
        gtid\|*)
            sql_facts "$1" "$position" "${answer#*|}"
            return 0
            ;;
        *)
            position=${answer#*"$tab"}
            position=${answer%%"$tab"*}\|${position%%"$tab"*}
            ;;
        esac
    done
    sql_failed "$1"
}

mysql_before_8_2() {
    major=${version%%.*} minor=${version#*.}
    [ "$((major * 100 + ${minor%%.*}))" -lt 802 ]
}

mysql_settle() { :; }
mysql_verify() { sql_verify "$1"; }
mysql_release() { sql_release "$1"; }
mysql_clear_away() { sql_client mysql && sql_clear_away "$1"; }
mysql_put_back() { sql_client mysql && sql_put_back "$1"; }
