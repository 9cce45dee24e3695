// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/filter_bar.h"

#include "ui/kit/buttons.h"
#include "ui/kit/flow_layout.h"
#include "ui/text/plain_text.h"
#include "ui/kit/theme.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyle>
#include <QTimer>
#include <QToolButton>

namespace cas::ui {

namespace {

constexpr int kDebounceMs = 150;
constexpr int kSearchWidth = 260;

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_trailing(new QHBoxLayout)
    , m_clear(makeButton(ButtonKind::Link, this))
    , m_debounce(new QTimer(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kS);
    auto *left = new QWidget(this);
    m_flow = new FlowLayout(left, space::kS);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    left->setSizePolicy(policy);
    row->addWidget(left, 1);
    m_trailing->setSpacing(space::kS);
    auto *top = new QVBoxLayout;
    top->addLayout(m_trailing);
    top->addStretch(1);
    row->addLayout(top);

    m_search->setObjectName(QStringLiteral("filter.search"));
    m_search->setProperty("kind", QStringLiteral("search"));
    m_search->setFixedWidth(kSearchWidth);
    m_search->addAction(icon(Symbol::Search, Tint::Third), QLineEdit::LeadingPosition);
    // Not the clear button of Qt: looking for its picture in icon themes takes 10 ms.
    m_emptySearch =
        m_search->addAction(icon(Symbol::Close, Tint::Third), QLineEdit::TrailingPosition);
    m_emptySearch->setVisible(false);
    connect(m_emptySearch, &QAction::triggered, m_search, &QLineEdit::clear);
    m_clear->setObjectName(QStringLiteral("filter.clear"));
    m_flow->addWidget(m_search);
    m_flow->addWidget(m_clear);
    m_clear->hide();

    m_debounce->setSingleShot(true);
    m_debounce->setInterval(kDebounceMs);
    connect(m_debounce, &QTimer::timeout, this, &FilterBar::emitNow);
    connect(m_search, &QLineEdit::textEdited, this, [this] { m_debounce->start(); });
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        m_emptySearch->setVisible(!m_search->text().isEmpty());
        rebuildChips();
        // Emptying the field by its button changes the text without editing it.
        if (searchText().isEmpty() && !m_emittedSearch.isEmpty())
            m_debounce->start();
    });
    connect(m_search, &QLineEdit::returnPressed, this, &FilterBar::emitNow);
    connect(m_clear, &QPushButton::clicked, this, &FilterBar::clear);
    retranslate();
}

void FilterBar::setSearchPlaceholder(const QString &text)
{
    m_search->setPlaceholderText(text);
    m_search->setToolTip(text);
    m_search->setAccessibleName(text);
}

FilterBar::Filter *FilterBar::find(const QString &id)
{
    for (Filter &filter : m_filters) {
        if (filter.id == id)
            return &filter;
    }
    return nullptr;
}

const FilterBar::Filter *FilterBar::find(const QString &id) const
{
    return const_cast<FilterBar *>(this)->find(id);
}

void FilterBar::setFilter(const QString &id, const QString &label,
                          const QList<FilterChoice> &choices)
{
    Filter *filter = find(id);
    const QString before = value(id);
    if (!filter) {
        Filter added;
        added.id = id;
        added.combo = new QComboBox(this);
        added.combo->setObjectName(QStringLiteral("filter.") + id);
        added.combo->setProperty("quiet", true);
        added.combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        m_flow->removeWidget(m_clear);
        m_flow->addWidget(added.combo);
        m_flow->addWidget(m_clear);
        added.combo->show();
        connect(added.combo, &QComboBox::activated, this, [this] {
            rebuildChips();
            emitNow();
        });
        m_filters.append(added);
        filter = &m_filters.last();
        orderTabs();
    }
    filter->label = label;
    filter->choices = choices;
    const QSignalBlocker block(filter->combo);
    filter->combo->clear();
    filter->combo->addItem(tr("%1: any", "a filter that is not set").arg(label), QString());
    for (const FilterChoice &choice : choices)
        filter->combo->addItem(visibleText(choice.text, 60), choice.value);
    filter->combo->setCurrentIndex(qMax(0, filter->combo->findData(before)));
    filter->combo->setAccessibleName(label);
    rebuildChips();
}

void FilterBar::addTrailing(QWidget *widget)
{
    widget->setParent(this);
    m_trailing->addWidget(widget);
    m_lastTrailing = widget;
    orderTabs();
}

// As the eye goes: search, filters, chips, Clear, then what stands at the right end. Widgets come
// at any time, and Qt's own order is the one they were made in.
void FilterBar::orderTabs()
{
    QWidget *last = m_search;
    const auto next = [&last](QWidget *widget) {
        if (!widget)
            return;
        setTabOrder(last, widget);
        last = widget;
    };
    for (const Filter &filter : m_filters)
        next(filter.combo);
    for (const Filter &filter : m_filters)
        next(filter.chip);
    next(m_clear);
    next(m_lastTrailing);
}

