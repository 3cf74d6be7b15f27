// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/actionspec.h"

#include <QCoreApplication>

namespace Teardown {

namespace {

const ActionSpec labSpecs[] = {
    {ActionId::ShowMonitor,
     "showMonitor",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Monitor"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Show the connections of this program"),
     Qt::CTRL | Qt::Key_6,
     std::nullopt,
     ActionSpec::Kind::Choice},
    {ActionId::ShowLab,
     "showLab",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Lab"),
     QT_TRANSLATE_NOOP("Teardown::Actions",
                       "Show the close lab: predict how connections end, run it, compare"),
     Qt::CTRL | Qt::Key_7,
     std::nullopt,
     ActionSpec::Kind::Choice},
    {ActionId::LabRun,
     "labRun",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Run"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Run the scenario, or what is left of it"),
     Qt::Key_F5,
     Glyph::Play},
    {ActionId::LabStep,
     "labStep",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Step"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Run the next step of the scenario and hold"),
     Qt::Key_F10,
     Glyph::ToEnd},
    {ActionId::LabRunAll,
     "labRunAll",
     QT_TRANSLATE_NOOP("Teardown::Actions", "Run &All"),
     QT_TRANSLATE_NOOP("Teardown::Actions",
                       "Run every scenario, one after the other; predictions stay open"),
     Qt::CTRL | Qt::Key_F5},
    {ActionId::LabCancel,
     "labCancel",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Cancel Run"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "End the run of the scenario now"),
     Qt::SHIFT | Qt::Key_F5,
     Glyph::Stop},
    {ActionId::LabBack,
     "labBack",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Previous Stage"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Go back from lesson to story"),
     Qt::ALT | Qt::Key_Left},
    {ActionId::LabForward,
     "labForward",
     QT_TRANSLATE_NOOP("Teardown::Actions", "&Next Stage"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Go on: story, predict, run, compare, lesson"),
     Qt::ALT | Qt::Key_Right},
    {ActionId::LabReset,
     "labReset",
     QT_TRANSLATE_NOOP("Teardown::Actions", "R&eset Progress…"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Forget all predictions and runs, for a new learner"),
     Qt::CTRL | Qt::ALT | Qt::Key_R},
    {ActionId::LabLoad,
     "labLoad",
     QT_TRANSLATE_NOOP("Teardown::Actions", "L&oad Scenarios…"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Add the scenarios of a folder"),
     Qt::CTRL | Qt::Key_O},
    {ActionId::LabExportSheet,
     "labExportSheet",
     QT_TRANSLATE_NOOP("Teardown::Actions", "Export Result S&heet…"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Save predictions and outcomes as Markdown or JSON"),
     Qt::CTRL | Qt::ALT | Qt::Key_E},
    {ActionId::LabExportTimeline,
     "labExportTimeline",
     QT_TRANSLATE_NOOP("Teardown::Actions", "Export &Timeline…"),
     QT_TRANSLATE_NOOP("Teardown::Actions", "Save the timeline as PNG or SVG"),
     Qt::CTRL | Qt::ALT | Qt::Key_P},
    {ActionId::LabSavePackets,
     "labSavePackets",
     QT_TRANSLATE_NOOP("Teardown::Actions", "Save Pac&kets…"),
     QT_TRANSLATE_NOOP("Teardown::Actions",
                       "Save the captured packets of the run as pcap, for Wireshark"),
     Qt::CTRL | Qt::ALT | Qt::Key_W},
};

} // namespace

std::span<const ActionSpec> labActionSpecs()
{
    return labSpecs;
}

} // namespace Teardown
