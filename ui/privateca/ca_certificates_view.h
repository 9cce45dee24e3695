// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/certificates/certificate_row.h"
#include "core/privateca/ca.h"
#include "ui/kit/row_action.h"
#include "ui/kit/windowed_model.h"

#include <QHash>
#include <QWidget>

class QPushButton;

namespace cas {
class Console;
}

namespace cas::ui {

class CaOperations;
class CaTree;
class DataTable;
class FilterBar;
class PageHeader;

/// The Certificate List page of one CA: what it issued, as a window onto the store.
/// @thread main
class CaCertificatesView : public QWidget
{
    Q_OBJECT
public:
    /// @param console, operations borrowed; must outlive the view
    CaCertificatesView(Console &console, CaOperations &operations, QWidget *parent = nullptr);

    void showCa(const privateca::Ca &ca);
    /// The CAs were read anew; the shown one may have changed its state.
    void casChanged(const CaTree &tree);
    void translateTexts();
    void refresh();
    void focusSearch();
    /// For Page::saveState.
    [[nodiscard]] QByteArray saveState() const;
    bool restoreState(const QByteArray &state);

signals:
    void stateChanged();
    void backRequested();

private:
    void buildTable();
    void offerFilters();
    void updateHead();
    void query();
    [[nodiscard]] certificates::CertificateFilter filter() const;
    [[nodiscard]] RowActions actions(int row) const;
    void trigger(int row, const QString &actionId);

    Console &m_console;
    CaOperations &m_operations;
    privateca::Ca m_ca;
    QPushButton *m_back;
    PageHeader *m_header;
    QPushButton *m_request;
    FilterBar *m_filters;
    DataTable *m_table;
    WindowedModel<certificates::CertificateRow> *m_model = nullptr;
    QHash<qint64, QString> m_cursors; // row that a page begins with -> where to go on
};

} // namespace cas::ui