QString FilterBar::searchText() const
{
    return m_search->text().trimmed();
}

QString FilterBar::value(const QString &id) const
{
    const Filter *filter = find(id);
    if (!filter)
        return {};
    if (filter->extra)
        return filter->choices.isEmpty() ? QString() : filter->choices.first().value;
    return filter->combo->currentData().toString();
}

QHash<QString, QString> FilterBar::values() const
{
    QHash<QString, QString> active;
    for (const Filter &filter : m_filters) {
        const QString chosen = value(filter.id);
        if (!chosen.isEmpty())
            active.insert(filter.id, chosen);
    }
    return active;
}

QHash<QString, QString> FilterBar::chosen() const
{
    QHash<QString, QString> byCombo = values();
    for (const Filter &filter : m_filters) {
        if (filter.extra)
            byCombo.remove(filter.id);
    }
    return byCombo;
}

bool FilterBar::active() const
{
    return !searchText().isEmpty() || !values().isEmpty();
}

void FilterBar::setSearchText(const QString &text)
{
    if (m_search->text() == text)
        return;
    m_search->setText(text);
    emitNow();
}

void FilterBar::setValue(const QString &id, const QString &wanted)
{
    Filter *filter = find(id);
    if (!filter || value(id) == wanted)
        return;
    if (filter->extra) {
        setExtra(id, wanted, wanted);
        return;
    }
    const int index = filter->combo->findData(wanted);
    if (index < 0)
        return;
    filter->combo->setCurrentIndex(index);
    rebuildChips();
    emitNow();
}

void FilterBar::setExtra(const QString &id, const QString &wanted, const QString &chipText)
{
    Filter *filter = find(id);
    if (!filter) {
        if (chipText.isEmpty())
            return;
        Filter added;
        added.id = id;
        added.extra = true;
        m_filters.append(added);
        filter = &m_filters.last();
    }
    const QString before = value(id);
    filter->choices.clear();
    if (!chipText.isEmpty())
        filter->choices.append({wanted, chipText});
    rebuildChips();
    if (value(id) != before)
        emitNow();
}

void FilterBar::clear()
{
    const bool was = active();
    m_search->clear();
    for (Filter &filter : m_filters) {
        if (filter.extra)
            filter.choices.clear();
        else
            filter.combo->setCurrentIndex(0);
    }
    rebuildChips();
    if (was)
        emitNow();
}

void FilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void FilterBar::rebuildChips()
{
    for (Filter &filter : m_filters) {
        const QString chosen = value(filter.id);
        if (chosen.isEmpty()) {
            if (filter.chip)
                filter.chip->hide();
            continue;
        }
        if (!filter.chip) {
            filter.chip = new QToolButton(this);
            filter.chip->setObjectName(QStringLiteral("filter.chip.") + filter.id);
            filter.chip->setProperty("kind", QStringLiteral("chip"));
            filter.chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
            filter.chip->setIcon(icon(Symbol::Close, Tint::Accent));
            filter.chip->setIconSize({14, 14});
            filter.chip->setLayoutDirection(Qt::RightToLeft); // the cross stands behind the text
            filter.chip->setFocusPolicy(Qt::TabFocus);
            filter.chip->setFont(Theme::of(this).font(TextStyle::Small));
            m_flow->removeWidget(m_clear);
            m_flow->addWidget(filter.chip);
            m_flow->addWidget(m_clear);
            orderTabs();
            connect(filter.chip, &QToolButton::clicked, this, [this, id = filter.id] {
                if (const Filter *clicked = find(id); clicked && clicked->extra)
                    setExtra(id, {}, {});
                else
                    setValue(id, QString());
            });
        }
        QString text = chosen;
        for (const FilterChoice &choice : filter.choices) {
            if (choice.value == chosen)
                text = choice.text;
        }
        text = visibleText(text, 40);
        filter.chip->setText(text);
        filter.chip->setAccessibleName(tr("Remove the filter %1").arg(text));
        filter.chip->setToolTip(plainToolTip(tr("Remove the filter %1").arg(text)));
        filter.chip->show();
    }
    m_clear->setVisible(active());
    updateGeometry();
}

void FilterBar::emitNow()
{
    m_debounce->stop();
    m_emittedSearch = searchText();
    emit changed();
}

void FilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FilterBar::retranslate()
{
    m_emptySearch->setText(tr("Empty the search field"));
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Remove every filter"));
    for (const Filter &filter : m_filters) {
        if (filter.combo)
            filter.combo->setItemText(0,
                                      tr("%1: any", "a filter that is not set").arg(filter.label));
    }
}

} // namespace cas::ui
