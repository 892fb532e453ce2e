"""分流: which road a dispute takes, and the whistle that calls the departments to it.

Triage hears a registered dispute and answers with a road and the rule that chose it, by the rule
book 规则簿 in force, which the city drafts, rehearses and approves (RULES 50 to 54). A statutory
road is told with the date until which it is open; everything else is settled by the departments
that the centre's whistle calls (PLAN 23, RULES 6 to 13). Neither stops a period of the law.
"""
