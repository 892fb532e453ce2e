"""Acts whose time to apply is asked of the law desk."""

from services.reconsideration.lawdesk.filing import QUESTION
from shared.lawdesk import Answer
from tests.lawdesk.reconsidering import ask


def until(**facts: object) -> str | None:
    """最后一日."""
    last = ask(QUESTION, **facts).values["last_day"]
    return None if last is None else str(last)


def signed(on: str, **facts: object) -> Answer:
    return ask(QUESTION, served="direct", served_on=on, **facts)
