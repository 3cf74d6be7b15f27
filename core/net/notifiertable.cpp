// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/notifiertable.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <utility>

#include <sys/syscall.h>
#include <unistd.h>

namespace Teardown {

namespace {

using std::chrono::nanoseconds;

constexpr quint32 eventsOfEveryType = EPOLLHUP | EPOLLERR;

// By QSocketNotifier::Type.
constexpr std::array<quint32, 3> eventsOfType{EPOLLIN, EPOLLOUT, EPOLLPRI};

constexpr std::array allTypes{QSocketNotifier::Read,
                              QSocketNotifier::Write,
                              QSocketNotifier::Exception};

// Names no descriptor, so that an event with it goes to nobody.
constexpr quint64 endOfWait = ~quint64(0);

constexpr quint64 keyOf(int descriptor, quint32 generation)
{
    return quint64(generation) << 32 | quint32(descriptor);
}

} // namespace

NotifierTable::NotifierTable()
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    if (m_epoll < 0)
        qFatal("epoll_create1: %s", qPrintable(qt_error_string(errno)));
}

NotifierTable::~NotifierTable()
{
    ::close(m_epoll);
}

void NotifierTable::add(QSocketNotifier *notifier)
{
    const int descriptor = int(notifier->socket());
    const auto type = notifier->type();
    Entry &entry = entryOf(descriptor);
    if (entry.notifiers[type]) {
        qWarning("QSocketNotifier: Multiple socket notifiers for same socket %d and type %d",
                 descriptor,
                 int(type));
    }
    entry.notifiers[type] = notifier;
    markChanged(descriptor, entry);
    if (type == QSocketNotifier::Write && !std::exchange(entry.freshWrite, true))
        m_freshWrites.push_back(descriptor);
}

void NotifierTable::remove(QSocketNotifier *notifier)
{
    const int descriptor = int(notifier->socket());
    Entry &entry = entryOf(descriptor);
    if (entry.notifiers[notifier->type()] != notifier)
        return; // another one has taken its place
    entry.notifiers[notifier->type()] = nullptr;
    if (wantedEvents(entry) == 0)
        release(descriptor, entry);
    else
        markChanged(descriptor, entry);
}

void NotifierTable::endWaitsOn(int eventDescriptor)
{
    // Edge-triggered: each write is a new edge, and the counter need not be read.
    epoll_event event{EPOLLIN | EPOLLET, {.u64 = endOfWait}};
    if (::epoll_ctl(m_epoll, EPOLL_CTL_ADD, eventDescriptor, &event) != 0)
        qFatal("epoll_ctl: %s", qPrintable(qt_error_string(errno)));
    ++m_registered;
}

void NotifierTable::applyChanges()
{
    // A notifier that is given up adds to the list.
    while (!m_changed.empty()) {
        const int descriptor = m_changed.back();
        m_changed.pop_back();
        Entry &entry = m_entries[std::size_t(descriptor)];
        entry.changed = false;
        const quint32 wanted = wantedEvents(entry);
        if (wanted == entry.armed || entry.alwaysReady)
            continue;
        if (!arm(descriptor, entry, wanted))
            doWithoutKernel(descriptor, errno);
    }
}

bool NotifierTable::isAlwaysReady() const
{
    return std::any_of(m_alwaysReady.begin(), m_alwaysReady.end(), [this](int descriptor) {
        const auto &notifiers = m_entries[std::size_t(descriptor)].notifiers;
        return notifiers[QSocketNotifier::Read] || notifiers[QSocketNotifier::Write];
    });
}

int NotifierTable::wait(std::optional<nanoseconds> timeout)
{
    m_ready = waitForEvents(timeout);
    ++m_waits;
    if (m_ready < 0) {
        if (errno != EINTR)
            qFatal("epoll_wait: %s", qPrintable(qt_error_string(errno)));
        m_ready = 0;
    }
    countUntaken();
    return m_ready + (isAlwaysReady() ? 1 : 0);
}

/// The kernel hands out what is ready in turn and puts it back behind all others: after as many as
/// are registered nothing is left of what was ready at first (ep_send_events(), Linux 6.1).
void NotifierTable::countUntaken()
{
    if (m_ready < eventsPerWait)
        m_untaken = 0;
    else if (m_untaken == 0)
        m_untaken = m_registered;
    m_untaken -= std::min(m_untaken, std::size_t(m_ready));
}

void NotifierTable::deliver()
{
    const quint64 wait = m_waits;
    for (int i = 0; i < m_ready; ++i) {
        deliver(epoll_event(m_events[std::size_t(i)]));
        if (m_waits != wait)
            return;
    }
    if (!m_alwaysReady.empty())
        deliverAlwaysReady();
}

int NotifierTable::deliverFreshWrites()
{
    int told = 0;
    // Counted beforehand, or two slots that enable each other's notifiers would never end. A nested
    // loop in a slot takes over what is left of the list.
    for (std::size_t left = m_freshWrites.size() - m_nextFreshWrite;
         left > 0 && m_nextFreshWrite < m_freshWrites.size();
         --left) {
        const int descriptor = m_freshWrites[m_nextFreshWrite++];
        Entry &entry = m_entries[std::size_t(descriptor)];
        if (std::exchange(entry.freshWrite, false) && entry.notifiers[QSocketNotifier::Write]) {
            activate(descriptor, QSocketNotifier::Write);
            ++told;
        }
    }
    for (; m_nextFreshWrite < m_freshWrites.size(); ++m_nextFreshWrite)
        m_entries[std::size_t(m_freshWrites[m_nextFreshWrite])].freshWrite = false;
    m_freshWrites.clear();
    m_nextFreshWrite = 0;
    return told;
}

