// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/console/console.h"
#include "ui/kit/card.h"
#include "ui/kit/inline_message.h"

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace cas::ui {

class KeyValueGrid;
class Page;
class PathEdit;
class SettingWriter;

/// The card of the backups: the last one and whether it was tried, when they are made by
/// themselves, and the ways to make, try and restore one now.
/// @thread main
class BackupCard : public Card
{
    Q_OBJECT
public:
    /// @param console, page borrowed; must outlive the card. The page is the card's parent.
    BackupCard(Console &console, Page &page);
    /// Reads what the store knows of its backups.
    void refresh();
    void retranslate();

signals:
    /// What came of something, for the head of the page.
    void said(cas::ui::InlineMessage::Kind kind, const QString &text, const QString &details);
    /// The person wants to see a restored store.
    void openStoreRequested(const QString &path);

private:
    void makeSchedule();
    void show();
    void showFacts();
    void showSchedule();
    void showKeepUnit();
    void chooseEvery();
    void chooseFolder(const QString &every);
    void backUp();
    void tryNewest();
    void restore();
    void fail(const Error &error);

    Console &m_console;
    Page &m_page;
    SettingWriter *m_writer;
    std::optional<BackupService::Status> m_status; // none until the first reading came
    bool m_readOnly = false;
    bool m_filling = false;
    InlineMessage *m_failure;
    KeyValueGrid *m_facts;
    QLabel *m_everyLabel;
    QComboBox *m_every;
    QComboBox *m_hour;
    QLabel *m_folderLabel;
    PathEdit *m_folder;
    QLabel *m_keepLabel;
    QSpinBox *m_keep;
    QPushButton *m_backUp;
    QPushButton *m_try;
    QPushButton *m_restore;
    Job<BackupService::Status> m_statusJob;
    Job<BackupReport> m_backupJob;
    Job<RestoreTest> m_tryJob;
};

} // namespace cas::ui
