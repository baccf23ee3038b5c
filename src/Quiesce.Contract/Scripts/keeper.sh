# keeper: the detached process that keeps the sessions' talk open for the length of the lease. It is started before
# anything is taken, so that a pre script that is killed at any place is wound down at once.
# shellcheck disable=SC2034,SC2154 # settings come from the head; state is shared between fragments

start_keeper() { # sets keeper
    exec 8<>"$current/pulse"
    # The outer redirection opens the pulse for reading before this script can go away. It is not standard input,
    # because that of a background command is /dev/null.
    {
        quiesce_part=keeper setsid sh "$script" <&1 >/dev/null 2>&1 8>&- &
        keeper=$!
    } 1<"$current/pulse"
    start_of "$keeper" || started=0
    note "keeper $keeper $started"
}

tell_keeper() { # WORDS…
    printf '%s\n' "$*" >&8
}

run_keeper() {
    part_name=keeper
    read_state
    open_log "$current/log"
    # Its lines are dated as those of the pre script are.
    began_at=$run_began_at began_ms=$run_began_ms
    word=dead
    read -r word lease || :
    read_state
    case $word in
    hold)
        # With nothing to put back but what end-of-file puts back by itself, the timer is all that is needed.
        exec </dev/null
        have_leftovers || have_undo || exec sleep "$lease"
        sleep "$lease" 3>&- 4>&- 5>&- 6>&- 7>&- 9>&- &
        wait $!
        log "the lease of $lease s is over: letting go"
        note lease-ended
        ;;
    stop) exit 0 ;;
    *)
        log 'the pre script ended without a word: letting go'
        # What still waits for a lock stalls every writer behind it.
        kill_waiting_clients
        [ "$run_state" = failed ] || note 'failed interrupted the pre script was killed'
        ;;
    esac
    take_wind_down_lock
    read_state && [ "$run_over" = no ] || exit 0
    # As long as a script may take that does the same.
    start_watchdog "$timeout_in_seconds"
    wind_down
    stop_timer "$watchdog"
    exit 0
}
