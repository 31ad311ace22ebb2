# Completion of dixit for zsh. In ~/.zshrc, after compinit:  source <(dixit completion zsh)
# dixit itself says what can stand at the cursor; where it says nothing, zsh completes a path.
_dixit() {
    local line="${BUFFER[1,CURSOR]}" program="${(Q)${~words[1]}}"
    local -a suggestions
    suggestions=("${(@f)$("$program" "[suggest:${#line}]" "$line" 2>/dev/null)}")
    suggestions=("${(@)suggestions:#}")
    if (( ${#suggestions} )); then
        compadd -- "${suggestions[@]}"
    else
        _files
    fi
}
compdef _dixit dixit
