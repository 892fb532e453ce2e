"""Asks about one matter of conduct, and reads what was answered."""

from services.reconsideration.lawdesk.conduct import QUESTION
from shared.lawdesk import Answer
from tests.lawdesk.reconsidering import ask

OLD, NEW = "2026-06-30", "2026-07-01"
"""The last day of the regulation of 2007 and the first of that of 2026."""


def conduct(topic: str, on: str = NEW, **facts: object) -> Answer:
    """The answer on a step of that day."""
    return ask(QUESTION, topic=topic, on=on, **facts)


def found(answer: Answer, article: str) -> list[bool | None]:
    """What is found of every reason that rests on that provision."""
    return [r.met for r in answer.reasons if r.article and r.article.code == article]


def says(answer: Answer) -> str:
    """The reasons in one text."""
    return "；".join(each.text for each in answer.reasons)


def dated(answer: Answer) -> dict[str, str]:
    """Last day of each period, by its term."""
    return {each.term: each.reckoning.last_day.isoformat() for each in answer.proofs}
