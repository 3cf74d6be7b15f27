# SPDX-FileCopyrightText: The Teardown authors
# SPDX-License-Identifier: MIT

# Every target links teardown_options: the language level, the warnings and the sanitizers of the project.
add_library(teardown_options INTERFACE)
target_compile_features(teardown_options INTERFACE cxx_std_20)
target_include_directories(teardown_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(teardown_options INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_CONTEXTLESS_CONNECT
    QT_NO_FOREACH
    QT_NO_JAVA_STYLE_ITERATORS
    QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    TEARDOWN_VERSION="${PROJECT_VERSION}")
target_compile_options(teardown_options INTERFACE
    -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Wcast-qual -Woverloaded-virtual -Wnon-virtual-dtor -Wimplicit-fallthrough -Wswitch)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 asks for every field of a designated initialiser; the default member values are meant.
    target_compile_options(teardown_options INTERFACE -Wno-missing-field-initializers)
endif()
if(TEARDOWN_FUZZ)
    target_compile_options(teardown_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(TEARDOWN_SANITIZE)
    target_compile_options(teardown_options INTERFACE
        -fsanitize=${TEARDOWN_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(teardown_options INTERFACE -fsanitize=${TEARDOWN_SANITIZE})
endif()
