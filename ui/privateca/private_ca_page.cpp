// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/private_ca_page.h"

#include "core/console/console.h"
#include "ui/download/job_outcome.h"
#include "ui/kit/buttons.h"
#include "ui/kit/data_table.h"
#include "ui/kit/page_header.h"
#include "ui/privateca/ca_cards.h"
#include "ui/privateca/ca_certificates_view.h"
#include "ui/privateca/ca_operations.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace cas::ui {

using privateca::Ca;

PrivateCaPage::PrivateCaPage(Console &console, QWidget *parent)
    : Page(parent)
    , m_console(console)
    , m_operations(new CaOperations(console, *this))
    , m_stack(new QStackedWidget(this))
    , m_list(new QWidget(m_stack))
{
    setObjectName(QStringLiteral("page.private-ca"));
    buildList();
    m_stack->addWidget(m_list);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kPageSide, space::kPageTop, space::kPageSide,
                               space::kPageTop);
    column->addWidget(m_stack);
    connectOperations();
    connect(&m_console.store(), &store::Store::changed, this, &PrivateCaPage::storeChanged);
    PrivateCaPage::refresh();
}

PrivateCaPage::~PrivateCaPage() = default;

void PrivateCaPage::buildList()
{
    m_header = new PageHeader(m_list);
    m_import = makeButton(ButtonKind::Secondary, m_header);
    m_import->setObjectName(QStringLiteral("importCa"));
    m_createSub = makeButton(ButtonKind::Secondary, m_header);
    m_createSub->setObjectName(QStringLiteral("createSub"));
    m_createSub->hide();
    m_create = makeButton(ButtonKind::Primary, m_header);
    m_create->setObjectName(QStringLiteral("createRoot"));
    m_header->addAction(m_import);
    m_header->addAction(m_createSub);
    m_header->addAction(m_create);

    m_table = new DataTable(m_list);
    m_table->setObjectName(QStringLiteral("caTable"));
    m_model = new WindowedModel<CaRow>(CaTable::columns(), m_table);
    m_model->setKey([](const CaRow &row) { return row.ca.id.value(); });
    m_model->setCell([this](const CaRow &row, int column) {
        return CaTable::cell(row, column, m_console.clock().now());
    });
    m_table->setModel(m_model);
    m_table->setRowActions([this](int row) {
        const CaRow *loaded = m_model->rowAt(row);
        return loaded ? CaTable::actions(*loaded, m_console.clock().now(), rights()) : RowActions();
    });
    m_cards = new CaCards(m_list);
    m_cards->setObjectName(QStringLiteral("caCards"));
    m_cards->hide();

    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kL);
    column->addWidget(m_header);
    column->addWidget(m_table, 1);
    column->addWidget(m_cards);
}

void PrivateCaPage::connectOperations()
{
    connect(m_import, &QPushButton::clicked, m_operations, [this] { m_operations->importCa(); });
    connect(m_create, &QPushButton::clicked, m_operations, &CaOperations::createRoot);
    connect(m_createSub, &QPushButton::clicked, this, [this] {
        if (const CaRow *parent = parentForSub())
            m_operations->run(CaRow(*parent), CaAction::CreateSub);
    });
    connect(m_table, &DataTable::emptyActionTriggered, m_operations, &CaOperations::createRoot);
    connect(m_table, &DataTable::rowActionTriggered, this,
            [this](int, qint64 key, const QString &actionId) { trigger(CaId(key), actionId); });
    connect(m_table, &DataTable::rowActivated, this,
            [this](int, qint64 key) { m_operations->details(CaId(key)); });
    connect(m_table, &DataTable::expanderToggled, this, [this](int, qint64 key) {
        m_tree.toggle(CaId(key));
        for (const Ca &hidden : m_tree.below(CaId(key))) {
            if (hidden.id == m_selected)
                m_selected = CaId(key); // what is not shown cannot stay chosen
        }
        updateRows();
    });
    connect(m_table, &DataTable::currentRowChanged, this, [this](int, qint64 key) {
        if (key > 0)
            select(CaId(key));
    });
    connect(m_cards, &CaCards::publishRequested, m_operations, &CaOperations::publishCrl);
    connect(m_cards, &CaCards::crlDownloadRequested, m_operations, &CaOperations::downloadCrl);
    connect(m_cards, &CaCards::caActivated, m_operations, &CaOperations::details);
    connect(m_cards, &CaCards::certificatesActivated, this, &PrivateCaPage::showCertificates);
    connect(m_operations, &CaOperations::certificatesRequested, this,
            &PrivateCaPage::showCertificates);
    connect(m_operations, &CaOperations::made, this, [this](CaId id) {
        m_selected = id; // its row comes with the next fetch
        refresh();
    });
    connect(m_table, &DataTable::stateChanged, this, &Page::stateChanged);
}

CaTable::Rights PrivateCaPage::rights() const
{
    return {&m_console.access(), m_snapshot.readOnly, m_snapshot.traits};
}

