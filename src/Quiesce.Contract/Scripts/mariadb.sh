# mariadb: the backup stages, and the read lock for servers that do not have them. (Source: MariaDB documentation, BACKUP STAGE.)
# shellcheck disable=SC2154 # settings come from the head; state is shared between fragments

mariadb_open() { sql_client mariadb mysql && sql_open "$1"; }

mariadb_grant() {
    printf '%s' "GRANT RELOAD, BINLOG MONITOR ON *.* TO $account; with relaxed durability also SUPER"
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

mariadb_has_stages() { # 10.4.1 or later
    major=${version%%.*} minor=${version#*.}
    patch=${minor#*.} minor=${minor%%.*}
    patch=${patch%%[!0-9]*}
    [ "$((major * 10000 + minor * 100 + patch))" -ge 100401 ]
}

mariadb_coordinates() { # N
    position=''
    [ "$log_bin" != 1 ] || say "$1" 'SHOW MASTER STATUS;'
    say "$1" "SELECT CONCAT_WS('|', 'gtid', @@GLOBAL.gtid_binlog_pos);"
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

mariadb_settle() { :; }
mariadb_verify() { sql_verify "$1"; }
mariadb_release() { sql_release "$1"; }
mariadb_clear_away() { sql_client mariadb mysql && sql_clear_away "$1"; }
mariadb_put_back() { sql_client mariadb mysql && sql_put_back "$1"; }
