# systemd: units that do not run while the snapshot is taken. Only those that ran are stopped, and only these are started
# again, in reverse – and with them whatever systemd stops because it cannot be without them. (Source: systemctl(1).)
# shellcheck disable=SC2034,SC2154 # settings come from the head; state is shared between fragments

# Longer than systemctl itself waits for an answer.
readonly systemd_patience=30

systemd_open() { # N
    command -v systemctl >/dev/null 2>&1 || because program-missing "$engine_name: systemctl is not in PATH" || return 1
    # systemctl takes the one for a pattern, and the other for a service that nobody may have meant. (Source: systemd.unit(5).)
    case $engine_units in
    *[!A-Za-z0-9:_.\\@\ -]*) because engine-refused "$engine_name: '$engine_units' has a character that no unit's name has" || return 1 ;;
    esac
    for unit in $engine_units; do
        case $unit in
        *@.*) because engine-refused "$engine_name: '$unit' is a template; one of its units has a word behind the @" || return 1 ;;
        [!-]*.*) ;;
        *) because engine-refused "$engine_name: '$unit' is no unit's name; one is like orders-worker.service" || return 1 ;;
        esac
    done
    find_what_stops "$1"
}

# Nothing is stopped before it is known what runs, what systemd would stop with it, and that all of it can be started again.
find_what_stops() { # N: sets to_stop, which of the profile's units run, and dependents, what else does and stops with them
    # shellcheck disable=SC2086 # no unit's name can hold a blank
    look_at_units "$1" named $engine_units && accept_units || return 1
    to_stop=$running dependents='' followed=" $running "
    while next_dependents; do
        # shellcheck disable=SC2086
        look_at_units "$1" dependent $next && accept_units || return 1
        dependents=$dependents${dependents:+${running:+ }}$running
    done
}

accept_units() {
    [ -z "$objection" ] || because engine-refused "$engine_name: $objection; nothing was stopped"
}

next_dependents() { # sets next, those nobody has looked at; fails when there are none
    next=''
    for unit in $stop_with; do
        case $followed in *" $unit "*) continue ;; esac
        followed="$followed$unit " next="$next $unit"
    done
    [ -n "$next" ]
}

# One question for all. systemctl answers for one unit after the other, with an empty line in between.
look_at_units() { # N named|dependent UNIT…: sets running, stop_with, starts, and objection to the first reason not to begin
    units_file=$current/$1.units units_are=$2
    running='' stop_with='' starts='' objection=''
    shift 2
    { true >"$units_file"; } 2>/dev/null || run_directory_is_full || return 1
    bounded_output=$units_file
    bounded "$systemd_patience" '' systemctl show \
        --property=LoadState,ActiveState,CanStart,CanStop,Transient,InactiveExitTimestampMonotonic,RequiredBy,RequisiteOf,BoundBy,ConsistsOf,PropagatesStopTo -- "$@"
    bounded_output=''
    forget_unit
    while IFS= read -r line; do
        case $line in
        LoadState=*) unit_load=${line#*=} ;;
        ActiveState=*) unit_state=${line#*=} ;;
        # What a program has made, and no file, is gone once it has stopped.
        CanStart=no | CanStop=no | Transient=yes) unit_moves=no ;;
        InactiveExitTimestampMonotonic=*) unit_start=${line#*=} ;;
        RequiredBy=* | RequisiteOf=* | BoundBy=* | ConsistsOf=* | PropagatesStopTo=*) unit_dependents="$unit_dependents ${line#*=}" ;;
        '')
            [ $# -gt 1 ] || break
            judge_unit "$1"
            forget_unit
            shift
            ;;
        *) unit_complaint=$line ;;
        esac
    done <"$units_file"
    # That systemd does not answer is not an answer.
    [ "$bounded_status" -eq 0 ] && [ $# -eq 1 ] && [ -n "$unit_state" ] ||
        because engine-unreachable "$engine_name: systemctl cannot ask systemd, which may not be running here (status $bounded_status)${unit_complaint:+: $unit_complaint}" || return 1
    judge_unit "$1"
}

forget_unit() { unit_load='' unit_state='' unit_moves=yes unit_start=0 unit_dependents='' unit_complaint=''; }

# One that is being started, for the first time or again after it failed, would run when the snapshot is taken.
judge_unit() { # UNIT
    starts=$starts${starts:+ }$unit_start
    case $unit_state in
    active | reloading | refreshing | activating) running=$running${running:+ }$1 ;;
    deactivating) ;;
    # A stop goes through what does not run to what does, but it begins at what runs.
    *) [ "$units_are" = dependent ] || unit_dependents='' ;;
    esac
    stop_with="$stop_with $unit_dependents"
    [ -n "$objection" ] || object_to_unit "$1"
}

