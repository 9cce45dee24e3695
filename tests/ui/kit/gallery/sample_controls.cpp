// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/kit/gallery/sample_pages.h"

#include "ui/kit/buttons.h"
#include "ui/kit/card.h"
#include "ui/kit/chain_tree.h"
#include "ui/kit/code_block.h"
#include "ui/kit/expiry_chart.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/key_value_grid.h"
#include "ui/kit/labels.h"
#include "ui/kit/line_chart.h"
#include "ui/kit/page_header.h"
#include "ui/kit/passphrase_field.h"
#include "ui/kit/segmented_control.h"
#include "ui/kit/status_ring.h"
#include "ui/kit/tag_chips.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QToolButton>

namespace cas::ui {

SampleOverview::SampleOverview(QWidget *parent)
    : Page(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kPageSide, space::kPageTop, space::kPageSide,
                               space::kPageTop);
    column->setSpacing(space::kL);
    auto *header = new PageHeader(this);
    header->setTitle(QStringLiteral("Overview"));
    header->setHelp(QStringLiteral("Monday, 23 November 2026 · everything in this store"));
    auto *report = makeButton(ButtonKind::Secondary, this);
    report->setText(QStringLiteral("Report"));
    auto *buy = makeButton(ButtonKind::Primary, this);
    buy->setText(QStringLiteral("Purchase Certificate"));
    header->addAction(report);
    header->addAction(buy);
    column->addWidget(header);

    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(space::kL);
    const std::tuple<const char *, const char *, Tone> figures[] = {
        {"Pending Application", "2", Tone::Text}, {"Pending Validation", "1", Tone::Text},
        {"Under Review", "1", Tone::Text},        {"Failed", "0", Tone::Third},
        {"About To Expire", "3", Tone::Warn},     {"Expired", "1", Tone::Bad}};
    for (const auto &[name, number, tone] : figures) {
        auto *card = new Card(this);
        auto *word = makeLabel(TextStyle::Small, Tone::Second, card);
        word->setText(QString::fromLatin1(name));
        auto *figure = makeLabel(TextStyle::Figure, tone, card);
        figure->setText(QString::fromLatin1(number));
        card->content()->setSpacing(2);
        card->content()->addWidget(word);
        card->content()->addWidget(figure);
        tiles->addWidget(card, 1);
    }
    column->addLayout(tiles);

    auto *expiry = new Card(this);
    expiry->setTitle(QStringLiteral("Expiries by week, next 6 months"));
    auto *chart = new ExpiryChart(expiry);
    QList<ExpiryChart::Week> weeks;
    const int counts[] = {3, 9,  5, 7, 15, 6, 5, 8, 22, 10, 7, 6, 4,
                          5, 17, 7, 5, 9,  6, 5, 6, 14, 7,  5, 8, 5};
    QDate monday(2026, 11, 23);
    for (const int count : counts) {
        weeks.append({monday, count});
        monday = monday.addDays(7);
    }
    chart->setWeeks(weeks, 14, {{QDate(2027, 3, 15), QStringLiteral("100-day rule begins")}});
    expiry->content()->addWidget(chart);
    column->addWidget(expiry, 3);

    auto *row = new QHBoxLayout;
    row->setSpacing(space::kL);
    auto *status = new Card(this);
    status->setTitle(QStringLiteral("Status"));
    auto *ring = new StatusRing(status);
    ring->setParts({{StatusKind::Good, QStringLiteral("Issued"), 117},
                    {StatusKind::Warn, QStringLiteral("About To Expire"), 3},
                    {StatusKind::Progress, QStringLiteral("In progress"), 4},
                    {StatusKind::Bad, QStringLiteral("Expired, revoked"), 4}});
    status->content()->addWidget(ring);
    row->addWidget(status, 1);
    auto *renewals = new Card(this);
    renewals->setTitle(QStringLiteral("Renewals per month under the 200 / 100 / 47-day rules"));
    auto *line = new LineChart(renewals);
    line->setPoints({{QDate(2026, 1, 1), 20},
                     {QDate(2026, 9, 1), 24},
                     {QDate(2027, 2, 20), 25},
                     {QDate(2027, 4, 1), 48},
                     {QDate(2028, 6, 1), 52},
                     {QDate(2029, 2, 1), 54},
                     {QDate(2029, 4, 1), 104},
                     {QDate(2031, 1, 1), 116}},
                    {{QDate(2027, 3, 15), QStringLiteral("2027-03 · 100")},
                     {QDate(2029, 3, 15), QStringLiteral("2029-03 · 47")}});
    renewals->content()->addWidget(line);
    row->addWidget(renewals, 1);
    auto *chain = new Card(this);
    chain->setTitle(QStringLiteral("Chain"));
    auto *tree = new ChainTree(chain);
    tree->setNodes({{QStringLiteral("Example Root R1"), QStringLiteral("Root · until 2036-11-20"),
                     StatusKind::Good, QStringLiteral("Enabled"), false},
                    {QStringLiteral("Example Servers S1"),
                     QStringLiteral("Subordinate · path length 0"),
                     StatusKind::Good,
                     {},
                     false},
                    {QStringLiteral("www.example.com"),
                     QStringLiteral("not held here"),
                     StatusKind::Neutral,
                     {},
                     true}});
    chain->content()->addWidget(tree);
    chain->content()->addStretch(1);
    row->addWidget(chain, 1);
    column->addLayout(row, 2);
}

