# devices: on which file systems an engine's directories lie, and whether all of them will be frozen. A mount point is only
# a name; what is frozen is the file system, and its device number says whether two names mean the same one.
# shellcheck disable=SC2154 # settings come from the head; state is shared between fragments

# Whether a mount is frozen is known from our own host, which says so, or else from what the profile declares.
read_mounts() { # sets mounts, the lines of mountinfo, and frozen_devices
    mounts=$(cat /proc/self/mountinfo)
    frozen_devices=${QUIESCE_FROZEN_DEVICES:-}
    [ -z "$frozen_devices" ] || return 0
    set -f
    IFS=$newline
    # shellcheck disable=SC2086 # one mount point a line
    set -- $frozen_mounts
    unset IFS
    set +f
    for declared; do
        find_mount "$declared"
        if [ "$mount" = "${declared%"${declared##*[!/]}"}" ] || [ "$declared" = / ]; then
            frozen_devices="$frozen_devices $device"
        else
            log "$declared is declared as a mount to be frozen, but nothing is mounted there"
        fi
    done
}
newline='
'

# The deepest mount above the path, and of several on one point the last, which hides the others.
find_mount() { # CANONICAL-PATH: sets mount, device and source
    wanted=$1 mount='' device='' source=''
    set -f
    IFS=$newline
    # shellcheck disable=SC2086 # one mount a line, then one field a word
    for line in $mounts; do
        unset IFS
        set -- $line
        point=$5
        # The kernel writes blanks and the like as octal numbers.
        case $point in *\\*) point=$(printf '%b' "$point") ;; esac
        case $wanted/ in
        "${point%/}/"*)
            [ "${#point}" -ge "${#mount}" ] || continue
            mount=$point device=$3 source=${line##* - }
            ;;
        esac
    done
    unset IFS
    set +f
    source=${source#* }
    source=${source%% *}
}

# LVM, md and dm-crypt stand on what sysfs calls their slaves; what stands on nothing is a disk, a partition or a loop.
find_disks() { # DEVICE: sets disks, their names
    disks='' pending=$1
    while [ -n "$pending" ]; do
        next=${pending%% *}
        pending=${pending#"$next"}
        pending=${pending# }
        below=''
        for slave in "/sys/dev/block/$next/slaves/"*/dev; do
            [ -f "$slave" ] && read -r number <"$slave" && below="$below $number"
        done
        if [ -n "$below" ]; then
            pending=${below# }${pending:+ }$pending
        elif [ -f "/sys/dev/block/$next/uevent" ]; then
            while IFS='=' read -r key value; do
                [ "$key" != DEVNAME ] || disks=$disks${disks:+ }$value
            done <"/sys/dev/block/$next/uevent"
        fi
    done
}

place_directory() { # DIRECTORY: sets place, where it really lies, and mount, device and source; fails where nobody sees it from here
    place=$(cd -P "$1" 2>/dev/null && pwd -P) || return 1
    find_mount "$place"
}

# For the record, and for whoever compares it with what was frozen. Where nobody says what is frozen there is nothing to
# compare; the host that reads the record may know more.
find_places() { # N DIRECTORY…: of the engine's files; sets engine_devices, and fails where the proof needs what will not be frozen
    read_mounts
    note_directories "$@" || return 1
    [ "$engine_proof" != atomic ] || [ -z "$not_frozen" ] || because directory-not-frozen "$engine_name: $not_frozen"
}

# A server may name paths of another machine, or of its container. That some directory is not there does not make the run
# fail: nothing is recorded then, and what the profile says in Mounts has to do.
note_directories() { # N DIRECTORY…: sets engine_devices, and not_frozen to what will not be frozen, if anything
    note_for=$1 directories='' engine_devices='' not_frozen='' unseen=no places=$newline
    shift
    for directory; do
        place_directory "$directory" || {
            log "$engine_name: its directory $directory is not there, seen from this script; where its files are is not recorded, and the engine's Mounts are taken at their word"
            unseen=yes
            continue
        }
        case $places in *"$newline$place$newline"*) continue ;; esac
        places=$places$place$newline engine_devices="$engine_devices $device"
        find_disks "$device"
        json_object path "$place" mount "$mount" device "$device" source "$source" disks "$disks"
        directories=$directories${directories:+,}$json
        case " ${frozen_devices:-$device} " in
        *" $device "*) ;;
        *) not_frozen="$place lies on device $device ($source), mounted at $mount, which is not among the mounts to be frozen; add $mount to Mounts" ;;
        esac
    done
    [ "$unseen" = yes ] || write_down "$note_for.directories" "[$directories]"
}
