// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/download/path_dialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace cas::ui {

namespace {

const QString kFolderKey = QStringLiteral("download/folder");

// A file of its own: a convenience that must never stand in the way of the window's settings.
QSettings folderSettings()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("cas-console"),
                     QStringLiteral("folders"));
}

void openDialog(QWidget *parent, const QString &title, PathChosen chosen,
                const std::function<void(QFileDialog &)> &prepare)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setObjectName(QStringLiteral("pathDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    prepare(*dialog);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [chosen = std::move(chosen)](const QString &path) { chosen(path); });
    dialog->open();
}

} // namespace

void askFolder(QWidget *parent, const QString &title, const QString &start, PathChosen chosen)
{
    openDialog(parent, title, std::move(chosen), [&](QFileDialog &dialog) {
        dialog.setFileMode(QFileDialog::Directory);
        dialog.setOption(QFileDialog::ShowDirsOnly);
        dialog.setDirectory(start);
    });
}

void askOpenFile(QWidget *parent, const QString &title, const QString &filter, PathChosen chosen)
{
    openDialog(parent, title, std::move(chosen), [&](QFileDialog &dialog) {
        dialog.setFileMode(QFileDialog::ExistingFile);
        if (!filter.isEmpty())
            dialog.setNameFilter(filter);
        dialog.setDirectory(lastFolder());
    });
}

void askSaveFile(QWidget *parent, const QString &title, const QString &suggested,
                 const QString &filter, PathChosen chosen)
{
    openDialog(parent, title, std::move(chosen), [&](QFileDialog &dialog) {
        dialog.setAcceptMode(QFileDialog::AcceptSave);
        dialog.setFileMode(QFileDialog::AnyFile);
        if (!filter.isEmpty())
            dialog.setNameFilter(filter);
        dialog.setDirectory(lastFolder());
        dialog.selectFile(suggested);
    });
}

QString lastFolder()
{
    QString remembered = folderSettings().value(kFolderKey).toString();
    if (!remembered.isEmpty() && QFileInfo(remembered).isDir())
        return remembered;
    const QString downloads = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    return downloads.isEmpty() ? QDir::homePath() : downloads;
}

void rememberFolder(const QString &folder)
{
    folderSettings().setValue(kFolderKey, folder);
}

} // namespace cas::ui
