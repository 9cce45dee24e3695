// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit_event.h"
#include "ui/kit/side_panel.h"

class QLabel;
class QPushButton;

namespace cas::ui {

class CodeBlock;
class KeyValueGrid;
class PageHost;
class StatusChip;

/// One event of the log with its parameters as JSON.
/// @thread main
class EventPanel : public SidePanel
{
    Q_OBJECT
public:
    /// @param object what the event was about is called (eventObject()); empty where it is unknown
    /// @param host the window, for the way to the certificate; may be null
    EventPanel(const audit::AuditEvent &event, const QString &object, PageHost *host,
               QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void translateTexts();

    const audit::AuditEvent m_event;
    const QString m_object;
    PageHost *m_host;
    StatusChip *m_chip;
    QLabel *m_sentence;
    KeyValueGrid *m_grid;
    QLabel *m_jsonTitle;
    CodeBlock *m_json;
    QPushButton *m_show = nullptr;
};

} // namespace cas::ui
