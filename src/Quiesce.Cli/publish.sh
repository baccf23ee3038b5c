#!/bin/sh
# Publishes the one native executable `quiesce`, for this machine's processor.
#     src/Quiesce.Cli/publish.sh [FOLDER]      default: src/Quiesce.Cli/bin/native
# Needs gcc and zlib1g-dev. The native runtime pack of net10.0 is preferred; where it cannot be restored the one of net9.0 serves, and that is said.
set -eu
cd "$(dirname "$0")"
folder=${1:-bin/native}
mkdir -p obj
case $(uname -m) in aarch64) runtime=linux-arm64 ;; *) runtime=linux-x64 ;; esac

# An artefacts folder of its own: the managed build and its restore stay as they are.
native="-p:NativeExecutable=true --runtime $runtime --artifacts-path obj/native"

framework=net10.0
# shellcheck disable=SC2086 # several arguments on purpose
if ! dotnet restore Quiesce.Cli.csproj --verbosity quiet -p:NativeTargetFramework=$framework $native > obj/native-restore.log 2>&1; then
    if ! grep -q 'NU110[0-9].*\(ILCompiler\|NativeAOT\)' obj/native-restore.log; then
        cat obj/native-restore.log >&2
        exit 1
    fi
    echo "the native runtime pack of $framework cannot be restored here; publishing for net9.0"
    framework=net9.0
fi
# shellcheck disable=SC2086
dotnet publish Quiesce.Cli.csproj --nologo --verbosity quiet --configuration Release --framework $framework -p:NativeTargetFramework=$framework $native --output "$folder"

# The linker bound every function of the C library that is used, each with the version it needs.
floor=$(objdump -T "$folder/quiesce" | sed -n 's/.*GLIBC_\([0-9.]*\).*/\1/p' | sort -uV | tail -n 1)
echo "$folder/quiesce: $framework, $(($(stat -c %s "$folder/quiesce") / 1024)) KiB; needs glibc $floor and Linux 5.3, or newer"
