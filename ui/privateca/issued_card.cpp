// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/issued_card.h"

#include "ui/kit/buttons.h"
#include "ui/kit/chain_tree.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/key_value_grid.h"
#include "ui/kit/labels.h"
#include "ui/kit/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace cas::ui {

IssuedCard::IssuedCard(QWidget *parent)
    : QWidget(parent)
    , m_message(new InlineMessage(this))
    , m_facts(new KeyValueGrid(this))
    , m_chainTitle(makeLabel(TextStyle::BodyStrong, Tone::Text, this))
    , m_chain(new ChainTree(this))
    , m_download(makeButton(ButtonKind::Primary, this, Symbol::Download))
    , m_details(makeButton(ButtonKind::Secondary, this))
    , m_another(makeButton(ButtonKind::Link, this))
{
    setObjectName(QStringLiteral("issuedCard"));
    m_message->setObjectName(QStringLiteral("issued.message"));
    m_facts->setObjectName(QStringLiteral("issued.facts"));
    m_chain->setObjectName(QStringLiteral("issued.chain"));
    m_download->setObjectName(QStringLiteral("issued.download"));
    m_details->setObjectName(QStringLiteral("issued.details"));
    m_another->setObjectName(QStringLiteral("issued.another"));
    setFocusProxy(m_download);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kL);
    column->addWidget(m_message);
    column->addWidget(m_facts);
    column->addWidget(m_chainTitle);
    column->addWidget(m_chain);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kS);
    row->addWidget(m_download);
    row->addWidget(m_details);
    row->addWidget(m_another);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_download, &QPushButton::clicked, this, [this] {
        if (m_made)
            emit downloadRequested(
                {m_made->id, m_made->certificate.subject().commonName(), m_hasKey, false});
    });
    connect(m_details, &QPushButton::clicked, this, [this] {
        if (m_made)
            emit detailsRequested(m_made->id);
    });
    connect(m_another, &QPushButton::clicked, this, &IssuedCard::anotherRequested);
    translateTexts();
}

void IssuedCard::setIssued(const privateca::IssuedCertificate &made, bool hasKey,
                           const QDateTime &now)
{
    m_made = made;
    m_hasKey = hasKey;
    m_now = now;
    translateTexts();
}

void IssuedCard::translateTexts()
{
    m_download->setText(tr("Download"));
    m_details->setText(tr("Details"));
    m_another->setText(tr("Issue another"));
    m_chainTitle->setText(tr("Chain"));
    m_chain->setAccessibleName(tr("Chain"));
    if (!m_made)
        return;
    const crypto::Certificate &certificate = m_made->certificate;
    m_message->setMessage(
        InlineMessage::Kind::Success,
        tr("%1 is issued.").arg(visibleText(certificate.subject().commonName(), 64)));
    QStringList names;
    for (const auto &san : certificate.subjectAltNames())
        names.append(san.value());
    m_facts->setRow(QStringLiteral("serial"), tr("Serial number"),
                    crypto::serialText(certificate.serial()), KeyValueGrid::Style::Hex,
                    KeyValueGrid::Copy::Yes);
    m_facts->setRow(QStringLiteral("from"), tr("Valid from"), isoDateTime(certificate.notBefore()));
    m_facts->setRow(QStringLiteral("to"), tr("Valid to"),
                    dateWithDistance(certificate.notAfter(), m_now));
    if (!names.isEmpty())
        m_facts->setRow(QStringLiteral("names"), tr("Names"), names.join(QStringLiteral(", ")));
    m_facts->setRow(QStringLiteral("sha256"), tr("SHA-256"),
                    QString::fromLatin1(certificate.sha256().toHex().toUpper()),
                    KeyValueGrid::Style::Hex, KeyValueGrid::Copy::Yes);
    if (m_made->restCount)
        m_facts->setRow(QStringLiteral("rest"), tr("Rest count"),
                        groupedNumber(*m_made->restCount));
    QList<ChainTree::Node> nodes{
        {certificate.subject().commonName(), tr("The new certificate"), StatusKind::Good, {}}};
    for (const crypto::Certificate &issuer : m_made->issuers) {
        const bool own = nodes.size() == 1;
        nodes.prepend({own ? m_made->caName : issuer.subject().commonName(),
                       own                   ? tr("Issuing CA")
                       : issuer.selfIssued() ? tr("Root CA")
                                             : tr("Intermediate CA"),
                       StatusKind::Good,
                       {}});
    }
    m_chain->setNodes(nodes);
}

void IssuedCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
    QWidget::changeEvent(event);
}

} // namespace cas::ui
