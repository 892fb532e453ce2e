"""公开决定书: what is public, without the persons in the case; or that it is not (ARL 79)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from services.reconsideration.commands.aftermath import paper, turn
from services.reconsideration.commands.leaving_out import must_be_left_out
from services.reconsideration.domain import publishing as acts
from services.reconsideration.domain.aftermath import Aftermath
from shared.people import Person
from shared.work import Work


def publish(
    work: Work,
    case_id: UUID,
    *,
    people: Sequence[Person],
    text: str,
    homonyms: bool,
    by: str,
    on: date | None = None,
) -> Aftermath:
    """公开决定书; `text` is what is public, without these people (ARL 79; RULES 49)."""
    file, head = turn(work, case_id, by, on)
    must_be_left_out(text, people, others=homonyms)
    text_id = paper(work, file, "public_decision", text)
    return work.record(file, acts.publish(file, head, text_id, homonyms=homonyms))


def withhold(
    work: Work, case_id: UUID, *, reason: str, by: str, on: date | None = None
) -> Aftermath:
    """决定书不予公开 (ARL 79)."""
    file, head = turn(work, case_id, by, on)
    reason_id = paper(work, file, "withholding", reason)
    return work.record(file, acts.withhold(file, head, reason_id))
