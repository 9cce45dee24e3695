// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/file_input.h"

#include "core/base/secret_bytes.h"
#include "ui/kit/path_dialog.h"
#include "ui/kit/buttons.h"
#include "ui/kit/error_text.h"
#include "ui/kit/labels.h"
#include "ui/kit/text.h"

#include <QDropEvent>
#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrl>

namespace cas::ui {

namespace {

constexpr int kEditHeight = 74;

QString droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.constFirst().isLocalFile() ? urls.constFirst().toLocalFile()
                                                               : QString();
}

} // namespace

Result<QByteArray> readSmallFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) // no copy in a buffer of Qt's
        return fail(ErrorCode::FileNotFound, {}, {path});
    if (file.size() > FileInput::kMostBytes)
        return fail(ErrorCode::FileTooLarge, {}, {QStringLiteral("1 MiB")});
    return file.read(FileInput::kMostBytes);
}

FileInput::FileInput(Executors &executors, QWidget *parent)
    : QWidget(parent)
    , m_executors(executors)
    , m_edit(new QPlainTextEdit(this))
    , m_name(makeLabel(TextStyle::Small, Tone::Second, this))
    , m_choose(makeButton(ButtonKind::Secondary, this, Symbol::File))
    , m_remove(makeButton(ButtonKind::Link, this))
{
    m_edit->setObjectName(QStringLiteral("text"));
    m_edit->setFixedHeight(kEditHeight);
    m_edit->setTabChangesFocus(true);
    m_edit->setFont(Theme::of(this).font(TextStyle::Mono));
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->viewport()->installEventFilter(this);
    m_name->setObjectName(QStringLiteral("file"));
    m_choose->setObjectName(QStringLiteral("choose"));
    m_remove->setObjectName(QStringLiteral("remove"));
    setFocusProxy(m_edit);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kS);
    column->addWidget(m_edit);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kS);
    row->addWidget(m_choose);
    row->addWidget(m_name, 1);
    row->addWidget(m_remove);
    column->addLayout(row);
    connect(m_choose, &QPushButton::clicked, this, &FileInput::choose);
    connect(m_remove, &QPushButton::clicked, this, &FileInput::clear);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_problem.clear();
        emit changed();
    });
    showFile();
    translateTexts();
}

void FileInput::setDialog(const QString &button, const QString &title, const QString &filter)
{
    m_choose->setText(button);
    m_title = title;
    m_filter = filter;
}

void FileInput::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

QByteArray FileInput::content() const
{
    return m_file.isEmpty() ? m_edit->toPlainText().trimmed().toUtf8() : m_bytes;
}

void FileInput::take(const QString &path)
{
    m_problem.clear();
    m_reading =
        m_executors.io.start<QByteArray>({}, [path](JobContext &) { return readSmallFile(path); });
    m_reading.onFinished(
        [this, path](Outcome<QByteArray> outcome) { arrived(std::move(outcome), path); });
    m_name->setText(tr("Reading…"));
}

void FileInput::arrived(Outcome<QByteArray> outcome, const QString &path)
{
    m_reading = {};
    if (auto *done = std::get_if<Done<QByteArray>>(&outcome)) {
        secureWipe(m_bytes.data(), size_t(m_bytes.size()));
        m_bytes = std::move(done->value);
        m_file = QFileInfo(path).fileName();
        const QSignalBlocker block(m_edit);
        m_edit->clear();
    } else if (const auto *failed = std::get_if<Failed>(&outcome)) {
        m_problem = errorSentence(failed->error);
    }
    showFile();
    emit changed();
}

QString FileInput::problem() const
{
    return m_reading.valid() ? tr("The file is still being read.") : m_problem;
}

void FileInput::clear()
{
    wipe();
    m_problem.clear();
    emit changed();
}

void FileInput::wipe()
{
    m_reading = {};
    secureWipe(m_bytes.data(), size_t(m_bytes.size()));
    m_bytes.clear();
    m_file.clear();
    {
        const QSignalBlocker block(m_edit);
        m_edit->clear();
    }
    showFile();
}

void FileInput::choose()
{
    askOpenFile(this, m_title, m_filter, [this](const QString &path) { take(path); });
}

void FileInput::showFile()
{
    if (!m_file.isEmpty() && m_edit->hasFocus())
        m_choose->setFocus(Qt::OtherFocusReason); // the keyboard stays in the field
    m_edit->setVisible(m_file.isEmpty());
    m_remove->setVisible(!m_file.isEmpty());
    m_name->setText(m_file.isEmpty() ? tr("or drop the file above") : visibleText(m_file, 60));
    setTone(m_name, m_file.isEmpty() ? Tone::Third : Tone::Text);
}

void FileInput::translateTexts()
{
    m_remove->setText(tr("Remove"));
    showFile();
}

bool FileInput::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit->viewport()) {
        if (event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove) {
            auto *drag = static_cast<QDragMoveEvent *>(event);
            if (!droppedFile(drag->mimeData()).isEmpty()) {
                drag->acceptProposedAction();
                return true;
            }
        } else if (event->type() == QEvent::Drop) {
            auto *drop = static_cast<QDropEvent *>(event);
            const QString path = droppedFile(drop->mimeData());
            if (!path.isEmpty()) {
                drop->acceptProposedAction();
                take(path);
                return true;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FileInput::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
    QWidget::changeEvent(event);
}

} // namespace cas::ui
