<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Teardown::Actions</name>
    <message>
        <source>&amp;Listen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a port and wait for clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open connections to a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the selected listener accept clients again on its address and port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Drain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let nobody new in and end the connections of the selected endpoint in good order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let nobody new in and reset the connections of the selected endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;Only Its Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the table by the selected endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save connections to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what holds for the whole program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Drain Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let nobody new in, end every connection in good order, and stay to show the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Force Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset what the drain has not ended yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call the drain off and open the listeners again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End every connection in good order, then leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the filter line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all connections again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only live connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the view as it is; everything goes on meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ollow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the newest connection in sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort as &amp;Arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort the connections in the order in which they were opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit Columns to &amp;Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make every column as wide as what it shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the table of connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Why They Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the details of the selected connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;vents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the log of events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous Panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the previous panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the style and the colours of the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark text on a light ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light text on a dark ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the language of the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Simplified Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make all text larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;maller Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make all text smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normal Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give all text its normal size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put panels and columns back where they were at the first start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell all that is known about the selected connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close in Good Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send what is queued, then FIN, and wait for the peer&apos;s FIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Half Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send FIN now and go on reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send RST; what is queued is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected rows with their headings, separated by tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all that is known about the selected connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select every connection shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what everything in the window means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List every key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Teardown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which version this is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::Category</name>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended in good order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>our deadline passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::CheckedForm</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::ConnectDialog</name>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot connect: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name or an IP address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 65535</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many connections to open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold &amp;for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then close in good order; off stays until somebody ends it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the server speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a host name or an IP address, such as localhost, 127.0.0.1 or ::1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a time, such as 250ms, 5s or 2m, or off.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::ConnectionCell</name>
    <message>
        <source>%1 %2</source>
        <comment>deadline, time left</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>heading, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened %1
Ended %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly %1 B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last byte at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel no longer knows the peer&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::ConnectionColumn</name>
    <message>
        <source>#</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RTT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retransmits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the connection in this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the connection is in its life.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether we accepted it (server) or opened it (client).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our address and port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer&apos;s address and port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is spoken on the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time since it was opened; how long it lived once ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time since a byte was last received or sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application bytes received.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application bytes given to the connection for sending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes the peer&apos;s kernel has not acknowledged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round-trip time as the kernel last measured it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segments the kernel had to send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deadline that passes first, and the time left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who ended the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What ended it on the wire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes that never reached the peer, and bytes that came and were never taken.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::ConnectionCommands</name>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Reset %n connection(s)?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What is queued for them is lost, and the peers see an error. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) copied as JSON</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Exporting: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) written to %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::ConnectionState</name>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flushing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lingering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::ConnectionsPanel</name>
    <message numerus="yes">
        <source>%1 of %n connection(s) shown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Paused · %1 opened · %2 ended · %3 changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>endpoint “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only: %1. Esc shows all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection yet.

Listen… (Ctrl+L) opens a port: connect to it with any client, such as nc 127.0.0.1 7400.
Connect… (Ctrl+K) connects to a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection passes the filters.

