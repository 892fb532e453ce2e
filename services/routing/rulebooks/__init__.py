"""规则簿的管理: rule books are drafted, rehearsed, approved by a second person, withdrawn.

Which one is in force on a day stands in `hub.edition`, and `services.routing.rulebook` finds it.
Here are the acts on their files, their rehearsal on past disputes, and the explanation of a road.
"""
