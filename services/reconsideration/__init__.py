"""Administrative reconsideration 行政复议 in both procedures (ARL chapters 2 to 5).

A file opens on the party's own application, one for each act complained of (ARL 22), and is closed
when the decision has been served: what follows has a file beside it (RULES 90), and whether it is
performed is watched by supervision (ARL 77).
The Regulation for its implementation is cited in the edition of the day of each step.
"""
