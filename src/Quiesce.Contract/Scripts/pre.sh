# pre: brings the profile's engines to rest, hands the hold to the keeper, and ends.
# Every engine kind has the same functions: open, rest, settle (after the last is at rest), verify, release, put_back;
# a kind that knows roles also has find_role.
# shellcheck disable=SC2034,SC2154 # settings come from the head; state is shared between fragments

on_signal() { # NAME
    overrun interrupted "signal $1"
}

still_wanted() { [ -z "$failure$must_end" ]; }

# A machine that is not wanted in its role, or that its cluster cannot spare, is left alone: before the first step.
judge_roles() {
    n=0
    while [ $((n += 1)) -le "$engine_count" ]; do
        "engine_$n"
        [ "$engine_role" != any ] || continue
        "${engine_kind}_open" "$n" && "${engine_kind}_find_role" "$n" && accept_role "$n" "$role" || return 1
    done
}

# Once more under the lock, where a role can no longer change.
accept_role() { # N ROLE: 'primary' or 'replica'
    write_down "$1.role" "$2" || return 1
    case $engine_role-$2 in
    any-* | primary-only-primary | replica-only-replica) return 0 ;;
    esac
    because skipped "$engine_name is a $2, and the profile wants $engine_role: nothing is taken"
}

# A member that is silent for longer than its cluster waits is given up in the middle of the snapshot.
accept_patience() { # SECONDS that the manager itself says it waits, or nothing
    patience=$1
    [ -n "$patience" ] || patience=$engine_failover_after
    [ -z "$engine_failover_after" ] || [ "$patience" -le "$engine_failover_after" ] || patience=$engine_failover_after
    [ "$engine_pause_cluster" != yes ] && [ -n "$patience" ] || return 0
    [ "$freeze_limit_in_seconds" -lt "$patience" ] ||
        because cluster-at-risk "$engine_name: its cluster ($engine_cluster) gives it up after $patience s, and a freeze may last $freeze_limit_in_seconds s; set PauseCluster, or lower FreezeLimitInSeconds"
}

bring_to_rest() {
    still_wanted && judge_roles && run_steps || return 1
    n=0
    while [ $((n += 1)) -le "$engine_count" ]; do
        still_wanted || return 1
        "engine_$n"
        [ -f "$current/$n.client" ] || "${engine_kind}_open" "$n" || return 1
    done
    n=0
    while [ $((n += 1)) -le "$engine_count" ]; do
        still_wanted || return 1
        "engine_$n"
        "${engine_kind}_rest" "$n" || return 1
        log "$engine_name: at rest ($engine_method)"
        [ "$engine_verified" = yes ] || log "$engine_name: $engine_kind was not verified on a real server, only against a stand-in"
    done
    n=0
    while [ $((n += 1)) -le "$engine_count" ]; do
        still_wanted || return 1
        "engine_$n"
        "${engine_kind}_settle" "$n" || return 1
    done
    still_wanted
}

# The lease counts from the first engine's stop.
hand_over() {
    first_stop=$began_ms
    n=0
    while [ $((n += 1)) -le "$engine_count" ]; do
        engine_stop=''
        [ ! -f "$current/$n.stopped" ] || read -r engine_stop <"$current/$n.stopped"
        [ "$n" -gt 1 ] && [ "$engine_stop" -ge "$first_stop" ] || first_stop=$engine_stop
    done
    read_clock
    [ "$engine_count" -gt 0 ] || first_stop=$now_ms
    remaining=$((first_stop + lease_in_seconds * 1000 - now_ms))
    [ "$remaining" -gt 0 ] || because lease-ended "the lease of $lease_in_seconds s was over before the last engine was at rest" || return 1
    # From here on there is no way back: a signal comes too late. The state first, the keeper's word last.
    trap '' HUP INT TERM ALRM
    still_wanted || return 1
    seconds_of "$remaining"
    stop_timer "$watchdog"
    watchdog=''
    log 'at rest'
    note "held $now_ms $((now_ms + remaining))" || return 1
    tell_keeper hold "$seconds"
}

