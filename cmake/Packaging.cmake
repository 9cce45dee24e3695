# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts beside the programs, and the .deb that CPack makes of it.
if(UNIX AND NOT APPLE)
    include(GNUInstallDirs)
    set(from ${CMAKE_SOURCE_DIR}/packaging/linux)
    set(made ${CMAKE_BINARY_DIR}/packaging)
    install(FILES ${from}/cas-console.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES ${from}/io.github.cas_console.metainfo.xml
        DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES ${from}/cas-console.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
    install(FILES ${from}/copyright ${CMAKE_SOURCE_DIR}/resources/fonts/LICENSE-Inter.txt
        ${CMAKE_SOURCE_DIR}/resources/fonts/LICENSE-DejaVu.txt
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/cas-console)

    # casctl describes itself; a cross build has no casctl to ask.
    if(NOT CMAKE_CROSSCOMPILING)
        find_program(GZIP gzip REQUIRED)
        add_custom_command(OUTPUT ${made}/casctl.1.gz
            COMMAND ${CMAKE_COMMAND} -E make_directory ${made}
            COMMAND casctl completion bash > ${made}/casctl.bash
            COMMAND casctl completion zsh > ${made}/_casctl
            COMMAND casctl manual-page > ${made}/casctl.1
            COMMAND ${GZIP} -9nc ${from}/cas-console.1 > ${made}/cas-console.1.gz
            COMMAND ${GZIP} -9nc ${CMAKE_SOURCE_DIR}/CHANGELOG.md > ${made}/changelog.gz
            COMMAND ${GZIP} -9nf ${made}/casctl.1
            DEPENDS casctl ${from}/cas-console.1 ${CMAKE_SOURCE_DIR}/CHANGELOG.md VERBATIM)
        add_custom_target(cas_description ALL DEPENDS ${made}/casctl.1.gz)
        install(FILES ${made}/casctl.1.gz ${made}/cas-console.1.gz
            DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
        install(FILES ${made}/casctl.bash RENAME casctl
            DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
        install(FILES ${made}/_casctl DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
        install(FILES ${made}/changelog.gz DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/cas-console)
    endif()

    set(CPACK_GENERATOR DEB)
    set(CPACK_PACKAGE_NAME cas-console)
    set(CPACK_PACKAGE_CONTACT "CAS Console authors <cas-console@example.invalid>")
    set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "console for certificates and private CAs")
    set(CPACK_PACKAGE_DESCRIPTION "Keeps private CAs and certificates in one file of your own: issues,\
 revokes, imports, publishes revocation lists and writes every format a server wants. cas-console is\
 the window, casctl the command line.")
    set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
    set(CPACK_STRIP_FILES ON)
    set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
    set(CPACK_DEBIAN_PACKAGE_SECTION utils)
    set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
    # Loaded at run time, so that no shared library names it: the SVG picture plugin.
    set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6svg6")
    set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
        "fonts-noto-cjk, gnome-keyring | org.freedesktop.secrets")
    include(CPack)
endif()
