# postgresql-patroni: a cluster under Patroni, for which a frozen leader is a dead one. The manager is paused for the run, where
# the profile says so, and resumed after it – if it was not paused before –, or the run is refused where a freeze could outlast
# it. (Source: Patroni documentation, ttl and Pause/Resume mode.)
# shellcheck disable=SC2034,SC2154 # settings come from the head; state is shared between fragments

readonly patroni_default_ttl=30
# For how long a member goes on trying to write what it was asked to. (Source: Patroni documentation, retry_timeout.)
readonly patroni_default_retry=10

# patronictl is a Python program, and older ones do not work where the host's locale is not one of UTF-8. It says what went
# wrong in the last line, and one that did as it was told says so: its exit status is 0 also where the cluster refused, or a
# member had not heard of it in time. (Source: patroni/ctl.py, toggle_pause, 3.0.2 and 4.)
ask_patroni() { # N SECONDS COMMAND…: its answer is in N.patroni; sets patroni_said, and patroni_obeyed
    answer_file=$current/$1.patroni patroni_limit=$2 patroni_said='' patroni_obeyed=no
    write_down "$1.patroni" || return 1
    shift 2
    # Of a killed pre script nothing may be left that pauses the cluster after it was resumed.
    case $1 in pause) patroni_bounded=bounded_in_run ;; *) patroni_bounded=bounded ;; esac
    [ -z "$engine_patroni_config" ] || set -- -c "$engine_patroni_config" "$@"
    # shellcheck disable=SC2016 # for the shell that opens the answer
    "$patroni_bounded" "$patroni_limit" '' sh -c 'export LC_ALL=C.UTF-8; exec patronictl "$@" >"$0" 2>&1' "$answer_file" "$@"
    while IFS= read -r line; do
        [ -z "$line" ] || patroni_said=$line
        case $line in 'Success: '*) patroni_obeyed=yes ;; esac
    done <"$answer_file"
    [ "$bounded_status" -ne 124 ] || patroni_said="no answer within $patroni_limit s"
    return "$bounded_status"
}

order_patroni() { # N SECONDS COMMAND…
    ask_patroni "$@" && [ "$patroni_obeyed" = yes ]
}

find_patroni_state() { # N: sets ttl and paused
    ttl=$patroni_default_ttl paused=no
    ask_patroni "$1" 10 show-config || return 1
    while IFS= read -r line; do
        case $line in
        ttl:*) ttl=${line#ttl: } ;;
        'pause: true') paused=yes ;;
        esac
    done <"$current/$1.patroni"
}

postgresql_mind_patroni() { # N
    command -v patronictl >/dev/null 2>&1 || because program-missing "$engine_name: 'patronictl' is not in PATH ($PATH)" || return 1
    find_patroni_state "$1" || because engine-unreachable "$engine_name: patronictl show-config: $patroni_said" || return 1
    if [ "$paused" = yes ]; then
        write_down "$1.manager" 'Patroni was paused already, and stays so'
        return
    fi
    accept_patience "$ttl" || return 1
    [ "$engine_pause_cluster" = yes ] || return 0
    # First how to put it back, then the change. All members must have seen it: each of them could be the one that fails over.
    write_down "$1.leftovers" "patronictl${engine_patroni_config:+ -c $engine_patroni_config} resume" &&
        write_down "$1.manager" 'Patroni was paused for the run' || return 1
    order_patroni "$1" 30 pause --wait || because engine-refused "$engine_name: patronictl pause: $patroni_said"
    # One that was ended has not heard the answer.
    [ "$bounded_status" -ge 124 ] || write_down "$1.pause-answered" "$patroni_said"
    still_wanted
}

# Who was ended while it asked for the pause may have been heard: the member goes on by itself.
await_pause() { # N
    log "$engine_name: the pause was asked for, and may come yet: looking for it for $patroni_default_retry s"
    read_clock
    pause_until=$((now_ms + patroni_default_retry * 1000))
    while find_patroni_state "$1" && [ "$paused" = no ] && [ "$now_ms" -lt "$pause_until" ] && [ "$time_is_over" = no ]; do
        sleep 0.2
        read_clock
    done
}

resume_patroni() { # N
    [ -f "$current/$1.pause-answered" ] || await_pause "$1"
    tries=0
    until try_to_resume_patroni "$1"; do
        log "$engine_name: Patroni is not resumed: $patroni_said"
        [ $((tries += 1)) -lt 3 ] && [ "$time_is_over" = no ] || return 1
        # What Patroni agrees by may have stood still with this machine, and needs a moment to find together again.
        sleep 1
    done
}

# The member that is asked first may be the one that is silent: there must be time left for another.
try_to_resume_patroni() { # N
    find_patroni_state "$1" || return 1
    [ "$paused" = yes ] || return 0
    order_patroni "$1" 30 resume
}
