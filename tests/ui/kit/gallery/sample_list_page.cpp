// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/kit/gallery/sample_pages.h"

#include "ui/kit/buttons.h"
#include "ui/kit/data_table.h"
#include "ui/kit/filter_bar.h"
#include "ui/kit/page_header.h"
#include "ui/kit/tab_strip.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace cas::ui {

namespace {

QList<SampleRow> sketchRows()
{
    const auto s = [](const char *text) { return QString::fromUtf8(text); };
    return {
        {1042,
         s("www.example.com"),
         s("DigiCert OV · Multi-Domain"),
         s("www.example.com +3"),
         StatusKind::Good,
         s("Issued"),
         s("2027-05-02"),
         s("160 days"),
         0.8,
         {s("web"), s("prod")}},
        {1041,
         s("*.shop.example.cn"),
         s("GeoTrust DV · Wildcard"),
         s("*.shop.example.cn"),
         StatusKind::Warn,
         s("About To Expire"),
         s("2026-12-09"),
         s("16 days"),
         0.08,
         {s("prod")}},
        {1040,
         s("api.example.com"),
         s("Let’s Encrypt DV · Single"),
         s("api.example.com"),
         StatusKind::Progress,
         s("Pending Validation"),
         s("—"),
         s("DNS record to add"),
         -1,
         {}},
        {1039,
         s("portal.example.org"),
         s("GlobalSign OV · Single"),
         s("portal.example.org"),
         StatusKind::Progress,
         s("Under Review"),
         s("—"),
         s("since 2 days"),
         -1,
         {s("finance")}},
        {1038,
         s("mail.example.com"),
         s("Uploaded · RSA 2048"),
         s("mail.example.com +1"),
         StatusKind::Good,
         s("Issued"),
         s("2027-01-30"),
         s("68 days"),
         0.34,
         {s("mail")}},
        {1029,
         s("old.example.com"),
         s("DigiCert DV · Single"),
         s("old.example.com"),
         StatusKind::Bad,
         s("Expired"),
         s("2026-11-02"),
         s("21 days ago"),
         0,
         {}},
        {1033,
         s("vpn.example.net"),
         s("Sectigo DV · Single"),
         s("vpn.example.net"),
         StatusKind::Neutral,
         s("Revoked"),
         s("2027-02-11"),
         s("key compromise"),
         -1,
         {}},
    };
}

QList<SampleRow> chineseRows()
{
    const auto s = [](const char *text) { return QString::fromUtf8(text); };
    QList<SampleRow> rows = sketchRows();
    rows[0].name = s("例测.中国");
    rows[0].status = s("已签发");
    rows[0].brand = s("DigiCert 企业型（OV）· 多域名");
    rows[0].note = s("剩余 160 天");
    rows[0].tags = {s("生产"), s("官网")};
    rows[1].status = s("即将过期");
    rows[1].note = s("剩余 16 天");
    rows[2].status = s("待验证");
    rows[2].note = s("需要添加 DNS 记录");
    rows[3].status = s("审核中");
    return rows;
}

SampleRow sampleRow(const QList<SampleRow> &base, qint64 i)
{
    SampleRow row = base.at(i % base.size());
    if (i >= base.size()) {
        row.id = 2000 + i;
        row.name = QStringLiteral("host-%1.example.com").arg(i);
    }
    return row;
}

} // namespace

