// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/restore_panel.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/passphrase_field.h"
#include "ui/kit/path_dialog.h"
#include "ui/kit/text.h"
#include "ui/settings/path_edit.h"
#include "ui/text/error_text.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QLineEdit>
#include <QVBoxLayout>

namespace cas::ui {

namespace {

/// `store-restored.cas` beside the store, numbered where that is taken.
QString proposedTarget(const QString &storePath)
{
    const QFileInfo store(storePath);
    for (int number = 1;; ++number) {
        const QString name =
            number == 1
                ? QStringLiteral("%1-restored.cas").arg(store.completeBaseName())
                : QStringLiteral("%1-restored-%2.cas").arg(store.completeBaseName()).arg(number);
        QString path = store.absoluteDir().filePath(name);
        if (!QFileInfo::exists(path))
            return path;
    }
}

} // namespace

RestorePanel::RestorePanel(Console &console, const QString &newest, QWidget *parent)
    : SidePanel(parent)
    , m_console(console)
    , m_backup(new PathEdit(QStringLiteral("restore.file")))
    , m_target(new PathEdit(QStringLiteral("restore.target")))
    , m_note(new InlineMessage(this))
{
    setObjectName(QStringLiteral("panel.restore"));
    auto *form = addForm();
    m_note->setObjectName(QStringLiteral("restore.note"));
    body()->insertWidget(0, m_note);
    m_backupField = form->add(m_backup, QStringLiteral("backup"));
    m_targetField = form->add(m_target, QStringLiteral("into"));
    m_passphrase = form->add(new PassphraseField, QStringLiteral("passphrase"));
    for (FormField *field : {m_backupField, m_targetField})
        field->setRequired(true);
    m_backupField->setValidator(
        [this] { return m_backup->path().isEmpty() ? tr("Choose the backup.") : QString(); });
    m_targetField->setValidator([this] {
        return m_target->path().isEmpty() ? tr("Say where the restored store shall be.")
                                          : QString();
    });
    m_backup->setPath(newest);
    m_target->setPath(proposedTarget(console.store().info().path));
    connect(m_backup, &PathEdit::edited, m_backupField, &FormField::noteEdited);
    connect(m_target, &PathEdit::edited, m_targetField, &FormField::noteEdited);
    connect(m_backup, &PathEdit::browseRequested, this, [this] {
        askOpenFile(
            this, tr("Choose the backup"), {},
            [this](const QString &path) { m_backup->setPath(path); },
            QFileInfo(m_backup->path()).path());
    });
    connect(m_target, &PathEdit::browseRequested, this, [this] {
        askSaveFile(this, tr("Restore into"), QFileInfo(m_target->path()).fileName(), {},
                    [this](const QString &path) { m_target->setPath(path); });
    });
    connect(this, &SidePanel::submitted, this, &RestorePanel::start);
    translateTexts();
    form->setClean();
    setDirty(false);
}

void RestorePanel::start()
{
    if (!m_restored.file.isEmpty()) {
        emit openRequested(m_restored.file);
        done();
        return;
    }
    setBusy(tr("Checking and restoring…"));
    m_job = BackupService::restoreJob(tr("Restoring a backup"), m_backup->path(), m_target->path(),
                                      m_passphrase->as<PassphraseField>()->bytes(),
                                      m_console.executors(), m_console.clock(),
                                      m_console.access().actor());
    emit jobStarted(m_job.context());
    m_job.onFinished([this](const Outcome<RestoreReport> &outcome) {
        setBusy({});
        if (const auto *failed = std::get_if<Failed>(&outcome)) {
            Error error = failed->error;
            if (error.code == ErrorCode::WrongPassphrase)
                error.field = QStringLiteral("passphrase");
            else if (error.code == ErrorCode::StoreExists)
                error.field = QStringLiteral("into");
            else if (error.code == ErrorCode::StoreNotFound || error.code == ErrorCode::NotAStore
                     || error.code == ErrorCode::StoreTooNew)
                error.field = QStringLiteral("backup");
            showError(error);
        } else if (const auto *done = std::get_if<Done<RestoreReport>>(&outcome)) {
            finish(done->value);
        }
    });
}

void RestorePanel::finish(const RestoreReport &report)
{
    m_restored = report;
    endForm();
    translateTexts();
}

void RestorePanel::translateTexts()
{
    setTitle(tr("Restore a backup"));
    m_backup->setBrowseText(tr("Choose…"));
    m_target->setBrowseText(tr("Choose…"));
    m_backupField->setLabel(tr("Backup"));
    m_backup->line()->setAccessibleName(tr("Backup"));
    m_targetField->setLabel(tr("Into the new file"));
    m_target->line()->setAccessibleName(tr("Into the new file"));
    m_targetField->setHelp(tr("Nothing is overwritten."));
    m_passphrase->setLabel(tr("Passphrase of the backup"));
    m_passphrase->setHelp(
        tr("With it every seal is checked first. It is the one the store had at that time."));
    if (m_restored.file.isEmpty()) {
        setSubtitle(tr("The store that is open stays as it is."));
        setPrimary(tr("Restore"));
        m_note->setMessage(InlineMessage::Kind::Info, {});
        return;
    }
    setSubtitle({});
    setPrimary(tr("Open in a New Window"));
    setCancelText(tr("Close"));
    const QString restored = tr("Restored to %1, as the store was on %2.")
                                 .arg(visibleText(QDir::toNativeSeparators(m_restored.file)),
                                      isoDateTime(m_restored.takenAt));
    //: after a sentence that says that a backup was restored
    const QString warning = tr("Two stores now hold the same CAs: go on with one of them only, or "
                               "serial numbers and revocation lists will contradict each other.");
    m_note->setMessage(InlineMessage::Kind::Success, restored + u' ' + warning);
}

void RestorePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
    SidePanel::changeEvent(event);
}

} // namespace cas::ui
