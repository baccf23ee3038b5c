# Completion of quiesce for fish. In this shell:  quiesce completion fish | source
# In every one:  quiesce completion fish >~/.config/fish/completions/quiesce.fish
function __quiesce_suggestions
    # What is asked is what stands before the cursor, whatever path the program was called by.
    set -l words (commandline --tokenize --cut-at-cursor --current-process)
    set -l word (commandline --current-token --cut-at-cursor)
    set -l line (string join -- ' ' quiesce $words[2..-1] "$word")
    set -l suggestions
    for suggestion in ($words[1] "[suggest:"(string length -- $line)"]" $line 2>/dev/null)
        string match --quiet -- "$word*" $suggestion; or continue
        string match --quiet --regex -- '^[-/]' $suggestion; and not string match --quiet -- '-*' $word; and continue
        set --append suggestions $suggestion
    end
    # Where nothing is suggested a file's name is meant.
    if set --query suggestions[1]
        printf '%s\n' $suggestions
    else
        __fish_complete_path $word
    end
end
complete --command quiesce --no-files --arguments '(__quiesce_suggestions)'
