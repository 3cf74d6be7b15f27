# SPDX-FileCopyrightText: The Teardown authors
# SPDX-License-Identifier: MIT

# What is installed, in two components that become two packages: "cli" runs without any Gui library, "desktop" is the rest.
set(completions ${PROJECT_SOURCE_DIR}/resources/completions)
set(desktop ${PROJECT_SOURCE_DIR}/resources/desktop)
set(man ${PROJECT_SOURCE_DIR}/resources/man)

# install_program(TARGET COMPONENT): the program with its man page and its completions.
function(install_program target component)
    install(TARGETS ${target} COMPONENT ${component})
    install(FILES ${man}/${target}.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT ${component})
    install(FILES ${completions}/teardown.bash RENAME ${target}
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT ${component})
    install(FILES ${completions}/teardown.zsh RENAME _${target}
        DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions COMPONENT ${component})
    install(FILES ${completions}/teardown.fish RENAME ${target}.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT ${component})
endfunction()

install_program(teardown-cli cli)
if(TEARDOWN_GUI)
    install_program(teardown desktop)
    install(FILES ${desktop}/org.teardown.Teardown.desktop
        DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT desktop)
    install(FILES ${desktop}/org.teardown.Teardown.metainfo.xml
        DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT desktop)
    foreach(size 16 24 32 48 64 128 256)
        install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/teardown-${size}.png
            RENAME org.teardown.Teardown.png
            DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps COMPONENT desktop)
    endforeach()
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "The Teardown authors <noreply@invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_CLI_PACKAGE_NAME teardown-cli)
set(CPACK_DEBIAN_DESKTOP_PACKAGE_NAME teardown)
set(CPACK_DEBIAN_DESKTOP_PACKAGE_RECOMMENDS qt6-translations-l10n)
set(CPACK_COMPONENT_CLI_DESCRIPTION "Tells why each TCP connection ended, without a screen.")
set(CPACK_COMPONENT_DESKTOP_DESCRIPTION "Shows TCP connections live and tells why each one ended.")
include(CPack)