void PrivateCaPage::retranslate()
{
    m_header->setTitle(tr("Private CA"));
    m_header->setHelp(
        tr("Run your own root and subordinate CAs; certificates are issued at once."));
    m_import->setText(tr("Import CA"));
    m_create->setText(tr("Purchase and Enable"));
    m_table->setTableName(tr("Certificate authorities"));
    m_table->setCountText([](qint64 total) { return tr("%n CA(s)", nullptr, int(total)); });
    m_table->setEmptyState(Symbol::Shield,
                           tr("No CA yet. Make a root CA and issue certificates at once."),
                           tr("Purchase and Enable"));
    m_model->setColumns(CaTable::columns());
    m_cards->translateTexts();
    if (m_certificates)
        m_certificates->translateTexts();
    updateRows();
}

void PrivateCaPage::activated(const QVariant &argument)
{
    m_argument = argument;
    if (!m_argument.isValid())
        return;
    if (m_loaded)
        runArgument();
}

void PrivateCaPage::runArgument()
{
    const QVariant asked = std::exchange(m_argument, {});
    const QVariant offered = asked.toMap().value(QStringLiteral("import"));
    const QString argument = offered.isValid() ? QStringLiteral("import") : asked.toString();
    const auto id = CaId::parse(argument.section(u'/', 0, 0));
    if (!id) {
        if (!argument.isEmpty())
            openForm(argument, offered.toStringList());
        return;
    }
    if (!m_tree.find(*id))
        return;
    m_tree.reveal(*id);
    m_selected = *id;
    updateRows();
    if (argument.endsWith(u"/certificates"))
        showCertificates(*id);
    else
        showCas();
}

void PrivateCaPage::openForm(const QString &form, const QStringList &files)
{
    showCas();
    const QString refusal = CaTable::refusal(form == u"request" || form == u"bulk-request"
                                                 ? CaAction::RequestCertificate
                                                 : CaAction::CreateSub,
                                             rights());
    if (!refusal.isEmpty()) {
        host()->toast(refusal); // as the greyed buttons say it
    } else if (form == u"create") {
        m_operations->createRoot();
    } else if (form == u"import") {
        m_operations->importCa(files);
    } else if (form == u"create-sub") {
        if (const CaRow *parent = parentForSub())
            m_operations->run(CaRow(*parent), CaAction::CreateSub);
        else
            host()->toast(tr("Create a root CA first; it signs the subordinate CA."));
    } else if (form == u"request" || form == u"bulk-request") {
        if (const CaRow *issuer = issuingCa())
            m_operations->run(CaRow(*issuer), form == u"request" ? CaAction::RequestCertificate
                                                                 : CaAction::BulkRequest);
        else
            host()->toast(tr("Create a subordinate CA first; it issues the certificates."));
    }
}

void PrivateCaPage::refresh()
{
    const auto read = [&console = m_console](JobContext &) -> Result<Snapshot> {
        Snapshot snapshot;
        CAS_TRY(snapshot.cas, console.cas().all());
        CAS_TRY(const auto account, console.accounts().current());
        snapshot.traits.metering = account.metering;
        snapshot.traits.crlDays =
            console.settings().valueOrFallback(settings::keys::crlDays).toInt();
        snapshot.traits.baseUrl = console.settings().valueOrFallback(settings::keys::baseUrl);
        snapshot.readOnly = console.store().info().readOnly;
        return snapshot;
    };
    m_fetch = m_console.executors().io.start<Snapshot>({}, read);
    m_fetch.onFinished([this](Outcome<Snapshot> outcome) {
        whenEnded(
            std::move(outcome), [this](const Snapshot &snapshot) { arrived(snapshot); },
            [this](const Error &error) { emit m_model->failed(error); });
    });
    if (showsCertificates())
        m_certificates->refresh();
}

void PrivateCaPage::storeChanged(const QStringList &topics)
{
    static const QStringList wanted{QStringLiteral("ca"),       QStringLiteral("crl"),
                                    QStringLiteral("issuance"), QStringLiteral("ledger"),
                                    QStringLiteral("account"),  QStringLiteral("certificate"),
                                    QStringLiteral("setting"),  QStringLiteral("tag")};
    bool ours = topics.isEmpty();
    for (const QString &topic : topics)
        ours = ours || wanted.contains(topic);
    if (ours)
        refresh();
}

void PrivateCaPage::arrived(const Snapshot &snapshot)
{
    m_snapshot = snapshot;
    m_tree.setCas(snapshot.cas);
    m_operations->setContext(m_tree, snapshot.traits);
    m_loaded = true;
    const QString readOnly = CaTable::refusal(CaAction::CreateSub, rights());
    for (QPushButton *button : {m_import, m_createSub, m_create}) {
        button->setEnabled(readOnly.isEmpty());
        button->setToolTip(readOnly);
    }
    if (m_selected && !m_tree.find(m_selected))
        m_selected = {};
    m_tree.reveal(m_selected);
    updateRows();
    if (m_certificates)
        m_certificates->casChanged(m_tree);
    emit m_model->recovered();
    runArgument();
}

