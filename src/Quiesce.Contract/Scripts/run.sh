# run: the run directory – who is at work, the fence against a late pre script, and the state of a run under way.
# Everything lives on the run directory (a tmpfs): while file systems are frozen nobody may touch a disk.
#   lock      flock: held, through inherited descriptor 9, by the pre script, the keeper and the clients of a run
#   fence.*   when the last post script of a host that names its runs, or of one that does not, began, and for which run
#   current/  the run under way, or the last one as long as something of it is not given back: state, log, the files of its
#             sessions, and what it has begun
# shellcheck disable=SC2034,SC2154 # shared between fragments

make_run_directory() {
    [ -d "$run_directory" ] || mkdir -p "$run_directory" 2>/dev/null
    [ ! -d "$run_directory" ] || run_directory_is_ours ||
        because run-directory-unusable "$run_directory is a link, or belongs to another user; remove it, and set RunDirectory to a place where only root can make one" || return 1
    { true >>"$run_directory/lock"; } 2>/dev/null ||
        because run-directory-unusable "cannot write to $run_directory; it must be a directory on a writable file system, best on a tmpfs"
}

# Below a folder that others may write to, another user can make it first, and lead what is written there to wherever he likes.
# shellcheck disable=SC3067 # -O is not in the standard, but in every sh that a host uses
run_directory_is_ours() {
    [ ! -L "$run_directory" ] && [ -O "$run_directory" ]
}

# The lock ends with the last process that has it: no stale one is left by a crash, a reboot or a reused process id.
take_run_lock() { # SECONDS: waits that long for it
    exec 9>>"$run_directory/lock"
    if [ "$1" -eq 0 ]; then flock -n 9; else take_lock 9 -w "$1"; fi
}

# What is to be given back is written down before it is changed.
write_down() { # FILE LINES…: below current
    state_file=$current/$1
    shift
    { printf '%s\n' "$@" >"$state_file"; } 2>/dev/null || run_directory_is_full
}

note_stop() { # N: from now on the engine is at rest
    read_clock
    write_down "$1.stopped" "$now_ms"
}

run_directory_is_full() {
    because run-directory-unusable "cannot write to $current; is the file system of $run_directory full?"
}

note() { # LINES…: of the run's state, in one write, so that nobody reads half of it
    { printf '%s\n' "$@" >>"$current/state"; } 2>/dev/null || run_directory_is_full
}

read_state() { # sets the run_… variables; fails when there is no run
    run_state=none run_boot='' run_host=own run_pre='' run_pre_start='' run_keeper='' run_keeper_start='' run_parts='' run_held_ms='' run_lease_until='' run_shown_to='' run_began_at='' run_began_ms=''
    run_failure='' run_failure_reason='' run_lease_ended=no run_over=no
    [ -f "$current/state" ] || return 1
    while read -r key first second third; do
        case $key in
        run) run_id=$first run_host=$second run_state=working ;;
        boot) run_boot=$first ;;
        parts) run_parts=$first ;;
        pre) run_pre=$first run_pre_start=$second ;;
        keeper) run_keeper=$first run_keeper_start=$second ;;
        began) run_began_at=$first run_began_ms=$second ;;
        held) run_held_ms=$first run_lease_until=$second run_state=held ;;
        shown) run_shown_to=$first ;;
        lease-ended) run_lease_ended=yes ;;
        failed) run_state=failed run_failure=$first run_failure_reason="$second $third" ;;
        over) run_over=yes ;;
        esac
    done <"$current/state"
}

# A host that names its runs gives post the same name; one that does not runs its scripts one after the other.
name_run() { # sets run_id, run_named_by
    run_named_by=host
    run_id=${QUIESCE_RUN_ID:-}
    case $run_id in
    '' | *[!A-Za-z0-9._-]*)
        run_named_by=own
        read -r run_id </proc/sys/kernel/random/uuid
        ;;
    esac
}

raise_fence() { # from now on no pre script of this run, and none that began earlier, may take anything
    read_clock
    fence_raised=$now_ms
    printf '%s %s %s\n' "$boot_id" "$now_ms" "$run_id" >"$run_directory/fence.$run_named_by"
}

# When a process began is known to 10 ms, as is the clock: within one tick nobody can tell who was first, and a pre script
# gives way. So a post script does not end within the tick of its fence: what begins after it is later, and seen to be.
outlast_fence() {
    while read_clock && [ "${fence_raised:-0}" -ge "$now_ms" ]; do sleep 0.01; done
}

# A post script of this run, or one that began after this pre script, has been here.
check_fence() {
    [ -f "$run_directory/fence.$run_named_by" ] || return 0
    read -r fence_boot fence_ms fence_run <"$run_directory/fence.$run_named_by"
    [ "$fence_boot" = "$boot_id" ] || return 0
    start_of $$
    [ "$fence_run" = "$run_id" ] || [ "$((started * 10))" -le "$fence_ms" ] || return 0
    because fenced 'a post script has already ended this run: nothing is taken'
}

# A pre script writes that it is there and then looks for a fence; a post script raises the fence and then looks who is
# there. However the two meet, one sees the other.
new_run() {
    { [ ! -e "$current" ] || rm -rf "$current"; } && mkdir "$current" 2>/dev/null || because run-directory-unusable "cannot make $current" || return 1
    start_of $$
    list_parts
    note "run $run_id $run_named_by" "boot $boot_id" "parts $parts" "pre $$ $started" "began $began_at $began_ms" && check_fence
}

list_parts() { # sets parts: engines and steps, by number
    parts='' n=0 step=0
    while [ $((n += 1)) -le "$engine_count" ]; do "engine_$n" && parts="$parts/$engine_kind:$engine_name"; done
    while [ $((step += 1)) -le "$step_count" ]; do "step_$step" && parts="$parts/$step_member"; done
}

# What lies in the folder under a number belongs to that engine or step only as long as the profile has the same ones.
is_of_this_profile() { # of the run that was read
    list_parts
    [ "$run_parts" = "$parts" ] ||
        because restore-failed "the run $run_id was of another version of this profile, and only that one can give back what $current says is left"
}

# --- what a run has begun ---------------------------------------------------------------------------------------
# A killed pre script leaves at work what it has just started: that could stop an application after it was started again.
# So whatever only a run wants done says who it is, and does not begin once the run is being wound down – and whoever winds
# it down says so first, and then looks who is there. One of the two always sees the other.

bounded_in_run() { # SECONDS USER COMMAND…: as bounded
    in_run_limit=$1 in_run_user=$2
    shift 2
    # shellcheck disable=SC2016 # for the shell that is started
    bounded "$in_run_limit" "$in_run_user" sh -c 'read -r stat <"/proc/$$/stat" && printf "%s\n" "$$ $stat" >"$0/begun" && [ ! -e "$0/winding-down" ] && exec "$@"' "$current" "$@"
}

end_what_is_begun() {
    { true >"$current/winding-down"; } 2>/dev/null
    [ -f "$current/begun" ] || return 0
    read -r begun begun_stat <"$current/begun" || return 0
    read_stat "$begun_stat"
    begun_start=$started
    tries=0
    # One that waits in the kernel may not end even so; what is to be given back must not wait for it.
    while is_process "$begun" "$begun_start" && [ "$process_state" != Z ] && [ "$tries" -lt 250 ]; do
        [ "$tries" -gt 0 ] || log "process $begun is still at work for a run that is over: ending it"
        kill -KILL "-$begun" 2>/dev/null
        tries=$((tries + 1))
        sleep 0.02
    done
}