# What told the script to end may have done so before the attempt that ends by it. No failure is without a cause.
name_cause() {
    [ -n "$failure" ] || because "${must_end:-internal-error}" "${must_end_reason:-the attempt failed without saying why}"
}

# A keeper that is not told to stop goes on with what there was no time left for; one that is, is gone before the next attempt.
give_up_attempt() {
    name_cause
    tell_ending
    log "$ending"
    note "failed $failure $reason"
    wind_down
    [ "$time_is_over" = no ] || return 0
    tell_keeper stop
    await "$keeper"
}

# What an earlier run left: after a crash of its keeper, or after a failure that no post script followed. Where it cannot be
# given back nothing new is taken: what this run would find, and put back in its turn, is not what was.
clear_earlier_run() {
    own_id_of_run=$run_id
    given_back=yes
    keep_log
    if read_state && [ "$run_boot" = "$boot_id" ] && [ "$run_over" = no ]; then
        log "the run $run_id was never ended: putting back what it left"
        if is_of_this_profile; then wind_down; else given_back=no; fi
        [ "$given_back" = yes ] || {
            log "nothing is taken before that is done; to try it again, and end that run: the post script with QUIESCE_RUN_ID=$run_id; if all of it was put back by hand: rm -r $current"
            [ -z "$reason" ] || reason="the earlier run $run_id was never ended: $reason (put it back by hand, then: rm -r $current)"
        }
    fi
    run_id=$own_id_of_run
    [ "$given_back" = yes ] && [ -z "$must_end" ]
}

refuse_second_run() {
    own_id_of_run=$run_id
    read_state
    by=$run_id
    run_id=$own_id_of_run
    because run-under-way "the run $by is under way: pre script $run_pre, keeper ${run_keeper:-not started}, in $run_directory"
}

run_pre() {
    # What a host has left open would stay open in the keeper, for as long as the lease.
    exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-
    part_name=pre have_run=no is_held=no
    [ -d "$log_directory" ] || mkdir -p "$log_directory" 2>/dev/null
    name_run
    open_log "$log_directory/$profile.log"
    read_boot_id
    need_programs flock setsid mkfifo mkdir rm sleep || end_pre
    make_run_directory || end_pre
    take_run_lock 0 || { refuse_second_run; end_pre; }
    check_fence || end_pre
    guard_time
    clear_earlier_run || end_pre

    attempts=1
    [ "${QUIESCE_HOST_RETRIES:-0}" = 1 ] || attempts=$((pre_retries + 1))
    attempt=0
    while [ $((attempt += 1)) -le "$attempts" ]; do
        failure='' reason=''
        log "attempt $attempt of $attempts"
        have_run=yes
        new_run || break
        make_fifos || break
        start_keeper || break
        log_to "$current/log"
        bring_to_rest && hand_over && is_held=yes && break
        give_up_attempt
        rotate_log
        keep_log
        close_sessions
        exec 8>&-
        if [ -n "$must_end" ] || [ "$given_back" = no ] || [ "$failure" = skipped ]; then break; fi
        [ "$attempt" -eq "$attempts" ] || sleep 1
        [ -z "$must_end" ] || break
    done
    end_pre
}

end_pre() {
    stop_timer "$watchdog"
    [ "$is_held" = yes ] || name_cause
    status_of "${failure:-ok}"
    if [ -n "$failure" ]; then
        tell_ending
        if [ "$have_run" = yes ]; then
            run_began_at=$began_at run_began_ms=$began_ms
            write_record "$failure" "$reason" "$began_ms" null
        else
            log "$ending"
        fi
        tell_host "pre script $ending"
    fi
    exit "$status"
}

case $part in
main) run_pre ;;
keeper) run_keeper ;;
timer) run_timer "$@" ;;
*) false ;;
esac
