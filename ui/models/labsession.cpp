// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/labsession.h"

namespace Teardown {

LabSession::~LabSession()
{
    if (m_runner)
        m_runner->cancel();
    if (m_thread.joinable())
        m_thread.join();
}

void LabSession::start(const Scenario &scenario, const LabOptions &options, bool held)
{
    Q_ASSERT(!m_runner);
    m_runner = std::make_unique<LabRunner>(scenario, options);
    if (held)
        m_runner->holdEachStep();
    connect(m_runner.get(), &LabRunner::stepHeld, this, [this] { setHeld(true); });
    connect(m_runner.get(), &LabRunner::stepDone, this, &LabSession::stepDone);
    m_thread = std::thread([this, runner = m_runner.get()] {
        RunRecord record = runner->run();
        QMetaObject::invokeMethod(
            this, [this, finished = std::move(record)] { finish(finished); }, Qt::QueuedConnection);
    });
}

void LabSession::next()
{
    if (!m_runner)
        return;
    setHeld(false);
    m_runner->next();
}

void LabSession::runOn()
{
    if (!m_runner)
        return;
    setHeld(false);
    m_runner->runOn();
}

void LabSession::cancel()
{
    if (m_runner)
        m_runner->cancel();
}

void LabSession::setHeld(bool held)
{
    if (held == m_isHeld)
        return;
    m_isHeld = held;
    emit heldChanged();
}

void LabSession::finish(const RunRecord &record)
{
    // The thread has posted its last event: joining does not wait.
    m_thread.join();
    m_runner.reset();
    setHeld(false);
    emit finished(record);
}

} // namespace Teardown
