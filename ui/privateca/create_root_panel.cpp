// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/create_root_panel.h"

#include "core/console/console.h"
#include "ui/kit/form.h"
#include "ui/kit/text.h"

namespace cas::ui {

CreateRootPanel::CreateRootPanel(Console &console, const StoreTraits &traits,
                                 const std::optional<privateca::Ca> &pending, QWidget *parent)
    : CaFormPanel(console, traits, parent)
    , m_pending(pending)
{
    setObjectName(QStringLiteral("createRootPanel"));
    auto *form = addForm();
    addIdentity(form, crypto::allKeyAlgorithms(), 10);
    addPublication(form);
    if (m_pending)
        setCaName(m_pending->name, Named::ByPerson);
    form->setClean();
    connect(this, &SidePanel::submitted, this, &CreateRootPanel::start);
    CreateRootPanel::translateTexts();
}

void CreateRootPanel::translateTexts()
{
    CaFormPanel::translateTexts();
    if (m_pending) {
        setTitle(tr("Enable root CA"));
        setSubtitle(visibleText(m_pending->name, 60));
        setPrimary(tr("Enable"));
        return;
    }
    setTitle(tr("Purchase and Enable"));
    setSubtitle(tr("A root CA of your own, ready to use"));
    setPrimary(tr("Purchase and Enable"));
}

void CreateRootPanel::start()
{
    privateca::CreateRootCommand command;
    if (!collect(command))
        return;
    if (m_pending)
        command.pending = m_pending->id;
    run(console().cas().createRootJob(command));
}

} // namespace cas::ui
