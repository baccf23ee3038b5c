#!/bin/bash
# The main job, on the stage: servers under load, a snapshot through the profile, a restore, and the proof. Started by samples/run.sh in a mount namespace of its own.
#     prove.sh REPOSITORY QUIESCE
set -u
repository=$1 quiesce=$2
cd "$repository" || exit 1
. samples/stage/stage.sh
. samples/stage/servers.sh
. samples/stage/shop.sh

open_shop "$repository" || exit 1

echo "running the profile, with a reflink copy of the disk as the snapshot"
arm_thaw 150
"$stage/repository/$quiesce" run --profile "$stage/web-shop" --report "$stage/report.json" \
    --snapshot-command "cp --reflink=always $image $stage/datastore/copy.img"
status=$?
disarm_thaw
stop_writers || fail "a writer failed"
page=samples/WebShop/Proof/bin/run.html
"$stage/repository/$quiesce" show "$stage/report.json" --html "$stage/repository/$page" && chown --reference="$stage/repository/samples" "$stage/repository/$page" && echo "its timeline: $page"
[ "$status" -eq 0 ] || fail "quiesce run ended with status $status: $(cat "$stage/report.json")"

echo "starting both servers on the copy"
kill_servers
attach_copy || fail "the copy cannot be mounted"
start_servers "$stage/copy/mysql" "$stage/copy/postgresql/data" "$sockets_of_copy" "$sockets_of_copy" || fail "a server does not start on the copy"
"$proof" check "$writes" "$stage/report.json" "$stage/services.log" "$sockets_of_copy"
