<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Teardown::Actions</name>
    <message>
        <source>&amp;Listen…</source>
        <translation>监听(&amp;L)…</translation>
    </message>
    <message>
        <source>Open a port and wait for clients</source>
        <translation>打开一个端口，等待客户端</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>连接(&amp;C)…</translation>
    </message>
    <message>
        <source>Open connections to a server</source>
        <translation>向服务器建立连接</translation>
    </message>
    <message>
        <source>&amp;Start Again</source>
        <translation>重新启动(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Drain</source>
        <translation>优雅关闭(&amp;D)</translation>
    </message>
    <message>
        <source>Let nobody new in and end the connections of the selected endpoint in good order</source>
        <translation>不再接受新连接，并有序结束所选端点的连接</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Let nobody new in and reset the connections of the selected endpoint</source>
        <translation>不再接受新连接，并复位所选端点的连接</translation>
    </message>
    <message>
        <source>Show &amp;Only Its Connections</source>
        <translation>只显示其连接(&amp;O)</translation>
    </message>
    <message>
        <source>Filter the table by the selected endpoint</source>
        <translation>按所选端点过滤表格</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Save connections to a file</source>
        <translation>把连接保存到文件</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>Change what holds for the whole program</source>
        <translation>修改对整个程序生效的设置</translation>
    </message>
    <message>
        <source>&amp;Drain Everything</source>
        <translation>全部优雅关闭(&amp;D)</translation>
    </message>
    <message>
        <source>Let nobody new in, end every connection in good order, and stay to show the result</source>
        <translation>不再接受新连接，有序结束所有连接，并保留窗口以显示结果</translation>
    </message>
    <message>
        <source>&amp;Force Now</source>
        <translation>立即强制(&amp;F)</translation>
    </message>
    <message>
        <source>Reset what the drain has not ended yet</source>
        <translation>复位优雅关闭尚未结束的连接</translation>
    </message>
    <message>
        <source>&amp;Keep Running</source>
        <translation>继续运行(&amp;K)</translation>
    </message>
    <message>
        <source>Call the drain off and open the listeners again</source>
        <translation>取消优雅关闭，重新打开监听器</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>End every connection in good order, then leave</source>
        <translation>有序结束所有连接，然后退出</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>过滤(&amp;F)</translation>
    </message>
    <message>
        <source>Go to the filter line</source>
        <translation>转到过滤框</translation>
    </message>
    <message>
        <source>&amp;Clear Filters</source>
        <translation>清除过滤(&amp;C)</translation>
    </message>
    <message>
        <source>Show all connections again</source>
        <translation>重新显示所有连接</translation>
    </message>
    <message>
        <source>&amp;Hide Ended</source>
        <translation>隐藏已结束的(&amp;H)</translation>
    </message>
    <message>
        <source>Show only live connections</source>
        <translation>只显示活动的连接</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Hold the view as it is; everything goes on meanwhile</source>
        <translation>让画面保持不动，后台照常进行</translation>
    </message>
    <message>
        <source>F&amp;ollow</source>
        <translation>跟随(&amp;O)</translation>
    </message>
    <message>
        <source>Keep the newest connection in sight</source>
        <translation>让最新的连接始终可见</translation>
    </message>
    <message>
        <source>Sort as &amp;Arrived</source>
        <translation>按到达顺序排序(&amp;A)</translation>
    </message>
    <message>
        <source>Sort the connections in the order in which they were opened</source>
        <translation>按建立的先后排列连接</translation>
    </message>
    <message>
        <source>Fit Columns to &amp;Contents</source>
        <translation>列宽适应内容(&amp;C)</translation>
    </message>
    <message>
        <source>Make every column as wide as what it shows</source>
        <translation>让每一列与其内容同宽</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>Go to the table of connections</source>
        <translation>转到连接表格</translation>
    </message>
    <message>
        <source>&amp;Endpoints</source>
        <translation>端点(&amp;E)</translation>
    </message>
    <message>
        <source>Go to the endpoints</source>
        <translation>转到端点</translation>
    </message>
    <message>
        <source>&amp;Why They Ended</source>
        <translation>结束原因(&amp;W)</translation>
    </message>
    <message>
        <source>Go to the reasons</source>
        <translation>转到结束原因</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详情(&amp;D)</translation>
    </message>
    <message>
        <source>Go to the details of the selected connection</source>
        <translation>转到所选连接的详情</translation>
    </message>
    <message>
        <source>E&amp;vents</source>
        <translation>事件(&amp;V)</translation>
    </message>
    <message>
        <source>Go to the log of events</source>
        <translation>转到事件日志</translation>
    </message>
    <message>
        <source>&amp;Next Panel</source>
        <translation>下一个面板(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the next panel</source>
        <translation>转到下一个面板</translation>
    </message>
    <message>
        <source>&amp;Previous Panel</source>
        <translation>上一个面板(&amp;P)</translation>
    </message>
    <message>
        <source>Go to the previous panel</source>
        <translation>转到上一个面板</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Use the style and the colours of the desktop</source>
        <translation>使用桌面的样式和颜色</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Dark text on a light ground</source>
        <translation>浅底深字</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Light text on a dark ground</source>
        <translation>深底浅字</translation>
    </message>
    <message>
        <source>Use the language of the desktop</source>
        <translation>使用桌面的语言</translation>
    </message>
    <message>
        <source>Use English</source>
        <translation>使用英语</translation>
    </message>
    <message>
        <source>Use Simplified Chinese</source>
        <translation>使用简体中文</translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>Make all text larger</source>
        <translation>放大所有文字</translation>
    </message>
    <message>
        <source>S&amp;maller Text</source>
        <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
        <source>Make all text smaller</source>
        <translation>缩小所有文字</translation>
    </message>
    <message>
        <source>&amp;Normal Text</source>
        <translation>正常大小(&amp;N)</translation>
    </message>
    <message>
        <source>Give all text its normal size</source>
        <translation>恢复所有文字的正常大小</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>恢复默认布局(&amp;R)</translation>
    </message>
    <message>
        <source>Put panels and columns back where they were at the first start</source>
        <translation>把面板和列恢复到首次启动时的样子</translation>
    </message>
    <message>
        <source>Show &amp;Details</source>
        <translation>显示详情(&amp;D)</translation>
    </message>
    <message>
        <source>Tell all that is known about the selected connection</source>
        <translation>显示所选连接的全部已知信息</translation>
    </message>
    <message>
        <source>&amp;Close in Good Order</source>
        <translation>有序关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Send what is queued, then FIN, and wait for the peer&apos;s FIN</source>
        <translation>发完排队的数据，再发 FIN，并等待对端的 FIN</translation>
    </message>
    <message>
        <source>&amp;Half Close</source>
        <translation>半关闭(&amp;H)</translation>
    </message>
    <message>
        <source>Send FIN now and go on reading</source>
        <translation>立即发送 FIN，继续读取</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>复位(&amp;R)</translation>
    </message>
    <message>
        <source>Send RST; what is queued is lost</source>
        <translation>发送 RST，排队的数据将丢失</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>复制(&amp;O)</translation>
    </message>
    <message>
        <source>Copy the selected rows with their headings, separated by tabs</source>
        <translation>复制所选行及表头，以制表符分隔</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>复制为 JSON(&amp;J)</translation>
    </message>
    <message>
        <source>Copy all that is known about the selected connections</source>
        <translation>复制所选连接的全部已知信息</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Select every connection shown</source>
        <translation>选中所有显示的连接</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Say what everything in the window means</source>
        <translation>说明窗口中每样东西的含义</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>List every key</source>
        <translation>列出所有按键</translation>
    </message>
    <message>
        <source>&amp;About Teardown</source>
        <translation>关于 Teardown(&amp;A)</translation>
    </message>
    <message>
        <source>Say which version this is</source>
        <translation>显示版本信息</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>&amp;Monitor</source>
        <translation>监视(&amp;M)</translation>
    </message>
    <message>
        <source>Show the connections of this program</source>
        <translation>显示本程序的连接</translation>
    </message>
    <message>
        <source>&amp;Lab</source>
        <translation>实验室(&amp;L)</translation>
    </message>
    <message>
        <source>Show the close lab: predict how connections end, run it, compare</source>
        <translation>显示关闭实验室：预测连接怎样结束，运行，对照</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Run the scenario, or what is left of it</source>
        <translation>运行整个场景，或运行余下的步骤</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>单步(&amp;S)</translation>
    </message>
    <message>
        <source>Run the next step of the scenario and hold</source>
        <translation>运行场景的下一步，然后停住</translation>
    </message>
    <message>
        <source>Run &amp;All</source>
        <translation>全部运行(&amp;A)</translation>
    </message>
    <message>
        <source>Run every scenario, one after the other; predictions stay open</source>
        <translation>依次运行所有场景；预测仍可修改</translation>
    </message>
    <message>
        <source>&amp;Cancel Run</source>
        <translation>取消运行(&amp;C)</translation>
    </message>
    <message>
        <source>End the run of the scenario now</source>
        <translation>立即结束场景的运行</translation>
    </message>
    <message>
        <source>&amp;Previous Stage</source>
        <translation>上一阶段(&amp;P)</translation>
    </message>
    <message>
        <source>Go back from lesson to story</source>
        <translation>从讲解往故事方向退一步</translation>
    </message>
    <message>
        <source>&amp;Next Stage</source>
        <translation>下一阶段(&amp;N)</translation>
    </message>
    <message>
        <source>Go on: story, predict, run, compare, lesson</source>
        <translation>往前走：故事、预测、运行、对照、讲解</translation>
    </message>
    <message>
        <source>R&amp;eset Progress…</source>
        <translation>清除进度(&amp;E)…</translation>
    </message>
    <message>
        <source>Forget all predictions and runs, for a new learner</source>
        <translation>忘掉所有预测和运行结果，留给新的学习者</translation>
    </message>
    <message>
        <source>L&amp;oad Scenarios…</source>
        <translation>载入场景(&amp;O)…</translation>
    </message>
    <message>
        <source>Add the scenarios of a folder</source>
        <translation>加入一个文件夹里的场景</translation>
    </message>
    <message>
        <source>Export Result S&amp;heet…</source>
        <translation>导出成绩单(&amp;H)…</translation>
    </message>
    <message>
        <source>Save predictions and outcomes as Markdown or JSON</source>
        <translation>把预测和结果保存为 Markdown 或 JSON</translation>
    </message>
    <message>
        <source>Export &amp;Timeline…</source>
        <translation>导出时间线(&amp;T)…</translation>
    </message>
    <message>
        <source>Save the timeline as PNG or SVG</source>
        <translation>把时间线保存为 PNG 或 SVG</translation>
    </message>
    <message>
        <source>Save Pac&amp;kets…</source>
        <translation>保存数据包(&amp;K)…</translation>
    </message>
    <message>
        <source>Save the captured packets of the run as pcap, for Wireshark</source>
        <translation>把这次运行捕获的数据包保存为 pcap，供 Wireshark 打开</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation>时间线(&amp;T)</translation>
    </message>
    <message>
        <source>Go to the timeline of the selected connection</source>
        <translation>转到所选连接的时间线</translation>
    </message>
    <message>
        <source>&amp;States</source>
        <translation>状态(&amp;S)</translation>
    </message>
    <message>
        <source>Go to the states of the selected connection</source>
        <translation>转到所选连接的状态</translation>
    </message>
    <message>
        <source>&amp;What Happened Here?</source>
        <translation>这里发生了什么？(&amp;W)</translation>
    </message>
    <message>
        <source>Explain this ending: its signs, its causes, what to do about it, and a scenario that shows it</source>
        <translation>解释这次结束：迹象、原因、应对办法，以及能重现它的场景</translation>
    </message>
    <message>
        <source>Let the selected listener accept again on its address and port, or the selected clients connect again</source>
        <translation>让所选监听器在其地址和端口上重新接受连接，或让所选客户端重新连接</translation>
    </message>
</context>
<context>
    <name>Teardown::Category</name>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>half closed</source>
        <translation>半关闭</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>正在关闭</translation>
    </message>
    <message>
        <source>ended in good order</source>
        <translation>有序结束</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>复位</translation>
    </message>
    <message>
        <source>our deadline passed</source>
        <translation>超过我方截止时间</translation>
    </message>
    <message>
        <source>network failed</source>
        <translation>网络故障</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>Teardown::CheckedForm</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Teardown::CodeColumns</name>
    <message>
        <source>not shown in this language</source>
        <translation>这种语言没有示例</translation>
    </message>
</context>
<context>
    <name>Teardown::ConnectDialog</name>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>Cannot connect: %1</source>
        <translation>无法连接：%1</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>主机(&amp;H)</translation>
    </message>
    <message>
        <source>a name or an IP address</source>
        <translation>主机名或 IP 地址</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>端口(&amp;P)</translation>
    </message>
    <message>
        <source>1 to 65535</source>
        <translation>1 到 65535</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>数量(&amp;N)</translation>
    </message>
    <message>
        <source>how many connections to open</source>
        <translation>要建立多少个连接</translation>
    </message>
    <message>
        <source>Hold &amp;for</source>
        <translation>保持时间(&amp;F)</translation>
    </message>
    <message>
        <source>then close in good order; off stays until somebody ends it</source>
        <translation>之后有序关闭；off 表示一直保持到有人结束它</translation>
    </message>
    <message>
        <source>&amp;Service</source>
        <translation>服务(&amp;S)</translation>
    </message>
    <message>
        <source>what the server speaks</source>
        <translation>服务器使用的服务</translation>
    </message>
    <message>
        <source>Enter a host name or an IP address, such as localhost, 127.0.0.1 or ::1.</source>
        <translation>请输入主机名或 IP 地址，例如 localhost、127.0.0.1 或 ::1。</translation>
    </message>
    <message>
        <source>Enter a time, such as 250ms, 5s or 2m, or off.</source>
        <translation>请输入时间，例如 250ms、5s、2m，或 off。</translation>
    </message>
</context>
<context>
    <name>Teardown::ConnectionCell</name>
    <message>
        <source>%1 %2</source>
        <comment>deadline, time left</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Connection %1</source>
        <translation>连接 %1</translation>
    </message>
    <message>
        <source>%1: %2, %3 left</source>
        <translation>%1：%2，剩余 %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>heading, value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>建立于 %1</translation>
    </message>
    <message>
        <source>Opened %1
Ended %2</source>
        <translation>建立于 %1
结束于 %2</translation>
    </message>
    <message>
        <source>Exactly %1 B</source>
        <translation>精确值 %1 B</translation>
    </message>
    <message>
        <source>Last byte at %1</source>
        <translation>最后一个字节在 %1</translation>
    </message>
    <message>
        <source>Passes at %1</source>
        <translation>到期于 %1</translation>
    </message>
    <message>
        <source>The kernel no longer knows the peer&apos;s address.</source>
        <translation>内核已不知道对端的地址。</translation>
    </message>
</context>
<context>
    <name>Teardown::ConnectionColumn</name>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>本端</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>In</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation>未送达</translation>
    </message>
    <message>
        <source>RTT</source>
        <translation>RTT</translation>
    </message>
    <message>
        <source>Retransmits</source>
        <translation>重传</translation>
    </message>
    <message>
        <source>Next deadline</source>
        <translation>下一截止时间</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>结束方</translation>
    </message>
    <message>
        <source>Wire</source>
        <translation>线上报文</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Number of the connection in this run.</source>
        <translation>本次运行中连接的编号。</translation>
    </message>
    <message>
        <source>Where the connection is in its life.</source>
        <translation>连接处于生命周期的哪一步。</translation>
    </message>
    <message>
        <source>Whether we accepted it (server) or opened it (client).</source>
        <translation>由我方接受（服务器）还是由我方发起（客户端）。</translation>
    </message>
    <message>
        <source>Our address and port.</source>
        <translation>我方的地址和端口。</translation>
    </message>
    <message>
        <source>The peer&apos;s address and port.</source>
        <translation>对端的地址和端口。</translation>
    </message>
    <message>
        <source>What is spoken on the connection.</source>
        <translation>连接上使用的服务。</translation>
    </message>
    <message>
        <source>Time since it was opened; how long it lived once ended.</source>
        <translation>建立以来的时间；已结束的则为存续时间。</translation>
    </message>
    <message>
        <source>Time since a byte was last received or sent.</source>
        <translation>距上次收发字节的时间。</translation>
    </message>
    <message>
        <source>Application bytes received.</source>
        <translation>收到的应用数据字节数。</translation>
    </message>
    <message>
        <source>Application bytes given to the connection for sending.</source>
        <translation>交给连接发送的应用数据字节数。</translation>
    </message>
    <message>
        <source>Bytes the peer&apos;s kernel has not acknowledged.</source>
        <translation>对端内核尚未确认的字节数。</translation>
    </message>
    <message>
        <source>Round-trip time as the kernel last measured it.</source>
        <translation>内核最近一次测得的往返时间。</translation>
    </message>
    <message>
        <source>Segments the kernel had to send again.</source>
        <translation>内核不得不重发的报文段数。</translation>
    </message>
    <message>
        <source>The deadline that passes first, and the time left.</source>
        <translation>最先到期的截止时间及剩余时间。</translation>
    </message>
    <message>
        <source>Who ended the connection.</source>
        <translation>谁结束了连接。</translation>
    </message>
    <message>
        <source>What ended it on the wire.</source>
        <translation>线上是什么报文结束了它。</translation>
    </message>
    <message>
        <source>Why it ended.</source>
        <translation>为什么结束。</translation>
    </message>
    <message>
        <source>Bytes that never reached the peer, and bytes that came and were never taken.</source>
        <translation>从未到达对端的字节，以及到达后从未被取走的字节。</translation>
    </message>
</context>
<context>
    <name>Teardown::ConnectionCommands</name>
    <message>
        <source>Reset</source>
        <translation>复位</translation>
    </message>
    <message>
        <source>What is queued for them is lost, and the peers see an error. This cannot be undone.</source>
        <translation>排队的数据将丢失，对端会看到错误。此操作无法撤销。</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>复位(&amp;R)</translation>
    </message>
    <message>
        <source>Exporting: %1 of %2</source>
        <translation>正在导出：%1 / %2</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message numerus="yes">
        <source>Reset %Ln connection(s)?</source>
        <translation>
            <numerusform>要复位 %Ln 个连接吗？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) copied</source>
        <translation>
            <numerusform>已复制 %Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) copied as JSON</source>
        <translation>
            <numerusform>已将 %Ln 个连接复制为 JSON</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) written to %1</source>
        <translation>
            <numerusform>已将 %Ln 个连接写入 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::ConnectionState</name>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>half closed</source>
        <translation>半关闭</translation>
    </message>
    <message>
        <source>flushing</source>
        <translation>正在发完</translation>
    </message>
    <message>
        <source>lingering</source>
        <translation>等待 FIN</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
