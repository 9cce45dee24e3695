// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/windowed_table_model.h"

#include <algorithm>
#include <concepts>
#include <list>
#include <optional>
#include <unordered_map>

namespace cas::ui {

/// What a fetch shall bring.
template <class Row>
struct PageRequest
{
    qint64 offset = 0; // first row wanted, 0-based, in the query's order
    int count = 0; // rows wanted; fewer come back at the end
    int sortColumn = -1; // index into columns(), -1: the query's own order
    Qt::SortOrder sortOrder = Qt::AscendingOrder;
    std::optional<Row> after; // the row just before `offset`, where known: for keyset paging
};

/// A list page's model over rows of any copyable type.
///
///     auto *model = new WindowedModel<CertificateRow>(columns, parent);
///     model->setCell([](const CertificateRow &row, int column) { return Cell::plain(...); });
///     model->setKey([](const CertificateRow &row) { return row.id.value(); });
///     model->setFetch([this](const auto &request, auto done) {
///         auto job = std::make_shared<Job<QList<CertificateRow>>>(m_service.page(...));
///         job->onFinished([done](auto outcome) { done(...); });
///         return FetchHandle(job);
///     });
///     model->setCount(...);
///     model->requery();
///
/// `done` may be called at once or later, in the main thread, at most once; calls of an older query
/// are ignored. When Row has operator==, a refresh tells only about rows that differ.
/// @thread main
template <class Row>
class WindowedModel : public WindowedTableModel
{
public:
    using Request = PageRequest<Row>;
    using FetchDone = std::function<void(Result<QList<Row>>)>;
    using Fetch = std::function<FetchHandle(const Request &, FetchDone)>;
    using CountDone = std::function<void(Result<qint64>)>;
    using Count = std::function<FetchHandle(CountDone)>;

    explicit WindowedModel(QList<Column> columns, QObject *parent = nullptr)
        : WindowedTableModel(std::move(columns), parent)
    { }

    /// How a row looks in a column (index into columns()). Never asked for the selection and
    /// operations columns.
    void setCell(std::function<Cell(const Row &, int)> cell) { m_cell = std::move(cell); }
    /// A number that names the row for ever: the store's id. Not negative.
    void setKey(std::function<qint64(const Row &)> rowKey) { m_key = std::move(rowKey); }
    void setFetch(Fetch fetch) { m_fetch = std::move(fetch); }
    /// Tells the total; without one the total is known when a page comes back short.
    void setCount(Count count) { m_count = std::move(count); }

    /// Shows a list that is wholly in memory (tokens, keys of a panel) instead of fetching.
    /// Differences to the list before are told row by row.
    /// @param lessThan orders two rows by a column, ascending; without it the columns do not sort
    void setRows(QList<Row> rows, std::function<bool(const Row &, const Row &, int)> lessThan = {})
    {
        auto shared = std::make_shared<QList<Row>>(std::move(rows));
        const bool first = !m_fetch;
        m_fetch = [shared, lessThan](const Request &request, FetchDone done) {
            QList<Row> sorted = *shared;
            if (lessThan && request.sortColumn >= 0) {
                std::stable_sort(sorted.begin(), sorted.end(), [&](const Row &a, const Row &b) {
                    return request.sortOrder == Qt::AscendingOrder
                               ? lessThan(a, b, request.sortColumn)
                               : lessThan(b, a, request.sortColumn);
                });
            }
            done(sorted.mid(request.offset, request.count));
            return FetchHandle();
        };
        m_count = [shared](const CountDone &done) {
            done(qint64(shared->size()));
            return FetchHandle();
        };
        first ? requery() : refresh();
    }

    /// The loaded row, null while it is a placeholder. Valid until the model changes.
    [[nodiscard]] const Row *rowAt(int row) const
    {
        if (row < 0 || row >= m_rows)
            return nullptr;
        const auto found = m_pages.find(row / kPageSize);
        if (found == m_pages.end())
            return nullptr;
        const int inPage = row % kPageSize;
        return inPage < found->second.rows.size() ? &found->second.rows.at(inPage) : nullptr;
    }

    void requery() override
    {
        ++m_generation;
        m_running.clear();
        m_replacing = true;
        m_countKnown = false;
        setLoading(true);
        ask(0);
        askCount();
    }

