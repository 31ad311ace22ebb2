# Completion of dixit for bash. In ~/.bashrc:  source <(dixit completion bash)
# dixit itself says what can stand at the cursor; where it says nothing, bash completes a path.
_dixit() {
    local line=${COMP_LINE:0:COMP_POINT} program=${COMP_WORDS[0]/#\~/$HOME} word=${COMP_WORDS[COMP_CWORD]}
    local IFS=$'\n'
    COMPREPLY=($("$program" "[suggest:${#line}]" "$line" 2>/dev/null))
    # Where bash takes = for the end of a word, what it replaces is only what follows.
    case $COMP_WORDBREAKS in *=*) COMPREPLY=("${COMPREPLY[@]#*=}") ;; esac
    if [ "$word" = = ]; then word=; fi
    if [ "${#COMPREPLY[@]}" -eq 0 ]; then
        compopt -o filenames 2>/dev/null
        COMPREPLY=($(compgen -f -- "$word"))
    fi
}
complete -F _dixit dixit
