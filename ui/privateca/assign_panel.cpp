// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/assign_panel.h"

#include "core/console/console.h"
#include "ui/download/job_outcome.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/key_value_grid.h"
#include "ui/kit/text.h"

#include <QComboBox>
#include <QEvent>
#include <QSpinBox>
#include <QVBoxLayout>

namespace cas::ui {

namespace {

constexpr int kMostAssigned = 100'000'000; // the service's own bound

} // namespace

AssignPanel::AssignPanel(Console &console, const privateca::Ca &root,
                         const QList<privateca::Ca> &subs, CaId chosen, QWidget *parent)
    : SidePanel(parent)
    , m_console(console)
    , m_root(root)
    , m_counts(new KeyValueGrid(this))
    , m_sub(new QComboBox)
    , m_rest(new QSpinBox)
    , m_subField(new FormField(m_sub, QStringLiteral("to")))
    , m_restField(new FormField(m_rest, QStringLiteral("count")))
{
    setObjectName(QStringLiteral("assignPanel"));
    for (const privateca::Ca &sub : subs) {
        if (sub.status != privateca::CaStatus::Enabled)
            continue;
        m_subs.append(sub);
        m_sub->addItem(visibleText(sub.name), sub.id.value());
    }
    const int at = m_sub->findData(chosen.value());
    m_sub->setCurrentIndex(at < 0 ? 0 : at);
    m_rest->setRange(0, kMostAssigned);
    m_rest->setGroupSeparatorShown(true);
    m_counts->setObjectName(QStringLiteral("assign.counts"));
    body()->addWidget(m_counts);
    auto *form = addForm();
    form->add(m_subField);
    m_subField->setRequired(true);
    form->add(m_restField);
    takeRest();
    connect(m_sub, &QComboBox::currentIndexChanged, this, [this] {
        takeRest();
        showCounts();
    });
    connect(this, &SidePanel::submitted, this, &AssignPanel::start);
    translateTexts();
    form->setClean();
}

AssignPanel::~AssignPanel() = default;

const privateca::Ca *AssignPanel::current() const
{
    for (const privateca::Ca &sub : m_subs) {
        if (sub.id.value() == m_sub->currentData().toLongLong())
            return &sub;
    }
    return nullptr;
}

void AssignPanel::takeRest()
{
    const privateca::Ca *sub = current();
    // Nobody means nought for one that is not limited yet: what the root has is proposed.
    const qint64 left = m_root.restCount.value_or(0);
    m_rest->setValue(int(sub && sub->restCount ? *sub->restCount : left));
}

void AssignPanel::translateTexts()
{
    setTitle(tr("Assign"));
    setSubtitle(visibleText(m_root.name));
    m_subField->setLabel(tr("Subordinate CA"));
    m_restField->setLabel(tr("Rest count"));
    setPrimary(tr("Apply", "the new rest count; not an application"));
    showCounts();
}

void AssignPanel::showCounts()
{
    const privateca::Ca *sub = current();
    const auto text = [](const privateca::Ca &ca) {
        return ca.restCount ? groupedNumber(*ca.restCount) : tr("not limited");
    };
    m_counts->setRow(QStringLiteral("unassigned"), tr("Not assigned"), text(m_root));
    m_counts->setRow(QStringLiteral("now"), tr("Rest count now"), sub ? text(*sub) : QString());
    m_restField->setHelp(
        sub && !sub->restCount
            ? tr("This CA is not limited now. Once a number is assigned it may issue only so many.")
            : tr("What the subordinate CA may still issue afterwards; a lower number gives the "
                 "difference back to the root CA."));
    m_counts->setRow(QStringLiteral("issued"), tr("Issued"),
                     sub ? groupedNumber(sub->issuedCount) : QString());
}

void AssignPanel::start()
{
    const privateca::Ca *sub = current();
    if (!sub)
        return;
    setBusy(tr("Assigning…"));
    m_job = m_console.cas().assignQuotaJob(m_root.id, sub->id, m_rest->value());
    m_job.onFinished([this](Outcome<privateca::Ca> outcome) {
        whenEnded(
            std::move(outcome),
            [this](const privateca::Ca &ca) {
                setBusy({});
                setDirty(false);
                emit assigned(ca);
                done();
            },
            [this](const Error &error) { showError(error); }, [this] { setBusy({}); });
    });
}

void AssignPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
    SidePanel::changeEvent(event);
}

} // namespace cas::ui
