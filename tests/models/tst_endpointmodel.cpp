// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/models/batches.h"
#include "ui/models/category.h"
#include "ui/models/endpointmodel.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Teardown;

namespace {

EndpointSnapshot listener(EndpointId id, const QString &host, quint16 port)
{
    EndpointSnapshot endpoint;
    endpoint.id = id;
    endpoint.state = EndpointState::Running;
    endpoint.host = host;
    endpoint.port = port;
    return endpoint;
}

EndpointSnapshot clients(EndpointId id, const QString &host, quint16 port)
{
    EndpointSnapshot endpoint = listener(id, host, port);
    endpoint.role = Role::Client;
    return endpoint;
}

const QString loopback = QStringLiteral("127.0.0.1");

/// The tree as text: a group, then its endpoints in brackets.
QString tree(const EndpointModel &model)
{
    QStringList groups;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex group = model.index(row, 0);
        QStringList endpoints;
        for (int child = 0; child < model.rowCount(group); ++child)
            endpoints += model.index(child, 0, group).data().toString();
        groups += group.data().toString() + u" (" + endpoints.join(QStringLiteral(", ")) + u')';
    }
    return groups.join(u' ');
}

} // namespace

class tst_EndpointModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void endpoints_areGroupedByAddress();
    void clients_comeLastWhenTheyCame();
    void name_isThatOfTheEndpoint_data();
    void name_isThatOfTheEndpoint();
    void groups_haveTheSums();
    void change_isAnnouncedForRowAndGroup();
    void indexes_surviveNewGroups();
    void endpoints_areWhatToFilterBy();
    void category_followsTheState();
    void failure_isInTheToolTip();
};

void tst_EndpointModel::endpoints_areGroupedByAddress()
{
    EndpointModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply({{}, {}, {listener(1, loopback, 7400), listener(2, QStringLiteral("::1"), 7400)}});
    model.apply({{}, {}, {listener(3, loopback, 7401)}});
    QCOMPARE(tree(model), QStringLiteral("127.0.0.1 (:7400 line, :7401 line) ::1 (:7400 line)"));
}

void tst_EndpointModel::clients_comeLastWhenTheyCame()
{
    EndpointModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.apply({{}, {}, {clients(1, loopback, 80)}});
    model.apply({{}, {}, {listener(2, loopback, 7400), clients(3, QStringLiteral("::1"), 81)}});
    QCOMPARE(tree(model),
             QStringLiteral("127.0.0.1 (:7400 line) clients (127.0.0.1:80 line, [::1]:81 line)"));
}

void tst_EndpointModel::name_isThatOfTheEndpoint_data()
{
    QTest::addColumn<EndpointSnapshot>("endpoint");
    QTest::addColumn<QString>("name");

    EndpointSnapshot echo = listener(1, loopback, 7);
    echo.service = ServiceKind::Echo;
    QTest::newRow("listener") << echo << QStringLiteral(":7 echo");
    QTest::newRow("port not known yet") << listener(1, loopback, 0) << QStringLiteral(":– line");
    QTest::newRow("clients by name")
        << clients(1, QStringLiteral("example.org"), 80) << QStringLiteral("example.org:80 line");
    QTest::newRow("a name that would turn the line round")
        << clients(1, QString(QChar(0x202e)) + u'x', 80) << QStringLiteral("\\u{202e}x:80 line");
}

void tst_EndpointModel::name_isThatOfTheEndpoint()
{
    QFETCH(const EndpointSnapshot, endpoint);
    EndpointModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply({{}, {}, {endpoint}});
    QTEST(model.indexOf(1).data().toString(), "name");
}

