// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include "ui/kit/icons.h"
#include "ui/kit/labels.h"
#include "ui/kit/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <optional>

namespace cas::ui {

namespace {

constexpr int kSearchWide = 440;
constexpr int kSearchNarrow = 220;
constexpr int kStoreLeft = space::kNavigation;

// The product's mark: a shield with a check on the accent colour.
void paintMark(QPainter &painter, const QRectF &rect, const Tokens &tokens)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.accent);
    painter.drawRoundedRect(rect, 5, 5);
    paintSymbol(painter, rect.adjusted(3, 3, -3, -3), Symbol::ShieldCheck, tokens.onAccent);
}

// A rounded button with an icon or a coloured dot before its text.
class PillButton final : public QToolButton
{
public:
    using QToolButton::QToolButton;
    std::optional<StatusKind> dot;
    Symbol symbol = Symbol::None;

    [[nodiscard]] QSize sizeHint() const override
    {
        const int sign = signWidth();
        const int words = fontMetrics().horizontalAdvance(text());
        return {2 * kPillSide + sign + words + (sign > 0 && words > 0 ? kPillGap : 0), 24};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = Theme::of(this).tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(underMouse() || isDown() ? tokens.hover : tokens.surface);
        painter.setPen(QPen(hasFocus() ? tokens.accent : tokens.border, hasFocus() ? 2 : 1));
        const qreal half = hasFocus() ? 1 : 0.5;
        painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), 12, 12);
        if (dot) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens.status(*dot));
            painter.drawEllipse(QPointF(kPillSide + 3.5, height() / 2.0), 3.5, 3.5);
        }
        paintSymbol(painter, QRectF(kPillSide - 1, height() / 2.0 - 8, 16, 16), symbol,
                    tokens.textSecond);
        painter.setPen(underMouse() ? tokens.text : tokens.textSecond);
        const int sign = signWidth();
        painter.drawText(rect().adjusted(kPillSide + sign + (sign > 0 ? kPillGap : 0), 0, 0, 0),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text());
    }

private:
    static constexpr int kPillSide = 10;
    static constexpr int kPillGap = 6;
    [[nodiscard]] int signWidth() const { return dot ? 7 : symbol != Symbol::None ? 14 : 0; }
};

// Looks like a field, is a button: typing happens in the palette it opens.
class SearchButton final : public QToolButton
{
public:
    using QToolButton::QToolButton;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        const Tokens &tokens = theme.tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(underMouse() ? tokens.hover : tokens.raised);
        painter.setPen(QPen(hasFocus() ? tokens.accent : tokens.border, hasFocus() ? 2 : 1));
        const qreal half = hasFocus() ? 1 : 0.5;
        painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), 6, 6);
        paintSymbol(painter, QRectF(10, height() / 2.0 - 8, 16, 16), Symbol::Search,
                    tokens.textThird);
        const QString keys = QStringLiteral("Ctrl K");
        const QFont small = theme.font(TextStyle::Small);
        const int keysWidth = QFontMetrics(small).horizontalAdvance(keys) + 12;
        const QRectF box(width() - keysWidth - 8.5, height() / 2.0 - 9.5, keysWidth, 19);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(tokens.border);
        painter.drawRoundedRect(box, 4, 4);
        painter.setPen(tokens.textThird);
        painter.setFont(small);
        painter.drawText(box, Qt::AlignCenter, keys);
        painter.setFont(font());
        const QRectF words(34, 0, box.left() - 40, height());
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                         fontMetrics().elidedText(text(), Qt::ElideRight, int(words.width())));
    }
};

} // namespace

