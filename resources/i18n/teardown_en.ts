<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Teardown::ConnectionCommands</name>
    <message numerus="yes">
        <source>Reset %Ln connection(s)?</source>
        <translation>
            <numerusform>Reset %Ln connection?</numerusform>
            <numerusform>Reset %Ln connections?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) copied</source>
        <translation>
            <numerusform>%Ln row copied</numerusform>
            <numerusform>%Ln rows copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) copied as JSON</source>
        <translation>
            <numerusform>%Ln connection copied as JSON</numerusform>
            <numerusform>%Ln connections copied as JSON</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) written to %1</source>
        <translation>
            <numerusform>%Ln connection written to %1</numerusform>
            <numerusform>%Ln connections written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::ConnectionsPanel</name>
    <message numerus="yes">
        <source>%1 of %Ln connection(s) shown</source>
        <translation>
            <numerusform>%1 of %Ln connection shown</numerusform>
            <numerusform>%1 of %Ln connections shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln connection</numerusform>
            <numerusform>%Ln connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln older no longer kept</source>
        <translation>
            <numerusform>%1, %Ln older no longer kept</numerusform>
            <numerusform>%1, %Ln older no longer kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::EndpointCommands</name>
    <message numerus="yes">
        <source>Stop and reset %Ln connection(s)?</source>
        <translation>
            <numerusform>Stop and reset %Ln connection?</numerusform>
            <numerusform>Stop and reset %Ln connections?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::EventsPanel</name>
    <message numerus="yes">
        <source>Paused: %Ln new event(s) held back</source>
        <translation>
            <numerusform>Paused: %Ln new event held back</numerusform>
            <numerusform>Paused: %Ln new events held back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::ExportDialog</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln displayed</source>
        <translation>
            <numerusform>%Ln displayed</numerusform>
            <numerusform>%Ln displayed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %Ln</source>
        <translation>
            <numerusform>all %Ln</numerusform>
            <numerusform>all %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::Lab</name>
    <message numerus="yes">
        <source>Passed: all %n facts were as expected.</source>
        <translation>
            <numerusform>Passed: the one fact was as expected.</numerusform>
            <numerusform>Passed: all %n facts were as expected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Failed: %n facts were not as expected.</source>
        <translation>
            <numerusform>Failed: %n fact was not as expected.</numerusform>
            <numerusform>Failed: %n facts were not as expected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::LabCommands</name>
    <message numerus="yes">
        <source>%n mistakes were found. The files without one were added.</source>
        <translation>
            <numerusform>%n mistake was found. The files without one were added.</numerusform>
            <numerusform>%n mistakes were found. The files without one were added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::LabPage</name>
    <message numerus="yes">
        <source>Running %1; %n more to come.</source>
        <translation>
            <numerusform>Running %1; %n more to come.</numerusform>
            <numerusform>Running %1; %n more to come.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::Quantities</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::ShutdownPanel</name>
    <message numerus="yes">
        <source>%Ln still open</source>
        <translation>
            <numerusform>%Ln still open</numerusform>
            <numerusform>%Ln still open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) ended in time; %1 lost.</source>
        <translation>
            <numerusform>%Ln connection ended in time; %1 lost.</numerusform>
            <numerusform>%Ln connections ended in time; %1 lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::Timeline</name>
    <message numerus="yes">
        <source>%n segments were lost by the capture</source>
        <translation>
            <numerusform>%n segment was lost by the capture</numerusform>
            <numerusform>%n segments were lost by the capture</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · wire: %n more segments of data and acknowledgments, %2 in all</source>
        <translation>
            <numerusform>%1 · wire: %n more segment of data and acknowledgments, %2 in all</numerusform>
            <numerusform>%1 · wire: %n more segments of data and acknowledgments, %2 in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::What</name>
    <message numerus="yes">
        <source>%1: %Ln address(es)</source>
        <translation>
            <numerusform>%1: %Ln address</numerusform>
            <numerusform>%1: %Ln addresses</numerusform>
        </translation>
    </message>
</context>
</TS>
