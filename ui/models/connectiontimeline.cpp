// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/connectiontimeline.h"

#include "core/close/tcpinfo.h"
#include "ui/models/labtexts.h"
#include "ui/models/quantities.h"
#include "ui/models/texts.h"
#include "ui/models/textwrap.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Teardown {

namespace {

using namespace std::chrono_literals;

constexpr double narrowLane = 136;
constexpr double wideLane = 200;
constexpr auto shownWait = 20ms; ///< a longer one gets a line with its length

struct ConnectionTimeline
{
    Q_DECLARE_TR_FUNCTIONS(Teardown::ConnectionTimeline)
};

enum Lane { OurProgram, OurKernel, TheWire, ThePeer, LaneCount };

/// Something to write in a lane.
struct TimelineEntry
{
    TimePoint time;
    Lane lane = OurProgram;
    QString text;
    TimelineInk ink = TimelineInk::Text;
    bool bold = false;
};

TimelineInk inkOf(What what)
{
    switch (what) {
    case What::RstReceived:
    case What::RstSent:
    case What::KernelError:
    case What::ConnectError:
    case What::AnswerCut:
    case What::BadInput:
    case What::SocketError:
        return TimelineInk::Bad;
    case What::DeadlinePassed:
    case What::GateMissing:
        return TimelineInk::Waiting;
    case What::AllAcknowledged:
        return TimelineInk::Good;
    case What::Accepted:
    case What::Connecting:
    case What::Connected:
    case What::NameLookup:
    case What::RequestBegun:
    case What::RequestDone:
    case What::PingSent:
    case What::Intent:
    case What::WriteShut:
    case What::FinReceived:
    case What::Discarded:
    case What::SocketClosed:
        return TimelineInk::Text;
    }
    Q_UNREACHABLE();
}

QString textOf(const Evidence &evidence)
{
    const QString what = displayText(evidence.what);
    return evidence.detail.isEmpty()
        ? what
        : ConnectionTimeline::tr("%1: %2", "what was seen, detail").arg(what, detailText(evidence));
}

/// All of one connection. \a program and \a kernel are the lanes it stands in.
void addEntries(std::vector<TimelineEntry> &entries,
                const ConnectionRecord &record,
                Lane program,
                Lane kernel)
{
    if (const auto evidence = record.evidence()) {
        for (const Evidence &each : *evidence)
            entries.push_back({.time = each.mono,
                               .lane = each.layer == Layer::Kernel ? kernel : program,
                               .text = textOf(each),
                               .ink = inkOf(each.what)});
    }
    if (const StateHistory *states = record.states()) {
        for (const StateObservation &seen : states->all())
            entries.push_back({.time = seen.mono,
                               .lane = kernel,
                               .text = QString::fromLatin1(tcpStateName(seen.state)),
                               .bold = true});
    }
}

class ConnectionLayouter
{
public:
    ConnectionLayouter(TimePoint opened, bool knowsPeer, double width, const TimelineFont &font)
        : m_opened(opened)
        , m_knowsPeer(knowsPeer)
        , m_font(font)
        , m_timeWidth(font.width(QStringLiteral("+000.000 ms"), true) + 2 * timelineGap)
    {
        const double peer = knowsPeer ? wideLane : narrowLane;
        const double rest = (width - m_timeWidth - narrowLane - peer) / 2;
        const double wide = std::max(wideLane, rest);
        m_widths = {wide, wide, narrowLane, peer};
        m_picture.headerHeight = font.lineHeight + 2 * timelineGap;
        m_picture.width = left(LaneCount);
        m_y = m_picture.headerHeight + timelineGap;
    }

    TimelinePicture layOut(const std::vector<TimelineEntry> &entries)
    {
        addHeader();
        const double top = m_y;
        for (auto first = entries.begin(); first != entries.end();) {
            const auto last = std::find_if(first, entries.end(), [&](const TimelineEntry &entry) {
                return entry.time != first->time;
            });
            addMoment(first, last);
            first = last;
        }
        sayNotObserved(TheWire, top);
        if (!m_knowsPeer)
            sayNotObserved(ThePeer, top);
        for (int lane = OurProgram; lane < LaneCount; ++lane)
            line({QPointF(left(lane), m_picture.headerHeight), QPointF(left(lane), m_y)},
                 TimelineInk::Rule);
        m_picture.height = m_y + timelineGap;
        return std::move(m_picture);
    }

private:
    using Iterator = std::vector<TimelineEntry>::const_iterator;

    void addHeader();
    void addMoment(Iterator first, Iterator last);
    void addWait(TimePoint now);
    double addText(const TimelineEntry &entry, double top);

    /// Of a lane; of LaneCount the right edge.
    double left(int lane) const
    {
        double x = m_timeWidth;
        for (int before = 0; before < lane; ++before)
            x += m_widths[static_cast<std::size_t>(before)];
        return x;
    }

