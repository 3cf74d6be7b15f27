# SPDX-FileCopyrightText: The Teardown authors
# SPDX-License-Identifier: MIT
#
# Completion for teardown and teardown-cli in fish. The options are those that --help shows.

function __teardown_words_of_help
    set --local words (commandline --tokenize --cut-at-cursor)
    set --local command $words[2]
    string match --quiet -- '-*' $command; and set command
    $words[1] $command --help 2>/dev/null |
        string replace --regex --filter '^  (--[a-z-]+|[a-z]+)( \S+)*  +(.*)$' '$1\t$3'
end

for program in teardown teardown-cli
    complete --command $program --arguments '(__teardown_words_of_help)'
    complete --command $program --no-files
    complete --command $program --long-option service --exclusive --arguments 'line echo discard chargen'
    complete --command $program --long-option lang --exclusive --arguments 'en zh_CN'
    complete --command $program --long-option end-gate --exclusive --arguments 'on off'
    complete --command $program --long-option epoll --exclusive --arguments 'on off'
    complete --command $program --long-option jsonl --require-parameter --force-files
    complete --command $program --long-option port-file --require-parameter --force-files
end
