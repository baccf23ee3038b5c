# post: shows that the hold was unbroken, gives everything back, and writes the record.
# shellcheck disable=SC2034,SC2154 # settings come from the head; state is shared between fragments

# Giving back is all that this script is for: a signal changes its outcome, not its course.
on_signal() { # NAME
    signalled=yes
    because interrupted "signal $1"
}

# A pre script whose host gave up on it may still be at work.
end_pre_script() {
    ! is_process "$run_pre" "$run_pre_start" || kill -TERM "$run_pre"
    looks=0
    # One that sleeps uninterruptibly, on a frozen file system, dies as soon as it wakes.
    # A host that gave up on it may never ask how it ended: then its name stays.
    while is_process "$run_pre" "$run_pre_start" && [ "$process_state" != Z ] && [ $((looks += 1)) -le 120 ]; do
        if [ "$looks" -gt 100 ] || [ "$time_is_over" = yes ]; then kill -KILL "$run_pre"; fi
        sleep 0.1
    done
    read_state
    # It may have succeeded while it was being ended. A keeper that has nothing to keep is giving back, and is let finish.
    [ "$run_state" != held ] || end_keeper
    see_everybody_gone 20
    [ "$run_failure" != skipped ] || because skipped "$run_failure_reason" || return 0
    because pre-did-not-succeed "the pre script did not succeed: ${run_failure:-it was still at work} $run_failure_reason"
}

verify_hold() {
    if [ "$run_lease_ended" = yes ] || [ "$began_ms" -ge "$run_lease_until" ]; then
        because lease-ended "the lease of $lease_in_seconds s ended before this script began; a longer one, or a faster snapshot, is needed"
        return 1
    fi
    n=0
    while [ $((n += 1)) -le "$engine_count" ]; do
        "engine_$n"
        "${engine_kind}_verify" "$n"
    done
    [ -z "$failure" ]
}

# What an earlier post script has shown stands, though it could not give everything back: the sessions that showed it are gone.
show_hold() { # sets held_to, to null when the hold was broken
    held_to=${run_shown_to:-null}
    [ "$held_to" = null ] || return 0
    if verify_hold; then
        read_clock
        held_to=$now_ms
    fi
}

open_sessions() {
    n=0
    while [ $((n += 1)) -le "$engine_count" ]; do talk_to "$n"; done
}

# Its whole session: the keeper, and the timer of its lease.
end_keeper() {
    [ -n "$run_keeper" ] || return 0
    ! is_process "$run_keeper" "$run_keeper_start" || kill -KILL "-$run_keeper" 2>/dev/null
}

# Everybody who had a part in the run is gone when the lock is free.
see_everybody_gone() { # SECONDS
    take_run_lock "$1" && return 0
    [ "$time_is_over" = no ] || return 1
    end_keeper
    kill_clients
    take_run_lock 5 || because internal-error "a process of the run $run_id still holds $run_directory/lock"
}

find_run() { # fails when there is none that this script may end
    own_id_of_run=$run_id
    raise_fence
    if ! read_state || [ "$run_boot" != "$boot_id" ]; then
        because no-run 'there is no run to end: no pre script has run, or its run is already ended' || return 1
    fi
    [ "$run_host" = host ] || [ "$run_named_by" = host ] || return 0
    [ "$run_id" = "$own_id_of_run" ] && return 0
    because not-our-run "the run under way is $run_id, not ours; to end it: QUIESCE_RUN_ID=$run_id sh $script"
}

# Another post script, or the keeper, may be at it: the later one waits, and looks again.
take_over() {
    run_to_end=$run_id
    if take_wind_down_lock && read_state && [ "$run_id" = "$run_to_end" ]; then return 0; fi
    [ -n "$failure" ] || because no-run 'another post script has ended this run meanwhile'
    return 1
}

end_run() { # fails when there was nothing to end
    held_to=null given_back=yes
    is_of_this_profile || return 1
    case $run_state in
    held)
        take_over || return 1
        open_sessions
        show_hold
        wind_down
        [ "$given_back" = yes ] || [ "$held_to" = null ] || note "shown $held_to"
        [ "$time_is_over" = no ] || return 0
        run_after_steps
        end_keeper
        see_everybody_gone 5
        ;;
    *)
        end_pre_script
        take_over || return 1
        [ "$run_over" = yes ] || wind_down
        [ "$time_is_over" = no ] || return 0
        run_after_steps
        ;;
    esac
}

run_post() {
    part_name=post
    [ -d "$log_directory" ] || mkdir -p "$log_directory" 2>/dev/null
    name_run
    # While the file systems may still be frozen, the log is in memory: whoever opened one on the disk would wait there, and let
    # go of nothing.
    if run_directory_is_ours && [ -f "$current/log" ]; then open_log "$current/log"; else open_log "$log_directory/$profile.log"; fi
    read_boot_id
    need_programs flock setsid rm sleep || end_post
    make_run_directory || end_post
    find_run || end_post
    log_to "$current/log"
    guard_time
    end_run || end_post
    [ -n "$failure" ] || log 'the hold was unbroken; everything is given back'
    write_record "${failure:-ok}" "$reason" "$began_ms" "$held_to"
    rotate_log
    keep_log
    # After the deadline the keeper goes on, and what could not be given back is tried again by whoever comes next: they need
    # what is there.
    [ "$time_is_over" = yes ] || [ "$given_back" = no ] || rm -rf "$current"
    end_post
}

end_post() {
    stop_timer "$watchdog"
    status_of "${failure:-ok}"
    if [ -n "$failure" ]; then
        tell_ending
        log "$ending"
        tell_host "post script $ending"
    fi
    outlast_fence
    exit "$status"
}

case $part in
main) run_post ;;
timer) run_timer "$@" ;;
*) false ;;
esac
