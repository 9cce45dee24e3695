// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/event_panel.h"
#include "ui/kit/code_block.h"
#include "ui/kit/key_value_grid.h"
#include "ui/kit/labels.h"
#include "ui/kit/page.h"
#include "ui/kit/status_chip.h"
#include "ui/logs/event_text.h"
#include "ui/text/plain_text.h"

#include <QEvent>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace cas::ui {

EventPanel::EventPanel(const audit::AuditEvent &event, const QString &object, PageHost *host,
                       QWidget *parent)
    : SidePanel(parent)
    , m_event(event)
    , m_object(object)
    , m_host(host)
    , m_chip(new StatusChip(this))
    , m_sentence(makeLabel(TextStyle::Body, Tone::Text, this, Wrap::Yes))
    , m_grid(new KeyValueGrid(this))
    , m_jsonTitle(makeLabel(TextStyle::BodyStrong, Tone::Text, this))
    , m_json(new CodeBlock(this))
{
    setObjectName(QStringLiteral("eventPanel"));
    m_sentence->setObjectName(QStringLiteral("event.sentence"));
    m_json->setObjectName(QStringLiteral("event.json"));
    m_json->setMaximumLines(24);
    auto *head = new QVBoxLayout;
    head->setSpacing(space::kS);
    head->addWidget(m_chip, 0, Qt::AlignLeft);
    head->addWidget(m_sentence);
    body()->addLayout(head);
    body()->addWidget(m_grid);
    auto *parameters = new QVBoxLayout;
    parameters->setSpacing(space::kS);
    parameters->addWidget(m_jsonTitle);
    parameters->addWidget(m_json);
    m_json->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    body()->addLayout(parameters);
    body()->addStretch(1);
    if (m_host && event.objectType == QLatin1StringView("certificate")
        && !event.objectId.isEmpty()) {
        m_show = makeButton(ButtonKind::Secondary, nullptr, Symbol::Certificate);
        m_show->setObjectName(QStringLiteral("event.showCertificate"));
        addFooterButton(m_show);
        connect(m_show, &QPushButton::clicked, this, [this] {
            PageHost *window = m_host;
            const QString id = m_event.objectId;
            done(); // the certificate's own panel comes in its place
            window->showPage(QStringLiteral("certificates"), id);
        });
    }
    translateTexts();
}

void EventPanel::translateTexts()
{
    using Style = KeyValueGrid::Style;
    using Copy = KeyValueGrid::Copy;
    setTitle(eventTitle(m_event.eventName));
    setSubtitle(m_event.id.toString());
    m_chip->setStatus(m_event.ok ? StatusKind::Good : StatusKind::Bad, eventResult(m_event));
    QHash<QString, QString> names;
    if (!m_object.isEmpty())
        names.insert(m_event.objectId, m_object);
    m_sentence->setText(eventSentence(m_event, names));
    const auto row = [this](const char *id, const QString &label, const QString &value,
                            Style style = Style::Text, Copy copy = Copy::No) {
        m_grid->setRow(QString::fromLatin1(id), label, value, style, copy);
    };
    row("time", tr("Time"), isoDateTime(m_event.at));
    row("event", tr("Event name"), m_event.eventName, Style::Mono, Copy::Yes);
    row("id", tr("Event ID"), m_event.id.toString(), Style::Mono, Copy::Yes);
    row("operator", tr("Operator"), m_event.operatorName);
    row("source", tr("Source"), m_event.host);
    if (!m_object.isEmpty())
        row("object", tr("Name"), m_object);
    row("resource", tr("Resource"), m_event.objectId, Style::Mono, Copy::Yes);
    row("error", tr("Error code"), m_event.errorCode, Style::Mono, Copy::Yes);
    m_jsonTitle->setText(tr("Request parameters"));
    m_jsonTitle->setVisible(!m_event.parameters.isEmpty());
    m_json->setVisible(!m_event.parameters.isEmpty());
    m_json->setText(QString::fromUtf8(
        QJsonDocument(m_event.parameters).toJson(QJsonDocument::Indented).trimmed()));
    if (m_show)
        m_show->setText(tr("Show certificate"));
}

void EventPanel::changeEvent(QEvent *event)
{
    SidePanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
}

} // namespace cas::ui