</context>
<context>
    <name>Teardown::ConnectionStates</name>
    <message>
        <source>our end</source>
        <translation>我们这端</translation>
    </message>
    <message>
        <source>the peer&apos;s end, #%1</source>
        <translation>对端，#%1</translation>
    </message>
    <message>
        <source>Dotted: not observed.</source>
        <translation>点线：没有观察到。</translation>
    </message>
    <message>
        <source>TCP_INFO says CLOSE for TIME-WAIT too, so either may be.</source>
        <translation>TCP_INFO 把 TIME-WAIT 也说成 CLOSE，所以两者都有可能。</translation>
    </message>
    <message>
        <source>The peer&apos;s end is not observed: it belongs to another program.</source>
        <translation>对端没有观察：它属于别的程序。</translation>
    </message>
</context>
<context>
    <name>Teardown::ConnectionTimeline</name>
    <message>
        <source>not observed</source>
        <translation>没有观察</translation>
    </message>
    <message>
        <source>our program</source>
        <translation>我们的程序</translation>
    </message>
    <message>
        <source>our kernel</source>
        <translation>本机内核</translation>
    </message>
    <message>
        <source>wire</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what was seen, detail</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Teardown::ConnectionTimelinePanel</name>
    <message>
        <source>Nothing was seen of this connection yet.</source>
        <translation>还没有看到这个连接的任何情况。</translation>
    </message>
    <message>
        <source>Select a connection to see what was seen of it, and when.</source>
        <translation>选择一个连接，查看在什么时候看到了什么。</translation>
    </message>
    <message>
        <source>Timeline of the connection</source>
        <translation>连接的时间线</translation>
    </message>
</context>
<context>
    <name>Teardown::ConnectionsPanel</name>
    <message>
        <source>Paused · %1 opened · %2 ended · %3 changed</source>
        <translation>已暂停 · 新建 %1 · 结束 %2 · 变化 %3</translation>
    </message>
    <message>
        <source>reason “%1”</source>
        <translation>原因“%1”</translation>
    </message>
    <message>
        <source>endpoint “%1”</source>
        <translation>端点“%1”</translation>
    </message>
    <message>
        <source>text “%1”</source>
        <translation>文字“%1”</translation>
    </message>
    <message>
        <source>live connections</source>
        <translation>活动的连接</translation>
    </message>
    <message>
        <source>Only: %1. Esc shows all.</source>
        <translation>仅显示：%1。按 Esc 显示全部。</translation>
    </message>
    <message>
        <source>No connection yet.

Listen… (Ctrl+L) opens a port: connect to it with any client, such as nc 127.0.0.1 7400.
Connect… (Ctrl+K) connects to a server.</source>
        <translation>还没有连接。

“监听…”(Ctrl+L) 打开一个端口，可用任意客户端连接，例如 nc 127.0.0.1 7400。
“连接…”(Ctrl+K) 连接到服务器。</translation>
    </message>
    <message>
        <source>No connection passes the filters.

Esc shows all connections again.</source>
        <translation>没有符合过滤条件的连接。

按 Esc 重新显示所有连接。</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Held back while paused</source>
        <translation>暂停期间未显示的变化</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln connection(s) shown</source>
        <translation>
            <numerusform>显示 %1 个，共 %Ln 个连接</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln 个连接</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln older no longer kept</source>
        <translation>
            <numerusform>%1，另有 %Ln 个较早的已不再保留</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::DeadlineKind</name>
    <message>
        <source>connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>write</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>heartbeat</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source>linger, idle</source>
        <translation>等 FIN</translation>
    </message>
    <message>
        <source>linger, total</source>
        <translation>等 FIN 总限</translation>
    </message>
    <message>
        <source>drain</source>
        <translation>优雅关闭</translation>
    </message>
