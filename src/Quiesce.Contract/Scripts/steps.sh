# steps: the author's own shell, in sessions of its own and with its own time limits, and what undoes it.
# A step's text is a value handed to a shell of its own: a syntax error or an exit in it ends that shell only.
# The journal names every step that was begun, so that whoever winds the run down undoes exactly those, in reverse.
# shellcheck disable=SC2154 # settings come from the head; state is shared between fragments

readonly most_step_output=65536

# The log lies in memory while a freeze may be on: of what a step prints the beginning is kept. The rest is read as well,
# because a step that nobody reads would stand still. The descriptors are closed first: opening a FIFO waits for its other
# end, and whoever waits with the pulse or the run's lock in hand hides that the script was killed.
catch_output() {
    bounded_output=$current/output
    # Whoever still waits here for the output of a step that was never started waits no longer.
    [ ! -p "$bounded_output" ] || true 1<>"$bounded_output"
    rm -f "$bounded_output" "$current/caught"
    mkfifo -m 600 "$bounded_output" 2>/dev/null || {
        bounded_output=/dev/null
        log "$step_name: cannot make $current/output; what it prints is passed over"
        return 0
    }
    {
        head -c "$most_step_output"
        if [ "$(head -c 1 | wc -c)" -gt 0 ]; then
            echo
            log "$step_name: printed more than $most_step_output bytes; the rest is passed over"
            cat >/dev/null
        fi
        true >"$current/caught"
    } 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&- <"$bounded_output" >>"$log_file" 2>/dev/null &
}

# A process that the step has left behind may keep its output open for as long as it likes; it goes on being read.
await_output() {
    [ "$bounded_output" = /dev/null ] || {
        # For a step that was ended before it had opened its output.
        true 1<>"$bounded_output"
        looks=0
        until [ -f "$current/caught" ] || [ $((looks += 1)) -gt 100 ]; do sleep 0.01; done
    }
    bounded_output=''
}

run_text() { # SECONDS MEMBER TEXT HOW: fails as the text does; HOW is bounded, or bounded_in_run
    step_limit=$1 step_name=$2 step_shell=$3
    log "$step_name: begins, within $step_limit s"
    export QUIESCE_RUN_ID="$run_id" QUIESCE_PROFILE="$profile"
    catch_output
    # Our own files are for root alone; what an author's shell makes is as readable as anywhere.
    umask 022
    "$4" "$step_limit" '' sh -c "$step_shell" "$step_name"
    step_status=$?
    umask 077
    await_output
    case $step_status in
    0) log "$step_name: done" ;;
    124) log "$step_name: ended after its $step_limit s" ;;
    *) log "$step_name: failed with status $step_status" ;;
    esac
    return "$step_status"
}

# What gives back is tried again, as often as the profile allows the post script; our own host tries by itself.
run_text_again() { # SECONDS MEMBER TEXT
    tries=$post_retries
    [ "${QUIESCE_HOST_RETRIES:-0}" != 1 ] || tries=0
    until run_text "$1" "$2" "$3" bounded; do
        [ "$tries" -gt 0 ] && [ "$time_is_over" = no ] || return 1
        tries=$((tries - 1))
    done
}

run_steps() {
    step=0
    while [ $((step += 1)) -le "$step_count" ]; do
        still_wanted || return 1
        "step_$step"
        { printf '%s\n' "$step" >>"$current/journal"; } 2>/dev/null || run_directory_is_full || return 1
        run_text "$step_limit_in_seconds" "$step_member" "$step_text" bounded_in_run && continue
        [ "$step_status" -ne 124 ] || because step-timed-out "the step $step_member took longer than its $step_limit_in_seconds s" || return 1
        because step-failed "the step $step_member failed with status $step_status" || return 1
    done
}

read_undone() { # sets undone, the numbers of the steps that are, between blanks
    undone=' '
    [ ! -f "$current/undone" ] || while read -r line; do undone="$undone$line "; done <"$current/undone"
}

# Whoever has undone a step says so at once: another who takes over goes on with those that are left.
undo_steps() {
    step=0
    # A `read` at end-of-file clears its variable, so the loop keeps a copy.
    [ ! -f "$current/journal" ] || while read -r line; do step=$line; done <"$current/journal"
    read_undone
    undo_failed=no
    while [ "$step" -ge 1 ]; do
        case $undone in
        *" $step "*) ;;
        *) undo_step "$step" || undo_failed=yes ;;
        esac
        [ "$time_is_over" = no ] || return 1
        step=$((step - 1))
    done
    [ "$undo_failed" = no ]
}

undo_step() { # STEP
    "step_$1"
    [ -z "$step_undo_member" ] || run_text_again "$step_limit_in_seconds" "$step_undo_member" "$step_undo_text" || {
        [ "$time_is_over" = yes ] ||
            because undo-failed "the undo $step_undo_member of $step_member failed with status $step_status"
        return 1
    }
    printf '%s\n' "$1" >>"$current/undone"
}

run_after_steps() {
    step=0
    while [ $((step += 1)) -le "$after_step_count" ]; do
        "after_step_$step"
        run_text_again "$step_limit_in_seconds" "$step_member" "$step_text" ||
            because after-step-failed "the step $step_member failed with status $step_status"
    done
    return 0
}

have_undo() { # anything that somebody must do after the hold, even if no post script ever comes
    step=0
    while [ $((step += 1)) -le "$step_count" ]; do
        "step_$step"
        [ -z "$step_undo_member" ] || return 0
    done
    return 1
}
