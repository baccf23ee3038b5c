#compdef quiesce
# Completion of quiesce for zsh. In this shell:  eval "$(quiesce completion zsh)"
# In every one:  quiesce completion zsh >/usr/local/share/zsh/site-functions/_quiesce
_quiesce() {
    # What is asked is what stands before the cursor, whatever path the program was called by.
    local word=$PREFIX line="quiesce ${(j: :)words[2,CURRENT-1]}"
    local -a suggestions
    line="${line% } $word"
    suggestions=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
    [[ $word == -* ]] || suggestions=("${(@)suggestions:#[-/]*}")
    suggestions=("${(@)suggestions:#}")
    # Where nothing is suggested a file's name is meant.
    if (( $#suggestions )); then compadd -a suggestions; else _files; fi
}
# Read by eval, the function has to be made known; found by its file's name, it is called.
if [[ ${funcstack[1]} == _quiesce ]]; then _quiesce "$@"; else compdef _quiesce quiesce; fi
