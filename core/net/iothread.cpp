// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/iothread.h"

#include "core/net/epolldispatcher.h"

namespace Teardown {

IoThread::IoThread(std::size_t index, SharedState &shared, bool epoll)
    : m_shared(shared)
    , m_index(index)
{
    setObjectName(QStringLiteral("io-%1").arg(index));
    if (epoll)
        setEventDispatcher(new EpollDispatcher); // the thread owns it
    start();
    m_ready.acquire();
}

IoThread::~IoThread()
{
    quit();
    wait();
}

void IoThread::run()
{
    Worker worker(m_index, m_shared);
    m_worker = &worker;
    m_ready.release();
    exec();
}

} // namespace Teardown
