"""共同申请转入新的案卷: who was late is late there, too; each by its own day (ARL 20, 35)."""

from collections.abc import Awaitable, Callable
from datetime import date
from uuid import UUID

import pytest

from services.reconsideration.domain.acceptance import decline
from services.reconsideration.domain.filing import brought_on
from services.reconsideration.domain.received_anew import again
from services.reconsideration.domain.severing import apart
from services.reconsideration.store import CASES
from shared.auth import Role
from shared.contracts.reconsideration import ApplicationReceived, Condition, FilingManner
from shared.contracts.reconsideration.admissibility import Verdict
from shared.contracts.reconsideration.co_applying import CoApplicantNamed, CoApplicationAnswered
from shared.contracts.reconsideration.filing import AppliedApart
from shared.contracts.reconsideration.people import ApplicantsWithdrew
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.desks.visitor import Building
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, RESPONDENT, Walk, received
from tests.reconsideration.test_co_applying import (
    CLARA,
    DAY,
    LAST,
    LATE,
    LEARNT,
    accepting,
    confirmed,
    found,
)
from tests.reconsideration.test_co_applying_doors import LATE as LATE_AT_THE_DOOR
from tests.reconsideration.test_co_applying_doors import applied, house
from tests.reconsideration.test_deferring_supplement import ILL, REASON
from tests.reconsideration.test_higher_doors import done
from tests.reconsideration.test_in_time import SUPPLEMENT
from tests.reconsideration.test_routes import APPLICATION, OFFICER, PARTY, Door, clock, door
from tests.shared.test_verify_owing import broken

__all__ = ["clock", "door", "house"]

ANEW = "2026-09-21"


def anew(walk: Walk) -> Walk:
    """The same application, received anew."""
    return Walk().record(again(walk.case, Walk().head(ANEW), AUTHORITY))


def of_time(walk: Walk) -> Verdict | None:
    return {one.condition: one.verdict for one in found(walk).conditions}[Condition.TIME]


def test_who_confirmed_too_late_is_late_in_the_file_in_which_it_goes_on() -> None:
    """转入新的案卷，逾期确认的共同申请人照样逾期：先分案办理 (ARL 20, 35)."""
    new = anew(confirmed(LATE))
    page = new.facts[0]
    assert isinstance(page, ApplicationReceived)
    assert page.applied_each == (AppliedApart(person_id=BERT, applied_on=date(2026, 9, 9)),)
    assert (page.applicants, brought_on(new.case)) == ((ANNA, BERT), date(2026, 9, 1))
    assert of_time(new) is Verdict.OPEN
    with pytest.raises(Refused, match="先分案办理") as refusal:
        accepting(new, ANEW)
    assert refusal.value.article == ARL[30].par(1, 4)
    assert accepting(anew(confirmed(LAST)), ANEW)
    assert accepting(anew(anew(confirmed(LAST))), ANEW)
    own = Walk().record(apart(new.case, Walk().head(ANEW), (BERT,)))
    assert decline(own.case, own.head(ANEW), Condition.TIME, LATE_PAPER, calendar=CALENDAR)


LATE_PAPER = UUID(int=99)


def test_where_only_who_confirmed_is_left_it_was_brought_on_its_own_day() -> None:
    """原申请人撤回以后，只剩确认的共同申请人的，按其本人申请之日，逾期的不予受理 (ARL 20, 35)."""
    walk = confirmed(LATE).then(ApplicantsWithdrew, LATE, applicants=(ANNA,))
    assert walk.case.applicants == (BERT,)
    assert of_time(walk) is Verdict.UNMET
    assert decline(walk.case, walk.head(LATE), Condition.TIME, LATE_PAPER, calendar=CALENDAR)
    with pytest.raises(Refused, match="以后才确认申请"):
        accepting(walk, LATE)
    new = anew(walk)
    assert brought_on(new.case) == date(2026, 9, 9)
    assert decline(new.case, new.head(ANEW), Condition.TIME, LATE_PAPER, calendar=CALENDAR)


def test_how_the_letter_of_who_left_was_posted_says_nothing_of_who_confirmed() -> None:
    """交邮之日不明的申请人撤回以后，确认的人申请之日明确，逾期的不予受理 (ARL 20)."""
    walk = received(DAY, learnt_on=LEARNT, manner=FilingManner.POST)
    walk.then(CoApplicantNamed, DAY, person_id=BERT)
    walk.then(CoApplicationAnswered, LATE, person_id=BERT)
    assert anew(walk).case.postmark_unclear is True
    new = anew(walk.then(ApplicantsWithdrew, LATE, applicants=(ANNA,)))
    assert (new.case.postmark_unclear, brought_on(new.case)) == (False, date(2026, 9, 9))
    assert decline(new.case, new.head(ANEW), Condition.TIME, LATE_PAPER, calendar=CALENDAR)


def test_of_several_who_are_left_each_has_its_own_day() -> None:
    """剩下的几名各按本人申请之日：一人在期限内的，不因另一人逾期 (ARL 20)."""
    walk = confirmed(LAST).then(CoApplicantNamed, LAST, person_id=CLARA)
    walk.then(CoApplicationAnswered, LATE, person_id=CLARA)
    walk.then(ApplicantsWithdrew, LATE, applicants=(ANNA,))
    assert of_time(walk) is Verdict.OPEN
    new = anew(walk)
    assert (brought_on(new.case), of_time(new)) == (date(2026, 9, 8), Verdict.OPEN)
    first = Walk().record(apart(new.case, Walk().head(ANEW), (BERT,)))
    assert accepting(first, ANEW)


