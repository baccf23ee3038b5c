# mysql: the read lock, and the instance lock for data that is InnoDB's alone. (Source: MySQL 8.4 manual, FLUSH and LOCK INSTANCE FOR BACKUP.)
# shellcheck disable=SC2034,SC2154 # settings come from the head; state is shared between fragments

mysql_open() { sql_client mysql && sql_open "$1"; }

mysql_grant() {
    privileges='RELOAD, REPLICATION CLIENT'
    [ "$engine_method" != instance-lock ] || privileges="BACKUP_ADMIN, $privileges"
    case $engine_long_statements in
    fail) privileges="$privileges, PROCESS" ;;
    kill) privileges="$privileges, PROCESS, CONNECTION_ADMIN" ;;
    esac
    printf '%s' "GRANT $privileges ON *.* TO $account; "
    [ "$engine_method" != instance-lock ] || printf '%s' "GRANT SELECT ON performance_schema.log_status TO $account; "
    printf '%s' "with relaxed durability, or with PauseCluster, also SYSTEM_VARIABLES_ADMIN"
}

# The read lock closes every table, and so waits for those who read one; the instance lock waits for changes of a schema alone.
mysql_passed_statements() { # sets not_passed
    not_passed=''
    [ "$engine_method" != instance-lock ] || not_passed=" AND INFO REGEXP '^[[:space:]]*(ALTER|CREATE|DROP|TRUNCATE|RENAME|OPTIMIZE|REPAIR)[[:space:]]'"
}

mysql_rest() { # N
    sql_welcome "$1" || return 1
    case $engine_method in
    read-lock) sql_hold "$1" 'UNLOCK TABLES;' 'FLUSH TABLES WITH READ LOCK;' ;;
    instance-lock) sql_hold "$1" 'UNLOCK INSTANCE;' 'LOCK INSTANCE FOR BACKUP;' ;;
    esac || return 1
    mysql_coordinates "$1"
}

mysql_find_role() { sql_find_role "$1"; }

mysql_replica_statement() { # sets replica_statement
    replica_statement='SHOW REPLICA STATUS;'
    mysql_is_at_least 8 0 22 || replica_statement='SHOW SLAVE STATUS;'
}

mysql_coordinates() { # N
    statement='SHOW MASTER STATUS;'
    ! mysql_is_at_least 8 2 0 || statement='SHOW BINARY LOG STATUS;'
    # Under the instance lock writes go on: only this one row names a position and the engines' log positions of one instant.
    [ "$engine_method" != instance-lock ] ||
        statement="SELECT JSON_UNQUOTE(JSON_EXTRACT(LOCAL, '\$.binary_log_file')), JSON_EXTRACT(LOCAL, '\$.binary_log_position') FROM performance_schema.log_status;"
    sql_coordinates "$1" "$statement" '@@GLOBAL.gtid_executed' "''"
}

mysql_is_at_least() { # MAJOR MINOR PATCH
    sql_version_number
    [ "$version_number" -ge $(($1 * 10000 + $2 * 100 + $3)) ]
}

mysql_settle() { :; }
mysql_verify() { sql_verify "$1"; }
mysql_release() { sql_release "$1"; }
mysql_clear_away() { sql_client mysql && sql_clear_away "$1"; }
mysql_put_back() { sql_client mysql && sql_put_back "$1"; }
