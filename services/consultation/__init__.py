"""Consultation 咨询 of the reconsideration committee 行政复议委员会 (ARL 52; ARR2026 50 to 52).

A file opens when a reconsideration body asks; a panel of the committee is seated and gives its
opinion, which the body must put on its own file and weigh. The office decides nothing itself.
"""
