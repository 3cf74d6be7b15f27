<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Teardown::ConnectionCommands</name>
    <message numerus="yes">
        <source>Reset %n connection(s)?</source>
        <translation>
            <numerusform>Reset %n connection?</numerusform>
            <numerusform>Reset %n connections?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) copied as JSON</source>
        <translation>
            <numerusform>%n connection copied as JSON</numerusform>
            <numerusform>%n connections copied as JSON</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) written to %1</source>
        <translation>
            <numerusform>%n connection written to %1</numerusform>
            <numerusform>%n connections written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::ConnectionsPanel</name>
    <message numerus="yes">
        <source>%1 of %n connection(s) shown</source>
        <translation>
            <numerusform>%1 of %n connection shown</numerusform>
            <numerusform>%1 of %n connections shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::EndpointCommands</name>
    <message numerus="yes">
        <source>Stop and reset %n connection(s)?</source>
        <translation>
            <numerusform>Stop and reset %n connection?</numerusform>
            <numerusform>Stop and reset %n connections?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::EventsPanel</name>
    <message numerus="yes">
        <source>Paused: %n new event(s) held back</source>
        <translation>
            <numerusform>Paused: %n new event held back</numerusform>
            <numerusform>Paused: %n new events held back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::ExportDialog</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n displayed</source>
        <translation>
            <numerusform>%n displayed</numerusform>
            <numerusform>%n displayed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n</source>
        <translation>
            <numerusform>all %n</numerusform>
            <numerusform>all %n</numerusform>
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
        <source>%n still open</source>
        <translation>
            <numerusform>%n still open</numerusform>
            <numerusform>%n still open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) ended in good order; nothing was lost.</source>
        <translation>
            <numerusform>%n connection ended in good order; nothing was lost.</numerusform>
            <numerusform>%n connections ended in good order; nothing was lost.</numerusform>
        </translation>
    </message>
</context>
</TS>
