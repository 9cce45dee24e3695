// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "ui/kit/labels.h"
#include "ui/kit/text.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPointer>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace cas::ui {

namespace {

constexpr int kPaletteWidth = 600;
constexpr int kPaletteLine = 36;
constexpr int kPaletteTop = 56;
constexpr int kMostShown = 12;
constexpr int kHintRole = Qt::UserRole;
constexpr int kSymbolRole = Qt::UserRole + 1;

class PaletteDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of();
        const Tokens &tokens = theme.tokens();
        const bool on = option.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (on) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(tokens.accentWeak);
            painter->drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 6, 6);
        }
        paintSymbol(*painter, QRectF(option.rect.left() + 12, option.rect.center().y() - 8, 18, 18),
                    Symbol(index.data(kSymbolRole).toInt()),
                    on ? tokens.accent : tokens.textSecond);
        const QString hint = index.data(kHintRole).toString();
        const QFont small = theme.font(TextStyle::Small);
        const int hintWidth = QFontMetrics(small).horizontalAdvance(hint);
        painter->setFont(small);
        painter->setPen(tokens.textThird);
        painter->drawText(option.rect.adjusted(0, 0, -12, 0), Qt::AlignRight | Qt::AlignVCenter,
                          hint);
        const QFont body = theme.font(TextStyle::Body);
        painter->setFont(body);
        painter->setPen(tokens.text);
        const QRect words = option.rect.adjusted(42, 0, -24 - hintWidth, 0);
        painter->drawText(
            words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            QFontMetrics(body).elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, kPaletteLine};
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *parent)
    : QWidget(parent)
    , m_card(new QFrame(this))
    , m_field(new QLineEdit(m_card))
    , m_list(new QListWidget(m_card))
    , m_none(makeLabel(TextStyle::Body, Tone::Second, m_card))
{
    setObjectName(QStringLiteral("palette"));
    m_card->setProperty("surface", QStringLiteral("card"));
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(space::kS, space::kS, space::kS, space::kS);
    column->setSpacing(space::kS);
    m_field->setObjectName(QStringLiteral("palette.field"));
    m_field->addAction(icon(Symbol::Search, Tint::Third), QLineEdit::LeadingPosition);
    m_field->setProperty("kind", QStringLiteral("search"));
    m_field->installEventFilter(this);
    column->addWidget(m_field);
    m_list->setObjectName(QStringLiteral("palette.list"));
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_list);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setFixedHeight(kPaletteLine);
    column->addWidget(m_none);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::choose);
    retranslate();
    hide();
}

void CommandPalette::setEntries(QList<PaletteEntry> entries)
{
    m_entries = std::move(entries);
    if (isVisible())
        search();
}

void CommandPalette::setProvider(Provider provider)
{
    m_provider = std::move(provider);
}

