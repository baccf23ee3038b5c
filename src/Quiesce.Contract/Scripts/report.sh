# report: the run as our own host reports one, by the schema of `quiesce show --schema`. What only the host saw – the
# freeze, the snapshot, and with them the level – is unknown here.
# shellcheck disable=SC2154 # settings come from the head; state is shared between fragments

report_engine() { # HELD-FROM HELD-TO: adds to proof and to the time in which writers stood still
    holds=false proof_words='the scripts recorded no hold that lasted'
    [ "$1" = null ] || [ "$2" = null ] || holds=true proof_words='the scripts found the hold unbroken; what it covered, only the host knows'
    json_object engine "$engine_name" kind "$engine_proof" reason "$proof_words"
    proof="$proof${proof:+,}${json%\}},\"holds\":$holds,\"fromMs\":$1,\"toMs\":$2}"
    [ "$1" != null ] || return 0
    [ -n "$stall_from" ] && [ "$stall_from" -le "$1" ] || stall_from=$1
    set -- "${2#null}" "$1"
    set -- "${1:-$2}"
    [ -n "$stall_to" ] && [ "$stall_to" -ge "$1" ] || stall_to=$1
}

make_report() { # RESULT REASON: sets report
    words_of "$1"
    status_of "$1"
    json_object name "$1" message "${2:-$cause}" help "$remedy"
    outcome="${json%\}},\"number\":$status}"
    stall=null
    [ -z "$stall_from" ] || stall="{\"fromMs\":$stall_from,\"toMs\":$stall_to}"
    json_text "$profile"
    report_rest="\"plugins\":[{\"name\":\"\",\"profile\":$json}],\"isRehearsal\":false,\"outcome\":$outcome,\"level\":\"unknown\",\"proof\":[$proof]"
    report_rest="$report_rest,\"phases\":[{\"name\":\"scripts\",\"startMs\":$run_began_ms,\"endMs\":$now_ms}],\"stall\":$stall,\"mounts\":[],\"scripts\":[],\"snapshot\":null"
    report_rest="$report_rest,\"records\":[$record],\"remarks\":[\"another host ran the scripts: it alone knows whether the freeze covered the snapshot\"]"
    json_object runId "$run_id" profile "$profile" startedAt "$run_began_at"
    report="{\"schemaVersion\":1,${json#\{}"
    report="${report%\}},$report_rest}"
}
