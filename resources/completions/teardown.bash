# SPDX-FileCopyrightText: The Teardown authors
# SPDX-License-Identifier: MIT
#
# Completion for teardown and teardown-cli in bash. The options are those that --help shows.

_teardown() {
    local word=$2 before=$3 command='' values
    case $before in
    --service) values='line echo discard chargen' ;;
    --lang) values='en zh_CN' ;;
    --end-gate | --epoll) values='on off' ;;
    --jsonl | --port-file)
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
        return
        ;;
    *)
        [[ ${COMP_CWORD} -eq 1 || ${COMP_WORDS[1]} == -* ]] || command=${COMP_WORDS[1]}
        # shellcheck disable=SC2086 # without a command it is no argument at all
        values=$("$1" $command --help 2>/dev/null | sed -n 's/^  \(--[a-z-]*\|[a-z]*\)\( .*\)\{0,1\}$/\1/p')
        ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$values" -- "$word")
}

complete -F _teardown teardown teardown-cli
