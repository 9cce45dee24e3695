// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/backup_card.h"
#include "ui/kit/buttons.h"
#include "ui/kit/key_value_grid.h"
#include "ui/kit/labels.h"
#include "ui/kit/page.h"
#include "ui/kit/path_dialog.h"
#include "ui/kit/text.h"
#include "ui/settings/path_edit.h"
#include "ui/settings/restore_panel.h"
#include "ui/settings/setting_writer.h"
#include "ui/text/error_text.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace cas::ui {

namespace {

constexpr int kHours = 24;
constexpr int kScheduleLabelWidth = 140; // as the facts above

QHBoxLayout *scheduleRow(QLabel *label, std::initializer_list<QWidget *> editors)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kM);
    label->setFixedWidth(kScheduleLabelWidth);
    label->setBuddy(*editors.begin());
    row->addWidget(label);
    for (QWidget *editor : editors)
        row->addWidget(editor, editor->sizePolicy().horizontalPolicy() == QSizePolicy::Expanding);
    if ((*editors.begin())->sizePolicy().horizontalPolicy() != QSizePolicy::Expanding)
        row->addStretch(1);
    return row;
}

struct BackupTr
{
    Q_DECLARE_TR_FUNCTIONS(cas::ui::BackupCard)
};

/// "2026-11-27 03:00, today": which of the day's backups it was matters.
QString momentText(const QDateTime &time, const QDateTime &now)
{
    //: a time and how far away it is: "2026-11-27 03:00, 2 days ago"
    return BackupTr::tr("%1, %2").arg(
        time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")), relativeTime(time, now));
}

/// A folder that is not there is a drive that is somewhere else, most often.
QString failureText(const Error &error)
{
    if (error.code == ErrorCode::FileNotFound && !error.args.isEmpty())
        return BackupTr::tr("The folder %1 is not there. Connect the drive or choose another one.")
            .arg(visibleText(QDir::toNativeSeparators(error.args.constFirst())));
    return errorSentence(error);
}

QString everyId(BackupSchedule::Every every)
{
    switch (every) {
    case BackupSchedule::Every::Daily:
        return QStringLiteral("daily");
    case BackupSchedule::Every::Weekly:
        return QStringLiteral("weekly");
    case BackupSchedule::Every::Off:
        break;
    }
    return QStringLiteral("off");
}

} // namespace

BackupCard::BackupCard(Console &console, Page &page)
    : Card(&page)
    , m_console(console)
    , m_page(page)
    , m_writer(new SettingWriter(console, this))
    , m_readOnly(console.store().info().readOnly)
    , m_failure(new InlineMessage(this))
    , m_facts(new KeyValueGrid(this))
    , m_backUp(makeButton(ButtonKind::Secondary, this, Symbol::Download))
    , m_try(makeButton(ButtonKind::Secondary, this, Symbol::ShieldCheck))
    , m_restore(makeButton(ButtonKind::Secondary, this, Symbol::Undo))
{
    m_failure->setObjectName(QStringLiteral("backup.failure"));
    m_failure->setMessage(InlineMessage::Kind::Warning, {});
    m_backUp->setObjectName(QStringLiteral("settings.backup"));
    m_try->setObjectName(QStringLiteral("backup.test"));
    m_restore->setObjectName(QStringLiteral("backup.restore"));
    content()->addWidget(m_failure);
    content()->addWidget(m_facts);
    content()->addSpacing(space::kS);
    makeSchedule();
    content()->addSpacing(space::kS);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_backUp);
    buttons->addWidget(m_try);
    buttons->addWidget(m_restore);
    buttons->addStretch(1);
    content()->addLayout(buttons);
    connect(m_backUp, &QPushButton::clicked, this, &BackupCard::backUp);
    connect(m_try, &QPushButton::clicked, this, &BackupCard::tryNewest);
    connect(m_restore, &QPushButton::clicked, this, &BackupCard::restore);
    connect(m_writer, &SettingWriter::failed, this, &BackupCard::fail);
    connect(m_writer, &SettingWriter::settled, this, &BackupCard::refresh);
}

