# postgresql-patroni: a cluster under Patroni, for which a frozen leader is a dead one. The manager is paused for the run, where
# the profile says so, and resumed after it – if it was not paused before –, or the run is refused where a freeze could outlast
# it. (Source: Patroni documentation, ttl and Pause/Resume mode.)
# shellcheck disable=SC2034,SC2154 # settings come from the head; state is shared between fragments

readonly patroni_default_ttl=30

ask_patroni() { # N SECONDS COMMAND…: its answer is in N.patroni
    answer_file=$current/$1.patroni patroni_limit=$2
    shift 2
    [ -z "$engine_patroni_config" ] || set -- -c "$engine_patroni_config" "$@"
    # shellcheck disable=SC2016 # for the shell that opens the answer
    bounded "$patroni_limit" '' sh -c 'exec patronictl "$@" >"$0"' "$answer_file" "$@"
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
    find_patroni_state "$1" || because engine-unreachable "$engine_name: patronictl show-config failed; see the log" || return 1
    [ "$paused" = no ] || return 0
    accept_patience "$ttl" || return 1
    [ "$engine_pause_cluster" = yes ] || return 0
    # First how to put it back, then the change. All members must have seen it: each of them could be the one that fails over.
    write_down "$1.leftovers" "patronictl${engine_patroni_config:+ -c $engine_patroni_config} resume" || return 1
    ask_patroni "$1" 30 pause --wait || because engine-refused "$engine_name: patronictl pause failed; see the log"
}

resume_patroni() { # N
    find_patroni_state "$1" || return 1
    [ "$paused" = yes ] || return 0
    ask_patroni "$1" 10 resume
}
