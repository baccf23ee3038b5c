#!/bin/bash
# What a run costs the writers: many runs with `true` as the snapshot, and beside them the kernel's own freeze and thaw of the same mount under the same load. Started by
# samples/run.sh --stalls in a mount namespace of its own.
#     stalls.sh REPOSITORY QUIESCE RUNS
set -u
repository=$1 quiesce=$2 runs=$3
cd "$repository" || exit 1
. samples/stage/stage.sh
. samples/stage/servers.sh
. samples/stage/shop.sh

open_shop "$repository" || exit 1

echo "running the profile $runs times, with 'true' as the snapshot"
reports=()
for run in $(seq "$runs"); do
    arm_thaw 150
    "$stage/repository/$quiesce" run --profile "$stage/web-shop" --report "$stage/report-$run.json" --snapshot-command true > "$stage/run.log" 2>&1 ||
        fail "run $run ended with status $?: $(cat "$stage/run.log")"
    disarm_thaw
    reports+=("$stage/report-$run.json")
done

# Raw, for comparison: fsfreeze does nothing but the two ioctls. Its own start is part of the time, so that is measured too, on a call that does nothing.
echo "freezing and thawing the same mount $runs times with fsfreeze alone"
raw=$stage/fsfreeze.tsv
for run in $(seq "$runs"); do
    arm_thaw 150
    before=$EPOCHREALTIME
    fsfreeze --freeze "$disk"
    frozen=$EPOCHREALTIME
    fsfreeze --unfreeze "$disk"
    thawed=$EPOCHREALTIME
    fsfreeze --version > "$stage/run.log"
    echo "$before $frozen $thawed $EPOCHREALTIME" >> "$raw"
    disarm_thaw
done

stop_writers || fail "a writer failed"
"$proof" stalls "$writes" "$raw" "${reports[@]}"
