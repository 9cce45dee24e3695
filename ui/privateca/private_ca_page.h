// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/privateca/ca_service.h"
#include "ui/kit/page.h"
#include "ui/kit/windowed_model.h"
#include "ui/privateca/ca_table.h"

class QPushButton;
class QStackedWidget;

namespace cas {
class Console;
}

namespace cas::ui {

class CaCards;
class CaCertificatesView;
class CaOperations;
class DataTable;
class PageHeader;

/// The Private CA page (id "private-ca"): CAs as a tree, three cards about the selected one, and,
/// stacked over both, the Certificate List of a CA.
/// @thread main
class PrivateCaPage : public Page
{
    Q_OBJECT
public:
    /// @param console borrowed; must outlive the page
    explicit PrivateCaPage(Console &console, QWidget *parent = nullptr);
    ~PrivateCaPage() override;

    /// @param argument a CA's printed id selects it; "ID/certificates" opens its Certificate List;
    ///                 "create", "create-sub", "request" and "import" open that form; a map with
    ///                 "import" opens Import CA with those files (paths)
    void activated(const QVariant &argument) override;
    void retranslate() override;
    void refresh() override;
    void home() override;
    void focusSearch() override;
    /// Columns of the CAs; columns, sorting and filters of the Certificate List.
    [[nodiscard]] QByteArray saveState() const override;
    bool restoreState(const QByteArray &state) override;

    [[nodiscard]] CaId selected() const { return m_selected; }
    /// Opens the Certificate List of a CA.
    void showCertificates(CaId id);
    CaCertificatesView *certificates(); // makes it
    [[nodiscard]] bool showsCertificates() const;
    void showCas();

private:
    /// What one fetch brings.
    struct Snapshot
    {
        QList<privateca::Ca> cas;
        StoreTraits traits;
        bool readOnly = false;
    };
    void buildList();
    void connectOperations();
    void storeChanged(const QStringList &topics);
    void arrived(const Snapshot &snapshot);
    void updateRows();
    void select(CaId id);
    void fetchDetails();
    void runArgument();
    void openForm(const QString &form, const QStringList &files);
    void trigger(CaId id, const QString &actionId);
    [[nodiscard]] CaTable::Rights rights() const;
    /// The chosen CA when it may have a subordinate, else the first that may; null when none.
    [[nodiscard]] const CaRow *parentForSub() const;
    [[nodiscard]] const CaRow *issuingCa() const;
    [[nodiscard]] const CaRow *rowFor(CaAction action) const;

    Console &m_console;
    CaOperations *m_operations;
    QStackedWidget *m_stack;
    QWidget *m_list;
    PageHeader *m_header;
    QPushButton *m_import;
    QPushButton *m_createSub;
    QPushButton *m_create;
    DataTable *m_table;
    WindowedModel<CaRow> *m_model;
    CaCards *m_cards;
    CaCertificatesView *m_certificates = nullptr; // made when it is first shown
    QByteArray m_certificatesState; // what it shall take up then
    CaTree m_tree;
    Snapshot m_snapshot;
    bool m_loaded = false;
    QVariant m_argument; // waits for the first fetch
    CaId m_selected;
    Job<Snapshot> m_fetch;
    Job<privateca::CaDetails> m_details;
};

} // namespace cas::ui
