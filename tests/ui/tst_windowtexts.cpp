// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/ui/support/widgetwalk.h"
#include "tests/ui/support/windowfixture.h"
#include "tests/ui/support/windowtestmain.h"
#include "ui/models/connectionmodel.h"
#include "ui/panels/labpage.h"
#include "ui/panels/shutdownpanel.h"
#include "ui/widgets/tonelabel.h"
#include "ui/window/language.h"

#include <QAction>
#include <QDialog>
#include <QImage>
#include <QRegularExpression>
#include <QSettings>
#include <QTextBrowser>

using namespace Teardown;

namespace {

/// Looks at the window, or at the dialog that is open over it.
using Look = std::function<void(const QWidget &)>;

/// A page, a panel or a dialog of the window: brings it into sight and has \a look look at it.
struct Place
{
    const char *name;
    void (*show)(WindowFixture &window, const Look &look);
};

void showDialog(WindowFixture &window, ActionId id, const Look &look)
{
    QVERIFY(inDialog<QDialog>([&] { window.press(id); }, [&](QDialog &dialog) { look(dialog); }));
}

void showPage(WindowFixture &window, ActionId id, const char *dialog, const Look &look)
{
    window.press(id);
    const auto *page = window.find<QDialog>(QLatin1StringView(dialog));
    QVERIFY(page);
    look(*page);
}

void showStage(WindowFixture &window, LabStage stage, const Look &look)
{
    window.press(ActionId::ShowLab);
    window.window.lab().setStage(stage);
    settle();
    look(window.window);
}

/// One connection that lives and one that was reset, which is selected.
void makeTwo(WindowFixture &window, std::vector<std::unique_ptr<Client>> &clients)
{
    const SocketAddress address = window.listen();
    for (int count = 0; count < 2; ++count)
        clients.push_back(std::make_unique<Client>(address));
    QVERIFY(window.waitForCounts(2, 0));
    clients.back()->peer.reset();
    QVERIFY(window.waitForCounts(1, 1));
    QVERIFY(window.select(*clients.back()));
}

constexpr Place places[] = {
    {"monitor, empty",
     [](WindowFixture &window, const Look &look) {
         look(window.window);
     }},
    {"monitor, with connections",
     [](WindowFixture &window, const Look &look) {
         std::vector<std::unique_ptr<Client>> clients;
         makeTwo(window, clients);
         window.press(ActionId::HideEnded);
         window.press(ActionId::GoConnections);
         window.press(ActionId::Pause);
         look(window.window);
     }},
    {"events",
     [](WindowFixture &window, const Look &look) {
         window.press(ActionId::GoEvents);
         window.press(ActionId::Pause);
         settle();
         look(window.window);
     }},
    {"shutdown",
     [](WindowFixture &window, const Look &look) {
         std::vector<std::unique_ptr<Client>> clients;
         makeTwo(window, clients);
         clients.front()->line.request("PING begun\nWORK 60000");
         window.press(ActionId::Drain);
         const auto *panel = window.find<ShutdownPanel>();
         QTRY_VERIFY(panel->findChild<ToneLabel *>()->text().contains(u'#'));
         look(window.window);
         window.press(ActionId::ForceNow);
         QTRY_COMPARE(window.monitor.stage(), DrainStage::Drained);
         look(window.window);
     }},
    {"lab, story",
     [](WindowFixture &window, const Look &look) {
         showStage(window, LabStage::Story, look);
     }},
    {"lab, predict",
     [](WindowFixture &window, const Look &look) {
         showStage(window, LabStage::Predict, look);
     }},
    {"lab, run",
     [](WindowFixture &window, const Look &look) {
         showStage(window, LabStage::Run, look);
     }},
    {"lab, compare",
     [](WindowFixture &window, const Look &look) {
         showStage(window, LabStage::Compare, look);
     }},
    {"lab, lesson",
     [](WindowFixture &window, const Look &look) {
         showStage(window, LabStage::Lesson, look);
     }},
    {"listen",
     [](WindowFixture &window, const Look &look) {
         showDialog(window, ActionId::Listen, look);
     }},
    {"connect",
     [](WindowFixture &window, const Look &look) {
         showDialog(window, ActionId::Connect, look);
     }},
    {"export",
     [](WindowFixture &window, const Look &look) {
         std::vector<std::unique_ptr<Client>> clients;
         makeTwo(window, clients);
         showDialog(window, ActionId::Export, look);
     }},
    {"preferences",
     [](WindowFixture &window, const Look &look) {
         showDialog(window, ActionId::Preferences, look);
     }},
    {"help",
     [](WindowFixture &window, const Look &look) {
         showPage(window, ActionId::Help, "helpPage", look);
     }},
    {"shortcuts",
     [](WindowFixture &window, const Look &look) {
         showPage(window, ActionId::Shortcuts, "shortcutSheet", look);
     }},
    {"about",
     [](WindowFixture &window, const Look &look) {
         showDialog(window, ActionId::About, look);
     }},
};

void addPlaces()
{
    QTest::addColumn<int>("place");
    for (std::size_t place = 0; place < std::size(places); ++place)
        QTest::addRow("%s", places[place].name) << static_cast<int>(place);
}

void addPlacesInEachLanguage()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("place");
    for (const Language &language : allLanguages) {
        for (std::size_t place = 0; place < std::size(places); ++place)
            QTest::addRow("%s: %s", language.tag, places[place].name)
                << QString::fromLatin1(language.tag) << static_cast<int>(place);
    }
}