void tst_EndpointModel::groups_haveTheSums()
{
    EndpointModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    EndpointSnapshot first = listener(1, loopback, 1);
    first.open = 3;
    first.ended = 5;
    EndpointSnapshot second = listener(2, loopback, 2);
    second.open = 4;
    second.rejected = 6;
    model.apply({{}, {}, {first, second}});
    QCOMPARE(model.index(0, EndpointModel::Open).data(SortRole).toULongLong(), 7U);
    QCOMPARE(model.index(0, EndpointModel::Ended).data().toString(), QStringLiteral("5"));
    QCOMPARE(model.index(0, EndpointModel::Rejected).data().toString(), QStringLiteral("6"));
    QCOMPARE(model.index(0, EndpointModel::State).data().toString(), QString());
    QCOMPARE(model.index(0, EndpointModel::Open).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Open: 7"));
}

void tst_EndpointModel::change_isAnnouncedForRowAndGroup()
{
    EndpointModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    EndpointSnapshot endpoint = listener(1, loopback, 1);
    model.apply({{}, {}, {endpoint}});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    endpoint.open = 9;
    endpoint.state = EndpointState::Draining;
    model.apply({{}, {}, {endpoint}});
    QCOMPARE(inserted.size(), 0);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed.at(0).at(0).toModelIndex(), model.indexOf(1));
    QCOMPARE(changed.at(1).at(0).toModelIndex(), model.index(0, 0));
    const QModelIndex shown = model.indexOf(1);
    QCOMPARE(shown.siblingAtColumn(EndpointModel::Open).data().toString(), QStringLiteral("9"));
    QCOMPARE(shown.siblingAtColumn(EndpointModel::State).data().toString(),
             QStringLiteral("draining"));
}

void tst_EndpointModel::indexes_surviveNewGroups()
{
    EndpointModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply({{}, {}, {listener(1, loopback, 1), clients(2, loopback, 1)}});
    const QPersistentModelIndex client = model.indexOf(2);
    const QPersistentModelIndex group = client.parent();
    QCOMPARE(group.row(), 1);
    model.apply({{}, {}, {listener(3, QStringLiteral("::1"), 1)}});
    QCOMPARE(group.row(), 2);
    QCOMPARE(client.parent(), QModelIndex(group));
    QCOMPARE(model.endpoint(client)->id, EndpointId(2));
}

void tst_EndpointModel::endpoints_areWhatToFilterBy()
{
    EndpointModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(
        {{}, {}, {listener(1, loopback, 1), listener(2, loopback, 2), clients(3, loopback, 1)}});
    QCOMPARE(model.endpoints(model.index(0, 0)), (std::vector<EndpointId>{1, 2}));
    QCOMPARE(model.endpoints(model.indexOf(2)), (std::vector<EndpointId>{2}));
    QCOMPARE(model.endpoints(model.index(1, 0)), (std::vector<EndpointId>{3}));
    QCOMPARE(model.endpoints({}), (std::vector<EndpointId>{}));
    QVERIFY(!model.endpoint(model.index(0, 0)));
    QCOMPARE(model.endpoint(EndpointId(3))->role, Role::Client);
    QVERIFY(!model.endpoint(EndpointId(4)));
    QCOMPARE(model.indexOf(2).data(IdRole).toULongLong(), 2U);
    QCOMPARE(model.index(0, 0).data(IdRole).toULongLong(), 0U);
}

void tst_EndpointModel::category_followsTheState()
{
    const auto category = [](EndpointState state) {
        EndpointSnapshot endpoint = listener(1, loopback, 1);
        endpoint.state = state;
        EndpointModel model;
        model.apply({{}, {}, {endpoint}});
        return static_cast<Category>(model.indexOf(1).data(CategoryRole).toInt());
    };
    QCOMPARE(category(EndpointState::Starting), Category::Open);
    QCOMPARE(category(EndpointState::Running), Category::Open);
    QCOMPARE(category(EndpointState::Draining), Category::Lingering);
    QCOMPARE(category(EndpointState::Stopped), Category::Orderly);
    QCOMPARE(category(EndpointState::Failed), Category::Reset);
}

void tst_EndpointModel::failure_isInTheToolTip()
{
    EndpointModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    EndpointSnapshot failed = listener(1, loopback, 1);
    failed.state = EndpointState::Failed;
    failed.error = QStringLiteral("127.0.0.1:1 is in use; choose another port");
    model.apply({{}, {}, {failed}});
    QCOMPARE(model.indexOf(1).data(Qt::ToolTipRole).toString(), failed.error);
}

QTEST_GUILESS_MAIN(tst_EndpointModel)
#include "tst_endpointmodel.moc"