    void line(std::vector<QPointF> points, TimelineInk ink, bool dashed = false)
    {
        m_picture.marks.push_back({.kind = TimelineMark::Kind::Line,
                                   .ink = ink,
                                   .points = std::move(points),
                                   .rect = {},
                                   .text = {},
                                   .dashed = dashed});
    }

    void text(std::vector<TimelineMark> &marks,
              QPointF at,
              const QString &text,
              TimelineInk ink,
              bool bold = false) const
    {
        marks.push_back({.kind = TimelineMark::Kind::Text,
                         .ink = ink,
                         .points = {},
                         .rect = QRectF(at, QSizeF(m_picture.width - at.x(), m_font.lineHeight)),
                         .text = text,
                         .bold = bold});
    }

    void sayNotObserved(Lane lane, double top)
    {
        text(m_picture.marks,
             QPointF(left(lane) + timelineGap, top),
             ConnectionTimeline::tr("not observed"),
             TimelineInk::Muted);
    }

    TimePoint m_opened;
    TimePoint m_last;
    bool m_knowsPeer;
    const TimelineFont &m_font;
    double m_timeWidth;
    std::array<double, LaneCount> m_widths{};
    double m_y = 0;
    TimelinePicture m_picture;
};

void ConnectionLayouter::addHeader()
{
    const std::array titles{ConnectionTimeline::tr("our program"),
                            ConnectionTimeline::tr("our kernel"),
                            ConnectionTimeline::tr("wire"),
                            ConnectionTimeline::tr("peer")};
    text(m_picture.header,
         QPointF(timelineGap, timelineGap),
         ConnectionTimeline::tr("time"),
         TimelineInk::Text,
         true);
    for (int lane = OurProgram; lane < LaneCount; ++lane)
        text(m_picture.header,
             QPointF(left(lane) + timelineGap, timelineGap),
             titles[static_cast<std::size_t>(lane)],
             TimelineInk::Text,
             true);
    const double y = m_picture.headerHeight - 1;
    m_picture.header.push_back({.kind = TimelineMark::Kind::Line,
                                .ink = TimelineInk::Rule,
                                .points = {QPointF(0, y), QPointF(m_picture.width, y)},
                                .rect = {},
                                .text = {}});
}

/// Everything of one moment, side by side.
void ConnectionLayouter::addMoment(Iterator first, Iterator last)
{
    addWait(first->time);
    const double top = m_y;
    const QString time = labTime(first->time - m_opened);
    text(m_picture.marks, QPointF(timelineGap, top), time, TimelineInk::Muted);
    std::array<double, LaneCount> bottoms;
    bottoms.fill(top);
    QStringList words{time};
    for (auto entry = first; entry != last; ++entry) {
        double &bottom = bottoms[static_cast<std::size_t>(entry->lane)];
        bottom = addText(*entry, bottom);
        words.append(entry->text);
    }
    m_y = std::max(top + m_font.lineHeight, *std::max_element(bottoms.begin(), bottoms.end()))
        + timelineGap;
    m_picture.rows.push_back({.top = top - timelineGap / 2,
                              .bottom = m_y - timelineGap / 2,
                              .step = m_picture.rows.size(),
                              .reading = words.join(QStringLiteral(" · "))});
    m_last = first->time;
}

/// A time in which nothing was seen, if it is worth a line.
void ConnectionLayouter::addWait(TimePoint now)
{
    if (m_picture.rows.empty() || now - m_last <= shownWait)
        return;
    const double middle = m_y + m_font.lineHeight / 2;
    text(m_picture.marks,
         QPointF(timelineGap, m_y),
         QString(u'+' % labTime(now - m_last)),
         TimelineInk::Waiting,
         true);
    line({QPointF(m_timeWidth, middle), QPointF(m_picture.width, middle)}, TimelineInk::Rule, true);
    m_y += m_font.lineHeight + timelineGap;
}

/// Returns where the next text of the lane may begin.
double ConnectionLayouter::addText(const TimelineEntry &entry, double top)
{
    const double width = m_widths[static_cast<std::size_t>(entry.lane)] - 2 * timelineGap;
    for (const QString &piece : wrapText(entry.text, width, [&](const QString &part) {
             return m_font.width(part, entry.bold);
         })) {
        text(m_picture.marks,
             QPointF(left(entry.lane) + timelineGap, top),
             piece,
             entry.ink,
             entry.bold);
        top += m_font.lineHeight;
    }
    return top;
}

} // namespace

TimelinePicture layOutConnection(const ConnectionRecord &record,
                                 const ConnectionRecord *peer,
                                 double width,
                                 const TimelineFont &font)
{
    std::vector<TimelineEntry> entries;
    addEntries(entries, record, OurProgram, OurKernel);
    if (peer)
        addEntries(entries, *peer, ThePeer, ThePeer);
    std::stable_sort(entries.begin(),
                     entries.end(),
                     [](const TimelineEntry &a, const TimelineEntry &b) {
                         return a.time < b.time;
                     });
    return ConnectionLayouter(record.info().opened, peer != nullptr, width, font).layOut(entries);
}

} // namespace Teardown
