"""Who the respondents are is told with the request, and followed from there on (RULES 72)."""

from dataclasses import replace
from functools import partial
from uuid import uuid4

import pytest

from services.consultation import commands
from services.consultation.domain.panel import refuse_bound
from services.consultation.domain.respondents import respondents_after
from services.consultation.domain.roster import why_not
from services.consultation.store import CONSULTATIONS
from services.reconsideration.domain import decision
from services.reconsideration.domain.ordinary import State
from shared.contracts.consultation import (
    Asker,
    Calling,
    ConsultedRespondentsChanged,
    OpinionGiven,
)
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import ConsultationGround, Stance
from shared.contracts.reconsideration.joint import JointRespondentLeft, JointRespondentNamed
from shared.contracts.reconsideration.respondent import RespondentReplaced
from shared.law.article import RULES
from shared.law.procedure import Refused
from shared.work import Act, Hub
from tests.consultation.makers import (
    AGREES,
    AUTHORITY,
    DISPUTE,
    EXPERTS,
    FIVE,
    LAW,
    PAPER,
    RESPONDENT,
    SOMEBODY,
    THREE,
    Walk,
    enrolled,
    expert,
    hear,
    of_request,
    one,
    refused,
    requested,
    roster,
)
from tests.reconsideration import makers

OTHER, THIRD = "620702-sifa", "620702-zhufang"


def test_the_request_says_who_the_respondents_are_before_any_copy_was_sent() -> None:
    """受理当日提请咨询的，被申请人同样写明，不等发送副本 (ARL 48, 52; RULES 72)."""
    case = makers.accepted().case
    assert case.state is State.ACCEPTED
    head = makers.head(case, "2026-03-06")
    asked = decision.request_opinion(case, head, ConsultationGround.TECHNICAL, PAPER)
    assert asked.respondents == case.respondents == (case.respondent,)


def replaced(before: str, new: str) -> RespondentReplaced:
    said = {"before": before, "respondent": new, "county": "620702", "text_id": PAPER}
    return RespondentReplaced(head=of_request(DISPUTE), **said)  # type: ignore[arg-type]  # as it is


@pytest.mark.parametrize(
    ("pages", "after"),
    [
        ([replaced(RESPONDENT, OTHER)], (OTHER,)),
        (
            [JointRespondentNamed(head=of_request(DISPUTE), organ=OTHER, text_id=PAPER)],
            (RESPONDENT, OTHER),
        ),
        (
            [
                JointRespondentNamed(head=of_request(DISPUTE), organ=OTHER, text_id=PAPER),
                replaced(RESPONDENT, OTHER),
                JointRespondentLeft(head=of_request(DISPUTE), organ=OTHER, text_id=PAPER),
                JointRespondentNamed(head=of_request(DISPUTE), organ=THIRD, text_id=PAPER),
            ],
            (OTHER, THIRD),
        ),
    ],
    ids=["replaced", "one more", "who stood beside it stands first"],
)
def test_the_respondents_are_those_whom_the_case_names_now(
    pages: list[Fact], after: tuple[str, ...]
) -> None:
    """变更被申请人、追加和不再列共同被申请人的，依变更以后的被申请人 (ARL 19; RULES 72)."""
    organs: tuple[str, ...] = (RESPONDENT,)
    for page in pages:
        organs = respondents_after(organs, page)  # type: ignore[arg-type]  # one of the three
    assert organs == after


def test_a_panel_with_a_member_of_the_new_respondent_does_not_speak_until_another_sits() -> None:
    """变更以后的被申请人的人员未退出小组的，不得出席会议、提出咨询意见 (RULES 72)."""
    held = roster({code: one(organ=OTHER if code == THREE[1] else "") for code in THREE})
    held = replace(held, experts={**held.experts, "committee-4": one()})
    walk = Walk(held=held).seat()
    refuse_bound(walk.case, held, THREE)
    changed = ConsultedRespondentsChanged(head=walk.head("2026-03-24"), respondent_organs=(OTHER,))
    walk.record(changed)
    assert refused(lambda: refuse_bound(walk.case, held, THREE)) == RULES[72]
    refuse_bound(walk.case, held, (THREE[0], THREE[2]))
    assert why_not(held, THREE[1], on=walk.head("2026-03-24").on, respondents=(OTHER,))
    walk.contest(THREE[1]).rule(THREE[1], granted=True)
    refuse_bound(walk.case, held, walk.case.members)


async def test_who_is_of_the_respondent_sits_neither_before_the_copy_nor_after_a_change(
    hub: Hub,
) -> None:
    """副本发送以前提请的、咨询期间变更被申请人的，被申请人的人员都不得参加 (RULES 72)."""
    bound = expert("committee-4", organ=RESPONDENT)
    late = expert("committee-5", organ=OTHER)
    await enrolled(hub, AUTHORITY, [*EXPERTS, bound, late])
    request = uuid4()
    await hear(hub, requested(request))
    room = commands.file_of(request)

    async def do(command: object, **said: object) -> None:
        run = partial(command, case_id=room, by="secretary-1", **said)  # type: ignore[arg-type]
        await hub.act(Act(do=run, files=[room, commands.roster_of(AUTHORITY)]))

    with pytest.raises(Refused) as no:
        await do(commands.convene, field=LAW, members=(*THREE[:2], "committee-4"))
    assert no.value.article == RULES[72]
    await do(commands.convene, field=LAW, members=(*THREE[:2], "committee-5"))
    changed = replaced(RESPONDENT, OTHER)
    await hear(hub, changed.model_copy(update={"head": of_request(request, 10)}))
    case, _ = await hub.read(CONSULTATIONS, room)
    assert case.respondent_organs == (OTHER,)
    voices = [commands.Voice(code, Stance.AGREES) for code in case.members]
    with pytest.raises(Refused) as no:
        await do(commands.hold_meeting, chair=THREE[0], voices=voices, minutes="一致同意")
    assert no.value.article == RULES[72]
    swap = {"member": "committee-5", "successor": THREE[2], "reason": "在变更后的被申请人任职"}
    await do(commands.replace_member, **swap)
    voices = [commands.Voice(code, Stance.AGREES) for code in THREE]
    await do(commands.hold_meeting, chair=THREE[0], voices=voices, minutes="一致同意")
    await do(commands.give_opinion, stance=AGREES, text="同意")
    assert (await hub.read(CONSULTATIONS, room))[0].is_closed


