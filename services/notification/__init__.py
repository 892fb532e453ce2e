"""通知: who is told of what, in the page and, by adapter, out of the house.

It serves RULES 75: a notice tells an organ and a role what came to them, what they owe and until
when. It is no service 送达 and moves no period. It hears what the offices record, keeps no files of
its own, and sends by mail and by the city's message gateway what an organ has an address for.
"""
