// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certificates/bulk.h"
#include "core/console/console.h"
#include "ui/certificates/certificate_query.h"
#include "ui/kit/page.h"
#include "ui/kit/windowed_model.h"

class QPushButton;

namespace cas::ui {

enum class CertificatePlace;
class CertificateOperations;
class DataTable;
class ImportPanel;
class FilterBar;
class InlineMessage;
class PageHeader;
class TabStrip;

/// Everything in the store that is an X.509 certificate: issued, CAs' own, uploaded.
/// Page id "certificates"; what showPage() may ask of it: CertificatePageArgument.
/// @thread main
class CertificatesPage : public Page
{
    Q_OBJECT
public:
    /// @param console borrowed; must outlive the page
    explicit CertificatesPage(Console &console, QWidget *parent = nullptr);
    ~CertificatesPage() override;

    void activated(const QVariant &argument) override;
    void retranslate() override;
    void refresh() override;
    void focusSearch() override;

    /// Opens Import, with these files and folders if any.
    void openImport(const QStringList &paths = {});

    [[nodiscard]] QByteArray saveState() const override;
    bool restoreState(const QByteArray &state) override;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    using Model = WindowedModel<certificates::CertificateRow>;

    void makeModel();
    void offerFilters();
    [[nodiscard]] CertificatePlace place() const;
    void placeChanged();
    void countDeleted();
    /// Offers a value of `id` that is known before the choices are read.
    void offer(const QString &id, const QString &value);
    void applyArgument(const CertificatePageArgument &wanted);
    void filterChanged();
    void fetchChoices();
    void applyEmptyState();
    [[nodiscard]] certificates::CertificateFilter filter(int sortColumn, Qt::SortOrder order) const;
    [[nodiscard]] ImportPanel *showImport();
    void rowAction(int row, const QString &actionId);
    void bulkAction(const QString &actionId);
    [[nodiscard]] certificates::CertificateSelection selection() const;

    Console &m_console;
    CertificateOperations *m_operations;
    PageHeader *m_header;
    QPushButton *m_export;
    QPushButton *m_import;
    TabStrip *m_places;
    FilterBar *m_filters;
    InlineMessage *m_message;
    DataTable *m_table;
    QWidget *m_columnsButton;
    Model *m_model = nullptr;
    Job<certificates::FilterChoices> m_choices;
    Job<qint64> m_deletedJob;
    certificates::FilterChoices m_offered;
    bool m_readOnly = false;
};

} // namespace cas::ui
