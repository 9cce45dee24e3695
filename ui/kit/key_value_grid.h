// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QGridLayout;
class QLabel;
class QToolButton;

namespace cas::ui {

/// Rows of label and value, as in a certificate's details. Values are plain text, selectable, wrap,
/// and have a copy button where wanted.
class KeyValueGrid : public QWidget
{
    Q_OBJECT
public:
    enum class Style {
        Text,
        Mono, // monospace face
        Hex, // monospace, grouped by four; copied without the grouping
    };
    enum class Copy { No, Yes };

    explicit KeyValueGrid(QWidget *parent = nullptr);

    /// Adds a row, or sets an existing one. An empty value shows "—".
    /// @param id stable; the value label's objectName is "value.<id>", the button's "copy.<id>"
    void setRow(const QString &id, const QString &label, const QString &value,
                Style style = Style::Text, Copy copy = Copy::No);
    /// A row with any widget (chip, link) as value. Takes ownership.
    void setWidgetRow(const QString &id, const QString &label, QWidget *value);
    void removeRow(const QString &id);
    void clear();
    /// Width of the label column, device-independent pixels (default 140).
    void setLabelWidth(int width);
    [[nodiscard]] QString value(const QString &id) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        int line = 0;
        QLabel *label = nullptr;
        QWidget *value = nullptr;
        QToolButton *copy = nullptr;
        QString text;
        Style style = Style::Text;
    };
    Row &row(const QString &id, const QString &label);
    void retranslate();

    QGridLayout *m_grid;
    QHash<QString, Row> m_rows;
    int m_lines = 0;
};

} // namespace cas::ui
