// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/passphrase_field.h"

#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

namespace cas::ui {

namespace {

class StrengthMeter final : public QWidget
{
public:
    explicit StrengthMeter(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(132, 4);
    }
    void setScore(int score)
    {
        m_score = score;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = Theme::of(this).tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const QColor on = m_score <= 1 ? tokens.bad : m_score <= 2 ? tokens.warn : tokens.good;
        for (int i = 0; i < 4; ++i) {
            painter.setBrush(i < m_score ? on : tokens.border);
            painter.drawRoundedRect(QRectF(i * 33, 0, 30, 4), 2, 2);
        }
    }

private:
    int m_score = 0;
};

// QLineEdit hands out a shared copy of its text; converting from that copy and dropping it leaves
// one buffer in the widget, which wipe() overwrites.
SecretBytes passphraseUtf8(const QString &text)
{
    QString composed = text.normalized(QString::NormalizationForm_C);
    QByteArray utf8 = composed.toUtf8();
    if (!composed.isSharedWith(text))
        secureWipe(composed.data(), size_t(composed.size()) * sizeof(QChar));
    return SecretBytes::takeFrom(utf8);
}

} // namespace

PassphraseField::PassphraseField(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_eye(makeIconButton(Symbol::Eye, m_edit))
    , m_meter(new StrengthMeter(this))
    , m_word(makeLabel(TextStyle::Small, Tone::Second, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_edit);
    auto *meterRow = new QHBoxLayout;
    meterRow->setSpacing(space::kS);
    meterRow->addWidget(m_meter, 0, Qt::AlignVCenter);
    meterRow->addWidget(m_word, 1);
    column->addLayout(meterRow);
    m_meter->hide();
    m_word->hide();

    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData
                                | Qt::ImhNoAutoUppercase);
    m_edit->setContextMenuPolicy(Qt::NoContextMenu);
    m_edit->setObjectName(QStringLiteral("passphrase.edit"));
    m_edit->setTextMargins(0, 0, 28, 0);
    m_edit->installEventFilter(this);
    setFocusProxy(m_edit);
    m_eye->setObjectName(QStringLiteral("passphrase.eye"));
    m_eye->setProperty("kind", QStringLiteral("inline"));
    m_eye->setCursor(Qt::ArrowCursor);
    // Tab goes to the next field: keys that a button inside a line edit does not want reach the
    // edit.
    m_eye->setFocusPolicy(Qt::NoFocus);
    connect(m_eye, &QToolButton::clicked, this, [this] { setRevealed(!m_revealed); });
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        updateMeter();
        emit edited();
    });
    connect(m_edit, &QLineEdit::returnPressed, this, &PassphraseField::returnPressed);
    retranslate();
}

PassphraseField::~PassphraseField()
{
    m_edit->removeEventFilter(this);
    const QSignalBlocker block(m_edit);
    wipe();
}

void PassphraseField::setStrength(std::function<int(QByteArrayView)> score)
{
    m_strength = std::move(score);
    m_meter->setVisible(bool(m_strength));
    m_word->setVisible(bool(m_strength));
    updateMeter();
}

void PassphraseField::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

bool PassphraseField::empty() const
{
    return m_edit->text().isEmpty();
}

bool PassphraseField::sameAs(const PassphraseField &other) const
{
    return bytes().equals(other.bytes());
}

SecretBytes PassphraseField::bytes() const
{
    return passphraseUtf8(m_edit->text());
}

SecretBytes PassphraseField::take()
{
    SecretBytes taken = bytes();
    wipe();
    return taken;
}

void PassphraseField::wipe()
{
    // text() shares the control's own buffer: overwriting through a const_cast reaches it, where
    // data() would only overwrite a detached copy.
    const QString shared = m_edit->text();
    if (shared.data_ptr().isMutable()) // a literal set by a program lies in read-only memory
        secureWipe(const_cast<QChar *>(shared.constData()), size_t(shared.size()) * sizeof(QChar));
    m_edit->clear();
    // clear() goes into the undo history; setText() starts a new one.
    m_edit->setText(QString());
    setRevealed(false);
}

void PassphraseField::setRevealed(bool revealed)
{
    m_revealed = revealed;
    m_edit->setEchoMode(revealed ? QLineEdit::Normal : QLineEdit::Password);
    m_eye->setIcon(icon(revealed ? Symbol::EyeOff : Symbol::Eye));
    retranslate();
}

void PassphraseField::updateMeter()
{
    if (!m_strength)
        return;
    const SecretBytes utf8 = bytes();
    m_score = utf8.empty() ? 0 : qBound(0, m_strength(utf8.view()), 4);
    static_cast<StrengthMeter *>(m_meter)->setScore(utf8.empty() ? 0 : qMax(1, m_score));
    retranslate();
}

bool PassphraseField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::Resize)
        m_eye->move(m_edit->width() - m_eye->width() - 5, (m_edit->height() - m_eye->height()) / 2);
    return QWidget::eventFilter(watched, event);
}

void PassphraseField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PassphraseField::retranslate()
{
    setIconButtonText(m_eye, m_revealed ? tr("Hide what is typed") : tr("Show what is typed"));
    const QString words[] = {tr("Very weak"), tr("Weak"), tr("Fair"), tr("Good"), tr("Strong")};
    m_word->setText(m_edit->text().isEmpty() ? QString() : words[m_score]);
    m_meter->setAccessibleName(m_word->text());
}

} // namespace cas::ui
