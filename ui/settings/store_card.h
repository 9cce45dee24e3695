// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/console/console.h"
#include "ui/kit/card.h"
#include "ui/kit/inline_message.h"

class QPushButton;

namespace cas::ui {

class KeyValueGrid;
class Page;

/// The card of the store itself: where it lies, Check store.
/// @thread main
class StoreCard : public Card
{
    Q_OBJECT
public:
    /// @param console, page borrowed; must outlive the card. The page is the card's parent.
    StoreCard(Console &console, Page &page);
    void setInfo(const store::StoreInfo &info, bool offline);
    void retranslate();

signals:
    /// What came of Check store, for the head of the page.
    void said(cas::ui::InlineMessage::Kind kind, const QString &text, const QString &details);

private:
    void check();
    void checked(const QList<store::Finding> &findings);
    void fail(const Error &error);

    Console &m_console;
    Page &m_page;
    store::StoreInfo m_info;
    bool m_offline = false;
    KeyValueGrid *m_facts;
    QPushButton *m_check;
    Job<QList<store::Finding>> m_checkJob;
};

} // namespace cas::ui
