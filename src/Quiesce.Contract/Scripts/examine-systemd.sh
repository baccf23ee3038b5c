# examine-systemd: tells what opening has found out: which units run, and what systemd would stop with them.
# shellcheck disable=SC2154 # settings come from the head; state is shared between fragments

systemd_examine() { # N
    for unit in $engine_units; do
        case " $to_stop " in
        *" $unit "*) fact unit "$unit runs" ;;
        *) fact unit "$unit does not run, and would be left alone" ;;
        esac
    done
    for unit in $dependents; do fact unit "$unit runs, would stop with $to_stop, and be started again"; done
}
