"""共同申请人本人答复: whoever was named reads the application, and says whether it applies, too.

It reads that and who has applied, and nothing else of the file before it agrees (ARL 14, 22).
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any
from uuid import UUID

from starlette.responses import Response

from shared.errors import Unknown
from shared.frame import Form, page_router
from shared.party.acting import receipt_of, shown
from shared.party.asked_along import HERE, door_of
from shared.party.co_applicants import ANSWER
from shared.party.session import PartyDep, PartyPage
from shared.problem.model import Problem

router = page_router()


@router.get(f"{HERE}/{{case_id}}")
async def asked_form(case_id: UUID, party: PartyDep) -> Response:
    """请本人确认的申请书 (ARL 14, 22)."""
    return await _form(party, case_id, party.typed)


@router.post(f"{HERE}/{{case_id}}")
async def answer_along(case_id: UUID, party: PartyDep) -> Response:
    """本人答复：一起申请，或者不申请 (ARL 14, 22)."""
    form = await party.form()
    body, version = ANSWER.body(form, party.session), form.get("version")
    # Of several with one telephone, whoever this page of the file asks is whom the form named.
    person_id = (await _asked(party, case_id))["person_id"]
    said = {**body, "person_id": person_id}
    answer = await party.post(door_of(case_id), said, if_match=version)
    if answer.problem:
        return await _form(party, case_id, form, answer.problem)
    if body["agrees"]:
        return receipt_of(party, answer, ANSWER.done)
    # Whoever is no party of the dispute has nothing to read in it any more.
    after = "/party/case" if party.session.whole else "/party"
    return party.go(after, told="已经记下：您不一起申请")


async def _form(
    party: PartyPage, case_id: UUID, typed: Form, problem: Problem | None = None
) -> Response:
    """What is asked, with the application."""
    said = await _asked(party, case_id)
    called = {
        "name": said["name"],
        "applicants": "、".join(said["applicants"]),
        "respondent": _organ(party, said["respondent"]),
    }
    return shown(
        party,
        replace(ANSWER, says=ANSWER.says.format(**called)),
        f"{HERE}/{case_id}",
        typed=typed,
        version=said["version"],
        problem=problem,
        words=said["text"],
    )


async def _asked(party: PartyPage, case_id: UUID) -> Mapping[str, Any]:
    """What the door has to read.

    Raises:
        Unknown: Nothing is asked of this party, or no more.
    """
    answer = await party.get(door_of(case_id))
    if not answer.ok:
        raise Unknown("没有请您确认的申请，或者已经答复、已经受理")
    said: Mapping[str, Any] = answer.body
    return said


def _organ(party: PartyPage, code: str) -> str:
    with suppress(LookupError):
        return party.page.hub.directory.organ(code).name
    return code
