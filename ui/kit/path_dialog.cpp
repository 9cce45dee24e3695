// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/path_dialog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileIconProvider>
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

/// Pictures and types by the name alone. Qt's own opens what it lists, and SQLite's locks on a
/// store that is in use here end when anything in this process closes that file
/// (sqlite.org/howtocorrupt.html 2.2).
class NamesOnly final : public QFileIconProvider
{
    Q_DECLARE_TR_FUNCTIONS(cas::ui::NamesOnly)
public:
    [[nodiscard]] QIcon icon(const QFileInfo &info) const override
    {
        return QFileIconProvider::icon(info.isDir() ? Folder : File);
    }
    [[nodiscard]] QString type(const QFileInfo &info) const override
    {
        return info.isDir() ? tr("Folder") : info.suffix();
    }
};

QFileDialog *openDialog(QWidget *parent, const QString &title, PathChosen chosen,
                        const std::function<void(QFileDialog &)> &prepare)
{
    auto *dialog = new QFileDialog(parent, title);
    static NamesOnly namesOnly; // has no state, and must outlive the dialog's threads
    dialog->setIconProvider(&namesOnly);
    dialog->setObjectName(QStringLiteral("pathDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    prepare(*dialog);
    if (chosen)
        QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                         [chosen = std::move(chosen)](const QString &path) { chosen(path); });
    dialog->open();
    return dialog;
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

void askOpenFile(QWidget *parent, const QString &title, const QString &filter, PathChosen chosen,
                 const QString &start)
{
    openDialog(parent, title, std::move(chosen), [&](QFileDialog &dialog) {
        dialog.setFileMode(QFileDialog::ExistingFile);
        if (!filter.isEmpty())
            dialog.setNameFilter(filter);
        dialog.setDirectory(start.isEmpty() ? lastFolder() : start);
    });
}

void askOpenFiles(QWidget *parent, const QString &title, const QString &filter,
                  std::function<void(const QStringList &)> chosen)
{
    QFileDialog *dialog = openDialog(parent, title, {}, [&](QFileDialog &made) {
        made.setFileMode(QFileDialog::ExistingFiles);
        made.setNameFilter(filter);
        made.setDirectory(lastFolder());
    });
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, std::move(chosen));
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
    return QFileInfo(downloads).isDir() ? downloads : QDir::homePath();
}

void rememberFolder(const QString &folder)
{
    folderSettings().setValue(kFolderKey, folder);
}

} // namespace cas::ui
