// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/certificate_details_panel.h"
#include "ui/certificates/certificate_actions.h"
#include "ui/certificates/certificate_cells.h"
#include "ui/certificates/certificate_operations.h"
#include "ui/certificates/remaining_bar.h"
#include "ui/certificates/tags_panel.h"
#include "ui/download/job_outcome.h"
#include "ui/kit/chain_tree.h"
#include "ui/kit/code_block.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/labels.h"
#include "ui/kit/page.h"
#include "ui/kit/status_chip.h"
#include "ui/kit/tag_chips.h"
#include "ui/text/error_text.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace cas::ui {

CertificateDetailsPanel::CertificateDetailsPanel(Console &console, CertificateId id, PageHost *host,
                                                 QWidget *parent)
    : SidePanel(parent)
    , m_console(console)
    , m_host(host)
    , m_operations(new CertificateOperations(
          console, [this] { return m_host; }, this))
    , m_id(id)
{
    setObjectName(QStringLiteral("certificateDetails"));
    setPanelWidth(Width::Wide);
    build();
    translateTexts();
    connect(&console.store(), &store::Store::changed, this, [this](const QStringList &topics) {
        if (topics.isEmpty() || topics.contains(QStringLiteral("certificate"))
            || topics.contains(QStringLiteral("tag")) || topics.contains(QStringLiteral("audit")))
            load(Fresh::No);
    });
    connect(this, &SidePanel::submitted, this, [this] {
        if (m_dossier)
            m_operations->run(certificate_action::download, m_dossier->details.row);
    });
    load(Fresh::Yes);
}

CertificateDetailsPanel::~CertificateDetailsPanel() = default;

QVBoxLayout *CertificateDetailsPanel::addSection(QLabel *&title, const char *name)
{
    auto *section = new QVBoxLayout;
    section->setSpacing(space::kS);
    title = makeLabel(TextStyle::BodyStrong, Tone::Text, m_column->parentWidget());
    title->setObjectName(QStringLiteral("section.") + QLatin1StringView(name));
    section->addWidget(title);
    m_column->addLayout(section);
    return section;
}

void CertificateDetailsPanel::build()
{
    m_loadError = new InlineMessage(this);
    m_loadError->setObjectName(QStringLiteral("details.error"));
    body()->addWidget(m_loadError);
    m_content = new QWidget(this);
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::kXl);
    body()->addWidget(m_content);
    m_content->hide();

    auto *state = new QVBoxLayout;
    state->setSpacing(space::kS);
    auto *stateLine = new QHBoxLayout;
    stateLine->setSpacing(space::kM);
    m_chip = new StatusChip(m_content);
    m_chip->setObjectName(QStringLiteral("details.status"));
    m_life = makeLabel(TextStyle::Body, Tone::Text, m_content, Wrap::Yes);
    m_life->setObjectName(QStringLiteral("details.life"));
    stateLine->addWidget(m_chip, 0, Qt::AlignTop);
    stateLine->addWidget(m_life, 1);
    state->addLayout(stateLine);
    m_bar = new RemainingBar(m_content);
    state->addWidget(m_bar);
    m_column->addLayout(state);

    m_subject = new KeyValueGrid(m_content);
    addSection(m_subjectTitle, "subject")->addWidget(m_subject);
    m_facts = new KeyValueGrid(m_content);
    addSection(m_factsTitle, "facts")->addWidget(m_facts);
    m_chain = new ChainTree(m_content);
    m_chain->setObjectName(QStringLiteral("details.chain"));
    addSection(m_chainTitle, "chain")->addWidget(m_chain);

    m_below = new QWidget(m_content);
    m_column->addWidget(m_below);
    m_column = new QVBoxLayout(m_below); // from here on
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::kXl);
    m_below->hide();
    m_prints = new KeyValueGrid(m_below);
    addSection(m_printsTitle, "fingerprints")->addWidget(m_prints);

    auto *tags = addSection(m_tagsTitle, "tags");
    m_tags = new TagChips(TagChips::Mode::Editable, m_below);
    m_tags->setObjectName(QStringLiteral("details.tags"));
    m_tagsError = makeLabel(TextStyle::Small, Tone::Bad, m_below, Wrap::Yes);
    m_tagsError->setObjectName(QStringLiteral("details.tagsError"));
    m_tagsError->hide();
    tags->addWidget(m_tags);
    tags->addWidget(m_tagsError);

    m_extensions = new CodeBlock(m_below);
    m_extensions->setObjectName(QStringLiteral("details.extensions"));
    addSection(m_extensionsTitle, "extensions")->addWidget(m_extensions);
    m_pem = new CodeBlock(m_below);
    m_pem->setObjectName(QStringLiteral("details.pem"));
    addSection(m_pemTitle, "pem")->addWidget(m_pem);

    auto *history = addSection(m_historyTitle, "history");
    m_historyRows = new QWidget(m_below);
    m_historyRows->setObjectName(QStringLiteral("details.history"));
    m_historyGrid = new QGridLayout(m_historyRows);
    m_historyGrid->setContentsMargins(0, 0, 0, 0);
    m_historyGrid->setHorizontalSpacing(space::kM);
    m_historyGrid->setVerticalSpacing(space::kXs);
    m_historyGrid->setColumnStretch(1, 1);
    history->addWidget(m_historyRows);
    m_allHistory = makeButton(ButtonKind::Link, m_below);
    m_allHistory->setObjectName(QStringLiteral("details.allHistory"));
    history->addWidget(m_allHistory, 0, Qt::AlignLeft);

    m_back = makeButton(ButtonKind::Secondary, nullptr, Symbol::ChevronLeft);
    m_back->setObjectName(QStringLiteral("details.back"));
    addFooterButton(m_back);
    m_back->hide();
    m_revoke = makeButton(ButtonKind::Secondary, nullptr, Symbol::Revoke);
    m_revoke->setObjectName(QStringLiteral("details.revoke"));
    addFooterButton(m_revoke);
    m_revoke->hide();

    connect(m_chain, &ChainTree::nodeActivated, this, &CertificateDetailsPanel::openNode);
    connect(m_tags, &TagChips::tagsChanged, this, &CertificateDetailsPanel::saveTags);
    connect(m_allHistory, &QPushButton::clicked, this, [this] {
        if (m_host && m_host->showPage(QStringLiteral("operation-logs"), m_id.toString()))
            requestClose();
    });
    connect(m_back, &QPushButton::clicked, this, [this] {
        if (m_trail.isEmpty())
            return;
        m_id = m_trail.takeLast();
        load(Fresh::Yes);
    });
    connect(m_revoke, &QPushButton::clicked, this, [this] {
        if (m_dossier)
            m_operations->run(certificate_action::revoke, m_dossier->details.row);
    });
    connect(m_loadError, &InlineMessage::actionTriggered, this, [this] { load(Fresh::Yes); });
}

