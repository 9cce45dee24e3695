// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QCompleter;
class QLineEdit;

namespace cas::ui {

class FlowLayout;

/// Tags as chips; editable: typing a tag and Enter or comma adds it, the cross or Backspace in the
/// empty field takes one away. Tags are trimmed, unique without regard to case, shown as plain
/// text.
class TagChips : public QWidget
{
    Q_OBJECT
public:
    enum class Mode { ReadOnly, Editable };
    static constexpr int kMaxTagLength = 64; // characters

    explicit TagChips(Mode mode, QWidget *parent = nullptr);

    void setTags(const QStringList &tags);
    [[nodiscard]] QStringList tags() const { return m_tags; }
    /// Tags to offer while typing.
    void setSuggestions(const QStringList &tags);
    void setPlaceholder(const QString &text);

signals:
    void tagsChanged(const QStringList &tags);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void rebuild();
    void addTyped();
    void removeTag(const QString &tag);

    Mode m_mode;
    QStringList m_tags;
    FlowLayout *m_flow;
    QLineEdit *m_edit = nullptr;
    QList<QWidget *> m_chips;
};

} // namespace cas::ui
