#!/bin/sh
# Prints the folder of the tests' own virtual machine, and builds it first where it is not there yet. It is kept outside the repository, under the hash of its recipe:
# another recipe makes another machine.
#     machine-image.sh
# Needs root and debootstrap to build. QUIESCE_TEST_CACHE names another folder than /var/cache/quiesce-tests.
set -eu

# Half an hour: it is many packages, and they come over a network.
build_limit_in_seconds=1800

# The order of the recipe's files is part of the hash.
export LC_ALL=C

recipe=$(cd "$(dirname "$0")/Image" && pwd)
hash=$(cat "$recipe"/* | sha256sum | cut -c 1-16)
folder=${QUIESCE_TEST_CACHE:-/var/cache/quiesce-tests}/machine/$hash

if [ ! -d "$folder" ]; then
    echo "building the tests' own machine into $folder, once; this takes some minutes" >&2
    mkdir -p "${folder%/*}"
    timeout --kill-after=10 "$build_limit_in_seconds" sh "$recipe/build-machine.sh" "$folder" >&2
fi
printf '%s\n' "$folder"
