// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/labcapture.h"

#include "core/lab/network/namespacesupport.h"

namespace Teardown {

void openCapture(LabOptions &options)
{
    auto capture = PacketCapture::open(
        {.network = QHostAddress(labNetwork), .prefixLength = labNetworkPrefix});
    options.capture = capture ? *capture : nullptr;
    options.notCaptured = capture.error();
    if (!capture && networkNamespaceFault().isEmpty()) {
        options.isPrivate = true;
        options.notCaptured.clear();
    }
}

Result<std::vector<std::shared_ptr<PacketCapture>>> capturesOf(const LabPlace &place,
                                                               const LabOptions &options)
{
    if (!options.notCaptured.isEmpty())
        return Failure{options.notCaptured};
    std::vector<std::shared_ptr<PacketCapture>> captures;
    if (options.capture) {
        captures.push_back(options.capture);
        return captures;
    }
    for (const LabSide side : place.networks()) {
        const NamespaceVisit there = place.visit(side);
        const auto capture = PacketCapture::open({});
        if (!capture)
            return Failure{capture.error()};
        captures.push_back(*capture);
    }
    return captures;
}

} // namespace Teardown