</context>
<context>
    <name>Teardown::DetailsPanel</name>
    <message>
        <source>Select a connection to see what is known about it.</source>
        <translation>选择一个连接，即可查看它的已知信息。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>POSIX, our side</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>The comparison is made when the connection ends.</source>
        <translation>连接结束后，这里给出对照。</translation>
    </message>
    <message>
        <source>Nobody saw how this connection ended, so there is nothing to compare.</source>
        <translation>没有人看到这个连接如何结束，因此无从对照。</translation>
    </message>
    <message>
        <source>What POSIX calls, Go and Qt alone would have said.</source>
        <translation>POSIX 调用、Go 以及单独使用 Qt 时会看到什么。</translation>
    </message>
    <message>
        <source>Who, how, why, and what was lost.</source>
        <translation>谁、如何、为何结束，以及丢失了什么。</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>The same ending elsewhere</source>
        <translation>同样的结束在别处的样子</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>何处</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What was seen of the connection, by whom and when.</source>
        <translation>看到了连接的什么，谁看到的，什么时候。</translation>
    </message>
</context>
<context>
    <name>Teardown::Docks</name>
    <message>
        <source>Endpoints</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>Why They Ended</source>
        <translation>结束原因</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>States</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>Teardown::DrainStage</name>
    <message>
        <source>serving</source>
        <translation>服务中</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>优雅关闭中</translation>
    </message>
    <message>
        <source>forcing</source>
        <translation>强制中</translation>
    </message>
    <message>
        <source>drained</source>
        <translation>已优雅关闭</translation>
    </message>
</context>
<context>
    <name>Teardown::Elsewhere</name>
    <message>
        <source>the errno</source>
        <translation>该 errno</translation>
    </message>
    <message>
        <source>0, at every call</source>
        <translation>每次调用都是 0</translation>
    </message>
    <message>
        <source>what had arrived, then ECONNRESET once, then 0</source>
        <translation>先是已到达的数据，然后一次 ECONNRESET，之后是 0</translation>
    </message>
    <message>
        <source>ECONNRESET if it is the first call, otherwise EPIPE</source>
        <translation>若是第一个调用则为 ECONNRESET，否则为 EPIPE</translation>
    </message>
    <message>
        <source>syscall.ECONNRESET once, then io.EOF</source>
        <translation>一次 syscall.ECONNRESET，之后是 io.EOF</translation>
    </message>
    <message>
        <source>RemoteHostClosedError: the same as for a FIN</source>
        <translation>RemoteHostClosedError：与 FIN 相同</translation>
    </message>
    <message>
        <source>nothing; ECONNRESET after a send that gets through again</source>
        <translation>无反应；待某次 send 重新送达后为 ECONNRESET</translation>
    </message>
    <message>
        <source>nothing; syscall.ECONNRESET after a Write that gets through again</source>
        <translation>无反应；待某次 Write 重新送达后为 syscall.ECONNRESET</translation>
    </message>
    <message>
        <source>no signal at all</source>
        <translation>没有任何信号</translation>
    </message>
    <message>
        <source>0, at every call; send still works if the peer only half closed</source>
        <translation>每次调用都是 0；若对端只是半关闭，send 仍然可用</translation>
    </message>
    <message>
        <source>RemoteHostClosedError; closed at once, what is queued is thrown away</source>
        <translation>RemoteHostClosedError；立即关闭，排队的数据被丢弃</translation>
    </message>
    <message>
        <source>0, at every call: the reset does not show</source>
        <translation>每次调用都是 0：看不出复位</translation>
    </message>
    <message>
        <source>RemoteHostClosedError: the same as for a FIN alone</source>
        <translation>RemoteHostClosedError：与只有 FIN 时相同</translation>
    </message>
    <message>
        <source>ECONNRESET once, then 0</source>
        <translation>一次 ECONNRESET，之后是 0</translation>
    </message>
    <message>
        <source>0, with SO_LINGER {1, 0} or with input left unread</source>
        <translation>0，设置了 SO_LINGER {1, 0} 或仍有未读输入</translation>
    </message>
    <message>
        <source>nil, after SetLinger(0) or with input left unread</source>
        <translation>nil，调用过 SetLinger(0) 或仍有未读输入</translation>
    </message>
    <message>
        <source>0; then 0 when the peer&apos;s FIN comes; then 0</source>
        <translation>0；对端的 FIN 到来后为 0；之后为 0</translation>
    </message>
    <message>
        <source>nil; io.EOF; nil; every later call net.ErrClosed</source>
        <translation>nil；io.EOF；nil；之后每次调用都是 net.ErrClosed</translation>
    </message>
    <message>
        <source>disconnected before the peer&apos;s FIN: what it sends meanwhile draws a RST</source>
        <translation>在对端的 FIN 之前就 disconnected：其间对端发来的数据会招来 RST</translation>
    </message>
    <message>
        <source>0, with SO_LINGER {1, 0}</source>
        <translation>0，设置了 SO_LINGER {1, 0}</translation>
    </message>
    <message>
        <source>nil, after SetLinger(0); every later call net.ErrClosed</source>
        <translation>nil，调用过 SetLinger(0)；之后每次调用都是 net.ErrClosed</translation>
    </message>
    <message>
        <source>sends FIN, not RST, if all input was read: a cut answer looks complete</source>
        <translation>若输入已读完，发送的是 FIN 而非 RST：被截断的应答看起来是完整的</translation>
    </message>
    <message>
        <source>EAGAIN, with SO_RCVTIMEO: for one call, not for the whole request</source>
        <translation>EAGAIN，设置了 SO_RCVTIMEO：只针对一次调用，而非整个请求</translation>
    </message>
    <message>
        <source>os.ErrDeadlineExceeded, with SetReadDeadline</source>
        <translation>os.ErrDeadlineExceeded，使用 SetReadDeadline</translation>
    </message>
    <message>
        <source>no signal at all; waitForReadyRead says SocketTimeoutError</source>
        <translation>没有任何信号；waitForReadyRead 报 SocketTimeoutError</translation>
    </message>
    <message>
        <source>fewer bytes than given, then EAGAIN</source>
        <translation>写出的字节少于给定的，之后是 EAGAIN</translation>
    </message>
    <message>
        <source>n, os.ErrDeadlineExceeded, with SetWriteDeadline</source>
        <translation>n, os.ErrDeadlineExceeded，使用 SetWriteDeadline</translation>
    </message>
    <message>
        <source>no signal at all; bytesWritten stops coming</source>
        <translation>没有任何信号；bytesWritten 不再出现</translation>
    </message>
    <message>
        <source>0, the timeout</source>
        <translation>0，即超时</translation>
    </message>
    <message>
        <source>0, the timeout; SO_KEEPALIVE notices nothing while the peer&apos;s kernel lives</source>
        <translation>0，即超时；只要对端内核还在，SO_KEEPALIVE 就毫无察觉</translation>
    </message>
    <message>
        <source>0; then 0, the timeout</source>
        <translation>0；然后是 0，即超时</translation>
    </message>
    <message>
        <source>nil; os.ErrDeadlineExceeded, with SetReadDeadline</source>
        <translation>nil；os.ErrDeadlineExceeded，使用 SetReadDeadline</translation>
    </message>
    <message>
        <source>disconnected at once: nobody waits for the peer&apos;s FIN</source>
        <translation>立即 disconnected：没有人等待对端的 FIN</translation>
    </message>
    <message>
        <source>0, at every call, for our FIN</source>
        <translation>每次调用都是 0，因为我方的 FIN</translation>
    </message>
    <message>
        <source>EPIPE, after our RST</source>
        <translation>EPIPE，在我方的 RST 之后</translation>
    </message>
    <message>
        <source>syscall.EPIPE, after our RST</source>
        <translation>syscall.EPIPE，在我方的 RST 之后</translation>
    </message>
    <message>
        <source>RemoteHostClosedError, for our FIN</source>
        <translation>RemoteHostClosedError，因为我方的 FIN</translation>
    </message>
    <message>
        <source>ETIMEDOUT once, then 0</source>
        <translation>一次 ETIMEDOUT，之后是 0</translation>
    </message>
    <message>
        <source>syscall.ETIMEDOUT; Timeout() is true, as for a deadline of one&apos;s own</source>
        <translation>syscall.ETIMEDOUT；Timeout() 为真，与自设的截止时间一样</translation>
    </message>
    <message>
        <source>%1 once, then 0</source>
        <translation>一次 %1，之后是 0</translation>
    </message>
    <message>
        <source>NetworkError; only its text says which</source>
        <translation>NetworkError；只有其文字说明是哪一种</translation>
    </message>
    <message>
        <source>a descriptor; then 0, with SO_LINGER {1, 0}</source>
        <translation>一个描述符；然后是 0，设置了 SO_LINGER {1, 0}</translation>
    </message>
    <message>
        <source>a connection; then nil, after SetLinger(0)</source>
        <translation>一个连接；然后是 nil，调用过 SetLinger(0)</translation>
    </message>
    <message>
        <source>stops accepting: clients connect all the same, and wait</source>
        <translation>停止接受：客户端照样能连上，然后一直等待</translation>
    </message>
    <message>
        <source>0: the connection stood before it was reset</source>
        <translation>0：连接在被复位之前已经建立</translation>
    </message>
    <message>
        <source>ConnectionRefusedError, after two tries; no disconnected</source>
        <translation>ConnectionRefusedError，尝试两次之后；没有 disconnected</translation>
    </message>
    <message>
        <source>EINPROGRESS; then 0, the timeout</source>
        <translation>EINPROGRESS；然后是 0，即超时</translation>
    </message>
    <message>
        <source>i/o timeout (context.DeadlineExceeded)</source>
        <translation>i/o timeout（context.DeadlineExceeded）</translation>
    </message>
    <message>
        <source>SocketTimeoutError, after two tries of 30 s</source>
        <translation>SocketTimeoutError，两次各 30 s 的尝试之后</translation>
    </message>
    <message>
        <source>*net.DNSError with IsNotFound</source>
        <translation>*net.DNSError，IsNotFound 为真</translation>
    </message>
    <message>
        <source>context.DeadlineExceeded; then Close</source>
        <translation>context.DeadlineExceeded；然后 Close</translation>
    </message>
    <message>
        <source>ConnectionRefusedError, although nobody refused it</source>
        <translation>ConnectionRefusedError，尽管没有人拒绝</translation>
    </message>
    <message>
        <source>an error whose text names the cause</source>
        <translation>一个错误，其文字说明原因</translation>
    </message>
    <message>
        <source>our side</source>
        <translation>我方</translation>
    </message>
    <message>
        <source>the peer&apos;s side</source>
        <translation>对端</translation>
    </message>
</context>
<context>
    <name>Teardown::EndedBy</name>
    <message>
        <source>us</source>
        <translation>我方</translation>
    </message>
    <message>
        <source>peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>Teardown::EndpointCommands</name>
    <message>
        <source>Start Again</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>Cannot start again: %1</source>
        <translation>无法重新启动：%1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message numerus="yes">
        <source>Stop and reset %Ln connection(s)?</source>
        <translation>
            <numerusform>要停止并复位 %Ln 个连接吗？</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::EndpointModel</name>
    <message>
        <source>Endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>heading, value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>clients</source>
        <translation>客户端</translation>
    </message>
