// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/path_edit.h"
#include "ui/kit/buttons.h"
#include "ui/kit/theme.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace cas::ui {

PathEdit::PathEdit(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_browse(makeButton(ButtonKind::Secondary, this, Symbol::Folder))
{
    m_line->setObjectName(name);
    m_browse->setObjectName(name + QStringLiteral(".browse"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kS);
    row->addWidget(m_line, 1);
    row->addWidget(m_browse);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &PathEdit::edited);
    connect(m_browse, &QPushButton::clicked, this, &PathEdit::browseRequested);
}

QString PathEdit::path() const
{
    return QDir::fromNativeSeparators(m_line->text().trimmed());
}

void PathEdit::setPath(const QString &path)
{
    m_line->setText(QDir::toNativeSeparators(path));
}

void PathEdit::setBrowseText(const QString &text)
{
    m_browse->setText(text);
}

} // namespace cas::ui