void BackupCard::makeSchedule()
{
    m_everyLabel = makeLabel(TextStyle::Body, Tone::Text, this);
    m_every = new QComboBox(this);
    m_every->setObjectName(QStringLiteral("backup.every"));
    m_every->setMinimumWidth(150);
    m_hour = new QComboBox(this);
    m_hour->setObjectName(QStringLiteral("backup.hour"));
    m_folderLabel = makeLabel(TextStyle::Body, Tone::Text, this);
    m_folder = new PathEdit(QStringLiteral("backup.folder"), this);
    m_folder->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_folder->line()->setReadOnly(true);
    m_keepLabel = makeLabel(TextStyle::Body, Tone::Text, this);
    m_keep = new QSpinBox(this);
    m_keep->setObjectName(QStringLiteral("backup.keep"));
    m_keep->setRange(1, 1000);
    m_keep->setKeyboardTracking(false);
    m_keep->setMinimumWidth(150);
    content()->addLayout(scheduleRow(m_everyLabel, {m_every, m_hour}));
    content()->addLayout(scheduleRow(m_folderLabel, {m_folder}));
    content()->addLayout(scheduleRow(m_keepLabel, {m_keep}));
    connect(m_every, &QComboBox::activated, this, &BackupCard::chooseEvery);
    connect(m_hour, &QComboBox::activated, this, [this] {
        m_writer->write(settings::keys::backupHour, QString::number(m_hour->currentIndex()));
    });
    connect(m_folder, &PathEdit::browseRequested, this, [this] { chooseFolder({}); });
    connect(m_keep, &QSpinBox::valueChanged, this, [this](int files) {
        showKeepUnit();
        if (!m_filling)
            m_writer->write(settings::keys::backupKeep, QString::number(files));
    });
}

void BackupCard::refresh()
{
    m_statusJob = m_console.backups().statusJob();
    m_statusJob.onFinished([this](const Outcome<BackupService::Status> &outcome) {
        if (const auto *done = std::get_if<Done<BackupService::Status>>(&outcome)) {
            m_status = done->value;
            show();
        }
    });
}

void BackupCard::show()
{
    for (QWidget *writer : {static_cast<QWidget *>(m_every), static_cast<QWidget *>(m_hour),
                            static_cast<QWidget *>(m_folder), static_cast<QWidget *>(m_keep)})
        writer->setEnabled(m_status && !m_readOnly);
    if (!m_status)
        return;
    showFacts();
    showSchedule();
}

void BackupCard::showFacts()
{
    const BackupState &state = m_status->state;
    const QDateTime now = m_console.clock().now();
    m_facts->setRow(QStringLiteral("last"), tr("Last backup"),
                    state.last ? momentText(state.last->takenAt, now) : tr("None yet"));
    if (state.last) {
        m_facts->setRow(QStringLiteral("file"), tr("File"),
                        QDir::toNativeSeparators(state.last->file), KeyValueGrid::Style::Text,
                        KeyValueGrid::Copy::Yes);
        const QString size = QLocale().formattedDataSize(state.last->bytes);
        m_facts->setRow(QStringLiteral("proved"), tr("Proved"),
                        state.last->sealsChecked
                            ? tr("%1, every page and seal checked").arg(size)
                            : tr("%1, every page checked; the store was locked, so the seals were "
                                 "not")
                                  .arg(size));
    }
    const RestoreTest &tested = state.tested;
    QString result = tr("Never");
    if (tested.at.isValid() && tested.error)
        result = tr("%1: cannot be restored. %2")
                     .arg(momentText(tested.at, now), errorSentence(*tested.error));
    else if (tested.at.isValid())
        result = tr("%1: can be restored").arg(momentText(tested.at, now));
    m_facts->setRow(QStringLiteral("tested"), tr("Last tested"), result);
    m_facts->setRow(QStringLiteral("next"), tr("Next backup"),
                    m_status->next.isValid() ? momentText(m_status->next, now)
                                             : tr("By hand only"));

    QString trouble;
    QString details;
    if (m_status->needsPerson && state.failure
        && state.failure->folder == m_status->schedule.folder) {
        trouble = tr("The backup of %1 failed. %2 It is tried again every hour.")
                      .arg(isoDateTime(state.failure->at), failureText(state.failure->error));
        details = errorDetails(state.failure->error);
    } else if (m_status->needsPerson && m_status->schedule.folder.isEmpty()) {
        trouble = tr("No folder is chosen, so no backups are made.");
    } else if (m_status->needsPerson) {
        trouble = tr("The backup that was due is late.");
    }
    m_failure->setMessage(InlineMessage::Kind::Warning, trouble);
    m_failure->setDetails(details);
}

void BackupCard::showSchedule()
{
    const BackupSchedule &schedule = m_status->schedule;
    m_filling = true;
    if (!m_writer->writing(settings::keys::backupEvery))
        m_every->setCurrentIndex(m_every->findData(everyId(schedule.every)));
    if (!m_writer->writing(settings::keys::backupHour))
        m_hour->setCurrentIndex(schedule.hour);
    if (!m_writer->writing(settings::keys::backupFolder))
        m_folder->setPath(schedule.folder);
    if (!m_writer->writing(settings::keys::backupKeep))
        m_keep->setValue(schedule.keep);
    m_hour->setVisible(schedule.every != BackupSchedule::Every::Off);
    m_filling = false;
}

void BackupCard::chooseEvery()
{
    const QString every = m_every->currentData().toString();
    if (every != everyId(BackupSchedule::Every::Off) && m_folder->path().isEmpty()) {
        // Without a folder nothing would be made; a dialog that is cancelled changes nothing.
        showSchedule();
        chooseFolder(every);
        return;
    }
    m_writer->write(settings::keys::backupEvery, every);
}

