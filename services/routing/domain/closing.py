"""办结: a whistle ends by a callback, by the centre, or goes up (RULES 12, 19, 36 to 39)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from services.routing.domain.convening import must_have_come
from services.routing.domain.times import Times
from services.routing.domain.whistle import State
from services.routing.domain.whistle_case import Whistle
from shared.contracts.fact import Head
from shared.contracts.intake import Side
from shared.contracts.routing import (
    CalledBack,
    Chair,
    Finding,
    JointMeetingHeld,
    JointPlanMade,
    ReturnReason,
    Road,
    Rung,
    WhistleClosed,
    WhistleEnd,
    WhistleRaised,
    WhistleReopened,
    WhistleReturned,
)
from shared.errors import Malformed
from shared.law.article import RULES
from shared.law.procedure import Refused


@dataclass(frozen=True, slots=True)
class Said:
    """回访结果: what came of a callback."""

    reached: bool
    solved: bool | None = None
    satisfied: bool | None = None
    again: Sequence[str] | None = None
    """Who of those that assist must act again, if it is not good; None for all who answered."""

    def __post_init__(self) -> None:
        told = (self.solved, self.satisfied)
        if self.reached and None in told:
            raise Malformed("联系到当事人的，应当记明是否解决、是否满意", "solved")
        if not self.reached and told != (None, None):
            raise Malformed("没有联系到当事人的，不得记载是否解决、是否满意", "solved")
        if self.again is not None and (self.good or not self.reached):
            raise Malformed("只有当事人不满意的，才再次召集协办部门", "again")

    @property
    def good(self) -> bool:
        """Whether it is solved and they are satisfied."""
        return bool(self.solved and self.satisfied)


def answer_oneself(said: Said, own: frozenset[Side]) -> None:
    """当事人自己答复回访: it is reached by answering; who acts again the centre says (RULES 36).

    Args:
        said: What it says.
        own: The sides that it is the whole of.

    Raises:
        Refused: It did not bring the dispute, or is one of several who did.
        Malformed: It says that it was not reached, or whom to call again.
    """
    if Side.APPLICANT not in own:
        raise Refused("回访由提出纠纷的当事人答复；有数人的，由综治中心逐一回访", RULES[36])
    if not said.reached or said.again is not None:
        raise Malformed("当事人自己答复的，只说是否解决、是否满意", "reached")


def call_back(
    whistle: Whistle, said: Said, note_id: UUID | None, again: str | None, *, head: Head
) -> CalledBack:
    """回访; where nobody was reached, with as much time again for another day (RULES 36).

    Args:
        whistle: The whistle.
        said: What came of it.
        note_id: Document with what was said.
        again: Period that is added if nobody was reached; None of the last attempt.
        head: Head of the page.

    Raises:
        Refused: Nobody was reached earlier that day: another attempt is one of another day.
    """
    if not said.reached and whistle.attempts and whistle.tried_on == head.on:
        raise Refused("当天已经回访而未联系到，请改日再行回访", RULES[36])
    return CalledBack(
        head=head,
        attempt=whistle.attempts + 1,
        reached=said.reached,
        solved=said.solved,
        satisfied=said.satisfied,
        note_id=note_id,
        again=None if said.reached else again,
    )


def solved(whistle: Whistle, *, head: Head) -> WhistleClosed:
    """办结: solved, as the callback has shown (RULES 36)."""
    return WhistleClosed(head=head, end=WhistleEnd.SOLVED, level=whistle.level)


def unreached(whistle: Whistle, *, head: Head) -> WhistleClosed:
    """办结: finished, and nobody could be reached; it counts as nothing (RULES 36)."""
    return WhistleClosed(head=head, end=WhistleEnd.UNREACHED, level=whistle.level)


def supersede(whistle: Whistle, *, head: Head) -> WhistleClosed:
    """并入应急哨: danger has come up, and another whistle takes its place (RULES 8)."""
    return WhistleClosed(head=head, end=WhistleEnd.SUPERSEDED, level=whistle.level)


def hand_over(
    whistle: Whistle, road: Road, organs: tuple[str, ...], *, head: Head
) -> WhistleClosed:
    """移交: the road was corrected to one on which no department is called (RULES 59)."""
    return WhistleClosed(
        head=head,
        end=WhistleEnd.HANDED_OVER,
        handed_to=road,
        organs=organs,
        level=whistle.level,
    )


def reopen(whistle: Whistle, times: Times, *, head: Head) -> WhistleReopened:
    """重新办理 (RULES 39)."""
    return WhistleReopened(head=head, close=times.tiers[whistle.tier].close.code)


def again(
    whistle: Whistle, chosen: Sequence[str] | None, *, called: Callable[[str], str] = str
) -> tuple[str, ...]:
    """再次办理的协办部门: as the centre chooses; all who assist and have answered if it does not.

    Nobody is silent while a callback is awaited, so whoever assists has answered (RULES 24, 39).

    Args:
        whistle: The whistle whose callback was not good.
        chosen: Department codes, or None.
        called: What a department is called.

    Raises:
        Refused: One that is chosen leads, or has not answered under this whistle.
    """
    here = whistle.assisting
    if chosen is None:
        return here
    if strangers := [code for code in chosen if code not in here]:
        told = "、".join(map(called, strangers))
        raise Refused(f"{told}不是本次吹哨中已经反馈的协办部门，需要的另行召回", RULES[39])
    return tuple(code for code in here if code in chosen)


def raise_to(
    whistle: Whistle, level: Rung, centre: str, times: Times, *, head: Head
) -> WhistleRaised:
    """提级: to a level above the one at which it stands (RULES 37).

    Raises:
        Refused: It stands there or above already.
    """
    if whistle.level.reaches(level):
        raise Refused("该哨已在这一级或者上级办理", RULES[37])
    close = times.tiers[whistle.tier].close.code
    return WhistleRaised(head=head, level=level, centre=centre, close=close)


def close(
    whistle: Whistle,
    road: Road | None,
    organs: tuple[str, ...],
    *,
    head: Head,
    called: Callable[[str], str] = str,
) -> WhistleClosed:
    """办结 of what the lead did not solve; a civil dispute goes to mediation (RULES 12).

    Args:
        whistle: The whistle.
        road: The road of the dispute as it is now; it may have been corrected since.
        organs: The organs to which that road leads.
        head: Head of the page.
        called: What a department is called.

    Raises:
        Refused: It is not at work; a department that was called has not answered; or the lead holds
            it to be solved and is in time, which only evidence and a callback end.
    """
    if whistle.state is State.PROPOSED:
        raise Refused("尚未签批的哨，由负责人签批或者退哨", RULES[18])
    if whistle.state is State.FINISHED:
        raise Refused("主办部门已经办结的，应当先回访", RULES[36])
    if whistle.silent:
        raise Refused(f"尚有部门未反馈：{'、'.join(map(called, whistle.silent))}", RULES[12])
    lead = whistle.part(whistle.lead)
    if lead.finding == Finding.SOLVED and "finish" not in lead.late:
        raise Refused("主办部门反馈已解决的，应当由其附依据办结并经回访", RULES[36])
    if road is Road.PEOPLES_MEDIATION:
        return WhistleClosed(
            head=head,
            end=WhistleEnd.HANDED_OVER,
            handed_to=road,
            organs=organs,
            level=whistle.level,
        )
    return WhistleClosed(head=head, end=WhistleEnd.UNSOLVED, level=whistle.level)


def unsolved(whistle: Whistle, *, head: Head) -> WhistleClosed:
    """未解决办结: reopened once and still not satisfied, at the highest level (RULES 39)."""
    return WhistleClosed(head=head, end=WhistleEnd.UNSOLVED, level=whistle.level)


def end_withdrawn(whistle: Whistle, *, head: Head) -> WhistleClosed:
    """终止哨: the party took the dispute back, and nobody owes an answer any more (RULES 3)."""
    return WhistleClosed(head=head, end=WhistleEnd.WITHDRAWN, level=whistle.level)


def give_back(reason: ReturnReason, reason_id: UUID | None, *, head: Head) -> WhistleReturned:
    """退哨 of one that was blown or proposed (RULES 19).

    Raises:
        Malformed: A duplicate and what was not tried below are found when it is asked for.
    """
    if reason not in (ReturnReason.FALSE, ReturnReason.NOT_SIGNED):
        raise Malformed("吹哨后只能因情况不实或者负责人不同意而退哨", "reason")
    return WhistleReturned(head=head, reason=reason, reason_id=reason_id)


def meet(
    whistle: Whistle,
    departments: tuple[str, ...],
    minutes_id: UUID,
    *,
    chair: Chair,
    heads: tuple[str, ...] = (),
    head: Head,
) -> JointMeetingHeld:
    """联合会商; `heads` are the departments whose heads came (RULES 25, PLAN 23)."""
    for department in departments:
        whistle.must_be_called(department)
    must_have_come(heads, departments)
    return JointMeetingHeld(
        head=head, departments=departments, minutes_id=minutes_id, chair=chair, heads=heads
    )


def agree(
    whistle: Whistle, departments: tuple[str, ...], plan_id: UUID, *, head: Head
) -> JointPlanMade:
    """联合方案: only after they have met (RULES 25).

    Raises:
        Refused: They have not met yet.
    """
    if not whistle.met:
        raise Refused("形成方案前应当先联合会商并留存纪要", RULES[25])
    for department in departments:
        whistle.must_be_called(department)
    return JointPlanMade(head=head, departments=departments, plan_id=plan_id)
