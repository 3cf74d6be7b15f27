// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

class QSslConfiguration;

namespace Teardown {

/// Whether QSslSocket works here: Qt's TLS plugin and OpenSSL are found.
bool labTlsWorks();

/// For both sides of a TLS scenario: the lab's certificate, which certifies nothing, and no
/// verification.
QSslConfiguration labTlsConfiguration();

} // namespace Teardown
