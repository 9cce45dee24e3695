// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/console/console.h"
#include "ui/kit/side_panel.h"

class QLabel;

namespace cas::ui {

class FormField;
class TagChips;

/// One object whose tags are edited, and how they are kept.
struct TagSubject
{
    QString name;
    QList<tags::Tag> tags;
    std::function<Job<Unit>(const QList<tags::Tag> &)> save;
};

/// The tags of one object, or tags to add to many. Tags are typed as key or key:value and
/// checked as operations.md §3.1 says.
/// @thread main
class TagsPanel : public SidePanel
{
    Q_OBJECT
public:
    /// Edits and saves the tags of one object. @param console borrowed; must outlive the panel
    TagsPanel(Console &console, TagSubject subject, QWidget *parent = nullptr);
    /// Asks for tags to add; chosen() tells them, the caller runs the job.
    /// @param count how many certificates, negative: not known
    TagsPanel(Console &console, qint64 count, QWidget *parent = nullptr);

    /// The sentence that says what is wrong with the tags as typed, empty when nothing is.
    static QString problem(const QStringList &typed);

signals:
    void saved();
    void chosen(const QList<cas::tags::Tag> &tags);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void translateTexts();
    void submitTags();

    Console &m_console;
    const std::optional<TagSubject> m_subject;
    const qint64 m_count = 0;
    TagChips *m_tags = nullptr;
    FormField *m_field = nullptr;
    Job<Unit> m_job;
    Job<certificates::FilterChoices> m_offer;
};

/// Tags as typed, checked. @errors those of Tag::parse; InputOutOfRange(field `tag`): too many;
///                                 InputDuplicate(field `tag`, args key)
Result<QList<tags::Tag>> parseTags(const QStringList &typed);
/// The other way round, for the editor.
QStringList tagTexts(const QList<tags::Tag> &tags);

} // namespace cas::ui
