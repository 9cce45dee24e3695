// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/page.h"
#include "ui/kit/row_action.h"
#include "ui/kit/windowed_model.h"

namespace cas::ui {

class DataTable;
class FilterBar;
class PageHeader;
class TabStrip;

/// One row of the sample list.
struct SampleRow
{
    qint64 id = 0;
    QString name;
    QString brand;
    QString domains;
    StatusKind kind = StatusKind::Good;
    QString status;
    QString date;
    QString note;
    double left = -1;
    QStringList tags;
    bool operator==(const SampleRow &) const = default;
};

/// A list page as every list page is: the pattern to copy.
class SampleListPage : public Page
{
    Q_OBJECT
public:
    /// @param rows how many rows the list has; 7 are the sketch's, more are made up
    SampleListPage(int rows, bool chinese, QWidget *parent);
    void retranslate() override;
    void focusSearch() override;
    [[nodiscard]] DataTable *table() const { return m_table; }
    [[nodiscard]] FilterBar *filters() const { return m_filters; }

private:
    bool m_chinese;
    PageHeader *m_header;
    TabStrip *m_tabs;
    FilterBar *m_filters;
    DataTable *m_table;
    WindowedModel<SampleRow> *m_model;
};

/// Tiles, charts, lists: an overview.
class SampleOverview : public Page
{
    Q_OBJECT
public:
    explicit SampleOverview(QWidget *parent);
};

/// Every small control in its states.
class SampleControls : public Page
{
    Q_OBJECT
public:
    SampleControls(bool chinese, QWidget *parent);
};

/// All icons with their names.
class SampleIcons : public Page
{
    Q_OBJECT
public:
    explicit SampleIcons(QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace cas::ui