quint32 NotifierTable::wantedEvents(const Entry &entry)
{
    quint32 events = 0;
    for (const auto type : allTypes) {
        if (entry.notifiers[type])
            events |= eventsOfType[type];
    }
    return events;
}

NotifierTable::Entry &NotifierTable::entryOf(int descriptor)
{
    Q_ASSERT(descriptor >= 0);
    const auto index = std::size_t(descriptor);
    if (index >= m_entries.size())
        m_entries.resize(index + 1);
    return m_entries[index];
}

void NotifierTable::markChanged(int descriptor, Entry &entry)
{
    if (!std::exchange(entry.changed, true))
        m_changed.push_back(descriptor);
}

void NotifierTable::release(int descriptor, Entry &entry)
{
    if (std::exchange(entry.alwaysReady, false))
        std::erase(m_alwaysReady, descriptor);
    if (entry.armed == 0)
        return;
    // The result does not matter: a descriptor closed too early is unknown to the kernel already.
    ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
    entry.armed = 0;
    ++entry.generation;
    --m_registered;
}

bool NotifierTable::arm(int descriptor, Entry &entry, quint32 events)
{
    epoll_event event{events, {.u64 = keyOf(descriptor, entry.generation)}};
    const int operation = entry.armed ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
    if (::epoll_ctl(m_epoll, operation, descriptor, &event) != 0) {
        // Descriptors closed, duplicated or opened anew before their notifiers were disabled: the
        // kernel knows more or less than this table.
        int other = 0;
        if (operation == EPOLL_CTL_MOD && errno == ENOENT)
            other = EPOLL_CTL_ADD;
        else if (operation == EPOLL_CTL_ADD && errno == EEXIST)
            other = EPOLL_CTL_MOD;
        else
            return false;
        if (::epoll_ctl(m_epoll, other, descriptor, &event) != 0)
            return false;
    }
    if (entry.armed == 0)
        ++m_registered;
    entry.armed = events;
    return true;
}

void NotifierTable::doWithoutKernel(int descriptor, int error)
{
    Entry &entry = m_entries[std::size_t(descriptor)];
    if (error == EPERM) { // a regular file or the like
        entry.alwaysReady = true;
        m_alwaysReady.push_back(descriptor);
        return;
    }
    qWarning("QSocketNotifier: Invalid socket %d (%s), disabling...",
             descriptor,
             qPrintable(qt_error_string(error)));
    for (const auto type : allTypes) {
        if (QSocketNotifier *notifier = entry.notifiers[type])
            notifier->setEnabled(false);
    }
}

void NotifierTable::deliver(const epoll_event &event)
{
    const auto index = std::size_t(quint32(event.data.u64));
    const auto generation = quint32(event.data.u64 >> 32);
    const quint64 wait = m_waits;
    for (const auto type : allTypes) {
        // A slot may have changed everything since the last turn.
        if (index >= m_entries.size() || m_entries[index].generation != generation)
            return;
        if (m_entries[index].notifiers[type]
            && (event.events & (eventsOfType[type] | eventsOfEveryType))) {
            activate(int(index), type);
            if (m_waits != wait)
                return;
        }
    }
}

void NotifierTable::deliverAlwaysReady()
{
    const quint64 wait = m_waits;
    const std::vector<int> descriptors = m_alwaysReady;
    for (const int descriptor : descriptors) {
        for (const auto type : {QSocketNotifier::Read, QSocketNotifier::Write}) {
            const Entry &entry = m_entries[std::size_t(descriptor)];
            if (!entry.alwaysReady || !entry.notifiers[type])
                continue;
            activate(descriptor, type);
            if (m_waits != wait)
                return;
        }
    }
}

void NotifierTable::activate(int descriptor, QSocketNotifier::Type type)
{
    Entry &entry = m_entries[std::size_t(descriptor)];
    if (type == QSocketNotifier::Write)
        entry.freshWrite = false;
    QEvent event(QEvent::SockAct);
    QCoreApplication::sendEvent(entry.notifiers[type], &event);
}

int NotifierTable::waitForEvents(std::optional<nanoseconds> timeout)
{
    const int size = int(m_events.size());
#ifdef SYS_epoll_pwait2
    if (m_nanosecondWaits && timeout.value_or(nanoseconds::zero()) > nanoseconds::zero()) {
        const auto seconds = std::chrono::floor<std::chrono::seconds>(*timeout);
        const timespec limit{seconds.count(), (*timeout - seconds).count()};
        const auto ready = ::syscall(SYS_epoll_pwait2,
                                     m_epoll,
                                     m_events.data(),
                                     size,
                                     &limit,
                                     nullptr,
                                     std::size_t(0));
        // Kernels before 5.11 do not have it; the filters of older containers answer EPERM.
        if (ready >= 0 || (errno != ENOSYS && errno != EPERM))
            return int(ready);
        m_nanosecondWaits = false;
    }
#endif
    int milliseconds = -1;
    if (timeout) {
        // Rounded up, or the loop would spin through the last millisecond before a timer.
        const auto count = std::chrono::ceil<std::chrono::milliseconds>(*timeout).count();
        milliseconds = int(std::min<qint64>(count, std::numeric_limits<int>::max()));
    }
    return ::epoll_wait(m_epoll, m_events.data(), size, milliseconds);
}

} // namespace Teardown
