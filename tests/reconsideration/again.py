"""The same applicant and the same act again: files of before, and what comes in (ARL 30)."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from services.reconsideration.domain.application import act_of
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary import State
from tests.reconsideration.accepting import SAID
from tests.reconsideration.makers import Walk, accepted, day, received
from tests.reconsideration.test_routes import APPLICATION, OFFICER, Door

NUMBERED = {**APPLICATION, "manner": "in_person", "act_number": "甘综执罚字〔2026〕12号"}
AGAIN = {**NUMBERED, "received_on": "2026-03-16"}

EARLIER, TODAY = UUID(int=88), day("2026-09-28")


def earlier(state: State, act: str = "甘综执罚字〔2026〕12号", **fields: object) -> Case:
    """An earlier file of the applicant about an act with a number."""
    known = act_of(replace(SAID, act_number=act))
    return accepted().but(case_id=EARLIER, state=state, act_id=known, **fields)


def applied(on: str, *applicants: UUID) -> Walk:
    """An application against the same act."""
    said = {"act_id": earlier(State.ACCEPTED).act_id, "learnt_on": day(on)}
    return received(on, **said, **({"applicants": applicants} if applicants else {}))


async def taken(door: Door, **said: object) -> tuple[str, list[dict[str, Any]]]:
    """Where an application stands once it is received, and what was told of earlier ones."""
    answer = await door.post("/reconsiderations", OFFICER, **{**NUMBERED, **said})
    assert answer.status_code == 201, answer.text
    return f"/reconsiderations/{answer.json()['case_id']}", answer.json()["earlier"]


async def done(door: Door, path: str, **said: object) -> dict[str, Any]:
    answer = await door.post(path, OFFICER, **said)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def no(door: Door, path: str, **said: object) -> str:
    """The article by which an act is refused."""
    answer = await door.post(path, OFFICER, **said)
    assert answer.status_code == 409, answer.text
    return str(answer.json()["article"]["code"])
