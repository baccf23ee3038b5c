#!/bin/bash
# The main job, on the stage: servers under load, a snapshot through the profile, a restore, and the proof. Started by samples/run.sh in a mount namespace of its own.
#     prove.sh REPOSITORY QUIESCE
set -u
repository=$1 quiesce=$2
cd "$repository" || exit 1
. samples/stage/stage.sh
. samples/stage/servers.sh
. samples/stage/shop.sh
. samples/stage/proving.sh

open_shop "$repository" || exit 1

echo "running the profile, with a reflink copy of the disk as the snapshot"
snapshot_shop
page=samples/WebShop/Proof/bin/run.html
"$stage/repository/$quiesce" show "$stage/report.json" --html "$stage/repository/$page" && chown --reference="$stage/repository/samples" "$stage/repository/$page" && echo "its timeline: $page"

echo "starting both servers on the copy"
judge_copy
