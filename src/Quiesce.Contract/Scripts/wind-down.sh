# wind-down: gives back everything a run took, whoever does it – a failed pre script, the keeper, the post script, or
# the next pre script after a crash. It can be begun again at any place.
# shellcheck disable=SC2154 # settings come from the head; state is shared between fragments

# One at a time: the lock goes with its holder, so that after a crash another can go on.
take_wind_down_lock() {
    { true >>"$current/wind-down"; } 2>/dev/null || return 1
    exec 8>>"$current/wind-down"
    take_lock 8
}

# An engine is released by its own session; where that is gone, what it changed is put back by a new one.
release_engine() { # N
    "engine_$1"
    [ -f "$current/$1.client" ] || [ -f "$current/$1.leftovers" ] || return 0
    [ ! -f "$current/$1.released" ] || return 0
    "${engine_kind}_release" "$1"
    if [ "$released" = yes ]; then
        true >"$current/$1.released"
        return 0
    fi
    "${engine_kind}_clear_away" "$1"
    [ -f "$current/$1.leftovers" ] || return 0
    if "${engine_kind}_put_back" "$1"; then
        true >"$current/$1.released"
    else
        read -r leftovers <"$current/$1.leftovers"
        because restore-failed "$engine_name: cannot put back what was; by hand: $leftovers"
    fi
}

release_engines() { # in reverse
    n=$engine_count
    while [ "$n" -ge 1 ]; do
        release_engine "$n" || {
            given_back=no
            log "$engine_name: not put back"
        }
        n=$((n - 1))
    done
    close_sessions
}

kill_clients() {
    n=0
    while [ $((n += 1)) -le "$engine_count" ]; do kill_client "$n"; done
}

kill_waiting_clients() { # those that do not have yet what they asked for
    n=0
    while [ $((n += 1)) -le "$engine_count" ]; do
        [ -f "$current/$n.stopped" ] || kill_client "$n"
    done
}

# What there is no time left for, the keeper does when this process is gone. A run is over when all that it took is given
# back; until then, whoever comes next tries again.
wind_down() { # sets given_back
    given_back=yes
    end_what_is_begun
    release_engines
    [ "$time_is_over" = no ] || return 0
    undo_steps || given_back=no
    [ "$time_is_over" = no ] || return 0
    [ "$given_back" = no ] || note over
}

have_leftovers() { # anything a dead client would leave changed
    n=0
    while [ $((n += 1)) -le "$engine_count" ]; do
        [ ! -f "$current/$n.leftovers" ] || return 0
    done
    return 1
}