void BackupCard::chooseFolder(const QString &every)
{
    const QString start = m_folder->path().isEmpty() ? QDir::homePath() : m_folder->path();
    askFolder(this, tr("Folder for backups"), start, [this, every](const QString &path) {
        m_folder->setPath(path);
        m_writer->write(settings::keys::backupFolder, path);
        if (!every.isEmpty())
            m_writer->write(settings::keys::backupEvery, every);
    });
}

void BackupCard::backUp()
{
    const QString stamp =
        m_console.clock().now().toLocalTime().toString(QStringLiteral("yyyyMMdd-HHmm"));
    const QString suggested =
        QStringLiteral("%1-%2.cas")
            .arg(QFileInfo(m_console.store().info().path).completeBaseName(), stamp);
    askSaveFile(this, tr("Back up the store"), suggested, {}, [this](const QString &path) {
        m_backUp->setEnabled(false);
        // The dialog has asked whether a file that is there may go.
        m_backupJob = m_console.backups().backUpJob(tr("Backing up the store"), path,
                                                    BackupService::WhenThere::Replace);
        m_page.host()->showJob(m_backupJob.context());
        m_backupJob.onFinished([this](const Outcome<BackupReport> &outcome) {
            m_backUp->setEnabled(true);
            if (const auto *failed = std::get_if<Failed>(&outcome)) {
                fail(failed->error);
            } else if (const auto *done = std::get_if<Done<BackupReport>>(&outcome)) {
                m_page.host()->toast(
                    tr("Backed up to %1")
                        .arg(visibleText(QDir::toNativeSeparators(done->value.file))));
                refresh();
            }
        });
    });
}

void BackupCard::tryNewest()
{
    m_try->setEnabled(false);
    m_tryJob = m_console.backups().tryNewestJob(tr("Testing the newest backup"));
    m_page.host()->showJob(m_tryJob.context());
    m_tryJob.onFinished([this](const Outcome<RestoreTest> &outcome) {
        m_try->setEnabled(true);
        if (const auto *failed = std::get_if<Failed>(&outcome)) {
            fail(failed->error);
        } else if (const auto *done = std::get_if<Done<RestoreTest>>(&outcome)) {
            const RestoreTest &test = done->value;
            const QString file = visibleText(QDir::toNativeSeparators(test.file));
            if (test.error)
                emit said(InlineMessage::Kind::Error,
                          tr("%1 cannot be restored. %2").arg(file, errorSentence(*test.error)),
                          errorDetails(*test.error));
            else
                emit said(InlineMessage::Kind::Success,
                          tr("%1 can be restored: it was put back for a moment, every page and "
                             "seal in it was checked, and a certificate and a private key were "
                             "read.")
                              .arg(file),
                          {});
            refresh();
        }
    });
}

void BackupCard::restore()
{
    const QString newest =
        m_status && m_status->state.last ? m_status->state.last->file : QString();
    auto *panel = new RestorePanel(m_console, newest, m_page.host()->panelParent());
    connect(panel, &RestorePanel::openRequested, this, &BackupCard::openStoreRequested);
    connect(panel, &RestorePanel::jobStarted, this,
            [this](const std::shared_ptr<JobContext> &job) { m_page.host()->showJob(job); });
    m_page.host()->openPanel(panel);
}

void BackupCard::fail(const Error &error)
{
    emit said(InlineMessage::Kind::Error, errorSentence(error), errorDetails(error));
}

void BackupCard::showKeepUnit()
{
    //: after a number in a field: "14 files"
    m_keep->setSuffix(u' ' + tr("file(s)", nullptr, m_keep->value()));
}

void BackupCard::retranslate()
{
    setTitle(tr("Backup"));
    m_everyLabel->setText(tr("Automatic backup"));
    m_every->setAccessibleName(tr("Automatic backup"));
    m_every->clear();
    m_every->addItem(tr("Off"), QStringLiteral("off"));
    m_every->addItem(tr("Every day"), QStringLiteral("daily"));
    m_every->addItem(tr("Every Monday"), QStringLiteral("weekly"));
    m_hour->setAccessibleName(tr("Hour of the backup"));
    m_hour->clear();
    for (int hour = 0; hour < kHours; ++hour)
        //: an hour of the day: "at 03:00"
        m_hour->addItem(tr("at %1").arg(QTime(hour, 0).toString(QStringLiteral("HH:mm"))));
    m_folderLabel->setText(tr("Folder"));
    m_folder->line()->setAccessibleName(tr("Folder for backups"));
    m_folder->line()->setPlaceholderText(tr("None chosen"));
    m_folder->setBrowseText(tr("Choose…"));
    m_keepLabel->setText(tr("Keep the newest"));
    m_keep->setAccessibleName(tr("Keep the newest"));
    showKeepUnit();
    m_backUp->setText(tr("Back up now"));
    m_try->setText(tr("Test a Backup"));
    m_restore->setText(tr("Restore…"));
    show();
}

} // namespace cas::ui
