#compdef teardown teardown-cli
# SPDX-FileCopyrightText: The Teardown authors
# SPDX-License-Identifier: MIT
#
# Completion for teardown and teardown-cli in zsh. The options are those that --help shows.

local -a words_of_help
local command=''
case $words[CURRENT-1] in
--service) compadd line echo discard chargen ;;
--lang) compadd en zh_CN ;;
--end-gate | --epoll) compadd on off ;;
--jsonl | --port-file) _files ;;
*)
    (( CURRENT > 2 )) && [[ $words[2] != -* ]] && command=$words[2]
    words_of_help=(${(f)"$($words[1] $command --help 2>/dev/null | sed -n 's/^  \(--[a-z-]*\|[a-z]*\)\( .*\)\{0,1\}$/\1/p')"})
    compadd -- $words_of_help
    ;;
esac
