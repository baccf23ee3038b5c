# install: puts the files beside this script in place, with owner and mode, and can undo it.
# The scripts go into a folder named by their hash and the JSON is renamed into place last, so a host always
# finds a whole set: the former one, or this one.
# shellcheck disable=SC2154 # settings come from the head

set -u
umask 077
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export PATH

installed_directory=$state_directory/installed/$profile

usage() {
    cat <<END
usage: install.sh [--root DIR] [--dry-run]   put the profile '$profile' in place
       install.sh --undo [--root DIR]        take it away again and put the former JSON back
       install.sh --help

  --root DIR   install below DIR, such as a mounted disk image, instead of /
  --dry-run    say what would be done, and do nothing

examples:
  sudo sh install.sh
  sudo sh install.sh --root /mnt/image

exit status: 0 done, 1 failed and nothing changed, 2 wrong usage, 3 a run of this profile is under way
END
}

say() { printf '%s\n' "install.sh: $*"; }

fail() {
    printf '%s\n' "install.sh: $*" >&2
    exit 1
}

# All that is written goes beside its target first: a reader never sees half a file.
put() { # SOURCE MODE TARGET
    if [ "$dry_run" = yes ]; then
        say "would write $3 (mode $2)"
        return 0
    fi
    if ! { mkdir -p "${3%/*}" && cp "$1" "$3.new" && chown 0:0 "$3.new" && chmod "$2" "$3.new" && mv -f "$3.new" "$3"; }; then
        rm -f "$3.new"
        fail "cannot write $3"
    fi
}

# Of the versions that stood here before, the last one stays: a host that read the JSON a moment ago may still start it.
remove_version() { # SCRIPT_FOLDER
    rm -f "$root$1/pre.sh" "$root$1/post.sh" "$root$1/profile.json" "$root$1/install.sh"
    rmdir "$root$1" 2>/dev/null
}

first_line() { # FILE
    line=
    [ ! -f "$1" ] || IFS= read -r line <"$1" || :
    printf '%s' "$line"
}

# Everything that is at work for a run – its pre script, its keeper, its clients – holds the run directory's lock.
refuse_during_a_run() {
    lock=$root$run_directory/lock
    [ -e "$lock" ] || return 0
    command -v flock >/dev/null 2>&1 || fail "flock is missing; install util-linux"
    if ! flock -n "$lock" true; then
        say "a run of '$profile' is under way ($lock is held); try again when it has ended" >&2
        exit 3
    fi
}

check_source() {
    command -v sha256sum >/dev/null 2>&1 || fail "sha256sum is missing; install coreutils"
    (cd "$source_directory" && printf '%s' "$checksums" | sha256sum -c >/dev/null 2>&1) ||
        fail "the files beside install.sh are not the ones it was built with; build again and copy the whole folder"
}

install_profile() {
    check_source
    refuse_during_a_run

    put "$source_directory/pre.sh" 700 "$root$pre_script_location"
    put "$source_directory/post.sh" 700 "$root$post_script_location"
    put "$source_directory/profile.json" 600 "$root$script_folder/profile.json"
    # So that the profile can be taken away where its build is long gone.
    put "$source_directory/install.sh" 700 "$root$script_folder/install.sh"

    # What stood there before the first installation is kept; a second one must not replace it by our own.
    if [ -e "$root$config_location" ] && [ ! -e "$root$installed_directory/folder" ]; then
        put "$root$config_location" 600 "$root$installed_directory/former.json"
    fi
    [ "$dry_run" = yes ] || note_version
    put "$source_directory/VMSnapshotScriptPluginConfig.json" 600 "$root$config_location"

    [ "$dry_run" = yes ] || say "'$profile' is installed: $config_location names the scripts in ${pre_script_location%/*}"
}

note_version() {
    mkdir -p "$root$installed_directory" || fail "cannot make $root$installed_directory"
    former=$(first_line "$root$installed_directory/folder")
    if [ -n "$former" ] && [ "$former" != "$script_folder" ]; then
        older=$(first_line "$root$installed_directory/former-folder")
        case $older in '' | "$script_folder") ;; *) remove_version "$older" ;; esac
        printf '%s\n' "$former" >"$root$installed_directory/former-folder" || fail "cannot write $root$installed_directory/former-folder"
    fi
    printf '%s\n' "$script_folder" >"$root$installed_directory/folder" || fail "cannot write $root$installed_directory/folder"
    printf '%s %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "${SUDO_USER:-$(id -un)}" >"$root$installed_directory/when-by" ||
        fail "cannot write $root$installed_directory/when-by"
}

# Another profile may have been installed over this one since, or a person have written another JSON: that one stays.
config_is_ours() {
    [ -e "$root$config_location" ] || return 0
    ! grep -qF "\"$pre_script_location\"" "$root$config_location" || return 0
    for version in folder former-folder; do
        folder=$(first_line "$root$installed_directory/$version")
        [ -z "$folder" ] || ! grep -qF "\"$folder/pre.sh\"" "$root$config_location" || return 0
    done
    return 1
}

# What stood there before may have been another profile's, and that may have been taken away since.
former_config_is_of_use() {
    [ -e "$root$installed_directory/former.json" ] || return 1
    wanted=$(sed -n 's/.*"preScriptLocation"[ \t]*:[ \t]*"\([^"]*\)".*/\1/p' "$root$installed_directory/former.json")
    case $wanted in
    "${script_folder%/*/*}"/*) [ -e "$root$wanted" ] ;;
    esac
}

undo_installation() {
    [ -e "$root$installed_directory/folder" ] || fail "'$profile' is not installed"
    refuse_during_a_run

    if [ "$dry_run" = yes ]; then
        config_is_ours || say "would leave $root$config_location alone: it is not this profile's"
        ! config_is_ours || say "would put back or remove $root$config_location"
        say "would remove $root${script_folder%/*}"
        return 0
    fi
    # The JSON goes first: from then on no host starts these scripts.
    if ! config_is_ours; then
        say "$root$config_location is not this profile's, and stays"
    elif former_config_is_of_use; then
        put "$root$installed_directory/former.json" 600 "$root$config_location"
    else
        rm -f "$root$config_location" || fail "cannot remove $root$config_location"
    fi
    rm -f "$root$pre_script_location" "$root$post_script_location"
    for version in folder former-folder; do
        folder=$(first_line "$root$installed_directory/$version")
        [ -z "$folder" ] || remove_version "$folder"
        rm -f "$root$installed_directory/$version"
    done
    rm -f "$root$installed_directory/former.json" "$root$installed_directory/when-by"
    # Only when empty: other profiles, the records of runs, or the person's own files may live there too.
    rmdir "$root${script_folder%/*}" "$root${script_folder%/*/*}" \
        "$root$installed_directory" "$root${installed_directory%/*}" "$root$state_directory" 2>/dev/null
    say "'$profile' is no longer installed"
}

action=install root='' dry_run=no
while [ $# -gt 0 ]; do
    case $1 in
    --undo) action=undo ;;
    --dry-run) dry_run=yes ;;
    --root)
        [ $# -gt 1 ] || { usage >&2; exit 2; }
        root=${2%/}
        shift
        ;;
    --help | -h)
        usage
        exit 0
        ;;
    *)
        usage >&2
        exit 2
        ;;
    esac
    shift
done

case $0 in
*/*) source_directory=${0%/*} ;;
*) source_directory=. ;;
esac
[ "$(id -u)" -eq 0 ] || fail "only root may install a profile; try: sudo sh $0"

case $action in
install) install_profile ;;
undo) undo_installation ;;
esac
