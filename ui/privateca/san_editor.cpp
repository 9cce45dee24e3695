// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/san_editor.h"

#include "ui/kit/buttons.h"
#include "ui/kit/error_text.h"
#include "ui/kit/labels.h"
#include "ui/kit/text.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace cas::ui {

using crypto::SanType;

namespace {

constexpr int kDetect = -1;
constexpr int kTypeWidth = 52;

} // namespace

SanEditor::SanEditor(QWidget *parent)
    : QWidget(parent)
    , m_type(new QComboBox(this))
    , m_edit(new QLineEdit(this))
    , m_add(makeButton(ButtonKind::Secondary, this))
    , m_rows(new QVBoxLayout)
    , m_count(makeLabel(TextStyle::Small, Tone::Second, this))
{
    m_type->setObjectName(QStringLiteral("san.type"));
    m_edit->setObjectName(QStringLiteral("san.edit"));
    m_add->setObjectName(QStringLiteral("san.add"));
    m_count->setObjectName(QStringLiteral("san.count"));
    m_type->addItem(QString(), kDetect);
    for (const SanType type : {SanType::Dns, SanType::Ip, SanType::Email, SanType::Uri})
        m_type->addItem(sanTypeLabel(type), int(type));
    m_edit->installEventFilter(this);
    setFocusProxy(m_edit);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kS);
    // Above the line that is typed into, so that what is said of that stands right below it.
    m_rows->setSpacing(space::kXs);
    column->addLayout(m_rows);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::kS);
    line->addWidget(m_type);
    line->addWidget(m_edit, 1);
    line->addWidget(m_add);
    column->addLayout(line);
    column->addWidget(m_count);

    connect(m_edit, &QLineEdit::textEdited, this, &SanEditor::typed);
    connect(m_add, &QPushButton::clicked, this, [this] {
        takeTyped();
        m_edit->setFocus();
    });
    connect(m_type, &QComboBox::activated, this, [this] { typed(m_edit->text()); });
    translateTexts();
}

std::optional<SanType> SanEditor::type() const
{
    const int chosen = m_type->currentData().toInt();
    if (chosen == kDetect)
        return {};
    return SanType(chosen);
}

void SanEditor::setNames(const QList<crypto::SubjectAltName> &names)
{
    m_list.set(names);
    m_problem.clear();
    rebuild();
    emit changed();
}

void SanEditor::setCommonName(const QString &text)
{
    m_list.setCommonName(text);
    rebuild();
}

void SanEditor::typed(const QString &text)
{
    m_problem.clear();
    // A comma or blank ends a name: what stands before it is taken at once.
    if (text.endsWith(u',') || text.endsWith(u';') || text.endsWith(u' '))
        takeTyped();
    else
        emit changed();
}

bool SanEditor::takeTyped()
{
    if (m_edit->text().trimmed().isEmpty())
        return true;
    const auto added = m_list.add(m_edit->text(), type());
    const QString problem = added ? QString() : errorSentence(added.error());
    // Whoever hears of a change may ask again: the same problem is no change.
    const bool news = added.has_value() || problem != m_problem;
    m_problem = problem;
    if (added) {
        m_edit->clear();
        rebuild();
    }
    if (news)
        emit changed();
    return added.has_value();
}

QString SanEditor::typedProblem() const
{
    if (m_edit->text().trimmed().isEmpty())
        return {};
    SanList trial = m_list;
    const auto added = trial.add(m_edit->text(), type());
    return added ? QString() : errorSentence(added.error());
}

void SanEditor::rebuild()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // it may be the one whose cross was pressed
        }
        delete item;
    }
    if (const auto own = m_list.own())
        m_rows->addWidget(makeRow(*own, -1));
    for (qsizetype i = 0; i < m_list.names().size(); ++i)
        m_rows->addWidget(makeRow(m_list.names().at(i), i));
    m_count->setText(tr("%1 of %2").arg(m_list.count()).arg(SanList::kMost));
    const bool full = m_list.names().size() >= SanList::kMost;
    m_edit->setEnabled(!full);
    m_add->setEnabled(!full);
    m_edit->setPlaceholderText(full ? tr("There is no room for more names")
                                    : QStringLiteral("www.example.com, 192.0.2.1"));
}

QWidget *SanEditor::makeRow(const crypto::SubjectAltName &name, qsizetype index)
{
    auto *row = new QFrame(this);
    row->setObjectName(index < 0 ? QStringLiteral("san.own") : QStringLiteral("san.%1").arg(index));
    row->setProperty("surface", QStringLiteral("code"));
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(space::kS, 0, space::kXs, 0);
    row->setFixedHeight(space::kControl);
    line->setSpacing(space::kS);
    auto *kind = makeLabel(TextStyle::Small, Tone::Second, row);
    kind->setText(sanTypeLabel(name.type()));
    kind->setFixedWidth(kTypeWidth);
    auto *value = makeLabel(TextStyle::Body, Tone::Text, row);
    value->setObjectName(QStringLiteral("value"));
    value->setText(visibleText(name.value(), 60));
    value->setToolTip(plainToolTip(name.value()));
    line->addWidget(kind);
    line->addWidget(value, 1);
    if (index < 0) {
        auto *note = makeLabel(TextStyle::Small, Tone::Third, row);
        note->setText(tr("from the common name"));
        line->addWidget(note);
        line->addSpacing(space::kXs);
    } else {
        QToolButton *remove = makeIconButton(Symbol::Close, row);
        remove->setObjectName(QStringLiteral("remove"));
        remove->setProperty("kind", QStringLiteral("inline"));
        remove->setIconSize({14, 14});
        setIconButtonText(remove, tr("Remove %1").arg(visibleText(name.value(), 60)));
        connect(remove, &QToolButton::clicked, this, [this, index] {
            m_list.removeAt(index);
            m_problem.clear();
            rebuild();
            m_edit->setFocus();
            emit changed();
        });
        line->addWidget(remove);
    }
    return row;
}

void SanEditor::translateTexts()
{
    m_type->setItemText(0, tr("Detect"));
    m_type->setAccessibleName(tr("Type of the name"));
    m_add->setText(tr("Add"));
    rebuild();
}

bool SanEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !(key->modifiers() & Qt::ControlModifier) && !m_edit->text().isEmpty()) {
            takeTyped();
            return true;
        }
    }
    if (watched == m_edit && event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason
            || reason == Qt::MouseFocusReason)
            takeTyped();
    }
    return QWidget::eventFilter(watched, event);
}

void SanEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
    QWidget::changeEvent(event);
}

} // namespace cas::ui
