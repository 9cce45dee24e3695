// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace cas::ui {

/// File dialogs without a nested event loop: `chosen` is called with an absolute path when the
/// person accepts, never when they cancel. The dialog belongs to `parent` (objectName
/// "pathDialog").
/// @thread main
using PathChosen = std::function<void(const QString &path)>;

/// @param start folder to begin in
void askFolder(QWidget *parent, const QString &title, const QString &start, PathChosen chosen);
/// An existing file to read. @param filter as QFileDialog has them, empty: all files
/// @param start folder to begin in, empty: that of last time
void askOpenFile(QWidget *parent, const QString &title, const QString &filter, PathChosen chosen,
                 const QString &start = {});
/// The same for any number of files at once.
void askOpenFiles(QWidget *parent, const QString &title, const QString &filter,
                  std::function<void(const QStringList &paths)> chosen);
/// A file to write; the dialog itself asks before an existing one is replaced.
/// @param suggested file name, put into the folder of last time
void askSaveFile(QWidget *parent, const QString &title, const QString &suggested,
                 const QString &filter, PathChosen chosen);

/// The folder the last download went to, else the system's download folder, else the home folder.
QString lastFolder();
/// Remembers it for the next dialog and the next run of the program.
void rememberFolder(const QString &folder);

} // namespace cas::ui