/// Shows the place of the data row in a window that speaks \a language, and has \a look look at it.
void visit(const QString &language, const Look &look)
{
    QFETCH(const int, place);
    installLanguage(language);
    WindowFixture window;
    bool looked = false;
    places[place].show(window, [&](const QWidget &shown) {
        looked = true;
        settle();
        look(shown);
    });
    QVERIFY(looked);
}

void visit(const Look &look)
{
    QFETCH(const QString, language);
    visit(language, look);
}

/// Texts as they would be at any time: every figure is the same figure.
std::map<QString, QString> timelessTextsOf(const QWidget &root)
{
    static const QRegularExpression figure(QStringLiteral("[0-9]+([.,:][0-9]+)*"));
    std::map<QString, QString> texts = textsOf(root);
    for (auto &[place, text] : texts)
        text.replace(figure, QStringLiteral("0"));
    return texts;
}

QStringList differences(const std::map<QString, QString> &left,
                        const std::map<QString, QString> &right)
{
    QStringList found;
    for (const auto &[place, text] : left) {
        const auto other = right.find(place);
        if (other == right.end())
            found += QStringLiteral("%1 is missing").arg(place);
        else if (other->second != text)
            found += QStringLiteral("%1: “%2” and “%3”").arg(place, text, other->second);
    }
    return found;
}

int meanLightness(QWidget &widget)
{
    const QImage image
        = widget.grab().toImage().scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return image.pixelColor(0, 0).lightness();
}

} // namespace

/// What the window says: in both languages, to the eye and to a screen reader.
class tst_WindowTexts : public QObject
{
    Q_OBJECT

private slots:
    void init() { startAnew(); }

    void everyTabStop_hasAName_data() { addPlacesInEachLanguage(); }
    void everyTabStop_hasAName();
    void noText_isCutOff_data() { addPlacesInEachLanguage(); }
    void noText_isCutOff();
    void language_canChangeWhileItRuns_data() { addPlacesInEachLanguage(); }
    void language_canChangeWhileItRuns();
    void noText_isLeftInEnglish_data() { addPlaces(); }
    void noText_isLeftInEnglish();
    void help_followsTheLanguage();
    void theme_canChangeWhileItRuns();
};

void tst_WindowTexts::everyTabStop_hasAName()
{
    visit([](const QWidget &shown) {
        const QStringList unnamed = unnamedWidgets(shown);
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
    });
}

void tst_WindowTexts::noText_isCutOff()
{
    visit([](const QWidget &shown) {
        const QStringList cutOff = cutOffTexts(shown);
        QVERIFY2(cutOff.isEmpty(), qPrintable(cutOff.join(u'\n')));
    });
}

void tst_WindowTexts::language_canChangeWhileItRuns()
{
    QFETCH(const QString, language);
    std::vector<std::map<QString, QString>> expected;
    visit([&](const QWidget &shown) { expected.push_back(timelessTextsOf(shown)); });
    QSettings().clear();

    std::size_t looks = 0;
    const QString other = QString::fromLatin1(language == QLatin1StringView(allLanguages[0].tag)
                                                  ? allLanguages[1].tag
                                                  : allLanguages[0].tag);
    visit(other, [&](const QWidget &shown) {
        const auto &wanted = expected.at(looks++);
        if (qobject_cast<const QDialog *>(&shown))
            return; // made anew each time it opens
        installLanguage(language);
        settle();
        const QStringList left = differences(wanted, timelessTextsOf(shown));
        installLanguage(other);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
    });
}

void tst_WindowTexts::help_followsTheLanguage()
{
    WindowFixture window;
    window[ActionId::Help]->trigger();
    const QString english = window.find<QTextBrowser>()->toPlainText();
    window[ActionId::LanguageChinese]->trigger();
    QTRY_VERIFY(window.find<QTextBrowser>()->toPlainText() != english);
    QVERIFY(window.find<QTextBrowser>()->isVisible());
}

void tst_WindowTexts::noText_isLeftInEnglish()
{
    // Names, tokens and figures.
    static const QRegularExpression universal(
        QStringLiteral("^(Teardown|&?English|简体中文.*|JSON Lines|CSV|C|Go|Qt|[^a-z]*|.* B/s)$"));
    std::vector<std::map<QString, QString>> english;
    visit(QStringLiteral("en"),
          [&](const QWidget &shown) { english.push_back(timelessTextsOf(shown)); });
    QSettings().clear();

    std::size_t looks = 0;
    visit(QStringLiteral("zh_CN"), [&](const QWidget &shown) {
        const auto &before = english.at(looks++);
        QStringList same;
        for (const auto &[place, text] : timelessTextsOf(shown)) {
            const auto found = before.find(place);
            if (found != before.end() && found->second == text && !universal.match(text).hasMatch())
                same += QStringLiteral("%1: “%2”").arg(place, text);
        }
        QVERIFY2(same.isEmpty(), qPrintable(same.join(u'\n')));
    });
}

void tst_WindowTexts::theme_canChangeWhileItRuns()
{
    WindowFixture window;
    std::vector<std::unique_ptr<Client>> clients;
    makeTwo(window, clients);
    window.press(ActionId::ThemeLight);
    QTRY_VERIFY(meanLightness(window.window) > 200);
    window.press(ActionId::ThemeDark);
    QTRY_VERIFY(meanLightness(window.window) < 80);
    window.press(ActionId::ShowLab);
    QTRY_VERIFY(meanLightness(window.window) < 80);
    window.press(ActionId::ThemeLight);
    QTRY_VERIFY(meanLightness(window.window) > 200);
}

int main(int argc, char **argv)
{
    return runWindowTest<tst_WindowTexts>(argc, argv);
}

#include "tst_windowtexts.moc"