</context>
<context>
    <name>Teardown::EndpointState</name>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>关闭中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>Teardown::EndpointsPanel</name>
    <message>
        <source>Endpoints</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>Nothing listens yet.

Listen… (Ctrl+L) opens a port for clients; Connect… (Ctrl+K) connects to a server.</source>
        <translation>还没有监听。

“监听…”(Ctrl+L) 为客户端打开端口；“连接…”(Ctrl+K) 连接到服务器。</translation>
    </message>
</context>
<context>
    <name>Teardown::EventKind</name>
    <message>
        <source>listening</source>
        <translation>监听</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>建立</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>drain</source>
        <translation>优雅关闭</translation>
    </message>
    <message>
        <source>figures</source>
        <translation>统计</translation>
    </message>
</context>
<context>
    <name>Teardown::EventModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>heading, value</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Teardown::EventText</name>
    <message>
        <source>%1, service %2</source>
        <translation>%1，服务 %2</translation>
    </message>
    <message>
        <source>from %1 at %2</source>
        <translation>来自 %1，到达 %2</translation>
    </message>
    <message>
        <source>to %1 from %2</source>
        <translation>从 %2 连到 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>address, reason</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 of %3 ended, %4 reset, %5 lost</source>
        <translation>%1：已结束 %2 / %3，复位 %4，丢失 %5</translation>
    </message>
    <message>
        <source>%1 open, %2 ended, %3 in, %4 out, loop %5 ms</source>
        <translation>打开 %1，已结束 %2，接收 %3，发送 %4，循环延迟 %5 ms</translation>
    </message>
</context>
<context>
    <name>Teardown::EventsPanel</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Pause Log</source>
        <translation>暂停日志</translation>
    </message>
    <message>
        <source>Hold the log as it is; new events are kept for later</source>
        <translation>让日志保持不动，新事件留待稍后显示</translation>
    </message>
    <message>
        <source>Clear Log</source>
        <translation>清空日志</translation>
    </message>
    <message>
        <source>Take all events out of the log; nothing else changes</source>
        <translation>清除日志中的所有事件，其他一切不变</translation>
    </message>
    <message>
        <source>Nothing has happened yet.

Every connection that opens or ends is told here.</source>
        <translation>还没有事件。

每个连接的建立和结束都会记在这里。</translation>
    </message>
    <message numerus="yes">
        <source>Paused: %Ln new event(s) held back</source>
        <translation>
            <numerusform>已暂停：有 %Ln 个新事件未显示</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::EvidenceModel</name>
    <message>
        <source>Time (s)</source>
        <translation>时间 (s)</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>观察者</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>细节</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>heading, value</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Teardown::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>%1 exists already. Replace it?</source>
        <translation>%1 已存在。要替换它吗？</translation>
    </message>
    <message>
        <source>The file exists already. Enter another name.</source>
        <translation>文件已存在。请输入另一个名称。</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Browse… (F4)</source>
        <translation>浏览…（F4）</translation>
    </message>
    <message>
        <source>Export connections</source>
        <translation>导出连接</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>displayed: what passes the filters</source>
        <translation>显示的：符合过滤条件的</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>JSON Lines hold the evidence too</source>
        <translation>JSON Lines 还包含证据</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>文件(&amp;I)</translation>
    </message>
    <message>
        <source>F4 browses</source>
        <translation>按 F4 浏览</translation>
    </message>
    <message>
        <source>Enter the name of a file.</source>
        <translation>请输入文件名。</translation>
    </message>
    <message>
        <source>This folder does not exist. Enter another.</source>
        <translation>此文件夹不存在。请输入另一个。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>选中的 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln displayed</source>
        <translation>
            <numerusform>显示的 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %Ln</source>
        <translation>
            <numerusform>全部 %Ln 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::ExportJob</name>
    <message>
        <source>Cannot write %1: %2. Choose another file or folder.</source>
        <translation>无法写入 %1：%2。请选择另一个文件或文件夹。</translation>
    </message>
</context>
<context>
    <name>Teardown::Facts</name>
    <message>
        <source>Peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>本端</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>#%1, %2, service %3</source>
        <translation>#%1，%2，服务 %3</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Next deadline</source>
        <translation>下一截止时间</translation>
    </message>
    <message>
        <source>%1, %2 of %3 left</source>
        <translation>%1，剩余 %2（共 %3）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Open for</source>
        <translation>已建立</translation>
    </message>
    <message>
        <source>Idle for</source>
        <translation>已空闲</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation>未送达</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往返时间</translation>
    </message>
    <message>
        <source>Retransmits</source>
        <translation>重传</translation>
    </message>
    <message>
        <source>Kernel state</source>
        <translation>内核状态</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>结束方</translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation>线上报文</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Never arrived</source>
        <translation>从未到达</translation>
    </message>
    <message>
        <source>Never read</source>
        <translation>从未读取</translation>
    </message>
    <message>
        <source>Message cut</source>
        <translation>消息截断</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>建立于</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束于</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>存续时间</translation>
    </message>
    <message>
        <source>The connection is being opened; the peer has not answered yet.</source>
        <translation>正在建立连接，对端尚未应答。</translation>
    </message>
    <message>
        <source>The connection is open; both sides may send.</source>
        <translation>连接已打开，双方都可以发送。</translation>
    </message>
    <message>
        <source>The peer has said that it is done (FIN); we still answer.</source>
        <translation>对端已表示发送完毕（FIN），我方仍在应答。</translation>
    </message>
    <message>
        <source>We are closing: what is queued goes out, then our FIN.</source>
        <translation>我方正在关闭：先发完排队的数据，再发 FIN。</translation>
    </message>
    <message>
        <source>We have said that we are done (FIN) and wait for the peer&apos;s FIN.</source>
        <translation>我方已表示发送完毕（FIN），正在等待对端的 FIN。</translation>
    </message>
    <message>
        <source>The connection has ended; its report is on the way.</source>
        <translation>连接已结束，关闭报告即将到达。</translation>
    </message>
    <message>
        <source>We have said that we are done (FIN); the peer may go on sending.</source>
        <translation>我方已表示发送完毕（FIN）；对端仍可继续发送。</translation>
    </message>
</context>
<context>
    <name>Teardown::FilterLine</name>
    <message>
        <source>Filter: address, state, reason…</source>
        <translation>过滤：地址、状态、原因…</translation>
    </message>
    <message>
        <source>Filter connections</source>
        <translation>过滤连接</translation>
    </message>
    <message>
        <source>Shows only the connections that contain every word. Esc clears the line.</source>
        <translation>只显示包含每个词的连接。按 Esc 清空。</translation>
    </message>
</context>
<context>
    <name>Teardown::FormDialog</name>
    <message>
        <source>What is wrong</source>
        <translation>错误说明</translation>
    </message>
</context>
<context>
    <name>Teardown::Grade</name>
    <message>
        <source>observed</source>
        <translation>观察到</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>推断</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>Teardown::Help</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Teardown</source>
        <translation>关于 Teardown</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Teardown %1&lt;/h3&gt;&lt;p&gt;Shows TCP connections live and says why each one ended: who, how, and what was lost.&lt;/p&gt;&lt;p&gt;With Qt %2. MIT license.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Teardown %1&lt;/h3&gt;&lt;p&gt;实时显示 TCP 连接，并说明每个连接为何结束：谁、如何，以及丢失了什么。&lt;/p&gt;&lt;p&gt;使用 Qt %2。MIT 许可证。&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>Teardown::HelpText</name>
    <message>
        <source>First steps</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>Press Ctrl+L and then Return: Teardown listens on 127.0.0.1, port 7400.</source>
        <translation>按 Ctrl+L，再按回车：Teardown 便在 127.0.0.1 的 7400 端口上监听。</translation>
    </message>
    <message>
        <source>In a terminal, run “nc 127.0.0.1 7400” and type HELP. The connection has a row in the table now.</source>
        <translation>在终端中运行“nc 127.0.0.1 7400”，输入 HELP。表格中便有了这个连接的一行。</translation>
    </message>
    <message>
        <source>End it in different ways: type QUIT or CLOSE rst, press Ctrl+C in the terminal, or press Ctrl+D here. Select the row: the panel below says who ended it, how and why, and on what evidence.</source>
        <translation>用不同的方式结束它：输入 QUIT 或 CLOSE rst，在终端中按 Ctrl+C，或在这里按 Ctrl+D。选中该行，下方面板会说明谁结束了它、如何结束、为何结束，以及证据是什么。</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>every connection, live and ended; click a heading to sort, right-click it to choose columns</source>
        <translation>所有连接，包括活动的和已结束的；单击表头排序，右键单击表头选择列</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>what listens and what connects; Return shows only its connections</source>
        <translation>谁在监听、谁在连接；按回车只显示其连接</translation>
    </message>
    <message>
        <source>Why they ended</source>
        <translation>结束原因</translation>
    </message>
    <message>
        <source>one bar for each reason; click it to filter the table</source>
        <translation>每个原因一条；单击即可过滤表格</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>the verdict on the current connection, the facts, the evidence, and what other programs would have seen</source>
        <translation>当前连接的结论、事实、证据，以及其他程序会看到什么</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>the log of everything that happened</source>
        <translation>所有事件的日志</translation>
    </message>
    <message>
        <source>What is where</source>
        <translation>各部分说明</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>图形</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Leaving</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Closing the window drains first: nobody new is let in, every connection is served to the end and closed in good order, and what is left at the drain deadline is reset and counted. Closing it a second time resets what is left at once.</source>
        <translation>关闭窗口时先优雅关闭：不再接受新连接，每个连接都服务到底并有序关闭，到截止时间仍未结束的会被复位并计数。再次关闭窗口会立即复位剩下的连接。</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>what was seen of the current connection, and when</source>
        <translation>看到了当前连接的什么，以及什么时候</translation>
    </message>
    <message>
        <source>States</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>its way through the state diagram of RFC 9293; dotted is what was not observed</source>
        <translation>它在 RFC 9293 状态图中走过的路；没有观察到的用点线表示</translation>
    </message>
    <message>
        <source>What happened here?</source>
        <translation>这里发生了什么？</translation>
    </message>
    <message>
        <source>the lesson for the reason of an ended connection, and the scenario of the lab that shows it</source>
        <translation>讲解连接结束的原因，并给出能重现它的实验场景</translation>
    </message>
</context>
<context>
    <name>Teardown::Holdup</name>
    <message>
        <source>still connecting</source>
        <translation>仍在连接</translation>
    </message>
    <message>
        <source>in a request for %1</source>
        <translation>请求已进行 %1</translation>
    </message>
    <message>
        <source>%1 unsent: the peer does not read</source>
        <translation>%1 未送达：对端不读取</translation>
    </message>
    <message>
        <source>waiting for the peer&apos;s FIN for %1</source>
        <translation>等待对端的 FIN 已 %1</translation>
    </message>
    <message>
        <source>not told yet</source>
        <translation>尚未通知</translation>
    </message>
