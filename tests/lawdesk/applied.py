"""Applications to ask the law desk about, good in all but what a test is about."""

from services.reconsideration.lawdesk.admissibility import QUESTION
from shared.lawdesk import Answer
from tests.lawdesk.reconsidering import ask

BEFORE, SINCE = "2026-06-30", "2026-07-01"
GOOD = {
    "act": "penalty",
    "served": "direct",
    "interest": "addressee",
    "request_clear": True,
    "respondent": "620702-shijian",
    "authority": "620702-government",
}
"""An application in order, against the district's market supervision, at the district."""


def filed(on: str = "2026-09-21", **facts: object) -> Answer:
    """As `GOOD`, about an act of three weeks before, received on that day."""
    served_on = "2026-06-08" if on < "2026-08-01" else "2026-08-31"
    return ask(QUESTION, **{**GOOD, "served_on": served_on, "filed_on": on, **facts})


def last_day(answer: Answer, term: str) -> str:
    return next(p.reckoning.last_day.isoformat() for p in answer.proofs if p.term == term)


def unmet(answer: Answer) -> list[str]:
    return [name for name, met in answer.values["conditions"].items() if met is False]
