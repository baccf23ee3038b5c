#!/bin/bash
# The main job, end to end, on real servers: builds the shop's profile, runs it under load with a disk copy as the snapshot, starts both servers on the copy, and proves what it is worth.
#     samples/run.sh               the proof
#     samples/run.sh --runs N      the proof N times in a row, every second time with relaxed durability
#     samples/run.sh --stalls N    what a run costs the writers: median and maximum of N runs with the snapshot command `true`
# Needs root (asks sudo) and the .NET 10 SDK, and installs what else is missing. The machine's own databases and mounts are not touched: see stage/stage.sh.
set -u
repository=$(cd "$(dirname "$0")/.." && pwd)
cd "$repository" || exit 1
. .ci/install-missing.sh

case ${1:-} in
    '') job=(prove.sh) ;;
    --runs) job=(runs.sh "${2:-50}") ;;
    --stalls) job=(stalls.sh "${2:-20}") ;;
    *) sed -n '2,6s/^# //p' "$0" >&2; exit 2 ;;
esac

if [ "$(id -u)" -ne 0 ]; then
    command -v sudo > /dev/null || { echo "samples/run.sh: needs root, and there is no sudo to ask for it: run it as root" >&2; exit 1; }
    exec sudo env "PATH=$PATH" "$repository/samples/run.sh" "$@"
fi

fail() {
    echo "samples/run.sh: $*" >&2
    exit 1
}

# The build is done as the repository's owner: root's files in somebody's checkout would stop the owner's next build.
as_owner() {
    local owner home
    owner=$(stat -c %U .)
    home=$(getent passwd "$owner" | cut -d: -f6)
    if [ "$owner" = root ] || [ -z "$home" ]; then
        "$@"
    else
        runuser -u "$owner" -- env "HOME=$home" "$@"
    fi
}

install_missing \
    mariadbd:mariadb-server '/usr/lib/postgresql/*/bin/postgres:postgresql' mkfs.xfs:xfsprogs mkfs.ext4:e2fsprogs \
    fsfreeze:util-linux losetup:mount gcc:gcc /usr/include/zlib.h:zlib1g-dev || fail "cannot go on without these packages"

DOTNET_ROOT=${DOTNET_ROOT:-$(dirname "$(readlink -f "$(command -v dotnet)")")}
export DOTNET_ROOT DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
quiesce=src/Quiesce.Cli/bin/native/quiesce

# Publishing takes most of a minute, so what is newer than every source it is made of stays.
quiesce_is_current() {
    [ -x "$quiesce" ] && [ -z "$(find src Directory.* global.json \( -name bin -o -name obj \) -prune -o -type f -newer "$quiesce" -print -quit)" ]
}

echo "building"
for project in samples/WebShop/WebShop samples/WebShop/Proof; do
    as_owner dotnet build "$project" -v q -nologo || fail "the build failed"
done
quiesce_is_current || as_owner src/Quiesce.Cli/publish.sh || fail "quiesce could not be published"

echo
(cd samples/WebShop/WebShop && find bin/Debug/net10.0/quiesce -printf '    %M %6s  %p\n' | sort -k 3)
echo
exec unshare --mount --propagation private samples/stage/"${job[0]}" "$repository" "$quiesce" "${job[@]:1}"