SampleControls::SampleControls(bool chinese, QWidget *parent)
    : Page(parent)
{
    const auto u = [chinese](const char *english, const char *other) {
        return QString::fromUtf8(chinese ? other : english);
    };
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(space::kPageSide, space::kPageTop, space::kPageSide, space::kPageTop);
    grid->setSpacing(space::kL);

    auto *buttons = new Card(this);
    buttons->setTitle(u("Buttons", "按钮"));
    const std::pair<ButtonKind, QString> kinds[] = {
        {ButtonKind::Primary, u("Primary", "主要按钮")},
        {ButtonKind::Secondary, u("Secondary", "次要按钮")},
        {ButtonKind::Danger, u("Revoke", "吊销")},
        {ButtonKind::Link, u("Link", "链接")},
        {ButtonKind::Quiet, u("Quiet", "安静")}};
    for (const bool enabled : {true, false}) {
        auto *line = new QHBoxLayout;
        line->setSpacing(space::kS);
        for (const auto &[kind, text] : kinds) {
            auto *button = makeButton(kind, buttons, enabled ? Symbol::None : Symbol::Plus);
            button->setText(text);
            button->setEnabled(enabled);
            line->addWidget(button);
        }
        auto *tool = makeIconButton(Symbol::More, buttons);
        tool->setEnabled(enabled);
        line->addWidget(tool);
        line->addStretch(1);
        buttons->content()->addLayout(line);
    }
    auto *segments = new SegmentedControl(buttons);
    segments->setSegments(
        {{QStringLiteral("dns"), u("DNS record", "DNS 验证"), true, {}},
         {QStringLiteral("http"), u("HTTP file", "文件验证"), true, {}},
         {QStringLiteral("mail"), u("E-mail", "邮件"), false, u("Not offered", "不支持")}});
    buttons->content()->addWidget(segments);
    auto *chips = new QHBoxLayout;
    chips->addWidget(new StatusChip(StatusKind::Good, u("Issued", "已签发"), buttons));
    chips->addWidget(new StatusChip(StatusKind::Warn, u("About To Expire", "即将过期"), buttons));
    chips->addWidget(new StatusChip(StatusKind::Bad, u("Expired", "已过期"), buttons));
    chips->addWidget(new StatusChip(StatusKind::Neutral, u("Revoked", "已吊销"), buttons));
    chips->addWidget(new StatusChip(StatusKind::Progress, u("Under Review", "审核中"), buttons));
    chips->addStretch(1);
    buttons->content()->addLayout(chips);
    auto *tags = new TagChips(TagChips::Mode::Editable, buttons);
    tags->setTags({QStringLiteral("web"), QStringLiteral("prod"), u("finance", "财务")});
    tags->setPlaceholder(u("Add a tag", "添加标签"));
    buttons->content()->addWidget(tags);
    buttons->content()->addStretch(1);
    grid->addWidget(buttons, 0, 0);

    auto *inputs = new Card(this);
    inputs->setTitle(u("Inputs", "输入"));
    auto *line = new QLineEdit(inputs);
    line->setPlaceholderText(u("Name, domain, serial", "名称、域名、序列号"));
    auto *bad = new QLineEdit(QStringLiteral("shop_example.cn"), inputs);
    bad->setProperty("invalid", true);
    auto *combo = new QComboBox(inputs);
    combo->addItems(
        {u("GeoTrust · DV · 3 of 5 left", "GeoTrust · DV · 剩余 3/5"), QStringLiteral("x")});
    auto *off = new QComboBox(inputs);
    off->addItem(u("Not available", "不可用"));
    off->setEnabled(false);
    auto *secret = new PassphraseField(inputs);
    secret->setStrength([](QByteArrayView utf8) { return int(utf8.size()) / 5; });
    secret->edit()->setText(QStringLiteral("correct horse ba"));
    auto *numbers = new QHBoxLayout;
    auto *spin = new QSpinBox(inputs);
    spin->setRange(1, 30);
    spin->setValue(10);
    auto *date = new QDateEdit(QDate(2026, 12, 9), inputs);
    date->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    date->setCalendarPopup(true);
    numbers->addWidget(spin);
    numbers->addWidget(date);
    auto *checks = new QHBoxLayout;
    auto *on = new QCheckBox(u("Quick Apply", "快速申请"), inputs);
    on->setChecked(true);
    auto *none = new QCheckBox(u("Off", "关闭"), inputs);
    auto *radio = new QRadioButton(u("One", "一"), inputs);
    radio->setChecked(true);
    auto *other = new QRadioButton(u("Two", "二"), inputs);
    for (QWidget *widget : std::initializer_list<QWidget *>{on, none, radio, other})
        checks->addWidget(widget);
    checks->addStretch(1);
    for (QWidget *widget : std::initializer_list<QWidget *>{line, bad, combo, off, secret})
        inputs->content()->addWidget(widget);
    inputs->content()->addLayout(numbers);
    inputs->content()->addLayout(checks);
    auto *progress = new QProgressBar(inputs);
    progress->setValue(64);
    progress->setTextVisible(false);
    inputs->content()->addWidget(progress);
    inputs->content()->addStretch(1);
    grid->addWidget(inputs, 0, 1);

    auto *details = new Card(this);
    details->setTitle(u("Details", "详情"));
    auto *values = new KeyValueGrid(details);
    values->setRow(QStringLiteral("subject"), u("Subject", "主题"),
                   u("CN=www.example.com, O=Example", "CN=例测.中国, O=示例有限公司"));
    values->setRow(QStringLiteral("evil"), u("Untrusted", "不可信文本"),
                   QString::fromUtf8("<b>bold?</b> \u202Egnp.exe"));
    values->setRow(QStringLiteral("serial"), u("Serial", "序列号"),
                   QStringLiteral("04A1B2C3D4E5F60718293A4B5C6D7E8F"), KeyValueGrid::Style::Hex,
                   KeyValueGrid::Copy::Yes);
    values->setRow(
        QStringLiteral("sha256"), u("SHA-256", "SHA-256 指纹"),
        QStringLiteral("9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08"),
        KeyValueGrid::Style::Hex, KeyValueGrid::Copy::Yes);
    details->content()->addWidget(values);
    auto *pem = new CodeBlock(details);
    pem->setText(
        QStringLiteral("-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUJ5yB1t0pVQf0Kk0m"
                       "\nfwzD1cYpV0MwCgYIKoZIzj0EAwIwFDESMBA=\n-----END CERTIFICATE-----\n"));
    details->content()->addWidget(pem);
    details->content()->addStretch(1);
    grid->addWidget(details, 1, 0);

    auto *messages = new Card(this);
    messages->setTitle(u("Messages", "消息"));
    const std::pair<InlineMessage::Kind, QString> samples[] = {
        {InlineMessage::Kind::Info, u("The CA answers within a day.", "CA 将在一天内答复。")},
        {InlineMessage::Kind::Success, u("The chain is complete.", "证书链完整。")},
        {InlineMessage::Kind::Warning,
         u("The certificate expires in 16 days and hosting is off, so nobody will renew it unless "
           "you do.",
           "证书将在 16 天后过期，且未开启托管。")},
        {InlineMessage::Kind::Error,
         u("The store is locked. Unlock it and try again.", "仓库已锁定。请解锁后重试。")}};
    for (const auto &[kind, text] : samples) {
        auto *message = new InlineMessage(messages);
        message->setMessage(kind, text);
        if (kind == InlineMessage::Kind::Error) {
            message->setAction(u("Unlock", "解锁"));
            message->setDetails(QStringLiteral("locked"));
        }
        message->setClosable(kind == InlineMessage::Kind::Info);
        messages->content()->addWidget(message);
    }
    messages->content()->addStretch(1);
    grid->addWidget(messages, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
}

SampleIcons::SampleIcons(QWidget *parent)
    : Page(parent)
{ }

void SampleIcons::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setFont(theme.font(TextStyle::Small));
    const int columns = qMax(1, (width() - 48) / 96);
    for (int i = 1; i <= int(Symbol::Chart); ++i) {
        const QPoint at(24 + (i - 1) % columns * 96, 20 + (i - 1) / columns * 88);
        paintSymbol(painter, QRectF(at.x() + 8, at.y(), 48, 48), Symbol(i), theme.tokens().text);
        paintSymbol(painter, QRectF(at.x() + 64, at.y() + 16, 18, 18), Symbol(i),
                    theme.tokens().accent);
        painter.setPen(theme.tokens().textSecond);
        painter.drawText(QRect(at.x(), at.y() + 52, 94, 18), Qt::AlignCenter,
                         symbolName(Symbol(i)));
    }
}

} // namespace cas::ui