</context>
<context>
    <name>Teardown::Lab</name>
    <message>
        <source>It needs a private network namespace, and user.max_user_namespaces or user.max_net_namespaces allows no more of them.</source>
        <translation>它需要私有网络命名空间，而 user.max_user_namespaces 或 user.max_net_namespaces 不允许再多建一个。</translation>
    </message>
    <message>
        <source>It needs a private network namespace, which kernel.unprivileged_userns_clone = 0 forbids.</source>
        <translation>它需要私有网络命名空间，而 kernel.unprivileged_userns_clone = 0 禁止了它。</translation>
    </message>
    <message>
        <source>It needs a private network namespace, which AppArmor forbids (kernel.apparmor_restrict_unprivileged_userns = 1).</source>
        <translation>它需要私有网络命名空间，而 AppArmor 禁止了它（kernel.apparmor_restrict_unprivileged_userns = 1）。</translation>
    </message>
    <message>
        <source>It needs a private network namespace, which a seccomp filter forbids, as in most containers.</source>
        <translation>它需要私有网络命名空间，而 seccomp 过滤器禁止了它，多数容器都是如此。</translation>
    </message>
    <message>
        <source>It needs a private network namespace, and /proc/sys is read-only, as in most containers.</source>
        <translation>它需要私有网络命名空间，而这里的 /proc/sys 是只读的，多数容器都是如此。</translation>
    </message>
    <message>
        <source>It needs a private network namespace, and this kernel has no virtual Ethernet (veth).</source>
        <translation>它需要私有网络命名空间，而这个内核没有虚拟以太网（veth）。</translation>
    </message>
    <message>
        <source>It needs a private network namespace, and its network cannot be set up here.</source>
        <translation>它需要私有网络命名空间，而其中的网络在这里搭建不起来。</translation>
    </message>
    <message>
        <source>It needs a private network namespace, which this kernel does not offer.</source>
        <translation>它需要私有网络命名空间，而这个内核不提供。</translation>
    </message>
    <message>
        <source>It needs a private network namespace, which this system does not permit.</source>
        <translation>它需要私有网络命名空间，而这个系统不允许。</translation>
    </message>
    <message>
        <source>It needs TLS, and Qt finds no OpenSSL here.</source>
        <translation>它需要 TLS，而 Qt 在这里找不到 OpenSSL。</translation>
    </message>
    <message>
        <source>It needs sock_diag for TCP, which this kernel does not offer.</source>
        <translation>它需要 TCP 的 sock_diag，而这个内核不提供。</translation>
    </message>
    <message>
        <source>The run was cancelled.</source>
        <translation>运行已取消。</translation>
    </message>
    <message>
        <source>unread %1</source>
        <translation>未读 %1</translation>
    </message>
    <message>
        <source>unacked %1</source>
        <translation>未确认 %1</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>%1: expected %2, seen %3</source>
        <translation>%1：期望 %2，看到 %3</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>已跳过：%1</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>已返回</translation>
    </message>
    <message>
        <source>returned an error</source>
        <translation>返回错误</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>阻塞</translation>
    </message>
    <message>
        <source>Capturing packets takes CAP_NET_RAW: run &quot;setcap cap_net_raw+ep&quot; on the program, or run it as root.</source>
        <translation>捕获数据包需要 CAP_NET_RAW：对程序执行 “setcap cap_net_raw+ep”，或以 root 身份运行。</translation>
    </message>
    <message>
        <source>This kernel has no packet sockets: load the module af_packet.</source>
        <translation>这个内核没有数据包套接字：请加载模块 af_packet。</translation>
    </message>
    <message numerus="yes">
        <source>Passed: all %n facts were as expected.</source>
        <translation>
            <numerusform>通过：%n 个事实全部符合期望。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Failed: %n facts were not as expected.</source>
        <translation>
            <numerusform>失败：%n 个事实不符合期望。</numerusform>
        </translation>
    </message>
    <message>
        <source>client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>中间人</translation>
    </message>
    <message>
        <source>server</source>
        <translation>服务器</translation>
    </message>
</context>
<context>
    <name>Teardown::LabCatalogueModel</name>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>First course</source>
        <translation>入门课程</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>Teardown::LabCataloguePanel</name>
    <message>
        <source>Search the scenarios…</source>
        <translation>搜索场景…</translation>
    </message>
    <message>
        <source>Search the scenarios</source>
        <translation>搜索场景</translation>
    </message>
    <message>
        <source>Shows only the scenarios whose id, title or story contains this.</source>
        <translation>只显示编号、标题或故事里含有这些文字的场景。</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>No scenario contains this. Clear the search to see all.</source>
        <translation>没有场景含有这些文字。清空搜索可查看全部。</translation>
    </message>
</context>
<context>
    <name>Teardown::LabCommands</name>
    <message>
        <source>Lab Tool Bar</source>
        <translation>实验室工具栏</translation>
    </message>
    <message>
        <source>Reset Progress</source>
        <translation>清除进度</translation>
    </message>
    <message>
        <source>Forget all predictions and the results of all runs? This cannot be undone. Export the result sheet first to keep them.</source>
        <translation>要忘掉所有预测和所有运行结果吗？此操作无法撤销。若要保留，请先导出成绩单。</translation>
    </message>
    <message>
        <source>Load Scenarios</source>
        <translation>载入场景</translation>
    </message>
    <message>
        <source>The scenarios of %1 were added.</source>
        <translation>已加入 %1 里的场景。</translation>
    </message>
    <message numerus="yes">
        <source>%n mistakes were found. The files without one were added.</source>
        <translation>
            <numerusform>发现 %n 处错误。没有错误的文件已经加入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export Result Sheet</source>
        <translation>导出成绩单</translation>
    </message>
    <message>
        <source>Markdown (*.md);;JSON (*.json)</source>
        <translation>Markdown (*.md);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Export Timeline</source>
        <translation>导出时间线</translation>
    </message>
    <message>
        <source>SVG (*.svg);;PNG (*.png)</source>
        <translation>SVG (*.svg);;PNG (*.png)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another folder or name.</source>
        <translation>无法写入 %1：%2。请换一个文件夹或名字。</translation>
    </message>
    <message>
        <source>Save Packets</source>
        <translation>保存数据包</translation>
    </message>
    <message>
        <source>Packets (*.pcap)</source>
        <translation>数据包 (*.pcap)</translation>
    </message>
</context>
<context>
    <name>Teardown::LabPage</name>
    <message numerus="yes">
        <source>Running %1; %n more to come.</source>
        <translation>
            <numerusform>正在运行 %1，还有 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Held before the next step. Step (F10) runs it, Run (F5) runs on to the end.</source>
        <translation>停在下一步之前。单步（F10）运行这一步，运行（F5）一直运行到底。</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>正在运行…</translation>
    </message>
    <message>
        <source>It cannot run here. %1</source>
        <translation>这里无法运行。%1</translation>
    </message>
    <message>
        <source>Not run yet. Run (F5) runs it whole, Step (F10) step by step.</source>
        <translation>还没有运行。运行（F5）整个运行，单步（F10）一步一步运行。</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>故事</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>讲解</translation>
    </message>
</context>
<context>
    <name>Teardown::LabRunPage</name>
    <message>
        <source>As &amp;table</source>
        <translation>显示为表格(&amp;T)</translation>
    </message>
    <message>
        <source>Show the same steps in rows and columns</source>
        <translation>用行和列显示同样的步骤</translation>
    </message>
    <message>
        <source>Timeline of the run</source>
        <translation>运行的时间线</translation>
    </message>
    <message>
        <source>Steps of the run</source>
        <translation>运行的步骤</translation>
    </message>
    <message>
        <source>Here both ends walk through the states as the cursor moves.</source>
        <translation>移动光标，两端就在这里沿状态图前进。</translation>
    </message>
    <message>
        <source>Dotted: not observed. The states were looked at after each step.</source>
        <translation>点线：没有观察到。状态是在每一步之后查看的。</translation>
    </message>
    <message>
        <source>&amp;States</source>
        <translation>状态(&amp;S)</translation>
    </message>
    <message>
        <source>Show where both ends are in the state diagram of RFC 9293</source>
        <translation>显示两端在 RFC 9293 状态图中的位置</translation>
    </message>
</context>
<context>
    <name>Teardown::LabSheet</name>
    <message>
        <source>no prediction</source>
        <translation>没有预测</translation>
    </message>
    <message>
        <source>right</source>
        <translation>对</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错</translation>
    </message>
    <message>
        <source>Run: %1</source>
        <translation>运行：%1</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>You said</source>
        <translation>你的预测</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>正确答案</translation>
    </message>
    <message>
        <source>%1 of %2 predictions right</source>
        <translation>%2 个预测中 %1 个正确</translation>
    </message>
    <message>
        <source>Result sheet</source>
        <translation>成绩单</translation>
    </message>
</context>
<context>
    <name>Teardown::LabStages</name>
    <message>
        <source>plain sockets</source>
        <translation>普通套接字</translation>
    </message>
    <message>
        <source>plain sockets in a process of its own</source>
        <translation>独立进程中的普通套接字</translation>
    </message>
    <message>
        <source>QTcpSocket</source>
        <translation>QTcpSocket</translation>
    </message>
    <message>
        <source>QSslSocket</source>
        <translation>QSslSocket</translation>
    </message>
    <message>
        <source>the engine of Teardown</source>
        <translation>Teardown 的引擎</translation>
    </message>
    <message>
        <source>a relay</source>
        <translation>转发器</translation>
    </message>
    <message>
        <source>client side</source>
        <translation>客户端一侧</translation>
    </message>
    <message>
        <source>in the middle</source>
        <translation>在中间</translation>
    </message>
    <message>
        <source>server side</source>
        <translation>服务器一侧</translation>
    </message>
    <message>
        <source>You made no prediction.</source>
        <translation>你没有预测。</translation>
    </message>
    <message>
        <source>Right. You said: %1</source>
        <translation>对。你的预测：%1</translation>
    </message>
    <message>
        <source>Wrong. You said: %1</source>
        <translation>错。你的预测：%1</translation>
    </message>
    <message>
        <source>It is: %1</source>
        <translation>答案是：%1</translation>
    </message>
    <message>
        <source>Seen in your run: %1: %2</source>
        <translation>本次运行看到：%1：%2</translation>
    </message>
    <message>
        <source> · client kernel %1 · server kernel %2</source>
        <translation> · 客户端内核 %1 · 服务器内核 %2</translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>参与者</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>Run it on real sockets, then read the lesson.</source>
        <translation>在真实的套接字上运行，然后阅读讲解。</translation>
    </message>
    <message>
        <source>Next: predict what happens, then run it on real sockets.</source>
        <translation>下一步：先预测会发生什么，再在真实的套接字上运行。</translation>
    </message>
    <message>
        <source>Nothing to compare yet. Predict, then run the scenario (F5).</source>
        <translation>还没有可以对照的内容。请先预测，再运行场景（F5）。</translation>
    </message>
    <message>
        <source>Run on %1: %2.</source>
        <translation>运行于 %1：%2。</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>What to do in your program</source>
        <translation>在你的程序里该怎么做</translation>
    </message>
    <message>
        <source>The same in C, Go and Qt</source>
        <translation>用 C、Go 和 Qt 写出同样的内容</translation>
    </message>
    <message>
        <source>the network itself</source>
        <translation>网络本身</translation>
    </message>
</context>
<context>
    <name>Teardown::Layer</name>
    <message>
        <source>program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>内核</translation>
    </message>
</context>
<context>
    <name>Teardown::LessonDialog</name>
    <message>
        <source>What happened here? %1</source>
        <extracomment>%1 is a reason: &quot;peer reset&quot;</extracomment>
        <translation>这里发生了什么？%1</translation>
    </message>
