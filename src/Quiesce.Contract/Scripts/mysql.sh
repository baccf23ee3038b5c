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
    [ -z "$group_replication_group_name" ] || printf '%s' "GRANT SELECT ON performance_schema.replication_group_members TO $account; "
    printf '%s' "with relaxed durability, or with PauseCluster, also SYSTEM_VARIABLES_ADMIN"
}

# The read lock closes every table, and so waits for those who read one; the instance lock waits for changes of a schema alone.
mysql_passed_statements() { # sets not_passed
    not_passed=''
    [ "$engine_method" != instance-lock ] || not_passed=" AND INFO REGEXP '^[[:space:]]*(ALTER|CREATE|DROP|TRUNCATE|RENAME|OPTIMIZE|REPAIR)[[:space:]]'"
}

mysql_rest() { # N
    sql_welcome "$1" && mysql_require_redo_log "$1" && mysql_mind_group "$1" || return 1
    case $engine_method in
    read-lock) sql_hold "$1" 'UNLOCK TABLES;' 'FLUSH TABLES WITH READ LOCK;' ;;
    instance-lock) sql_hold "$1" 'UNLOCK INSTANCE;' 'LOCK INSTANCE FOR BACKUP;' ;;
    esac || return 1
    mysql_coordinates "$1"
}

# Switched off for a bulk load, and on again by nobody: a server that was not shut down, as in the copy, refuses to start without
# it. (Source: MySQL 8.4 manual, Disabling Redo Logging; from 8.0.21 on.)
mysql_require_redo_log() { # N
    sql_ask_status "$1" Innodb_redo_log_enabled || return 1
    [ "$value" != OFF ] ||
        because engine-refused "$engine_name: its redo log is disabled, and no copy would start: ALTER INSTANCE ENABLE INNODB REDO_LOG, and take the copy after that"
}

# A silent member of a group is suspected after five seconds, and given up when it is silent for longer than its group waits then.
# (Source: MySQL 8.4 manual, group_replication_member_expel_timeout.)
mysql_mind_group() { # N
    [ -n "$group_replication_group_name" ] || return 0
    say "$1" "SELECT CONCAT_WS('|', 'group', COUNT(*), 5 + @@GLOBAL.group_replication_member_expel_timeout) FROM performance_schema.replication_group_members WHERE MEMBER_ID = @@GLOBAL.server_uuid AND MEMBER_STATE <> 'OFFLINE';"
    hear_word group || sql_failed "$1" || return 1
    [ "$field_1" -eq 0 ] || [ "$freeze_limit_in_seconds" -lt "$field_2" ] ||
        because cluster-at-risk "$engine_name: its replication group gives it up after $field_2 s, and a freeze may last $freeze_limit_in_seconds s; raise group_replication_member_expel_timeout, or lower FreezeLimitInSeconds"
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
