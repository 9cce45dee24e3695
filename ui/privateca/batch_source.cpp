// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/batch_source.h"

#include "ui/download/job_outcome.h"
#include "ui/kit/buttons.h"
#include "ui/kit/drop_zone.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/labels.h"
#include "ui/kit/path_dialog.h"
#include "ui/kit/text.h"
#include "ui/privateca/batch_preview.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

namespace cas::ui {

namespace {

Result<QByteArray> readBatchSource(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::FileNotFound, QStringLiteral("csv"), {path});
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, QStringLiteral("csv"));
    if (file.size() > BatchSource::kMostBytes)
        return fail(ErrorCode::FileTooLarge, QStringLiteral("csv"), {QStringLiteral("256 MiB")});
    QByteArray content = file.read(BatchSource::kMostBytes);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::Io, QStringLiteral("csv"));
    return content;
}

} // namespace

Result<> writeWholeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return fail(ErrorCode::Io);
    return {};
}

BatchSource::BatchSource(Executors &executors, QWidget *parent)
    : QWidget(parent)
    , m_executors(executors)
    , m_drop(new DropZone(this))
    , m_choose(makeButton(ButtonKind::Secondary, nullptr, Symbol::File))
    , m_paste(makeButton(ButtonKind::Link, nullptr))
    , m_template(makeButton(ButtonKind::Link, nullptr))
    , m_chosenRow(new QWidget(this))
    , m_chosen(makeLabel(TextStyle::BodyStrong, Tone::Text, m_chosenRow, Wrap::Yes))
    , m_again(makeButton(ButtonKind::Link, m_chosenRow, Symbol::Refresh))
    , m_remove(makeButton(ButtonKind::Link, m_chosenRow))
    , m_stale(new InlineMessage(this))
{
    m_drop->setObjectName(QStringLiteral("batch.drop"));
    m_choose->setObjectName(QStringLiteral("batch.choose"));
    m_paste->setObjectName(QStringLiteral("batch.paste"));
    m_template->setObjectName(QStringLiteral("batch.template"));
    m_chosen->setObjectName(QStringLiteral("batch.chosen"));
    m_again->setObjectName(QStringLiteral("batch.reload"));
    m_remove->setObjectName(QStringLiteral("batch.remove"));
    m_stale->setObjectName(QStringLiteral("batch.stale"));
    for (QPushButton *button : {m_choose, m_paste, m_template})
        m_drop->addButton(button);
    setFocusProxy(m_choose);
    auto *row = new QHBoxLayout(m_chosenRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kM);
    row->addWidget(m_chosen, 1);
    row->addWidget(m_again);
    row->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kS);
    column->addWidget(m_drop);
    column->addWidget(m_chosenRow);
    column->addWidget(m_stale);
    connect(m_drop, &DropZone::filesTaken, this, [this](const QStringList &paths) {
        if (paths.size() == 1)
            take(paths.constFirst());
        else
            emit refused(tr("Drop one CSV file at a time."));
    });
    connect(m_drop, &DropZone::textTaken, this, &BatchSource::addText);
    connect(m_choose, &QPushButton::clicked, this, [this] {
        askOpenFile(this, tr("Bulk request"), tr("CSV files (*.csv *.tsv *.txt);;All files (*)"),
                    [this](const QString &path) { take(path); });
    });
    connect(m_paste, &QPushButton::clicked, this, [this] {
        if (!m_drop->take(QApplication::clipboard()->mimeData()))
            emit refused(tr("The clipboard holds no text and no file."));
    });
    connect(m_template, &QPushButton::clicked, this, &BatchSource::saveTemplate);
    connect(m_again, &QPushButton::clicked, this, [this] { take(QString(m_path)); });
    connect(m_remove, &QPushButton::clicked, this, &BatchSource::clear);
    connect(m_stale, &InlineMessage::actionTriggered, this, [this] { take(QString(m_path)); });
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] {
        m_stale->setMessage(InlineMessage::Kind::Info, tr("The file has changed on disk."));
        m_stale->setAction(tr("Read it again"));
    });
    translateTexts();
}

void BatchSource::take(const QString &path)
{
    m_reading = m_executors.io.start<QByteArray>(
        {}, [path](JobContext &) { return readBatchSource(path); });
    m_reading.onFinished(
        [this, path](Outcome<QByteArray> outcome) { arrived(std::move(outcome), path); });
}

void BatchSource::arrived(Outcome<QByteArray> outcome, const QString &path)
{
    m_reading = {};
    whenEnded(
        std::move(outcome),
        [&](QByteArray bytes) {
            m_bytes = std::move(bytes);
            m_path = path;
            m_name = QFileInfo(path).fileName();
            m_note.clear();
            // Editors write a new file and put it in the place of the old one: watch that anew.
            if (!m_watcher.files().isEmpty())
                m_watcher.removePaths(m_watcher.files());
            m_watcher.addPath(path);
            m_stale->setMessage(InlineMessage::Kind::Info, {});
            showChosen();
            emit changed();
        },
        [this](const Error &error) { emit failed(error); });
}

void BatchSource::addText(const QString &text)
{
    clear();
    m_bytes = text.toUtf8();
    m_name = tr("pasted text");
    showChosen();
    emit changed();
}

void BatchSource::clear()
{
    m_reading = {};
    m_path.clear();
    m_name.clear();
    m_note.clear();
    m_bytes.clear();
    if (!m_watcher.files().isEmpty())
        m_watcher.removePaths(m_watcher.files());
    m_stale->setMessage(InlineMessage::Kind::Info, {});
    showChosen();
    emit changed();
}

void BatchSource::setNote(const QString &note)
{
    m_note = note;
    showChosen();
}

void BatchSource::showChosen()
{
    const QString name = visibleText(m_name, 60);
    m_chosen->setText(m_note.isEmpty() ? name : name + QStringLiteral(" · ") + m_note);
    m_chosenRow->setVisible(!m_name.isEmpty());
    m_again->setVisible(!m_path.isEmpty());
}

void BatchSource::saveTemplate()
{
    askSaveFile(this, tr("Save a template"), QStringLiteral("bulk-request.csv"),
                tr("CSV files (*.csv)"), [this](const QString &path) {
                    m_saving = m_executors.io.start<Unit>({}, [path](JobContext &) -> Result<Unit> {
                        CAS_TRY_VOID(writeWholeFile(path, batchTemplateCsv()));
                        return Unit{};
                    });
                    m_saving.onFinished([this](Outcome<Unit> outcome) {
                        whenEnded(
                            std::move(outcome), [](Unit) {},
                            [this](const Error &error) { emit failed(error); });
                    });
                });
}

void BatchSource::translateTexts()
{
    m_drop->setText(tr("Drop a CSV file here: a first line with cn, san, type, days, then one "
                       "certificate a line."));
    m_choose->setText(tr("Choose file…"));
    m_choose->setAccessibleName(m_choose->text()); // not the name of the field around it
    m_paste->setText(tr("Paste"));
    m_template->setText(tr("Save a template"));
    m_again->setText(tr("Read again"));
    m_remove->setText(tr("Remove"));
    if (!m_stale->message().isEmpty()) {
        m_stale->setMessage(InlineMessage::Kind::Info, tr("The file has changed on disk."));
        m_stale->setAction(tr("Read it again"));
    }
    showChosen();
}

} // namespace cas::ui
