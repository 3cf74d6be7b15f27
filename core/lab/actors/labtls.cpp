// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/actors/labtls.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

namespace Teardown {

namespace {

QByteArray resource(const QString &name)
{
    QFile file(QStringLiteral(":/lab/tls/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

bool labTlsWorks()
{
    return QSslSocket::supportsSsl() && !labTlsConfiguration().localCertificate().isNull();
}

QSslConfiguration labTlsConfiguration()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(resource(QStringLiteral("certificate.pem"))));
    configuration.setPrivateKey(QSslKey(resource(QStringLiteral("key.pem")), QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

} // namespace Teardown