    void refresh() override
    {
        if (m_replacing || !m_fetch) {
            requery();
            return;
        }
        ++m_generation;
        m_running.clear();
        m_countKnown = false;
        for (auto &[index, page] : m_pages)
            page.stale = true;
        const QList<int> recent =
            m_recent.empty()
                ? QList<int>{0}
                : QList<int>(m_recent.begin(),
                             std::next(m_recent.begin(),
                                       std::min<qsizetype>(2, qsizetype(m_recent.size()))));
        for (const int index : recent)
            ask(index);
        askCount();
    }

    [[nodiscard]] qint64 key(int row) const override
    {
        const Row *loaded = rowAt(row);
        return loaded && m_key ? m_key(*loaded) : -1;
    }

    [[nodiscard]] int rowOfKey(qint64 wanted) const override
    {
        if (!m_key || wanted < 0)
            return -1;
        for (const auto &[index, page] : m_pages) {
            for (int i = 0; i < page.rows.size(); ++i) {
                if (m_key(page.rows.at(i)) == wanted)
                    return index * kPageSize + i;
            }
        }
        return -1;
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : m_rows;
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const bool dataColumn = columns().at(index.column()).kind == Column::Kind::Data;
        if (role != CellRole && role != KeyRole && role != LoadedRole && role != Qt::DisplayRole
            && role != Qt::AccessibleTextRole)
            return {};
        const int page = index.row() / kPageSize;
        touch(page);
        const Row *row = rowAt(index.row());
        switch (role) {
        case LoadedRole:
            return row != nullptr;
        case KeyRole:
            return row && m_key ? m_key(*row) : qint64(-1);
        case CellRole:
            return row && dataColumn && m_cell ? QVariant::fromValue(m_cell(*row, index.column()))
                                               : QVariant();
        default:
            return row && dataColumn && m_cell ? QVariant(m_cell(*row, index.column()).toText())
                                               : QVariant();
        }
    }

private:
    struct Page
    {
        QList<Row> rows;
        bool stale = false;
        std::list<int>::iterator recent;
    };

    // data() is const for Qt, but looking at a row is what makes the model fetch it.
    void touch(int page) const { const_cast<WindowedModel *>(this)->touched(page); }
    void touched(int page)
    {
        const auto found = m_pages.find(page);
        if (found != m_pages.end()) {
            if (found->second.recent != m_recent.begin())
                m_recent.splice(m_recent.begin(), m_recent, found->second.recent);
            if (!found->second.stale)
                return;
        }
        if (!m_replacing)
            later(page);
    }
    // Not from inside data(): a fetch may answer at once, and views must not be told of changes
    // while they paint.
    void later(int page)
    {
        if (m_running.contains(page))
            return;
        m_running[page] = nullptr;
        const int generation = m_generation;
        QMetaObject::invokeMethod(
            this,
            [this, page, generation] {
                if (generation == m_generation) {
                    m_running.erase(page);
                    ask(page);
                }
            },
            Qt::QueuedConnection);
    }

    void ask(int page)
    {
        if (!m_fetch || m_running.contains(page))
            return;
        m_running[page] = nullptr;
        Request request;
        request.offset = qint64(page) * kPageSize;
        request.count = kPageSize;
        request.sortColumn = sortColumn();
        request.sortOrder = sortOrder();
        if (page > 0 && !m_replacing) {
            if (const Row *before = rowAt(page * kPageSize - 1))
                request.after = *before;
        }
        const std::weak_ptr<int> alive = m_alive;
        const int generation = m_generation;
        FetchHandle handle =
            m_fetch(request, [this, alive, generation, page](Result<QList<Row>> answer) {
                if (alive.expired() || generation != m_generation)
                    return;
                m_running.erase(page);
                arrived(page, std::move(answer));
            });
        const auto running = m_running.find(page); // gone when the answer came at once
        if (running != m_running.end() && generation == m_generation)
            running->second = std::move(handle);
    }

    void askCount()
    {
        if (!m_count)
            return;
        const std::weak_ptr<int> alive = m_alive;
        const int generation = m_generation;
        m_counting = m_count([this, alive, generation](Result<qint64> answer) {
            if (alive.expired() || generation != m_generation)
                return;
            if (!answer) {
                report(answer.error());
                return;
            }
            m_countKnown = true;
            m_counted = *answer;
            if (!m_replacing)
                resizeTo(m_counted);
        });
    }

