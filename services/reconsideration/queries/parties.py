"""What a case and a party are called on a list that names nobody; what runs of it (ARL 78)."""

import json
from typing import Final
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.store import AFTERMATHS, aftermath_of
from shared.errors import Unknown
from shared.work import Hub

NUMBER: Final = "SELECT labels ->> 'number' FROM hub.file WHERE case_id = $1"

OF_CASE: Final = """
  o.applicants AS applicants, o.participants -> 'third_persons' AS third_persons"""
"""What `called` needs, of a case `o`."""

ASKED: Final = """
  coalesce((b.debt ->> 'urgent')::boolean, false) AS urgent, b.debt ->> 'ask_until' AS ask_until,
  b.debt ->> 'court_refusal' AS refused"""
"""What the steps at the court hang on, of a debt `b` (COERCION 58, 59)."""

RUNS: Final = """
  d.subject = b.debt ->> 'person_id' AND CASE b.debt ->> 'stand'
    WHEN 'enforcement_applied' THEN d.name = 'enforce_at_once'
    WHEN 'court_refused' THEN d.name = 'court_above' AND d.ended IS NULL
      OR d.name = 'apply_again' AND (d.ended IS NULL OR d.ended = 'lapsed')
    ELSE d.name = 'enforce_party' END"""
"""Which period `d` of a debt `b` its organ looks at: its own, or that of the court it asked."""

FIRST: Final = "ORDER BY d.opened DESC, d.ended IS NOT NULL, d.until LIMIT 1"
"""Of what the newest page opened, what runs and is over first."""

LATE: Final = """(b.debt ->> 'lapsed_on' IS NOT NULL AND CASE b.debt ->> 'stand'
    WHEN 'enforcement_applied' THEN false
    WHEN 'court_refused' THEN b.debt ->> 'court_refusal' = 'not_accepted' ELSE true END)"""
"""Whether the three months went by while a court could still be asked (COERCION 53, 56)."""


async def heirless_now(hub: Hub, case: Case) -> tuple[UUID, ...]:
    """无承受人 of a case at its end: as what follows it has it, and as the case while nothing does.

    Raises:
        Away: The database does not answer.
    """
    try:
        file, _ = await hub.read(AFTERMATHS, aftermath_of(case.case_id))
    except Unknown:
        return case.participants.heirless
    return file.heirless if file.opened_on else case.participants.heirless


async def number_of(hub: Hub, dispute_id: UUID) -> str:
    """纠纷编号; empty where it has none."""
    return await hub.pool.fetchval(NUMBER, dispute_id) or ""


def called(person_id: str, applicants: str | None, third_persons: str | None) -> str:
    """申请人 or 第三人, with its place where there are several; empty where it is neither."""
    thirds = [one["person_id"] for one in json.loads(third_persons or "[]")]
    for side, persons in (("申请人", json.loads(applicants or "[]")), ("第三人", thirds)):
        if person_id in persons:
            return side if len(persons) == 1 else f"{side}第{persons.index(person_id) + 1}名"
    return ""