def test_pages_of_old_say_of_nobody_that_it_confirmed() -> None:
    """此前转入的案卷没有写各人申请之日的，全体按原申请之日 (ARL 20)."""
    page = again(confirmed(LATE).case, Walk().head(ANEW), AUTHORITY)
    old = Walk().record(page.model_copy(update={"applied_each": ()}))
    assert old.case.participants.co_applicants == ()
    assert accepting(old, ANEW)


async def test_what_was_supplied_in_time_is_reviewed_with_each_one_s_own_day(door: Door) -> None:
    """补正未逾期、转入新的案卷审查的，逾期确认的先分案，其他人的照样受理 (ARL 20, 31)."""
    case, (late,) = await applied(door, "钱某")
    door.on(LATE_AT_THE_DOOR)
    said = {"person_id": late, "agrees": True, "text": "签名的确认书"}
    await done(door, f"{case}/co-application", OFFICER, **said)
    await done(door, f"{case}/supplement-notice", OFFICER, text="请补交处罚决定书复印件")
    await done(door, f"{case}/papers/numbers/supplement", OFFICER)
    await done(door, f"{case}/supplement-notice-receipt", OFFICER)
    door.on("2026-03-20")
    file = await done(door, f"{case}/supplement-in-time", OFFICER, **SUPPLEMENT)
    new = f"/reconsiderations/{file['case_id']}"
    answer = await door.post(f"{new}/acceptance", OFFICER)
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "ARL 30(1)(4)")
    await done(door, f"{new}/severance", OFFICER, applicants=[late], reason="逾期确认")
    assert (await done(door, f"{new}/acceptance", OFFICER))["state"] == "accepted"
    kept, _ = await door.hub.read(CASES, UUID(file["case_id"]))
    assert kept.applicants == (ANNA,)


async def given_up(door: Door, *names: str) -> tuple[str, list[str]]:
    """Taken for given up on 16 March, while those of these names have not answered."""
    case, named = await applied(door, *names)
    await done(door, f"{case}/supplement-notice", OFFICER, text="请补交处罚决定书复印件")
    await done(door, f"{case}/papers/numbers/supplement", OFFICER)
    await done(door, f"{case}/supplement-notice-receipt", OFFICER)
    door.on("2026-03-18")
    return case, named


async def in_time(door: Door, case: str) -> str:
    file = await done(door, f"{case}/supplement-in-time", OFFICER, **SUPPLEMENT)
    return f"/reconsiderations/{file['case_id']}"


async def deferred(door: Door, case: str) -> str:
    file = await done(door, f"{case}/supplement-deferral", PARTY, **ILL)
    file = await done(door, f"/deferrals/{file['case_id']}/grant", OFFICER, **REASON)
    new = f"/reconsiderations/{file['deferred_case_id']}"
    await done(door, f"{new}/supplement", PARTY, text="复印件一份")
    return new


@pytest.mark.parametrize("goes_on", [in_time, deferred])
async def test_who_has_not_answered_is_asked_in_the_file_in_which_it_goes_on(
    door: Door, goes_on: Callable[[Door, str], Awaitable[str]]
) -> None:
    """补正未逾期、准许顺延转入新案卷审查的，没有答复的共同申请人仍由本人确认 (ARL 14, 22)."""
    case, (person, silent) = await given_up(door, "赵某", "钱某")
    new = await goes_on(door, case)
    file, labels = await door.hub.read(CASES, UUID(new.rpartition("/")[2]))
    assert file.participants.unconfirmed == (UUID(person), UUID(silent))
    assert labels["co_applicants"] == f"{person} {silent}"
    said = {"person_id": person, "agrees": True, "text": "签名的确认书"}
    await done(door, f"{new}/co-application", OFFICER, **said)
    file, _ = await door.hub.read(CASES, file.case_id)
    assert file.applicants == (ANNA, UUID(person))
    await done(door, f"{new}/severance", OFFICER, applicants=[person], reason="逾期确认")
    assert await broken(door.hub) == {}


async def test_the_respondent_reads_who_came_along_into_the_file(
    door: Door, house: Building
) -> None:
    """转入新的案卷受理的，被申请人看得到随之转入的申请人；没有确认的看不到 (ARL 35)."""
    case, (person, _) = await applied(door, "赵某", "钱某")
    said = {"person_id": person, "agrees": True, "text": "签名的确认书"}
    await done(door, f"{case}/co-application", OFFICER, **said)
    await done(door, f"{case}/supplement-notice", OFFICER, text="请补交处罚决定书复印件")
    await done(door, f"{case}/papers/numbers/supplement", OFFICER)
    await done(door, f"{case}/supplement-notice-receipt", OFFICER)
    door.on("2026-03-18")
    new = await in_time(door, case)
    await done(door, f"{new}/acceptance", OFFICER)
    await done(door, f"{new}/copy", OFFICER)
    path = f"/disputes/{APPLICATION['dispute_id']}/parties?purpose=核对申请人"
    headers = house.headers_of(Role.DEPARTMENT, organ=RESPONDENT)
    answer = await house.client.get(path, headers=headers)
    assert {one["name"] for one in answer.json()} & {"赵某", "钱某"} == {"赵某"}
