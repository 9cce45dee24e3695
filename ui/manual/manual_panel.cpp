// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual/manual_panel.h"

#include "ui/kit/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextList>
#include <QTextTable>
#include <QVBoxLayout>

namespace cas::ui {

namespace {

constexpr int kChapterWidth = 190;
constexpr int kTitlePixels = 16; // as panel titles
constexpr int kIdRole = Qt::UserRole;
constexpr double kLineHeight = 140; // per cent

} // namespace

ManualPanel::ManualPanel(const QString &sectionId, QWidget *parent)
    : SidePanel(parent)
    , m_current(sectionId)
    , m_search(new QLineEdit)
    , m_chapters(new QListWidget)
    , m_text(new QTextBrowser)
{
    setObjectName(QStringLiteral("manualPanel"));
    setPanelWidth(Width::Wide);
    m_search->setObjectName(QStringLiteral("manual.search"));
    m_search->setClearButtonEnabled(true);
    m_chapters->setObjectName(QStringLiteral("manual.chapters"));
    m_chapters->setFixedWidth(kChapterWidth);
    m_chapters->setFrameShape(QFrame::NoFrame);
    m_text->setObjectName(QStringLiteral("manual.text"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setStyleSheet(QStringLiteral("border: none; background: transparent; padding: 0"));
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(0);
    auto *left = new QVBoxLayout;
    left->setSpacing(space::kM);
    left->addWidget(m_search);
    left->addWidget(m_chapters, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kXl);
    row->addLayout(left);
    row->addWidget(m_text, 1);
    body()->addLayout(row, 1);
    connect(m_search, &QLineEdit::textChanged, this, &ManualPanel::fillChapters);
    connect(m_chapters, &QListWidget::currentRowChanged, this, &ManualPanel::showChapter);
    translateTexts();
}

void ManualPanel::translateTexts()
{
    setTitle(tr("Manual"));
    m_search->setPlaceholderText(tr("Search the manual"));
    m_search->setAccessibleName(tr("Search the manual"));
    m_chapters->setAccessibleName(tr("Chapters"));
    m_text->setAccessibleName(tr("Manual"));
    // Translators: the name of the manual's language: en, zh_CN.
    m_sections = manualSections(tr("en"));
    fillChapters();
}

void ManualPanel::fillChapters()
{
    const QString wanted = m_search->text().trimmed();
    const QString current = m_current;
    {
        const QSignalBlocker blocked(m_chapters);
        m_chapters->clear();
        int at = 0;
        for (const ManualSection &section : std::as_const(m_sections)) {
            if (!section.markdown.contains(wanted, Qt::CaseInsensitive))
                continue;
            auto *item = new QListWidgetItem(section.title, m_chapters);
            item->setData(kIdRole, section.id);
            item->setSizeHint(QSize(0, space::kControl));
            if (section.id == current)
                at = m_chapters->count() - 1;
        }
        m_chapters->setCurrentRow(m_chapters->count() > 0 ? at : -1);
    }
    showChapter(m_chapters->currentRow());
}

void ManualPanel::showChapter(int row)
{
    const QListWidgetItem *item = m_chapters->item(row);
    if (!item) {
        m_text->setPlainText(tr("Nothing in the manual fits. Try another word."));
        return;
    }
    m_current = item->data(kIdRole).toString();
    for (const ManualSection &section : std::as_const(m_sections)) {
        if (section.id == m_current)
            m_text->setMarkdown(section.markdown);
    }
    layOut();
    markFound();
}

/// Markdown says what is a title and what a paragraph; sizes and distances are the house's.
void ManualPanel::layOut()
{
    QTextCursor cursor(m_text->document());
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(kLineHeight, QTextBlockFormat::ProportionalHeight);
        if (!cursor.currentTable())
            format.setBottomMargin(block.textList() ? space::kXs : space::kM);
        cursor.setBlockFormat(format);
        if (format.headingLevel() == 0)
            continue;
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        QTextCharFormat title;
        title.setFont(Theme::of(this).font(TextStyle::Large));
        title.setProperty(QTextFormat::FontSizeAdjustment, 0);
        title.setProperty(QTextFormat::FontPixelSize, kTitlePixels);
        cursor.mergeCharFormat(title);
    }
}

void ManualPanel::markFound()
{
    const QString wanted = m_search->text().trimmed();
    QList<QTextEdit::ExtraSelection> marks;
    QTextCursor first;
    if (!wanted.isEmpty()) {
        for (QTextCursor found = m_text->document()->find(wanted); !found.isNull();
             found = m_text->document()->find(wanted, found)) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = found;
            mark.format.setBackground(Theme::of(this).tokens().warnWeak);
            marks.append(mark);
            if (first.isNull())
                first = found;
        }
    }
    m_text->setExtraSelections(marks);
    QTextCursor top(first.isNull() ? m_text->document()->begin() : first.block());
    m_text->setTextCursor(top);
    m_text->ensureCursorVisible();
}

void ManualPanel::changeEvent(QEvent *event)
{
    SidePanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
}

void openManual(PageHost &host, const QString &sectionId)
{
    if (auto *open = qobject_cast<ManualPanel *>(host.panel()))
        open->done();
    host.openPanel(new ManualPanel(sectionId, host.panelParent()));
}

} // namespace cas::ui