void CertificateDetailsPanel::translateTexts()
{
    m_subjectTitle->setText(tr("Subject"));
    m_factsTitle->setText(tr("Certificate"));
    m_chainTitle->setText(tr("Chain"));
    m_printsTitle->setText(tr("Fingerprints"));
    m_tagsTitle->setText(tr("Tags"));
    m_tags->setPlaceholder(tr("key:value"));
    m_tags->setAccessibleName(tr("Tags"));
    m_tags->focusProxy()->setAccessibleName(tr("Tags"));
    m_chain->setAccessibleName(tr("Chain"));
    m_extensionsTitle->setText(tr("Extensions"));
    m_pemTitle->setText(tr("PEM"));
    m_historyTitle->setText(tr("History"));
    m_back->setText(tr("Back"));
    m_revoke->setText(tr("Revoke"));
    setCancelText(tr("Close"));
}

void CertificateDetailsPanel::changeEvent(QEvent *event)
{
    SidePanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        translateTexts();
        if (m_dossier)
            display();
    }
}

void CertificateDetailsPanel::open(CertificateId id)
{
    if (id == m_id || id.isNull())
        return;
    m_trail.append(m_id);
    m_id = id;
    load(Fresh::Yes);
}

void CertificateDetailsPanel::load(Fresh fresh)
{
    m_job = dossierJob(m_console, m_id);
    m_job.onFinished([this, fresh](auto outcome) {
        whenEnded(
            std::move(outcome),
            [&](CertificateDossier dossier) {
                m_dossier = std::move(dossier);
                m_loadError->setMessage(InlineMessage::Kind::Info, {});
                display();
                if (fresh == Fresh::Yes) {
                    if (auto *scroll = findChild<QScrollArea *>(QStringLiteral("panel.scroll")))
                        scroll->verticalScrollBar()->setValue(0);
                }
            },
            [&](const Error &error) {
                m_loadError->setMessage(InlineMessage::Kind::Error, errorSentence(error));
                m_loadError->setDetails(errorDetails(error));
                m_loadError->setAction(tr("Try again"));
                if (fresh == Fresh::Yes) {
                    m_dossier.reset();
                    m_content->hide();
                    m_revoke->hide();
                    setPrimary({});
                    setTitle(m_id.toString());
                }
            });
    });
}

void CertificateDetailsPanel::openNode(int index)
{
    if (!m_dossier)
        return;
    // Nodes run from the root down, the chain from the leaf up; an issuer that is not held is drawn
    // above them all.
    const auto &chain = m_dossier->details.chain;
    const int extra = m_dossier->missingIssuer.isEmpty() ? 0 : 1;
    const qsizetype position = chain.size() - 1 - (index - extra);
    if (index >= extra && position >= 0 && position < chain.size())
        open(chain.at(position).id);
}

void CertificateDetailsPanel::saveTags(const QStringList &typed)
{
    const auto tags = parseTags(typed);
    sayOfTags(tags ? QString() : errorSentence(tags.error()));
    m_tagWriting.unfit = !tags;
    if (!tags)
        return;
    if (m_tagWriting.running)
        m_tagWriting.next = *tags;
    else
        writeTags(*tags);
}

void CertificateDetailsPanel::writeTags(const QList<tags::Tag> &tags)
{
    m_tagWriting.running = true;
    m_tagWriting.job = m_console.certificates().setTagsJob(m_id, tags, m_tagWriting.seen);
    m_tagWriting.job.onFinished([this, id = m_id, tags](auto outcome) {
        m_tagWriting.running = false;
        const auto next = std::exchange(m_tagWriting.next, {});
        if (id != m_id)
            return; // another certificate is shown by now
        whenEnded(
            std::move(outcome),
            [&](Unit) { // the change feed brings the new details
                m_tagWriting.seen = tags;
                if (next)
                    writeTags(*next);
            },
            [&](const Error &error) {
                sayOfTags(errorSentence(error));
                if (m_dossier)
                    m_tags->setTags(tagTexts(m_dossier->details.row.tags));
                load(Fresh::No); // what somebody else made of them meanwhile
            });
    });
}

void CertificateDetailsPanel::sayOfTags(const QString &problem)
{
    m_tagsError->setText(problem);
    m_tagsError->setVisible(!problem.isEmpty());
}

} // namespace cas::ui
