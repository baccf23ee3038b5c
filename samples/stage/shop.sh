# shellcheck shell=bash disable=SC2034,SC2154 # names shared with stage.sh and the scripts that source both
# The shop at work: both servers on the scratch disk, its order worker, and the proof's writers. Sourced by prove.sh and stalls.sh.

readonly proof=$stage/repository/samples/WebShop/Proof/bin/Debug/net10.0/proof
readonly writes=$stage/writes.tsv

fail() {
    echo "samples/run.sh: $*" >&2
    exit 1
}

# open_shop REPOSITORY: returns when everybody is at work.
open_shop() {
    set_up_shop "$1"
    start_writers || fail "the writers did not get under way"
}

# set_up_shop REPOSITORY: everything but the writers.
set_up_shop() {
    echo "making a datastore (XFS), a disk on it (ext4), and two servers on the disk"
    open_stage "$1" || fail "cannot set the stage"
    initialise_servers || fail "cannot initialise the databases: $(cat "$stage"/*.log)"
    start_servers /var/lib/mysql /var/lib/postgresql/data /run/mysqld /run/postgresql || fail "cannot start the servers"
    create_shop || fail "cannot create the shop's databases"
    deploy_profile || fail "cannot deploy the profile"
}

# The host demands root as the owner of what it executes; the build was anybody's.
deploy_profile() {
    cp -r "$stage/repository/samples/WebShop/WebShop/bin/Debug/net10.0/quiesce/web-shop" "$stage/web-shop" && chown -R root:root "$stage/web-shop" && chmod 700 "$stage/web-shop"
}

# start_writers: returns when every writer has had its first writes acknowledged.
start_writers() {
    rm -f "$stage/services.log"
    /usr/local/sbin/systemctl start orders-worker
    coproc WRITERS { exec "$proof" write "$writes"; }
    local said
    read -r said <&"${WRITERS[0]}" && [ "$said" = writing ]
}

# Their standard input ends, and they finish.
stop_writers() {
    local writers=$WRITERS_PID
    # shellcheck disable=SC1083,SC2093 # closes a descriptor, and replaces nothing
    exec {WRITERS[1]}>&-
    wait "$writers"
}
