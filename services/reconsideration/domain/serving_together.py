"""一并送达: all who are left are served in one manner, each with a record of its own (CPL 87).

Whoever a public notice runs for is not among them: its period is that of CPL 95, and whoever is
found meanwhile is served by itself.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.decision import check_service
from services.reconsideration.domain.serving import (
    Serving,
    announced_to,
    unserved,
    unserved_organs,
)
from shared.contracts.reconsideration import Standing
from shared.contracts.service import Manner
from shared.law.article import ARL, CPL
from shared.law.procedure import Refused


def each_left(
    case: Case,
    manner: Manner,
    served_on: date,
    persons: Mapping[UUID, date] | None = None,
    joint: Mapping[str, date] | None = None,
    *,
    condition_met: bool = False,
) -> list[Serving]:
    """What is recorded of each who is still to be served, in the order of the days (ARL 75, 88).

    Args:
        case: The case, decided.
        manner: In which all of them were served.
        served_on: The day of the respondent named first.
        persons: The day of each applicant and third person; the same day if not said.
        joint: The day of each other joint respondent, likewise.
        condition_met: What the manner also asks for was there for each of them.

    Raises:
        Refused: Nobody is left, somebody is left out, a public notice runs for one of them, the
            manner is a public notice, or who was served by itself was so on another day.
    """
    known = {who: on for who, on in case.served_days.items() if who}
    same = dict.fromkeys(case.addressees, served_on)
    people = {**known, **persons} if persons else {**same, **known}
    other = dict.fromkeys(case.respondents[1:], served_on)
    organs = {**other, **case.served_organs, **(joint or {})}
    check_service(case, served_on, people, organs)
    said: dict[str, Any] = {"manner": manner, "condition_met": condition_met}
    left = [
        _on(case, one, shown_on=people[one] if one else served_on, **said) for one in unserved(case)
    ]
    left += [_on(case, None, one, shown_on=organs[one], **said) for one in unserved_organs(case)]
    if not left:
        raise Refused("决定书已经送达每一方", ARL[75].par(2))
    if manner is Manner.NOTICE or any(announced_to(case, one.person_id) for one in left):
        raise Refused("公告送达的，公告期满才视为送达，逐一记载，不一并送达", CPL[95].par(1))
    return sorted(left, key=lambda one: one.shown_on)


def _on(
    case: Case,
    person_id: UUID | None,
    organ: str | None = None,
    **said: Any,  # noqa: ANN401 - the other fields
) -> Serving:
    """Of a person, or of a respondent where it is none."""
    standing = Standing.RESPONDENT
    if person_id:
        standing = Standing.APPLICANT if person_id in case.applicants else Standing.THIRD
    return Serving(standing=standing, person_id=person_id, organ=organ, **said)
