# examine-systemd: asks for every unit whether there is one of that name, and whether it runs.
# shellcheck disable=SC2154 # settings come from the head; state is shared between fragments

systemd_examine() { # N
    # No unit's name can hold a blank.
    for unit in $engine_units; do
        unit_state=$(systemctl show --property=LoadState,ActiveState "$unit") ||
            because engine-unreachable "$engine_name: systemctl cannot ask systemd, which may not be running here" || return 1
        case $unit_state in
        *LoadState=loaded*ActiveState=active* | *ActiveState=active*LoadState=loaded*) fact unit "$unit runs" ;;
        *LoadState=loaded*) fact unit "$unit does not run, and would be left alone" ;;
        *) because engine-refused "$engine_name: there is no unit $unit" || return 1 ;;
        esac
    done
}