SampleListPage::SampleListPage(int rows, bool chinese, QWidget *parent)
    : Page(parent)
    , m_chinese(chinese)
    , m_header(new PageHeader(this))
    , m_tabs(new TabStrip(this))
    , m_filters(new FilterBar(this))
    , m_table(new DataTable(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kPageSide, space::kPageTop, space::kPageSide,
                               space::kPageTop);
    column->setSpacing(space::kM);
    column->addWidget(m_header);
    column->addWidget(m_tabs);
    column->addWidget(m_filters);
    column->addWidget(m_table, 1);
    const auto u = [chinese](const char *english, const char *other) {
        return QString::fromUtf8(chinese ? other : english);
    };
    auto *upload = makeButton(ButtonKind::Secondary, this);
    upload->setText(u("Upload", "上传证书"));
    auto *purchase = makeButton(ButtonKind::Secondary, this);
    purchase->setText(u("Purchase Certificate", "购买证书"));
    auto *create = makeButton(ButtonKind::Primary, this);
    create->setObjectName(QStringLiteral("create"));
    create->setText(u("Create Certificate", "创建证书"));
    m_header->addAction(upload);
    m_header->addAction(purchase);
    m_header->addAction(create);

    QList<Column> columns;
    columns.append(Column::selection());
    const auto add = [&columns](const char *id, const QString &title, int width, int stretch,
                                bool sortable) {
        Column one;
        one.id = QString::fromLatin1(id);
        one.title = title;
        one.width = width;
        one.stretch = stretch;
        one.sortable = sortable;
        columns.append(one);
    };
    add("name", u("Name / ID", "名称 / ID"), 150, 3, true);
    add("brand", u("Brand and type", "品牌与类型"), 180, 3, true);
    add("domains", u("Bound domains", "绑定域名"), 150, 2, false);
    add("status", u("Status", "状态"), 160, 0, true);
    add("validTo", u("Valid to", "到期时间"), 130, 0, true);
    add("tags", u("Tags", "标签"), 110, 1, false);
    columns[2].optional = 1;
    columns[3].optional = 3;
    columns[6].optional = 2;
    columns.append(Column::operations(u("Operations", "操作"), 190));
    m_model = new WindowedModel<SampleRow>(columns, this);
    m_model->setKey([](const SampleRow &row) { return row.id; });
    m_model->setCell([](const SampleRow &row, int at) {
        switch (at) {
        case 1:
            return Cell::twoLine(row.name, QStringLiteral("cas-%1").arg(row.id), true);
        case 2:
            return Cell::plain(row.brand);
        case 3:
            return Cell::plain(row.domains);
        case 4:
            return Cell::chip(row.kind, row.status);
        case 5:
            return Cell::validity(row.date, row.note, row.left, row.kind);
        default:
            return Cell::tagList(row.tags);
        }
    });
    const QList<SampleRow> base = chinese ? chineseRows() : sketchRows();
    m_model->setFetch([base, rows](const PageRequest<SampleRow> &request, auto done) {
        QList<SampleRow> page;
        for (qint64 i = request.offset; i < qMin<qint64>(rows, request.offset + request.count); ++i)
            page.append(sampleRow(base, i));
        done(page);
        return FetchHandle();
    });
    m_model->setCount([rows](auto done) {
        done(qint64(rows));
        return FetchHandle();
    });
    m_table->setRowActions([this](int at) {
        const SampleRow *row = m_model->rowAt(at);
        const auto action = [](const char *id, const char *english, const char *other,
                               bool chineseText) {
            return RowAction{QString::fromLatin1(id),
                             QString::fromUtf8(chineseText ? other : english),
                             true,
                             {},
                             false};
        };
        RowActions actions;
        if (!row)
            return actions;
        if (row->kind == StatusKind::Good || row->kind == StatusKind::Warn) {
            actions.append(row->kind == StatusKind::Warn
                               ? action("renew", "Renew", "续费", m_chinese)
                               : action("deploy", "Deploy", "部署", m_chinese));
            actions.append(action("download", "Download", "下载", m_chinese));
            actions.append(action("details", "Details", "详情", m_chinese));
        } else {
            actions.append(action("details", "Details", "详情", m_chinese));
        }
        RowAction remove = action("delete", "Delete", "删除", m_chinese);
        remove.danger = true;
        if (row->kind == StatusKind::Neutral) {
            remove.enabled = false;
            remove.disabledReason = QStringLiteral("You do not have the permission cert.delete.");
        }
        actions.append(remove);
        return actions;
    });
    m_table->setBulkActions({{QStringLiteral("download"), u("Download", "下载"), true, {}, false},
                             {QStringLiteral("deploy"), u("Deploy", "部署"), true, {}, false},
                             {QStringLiteral("tag"), u("Tag", "标签"), true, {}, false},
                             {QStringLiteral("delete"), u("Delete", "删除"), true, {}, true}});
    m_table->setEmptyState(Symbol::Certificate,
                           u("No certificates yet. Create one, or upload those you already have.",
                             "还没有证书。可以创建证书，或上传已有的证书。"),
                           u("Create Certificate", "创建证书"));
    m_table->setCountText(
        [u](qint64 total) { return u("%1 certificates", "共 %1 张证书").arg(total); });
    m_table->setModel(m_model);
    m_filters->addTrailing(m_table->makeColumnsButton(this));
    m_model->requery();
}

void SampleListPage::retranslate()
{
    const auto u = [this](const char *english, const char *other) {
        return QString::fromUtf8(m_chinese ? other : english);
    };
    m_header->setTitle(u("Certificates", "证书管理"));
    m_header->setHelp(u("Public and uploaded SSL certificates, from application to renewal.",
                        "公共证书与上传证书，从申请到续期。"));
    m_tabs->setTabs({{QStringLiteral("own"), u("Certificates", "正式证书"), 128},
                     {QStringLiteral("test"), u("Personal Test Certificates", "个人测试证书"), 6},
                     {QStringLiteral("uploaded"), u("Uploaded Certificates", "上传证书"), 41},
                     {QStringLiteral("shared"), u("Shared Certificates", "共享证书"), 2}});
    m_filters->setSearchPlaceholder(
        u("Name, domain, serial, fingerprint", "名称、域名、序列号、指纹"));
    m_filters->setFilter(QStringLiteral("status"), u("Status", "状态"),
                         {{QStringLiteral("issued"), u("Issued", "已签发")},
                          {QStringLiteral("expired"), u("Expired", "已过期")}});
    m_filters->setFilter(QStringLiteral("brand"), u("Brand", "品牌"),
                         {{QStringLiteral("digicert"), QStringLiteral("DigiCert")}});
    m_filters->setFilter(QStringLiteral("tag"), u("Tag", "标签"),
                         {{QStringLiteral("prod"), QStringLiteral("prod")}});
}

void SampleListPage::focusSearch()
{
    m_filters->focusSearch();
}

} // namespace cas::ui
