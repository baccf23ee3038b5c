# shellcheck shell=bash
# Completion of quiesce for bash. In this shell:  eval "$(quiesce completion bash)"
# In every one:  quiesce completion bash >/etc/bash_completion.d/quiesce
_quiesce() {
    local word=${COMP_WORDS[COMP_CWORD]} line="quiesce ${COMP_LINE:0:COMP_POINT}" suggestion
    # What is asked is what stands before the cursor, whatever path the program was called by.
    line="quiesce ${line#quiesce * }"
    COMPREPLY=()
    while IFS= read -r suggestion; do
        case $suggestion in
        "$word"*) [[ $suggestion == [-/]* && $word != -* ]] || COMPREPLY+=("$suggestion") ;;
        esac
    done < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
}
# Where nothing is suggested a file's name is meant.
complete -o bashdefault -o default -F _quiesce quiesce
