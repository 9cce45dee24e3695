// SPDX-License-Identifier: GPL-3.0-or-later
// Shows every piece of the kit in the frame. "gallery" opens a window; "gallery --shots DIR" writes
// one picture per scene and ends. QT_SCALE_FACTOR scales both.
#include "tests/ui/kit/gallery/sample_pages.h"

#include "ui/kit/confirm_panel.h"
#include "ui/kit/data_table.h"
#include "ui/kit/filter_bar.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/segmented_control.h"
#include "ui/kit/side_panel.h"
#include "ui/kit/theme.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigation.h"
#include "ui/shell/window_settings.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QCommandLineParser>
#include <QDir>
#include <QEventLoop>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace {

using namespace cas::ui;

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

SidePanel *applyPanel()
{
    auto *panel = new SidePanel;
    panel->setTitle(text("Apply"));
    panel->setSubtitle(text("New certificate application"));
    auto *form = panel->addForm();
    auto *kind = new SegmentedControl;
    kind->setSegments({{text("single"), text("Single Domain"), true, {}},
                       {text("multi"), text("Multi-Domain"), true, {}},
                       {text("wildcard"), text("Wildcard"), true, {}}});
    auto *field = form->add(kind, text("kind"));
    field->setLabel(text("Certificate Type"));
    field->setRequired(true);
    auto *brand = new QComboBox;
    brand->addItem(text("GeoTrust · DV · 3 of 5 left"));
    field = form->add(brand, text("brand"));
    field->setLabel(text("Certificate Brand"));
    field->setRequired(true);
    field->setHelp(
        text("Lifetime up to 200 days today; about 2 certificates a year until 2027-03-15."));
    field = form->add(new QLineEdit(text("shop_example.cn")), text("san"));
    field->setLabel(text("Domain Name"));
    field->setRequired(true);
    field->setError(
        text("Underscore is not allowed in a host name. Did you mean shop-example.cn?"));
    auto *years = new QComboBox;
    years->addItem(text("1 year"));
    form->add(years, text("years"))->setLabel(text("Service Years"));
    auto *quick = new QCheckBox(text("Quick Apply"));
    quick->setChecked(true);
    form->add(quick, text("quick"))
        ->setHelp(
            text("Submit to the CA now. Without it the application waits as Pending Application."));
    auto *method = new SegmentedControl;
    method->setSegments(
        {{text("dns"), text("DNS record"), true, {}},
         {text("http"), text("HTTP file"), true, {}},
         {text("mail"), text("E-mail"), false, text("The CA does not offer e-mail.")}});
    field = form->add(method, text("method"));
    field->setLabel(text("Verification Method"));
    field->setRequired(true);
    field->setHelp(
        text("example.cn is served by Alidns: the record is added and removed automatically."));
    auto *contact = new QComboBox;
    contact->addItem(text("Li Wei · li.wei@example.com"));
    field = form->add(contact, text("contact"));
    field->setLabel(text("Contact"));
    field->setRequired(true);
    auto *key = new QComboBox;
    key->addItem(text("ECC P-256 · generated here, kept in the vault"));
    form->add(key, text("key"))->setLabel(text("Key Algorithm"));
    panel->setPrimary(text("OK"));
    return panel;
}

void fill(MainWindow &window, bool chinese, int rows)
{
    const auto group = [&](const char *id, const char *english, const char *other) {
        window.addGroup(text(id), [=] { return text(chinese ? other : english); });
    };
    group("ssl", "SSL Certificates", "SSL 证书");
    group("private", "Private Certificates", "私有证书");
    group("info", "Information", "信息管理");
    group("ops", "Operations", "运维");
    const auto add = [&](const char *id, const char *groupId, Symbol symbol, const char *english,
                         const char *other, std::function<Page *(QWidget *)> make) {
        window.addPage({text(id), text(groupId), symbol,
                        [=] { return text(chinese ? other : english); }, std::move(make)});
    };
    const auto list = [=](QWidget *parent) { return new SampleListPage(rows, chinese, parent); };
    const auto controls = [=](QWidget *parent) { return new SampleControls(chinese, parent); };
    const auto icons = [](QWidget *parent) { return new SampleIcons(parent); };
    add("overview", "", Symbol::Overview, "Overview", "概览",
        [](QWidget *parent) { return new SampleOverview(parent); });
    add("certificates", "ssl", Symbol::Certificate, "Certificates", "证书", list);
    add("domains", "ssl", Symbol::Domain, "Domains", "域名", controls);
    add("deployment", "ssl", Symbol::Deploy, "Deployment", "部署", icons);
    add("privateca", "private", Symbol::Shield, "Private CA", "私有 CA", list);
    add("complianceca", "private", Symbol::ShieldCheck, "Compliance CA", "国密 CA", list);
    add("usbkey", "private", Symbol::Usb, "USBKey", "USBKey", list);
    add("contacts", "info", Symbol::Contact, "Contacts", "联系人", list);
    add("companies", "info", Symbol::Company, "Company Profiles", "企业信息", list);
    add("notifications", "ops", Symbol::Bell, "Notifications", "通知", list);
    add("orders", "ops", Symbol::Order, "Orders & Quota", "订单与配额", list);
    add("logs", "ops", Symbol::Log, "Operation Logs", "操作日志", list);
    add("access", "ops", Symbol::Lock, "Access Control", "访问控制", list);
    add("tools", "", Symbol::Tools, "Tools", "工具", list);
    add("settings", "", Symbol::Settings, "Settings", "设置", list);
    window.setBadge(text("certificates"), 3);
    window.setBadge(text("complianceca"), 2);
    window.setStore(text("example-pki.cas"), text(chinese ? "已解锁" : "unlocked"),
                    StatusKind::Good);
    window.setOperator(text("li.wei"));
}

