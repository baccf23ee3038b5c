# core: what every part of a script stands on – environment, clock, log, exit statuses, processes by identity.
# One script file plays several parts: started by the host it is "main"; started by itself it is the keeper of
# a hold, or a timer. quiesce_part says which.
# shellcheck disable=SC2034,SC2154 # settings are assigned by the head of the compiled script, and shared between fragments

set -u
umask 077
PATH=${PATH:-/usr/bin}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export PATH

part=${quiesce_part:-main}
unset quiesce_part

# The keeper and the timers start this very file again, from another directory.
case $0 in
/*) script=$0 ;;
*) script=$PWD/$0 ;;
esac
cd / || exit 1

# A reader that went away must not kill the script; a handler, unlike an ignored signal, is not inherited.
trap : PIPE

tab='	'
current=$run_directory/current
failure='' reason=''

# --- clock: CLOCK_BOOTTIME, in steps of 10 ms; it does not jump when somebody sets the time --------------------

read_clock() { # sets now_ms
    read -r now_ms _ </proc/uptime
    now_ms=${now_ms%.*}${now_ms#*.}0
}

read_boot_id() { # sets boot_id
    boot_id=unknown
    read -r boot_id </proc/sys/kernel/random/boot_id
}

seconds_of() { # MILLISECONDS: sets seconds, as sleep takes them
    fraction=$((1000 + $1 % 1000))
    seconds=$(($1 / 1000)).${fraction#1}
}

# --- exit statuses: one a cause -------------------------------------------------------------------------------

status_of() { # NAME: sets status
    case $1 in
    ok) status=0 ;;
    internal-error) status=1 ;;
    run-under-way) status=10 ;;
    fenced) status=11 ;;
    deadline-passed) status=12 ;;
    interrupted) status=13 ;;
    program-missing) status=14 ;;
    run-directory-unusable) status=15 ;;
    step-failed) status=20 ;;
    step-timed-out) status=21 ;;
    engine-unreachable) status=30 ;;
    permission-missing) status=31 ;;
    lock-not-acquired) status=32 ;;
    engine-refused) status=33 ;;
    directory-not-frozen) status=34 ;;
    cluster-at-risk) status=35 ;;
    archiving-not-shown) status=36 ;;
    label-destination-unusable) status=37 ;;
    no-run) status=40 ;;
    pre-did-not-succeed) status=41 ;;
    hold-lost) status=42 ;;
    lease-ended) status=43 ;;
    restore-failed) status=44 ;;
    undo-failed) status=45 ;;
    after-step-failed) status=46 ;;
    not-our-run) status=47 ;;
    label-not-written) status=48 ;;
    skipped) status=50 ;;
    *) status=1 ;;
    esac
}

# The first failure is the cause; what follows from it is only logged.
because() { # NAME REASON…: remembers why, and fails
    if [ -z "$failure" ]; then
        failure=$1
        shift
        reason=$*
    else
        log "and then: $*"
    fi
    return 1
}

# The one ending that is neither success nor failure.
tell_ending() { # sets ending
    ending="failed: $failure: $reason"
    [ "$failure" != skipped ] || ending="skipped: $reason"
}

# --- log ------------------------------------------------------------------------------------------------------

log_file=/dev/null
began_at=''

open_log() { # FILE
    read_clock
    began_ms=$now_ms
    log_to "$1"
}

# The shell's own messages go there too. A log that cannot be written never stops a run: "true", because a shell ends
# when the redirection of a ":" fails.
log_to() { # FILE
    { true >>"$1"; } 2>/dev/null || set -- /dev/null
    log_file=$1
    exec 2>>"$log_file"
}

readonly log_limit_in_kib=1024

rotate_log() {
    [ -z "$(find "$log_directory/$profile.log" -size "+${log_limit_in_kib}k" 2>/dev/null)" ] ||
        mv -f "$log_directory/$profile.log" "$log_directory/$profile.log.1"
}

# What was logged in memory goes to the disk, once no file system can be frozen.
keep_log() {
    log_to "$log_directory/$profile.log"
    [ -f "$current/log" ] || return 0
    while IFS= read -r line; do
        { printf '%s\n' "$line" >>"$log_file"; } 2>/dev/null
    done <"$current/log"
    true >"$current/log"
}

# The date is asked for once, and not before something is to be said: a post script lets go first.
log() { # TEXT…
    [ -n "$began_at" ] || began_at=$(date -u +%Y-%m-%dT%H:%M:%SZ)
    read_clock
    { printf '%s +%sms %s %s[%s] %s\n' "$began_at" "$((now_ms - began_ms))" "${run_id:--}" "$part_name" "$$" "$*" >>"$log_file"; } 2>/dev/null
    return 0
}

# A host may never read its end of the pipe: what is said there is said by a child that may wait for ever alone.
tell_host() { # TEXT…
    { printf 'quiesce %s: %s\n' "$profile" "$*"; } 2>/dev/null 0</dev/null 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&- &
}

# --- processes: a process id alone proves nothing, with its start time it does -----------------------------------

start_of() { # PID: sets started, in clock ticks since boot, and process_state; fails when there is no such process
    started='' process_state=''
    [ -n "$1" ] || return 1
    { read -r started <"/proc/$1/stat"; } 2>/dev/null || return 1
    read_stat "$started"
}

read_stat() { # LINE of /proc/PID/stat: sets started and process_state
    # The name stands in parentheses and may hold blanks; the fields behind it do not.
    set -f
    # shellcheck disable=SC2086 # split into fields on purpose
    set -- ${1##*) }
    set +f
    process_state=$1 started=${20}
}

is_process() { # PID START
    start_of "$1" && [ "$started" = "$2" ]
}

# Starts this file again in another part and in a session of its own: only standard input and the descriptors of
# the caller's own redirections stay open.
start_timer() { # SECONDS SIGNAL TARGET PID [GRACE]: sets timer; TARGET (a process, or a group with a minus) gets SIGNAL, and GRACE (2) seconds later SIGKILL
    timer=''
    start_of "$4" || return 0
    quiesce_part=timer setsid sh "$script" "$1" "$2" "$3" "$4" "$started" "${5:-2}" \
        </dev/null >/dev/null 2>&1 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&- &
    timer=$!
}

# Its own session may not exist yet: both it and its group are meant.
stop_timer() { # TIMER
    [ -z "$1" ] || {
        kill -KILL "-$1" "$1"
        wait "$1"
    } 2>/dev/null
    return 0
}

run_timer() { # SECONDS SIGNAL TARGET PID START GRACE
    sleep "$1"
    is_process "$4" "$5" && kill "-$2" "$3"
    sleep "$6"
    is_process "$4" "$5" && kill -KILL "$3"
    exit 0
}

# What this process waits for ends at once, and so do its waits: whoever waited sees a failure. The cause of a run is its first
# failure, which may be an earlier one; that nothing new is to be begun is known by must_end, which holds why, and that there
# is no time left even for giving back by time_is_over.
overrun() { # NAME REASON
    trap '' HUP INT TERM ALRM
    must_end=$1 must_end_reason=$2
    [ "$1" != deadline-passed ] || time_is_over=yes
    because "$1" "$2"
    kill_clients
    [ -z "$bounded_child" ] || kill -KILL "-$bounded_child" 2>/dev/null
    [ -z "$awaited" ] || kill -KILL "$awaited" 2>/dev/null
}

start_watchdog() { # SECONDS [GRACE]
    trap 'overrun deadline-passed "the time limit is near"' ALRM
    start_timer "$1" ALRM $$ $$ "${2:-2}"
    watchdog=$timer
}

# The whole script stays inside the host's limit; the margin is what giving back after the deadline takes. Our own host
# also says when exactly it will end the script, because an earlier attempt may have used up part of the time.
guard_time() {
    limit_ms=$((timeout_in_seconds * 1000))
    case ${QUIESCE_DEADLINE_MS:-} in
    '' | *[!0-9]*) ;;
    *) [ "$((QUIESCE_DEADLINE_MS - began_ms))" -ge "$limit_ms" ] || limit_ms=$((QUIESCE_DEADLINE_MS - began_ms)) ;;
    esac
    margin_ms=$((limit_ms / 10))
    [ "$margin_ms" -le 5000 ] || margin_ms=5000
    [ "$margin_ms" -ge 500 ] || margin_ms=500
    budget_ms=$((limit_ms - margin_ms))
    [ "$budget_ms" -ge 200 ] || budget_ms=200
    # Also what gives back must end inside the limit; the keeper goes on with what it could not.
    seconds_of "$((margin_ms * 4 / 5))"
    grace=$seconds
    trap 'on_signal HUP' HUP
    trap 'on_signal INT' INT
    trap 'on_signal TERM' TERM
    seconds_of "$budget_ms"
    start_watchdog "$seconds" "$grace"
}

# Waits on and on, however many signals come that are to change nothing; overrun ends what is waited for.
await() { # PID: its status
    awaited=$1
    wait "$awaited"
    await_status=$?
    while [ "$signalled" = yes ] && kill -0 "$awaited" 2>/dev/null; do
        signalled=no
        wait "$awaited"
        await_status=$?
    done
    awaited=''
    return "$await_status"
}

# The lock belongs to the descriptor, which the waiting child only shares.
take_lock() { # DESCRIPTOR OPTIONS…: waits for it, at most until our own time is over
    flock -n "$1" && return 0
    lock=$1
    shift
    flock "$@" "$lock" &
    await $!
}

# Runs a command in a session of its own, without any of our descriptors, and ends all of it when its time is over.
bounded() { # SECONDS USER COMMAND…: the command's status, or 124 when its time was over
    bounded_limit=$1
    shift
    read_clock
    bounded_until=$((now_ms + bounded_limit * 1000))
    exec_as "$@" 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&- </dev/null >>"${bounded_output:-$log_file}" 2>&1 &
    bounded_child=$!
    start_timer "$bounded_limit" TERM "-$bounded_child" "$bounded_child"
    await "$bounded_child"
    bounded_status=$?
    read_clock
    bounded_over_ms=$now_ms
    set -- "$bounded_child"
    stop_timer "$timer"
    bounded_child=''
    # Whatever it said in the end: it was ended, and what it has left behind is too.
    [ "$bounded_over_ms" -lt "$bounded_until" ] || {
        kill -KILL "-$1" 2>/dev/null
        bounded_status=124
    }
    return "$bounded_status"
}
bounded_child='' bounded_output='' awaited='' timer='' watchdog='' signalled=no must_end='' must_end_reason='' time_is_over=no

need_programs() { # NAME…
    for program; do
        command -v "$program" >/dev/null 2>&1 || because program-missing "'$program' is not in PATH ($PATH)" || return 1
    done
}
