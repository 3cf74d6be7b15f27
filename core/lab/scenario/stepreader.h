// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/scenario/jsonnode.h"
#include "core/lab/scenario/scenario.h"
#include "core/lab/scenario/vocabulary.h"

#include <QStringList>

namespace Teardown {

/// Reads the steps of a scenario's acts and checks what they refer to.
class StepReader
{
public:
    /// \a scenario has its actors already, and must outlive this object.
    explicit StepReader(const Scenario &scenario)
        : m_scenario(scenario)
    {
    }

    /// Reads one list of steps.
    std::vector<Step> readAct(const JsonNode &steps);

    /// The ids of all steps so far.
    const QStringList &ids() const { return m_ids; }

private:
    Step readStep(const JsonNode &node);
    void readArguments(const JsonNode &node, const OperationSpec &operation, Step &step);
    void checkField(const JsonNode &node, const FieldSpec &field);
    void checkActor(const JsonNode &node);

    const Scenario &m_scenario;
    QStringList m_ids;
    QStringList m_running; ///< background steps of this act nobody has joined yet
};

} // namespace Teardown
