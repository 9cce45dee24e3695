// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/icons.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>
#include <memory>

class QLabel;
class QLineEdit;
class QListWidget;

namespace cas::ui {

/// One thing the palette can find.
struct PaletteEntry
{
    QString id; // stable, for tests: "page.certificates", "action.lock"
    std::function<QString()> title; // plain text; asked when the palette opens
    QString hint; // right of the title: "Page", "Ctrl+L", a serial
    Symbol symbol = Symbol::None;
    std::function<void()> trigger;
    bool inMenu = false; // MainWindow::addCommand: also in the operator menu
};

/// Search over pages, actions and (through the provider) certificates: type, arrows, Enter.
class CommandPalette : public QWidget
{
    Q_OBJECT
public:
    /// Looks something up as the person types. `done` may be called at once or later, in the main
    /// thread; answers to an older text are ignored. Keep the Job in the handle: it is dropped when
    /// the text changes.
    using Done = std::function<void(QList<PaletteEntry>)>;
    using Provider = std::function<std::shared_ptr<void>(const QString &text, Done done)>;

    explicit CommandPalette(QWidget *parent);

    void setEntries(QList<PaletteEntry> entries);
    void setProvider(Provider provider);
    /// Opens over the parent with the keyboard in the field.
    void open(const QString &text = {});
    void dismiss();

    /// How well `pattern` fits `text`: characters in order, case ignored; the higher the better,
    /// negative: not at all. Word starts and runs count more.
    static int score(const QString &pattern, const QString &text);

signals:
    void dismissed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void search();
    void showFound(const QList<PaletteEntry> &found);
    void choose();
    void place();
    void retranslate();

    QWidget *m_card;
    QLineEdit *m_field;
    QListWidget *m_list;
    QLabel *m_none;
    QList<PaletteEntry> m_entries;
    QList<PaletteEntry> m_shown;
    QList<PaletteEntry> m_provided;
    Provider m_provider;
    std::shared_ptr<void> m_lookup;
    int m_round = 0;
};

} // namespace cas::ui
