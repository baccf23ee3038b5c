# shellcheck shell=bash disable=SC2154 # names shared with stage.sh and the scripts that source both
# One run and what it is worth, from writers at work to the judgement on the copy. Sourced by prove.sh and runs.sh.

# snapshot_shop: the profile runs under load, and the writers stop after it.
snapshot_shop() {
    arm_thaw 150
    "$stage/repository/$quiesce" run --profile "$stage/web-shop" --report "$stage/report.json" \
        --snapshot-command "cp --reflink=always $image $stage/datastore/copy.img"
    local status=$?
    disarm_thaw
    stop_writers || fail "a writer failed"
    [ "$status" -eq 0 ] || fail "quiesce run ended with status $status: $(cat "$stage/report.json")"
}

# judge_copy: fails when anything does not hold.
judge_copy() {
    kill_servers
    attach_copy || fail "the copy cannot be mounted"
    start_servers "$stage/copy/mysql" "$stage/copy/postgresql/data" "$sockets_of_copy" "$sockets_of_copy" || fail "a server does not start on the copy"
    "$proof" check "$writes" "$stage/report.json" "$stage/services.log" "$sockets_of_copy"
}