</context>
<context>
    <name>Teardown::ListenDialog</name>
    <message>
        <source>Listen</source>
        <translation>监听</translation>
    </message>
    <message>
        <source>&amp;Listen</source>
        <translation>监听(&amp;L)</translation>
    </message>
    <message>
        <source>The drain deadline, the connection limit and the I/O threads are those of the program: see Preferences.</source>
        <translation>优雅关闭的截止时间、连接数上限和 I/O 线程数是整个程序的设置：请见首选项。</translation>
    </message>
    <message>
        <source>Listening failed: %1</source>
        <translation>监听失败：%1</translation>
    </message>
    <message>
        <source>any free</source>
        <translation>任意空闲端口</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Listener</source>
        <translation>监听器</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>127.0.0.1 and ::1 can be reached from this machine only</source>
        <translation>127.0.0.1 和 ::1 只能从本机访问</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>端口(&amp;P)</translation>
    </message>
    <message>
        <source>0 takes any free port</source>
        <translation>0 表示任意空闲端口</translation>
    </message>
    <message>
        <source>&amp;Service</source>
        <translation>服务(&amp;S)</translation>
    </message>
    <message>
        <source>what is spoken; line is Teardown&apos;s own</source>
        <translation>使用的服务；line 是 Teardown 自己的</translation>
    </message>
    <message>
        <source>Let &amp;other machines in</source>
        <translation>允许其他机器(&amp;O)</translation>
    </message>
    <message>
        <source>needed for every address but those of this machine</source>
        <translation>除本机地址外，其他地址都需要</translation>
    </message>
    <message>
        <source>Enter an IP address, such as 127.0.0.1 or ::1.</source>
        <translation>请输入 IP 地址，例如 127.0.0.1 或 ::1。</translation>
    </message>
    <message>
        <source>Others can reach this address: tick “Let other machines in”, or use 127.0.0.1.</source>
        <translation>其他机器可以访问此地址：请勾选“允许其他机器”，或改用 127.0.0.1。</translation>
    </message>
</context>
<context>
    <name>Teardown::MainWindow</name>
    <message>
        <source>Teardown</source>
        <translation>Teardown</translation>
    </message>
    <message>
        <source>Tool Bar</source>
        <translation>工具栏</translation>
    </message>
