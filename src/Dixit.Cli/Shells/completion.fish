# Completion of dixit for fish:  dixit completion fish > ~/.config/fish/completions/dixit.fish
# dixit itself says what can stand at the cursor; where it says nothing, fish completes a path.
function __dixit_complete
    set -l line (commandline --cut-at-cursor --current-process | string collect)
    set -l suggestions (dixit "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
    if test (count $suggestions) -gt 0
        printf '%s\n' $suggestions
    else
        __fish_complete_path (commandline --current-token)
    end
end
complete --command dixit --no-files --arguments '(__dixit_complete)'
