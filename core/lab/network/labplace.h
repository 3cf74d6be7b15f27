// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/network/networknamespace.h"
#include "core/lab/scenario/scenario.h"

#include <QHostAddress>

#include <vector>

namespace Teardown {

class PrivateNetwork;

/// The part of 127.0.0.0/8 that is for the lab alone: 127.128.0.0/9.
inline constexpr quint32 labNetwork = 0x7f800000;
inline constexpr int labNetworkPrefix = 9;

/// Where the actors of an act are: the network of each side.
class LabPlace
{
public:
    virtual ~LabPlace() = default;

    /// Where actors of \a side listen.
    virtual QHostAddress home(LabSide side) const = 0;

    /// Takes the calling thread into the network of \a side.
    virtual NamespaceVisit visit(LabSide side) const = 0;

    /// One side for each network there is.
    virtual std::vector<LabSide> networks() const = 0;

    /// Null where the actors share the loopback interface.
    virtual PrivateNetwork *privateNetwork() { return nullptr; }

protected:
    LabPlace() = default;
    Q_DISABLE_COPY_MOVE(LabPlace)
};

/// The loopback interface of this process's network namespace, for all sides.
class LoopbackPlace final : public LabPlace
{
public:
    /// Takes an address no other act of this process has.
    LoopbackPlace();

    QHostAddress home(LabSide) const override { return m_home; }
    NamespaceVisit visit(LabSide) const override { return {}; }
    std::vector<LabSide> networks() const override { return {LabSide::Client}; }

private:
    QHostAddress m_home;
};

} // namespace Teardown
