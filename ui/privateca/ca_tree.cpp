// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/ca_tree.h"

#include <algorithm>

namespace cas::ui {

namespace {

constexpr int kDeepest = 16; // a circle in damaged data must not hang the window

} // namespace

void CaTree::setCas(const QList<privateca::Ca> &cas)
{
    m_cas = cas;
    std::stable_sort(m_cas.begin(), m_cas.end(), [](const auto &a, const auto &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    rebuild();
}

void CaTree::toggle(CaId id)
{
    if (!m_closed.remove(id))
        m_closed.insert(id);
    rebuild();
}

void CaTree::reveal(CaId id)
{
    const privateca::Ca *at = find(id);
    for (int i = 0; at && at->parent && i < kDeepest; ++i) {
        m_closed.remove(at->parent);
        at = find(at->parent);
    }
    rebuild();
}

const privateca::Ca *CaTree::find(CaId id) const
{
    for (const privateca::Ca &ca : m_cas) {
        if (ca.id == id)
            return &ca;
    }
    return nullptr;
}

QList<privateca::Ca> CaTree::below(CaId id) const
{
    QList<privateca::Ca> found;
    QList<CaId> waiting{id};
    while (!waiting.isEmpty() && found.size() <= m_cas.size()) {
        const CaId parent = waiting.takeFirst();
        for (const privateca::Ca &ca : m_cas) {
            if (ca.parent == parent && ca.id != id) {
                found.append(ca);
                waiting.append(ca.id);
            }
        }
    }
    return found;
}

void CaTree::rebuild()
{
    m_rows.clear();
    for (const privateca::Ca &ca : m_cas) {
        if (!ca.parent || !find(ca.parent))
            append(ca, 0, ca.id, true);
    }
    const bool parents =
        std::any_of(m_rows.begin(), m_rows.end(), [](const CaRow &row) { return row.hasChildren; });
    for (CaRow &row : m_rows)
        row.besideParents = parents;
}

void CaTree::append(const privateca::Ca &ca, int depth, CaId root, bool shown)
{
    if (depth > kDeepest)
        return;
    const qsizetype at = m_rows.size();
    if (shown) {
        const QList<privateca::Ca> subs = below(ca.id);
        const bool enabled = std::any_of(subs.begin(), subs.end(), [](const auto &sub) {
            return sub.status == privateca::CaStatus::Enabled;
        });
        const privateca::Ca *parent = find(ca.parent);
        const bool ready = !parent || parent->status == privateca::CaStatus::Enabled;
        m_rows.append(
            {ca, depth, !subs.isEmpty(), !m_closed.contains(ca.id), enabled, root, false, ready});
    }
    const bool inside = shown && m_rows.at(at).open;
    for (const privateca::Ca &child : m_cas) {
        if (child.parent == ca.id)
            append(child, depth + 1, root, inside);
    }
}

} // namespace cas::ui
