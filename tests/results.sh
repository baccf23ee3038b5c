# shellcheck shell=bash
# What the test projects' result files say. Sourced by run.sh. A project RESULT leaves RESULT.trx, RESULT.log and RESULT.status.

# Exit status 8 means "no test ran"; a project whose every test gave a reason to be skipped is allowed that, an empty one is not.
readonly no_test_ran=8

# "PASSED FAILED SKIPPED" of one project. A missing result file is a failure – a test host that was killed reports none – and so is an exit status that no failed test explains.
counts() {
    local result=$1 status passed=0 failed=0 skipped=0
    status=$(cat "$result.status")
    if [ -s "$result.trx" ]; then
        read -r passed failed skipped < <(awk '
            function counter(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
            /<Counters / { passed += counter("passed"); failed += counter("failed") + counter("error") + counter("timeout") + counter("aborted"); skipped += counter("notExecuted") }
            END { print passed + 0, failed + 0, skipped + 0 }' "$result.trx")
    else
        failed=1
    fi
    if [ "$failed" -eq 0 ] && [ "$status" -ne 0 ] && ! { [ "$status" -eq "$no_test_ran" ] && [ "$skipped" -gt 0 ]; }; then
        failed=1
    fi
    echo "$passed $failed $skipped"
}

# One line for a project that held; the whole log of one that did not.
report_project() {
    local result=$1 passed failed skipped
    read -r passed failed skipped < <(counts "$result")
    if [ "$failed" -gt 0 ]; then
        # Not cat: it copies from file to file behind the other lane's back, and lines of either are lost.
        sed -n p "$result.log"
        [ -s "$result.trx" ] || echo "$(basename "$result"): no result file"
    fi
    echo "$(basename "$result"): $passed passed, $failed failed, $skipped skipped (exit status $(cat "$result.status"))"
}

print_skip_reasons() {
    cat "$1"/*.log | awk '
        /^skipped / { if (getline reason > 0) { sub(/^ +/, "", reason); times[reason]++ } }
        END { for (reason in times) printf "skipped %d: %s\n", times[reason], reason }' | sort
}

# The last line, and the exit status with it.
print_total() {
    local status_file passed failed skipped all_passed=0 all_failed=0 all_skipped=0
    for status_file in "$1"/*.status; do
        read -r passed failed skipped < <(counts "${status_file%.status}")
        all_passed=$((all_passed + passed)) all_failed=$((all_failed + failed)) all_skipped=$((all_skipped + skipped))
    done
    echo "$all_passed passed, $all_failed failed, $all_skipped skipped"
    [ "$all_failed" -eq 0 ]
}