class Shots
{
public:
    Shots(QString dir, Theme &theme)
        : m_dir(std::move(dir))
        , m_theme(theme)
    { }

    void scene(const char *name, Theme::Mode mode, QSize size, bool chinese, int rows,
               const std::function<void(MainWindow &)> &setUp)
    {
        m_theme.setMode(mode);
        MemoryWindowSettings settings;
        MainWindow window(settings);
        fill(window, chinese, rows);
        window.resize(size);
        window.start();
        window.show();
        QApplication::processEvents(); // a picture maker, not the product
        setUp(window);
        for (int i = 0; i < 5; ++i)
            QApplication::processEvents();
        window.grab().save(QDir(m_dir).filePath(text(name) + QStringLiteral(".png")));
    }

private:
    QString m_dir;
    Theme &m_theme;
};

void takeShots(const QString &dir, Theme &theme)
{
    QDir().mkpath(dir);
    Shots shots(dir, theme);
    const QSize big(1440, 900);
    const QSize small(1024, 700);
    const auto light = Theme::Mode::Light;
    const auto dark = Theme::Mode::Dark;
    const auto show = [](const char *page) {
        return [page](MainWindow &window) { window.showPage(text(page)); };
    };
    const auto selected = [](MainWindow &window) {
        window.showPage(text("certificates"));
        auto *page = qobject_cast<SampleListPage *>(window.page(text("certificates")));
        page->table()->setCurrentRow(1);
        page->filters()->setExtra(text("expires"), text("90"), text("expires in 90 days"));
    };
    std::shared_ptr<cas::JobContext> job =
        std::make_shared<cas::JobContext>(text("Deploying *.shop.example.cn"));
    job->setTotal(24);
    job->setDone(17);
    shots.scene("overview", light, big, false, 7, show("overview"));
    shots.scene("overview-dark", dark, big, false, 7, show("overview"));
    shots.scene("certificates", light, big, false, 7, selected);
    shots.scene("certificates-dark", dark, big, false, 7, [&](MainWindow &window) {
        selected(window);
        window.showJob(job, [] {});
        QEventLoop wait;
        QTimer::singleShot(500, &wait, &QEventLoop::quit);
        wait.exec();
    });
    shots.scene("certificates-apply", light, big, false, 7, [&](MainWindow &window) {
        selected(window);
        window.openPanel(applyPanel());
    });
    shots.scene("certificates-apply-small", light, small, false, 1000000, [&](MainWindow &window) {
        selected(window);
        window.openPanel(applyPanel());
    });
    shots.scene("certificates-small", light, small, false, 1000000, selected);
    shots.scene("certificates-million", light, big, false, 1000000, [](MainWindow &window) {
        window.showPage(text("certificates"));
        auto *page = qobject_cast<SampleListPage *>(window.page(text("certificates")));
        page->table()->setCheckedRows({false, {1042, 1038, 2008}});
        window.toast(text("Certificate deleted"), [] {});
    });
    shots.scene("certificates-empty", light, big, false, 0, show("certificates"));
    shots.scene("certificates-zh", light, big, true, 7, selected);
    shots.scene("controls", light, big, false, 7, show("domains"));
    shots.scene("controls-dark", dark, big, false, 7, show("domains"));
    shots.scene("controls-zh-dark", dark, big, true, 7, show("domains"));
    shots.scene("icons", light, big, false, 7, show("deployment"));
    shots.scene("palette", light, big, false, 7, [](MainWindow &window) {
        window.showPage(text("certificates"));
        window.findChild<QToolButton *>(text("top.search"))->click();
        window.findChild<QLineEdit *>(text("palette.field"))->setText(text("ce"));
    });
    shots.scene("confirm-dark", dark, big, false, 7, [&](MainWindow &window) {
        selected(window);
        ConfirmPanel::Question question;
        question.title = text("Revoke Example Servers S1?");
        question.text =
            text("1,204 certificates issued by it stop being trusted at once, and a new CRL "
                 "is published. This cannot be undone.");
        question.verb = text("Revoke");
        question.typeToConfirm = text("Example Servers S1");
        question.checkText = text("Also revoke its certificates one by one");
        window.openConfirm(new ConfirmPanel(question));
    });
    shots.scene("locked", light, big, false, 7, [](MainWindow &window) { window.lock(); });
    shots.scene("collapsed", light, small, false, 1000000, [&](MainWindow &window) {
        selected(window);
        window.findChild<Navigation *>()->setCollapsed(true);
    });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption shots(text("shots"), text("Write pictures to DIR."), text("DIR"));
    const QCommandLineOption dark(text("dark"), text("Dark look."));
    const QCommandLineOption chinese(text("zh"), text("Chinese sample texts."));
    parser.addOptions({shots, dark, chinese});
    parser.addHelpOption();
    parser.process(app);
    Theme theme(app, parser.isSet(dark) ? Theme::Mode::Dark : Theme::Mode::System);
    if (parser.isSet(shots)) {
        takeShots(parser.value(shots), theme);
        return 0;
    }
    MemoryWindowSettings settings;
    MainWindow window(settings);
    fill(window, parser.isSet(chinese), 1000000);
    window.start();
    window.show();
    return app.exec();
}
