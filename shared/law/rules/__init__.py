"""本市规则, the register of the hub's own rules: what the law leaves open and the city has set.

A table cites a rule as `RULES[4]`; only numbers that stand here are cited. A rule fills in what a
provision leaves open and never moves a period of the law. `docs/rules.md` is made from it.

Each subject has a file. To add a rule, write its `Rule(…)` into the file of its subject, in order
of number, under a number that no file has; `RULES` in `shared.law.article` counts up to the
highest. Numbers are never used again; what is between the groups is kept for more of them.
"""

from typing import Final

from shared.law.rules.adjudication import ADJUDICATION
from shared.law.rules.aftermath import AFTERMATH
from shared.law.rules.application import APPLICATION
from shared.law.rules.common import COMMON
from shared.law.rules.consultation import CONSULTATION
from shared.law.rules.decision import DECISION
from shared.law.rules.examination import EXAMINATION
from shared.law.rules.intake import INTAKE
from shared.law.rules.mediation import MEDIATION
from shared.law.rules.routing import ROUTING
from shared.law.rules.supervision import SUPERVISION
from shared.law.rules.whistles import WHISTLES

_SUBJECTS: Final = (
    *(INTAKE, ROUTING, WHISTLES, MEDIATION, ADJUDICATION),
    *(APPLICATION, EXAMINATION, DECISION, AFTERMATH, CONSULTATION),
    *(SUPERVISION, COMMON),
)

REGISTER: Final = tuple(
    sorted((rule for subject in _SUBJECTS for rule in subject), key=lambda rule: rule.number)
)
"""Every rule of every subject, by its number."""