void CommandPalette::open(const QString &text)
{
    setGeometry(parentWidget()->rect());
    show();
    raise();
    m_field->setText(text);
    search();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::dismiss()
{
    if (isHidden())
        return;
    m_lookup.reset();
    ++m_round;
    hide();
    m_field->clear();
    emit dismissed();
}

int CommandPalette::score(const QString &pattern, const QString &text)
{
    const QString wanted = pattern.simplified().toCaseFolded();
    const QString found = text.toCaseFolded();
    if (wanted.isEmpty())
        return 0;
    int points = 0;
    int run = 0;
    qsizetype at = 0;
    for (const QChar c : wanted) {
        if (c.isSpace()) {
            run = 0;
            continue;
        }
        const qsizetype next = found.indexOf(c, at);
        if (next < 0)
            return -1;
        const bool start = next == 0 || !found.at(next - 1).isLetterOrNumber();
        run = next == at && at > 0 ? run + 1 : 0;
        points += 1 + (start ? 8 : 0) + run * 4;
        at = next + 1;
    }
    if (found.startsWith(wanted))
        points += 20;
    else if (found.contains(wanted))
        points += 10;
    return qMax(0, points * 4 - int(found.size() - wanted.size()) / 4);
}

void CommandPalette::search()
{
    const QString text = m_field->text().trimmed();
    struct Scored
    {
        int points;
        const PaletteEntry *entry;
    };
    QList<Scored> scored;
    for (const PaletteEntry &entry : m_entries) {
        const int points = score(text, entry.title());
        if (points >= 0)
            scored.append({points, &entry});
    }
    std::stable_sort(scored.begin(), scored.end(),
                     [](const Scored &a, const Scored &b) { return a.points > b.points; });
    QList<PaletteEntry> found;
    for (const Scored &one : scored)
        found.append(*one.entry);

    const int round = ++m_round;
    m_lookup.reset();
    m_provided.clear();
    showFound(found);
    if (!m_provider || text.isEmpty())
        return;
    const QPointer<CommandPalette> alive(this);
    auto handle = m_provider(text, [alive, round, found](QList<PaletteEntry> more) {
        if (!alive || alive->m_round != round)
            return;
        alive->m_provided = std::move(more);
        alive->showFound(found + alive->m_provided);
    });
    if (round == m_round)
        m_lookup = std::move(handle);
}

void CommandPalette::showFound(const QList<PaletteEntry> &found)
{
    // Pages and actions never push all certificates out of sight.
    const qsizetype own = found.size() - m_provided.size();
    m_shown = found.mid(0, qMin<qsizetype>(own, m_provided.isEmpty() ? kMostShown : 5));
    m_shown += m_provided.mid(0, kMostShown - m_shown.size());
    m_list->clear();
    for (const PaletteEntry &entry : m_shown) {
        auto *item = new QListWidgetItem(visibleText(entry.title(), 120), m_list);
        item->setData(kHintRole, visibleText(entry.hint, 40));
        item->setData(kSymbolRole, int(entry.symbol));
    }
    m_list->setCurrentRow(0);
    m_list->setVisible(!m_shown.isEmpty());
    m_none->setVisible(m_shown.isEmpty());
    place();
}

void CommandPalette::place()
{
    setGeometry(parentWidget()->rect());
    const int wide = qMin(kPaletteWidth, width() - 2 * space::kXl);
    m_list->setFixedHeight(int(m_shown.size()) * kPaletteLine + 2);
    m_card->setFixedWidth(wide);
    m_card->adjustSize();
    m_card->move((width() - wide) / 2, kPaletteTop);
    update(); // the shadow around the card is ours
}

void CommandPalette::choose()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_shown.size())
        return;
    const auto trigger = m_shown.at(row).trigger; // the entry goes with dismiss()
    dismiss();
    if (trigger)
        trigger();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int rows = m_list->count();
        if ((key == Qt::Key_Down || key == Qt::Key_Up) && rows > 0) {
            const int step = key == Qt::Key_Down ? 1 : rows - 1;
            m_list->setCurrentRow((m_list->currentRow() + step) % rows);
            m_field->setAccessibleDescription(m_list->currentItem()->text());
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choose();
            return true;
        }
        if (key == Qt::Key_Escape || key == Qt::Key_Tab || key == Qt::Key_Backtab) {
            if (key == Qt::Key_Escape)
                dismiss();
            return true;
        }
    }
    if (watched == m_field && event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent *>(event)->reason() == Qt::MouseFocusReason)
        dismiss();
    return QWidget::eventFilter(watched, event);
}

void CommandPalette::mousePressEvent(QMouseEvent *event)
{
    Q_UNUSED(event)
    dismiss(); // beside the card
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.dark() ? QColor(0, 0, 0, 110) : QColor(20, 28, 44, 50));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor shade = theme.tokens().shadow;
    for (int ring = 14; ring > 0; ring -= 2) {
        shade.setAlphaF(theme.tokens().shadow.alphaF() * 0.18F);
        painter.setBrush(shade);
        painter.drawRoundedRect(
            QRectF(m_card->geometry()).adjusted(-ring, -ring + 6, ring, ring + 6), 8 + ring,
            8 + ring);
    }
}

void CommandPalette::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CommandPalette::retranslate()
{
    m_field->setPlaceholderText(tr("Search pages, actions, certificates…"));
    m_field->setAccessibleName(tr("Search pages, actions and certificates"));
    m_none->setText(tr("Nothing found."));
    setAccessibleName(m_field->accessibleName());
}

} // namespace cas::ui