Esc shows all connections again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held back while paused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::DeadlineKind</name>
    <message>
        <source>connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heartbeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linger, idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linger, total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::DetailsPanel</name>
    <message>
        <source>Select a connection to see what is known about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>POSIX, our side</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence is told when the connection ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was seen of the end, by whom and when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comparison is made when the connection ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody saw how this connection ended, so there is nothing to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What POSIX calls, Go and Qt alone would have said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who, how, why, and what was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same ending elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::DrainStage</name>
    <message>
        <source>serving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forcing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drained</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::Elsewhere</name>
    <message>
        <source>the errno</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0, at every call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what had arrived, then ECONNRESET once, then 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ECONNRESET if it is the first call, otherwise EPIPE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>syscall.ECONNRESET once, then io.EOF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RemoteHostClosedError: the same as for a FIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing; ECONNRESET after a send that gets through again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing; syscall.ECONNRESET after a Write that gets through again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no signal at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0, at every call; send still works if the peer only half closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RemoteHostClosedError; closed at once, what is queued is thrown away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0, at every call: the reset does not show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RemoteHostClosedError: the same as for a FIN alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ECONNRESET once, then 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0, with SO_LINGER {1, 0} or with input left unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nil, after SetLinger(0) or with input left unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0; then 0 when the peer&apos;s FIN comes; then 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nil; io.EOF; nil; every later call net.ErrClosed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disconnected before the peer&apos;s FIN: what it sends meanwhile draws a RST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0, with SO_LINGER {1, 0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nil, after SetLinger(0); every later call net.ErrClosed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sends FIN, not RST, if all input was read: a cut answer looks complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EAGAIN, with SO_RCVTIMEO: for one call, not for the whole request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>os.ErrDeadlineExceeded, with SetReadDeadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no signal at all; waitForReadyRead says SocketTimeoutError</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fewer bytes than given, then EAGAIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n, os.ErrDeadlineExceeded, with SetWriteDeadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no signal at all; bytesWritten stops coming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0, the timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0, the timeout; SO_KEEPALIVE notices nothing while the peer&apos;s kernel lives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0; then 0, the timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nil; os.ErrDeadlineExceeded, with SetReadDeadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disconnected at once: nobody waits for the peer&apos;s FIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0, at every call, for our FIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EPIPE, after our RST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>syscall.EPIPE, after our RST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RemoteHostClosedError, for our FIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ETIMEDOUT once, then 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>syscall.ETIMEDOUT; Timeout() is true, as for a deadline of one&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 once, then 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NetworkError; only its text says which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a descriptor; then 0, with SO_LINGER {1, 0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a connection; then nil, after SetLinger(0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stops accepting: clients connect all the same, and wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0: the connection stood before it was reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ConnectionRefusedError, after two tries; no disconnected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EINPROGRESS; then 0, the timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>i/o timeout (context.DeadlineExceeded)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SocketTimeoutError, after two tries of 30 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*net.DNSError with IsNotFound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context.DeadlineExceeded; then Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ConnectionRefusedError, although nobody refused it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an error whose text names the cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>our side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the peer&apos;s side</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::EndedBy</name>
    <message>
        <source>us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::EndpointCommands</name>
    <message>
        <source>Start Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot start again: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Stop and reset %n connection(s)?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::EndpointModel</name>
    <message>
        <source>Endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>heading, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clients</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::EndpointState</name>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::EndpointsPanel</name>
    <message>
        <source>Endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing listens yet.

Listen… (Ctrl+L) opens a port for clients; Connect… (Ctrl+K) connects to a server.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::EventKind</name>
    <message>
        <source>listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>figures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::EventModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>heading, value</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::EventText</name>
    <message>
        <source>%1, service %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to %1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>address, reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of %3 ended, %4 reset, %5 lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 open, %2 ended, %3 in, %4 out, loop %5 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::EventsPanel</name>
    <message numerus="yes">
        <source>Paused: %n new event(s) held back</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the log as it is; new events are kept for later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all events out of the log; nothing else changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet.

Every connection that opens or ends is told here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::EvidenceModel</name>
    <message>
        <source>Time (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>heading, value</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exists already. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file exists already. Enter another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n displayed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse… (F4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>displayed: what passes the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON Lines hold the evidence too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F4 browses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the name of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder does not exist. Enter another.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::ExportJob</name>
    <message>
        <source>Cannot write %1: %2. Choose another file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::Facts</name>
    <message>
        <source>Peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#%1, %2, service %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of %3 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retransmits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is being opened; the peer has not answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is open; both sides may send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer has said that it is done (FIN); we still answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are closing: what is queued goes out, then our FIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We have said that we are done (FIN) and wait for the peer&apos;s FIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection has ended; its report is on the way.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::FilterLine</name>
    <message>
        <source>Filter: address, state, reason…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows only the connections that contain every word. Esc clears the line.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::FormDialog</name>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::Grade</name>
    <message>
        <source>observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::Help</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Teardown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Teardown %1&lt;/h3&gt;&lt;p&gt;Shows TCP connections live and says why each one ended: who, how, and what was lost.&lt;/p&gt;&lt;p&gt;With Qt %2. MIT license.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::HelpText</name>
    <message>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Ctrl+L and then Return: Teardown listens on 127.0.0.1, port 7400.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a terminal, run “nc 127.0.0.1 7400” and type HELP. The connection has a row in the table now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End it in different ways: type QUIT or CLOSE rst, press Ctrl+C in the terminal, or press Ctrl+D here. Select the row: the panel below says who ended it, how and why, and on what evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every connection, live and ended; click a heading to sort, right-click it to choose columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what listens and what connects; Return shows only its connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why they ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one bar for each reason; click it to filter the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the verdict on the current connection, the facts, the evidence, and what other programs would have seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the log of everything that happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the window drains first: nobody new is let in, every connection is served to the end and closed in good order, and what is left at the drain deadline is reset and counted. Closing it a second time resets what is left at once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::Holdup</name>
    <message>
        <source>still connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a request for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 unsent: the peer does not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for the peer&apos;s FIN for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::Layer</name>
    <message>
        <source>program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::ListenDialog</name>
    <message>
        <source>Listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot listen: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>127.0.0.1 and ::1 can be reached from this machine only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 takes any free port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is spoken; line is Teardown&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let &amp;other machines in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needed for every address but those of this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an IP address, such as 127.0.0.1 or ::1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other machines can reach this address. Tick “Let other machines in”, or enter 127.0.0.1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::MainWindow</name>
    <message>
        <source>Teardown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool Bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why They Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::Menus</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;ndpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;anels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Te&amp;xt Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::Phase</name>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lingering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draining</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drain deadline holds at once, the other two from the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of all texts but those in files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light or dark ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points more or less than the desktop&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::Quantities</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::Reason</name>
    <message>
        <source>peer closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peer closed, then reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peer reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heartbeat timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linger timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernel timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>protocol error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected by a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forced by the drain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connect refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connect timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connect failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::ReasonModel</name>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt; 1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 connections, %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::ReasonsPanel</name>
    <message>
        <source>Click a bar to see only the connections that ended for this reason. Click it again to see all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why connections ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection has ended yet.

Each reason gets a bar here as soon as one does.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::Role</name>
    <message>
        <source>server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::Settings</name>
    <message>
        <source>Heartbeat interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PING goes out after this much silence (service line)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heartbeat timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset after this long without a sign of life; longer than the interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a request that has begun must be complete within this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the peer must acknowledge some of the unsent bytes within this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset when nothing was received or sent for this long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel keepalive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the kernel probes after this much silence; rounded up to whole seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel user timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the kernel gives up bytes that stay unacknowledged for this long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a client must be connected within this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linger, silent peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after our FIN, how long the peer may be silent before its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linger, in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after our FIN, how long the peer may take for its own in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drain deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what a drain has not ended within this time is reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more are turned away; capped by the limit of open files less 64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read buffer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received and not yet processed, per connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued for sending, per connection; reading pauses above it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a longer line is a protocol error (service line)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I/O threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threads for the network; 0 means one less than there are cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look at each end before Qt does; off shows what Qt alone would know</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::SettingsFields</name>
    <message>
        <source>Deadlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the peer&apos;s FIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buffers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a time from %1 to %2, such as 250ms, 5s or 2m, or off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a size from %1 to %2, such as 4096, 64KiB or 1MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a whole number from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a time longer than the heartbeat interval.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::ShutdownPanel</name>
    <message>
        <source>%1 of %2 ended · in good order %3 · forced %4 · lost %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shutdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draining · nobody new is let in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forcing · what is left is being reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forced in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#%1 holds up: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n still open</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There was nothing to end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) ended in good order; nothing was lost.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in good order, %2 reset at the deadline (%3 lost: %4).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::StatusLine</name>
    <message>
        <source>%1 open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loop %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>journal %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How full the memory for events is. %1 older events were let go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of the whole program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections that live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections that have ended in this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes received and sent, over the last second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest delay of a network thread in the last ten seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the program serves or drains</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::Summary</name>
    <message>
        <source>The peer reset the connection in the middle of an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer reset the connection in the middle of a request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer answered our FIN with a reset %1 after opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer reset the connection %1 after opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer closed in good order %1 after opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer closed and then reset the connection %1 after opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We closed in good order on request %1 after opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We reset the connection on request %1 after opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We reset the connection %1 after opening because a request was not complete within the read deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We reset the connection %1 after opening because the peer took none of our bytes within the write deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We reset the connection %1 after opening because nothing was received or sent within the idle timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We reset the connection %1 after opening because the peer gave no sign of life within the heartbeat timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We reset the connection %1 after opening because the peer did not answer our FIN within the linger limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel gave the connection up %1 after opening because the peer no longer answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel gave the connection up %1 after opening because the network could not reach the peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We closed in good order %1 after opening because the peer broke the protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We reset the connection %1 after opening because a limit was reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drain closed the connection in good order %1 after opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drain reset the connection %1 after opening because it was not finished in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was refused after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was not opened because nobody answered for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection could not be opened: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was not opened because the host name was not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection ended %1 after opening and nobody saw how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 sent never arrived and %3 received was never read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 sent never arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a message was cut and %3 received was never read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything sent was acknowledged, but a message was cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was sent and a message was cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything sent was acknowledged, but %3 received was never read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was sent and %3 received was never read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was lost is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything sent was acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side said it was done (FIN) and got everything it was owed: the normal end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side said it was done (FIN), then refused what we still sent (RST).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side dropped the connection at once (RST): on purpose, by a crash, or by closing with unread data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody asked us to close: we sent everything, said FIN, and the other side agreed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody asked us to drop the connection at once: we sent RST and threw away what was left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request was begun but not completed in time, so we dropped the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side stopped taking what we sent, so we dropped the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was said on either side for too long, so we dropped the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We asked for a sign of life (PING) and got none, so we dropped the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We said we were done (FIN), but the other side never did, so we dropped the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operating system sent again and again without an answer and gave up (ETIMEDOUT).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network reported that there is no way to the other side any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side sent something the protocol does not allow, so we closed in good order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A limit, such as the number of connections, was reached, so we turned the connection away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We were shutting down: the connection was served to the end and closed in good order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We were shutting down and the connection was not done in time, so we dropped it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other machine is there, but nobody listens on that port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answered when we tried to connect: the other machine is down, or a firewall is silent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection could not be opened, for example because there is no route to the other machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the other machine has no address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no evidence of how it ended, and we do not guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::What</name>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name looked up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ping sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bad input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>we decided to end it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deadline passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FIN sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FIN received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RST received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RST sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernel error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late input thrown away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>socket closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt reported an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end gate missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teardown::Wire</name>
    <message>
        <source>FIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FIN, then RST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
