# shellcheck shell=bash
# Installs the Debian packages of programs that are not on this machine. Sourced by tests/run.sh and samples/run.sh.

# install_missing PROGRAM:PACKAGE… – a PROGRAM is a name, or a path that may hold wildcards where the package puts it outside PATH.
# Returns 1, having said which are missing, where it may not or cannot install.
install_missing() {
    local wanted program package packages=()
    for wanted in "$@"; do
        program=${wanted%%:*} package=${wanted#*:}
        is_installed "$program" || packages+=("$package")
    done
    [ ${#packages[@]} -gt 0 ] || return 0

    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get > /dev/null; then
        echo "missing, and not installed without root and apt: ${packages[*]}" >&2
        return 1
    fi
    echo "installing: ${packages[*]}"
    install_without_starting_services "${packages[@]}"
}

# The servers' own programs live outside the PATH of an ordinary user.
is_installed() {
    case $1 in
        /*) compgen -G "$1" > /dev/null ;;
        *) PATH=$PATH:/usr/sbin:/sbin command -v "$1" > /dev/null ;;
    esac
}

# Debian starts a server as soon as its package is installed, and again at every boot. Ours are private ones, started and stopped by those who need them, so starting
# is forbidden while apt works – by the file Debian asks (policy-rc.d, status 101) – and the units it enabled are disabled. A policy that is already there is its
# owner's and is left alone, and so is a unit that was enabled before.
install_without_starting_services() (
    policy=/usr/sbin/policy-rc.d
    if [ ! -e "$policy" ]; then
        trap 'rm -f "$policy"' EXIT
        printf '#!/bin/sh\nexit 101\n' > "$policy"
        chmod 755 "$policy"
    fi
    enabled_before=$(enabled_units)
    export DEBIAN_FRONTEND=noninteractive
    apt-get -q -o DPkg::Lock::Timeout=120 update > /dev/null &&
        apt-get -q -y -o DPkg::Lock::Timeout=120 install --no-install-recommends "$@" > /dev/null || exit
    # That link is all there is to being enabled, and removing it is how Debian's packages see an administrator's choice.
    comm -13 <(echo "$enabled_before") <(enabled_units) | xargs -r -d '\n' rm -f
)

enabled_units() {
    find /etc/systemd/system -type l -path '*.wants/*' 2> /dev/null | sort
}
