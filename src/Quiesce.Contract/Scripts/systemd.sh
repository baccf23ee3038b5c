# systemd: units that do not run while the snapshot is taken. Only those that ran are stopped, and only these are started
# again, in reverse. (Source: systemctl(1).)
# shellcheck disable=SC2034,SC2154 # settings come from the head; state is shared between fragments

systemd_open() {
    command -v systemctl >/dev/null 2>&1 || because program-missing "$engine_name: systemctl is not in PATH" || return 1
    # systemctl takes the one for a pattern, and the other for a service that nobody may have meant. (Source: systemd.unit(5).)
    case $engine_units in
    *[!A-Za-z0-9:_.\\@\ -]*) because engine-refused "$engine_name: '$engine_units' has a character that no unit's name has" || return 1 ;;
    esac
    for unit in $engine_units; do
        case $unit in
        [!-]*.*) ;;
        *) because engine-refused "$engine_name: '$unit' is no unit's name; one is like orders-worker.service" || return 1 ;;
        esac
    done
}

# That systemd does not answer is not an answer. (Source: systemctl(1), exit status.)
unit_runs() { # UNIT: sets runs
    systemctl is-active --quiet -- "$1"
    case $? in
    0) runs=yes ;;
    3 | 4) runs=no ;;
    *) because engine-unreachable "$engine_name: systemctl cannot tell whether $1 runs" ;;
    esac
}

# How to start them again is laid ready, one unit more each time, before the unit is stopped.
systemd_rest() { # N
    stopped_units=''
    # No unit's name can hold a blank.
    for unit in $engine_units; do
        unit_runs "$unit" || return 1
        [ "$runs" = yes ] || continue
        stopped_units="$unit${stopped_units:+ }$stopped_units"
        write_down "$1.leftovers" "systemctl start -- $stopped_units" || return 1
        bounded_in_run "$engine_stop_limit" '' systemctl stop -- "$unit" ||
            because engine-refused "$engine_name: $unit did not stop within $engine_stop_limit s (status $bounded_status)" || return 1
    done
    for unit in $engine_units; do
        unit_runs "$unit" || return 1
        [ "$runs" = no ] || because engine-refused "$engine_name: $unit runs again after it was stopped" || return 1
    done
    systemd_starts >"$current/$1.starts"
    note_stop "$1" || return 1
    json_object stopped "$stopped_units"
    write_down "$1.facts" "\"coordinates\":{},\"version\":null,\"durability\":{},\"priorState\":$json,\"notes\":[]"
}

# A unit that ran in between has another time of its last start.
systemd_starts() {
    for unit in $engine_units; do
        systemctl show --property=ActiveEnterTimestampMonotonic -- "$unit"
    done
}

systemd_settle() { :; }

systemd_verify() { # N
    for unit in $engine_units; do
        unit_runs "$unit" || return 1
        [ "$runs" = no ] || because hold-lost "$engine_name: $unit runs, and should have been stopped" || return 1
    done
    starts=$(systemd_starts)
    before=''
    while IFS= read -r line; do before="$before${before:+
}$line"; done <"$current/$1.starts"
    [ "$starts" = "$before" ] || because hold-lost "$engine_name: a unit was started in between"
}

systemd_release() { released=no; }
systemd_clear_away() { :; }

systemd_put_back() { # N
    read -r _ _ _ stopped_units <"$current/$1.leftovers"
    all_started=yes
    for unit in $stopped_units; do
        bounded "$engine_stop_limit" '' systemctl start -- "$unit" || {
            log "$engine_name: $unit did not start (status $bounded_status)"
            all_started=no
        }
    done
    [ "$all_started" = yes ]
}
