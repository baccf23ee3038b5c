# record: what a run leaves behind – what its engines went through, and around it the report of the run; written after
# everything is released.
# shellcheck disable=SC2034,SC2154 # settings come from the head; state is shared between fragments

json_text() { # TEXT: sets json to it as a JSON string
    json='' json_rest=$1
    while :; do
        json_plain=${json_rest%%[\\\"[:cntrl:]]*}
        json=$json$json_plain
        [ "$json_plain" != "$json_rest" ] || break
        json_rest=${json_rest#"$json_plain"}
        case $json_rest in
        \\*) json=$json\\\\ ;;
        \"*) json=$json\\\" ;;
        *) json="$json " ;;
        esac
        json_rest=${json_rest#?}
    done
    json=\"$json\"
}

json_member() { # NAME VALUE: sets json to "NAME":"VALUE", or null for an empty value
    json=null
    [ -z "$2" ] || json_text "$2"
    json="\"$1\":$json"
}

json_object() { # NAME VALUE [NAME VALUE…]: sets json
    json_members=''
    while [ $# -gt 1 ]; do
        json_member "$1" "$2"
        json_members=$json_members${json_members:+,}$json
        shift 2
    done
    json="{$json_members}"
}

engine_record() { # N HELD-TO: sets engine_json
    "engine_$1"
    stopped=null held_from=null held_to=null facts='' directories=''
    [ ! -f "$current/$1.stopped" ] || read -r stopped <"$current/$1.stopped"
    # What is atomic is not held: the freeze, which only the host sees, shows the rest.
    if [ "$engine_proof" != atomic ]; then held_from=$stopped held_to=$2; fi
    [ ! -f "$current/$1.facts" ] || IFS= read -r facts <"$current/$1.facts"
    [ ! -f "$current/$1.directories" ] || IFS= read -r directories <"$current/$1.directories"
    report_engine "$held_from" "$held_to"
    role=''
    [ ! -f "$current/$1.role" ] || read -r role <"$current/$1.role"
    json_object name "$engine_name" kind "$engine_kind" method "$engine_method" proof "$engine_proof" role "$role"
    verified=false
    [ "$engine_verified" = no ] || verified=true
    engine_json="${json%\}},\"verifiedOnRealServer\":$verified,\"stoppedAtMs\":$stopped,\"heldFromMs\":$held_from,\"heldToMs\":$held_to${directories:+,\"directories\":$directories}${facts:+,$facts}}"
}

steps_record() { # sets steps_json: the steps of the pre script that were begun, and whether they were undone
    steps_json=''
    read_undone
    [ ! -f "$current/journal" ] || while read -r step; do
        "step_$step"
        json_text "$step_member"
        case $undone in
        *" $step "*) json="{\"member\":$json,\"undone\":true}" ;;
        *) json="{\"member\":$json,\"undone\":false}" ;;
        esac
        steps_json=$steps_json${steps_json:+,}$json
    done <"$current/journal"
}

# RESULT REASON BEGAN HELD-TO: the record for a host that reports the run itself, the report for the history under the
# state directory.
write_record() {
    engines_json='' record_held_to=$4 proof='' stall_from='' stall_to=''
    n=0
    while [ $((n += 1)) -le "$engine_count" ]; do
        engine_record "$n" "$record_held_to"
        engines_json=$engines_json${engines_json:+,}$engine_json
    done
    steps_record
    json_object runId "$run_id" profile "$profile" result "$1" reason "$2" bootId "$boot_id"
    record="{\"schemaVersion\":1,${json#\{}"
    read_clock
    record="${record%\}},\"beganMs\":$3,\"endedMs\":$now_ms,\"clockResolutionMs\":10,\"engines\":[$engines_json],\"steps\":[$steps_json]}"
    { printf '%s\n' "$record" >"$run_directory/record.json"; } 2>/dev/null || log "cannot write $run_directory/record.json"
    make_report "$1" "$2"
    keep_report
    forget_oldest_reports
}

# Written beside its place and renamed: nobody ever reads half a report. A host that runs several profiles at once gives all
# of them one name for the run, so the profile's own is part of the file's.
keep_report() {
    history=$state_directory/runs
    [ -d "$history" ] || mkdir -p "$history" 2>/dev/null
    { printf '%s\n' "$report" >"$history/$run_id.$profile.new" && mv -f "$history/$run_id.$profile.new" "$history/$run_id.$profile.json"; } 2>/dev/null && return 0
    rm -f "$history/$run_id.$profile.new" 2>/dev/null
    log "cannot write to $history"
}

# As many as our own host keeps, whose reports lie in the same folder. One of those may be the last recovery point there is,
# and only that host can tell: what goes is what scripts have left, which has the profile's name in its own.
forget_oldest_reports() {
    set -- "$history"/*.json
    [ $# -gt "$most_runs_kept" ] || return 0
    kept_reports=0
    # shellcheck disable=SC2012 # the names are ours, and only ls knows which is the latest
    ls -t "$history" | while IFS= read -r file; do
        case $file in
        *.json) [ $((kept_reports += 1)) -gt "$most_runs_kept" ] || continue ;;
        esac
        case $file in
        *.*.json) rm -f "$history/$file" ;;
        esac
    done
}
