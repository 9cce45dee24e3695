// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/tags_panel.h"
#include "ui/download/job_outcome.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/tag_chips.h"
#include "ui/text/error_text.h"
#include "ui/text/plain_text.h"

#include <QEvent>
#include <QSet>

namespace cas::ui {

Result<QList<tags::Tag>> parseTags(const QStringList &typed)
{
    QList<tags::Tag> tags;
    QSet<QString> keys;
    for (const QString &text : typed) {
        CAS_TRY(const tags::Tag tag, tags::Tag::parse(text));
        if (keys.contains(tag.key()))
            return fail(ErrorCode::InputDuplicate, QStringLiteral("tag"), {tag.key()});
        keys.insert(tag.key());
        tags.append(tag);
    }
    if (tags.size() > tags::kMaxTags)
        return fail(ErrorCode::InputOutOfRange, QStringLiteral("tag"),
                    {QStringLiteral("0"), QString::number(tags::kMaxTags)});
    return tags;
}

QStringList tagTexts(const QList<tags::Tag> &tags)
{
    QStringList texts;
    for (const tags::Tag &tag : tags)
        texts.append(tag.toString());
    return texts;
}

TagsPanel::TagsPanel(Console &console, TagSubject subject, QWidget *parent)
    : SidePanel(parent)
    , m_console(console)
    , m_subject(std::move(subject))
    , m_count(1)
{
    build();
    m_tags->setTags(tagTexts(m_subject->tags));
    form()->setClean();
    setDirty(false);
}

TagsPanel::TagsPanel(Console &console, qint64 count, QWidget *parent)
    : SidePanel(parent)
    , m_console(console)
    , m_count(count)
{
    build();
    m_field->setRequired(true);
}

void TagsPanel::build()
{
    setObjectName(QStringLiteral("tagsPanel"));
    auto *form = addForm();
    m_tags = new TagChips(TagChips::Mode::Editable);
    m_field = form->add(m_tags, QStringLiteral("tag"));
    m_field->setValidator([this] { return problem(m_tags->tags()); });
    connect(this, &SidePanel::submitted, this, &TagsPanel::submitTags);
    m_offer = m_console.certificates().filterChoicesJob();
    m_offer.onFinished([this](auto outcome) {
        whenEnded(
            std::move(outcome),
            [this](const certificates::FilterChoices &offer) {
                m_tags->setSuggestions(offer.tags);
            },
            [](const Error &) {}); // suggestions are a convenience
    });
    translateTexts();
}

void TagsPanel::translateTexts()
{
    setTitle(m_subject ? tr("Tags") : tr("Add tags"));
    if (m_subject)
        setSubtitle(visibleText(m_subject->name));
    else
        setSubtitle(m_count < 0 ? tr("All certificates of this list")
                                : tr("%n certificate(s)", nullptr, int(m_count)));
    m_field->setLabel(tr("Tags"));
    m_field->setHelp(
        tr("Type a tag as key or key:value and press Enter. At most %1.").arg(tags::kMaxTags));
    m_tags->setPlaceholder(tr("key:value"));
    setPrimary(m_subject ? tr("Save") : tr("Add tags"));
}

void TagsPanel::changeEvent(QEvent *event)
{
    SidePanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
}

QString TagsPanel::problem(const QStringList &typed)
{
    const auto tags = parseTags(typed);
    return tags ? QString() : errorSentence(tags.error());
}

void TagsPanel::submitTags()
{
    const auto tags = parseTags(m_tags->tags());
    if (!tags) {
        showError(tags.error());
        return;
    }
    if (!m_subject) {
        emit chosen(*tags);
        done();
        return;
    }
    setBusy(tr("Saving…"));
    m_job = m_subject->save(*tags);
    m_job.onFinished([this](auto outcome) {
        whenEnded(
            std::move(outcome),
            [this](Unit) {
                emit saved();
                done();
            },
            [this](const Error &error) { showError(error); }, [this] { setBusy({}); });
    });
}

} // namespace cas::ui
