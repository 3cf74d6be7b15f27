// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/programrunner.h"

namespace Teardown {

/// A running `teardown-cli serve` on a loopback port of its own. For tests/cli only, where
/// TEARDOWN_CLI_PATH is defined.
class Served
{
public:
    /// \a options follow --listen; \a listen may name another address.
    explicit Served(const QStringList &options = {},
                    const QString &listen = QStringLiteral("127.0.0.1:0"))
        : m_program(QStringLiteral(TEARDOWN_CLI_PATH),
                    QStringList{QStringLiteral("serve"), QStringLiteral("--listen"), listen}
                        + options)
        , m_listeners(m_program.waitForListeners())
    {
    }

    /// False when it did not come to listening; program().errorOutput() says why.
    bool isListening() const { return !m_listeners.empty(); }

    /// Must be listening.
    const SocketAddress &address() const { return m_listeners.front(); }

    ProgramRunner &program() { return m_program; }

private:
    ProgramRunner m_program;
    std::vector<SocketAddress> m_listeners;
};

} // namespace Teardown
