# SPDX-License-Identifier: GPL-3.0-or-later
# translations/cas_*.ts become :/i18n/cas_LANGUAGE.qm in every program that links cas::translations.
# Qt's own Chinese texts (file dialog, buttons of message boxes) come along as :/i18n/qtbase_zh_CN.qm.
#
# The sources of the texts are not listed here: packaging/update-translations.sh (./dev translations)
# reads core/, ui/ and app/ as a whole, and a test compares its result with the .ts files.
set(cas_ts_files ${CMAKE_SOURCE_DIR}/translations/cas_zh_CN.ts
    ${CMAKE_SOURCE_DIR}/translations/cas_en.ts)
set_source_files_properties(${cas_ts_files} PROPERTIES OUTPUT_LOCATION ${CMAKE_BINARY_DIR}/i18n)
qt_add_translation(cas_qm_files ${cas_ts_files} OPTIONS -silent)

set(cas_qrc "<RCC>\n<qresource prefix=\"/i18n\">\n")
foreach(qm IN LISTS cas_qm_files)
    get_filename_component(name ${qm} NAME)
    string(APPEND cas_qrc "<file alias=\"${name}\">${qm}</file>\n")
endforeach()
set(cas_qtbase ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_TRANSLATIONS}/qtbase_zh_CN.qm)
if(EXISTS ${cas_qtbase})
    string(APPEND cas_qrc "<file alias=\"qtbase_zh_CN.qm\">${cas_qtbase}</file>\n")
else()
    message(WARNING "${cas_qtbase} is missing (Debian: qt6-translations-l10n): "
        "Qt's own dialogs will be English in the Chinese console")
endif()
string(APPEND cas_qrc "</qresource>\n</RCC>\n")
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/i18n/i18n.qrc CONTENT "${cas_qrc}" @ONLY)
qt_add_resources(cas_i18n_compiled ${CMAKE_BINARY_DIR}/i18n/i18n.qrc)

# The objects themselves are handed on, not an archive of them: a linker would drop the only symbol
# nobody calls, and with it the resource.
add_library(cas_translations_objects OBJECT ${cas_i18n_compiled})
set_target_properties(cas_translations_objects PROPERTIES AUTOMOC OFF AUTORCC OFF UNITY_BUILD OFF)
target_link_libraries(cas_translations_objects PRIVATE Qt6::Core)
add_library(cas_translations INTERFACE)
target_sources(cas_translations INTERFACE $<TARGET_OBJECTS:cas_translations_objects>)
target_link_libraries(cas_translations INTERFACE Qt6::Core)
add_dependencies(cas_translations cas_translations_objects)
add_library(cas::translations ALIAS cas_translations)
