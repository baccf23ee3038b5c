# mariadb: the backup stages, and the read lock for servers that do not have them. (Source: MariaDB documentation, BACKUP STAGE.)
# shellcheck disable=SC2034,SC2154 # settings come from the head; state is shared between fragments

mariadb_open() { sql_client mariadb mysql && sql_open "$1"; }

mariadb_grant() {
    # What monitors was REPLICATION CLIENT before 10.5.2, when it was divided, and a replica's status an administrator's before
    # 10.5.9; from 11.0.1 on SUPER no longer contains what was divided. (Source: MariaDB documentation, GRANT.)
    monitor='BINLOG MONITOR, REPLICA MONITOR' kill='CONNECTION ADMIN' super=SUPER
    sql_version_number
    [ "$version_number" -ge 100509 ] || monitor='BINLOG MONITOR, REPLICATION SLAVE ADMIN'
    [ "$version_number" -ge 100502 ] || monitor='REPLICATION CLIENT' kill=SUPER
    [ "$version_number" -lt 110001 ] || super='SUPER, BINLOG ADMIN'
    case $engine_long_statements in
    fail) monitor="$monitor, PROCESS" ;;
    kill) monitor="$monitor, PROCESS, $kill" ;;
    esac
    printf '%s' "GRANT RELOAD, $monitor ON *.* TO $account; with relaxed durability, or with PauseCluster, also $super"
}

mariadb_rest() { # N
    sql_welcome "$1" || return 1
    case $engine_method in
    backup-stage)
        mariadb_has_stages || because engine-refused "$engine_name: backup stages need MariaDB 10.4.1, this is $version; use the read lock" || return 1
        sql_hold "$1" 'BACKUP STAGE END;' 'BACKUP STAGE START;' 'BACKUP STAGE FLUSH;' 'BACKUP STAGE BLOCK_DDL;' 'BACKUP STAGE BLOCK_COMMIT;'
        ;;
    read-lock) sql_hold "$1" 'UNLOCK TABLES;' 'FLUSH TABLES WITH READ LOCK;' ;;
    esac || return 1
    mariadb_coordinates "$1"
}

# Neither lock waits for what only reads. (Source: MariaDB documentation, FLUSH TABLES WITH READ LOCK and BACKUP STAGE.)
mariadb_passed_statements() { # sets not_passed
    not_passed=" AND INFO NOT REGEXP '^[[:space:](]*(SELECT|WITH|SHOW|EXPLAIN|ANALYZE|DESCRIBE)[[:space:]]'"
}

mariadb_has_stages() { # 10.4.1 or later
    sql_version_number
    [ "$version_number" -ge 100401 ]
}

mariadb_find_role() { sql_find_role "$1"; }

mariadb_replica_statement() { # sets replica_statement
    replica_statement='SHOW ALL SLAVES STATUS;'
}

mariadb_coordinates() { # N
    sql_coordinates "$1" 'SHOW MASTER STATUS;' '@@GLOBAL.gtid_binlog_pos' '@@GLOBAL.gtid_slave_pos'
}

mariadb_settle() { :; }
mariadb_verify() { sql_verify "$1"; }
mariadb_release() { sql_release "$1"; }
mariadb_clear_away() { sql_client mariadb mysql && sql_clear_away "$1"; }
mariadb_put_back() { sql_client mariadb mysql && sql_put_back "$1"; }