def test_whose_recusal_waits_is_not_swapped_out_of_it() -> None:
    """回避提出以后、决定以前不得替换，由有权决定的人先决定 (RULES 72)."""
    walk = Walk().seat().contest(THREE[1])
    assert refused(lambda: walk.swap(THREE[1], "committee-4")) == RULES[72]
    refusing = walk.rule(THREE[1], granted=False)
    assert refusing.swap(THREE[1], "committee-4").case.members[-1] == "committee-4"
    granting = Walk().seat().contest(THREE[1]).rule(THREE[1], granted=True)
    assert granting.swap(THREE[1], "committee-4").case.recused == (THREE[1],)


def test_who_has_spoken_is_not_swapped_so_a_dissent_stays_on_file() -> None:
    """已经发表意见的委员不得替换，不同意见记录在卷 (RULES 73)."""
    walk = Walk().seat().meet(c1=AGREES, c2=AGREES, c3=Stance.DISAGREES)
    assert refused(lambda: walk.swap(THREE[2], "committee-4", "2026-03-28")) == RULES[73]
    assert walk.give(AGREES).case.dissenting == (THREE[2],)


def test_who_spoke_and_is_of_the_new_respondent_is_swapped_all_the_same() -> None:
    """发表意见以后变更被申请人，在其任职的委员由他人接替，意见不计 (RULES 72, 73)."""
    held = roster({code: one(organ=OTHER if code == THREE[1] else "") for code in FIVE})
    walk = Walk(held=held).seat().meet(c1=AGREES, c2=AGREES, c3=AGREES)
    changed = ConsultedRespondentsChanged(head=walk.head("2026-03-28"), respondent_organs=(OTHER,))
    walk.record(changed).swap(THREE[1], "committee-4", "2026-03-28")
    assert set(walk.case.spoken) == {THREE[0], THREE[2]}
    assert walk.facts[-1].model_dump()["bound"] is True


def test_an_opinion_tells_what_was_asked_and_of_whom() -> None:
    """咨询意见写明是对哪一次提请、以谁为被申请人提出的 (RULES 151)."""
    walk = Walk(question_id=SOMEBODY, respondent_organs=(RESPONDENT, OTHER)).seat()
    changed = ConsultedRespondentsChanged(
        head=walk.head("2026-03-26"), respondent_organs=(OTHER, THIRD)
    )
    walk.record(changed).meet(c1=AGREES, c2=AGREES, c3=AGREES).give(AGREES)
    given = walk.facts[-1]
    assert isinstance(given, OpinionGiven)
    assert (given.question_id, given.respondents) == (SOMEBODY, (OTHER, THIRD))


async def test_a_panel_of_which_departments_are_left_does_not_speak_until_it_is_filled(
    hub: Hub,
) -> None:
    """回避以后只剩政府部门人员的，补足以前不得提出咨询意见，核对也查得出来 (RULES 71, 72)."""
    callings = (*[Calling.DEPARTMENT] * 3, Calling.EXPERT, Calling.SCHOLAR, Calling.EXPERT)
    seats = [f"committee-{n}" for n in range(1, 7)]
    await enrolled(
        hub, AUTHORITY, [expert(code, of) for code, of in zip(seats, callings, strict=True)]
    )
    request = uuid4()
    await hear(hub, requested(request))
    room = commands.file_of(request)

    async def do(command: object, **said: object) -> None:
        run = partial(command, case_id=room, **{"by": "secretary-1", **said})  # type: ignore[arg-type]
        await hub.act(Act(do=run, files=[room, commands.roster_of(AUTHORITY)]))

    await do(commands.convene, field=LAW, members=tuple(seats[:5]))
    for code in seats[3:5]:
        await do(commands.ask_recusal, member=code, asker=Asker.BODY, reason="参与过评审")
        ruling = {"granted": True, "reason": "属实", "heads": True, "by": "head-1"}
        await do(commands.decide_recusal, member=code, **ruling)
    voices = [commands.Voice(code, Stance.AGREES) for code in seats[:3]]
    await do(commands.hold_meeting, chair=seats[0], voices=voices, minutes="一致同意")
    with pytest.raises(Refused, match="不得全由政府部门人员组成") as no:
        await do(commands.give_opinion, stance=AGREES, text="同意")
    assert no.value.article == RULES[71]
    told = (await hub.read(CONSULTATIONS, room))[0]
    assert (told.seats, len(told.members)) == (5, 3)
    for code in seats[3:4]:
        swap = {"member": code, "successor": seats[5], "reason": "补足"}
        await do(commands.replace_member, **swap)
    with pytest.raises(Refused) as even:
        await do(commands.give_opinion, stance=AGREES, text="同意")
    assert even.value.article == RULES[21]
