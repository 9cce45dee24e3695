// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QWidget>

class QAction;
class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QTimer;
class QToolButton;

namespace cas::ui {

class FlowLayout;

/// One choice of a filter. `value` is what the query gets, `text` what the person reads.
struct FilterChoice
{
    QString value;
    QString text;
};

/// Search field (debounced), one combo per filter, chips for what is active, Clear. It holds state
/// only: whoever listens to changed() runs the query.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);

    /// Placeholder of the search field, say what it searches: "Name, domain, serial, fingerprint".
    void setSearchPlaceholder(const QString &text);
    /// Adds a filter, or sets label and choices of an existing one (retranslate; keeps the value).
    /// @param id      stable, becomes the combo's objectName "filter.<id>"
    /// @param label   "Status"; the combo shows "Status: any" until something is chosen
    /// @param choices without the "any" entry, which is added
    void setFilter(const QString &id, const QString &label, const QList<FilterChoice> &choices);
    /// Appends a widget at the right end (a Columns button). Takes ownership.
    void addTrailing(QWidget *widget);

    [[nodiscard]] QString searchText() const; // trimmed
    /// The chosen value, empty for "any".
    [[nodiscard]] QString value(const QString &id) const;
    [[nodiscard]] QHash<QString, QString> values() const; // only active ones
    [[nodiscard]] QHash<QString, QString> chosen() const; // the same without the extras
    [[nodiscard]] bool active() const; // a search text or any value

    /// Sets without the debounce; emits changed() once when something differs.
    void setSearchText(const QString &text);
    void setValue(const QString &id, const QString &value);
    /// An extra condition that has no combo (a link from the Overview: "expires in 90 days"), shown
    /// as a chip; empty text removes it. It counts as value(id) == value.
    void setExtra(const QString &id, const QString &value, const QString &chipText);
    void clear();
    /// Puts the keyboard into the search field (Ctrl+F).
    void focusSearch();

signals:
    /// 150 ms after the last key in the search field, at once for everything else.
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Filter
    {
        QString id;
        QString label;
        QList<FilterChoice> choices;
        QComboBox *combo = nullptr;
        QToolButton *chip = nullptr;
        bool extra = false; // no combo, value and chip text in choices[0]
    };
    Filter *find(const QString &id);
    void orderTabs();
    [[nodiscard]] const Filter *find(const QString &id) const;
    void rebuildChips();
    void emitNow();
    void retranslate();

    QLineEdit *m_search;
    QWidget *m_lastTrailing = nullptr;
    QAction *m_emptySearch = nullptr; // the cross in the search field
    FlowLayout *m_flow; // search, combos, chips, Clear
    QHBoxLayout *m_trailing;
    QPushButton *m_clear;
    QTimer *m_debounce;
    QList<Filter> m_filters;
    QString m_emittedSearch;
};

} // namespace cas::ui
