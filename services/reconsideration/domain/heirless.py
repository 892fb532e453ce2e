"""送达不能、无承受人: a party that is no more, and whose place nobody takes (RULES 145).

Of an applicant of a case on hand the law itself says what follows: for it, or for all, the case
ends (ARL 41). What it leaves open is a third person at any time, and anybody once it is decided.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary import State
from services.reconsideration.domain.serving import KNOWN, announced_to, someone_waits
from services.reconsideration.domain.serving_again import told_again
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.aftermath import Conclusion
from shared.contracts.reconsideration.heirless import AddresseeFound, AddresseeGone, Ending
from shared.law.article import ARL, RULES
from shared.law.procedure import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """Who is no more, since when, and why nobody takes its place, as it is recorded."""

    person_id: UUID
    ending: Ending
    gone_on: date


def record(case: Case, head: Head, said: Lost, basis_id: UUID) -> AddresseeGone:
    """记载无承受人不再送达, until the decision is delivered (ARL 16, 75; RULES 145).

    Raises:
        Refused: It is no party that waits for the decision, an applicant of a case on hand, was
            served before, or the day lies in time to come.
    """
    _refuse_recorded(said, case.participants.heirless, head)
    if said.person_id not in case.addressees:
        raise Refused("不是本案应当送达的申请人、第三人", ARL[75].par(2))
    standing = _standing(case, said.person_id)
    if standing is Standing.APPLICANT and case.state is not State.DECIDED:
        says = "审理中的申请人没有承受人的，对其终止行政复议；全体申请人如此的，终止本案"
        raise Refused(says, ARL[41].par(item=2 if said.ending is Ending.DIED else 3))
    if said.person_id in case.served_days:
        raise Refused("决定书已经向其送达", ARL[75].par(2))
    there = case.participants
    left = replace(there, heirless=(*there.heirless, said.person_id))
    waits = someone_waits(replace(case, participants=left))
    return _gone(head, said, standing, basis_id, others_unserved=waits)


def find(case: Case, head: Head, person_id: UUID, reason_id: UUID) -> AddresseeFound:
    """撤销无承受人的记载: it is served after all, or its successor is (RULES 145).

    Raises:
        Refused: Nothing of the kind is recorded.
    """
    _refuse_unrecorded(person_id, case.participants.heirless)
    notice = announced_to(case, person_id)
    return AddresseeFound(
        head=head,
        person_id=person_id,
        standing=_standing(case, person_id),
        reason_id=reason_id,
        alone_unserved=notice is None and not someone_waits(case),
        announced=notice is not None,
        served_on=notice.served_on if notice and notice.served_on > head.on else None,
    )


def record_after(
    file: Aftermath, case: Case, head: Head, said: Lost, basis_id: UUID
) -> AddresseeGone:
    """The same of whoever waits for a refusal, or for a paper after the end (ARL 34; RULES 145).

    Raises:
        Refused: It is no party of the case, has the refusal, or the day lies in time to come.
    """
    _refuse_recorded(said, file.heirless, head)
    parties = case.applicants if _declined(file) else everybody(case)
    if said.person_id not in parties:
        raise Refused("不是本案的申请人、第三人", ARL[75].par(2))
    if _declined(file) and said.person_id not in file.refusal_for:
        raise Refused("已经向其送达不予受理决定书，或者不再送达", ARL[34])
    rest = tuple(one for one in file.refusal_for if one != said.person_id)
    standing = _standing(case, said.person_id)
    return _gone(head, said, standing, basis_id, rest, others_unserved=bool(rest))


def find_after(
    file: Aftermath, case: Case, head: Head, person_id: UUID, reason_id: UUID
) -> AddresseeFound:
    """撤销 what was recorded, in the case or since: the refusal, if any, is owed again (RULES 145).

    Raises:
        Refused: Nothing of the kind is recorded.
    """
    _refuse_unrecorded(person_id, file.heirless)
    return AddresseeFound(
        head=head,
        person_id=person_id,
        standing=_standing(case, person_id),
        reason_id=reason_id,
        refusal_for=(person_id,) if file.owes_refusal and not file.refusal_for else (),
    )


def at_last(file: Aftermath, case: Case, person_id: UUID | None) -> dict[str, Any]:
    """What the service on a party says of the decision, once it was found after the end.

    Whether it has it for the first time, and by what it may sue over it (ALL 45; RULES 145).
    """
    served = {one.person_id for one in file.remedies}
    never = person_id in case.participants.heirless and person_id not in served
    return {"never_before": never, **told_again(case)}


def since_the_end(case: Case, heirless: Collection[UUID]) -> Case:
    """The case with who is no more as its file of what follows has it (ARL 17; RULES 145).

    Nothing moves a closed file: who was found after the end, and who acts for it, may receive
    papers and reads on what it was granted before, and who was lost since does not.
    """
    there = replace(case.participants, heirless=tuple(heirless))
    return replace(case, participants=there)


def everybody(case: Case) -> tuple[UUID, ...]:
    """Every party with who is no more: after the end the file of what follows says who that is."""
    return (*case.applicants, *case.participants.every_third)


def _declined(file: Aftermath) -> bool:
    return file.conclusion is Conclusion.DECLINED


def _standing(case: Case, person_id: UUID) -> Standing:
    return Standing.APPLICANT if person_id in case.applicants else Standing.THIRD


def _refuse_recorded(said: Lost, known: Collection[UUID], head: Head) -> None:
    if said.person_id in known:
        raise Refused(KNOWN, RULES[145])
    if said.gone_on > head.on:
        raise Refused("死亡、终止之日不得晚于记载之日", RULES[145])


def _refuse_unrecorded(person_id: UUID, known: Collection[UUID]) -> None:
    if person_id not in known:
        raise Refused("没有记载其无承受人", RULES[145])


def _gone(
    head: Head,
    said: Lost,
    standing: Standing,
    basis_id: UUID,
    unserved: tuple[UUID, ...] = (),
    *,
    others_unserved: bool,
) -> AddresseeGone:
    return AddresseeGone(
        head=head,
        person_id=said.person_id,
        standing=standing,
        ending=said.ending,
        gone_on=said.gone_on,
        basis_id=basis_id,
        unserved=unserved,
        others_unserved=others_unserved,
    )
