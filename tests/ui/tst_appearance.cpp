// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/ui/support/windowtestmain.h"
#include "ui/theme/appearance.h"

#include <QCheckBox>
#include <QRadioButton>
#include <QTest>

using namespace Teardown;

/// The looks that can be chosen.
class tst_Appearance : public QObject
{
    Q_OBJECT

public:
    static void initMain() { qputenv("QT_QPA_PLATFORM", "offscreen"); }

private slots:
    void init() { failOnAnyWarning(); }
    void cleanup() { applyAppearance(Appearance::System); }

    void unchecked_isSeen_data();
    void unchecked_isSeen();
};

void tst_Appearance::unchecked_isSeen_data()
{
    QTest::addColumn<Appearance>("appearance");
    QTest::newRow("light") << Appearance::Light;
    QTest::newRow("dark") << Appearance::Dark;
}

/// A box without a tick must be told from the ground it is on.
void tst_Appearance::unchecked_isSeen()
{
    QFETCH(Appearance, appearance);
    applyAppearance(appearance);
    QRadioButton radio;
    QCheckBox box;
    for (QAbstractButton *button :
         {static_cast<QAbstractButton *>(&radio), static_cast<QAbstractButton *>(&box)}) {
        button->resize(40, 30);
        const QImage picture = button->grab().toImage();
        const int ground = button->palette().color(QPalette::Window).lightness();
        int most = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                most = std::max(most, std::abs(picture.pixelColor(x, y).lightness() - ground));
        }
        QVERIFY2(most > 80, qPrintable(QString::number(most)));
    }
}

QTEST_MAIN(tst_Appearance)

#include "tst_appearance.moc"
