// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/form_parts.h"

#include "core/privateca/ca_rules.h"
#include "ui/kit/buttons.h"
#include "ui/kit/error_text.h"
#include "ui/kit/form.h"

#include <QComboBox>
#include <QPushButton>

namespace cas::ui {

using crypto::KeyAlgorithm;

QComboBox *makeAlgorithmCombo(const QList<KeyAlgorithm> &algorithms)
{
    auto *combo = new QComboBox;
    for (const KeyAlgorithm algorithm : algorithms)
        combo->addItem(crypto::keyAlgorithmLabel(algorithm), int(algorithm));
    const int usual = combo->findData(int(KeyAlgorithm::EcP256));
    combo->setCurrentIndex(usual < 0 ? 0 : usual);
    return combo;
}

KeyAlgorithm algorithmOf(const QComboBox *combo)
{
    return KeyAlgorithm(combo->currentData().toInt());
}

QList<KeyAlgorithm> algorithmsUnder(const QString &caKeyAlgorithmId)
{
    const auto own = crypto::parseKeyAlgorithm(caKeyAlgorithmId);
    if (own && *own == KeyAlgorithm::Sm2)
        return {KeyAlgorithm::Sm2};
    QList<KeyAlgorithm> algorithms = crypto::allKeyAlgorithms();
    algorithms.removeAll(KeyAlgorithm::Sm2);
    return algorithms;
}

QString nameProblem(const QString &typed)
{
    if (typed.trimmed().isEmpty())
        return {};
    const auto checked = privateca::rules::checkedName(typed, {});
    return checked ? QString() : errorSentence(checked.error());
}

QPushButton *addFold(Form *form, const QString &objectName)
{
    auto *fold = makeButton(ButtonKind::Link, form);
    fold->setObjectName(objectName);
    form->addAtLeft(fold);
    return fold;
}

Error withField(Error error, const QString &field)
{
    error.field = field;
    return error;
}

} // namespace cas::ui