object_to_unit() { # UNIT: sets objection, if there is one
    case $units_are-$unit_load in
    named-not-found)
        objection="there is no unit $1 on this machine: mend its name, or install it ('systemctl list-unit-files' tells what there is)"
        return
        ;;
    named-masked)
        objection="$1 is masked, and could not be started again: 'systemctl unmask $1', or take it out of the profile"
        return
        ;;
    named-loaded | dependent-*) ;;
    *)
        objection="systemd cannot load $1 ($unit_load): 'systemctl status $1' tells why"
        return
        ;;
    esac
    case $unit_moves-$unit_state in
    *-inactive | *-failed | *-maintenance) ;;
    *-deactivating) objection="$1 is just being stopped, or started anew, by somebody else: try again when that is done" ;;
    no-*) objection="$1 runs$(stops_with_others), and could not be stopped, or started again, by hand: it is transient, masked, or has RefuseManualStart or RefuseManualStop" ;;
    esac
}

stops_with_others() { [ "$units_are" = named ] || printf '%s' " and would stop with $to_stop"; }

# How to start them again is laid ready before the first is stopped.
systemd_rest() { # N
    # Where others have come to rest since it was opened, much may have changed.
    [ "$engine_count" -eq 1 ] || find_what_stops "$1" || return 1
    stopped_units=$dependents
    for unit in $to_stop; do stopped_units=$unit${stopped_units:+ }$stopped_units; done
    [ -z "$stopped_units" ] || write_down "$1.leftovers" "systemctl start -- $stopped_units" || return 1
    [ -z "$dependents" ] || log "$engine_name: systemd stops with $to_stop, and they are started again with it: $dependents"
    for unit in $to_stop; do stop_units "$unit" || return 1; done
    # shellcheck disable=SC2086 # no unit's name can hold a blank
    [ -z "$dependents" ] || stop_units $dependents || return 1
    json_object stopped "$stopped_units" stoppedWithOthers "$dependents"
    prior_state=$json
    # shellcheck disable=SC2086
    look_at_units "$1" named $engine_units || return 1
    [ -z "$running" ] || because engine-refused "$engine_name: $running runs again after it was stopped" || return 1
    write_down "$1.starts" "$starts" && note_stop "$1" &&
        write_down "$1.facts" "\"coordinates\":{},\"version\":null,\"durability\":{},\"priorState\":$prior_state,\"notes\":[]"
}

stop_units() { # UNIT…
    bounded_in_run "$engine_stop_limit" '' systemctl stop -- "$@" ||
        because engine-refused "$engine_name: $* did not stop within $engine_stop_limit s (status $bounded_status)"
}

systemd_settle() { :; }

systemd_verify() { # N
    # shellcheck disable=SC2086
    look_at_units "$1" named $engine_units || return 1
    [ -z "$running" ] || because hold-lost "$engine_name: $running runs, and should have been stopped" || return 1
    ! ran_in_between "$1" || because hold-lost "$engine_name: a unit was started in between"
}

# A unit that ran in between, and has ended since, has left its rest at another time. One that systemd has forgotten, because
# nothing speaks of it, tells 0.
ran_in_between() { # N
    before=''
    read -r before <"$current/$1.starts"
    for start in $starts; do
        [ "$start" = "${before%% *}" ] || [ "$start" = 0 ] || return 0
        before=${before#* }
    done
    return 1
}

systemd_release() { released=no; }
systemd_clear_away() { :; }

# Those that do not start are left for whoever tries again, and named to whoever does it by hand.
systemd_put_back() { # N
    leftovers_file=$1.leftovers not_started=''
    read -r _ _ _ stopped_units <"$current/$leftovers_file"
    for unit in $stopped_units; do
        # A target would start all that belongs to it, also what did not run.
        case $unit in *.target) set -- --job-mode=ignore-requirements ;; *) set -- ;; esac
        bounded "$engine_stop_limit" '' systemctl start "$@" -- "$unit" && continue
        log "$engine_name: $unit did not start (status $bounded_status)"
        not_started=$not_started${not_started:+ }$unit
    done
    [ -n "$not_started" ] || return 0
    write_down "$leftovers_file" "systemctl start -- $not_started"
    return 1
}
