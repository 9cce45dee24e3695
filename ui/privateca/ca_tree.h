// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privateca/ca.h"

#include <QList>
#include <QSet>

namespace cas::ui {

/// One line of the tree table.
struct CaRow
{
    privateca::Ca ca;
    int depth = 0; // 0: stands at the top
    bool hasChildren = false;
    bool open = true; // whether its children are shown
    bool enabledSubs = false; // a subordinate below it, at any depth, is enabled
    CaId root; // the topmost CA above it in this store, itself for a root
    bool besideParents = false; // some CA has others below it: names at the top stand in one line
    bool parentEnabled = true; // or there is no parent here
};

/// The CAs of a store as a flat list in tree order; remembers which are closed.
/// @thread any; one object belongs to one thread
class CaTree
{
public:
    /// @param cas any order; those whose parent is not among them stand at the top
    void setCas(const QList<privateca::Ca> &cas);
    void toggle(CaId id);
    /// Opens everything above a CA, so that it is shown.
    void reveal(CaId id);

    /// What is shown now: roots by name, each followed by its children by name.
    [[nodiscard]] const QList<CaRow> &rows() const { return m_rows; }
    [[nodiscard]] const QList<privateca::Ca> &all() const { return m_cas; }
    /// Null when there is none with this id.
    [[nodiscard]] const privateca::Ca *find(CaId id) const;
    /// Every CA below `id`, at any depth.
    [[nodiscard]] QList<privateca::Ca> below(CaId id) const;

private:
    void rebuild();
    void append(const privateca::Ca &ca, int depth, CaId root, bool shown);

    QList<privateca::Ca> m_cas;
    QSet<CaId> m_closed;
    QList<CaRow> m_rows;
};

} // namespace cas::ui
