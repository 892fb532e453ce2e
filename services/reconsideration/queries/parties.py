"""What a case and a party are called on a list that names nobody: by number, by their place."""

import json
from typing import Final
from uuid import UUID

from shared.work import Hub

NUMBER: Final = "SELECT labels ->> 'number' FROM hub.file WHERE case_id = $1"

OF_CASE: Final = """
  o.applicants AS applicants, o.participants -> 'third_persons' AS third_persons"""
"""What `called` needs, of a case `o`."""


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
