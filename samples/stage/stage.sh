# shellcheck shell=bash disable=SC2034 # the names below are for the scripts that source this one
# The stage: a view of this machine that only the sample's own processes have. Sourced by prove.sh and stalls.sh, which run in a mount namespace of their own.
#
# The profile is the one of the README, unchanged: its databases live in /var/lib/mysql and /var/lib/postgresql, are reached through /run, and log to /var/log. So these places
# are given other contents *in this namespace*: empty tmpfs, and for the two data folders a scratch disk. The machine's own databases, sockets and logs stay where they are, unseen
# and untouched. When the last process of the namespace ends, the kernel takes the view away.
#
# A freeze knows no namespaces – it is a matter of the file system. The only ones here that can be frozen are the scratch disk and its datastore, both on loop devices made below.

readonly stage=/run/stage
readonly disk=$stage/disk
readonly image=$stage/datastore/disk.img
readonly sockets_of_copy=$stage/copy-sockets

# open_stage REPOSITORY: sets up the view and the datastore, and takes both away again when the shell ends, whatever ends it.
open_stage() {
    local repository=$1
    folder=$(mktemp -d /var/tmp/quiesce-sample.XXXXXX) || return 1
    trap close_stage EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    cd /

    # The repository may itself lie in a place that is hidden next; from here on it is reached through the stage.
    mkdir "$folder/repository" && mount --bind "$repository" "$folder/repository" || return 1
    hide /run && mkdir -p "$stage"/{repository,datastore,disk,copy,copy-sockets} /run/mysqld /run/postgresql || return 1
    mount --move "$folder/repository" "$stage/repository" && rmdir "$folder/repository" || return 1
    hide /var/lib && mkdir /var/lib/mysql /var/lib/postgresql || return 1
    hide /var/log && hide /etc/mysql && hide /root/.my.cnf && hide /etc/my.cnf || return 1

    # First in the PATH that the runtime gives to scripts. Whether this machine has a systemd or none, its services are not the shop's.
    hide /usr/local/sbin && cp "$stage/repository/samples/stage/systemctl" /usr/local/sbin/ || return 1
    make_datastore
}

# hide PATH: an empty folder or file in its place, seen from here only.
hide() {
    if [ -d "$1" ]; then
        mount -t tmpfs -o mode=755 stage "$1"
    elif [ -e "$1" ]; then
        mount --bind /dev/null "$1"
    fi
}

# The datastore is a file system with reflink, as a hypervisor's would be; on it lies the virtual disk's image; on the disk, both servers' data.
make_datastore() {
    truncate -s 6G "$folder/datastore.img" &&
        mkfs.xfs -q -m reflink=1 "$folder/datastore.img" &&
        mount -o loop "$folder/datastore.img" "$stage/datastore" &&
        truncate -s 2G "$image" &&
        mkfs.ext4 -q "$image" &&
        mount -o loop "$image" "$disk" || return 1

    # Never let a freeze near anything else: what is frozen below must not be the file system of anybody's root.
    [ "$(stat -c %d "$disk")" != "$(stat -c %d /)" ] || { echo "the scratch disk is not a file system of its own" >&2; return 1; }

    local data
    for data in mysql postgresql; do
        mkdir "$disk/$data" && mount --bind "$disk/$data" "/var/lib/$data" || return 1
    done
}

# attach_copy: the snapshot as a disk of its own; ext4 replays its journal on the way.
attach_copy() { mount -o loop "$stage/datastore/copy.img" "$stage/copy"; }

# Should all of the runtime's own safety fail, the scratch disk is thawed from outside of it.
arm_thaw() {
    local seconds=$1
    setsid sh -c "sleep $seconds; exec fsfreeze --unfreeze $disk" < /dev/null > /dev/null 2>&1 &
    thaw_in_reserve=$!
    # Ended without a word of the shell's about it.
    disown "$thaw_in_reserve"
}

disarm_thaw() { kill -KILL -- "-$thaw_in_reserve" "$thaw_in_reserve" 2> /dev/null; }

# Thaw first: a process that sleeps in a write to a frozen disk cannot be ended. Nothing is frozen here unless something went badly wrong.
close_stage() {
    trap '' INT TERM HUP
    # The shell has no more words about its own children.
    disown -a
    fsfreeze --unfreeze "$disk" 2> /dev/null
    end_own_processes
    umount "$stage/copy" "/var/lib/mysql" "/var/lib/postgresql" "$disk" "$stage/datastore" 2> /dev/null
    # By name, file for file: nothing is ever removed below a folder in which something may be mounted.
    rm -f "$folder/datastore.img"
    rmdir "$folder/repository" 2> /dev/null
    rmdir "$folder"
}

# Whoever lives in this mount namespace was started by this script: nobody else can have entered it.
end_own_processes() {
    local process left=yes
    while [ "$left" = yes ]; do
        left=no
        for process in /proc/[0-9]*; do
            if [ "$process" != "/proc/$$" ] && [ "$process/ns/mnt" -ef "/proc/$$/ns/mnt" ]; then
                kill -KILL "${process#/proc/}" 2> /dev/null
                left=yes
            fi
        done
    done
}
