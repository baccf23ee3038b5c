#!/bin/bash
# The proof, many times in a row, every second time with relaxed durability. Between two runs the servers are killed and recover by themselves. Started by samples/run.sh --runs in a mount
# namespace of its own.
#     runs.sh REPOSITORY QUIESCE RUNS
set -u
repository=$1 quiesce=$2 runs=$3
cd "$repository" || exit 1
. samples/stage/stage.sh
. samples/stage/servers.sh
. samples/stage/shop.sh
. samples/stage/proving.sh

set_up_shop "$repository" || exit 1
log=$stage/run.log
total=0

# A run's own words go into its log, which nobody sees unless it fails.
exec 3>&2
fail() {
    echo "samples/run.sh: run $run ($durability): $*" >&3
    cat "$log" >&3
    exit 1
}

# What one run's judgement says was acknowledged, by table; and all runs' sum.
count_acknowledged() {
    counted=$(sed -nE 's/^  holds  (\S+) +([0-9]+) writes acknowledged before its stop.*/\1 \2/p' "$log" | tr '\n' ' ')
    local number
    # shellcheck disable=SC2086 # pairs of words
    while read -r _ number; do total=$((total + number)); done < <(printf '%s %s\n' $counted)
}

prove_run() { # DURABILITY
    kill_servers
    durability_options "$1"
    start_servers /var/lib/mysql /var/lib/postgresql/data /run/mysqld /run/postgresql || fail "the servers do not start again"
    start_writers || fail "the writers did not get under way"
    snapshot_shop
    judge_copy
}

clear_copy() {
    kill_servers
    umount "$stage/copy" && rm "$stage/datastore/copy.img"
}

echo "proving $runs runs in a row, every second one with innodb_flush_log_at_trx_commit=0, sync_binlog=0 and synchronous_commit=off"
for run in $(seq "$runs"); do
    durability=strict
    [ $((run % 2)) -eq 1 ] || durability=relaxed
    prove_run "$durability" > "$log" 2>&1 || fail "not proven"
    count_acknowledged
    printf '  %3d  %-7s  proven  acknowledged: %s\n' "$run" "$durability" "$counted"
    clear_copy || fail "the copy of run $run cannot be taken away"
done
echo
echo "  Proven: $runs of $runs runs; of $total writes acknowledged before their server's stop none was lost, and none sent after a freeze was found."