TopBar::TopBar(QWidget *parent)
    : QWidget(parent)
    , m_product(makeLabel(TextStyle::BodyStrong, Tone::Text, this))
    , m_store(new PillButton(this))
    , m_account(new PillButton(this))
    , m_search(new SearchButton(this))
    , m_jobs(new PillButton(this))
    , m_operator(new PillButton(this))
    , m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("topBar"));
    setFixedHeight(space::kTopBar);
    QFont strong = m_product->font();
    strong.setPixelSize(14);
    m_product->setFont(strong);
    const std::pair<QToolButton *, const char *> named[] = {{m_store, "top.store"},
                                                            {m_account, "top.account"},
                                                            {m_jobs, "top.jobs"},
                                                            {m_operator, "top.operator"}};
    for (const auto &[button, name] : named) {
        button->setObjectName(QString::fromLatin1(name));
        button->setFocusPolicy(Qt::TabFocus);
        button->setFont(Theme::of(this).font(TextStyle::Small));
    }
    m_search->setObjectName(QStringLiteral("top.search"));
    m_search->setFocusPolicy(Qt::TabFocus);
    m_search->setCursor(Qt::IBeamCursor);
    static_cast<PillButton *>(m_operator)->symbol = Symbol::User;
    m_operator->setPopupMode(QToolButton::InstantPopup);
    m_operator->setMenu(m_menu);
    m_menu->setObjectName(QStringLiteral("top.operatorMenu"));
    m_menu->addSeparator();
    m_lock = m_menu->addAction(icon(Symbol::Lock), QString());
    m_lock->setObjectName(QStringLiteral("action.lock"));
    m_account->hide();
    m_jobs->hide();

    connect(m_search, &QToolButton::clicked, this, &TopBar::searchRequested);
    connect(m_store, &QToolButton::clicked, this, &TopBar::storeRequested);
    connect(m_jobs, &QToolButton::clicked, this, &TopBar::jobsRequested);
    connect(m_lock, &QAction::triggered, this, &TopBar::lockRequested);
    retranslate();
}

void TopBar::setStore(const QString &name, const QString &state, StatusKind kind)
{
    m_storeName = visibleText(name, 40);
    m_storeState = state;
    static_cast<PillButton *>(m_store)->dot = kind;
    retranslate();
}

void TopBar::setAccount(const QString &text)
{
    m_account->setText(visibleText(text, 40));
    m_account->setVisible(!text.isEmpty());
    fit();
}

void TopBar::setOperator(const QString &name)
{
    m_operatorName = visibleText(name, 32);
    retranslate();
}

void TopBar::setJobs(int count)
{
    m_jobCount = count;
    m_jobs->setVisible(count > 0);
    retranslate();
}

void TopBar::retranslate()
{
    m_product->setText(tr("CAS Console"));
    m_store->setText(m_storeState.isEmpty()
                         ? m_storeName
                         : tr("%1 · %2", "store name, its state").arg(m_storeName, m_storeState));
    m_store->setVisible(!m_storeName.isEmpty());
    m_store->setToolTip(tr("The open store; its settings"));
    m_search->setText(tr("Search pages, actions, certificates…"));
    m_search->setAccessibleName(m_search->text());
    m_jobs->setText(tr("%n job(s)", nullptr, m_jobCount));
    m_jobs->setToolTip(tr("Running jobs"));
    m_operator->setText(m_operatorName);
    m_operator->setVisible(!m_operatorName.isEmpty());
    m_operator->setToolTip(tr("Operator and lock"));
    m_operator->setAccessibleName(tr("Operator %1").arg(m_operatorName));
    m_lock->setText(tr("Lock"));
    m_lock->setShortcut(QKeySequence(QStringLiteral("Ctrl+L")));
    m_lock->setShortcutContext(Qt::WidgetShortcut); // only to show it; the window has the key
    fit();
}

void TopBar::fit()
{
    const int middle = height() / 2;
    const auto put = [middle](QWidget *widget, int x) {
        const QSize size = widget->sizeHint();
        widget->setGeometry(x, middle - size.height() / 2, size.width(), size.height());
        return size.width();
    };
    put(m_product, 46);
    int left = kStoreLeft;
    for (QToolButton *button : {m_store, m_account}) {
        if (!button->isHidden())
            left += put(button, left) + space::kS;
    }
    int right = width() - space::kL;
    for (QToolButton *button : {m_operator, m_jobs}) {
        if (button->isHidden())
            continue;
        right -= button->sizeHint().width();
        put(button, right);
        right -= space::kM;
    }
    // In the middle of the window when it fits there, else in the middle of what is free.
    const int room = right - left - space::kM;
    const int wide = qBound(kSearchNarrow, room, kSearchWide);
    int x = (width() - wide) / 2;
    if (x < left + space::kS || x + wide > right)
        x = left + space::kS + qMax(0, (room - wide) / 2);
    m_search->setGeometry(x, middle - 15, qMin(wide, qMax(80, right - x)), 30);
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void TopBar::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::of(this).tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.border);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMark(painter, QRectF(16, 13, 22, 22), tokens);
}

} // namespace cas::ui
