"""Several applicants and third persons at a hearing: each for itself (ARL 49, 51; RULES 76)."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from services.reconsideration.domain.attending import Attendance, by_person
from services.reconsideration.domain.views import awaited
from shared.contracts.reconsideration import Standing, ViewsHeard
from shared.contracts.reconsideration.hearing_held import HearingHeld, PersonAttended
from shared.contracts.reconsideration.people import (
    RepresentativesElected,
    ThirdPersonAbsent,
    ThirdPersonJoined,
)
from shared.law.article import ARL, RULES, Article
from shared.law.procedure import Refused
from tests.reconsideration.makers import ANNA, BERT, Walk, accepted, day
from tests.reconsideration.test_pausing_doors import HANDLER, clock, door
from tests.reconsideration.test_routes import APPLICATION, OFFICER, Door

__all__ = ["clock", "door"]

OTTO, CARL, MARA = (UUID(int=n) for n in range(61, 64))
APPLICANT, RESPONDENT, THIRD = Standing.APPLICANT, Standing.RESPONDENT, Standing.THIRD
HERE = Attendance(head_came=True, signed=frozenset({RESPONDENT}))


def came(person: UUID, *, signed: bool = True) -> PersonAttended:
    return PersonAttended(person=person, came=True, signed=signed)


def away(person: UUID, *, waived: bool = False) -> PersonAttended:
    return PersonAttended(person=person, came=False, waived=waived)


def told(walk: Walk, *persons: PersonAttended, **more: object) -> Attendance:
    return by_person(walk.case, replace(HERE, persons=persons, **more))  # type: ignore[arg-type]


def refused(act: Callable[[], object]) -> Article:
    with pytest.raises(Refused) as refusal:
        act()
    return refusal.value.article


def two() -> Walk:
    return accepted(applicants=(ANNA, OTTO))


def test_of_several_applicants_each_signs_or_refuses_for_itself() -> None:
    """申请人有数名的，逐名记载参加、签名；有一名拒绝签名的，记明情况和理由 (RULES 76)."""
    both = told(two(), came(ANNA), came(OTTO))
    assert (both.signed, both.unsigned) == (frozenset({APPLICANT, RESPONDENT}), frozenset())
    both.check_signatures(explained=False)
    one = told(two(), came(ANNA), came(OTTO, signed=False))
    assert (one.signed, one.unsigned) == (frozenset({RESPONDENT}), frozenset({APPLICANT}))
    assert refused(lambda: one.check_signatures(explained=False)) == RULES[76]
    one.check_signatures(explained=True)


@pytest.mark.parametrize(
    "persons",
    [
        pytest.param((), id="都没有记载"),
        pytest.param((came(ANNA),), id="漏记一名"),
        pytest.param((came(ANNA), came(OTTO), came(ANNA)), id="重复记载"),
        pytest.param((came(ANNA), came(OTTO), came(MARA)), id="不是当事人"),
        pytest.param(
            (came(ANNA), PersonAttended(person=OTTO, came=False, signed=True)), id="未到而签名"
        ),
    ],
)
def test_each_of_several_is_told_of_once_and_nobody_else_is(
    persons: tuple[PersonAttended, ...],
) -> None:
    """每一名参加、签名的情况都应当记载 (RULES 76)."""
    assert refused(lambda: told(two(), *persons)) == RULES[76]


def test_one_gives_the_hearing_up_while_another_comes() -> None:
    """一名申请人视为放弃，其他申请人参加的，听证照常举行 (ARL 51)."""
    assert told(two(), came(ANNA), away(OTTO, waived=True)).present >= {APPLICANT}
    walk = two().then(ThirdPersonJoined, "2026-03-06", third_person=CARL)
    for persons in (
        (away(ANNA), away(OTTO)),
        (came(ANNA).model_copy(update={"waived": True}), came(OTTO)),
        (came(ANNA), came(OTTO), away(CARL, waived=True)),
    ):
        assert refused(lambda: told(walk, *persons)) == ARL[51].par(2)  # noqa: B023


def test_what_is_said_of_the_side_is_what_is_said_of_its_persons() -> None:
    """各方的记载与逐名的记载一致 (RULES 76)."""
    walk = two().then(ThirdPersonJoined, "2026-03-06", third_person=CARL)
    rows = (came(ANNA), came(OTTO, signed=False), away(CARL))
    for more in ({"signed": frozenset({RESPONDENT, APPLICANT})}, {"third_came": True}):
        assert refused(lambda: told(walk, *rows, **more)) == RULES[76]  # noqa: B023
    said = told(walk, came(ANNA), came(OTTO), came(CARL, signed=False))
    assert (said.third_came, said.unsigned) == (True, frozenset({THIRD}))


def test_where_each_side_is_one_nobody_need_be_named() -> None:
    """只有一名的一方，不必逐名记载；推选了代表人的，记载代表人 (ARL 15; RULES 76)."""
    assert told(accepted(), signed=HERE.signed | {APPLICANT}).persons == ()
    many = accepted(applicants=(ANNA, OTTO, MARA))
    many.then(RepresentativesElected, "2026-03-06", representatives=(ANNA, OTTO))
    assert refused(lambda: told(many, came(ANNA))) == RULES[76]
    assert told(many, came(ANNA), came(OTTO)).signed >= {APPLICANT}
    third = accepted().then(ThirdPersonJoined, "2026-03-06", third_person=CARL)
    third.then(ThirdPersonJoined, "2026-03-06", third_person=BERT)
    assert refused(lambda: told(third, came(CARL))) == RULES[76]
    third.then(ThirdPersonAbsent, "2026-03-09", third_person=BERT)
    assert told(third, came(CARL)).third_came


def test_a_representative_who_stays_away_stands_for_nobody() -> None:
    """代表人不参加的，其他第三人逐名记载 (ARL 15, 16; RULES 76)."""
    walk = accepted()
    for one in (BERT, CARL, MARA):
        walk.then(ThirdPersonJoined, "2026-03-06", third_person=one)
    walk.then(RepresentativesElected, "2026-03-06", standing=THIRD, representatives=(BERT,))
    assert told(walk, came(BERT)).third_came
    walk.then(ThirdPersonAbsent, "2026-03-09", third_person=BERT)
    assert refused(lambda: told(walk, came(CARL))) == RULES[76]
    assert told(walk, came(CARL), away(MARA)).third_came


def test_only_who_came_was_heard_there() -> None:
    """参加听证的即已听取意见；没有参加的另行听取，或者记明原因 (ARL 49)."""
    walk, on = two().then(ThirdPersonJoined, "2026-03-06", third_person=CARL), day("2026-04-03")
    walk.then(HearingHeld, "2026-04-02", attended=(came(ANNA), away(OTTO), away(CARL)))
    assert awaited(walk.case, on) == {APPLICANT: (OTTO,), THIRD: (CARL,)}
    assert not walk.case.applicant_heard
    walk.then(ViewsHeard, "2026-04-03", persons=(OTTO,))
    assert walk.case.applicant_heard
    assert awaited(walk.case, on) == {THIRD: (CARL,)}


def test_a_page_of_old_that_names_nobody_tells_of_the_whole_side() -> None:
    """此前没有逐名记载的听证，申请人都已参加 (ARL 49)."""
    walk = two().then(HearingHeld, "2026-04-02")
    assert (walk.case.applicant_heard, walk.case.heard) == (True, ())


async def test_an_officer_puts_each_applicant_on_record(door: Door) -> None:
    """逐名记载到场、放弃、签名，没有参加的仍须听取意见 (ARL 49, 51; RULES 76)."""
    said = {**APPLICATION, "manner": "in_person", "applicants": [str(ANNA), str(BERT)]}
    opened = await door.post("/reconsiderations", OFFICER, **said)
    case = f"/reconsiderations/{opened.json()['case_id']}"
    seats = {"host": "fuyi-01", "officers": ["fuyi-02", "fuyi-03"], "recorder": "fuyi-04"}
    notice = {"ground": "needed", "hearing_at": "2026-03-12T09:00:00+08:00", "place": "三楼"}
    for slug, body in (
        ("acceptance", {}),
        ("copy", {"received_on": "2026-03-02"}),
        ("hearing-notice", {**notice, **seats, "matter": "照片是否真实"}),
        ("hearing-notice-receipt", {"standing": "applicant"}),
        ("hearing-notice-receipt", {"standing": "respondent"}),
    ):
        answer = await door.post(f"{case}/{slug}", HANDLER, **body)
        assert answer.status_code == 201, answer.text
    door.on("2026-03-12")
    held = {"head_came": True, "signed": ["respondent"], "minutes": "笔录"}
    bare = await door.post(f"{case}/hearing", HANDLER, **held)
    assert (bare.status_code, bare.json()["article"]["code"]) == (409, "RULES 76")
    rows = [
        {"person": str(ANNA), "came": True, "signed": True},
        {"person": str(BERT), "came": False, "waived": True},
    ]
    file = await door.post(f"{case}/hearing", HANDLER, **held, persons=rows)
    assert file.status_code == 201, file.text
    assert (file.json()["hearing_held"], file.json()["applicant_heard"]) == (True, False)
