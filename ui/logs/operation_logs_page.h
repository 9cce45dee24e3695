// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/console/console.h"
#include "ui/kit/page.h"
#include "ui/kit/windowed_model.h"

class QPushButton;

namespace cas::ui {

class DataTable;
class FilterBar;
class InlineMessage;
class PageHeader;

/// Every operation of the store, newest first, and whether the log is still whole (operation 14).
/// Page id "operation-logs"; showPage() may give the printed id of an object whose events are
/// wanted.
/// @thread main
class OperationLogsPage : public Page
{
    Q_OBJECT
public:
    /// @param console borrowed; must outlive the page
    explicit OperationLogsPage(Console &console, QWidget *parent = nullptr);
    ~OperationLogsPage() override;

    void activated(const QVariant &argument) override;
    void retranslate() override;
    void refresh() override;
    void focusSearch() override;

    [[nodiscard]] QByteArray saveState() const override;
    bool restoreState(const QByteArray &state) override;

signals:
    /// Verify has ended and its result is shown.
    void verified();

private:
    /// A row of the list: what it was about has a name that the log itself does not always hold.
    struct Row : audit::AuditEvent
    {
        QString object;
        bool operator==(const Row &) const = default;
    };
    using Model = WindowedModel<Row>;
    struct Verification
    {
        QList<store::Finding> findings;
        qint64 events = 0;
    };

    void makeModel();
    void offerFilters();
    void fetchChoices();
    void applyEmptyState();
    void filterChanged();
    void openEvent(int row);
    void verify();
    void showVerification(const Verification &result);

    Console &m_console;
    PageHeader *m_header;
    QPushButton *m_verify;
    FilterBar *m_filters;
    InlineMessage *m_message;
    DataTable *m_table;
    Model *m_model = nullptr;
    audit::AuditFilter m_filter; // of the rows that are shown
    audit::AuditChoices m_offered;
    Job<audit::AuditChoices> m_choices;
    Job<Verification> m_verification;
};

} // namespace cas::ui
