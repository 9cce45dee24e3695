// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/certificates/filled_store.h"
#include "tests/ui/certificates/page_window.h"
#include "ui/kit/data_table.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/table_view.h"
#include "ui/privateca/private_ca_page.h"

#include <QLineEdit>

/// A store with its Private CA page in a window, and how a person uses both.
struct CaWindow
{
    FilledStore store;
    std::unique_ptr<PageWindow> window;
    cas::ui::PrivateCaPage *page = nullptr;

    /// Call after the store was filled.
    void open(const QVariant &argument = {})
    {
        page = new cas::ui::PrivateCaPage(*store.console);
        window = std::make_unique<PageWindow>(page);
        window->open(argument);
    }
    ~CaWindow()
    {
        window.reset(); // the page's jobs go before the store
    }

    /// Waits for it: the Certificate List is made when it is first shown.
    [[nodiscard]] cas::ui::DataTable *table(const char *name = "caTable") const
    {
        cas::ui::DataTable *found = nullptr;
        (void)QTest::qWaitFor([&] {
            found = page->findChild<cas::ui::DataTable *>(QString::fromLatin1(name));
            return found != nullptr;
        });
        return found;
    }
    [[nodiscard]] int rowOf(cas::CaId id) const { return table()->model()->rowOfKey(id.value()); }
    [[nodiscard]] QString cellText(int row, int column, const char *name = "caTable") const
    {
        return table(name)->model()->index(row, column).data().toString();
    }
    /// Clicks a link of the Operations column.
    [[nodiscard]] bool clickLink(int row, const char *action, const char *name = "caTable") const
    {
        auto *view = table(name)->view();
        const QRect link = view->actionRect(row, QString::fromLatin1(action));
        if (link.isEmpty())
            return false;
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, link.center());
        return true;
    }
    [[nodiscard]] cas::ui::SidePanel *panel() const { return window->panel(); }
    template <class Widget>
    [[nodiscard]] Widget *in(const char *name) const
    {
        return panel() ? panel()->findChild<Widget *>(QString::fromLatin1(name)) : nullptr;
    }
    void type(const char *field, const QString &text) const
    {
        auto *edit = in<QLineEdit>(field);
        QVERIFY2(edit, field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }
    [[nodiscard]] QString fieldError(const char *field) const
    {
        const auto *found = panel()->form()->field(QString::fromLatin1(field));
        return found && !found->isHidden() ? found->error() : QStringLiteral("no such field");
    }
    /// Presses the panel's primary button.
    void submit() const { QTest::mouseClick(in<QPushButton>("panel.primary"), Qt::LeftButton); }
};
