// SPDX-License-Identifier: GPL-3.0-or-later
// A window with one of each control that tests/support/drive.py knows how to use; its label says
// what was done last. tst_drive.py drives it.
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>
#include <QWidget>

namespace {

class SampleWindow : public QWidget
{
public:
    SampleWindow()
    {
        setWindowTitle(QStringLiteral("Sample"));
        auto *layout = new QVBoxLayout(this);
        layout->addWidget(m_said);

        auto *name = new QLineEdit(this);
        name->setAccessibleName(QStringLiteral("Common Name *"));
        connect(name, &QLineEdit::textChanged, m_said, &QLabel::setText);
        layout->addWidget(name);

        auto *years = new QSpinBox(this);
        years->setAccessibleName(QStringLiteral("Years"));
        connect(years, &QSpinBox::valueChanged, this,
                [this](int value) { say(QStringLiteral("%1 years").arg(value)); });
        layout->addWidget(years);

        auto *algorithm = new QComboBox(this);
        algorithm->addItems(
            {QStringLiteral("P-256"), QStringLiteral("P-384"), QStringLiteral("Ed25519")});
        connect(algorithm, &QComboBox::currentTextChanged, m_said, &QLabel::setText);
        auto *label = new QLabel(QStringLiteral("Key algorithm"), this);
        label->setBuddy(algorithm);
        layout->addWidget(label);
        layout->addWidget(algorithm);

        auto *agree = new QCheckBox(QStringLiteral("I understand"), this);
        layout->addWidget(agree);
        auto *issue = new QPushButton(QStringLiteral("&Issue certificate"), this);
        issue->setEnabled(false);
        connect(agree, &QCheckBox::toggled, issue, &QPushButton::setEnabled);
        connect(issue, &QPushButton::clicked, this, [this] { say(QStringLiteral("issued")); });
        layout->addWidget(issue);

        auto *table = new QTableWidget(2, 2, this);
        table->setAccessibleName(QStringLiteral("Certificates"));
        table->setItem(0, 0, new QTableWidgetItem(QStringLiteral("www")));
        table->setItem(0, 1, new QTableWidgetItem(QStringLiteral("Issued")));
        table->setItem(1, 0, new QTableWidgetItem(QStringLiteral("vpn")));
        table->setItem(1, 1, new QTableWidgetItem(QStringLiteral("Revoked")));
        layout->addWidget(table);
    }

private:
    void say(const QString &text) { m_said->setText(text); }

    QLabel *m_said = new QLabel(QStringLiteral("ready"), this);
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    SampleWindow window;
    window.show();
    return app.exec();
}
