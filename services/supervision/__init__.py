"""履行监督: whether what was decided, agreed or ruled is performed, and who keeps silent.

It answers itself for papers of reconsideration: a respondent who does not perform is ordered to,
and its official may be interviewed (ARL 77, 83). What mediators and adjudicating organs watch
(PML 31, PLAN 25) it follows by their findings. Silence under a whistle or past an office's own
time raises an alert (RULES 14); a supervisor may press on a case (RULES 64, 65).
"""
