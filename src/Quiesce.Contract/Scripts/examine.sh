# examine: opens a session to the profile's one engine as a run would, asks what a run would need, and ends it. No writer
# waits, and nothing is changed. Prints a line a fact – word|value – and last how it ended: end|ok|, or end|NAME|REASON by the
# names of the exit statuses. Lives in folders of its own, beside any run under way.
# shellcheck disable=SC2034,SC2154 # settings come from the head; state is shared between fragments

on_signal() { exit 1; }
still_wanted() { [ -z "$failure" ]; }

fact() { # WORD VALUE
    printf '%s|%s\n' "$1" "$2"
}

examine_engine() {
    need_programs flock setsid mkfifo mkdir rm sleep || return 1
    mkdir -p "$current" && make_fifos || return 1
    engine_1
    "${engine_kind}_open" 1 || return 1
    "${engine_kind}_examine" 1
}

run_examination() {
    part_name=doctor
    mkdir -p "$log_directory"
    open_log "$log_directory/$profile.log"
    examine_engine || [ -n "$failure" ] || because internal-error "the examination broke off"
    [ -z "${engine_kind:-}" ] || "${engine_kind}_release" 1
    printf 'end|%s|%s\n' "${failure:-ok}" "$reason"
    exit 0
}

case $part in
main) run_examination ;;
timer) run_timer "$@" ;;
*) false ;;
esac
