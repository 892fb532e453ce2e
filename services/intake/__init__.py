"""登记: windows, hotline and online take disputes in, each gets its number 纠纷编号.

Any window takes any dispute, also another county's, and answers for it first (一窗受理, 异地代收,
首问负责). What comes in again is counted on the first dispute 重复件; whoever brought a dispute may
take it back 撤回. It serves RULES 1 to 3 and item 23 of the city's plan (PLAN 23).
"""
