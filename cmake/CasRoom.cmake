# SPDX-License-Identifier: GPL-3.0-or-later
# A room is one folder = one static library. Its headers are reachable only by the targets that
# link it: each room gets an include root of its own in the build tree with one forwarding header
# per real header, so that an #include of a room that is not linked does not compile.
#
#   cas_room(core/store LINKS cas::core::crypto PRIVATE_LINKS SQLite::SQLite3)
#
# makes the target cas_core_store with the alias cas::core::store from all sources in the folder
# and its sub-folders that are not rooms themselves.

set(CAS_ROOM_INCLUDE_ROOT ${CMAKE_BINARY_DIR}/rooms)

function(cas_target_defaults target)
    target_compile_definitions(${target} PRIVATE
        QT_NO_CAST_FROM_ASCII QT_NO_FOREACH QT_NO_CONTEXTLESS_CONNECT
        QT_DISABLE_DEPRECATED_BEFORE=0x060400)
    if(NOT MSVC)
        target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
            -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
            # __FILE__ from the top of the tree: no program tells where it was built, and clones in
            # other places share one compiler cache.
            -fmacro-prefix-map=${CMAKE_SOURCE_DIR}/=)
        if(CAS_WARNINGS_AS_ERRORS)
            target_compile_options(${target} PRIVATE -Werror)
        endif()
    endif()
endfunction()

function(cas_room path)
    cmake_parse_arguments(arg "" "" "LINKS;PRIVATE_LINKS;EXCLUDE" ${ARGN})
    string(REPLACE "/" "_" name "cas_${path}")
    string(REPLACE "/" "::" alias "cas::${path}")
    set(dir ${CMAKE_SOURCE_DIR}/${path})

    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${dir}/*.cpp ${dir}/*.h)
    foreach(pattern IN LISTS arg_EXCLUDE)
        list(FILTER sources EXCLUDE REGEX "${dir}/${pattern}")
    endforeach()
    # Files named *_win.cpp, *_mac.cpp, *_linux.cpp, *_unix.cpp belong to one platform only.
    if(WIN32)
        list(FILTER sources EXCLUDE REGEX "_(unix|mac|linux)\\.cpp$")
    elseif(APPLE)
        list(FILTER sources EXCLUDE REGEX "_(win|linux)\\.cpp$")
    else()
        list(FILTER sources EXCLUDE REGEX "_(win|mac)\\.cpp$")
    endif()

    add_library(${name} STATIC ${sources})
    add_library(${alias} ALIAS ${name})
    set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)
    cas_target_defaults(${name})

    set(root ${CAS_ROOM_INCLUDE_ROOT}/${name})
    foreach(source IN LISTS sources)
        if(source MATCHES "\\.h$")
            file(RELATIVE_PATH relative ${CMAKE_SOURCE_DIR} ${source})
            file(CONFIGURE OUTPUT ${root}/${relative} CONTENT "#include \"${source}\"\n" @ONLY)
        endif()
    endforeach()
    target_include_directories(${name} PUBLIC ${root})
    target_link_libraries(${name} PUBLIC ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS})
endfunction()
