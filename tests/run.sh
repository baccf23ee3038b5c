#!/bin/bash
# Runs every test of the repository, or with FILTER only the test projects whose name contains it:
#     tests/run.sh [FILTER]
# As root it installs what is missing and runs everything, real servers and real freezes included. Without root it runs what it can, and says what it left out.
# The last line is `N passed, N failed, N skipped`, counted from the results; the exit status is 0 only when nothing failed.
set -u
cd "$(dirname "$0")/.." || exit 1
. .ci/install-missing.sh
. tests/results.sh

filter=${1:-}
results=$PWD/tests/TestResults
# What hangs must not hang everybody: without its result file it counts as failed.
time_limit=${QUIESCE_TEST_TIME_LIMIT:-2400}

prepare() {
    # An apphost finds its runtime here; a dotnet outside the default place is otherwise not found.
    DOTNET_ROOT=${DOTNET_ROOT:-$(dirname "$(readlink -f "$(command -v dotnet)")")}
    export DOTNET_ROOT DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
    install_missing \
        mariadbd:mariadb-server '/usr/lib/postgresql/*/bin/postgres:postgresql' redis-server:redis-server \
        patronictl:patroni etcd:etcd-server \
        mkfs.ext4:e2fsprogs mkfs.xfs:xfsprogs mkfs.btrfs:btrfs-progs losetup:mount fsfreeze:util-linux \
        qemu-system-x86_64:qemu-system-x86 debootstrap:debootstrap \
        dash:dash busybox:busybox shellcheck:shellcheck zsh:zsh fish:fish
    rm -rf "$results"
    mkdir -p "$results"
}

# A test project is one whose name says so: …Tests, or EndToEnd.
test_projects() {
    find tests samples -name '*Tests.csproj' -o -name '*EndToEnd.csproj' | grep -v /obj/ | sort |
        while read -r project; do
            case $(basename "$project") in *"$filter"*) echo "$project" ;; esac
        done
}

# A line each: NAME PROJECT [FILTER]. The virtual machine is emulated and takes every processor for minutes: it is a run of its own, and the last one, when the other lane is done.
runs() {
    local project name end_to_end='' machines=Quiesce.EndToEnd.Machines
    for project in "${projects[@]}"; do
        name=$(basename "$project" .csproj)
        if [ "$name" = Quiesce.EndToEnd ]; then
            end_to_end=$project
            echo "$name $project --filter-not-namespace $machines"
        else
            echo "$name $project"
        fi
    done
    [ -z "$end_to_end" ] || echo "$machines $end_to_end --filter-namespace $machines"
}

# Freezes on one machine disturb each other's timing and each other's loop devices: these runs come one after the other.
freezes() {
    case $1 in Quiesce.EndToEnd* | Quiesce.Runtime.Tests | Quiesce.Cli.Tests) return 0 ;; *) return 1 ;; esac
}

build() {
    if [ -z "$filter" ]; then
        dotnet build Toolkit.sln -v q -nologo
    else
        local project
        for project in "${projects[@]}"; do
            dotnet build "$project" -v q -nologo || return 1
        done
    fi
}

# The virtual machine that EndToEnd starts, once a machine: it takes minutes, of packages from a network, and has a limit of its own. Where it cannot be built its tests say so and are skipped.
build_machine() {
    case "${projects[*]}" in *EndToEnd*) ;; *) return 0 ;; esac
    [ "$(id -u)" -eq 0 ] || return 0
    sh tests/EndToEnd/Machines/machine-image.sh > /dev/null || echo "the tests' own machine cannot be built here"
}

# Two lanes, one beside the other: those that freeze, and all the others.
run_lane() {
    local wants_freezing=$1 name project only running='' scratch=''
    trap 'stop_tests; exit 143' TERM
    while read -r name project only; do
        if freezes "$name"; then [ "$wants_freezing" = yes ] || continue; else [ "$wants_freezing" = no ] || continue; fi
        # shellcheck disable=SC2086 # an option and its value
        run_tests "$name" "$project" $only
    done < <(runs)
}

# Whatever its tests make lies in a folder of the run's own, so that nothing stays of a host that was killed.
run_tests() {
    local name=$1 project=$2 folder assembly status
    shift 2
    folder=$(dirname "$project")
    assembly=$(sed -n 's:.*<AssemblyName>\(.*\)</AssemblyName>.*:\1:p' "$project")
    # Servers that run as other users must come through.
    scratch=$(mktemp -d "${TMPDIR:-/tmp}/quiesce-tests-XXXXXX") && chmod 755 "$scratch" || return
    TMPDIR=$scratch timeout --kill-after=10 "$time_limit" "$folder/bin/Debug/net10.0/${assembly:-$(basename "$project" .csproj)}" "$@" \
        --report-xunit-trx --report-xunit-trx-filename "$name.trx" --results-directory "$results" --no-progress \
        > "$results/$name.log" 2>&1 < /dev/null &
    running=$!
    wait "$running"
    status=$?
    echo "$status" > "$results/$name.status"
    running=''
    clean_up "$scratch"
    report_project "$results/$name"
}

# Asked to end, a test host gets ten seconds for it.
stop_tests() {
    [ -n "$running" ] || return 0
    kill "$running" 2> /dev/null
    wait "$running"
    clean_up "$scratch"
}

# Processes that name the folder on their command lines; then its mounts, deepest first – each a loop of a test's own – and their loops.
clean_up() {
    local scratch=$1 process mount device
    for process in /proc/[0-9]*; do
        if tr '\0' '\n' 2> /dev/null < "$process/cmdline" | grep -qF "$scratch/"; then kill -KILL "${process#/proc/}" 2> /dev/null; fi
    done
    findmnt --noheadings --raw --output TARGET | grep -F "$scratch/" | sort -r | while read -r mount; do
        case $(findmnt --noheadings --output SOURCE --mountpoint "$mount") in /dev/loop*) fsfreeze --unfreeze "$mount" 2> /dev/null ;; esac
        umount --lazy "$mount"
    done
    losetup --list --noheadings --raw --output NAME,BACK-FILE 2> /dev/null | grep -F "$scratch/" | while read -r device _; do losetup --detach "$device"; done
    rm -rf --one-file-system "$scratch"
}

prepare
mapfile -t projects < <(test_projects)
if [ ${#projects[@]} -eq 0 ]; then
    echo "no test project's name contains '$filter'"
    echo "0 passed, 1 failed, 0 skipped"
    exit 1
fi
if ! build; then
    echo "the build failed: no test was run"
    echo "0 passed, 1 failed, 0 skipped"
    exit 1
fi
build_machine

while read -r name _; do
    # Until it has run: what no lane came to is without a result.
    echo 255 > "$results/$name.status"
done < <(runs)
run_lane yes & freezing_lane=$!
run_lane no & other_lane=$!
trap 'kill "$freezing_lane" "$other_lane" 2> /dev/null; wait; exit 130' INT TERM
wait "$freezing_lane" "$other_lane"

print_skip_reasons "$results"
[ "$(id -u)" -eq 0 ] || echo "left out, for want of root: tests that freeze, mount, or start servers of their own; 'sudo tests/run.sh' runs them too"
print_total "$results"