void PrivateCaPage::updateRows()
{
    if (!m_loaded)
        return;
    m_model->setRows(m_tree.rows());
    m_createSub->setText(CaTable::actionText(CaAction::CreateSub, m_snapshot.traits));
    m_createSub->setVisible(parentForSub());
    int row = m_model->rowOfKey(m_selected.value());
    if (row < 0 && m_model->rowCount() > 0)
        row = 0;
    if (row >= 0) {
        m_table->setCurrentRow(row);
        m_selected = CaId(m_model->key(row));
        fetchDetails();
    } else {
        m_selected = {};
        m_cards->clear();
    }
}

const CaRow *PrivateCaPage::parentForSub() const
{
    return rowFor(CaAction::CreateSub);
}

const CaRow *PrivateCaPage::issuingCa() const
{
    return rowFor(CaAction::RequestCertificate);
}

/// The chosen CA where the action is for it, else the first it is for.
const CaRow *PrivateCaPage::rowFor(CaAction action) const
{
    const QDateTime now = m_console.clock().now();
    const CaRow *first = nullptr;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const CaRow *row = m_model->rowAt(i);
        if (!row || !caActions(*row, now).contains(action))
            continue;
        if (row->ca.id == m_selected)
            return row;
        if (!first)
            first = row;
    }
    return first;
}

void PrivateCaPage::select(CaId id)
{
    if (m_selected == id)
        return;
    m_selected = id;
    fetchDetails();
}

void PrivateCaPage::fetchDetails()
{
    m_details = m_console.cas().detailsJob(m_selected);
    m_details.onFinished([this](Outcome<privateca::CaDetails> outcome) {
        whenEnded(
            std::move(outcome),
            [this](const privateca::CaDetails &details) {
                const bool alive = details.ca.status == privateca::CaStatus::Enabled
                                   || details.ca.status == privateca::CaStatus::Disabled;
                m_cards->setDetails(details, m_console.clock().now(),
                                    alive && !m_snapshot.readOnly ? CaCards::Publishing::Allowed
                                                                  : CaCards::Publishing::Forbidden);
            },
            [this](const Error &) { m_cards->clear(); });
    });
}

void PrivateCaPage::trigger(CaId id, const QString &actionId)
{
    select(id);
    const int at = m_model->rowOfKey(id.value());
    const CaRow *row = m_model->rowAt(at);
    if (!row)
        return;
    m_table->setCurrentRow(at); // the row that the panel is about stays marked beside it
    for (int i = 0; i <= int(CaAction::Assign); ++i) {
        const auto action = CaAction(i);
        if (caActionId(action) == actionId && CaTable::refusal(action, rights()).isEmpty()) {
            const CaRow chosen = *row; // the model may change while the action runs
            m_operations->run(chosen, action);
            return;
        }
    }
}

CaCertificatesView *PrivateCaPage::certificates()
{
    if (m_certificates)
        return m_certificates;
    m_certificates = new CaCertificatesView(m_console, *m_operations, m_stack);
    m_stack->addWidget(m_certificates);
    m_certificates->translateTexts();
    (void)m_certificates->restoreState(m_certificatesState);
    connect(m_certificates, &CaCertificatesView::backRequested, this, &PrivateCaPage::showCas);
    connect(m_certificates, &CaCertificatesView::stateChanged, this, &Page::stateChanged);
    // Wherever the keyboard is in the window, but not behind an open panel.
    for (const auto &keys : {QKeySequence(Qt::ALT | Qt::Key_Left), QKeySequence(Qt::Key_Back)}) {
        connect(new QShortcut(keys, m_certificates), &QShortcut::activated, this, [this] {
            if (!host() || !host()->panel())
                showCas();
        });
    }
    return m_certificates;
}

bool PrivateCaPage::showsCertificates() const
{
    return m_certificates && m_stack->currentWidget() == m_certificates;
}

void PrivateCaPage::showCertificates(CaId id)
{
    const Ca *ca = m_tree.find(id);
    if (!ca || !ca->certificate)
        return;
    certificates()->showCa(*ca);
    m_stack->setCurrentWidget(m_certificates);
    m_certificates->setFocus();
}

void PrivateCaPage::showCas()
{
    m_stack->setCurrentWidget(m_list);
    m_table->setFocus();
}

void PrivateCaPage::home()
{
    if (showsCertificates())
        showCas();
}

void PrivateCaPage::focusSearch()
{
    if (showsCertificates())
        m_certificates->focusSearch();
}

QByteArray PrivateCaPage::saveState() const
{
    const QJsonObject state{
        {QStringLiteral("cas"), QString::fromUtf8(m_table->saveState())},
        {QStringLiteral("certificates"),
         QString::fromUtf8(m_certificates ? m_certificates->saveState() : m_certificatesState)}};
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

bool PrivateCaPage::restoreState(const QByteArray &state)
{
    const QJsonObject object = QJsonDocument::fromJson(state).object();
    const auto part = [&object](const QString &id) { return object.value(id).toString().toUtf8(); };
    const bool cas = m_table->restoreState(part(QStringLiteral("cas")));
    const QByteArray list = part(QStringLiteral("certificates"));
    if (m_certificates)
        return m_certificates->restoreState(list) || cas;
    m_certificatesState = list;
    return !list.isEmpty() || cas;
}

} // namespace cas::ui