</context>
<context>
    <name>Teardown::Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>E&amp;ndpoint</source>
        <translation>端点(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>列(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Go To</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>P&amp;anels</source>
        <translation>面板(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言 Language(&amp;L)</translation>
    </message>
    <message>
        <source>Te&amp;xt Size</source>
        <translation>文字大小(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Lab</source>
        <translation>实验室(&amp;L)</translation>
    </message>
</context>
<context>
    <name>Teardown::Phase</name>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>active</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>half closed</source>
        <translation>半关闭</translation>
    </message>
    <message>
        <source>lingering</source>
        <translation>等待 FIN</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>优雅关闭中</translation>
    </message>
</context>
<context>
    <name>Teardown::PredictPage</name>
    <message>
        <source>This scenario asks nothing. Run it (F5) and read the lesson.</source>
        <translation>这个场景没有问题。运行它（F5），然后阅读讲解。</translation>
    </message>
    <message>
        <source>You have run it, so the prediction stands. Lab &gt; Reset Progress starts anew.</source>
        <translation>你已经运行过，预测不能再改。“实验室 &gt; 清除进度”可以重新开始。</translation>
    </message>
    <message>
        <source>What will happen? Choose before you run it; being wrong is how one learns.</source>
        <translation>会发生什么？请在运行之前选择；猜错正是学习的方式。</translation>
    </message>
</context>
<context>
    <name>Teardown::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>The drain deadline holds at once, everything else from the next start.</source>
        <translation>优雅关闭的截止时间立即生效，其余各项在下次启动时生效。</translation>
    </message>
    <message>
        <source>Kept in %1</source>
        <translation>保存于 %1</translation>
    </message>
    <message>
        <source>that of the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>of all texts but those in files</source>
        <translation>所有文字的语言，文件内容除外</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>light or dark ground</source>
        <translation>浅色或深色背景</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>文字大小(&amp;S)</translation>
    </message>
    <message>
        <source>points more or less than the desktop&apos;s</source>
        <translation>比桌面字号大或小的磅数</translation>
    </message>
</context>
<context>
    <name>Teardown::Quantities</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::Reason</name>
    <message>
        <source>peer closed</source>
        <translation>对端关闭</translation>
    </message>
    <message>
        <source>peer closed, then reset</source>
        <translation>对端关闭后复位</translation>
    </message>
    <message>
        <source>peer reset</source>
        <translation>对端复位</translation>
    </message>
    <message>
        <source>local close</source>
        <translation>我方关闭</translation>
    </message>
    <message>
        <source>local reset</source>
        <translation>我方复位</translation>
    </message>
    <message>
        <source>read deadline</source>
        <translation>读取截止时间</translation>
    </message>
    <message>
        <source>write deadline</source>
        <translation>写入截止时间</translation>
    </message>
    <message>
        <source>idle timeout</source>
        <translation>空闲超时</translation>
    </message>
    <message>
        <source>heartbeat timeout</source>
        <translation>心跳超时</translation>
    </message>
    <message>
        <source>linger timeout</source>
        <translation>等待 FIN 超时</translation>
    </message>
    <message>
        <source>kernel timeout</source>
        <translation>内核超时</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>不可达</translation>
    </message>
    <message>
        <source>socket destroyed</source>
        <translation>套接字被销毁</translation>
    </message>
    <message>
        <source>protocol error</source>
        <translation>协议错误</translation>
    </message>
    <message>
        <source>rejected by a limit</source>
        <translation>因限额被拒</translation>
    </message>
    <message>
        <source>drained</source>
        <translation>优雅关闭</translation>
    </message>
    <message>
        <source>forced by the drain</source>
        <translation>优雅关闭时强制复位</translation>
    </message>
    <message>
        <source>connect refused</source>
        <translation>连接被拒</translation>
    </message>
    <message>
        <source>connect timeout</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>connect failed</source>
        <translation>连接失败</translation>
    </message>
    <message>
        <source>name not found</source>
        <translation>主机名未找到</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>Teardown::ReasonLessonPage</name>
    <message>
        <source>How to recognise it</source>
        <translation>怎样识别</translation>
    </message>
    <message>
        <source>Usual causes</source>
        <translation>常见原因</translation>
    </message>
    <message>
        <source>What to do in your program</source>
        <translation>在你的程序里该怎么做</translation>
    </message>
    <message>
        <source>The same in C, Go and Qt</source>
        <translation>用 C、Go 和 Qt 写出同样的内容</translation>
    </message>
    <message>
        <source>Try it in the lab</source>
        <translation>在实验室里试一试</translation>
    </message>
    <message>
        <source>No scenario of the lab shows this ending.</source>
        <translation>实验室里没有能重现这种结束的场景。</translation>
    </message>
    <message>
        <source>Show scenario %1: %2</source>
        <translation>打开场景 %1：%2</translation>
    </message>
</context>
<context>
    <name>Teardown::ReasonModel</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>&lt; 1 %</source>
        <translation>&lt; 1 %</translation>
    </message>
    <message>
        <source>&gt; 99 %</source>
        <translation>&gt; 99 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1: %2 connections, %3</source>
        <translation>%1：%2 个连接，%3</translation>
    </message>
</context>
<context>
    <name>Teardown::ReasonsPanel</name>
    <message>
        <source>Click a bar to see only the connections that ended for this reason. Click it again to see all.</source>
        <translation>单击一条，只看因该原因结束的连接。再次单击则显示全部。</translation>
    </message>
    <message>
        <source>Why connections ended</source>
        <translation>连接结束的原因</translation>
    </message>
    <message>
        <source>No connection has ended yet.

Each reason gets a bar here as soon as one does.</source>
        <translation>还没有连接结束。

一旦有连接结束，其原因就会在这里有一条。</translation>
    </message>
</context>
<context>
    <name>Teardown::Role</name>
    <message>
        <source>server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>client</source>
        <translation>客户端</translation>
    </message>
</context>
<context>
    <name>Teardown::Settings</name>
    <message>
        <source>Heartbeat interval</source>
        <translation>心跳间隔</translation>
    </message>
    <message>
        <source>a PING goes out after this much silence (service line)</source>
        <translation>静默这么久之后发出 PING（line 服务）</translation>
    </message>
    <message>
        <source>Heartbeat timeout</source>
        <translation>心跳超时</translation>
    </message>
    <message>
        <source>reset after this long without a sign of life; longer than the interval</source>
        <translation>这么久没有任何动静即复位；须长于间隔</translation>
    </message>
    <message>
        <source>Read deadline</source>
        <translation>读取截止时间</translation>
    </message>
    <message>
        <source>a request that has begun must be complete within this time</source>
        <translation>已开始的请求必须在此时间内完成</translation>
    </message>
    <message>
        <source>Write deadline</source>
        <translation>写入截止时间</translation>
    </message>
    <message>
        <source>the peer must acknowledge some of the unsent bytes within this time</source>
        <translation>对端必须在此时间内确认一部分未送达的字节</translation>
    </message>
    <message>
        <source>Idle timeout</source>
        <translation>空闲超时</translation>
    </message>
    <message>
        <source>reset when nothing was received or sent for this long</source>
        <translation>这么久没有收发任何数据即复位</translation>
    </message>
    <message>
        <source>Kernel keepalive</source>
        <translation>内核保活</translation>
    </message>
    <message>
        <source>the kernel probes after this much silence; rounded up to whole seconds</source>
        <translation>静默这么久之后由内核探测；向上取整到秒</translation>
    </message>
    <message>
        <source>Kernel user timeout</source>
        <translation>内核用户超时</translation>
    </message>
    <message>
        <source>the kernel gives up bytes that stay unacknowledged for this long</source>
        <translation>字节这么久未获确认，内核即放弃</translation>
    </message>
    <message>
        <source>Connect deadline</source>
        <translation>连接截止时间</translation>
    </message>
    <message>
        <source>a client must be connected within this time</source>
        <translation>客户端必须在此时间内连上</translation>
    </message>
    <message>
        <source>Linger, silent peer</source>
        <translation>等待 FIN（对端静默）</translation>
    </message>
    <message>
        <source>after our FIN, how long the peer may be silent before its own</source>
        <translation>我方发出 FIN 后，对端发出 FIN 之前最多可静默多久</translation>
    </message>
    <message>
        <source>Linger, in all</source>
        <translation>等待 FIN（总计）</translation>
    </message>
    <message>
        <source>after our FIN, how long the peer may take for its own in all</source>
        <translation>我方发出 FIN 后，最多总共等待对端的 FIN 多久</translation>
    </message>
    <message>
        <source>Drain deadline</source>
        <translation>优雅关闭截止时间</translation>
    </message>
    <message>
        <source>what a drain has not ended by then is reset; off: only on request</source>
        <translation>到此时间优雅关闭仍未结束的连接会被复位；off：仅在要求时</translation>
    </message>
    <message>
        <source>Connection limit</source>
        <translation>连接上限</translation>
    </message>
    <message>
        <source>more are turned away; capped by the limit of open files less 64</source>
        <translation>超出的会被拒绝；不超过可打开文件数减 64</translation>
    </message>
    <message>
        <source>Read buffer</source>
        <translation>读缓冲区</translation>
    </message>
    <message>
        <source>received and not yet processed, per connection</source>
        <translation>每个连接已收到但尚未处理的数据</translation>
    </message>
    <message>
        <source>Write limit</source>
        <translation>写入上限</translation>
    </message>
    <message>
        <source>queued for sending, per connection; reading pauses above it</source>
        <translation>每个连接排队待发的数据；超过即暂停读取</translation>
    </message>
    <message>
        <source>Longest line</source>
        <translation>最长行</translation>
    </message>
    <message>
        <source>a longer line is a protocol error (service line)</source>
        <translation>更长的行属于协议错误（line 服务）</translation>
    </message>
    <message>
        <source>I/O threads</source>
        <translation>I/O 线程</translation>
    </message>
    <message>
        <source>threads for the network; 0 means one less than there are cores</source>
        <translation>网络线程数；0 表示核心数减一</translation>
    </message>
    <message>
        <source>End gate</source>
        <translation>结束门</translation>
    </message>
    <message>
        <source>look at each end before Qt does; off shows what Qt alone would know</source>
        <translation>先于 Qt 查看每次结束；off 则显示单靠 Qt 所能知道的</translation>
    </message>
    <message>
        <source>Wait by epoll</source>
        <translation>用 epoll 等待</translation>
    </message>
    <message>
        <source>the I/O threads wait by epoll; off takes Qt&apos;s own event dispatcher</source>
        <translation>I/O 线程用 epoll 等待；off 则改用 Qt 自带的事件分发器</translation>
    </message>
</context>
<context>
    <name>Teardown::SettingsFields</name>
    <message>
        <source>Deadlines</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source>Waiting for the peer&apos;s FIN</source>
        <translation>等待对端的 FIN</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>Buffers</source>
        <translation>缓冲区</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Enter a time from %1 to %2, such as 250ms, 5s or 2m, or off.</source>
        <translation>请输入 %1 到 %2 的时间，例如 250ms、5s、2m，或 off。</translation>
    </message>
    <message>
        <source>Enter a size from %1 to %2, such as 4096, 64KiB or 1MiB.</source>
        <translation>请输入 %1 到 %2 的大小，例如 4096、64KiB 或 1MiB。</translation>
    </message>
    <message>
        <source>Enter a whole number from %1 to %2.</source>
        <translation>请输入 %1 到 %2 的整数。</translation>
    </message>
    <message>
        <source>Enter a time longer than the heartbeat interval.</source>
        <translation>请输入比心跳间隔更长的时间。</translation>
    </message>
</context>
<context>
    <name>Teardown::ShutdownPanel</name>
    <message>
        <source>%1 of %2 ended · in time %3 · forced %4 · lost %5</source>
        <translation>已结束 %1 / %2 · 按时 %3 · 强制 %4 · 丢失 %5</translation>
    </message>
    <message>
        <source>Shutdown</source>
        <translation>关闭进度</translation>
    </message>
    <message>
        <source>Connections ended</source>
        <translation>已结束的连接</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>服务中</translation>
    </message>
    <message>
        <source>Draining · nobody new is let in</source>
        <translation>优雅关闭中 · 不再接受新连接</translation>
    </message>
    <message>
        <source>Forcing · what is left is being reset</source>
        <translation>强制中 · 正在复位剩下的连接</translation>
    </message>
    <message>
        <source>Drained</source>
        <translation>优雅关闭完成</translation>
    </message>
    <message>
        <source>no deadline</source>
        <translation>无截止时间</translation>
    </message>
    <message>
        <source>forced in %1</source>
        <translation>%1 后强制</translation>
    </message>
    <message>
        <source>#%1 holds up: %2</source>
        <translation>#%1 仍未结束：%2</translation>
    </message>
    <message>
        <source>There was nothing to end.</source>
        <translation>没有需要结束的连接。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln still open</source>
        <translation>
            <numerusform>还有 %Ln 个未结束</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>另有 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) ended in time; %1 lost.</source>
        <translation>
            <numerusform>%Ln 个连接按时结束，丢失 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in time, %2 reset by us: %3. %4 lost.</source>
        <translation>%1 个按时结束，%2 个被我方复位：%3。丢失 %4。</translation>
    </message>
</context>
<context>
    <name>Teardown::StageBar</name>
    <message>
        <source>① Story</source>
        <translation>① 故事</translation>
    </message>
    <message>
        <source>② Predict</source>
        <translation>② 预测</translation>
    </message>
    <message>
        <source>③ Run</source>
        <translation>③ 运行</translation>
    </message>
    <message>
        <source>④ Compare</source>
        <translation>④ 对照</translation>
    </message>
    <message>
        <source>⑤ Lesson</source>
        <translation>⑤ 讲解</translation>
    </message>
</context>
<context>
    <name>Teardown::StateSightModel</name>
    <message>
        <source>Time (s)</source>
        <translation>时间 (s)</translation>
    </message>
    <message>
        <source>End</source>
        <translation>哪一端</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>How it came there</source>
        <translation>怎样到达</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>heading, value</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Teardown::States</name>
    <message>
        <source> → reset → </source>
        <translation> → 复位 → </translation>
    </message>
    <message>
        <source>first seen</source>
        <translation>首次看到</translation>
    </message>
    <message>
        <source>reset, abort or time-out</source>
        <translation>复位、中止或超时</translation>
    </message>
    <message>
        <source>not observed between</source>
        <translation>其间没有观察到</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 或 %2</translation>
    </message>
    <message>
        <source>%1: not observed</source>
        <translation>%1：没有观察到</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an end of a connection: its states</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Teardown::StatesPanel</name>
    <message>
        <source>Select a connection to see the states it was in.</source>
        <translation>选择一个连接，查看它经过了哪些状态。</translation>
    </message>
    <message>
        <source>No state of this connection was observed.</source>
        <translation>没有观察到这个连接的任何状态。</translation>
    </message>
    <message>
        <source>States observed</source>
        <translation>观察到的状态</translation>
    </message>
    <message>
        <source>State diagram</source>
        <translation>状态图</translation>
    </message>
</context>
<context>
    <name>Teardown::StatesView</name>
    <message>
        <source>State diagram</source>
        <translation>状态图</translation>
    </message>
</context>
<context>
    <name>Teardown::StatusLine</name>
    <message>
        <source>%1 open</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>%1 ended</source>
        <translation>已结束 %1</translation>
    </message>
    <message>
        <source>loop %1</source>
        <translation>循环 %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>journal %1 %</source>
        <translation>日志 %1 %</translation>
    </message>
    <message>
        <source>How full the memory for events is. %1 older events were let go.</source>
        <translation>事件存储的占用率。已舍弃较早的事件 %1 个。</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Figures of the whole program</source>
        <translation>整个程序的统计</translation>
    </message>
    <message>
        <source>Connections that live</source>
        <translation>活动的连接</translation>
    </message>
    <message>
        <source>Connections that have ended in this run</source>
        <translation>本次运行中已结束的连接</translation>
    </message>
    <message>
        <source>Bytes received and sent, over the last second</source>
        <translation>最近一秒收发的字节数</translation>
    </message>
    <message>
        <source>Whether the program serves or drains</source>
        <translation>程序正在服务还是优雅关闭</translation>
    </message>
    <message>
        <source>The longest delay of a network thread in the last second</source>
        <translation>最近一秒内网络线程的最长延迟</translation>
    </message>
</context>
<context>
    <name>Teardown::StepModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>参与者</translation>
    </message>
    <message>
        <source>Call and result</source>
        <translation>调用与结果</translation>
    </message>
    <message>
        <source>Client kernel</source>
        <translation>客户端内核</translation>
    </message>
    <message>
        <source>Server kernel</source>
        <translation>服务器内核</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>as expected</source>
        <translation>符合期望</translation>
    </message>
    <message>
        <source>Wire</source>
        <translation>线路</translation>
    </message>
</context>
<context>
    <name>Teardown::Summary</name>
    <message>
        <source>The peer reset the connection in the middle of an answer</source>
        <translation>对端在应答进行到一半时复位了连接</translation>
    </message>
    <message>
        <source>The peer reset the connection in the middle of a request</source>
        <translation>对端在请求进行到一半时复位了连接</translation>
    </message>
    <message>
        <source>The peer answered our FIN with a reset %1 after opening</source>
        <translation>连接建立 %1 后，对端以复位回应了我方的 FIN</translation>
    </message>
    <message>
        <source>The peer reset the connection %1 after opening</source>
        <translation>连接建立 %1 后，对端复位了连接</translation>
    </message>
    <message>
        <source>We stopped connecting on request after %1</source>
        <translation>尝试连接 %1 后，应要求停止连接</translation>
    </message>
    <message>
        <source>The drain stopped connecting after %1</source>
        <translation>尝试连接 %1 后，优雅关闭停止了连接</translation>
    </message>
    <message>
        <source>The peer closed in good order %1 after opening</source>
        <translation>连接建立 %1 后，对端有序关闭</translation>
    </message>
    <message>
        <source>The peer closed and then reset the connection %1 after opening</source>
        <translation>连接建立 %1 后，对端先关闭，随后复位了连接</translation>
    </message>
    <message>
        <source>We closed in good order on request %1 after opening</source>
        <translation>连接建立 %1 后，我方应要求有序关闭</translation>
    </message>
    <message>
        <source>We reset the connection on request %1 after opening</source>
        <translation>连接建立 %1 后，我方应要求复位了连接</translation>
    </message>
    <message>
        <source>We reset the connection %1 after opening because a request was not complete within the read deadline</source>
        <translation>连接建立 %1 后，我方复位了连接，因为请求未在读取截止时间内完成</translation>
    </message>
    <message>
        <source>We reset the connection %1 after opening because the peer took none of our bytes within the write deadline</source>
        <translation>连接建立 %1 后，我方复位了连接，因为对端在写入截止时间内没有收取任何字节</translation>
    </message>
    <message>
        <source>We reset the connection %1 after opening because nothing was received or sent within the idle timeout</source>
        <translation>连接建立 %1 后，我方复位了连接，因为在空闲超时内没有收发任何数据</translation>
    </message>
    <message>
        <source>We reset the connection %1 after opening because the peer gave no sign of life within the heartbeat timeout</source>
        <translation>连接建立 %1 后，我方复位了连接，因为对端在心跳超时内毫无动静</translation>
    </message>
    <message>
        <source>We reset the connection %1 after opening because the peer did not answer our FIN within the linger limits</source>
        <translation>连接建立 %1 后，我方复位了连接，因为对端未在时限内回应我方的 FIN</translation>
    </message>
    <message>
        <source>The kernel gave the connection up %1 after opening because the peer no longer answered</source>
        <translation>连接建立 %1 后，内核放弃了连接，因为对端不再应答</translation>
    </message>
    <message>
        <source>The kernel gave the connection up %1 after opening because the network could not reach the peer</source>
        <translation>连接建立 %1 后，内核放弃了连接，因为网络无法到达对端</translation>
    </message>
    <message>
        <source>An administrator of this machine reset the connection %1 after opening</source>
        <translation>连接建立 %1 后，本机管理员将其复位</translation>
    </message>
    <message>
        <source>We closed in good order %1 after opening because the peer broke the protocol</source>
        <translation>连接建立 %1 后，我方有序关闭，因为对端违反了协议</translation>
    </message>
    <message>
        <source>We reset the connection %1 after opening because a limit was reached</source>
        <translation>连接建立 %1 后，我方复位了连接，因为达到了限额</translation>
    </message>
    <message>
        <source>The drain closed the connection in good order %1 after opening</source>
        <translation>连接建立 %1 后，优雅关闭将其有序关闭</translation>
    </message>
    <message>
        <source>The drain reset the connection %1 after opening because it was not finished in time</source>
        <translation>连接建立 %1 后，优雅关闭将其复位，因为它未能及时完成</translation>
    </message>
    <message>
        <source>The connection was refused after %1</source>
        <translation>连接在 %1 后被拒绝</translation>
    </message>
    <message>
        <source>The connection was not opened because nobody answered for %1</source>
        <translation>连接未能建立，因为 %1 内无人应答</translation>
    </message>
    <message>
        <source>The connection could not be opened</source>
        <translation>连接未能建立</translation>
    </message>
    <message>
        <source>The connection could not be opened: %1</source>
        <translation>连接未能建立：%1</translation>
    </message>
    <message>
        <source>The connection was not opened because the host name was not found</source>
        <translation>连接未能建立，因为找不到主机名</translation>
    </message>
    <message>
        <source>The connection ended %1 after opening and nobody saw how</source>
        <translation>连接建立 %1 后结束，没有人看到是如何结束的</translation>
    </message>
    <message>
        <source>%1 of %2 sent never arrived and %3 received was never read</source>
        <translation>发送的 %2 中有 %1 从未到达，收到的 %3 从未被读取</translation>
    </message>
    <message>
        <source>%1 of %2 sent never arrived</source>
        <translation>发送的 %2 中有 %1 从未到达</translation>
    </message>
    <message>
        <source>a message was cut and %3 received was never read</source>
        <translation>有一条消息被截断，收到的 %3 从未被读取</translation>
    </message>
    <message>
        <source>everything sent was acknowledged, but a message was cut</source>
        <translation>发送的全部得到确认，但有一条消息被截断</translation>
    </message>
    <message>
        <source>nothing was sent and a message was cut</source>
        <translation>没有发送任何数据，有一条消息被截断</translation>
    </message>
    <message>
        <source>everything sent was acknowledged, but %3 received was never read</source>
        <translation>发送的全部得到确认，但收到的 %3 从未被读取</translation>
    </message>
    <message>
        <source>nothing was sent and %3 received was never read</source>
        <translation>没有发送任何数据，收到的 %3 从未被读取</translation>
    </message>
    <message>
        <source>nothing was sent</source>
        <translation>没有发送任何数据</translation>
    </message>
    <message>
        <source>what was lost is not known</source>
        <translation>不知道丢失了什么</translation>
    </message>
    <message>
        <source>everything sent was acknowledged</source>
        <translation>发送的全部得到确认</translation>
    </message>
    <message>
        <source>The other side said it was done (FIN) and got everything it was owed: the normal end.</source>
        <translation>对方表示发送完毕（FIN），并收到了应得的一切：这是正常的结束。</translation>
    </message>
    <message>
        <source>The other side said it was done (FIN), then refused what we still sent (RST).</source>
        <translation>对方表示发送完毕（FIN），随后拒收我方仍在发送的数据（RST）。</translation>
    </message>
    <message>
        <source>The other side dropped the connection at once (RST): on purpose, by a crash, or by closing with unread data.</source>
        <translation>对方立即断开了连接（RST）：可能是有意为之、程序崩溃，或关闭时仍有未读数据。</translation>
    </message>
    <message>
        <source>Somebody asked us to close: we sent everything, said FIN, and the other side agreed.</source>
        <translation>有人要求我方关闭：我方发完全部数据并发出 FIN，对方表示同意。</translation>
    </message>
    <message>
        <source>Somebody asked us to drop the connection at once: we sent RST and threw away what was left.</source>
        <translation>有人要求我方立即断开：我方发出 RST，丢弃了剩余的数据。</translation>
    </message>
    <message>
        <source>A request was begun but not completed in time, so we dropped the connection.</source>
        <translation>请求已开始但未及时完成，因此我方断开了连接。</translation>
    </message>
    <message>
        <source>The other side stopped taking what we sent, so we dropped the connection.</source>
        <translation>对方不再收取我方发送的数据，因此我方断开了连接。</translation>
    </message>
    <message>
        <source>Nothing was said on either side for too long, so we dropped the connection.</source>
        <translation>双方静默太久，因此我方断开了连接。</translation>
    </message>
    <message>
        <source>We asked for a sign of life (PING) and got none, so we dropped the connection.</source>
        <translation>我方发出 PING 询问，却毫无回应，因此断开了连接。</translation>
    </message>
    <message>
        <source>We said we were done (FIN), but the other side never did, so we dropped the connection.</source>
        <translation>我方表示发送完毕（FIN），对方却始终没有，因此我方断开了连接。</translation>
    </message>
    <message>
        <source>The operating system sent again and again without an answer and gave up (ETIMEDOUT).</source>
        <translation>操作系统一再重发而无人应答，最终放弃（ETIMEDOUT）。</translation>
    </message>
    <message>
        <source>The network reported that there is no way to the other side any more.</source>
        <translation>网络报告已无法到达对方。</translation>
    </message>
    <message>
        <source>Somebody with the right to do so took the socket away from the program; the kernel dropped the connection (RST).</source>
        <translation>有权限者从程序手中收走了套接字；内核随即丢弃了连接（RST）。</translation>
    </message>
    <message>
        <source>The other side sent something the protocol does not allow, so we closed in good order.</source>
        <translation>对方发送了协议不允许的内容，因此我方有序关闭。</translation>
    </message>
    <message>
        <source>A limit, such as the number of connections, was reached, so we turned the connection away.</source>
        <translation>达到了某个限额（例如连接数），因此我方拒绝了该连接。</translation>
    </message>
    <message>
        <source>We were shutting down: the connection was served to the end and closed in good order.</source>
        <translation>我方正在关闭：连接被服务到底，并有序关闭。</translation>
    </message>
    <message>
        <source>We were shutting down and the connection was not done in time, so we dropped it.</source>
        <translation>我方正在关闭，连接未及时完成，因此被断开。</translation>
    </message>
    <message>
        <source>The other machine is there, but nobody listens on that port.</source>
        <translation>对方机器存在，但没有程序监听该端口。</translation>
    </message>
    <message>
        <source>Nobody answered when we tried to connect: the other machine is down, or a firewall is silent.</source>
        <translation>尝试连接时无人应答：对方机器已关机，或防火墙不予回应。</translation>
    </message>
    <message>
        <source>The connection could not be opened, for example because there is no route to the other machine.</source>
        <translation>连接未能建立，例如没有通往对方机器的路由。</translation>
    </message>
    <message>
        <source>The name of the other machine has no address.</source>
        <translation>对方机器的名称没有对应的地址。</translation>
    </message>
    <message>
        <source>There is no evidence of how it ended, and we do not guess.</source>
        <translation>没有证据表明它如何结束，我们不作猜测。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <translation>%1；%2。</translation>
    </message>
</context>
<context>
    <name>Teardown::Timeline</name>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>as expected</source>
        <translation>符合期望</translation>
    </message>
    <message>
        <source>%1 · %2: %3 · client kernel %4 · server kernel %5</source>
        <translation>%1 · %2：%3 · 客户端内核 %4 · 服务器内核 %5</translation>
    </message>
    <message>
        <source>client program</source>
        <translation>客户端程序</translation>
    </message>
    <message>
        <source>client kernel</source>
        <translation>客户端内核</translation>
    </message>
    <message>
        <source>wire</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>中间人</translation>
    </message>
    <message>
        <source>server kernel</source>
        <translation>服务器内核</translation>
    </message>
    <message>
        <source>server program</source>
        <translation>服务器程序</translation>
    </message>
    <message>
        <source>Not captured. %1</source>
        <translation>未捕获。%1</translation>
    </message>
    <message>
        <source>Every step of the run will stand here: its call, the states of both kernels, and the segments on the wire.</source>
        <translation>运行的每一步都会列在这里：调用、两端内核的状态，以及线路上的报文段。</translation>
    </message>
    <message>
        <source>Time runs downwards, from the start of the run; 1 ms is 2 pixels and a step at least its lines. A zigzag cuts out a wait; its length stands beside it. An arrow is a segment, in the order they were sent.</source>
        <translation>时间从运行开始向下走；1 毫秒为 2 像素，每一步至少占它的文字行。锯齿线表示省略了一段等待，旁边写着它的长度。每个箭头是一个报文段，按发送的先后排列。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>%1 · wire, %2 → %3: %4, %5, window %6</source>
        <translation>%1 · 线路，%2 → %3：%4，%5，窗口 %6</translation>
    </message>
    <message numerus="yes">
        <source>%n segments were lost by the capture</source>
        <translation>
            <numerusform>捕获丢失了 %n 个报文段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · wire: %n more segments of data and acknowledgments, %2 in all</source>
        <translation>
            <numerusform>%1 · 线路：还有 %n 个数据和确认报文段，共 %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teardown::What</name>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>connecting failed</source>
        <translation>连接失败</translation>
    </message>
    <message>
        <source>name looked up</source>
        <translation>已查询主机名</translation>
    </message>
    <message>
        <source>request begun</source>
        <translation>请求开始</translation>
    </message>
    <message>
        <source>request done</source>
        <translation>请求完成</translation>
    </message>
    <message>
        <source>answer cut off</source>
        <translation>应答被截断</translation>
    </message>
    <message>
        <source>ping sent</source>
        <translation>已发送 PING</translation>
    </message>
    <message>
        <source>bad input</source>
        <translation>错误的输入</translation>
    </message>
    <message>
        <source>we decided to end it</source>
        <translation>我方决定结束</translation>
    </message>
    <message>
        <source>deadline passed</source>
        <translation>截止时间已过</translation>
    </message>
    <message>
        <source>FIN sent</source>
        <translation>已发送 FIN</translation>
    </message>
    <message>
        <source>FIN received</source>
        <translation>收到 FIN</translation>
    </message>
    <message>
        <source>RST received</source>
        <translation>收到 RST</translation>
    </message>
    <message>
        <source>RST sent</source>
        <translation>已发送 RST</translation>
    </message>
    <message>
        <source>kernel error</source>
        <translation>内核错误</translation>
    </message>
    <message>
        <source>everything acknowledged</source>
        <translation>全部得到确认</translation>
    </message>
    <message>
        <source>late input thrown away</source>
        <translation>迟到的输入被丢弃</translation>
    </message>
    <message>
        <source>socket closed</source>
        <translation>套接字已关闭</translation>
    </message>
    <message>
        <source>Qt reported an error</source>
        <translation>Qt 报告错误</translation>
    </message>
    <message>
        <source>end gate missing</source>
        <translation>缺少结束门</translation>
    </message>
    <message>
        <source>half close</source>
        <translation>半关闭</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln address(es)</source>
        <translation>
            <numerusform>%1：%Ln 个地址</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>丢失 %1</translation>
    </message>
</context>
<context>
    <name>Teardown::Wire</name>
    <message>
        <source>FIN</source>
        <translation>FIN</translation>
    </message>
    <message>
        <source>RST</source>
        <translation>RST</translation>
    </message>
    <message>
        <source>FIN, then RST</source>
        <translation>FIN 后 RST</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
</TS>
