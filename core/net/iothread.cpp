// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/iothread.h"

#include "core/net/epolldispatcher.h"

#include <malloc.h>

namespace Teardown {

namespace {

/// glibc keeps small freed blocks apart and joins all of them when a larger one is wanted, which
/// held up the loop for 13 ms once 9 000 connections had ended (mallopt(3), M_MXFAST). Without that
/// each is joined as it is freed. Holds for the whole process.
void joinFreedMemoryAtOnce()
{
#ifdef M_MXFAST
    ::mallopt(M_MXFAST, 0);
#endif
}

} // namespace

IoThread::IoThread(std::size_t index, SharedState &shared, bool epoll)
    : m_shared(shared)
    , m_index(index)
{
    joinFreedMemoryAtOnce();
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