    void arrived(int page, Result<QList<Row>> answer)
    {
        if (!answer) {
            m_failedOnce = true;
            setLoading(false);
            m_replacing = m_replacing && m_rows == 0;
            report(answer.error());
            return;
        }
        if (std::exchange(m_failedOnce, false))
            Q_EMIT recovered();
        QList<Row> rows = std::move(*answer);
        const bool isShort = rows.size() < kPageSize;
        const qint64 end = qint64(page) * kPageSize + rows.size();
        if (m_replacing) {
            beginResetModel();
            m_pages.clear();
            m_recent.clear();
            m_replacing = false;
            store(page, std::move(rows));
            m_rows = int(m_countKnown ? std::max(m_counted, end) : end);
            if (isShort)
                m_rows = int(end);
            endResetModel();
            setLoading(false);
            publishTotal(isShort ? end : m_countKnown ? m_counted : -1);
            return;
        }
        // A short page says where the list ends, a full one that it goes at least so far.
        if (isShort && (end < m_rows || !m_countKnown)) {
            replace(page, std::move(rows));
            resizeTo(end);
        } else if (end > m_rows) {
            store(page, std::move(rows));
            const int first = m_rows;
            beginInsertRows({}, first, int(end) - 1);
            m_rows = int(end);
            endInsertRows();
            changedRows(page * kPageSize, first - 1);
        } else {
            replace(page, std::move(rows));
        }
        setLoading(false);
    }

    void replace(int page, QList<Row> rows)
    {
        const int first = page * kPageSize;
        QList<Row> before;
        if (const auto found = m_pages.find(page); found != m_pages.end())
            before = found->second.rows;
        store(page, std::move(rows));
        const QList<Row> &now = m_pages.find(page)->second.rows;
        int from = -1;
        for (int i = 0; i <= now.size(); ++i) {
            bool differs = i < now.size();
            if constexpr (std::equality_comparable<Row>) {
                if (differs && i < before.size())
                    differs = !(now.at(i) == before.at(i));
            }
            if (differs && from < 0)
                from = i;
            if (!differs && from >= 0) {
                changedRows(first + from, first + i - 1);
                from = -1;
            }
        }
    }

    void store(int page, QList<Row> rows)
    {
        auto found = m_pages.find(page);
        if (found == m_pages.end()) {
            m_recent.push_front(page);
            found = m_pages.emplace(page, Page{{}, false, m_recent.begin()}).first;
        }
        found->second.rows = std::move(rows);
        found->second.stale = false;
        while (int(m_pages.size()) > kMaxPages) {
            const int oldest = m_recent.back();
            m_recent.pop_back();
            m_pages.erase(oldest);
        }
    }

    void resizeTo(qint64 total)
    {
        const int rows = int(std::min<qint64>(total, std::numeric_limits<int>::max() - 1));
        if (rows > m_rows) {
            beginInsertRows({}, m_rows, rows - 1);
            m_rows = rows;
            endInsertRows();
        } else if (rows < m_rows) {
            beginRemoveRows({}, rows, m_rows - 1);
            m_rows = rows;
            for (auto it = m_pages.begin(); it != m_pages.end();) {
                if (qint64(it->first) * kPageSize >= rows) {
                    m_recent.erase(it->second.recent);
                    it = m_pages.erase(it);
                } else {
                    ++it;
                }
            }
            endRemoveRows();
        }
        publishTotal(total);
    }

    void publishTotal(qint64 known)
    {
        if (known < 0 && !m_count)
            later(m_rows / kPageSize); // nobody counts: walk on until a page is short
        setTotal(known);
    }

    void changedRows(int first, int last)
    {
        last = std::min(last, m_rows - 1);
        if (first <= last)
            Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
    }

    void report(const Error &error) { Q_EMIT failed(error); }

    std::function<Cell(const Row &, int)> m_cell;
    std::function<qint64(const Row &)> m_key;
    Fetch m_fetch;
    Count m_count;
    std::unordered_map<int, Page> m_pages;
    std::list<int> m_recent; // page numbers, the last used first
    std::unordered_map<int, FetchHandle> m_running;
    FetchHandle m_counting;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
    int m_rows = 0;
    int m_generation = 0;
    qint64 m_counted = 0;
    bool m_countKnown = false;
    bool m_replacing = true; // until the first page of the current query is here
    bool m_failedOnce = false;
};

} // namespace cas::ui
