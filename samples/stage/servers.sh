# shellcheck shell=bash disable=SC2034,SC2154 # names shared with stage.sh and the scripts that source both
# Private database servers: on the scratch disk, and later on its copy. Sourced by prove.sh and stalls.sh.

postgres_programs=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -n 1)

# No shell function: started in the background, $! must be the server and not a shell around it.
as_postgres=(setpriv --reuid=postgres --regid=postgres --init-groups)

# initialise_servers: new, empty databases on the scratch disk, and the shop's in each.
initialise_servers() {
    chown mysql:mysql /var/lib/mysql /run/mysqld && chown postgres:postgres /var/lib/postgresql /run/postgresql "$sockets_of_copy" && chmod 777 "$sockets_of_copy" &&
        mariadb-install-db --no-defaults --user=mysql --datadir=/var/lib/mysql --auth-root-authentication-method=socket --skip-test-db > "$stage/mariadb-install.log" 2>&1 &&
        "${as_postgres[@]}" "$postgres_programs/initdb" --pgdata=/var/lib/postgresql/data --auth=peer --data-checksums > "$stage/initdb.log" 2>&1
}

create_shop() {
    mariadb --no-defaults --socket=/run/mysqld/mysqld.sock -e 'CREATE DATABASE shop; CREATE TABLE shop.shipments (id INT AUTO_INCREMENT PRIMARY KEY, at TIMESTAMP(3) DEFAULT NOW(3));' &&
        "${as_postgres[@]}" "$postgres_programs/createdb" --host=/run/postgresql shop
}

# How durable a commit is when it is acknowledged: as each server has it by default, or relaxed, where what was acknowledged may still be in memory only.
durability_options() { # strict | relaxed
    mariadb_options=() postgresql_options=()
    [ "$1" = strict ] || mariadb_options=(--innodb-flush-log-at-trx-commit=0 --sync-binlog=0) postgresql_options=(-c synchronous_commit=off)
}
durability_options strict

# start_servers MARIADB-DATA POSTGRESQL-DATA MARIADB-SOCKET-FOLDER POSTGRESQL-SOCKET-FOLDER: returns when both answer. They are this shell's own children, so that it is this shell
# that sees them end. Sets mariadb_server and postgresql_server.
start_servers() {
    mariadbd --no-defaults --user=mysql --datadir="$1" --socket="$3/mysqld.sock" --pid-file="$3/mysqld.pid" --skip-networking \
        --log-bin=binlog --server-id=1 --innodb-buffer-pool-size=64M "${mariadb_options[@]}" > "$3/mariadb.log" 2>&1 &
    mariadb_server=$!
    "${as_postgres[@]}" "$postgres_programs/postgres" -D "$2" -k "$4" -c listen_addresses= "${postgresql_options[@]}" > "$4/postgresql.log" 2>&1 &
    postgresql_server=$!
    wait_for_words "$mariadb_server" "$3/mariadb.log" 'ready for connections' &&
        wait_for_words "$postgresql_server" "$4/postgresql.log" 'ready to accept connections'
}

# wait_for_words SERVER LOG WORDS: what the server writes when it is ready; fails when it ends instead.
wait_for_words() {
    tail --pid="$1" --lines=+1 --follow "$2" 2> /dev/null | grep --quiet --max-count=1 "$3" || {
        cat "$2" >&2
        return 1
    }
}

# The copy must stand on its own: nothing of the servers that wrote the original is left when it starts, and nothing they do at their end can help it.
kill_servers() {
    kill -KILL "$mariadb_server"
    kill -QUIT "$postgresql_server"
    wait "$mariadb_server" "$postgresql_server"
} 2> /dev/null
