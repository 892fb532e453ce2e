"""Asks a question of the law desk, as anyone would: facts in the form of JSON."""

from datetime import date
from typing import Any

from shared.directory import load
from shared.law.calendar import CALENDAR
from shared.lawdesk import Answer, Question, Setting

DIRECTORY = load()


def ask(question: Question[Any], today: str = "2026-11-23", **facts: object) -> Answer:
    """The answer on that day; `facts` are read as they come from outside."""
    setting = Setting(today=date.fromisoformat(today), calendar=CALENDAR, directory=DIRECTORY)
    answer = question.answer(question.facts.model_validate(facts), setting)
    assert answer.result in question.results, answer.result
    return answer


def cited(answer: Answer) -> list[str]:
    """Codes of the provisions that the answer rests on."""
    return [article.code for article in answer.articles]


def last_days(answer: Answer) -> dict[str, str]:
    """Last day of each proof, by the article that sets the period."""
    return {each.article.code: each.reckoning.last_day.isoformat() for each in answer.proofs}
