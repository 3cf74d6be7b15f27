# SPDX-FileCopyrightText: The Teardown authors
# SPDX-License-Identifier: MIT

# What "ctest --test-action memcheck" runs, as ./dev does with the path of valgrind. CMake's own module CTest would write this file too, and add some twenty
# targets for a dashboard that this project does not have.
set(memcheck_options
    --quiet
    --error-exitcode=1
    --leak-check=full
    --show-leak-kinds=definite
    --errors-for-leak-kinds=definite
    --num-callers=30)
list(JOIN memcheck_options " " memcheck_options)
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/DartConfiguration.tcl @ONLY CONTENT
"SourceDirectory: @PROJECT_SOURCE_DIR@
BuildDirectory: @PROJECT_BINARY_DIR@
MemoryCheckCommandOptions: @memcheck_options@
")
