"""办案事项: how an application is conducted between its receipt and the decision (ARL 15 to 60).

Each function answers one matter with a `Ruling`. A fact on which a power rests must be told, else
the matter is unclear; an exception that nobody tells is not there.
"""
