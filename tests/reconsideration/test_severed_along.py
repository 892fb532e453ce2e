"""What goes on apart 分案办理: joint respondents, copies, and a stay (ARL 19, 42, 48)."""

from datetime import date, datetime, time
from uuid import UUID

import pytest

from services.reconsideration.domain import joint_acts
from services.reconsideration.domain.assigning import choose_simplified
from services.reconsideration.domain.copying import copy_waits, joint_waiting
from services.reconsideration.domain.going_along import once_accepted
from services.reconsideration.domain.ordinary import ORDINARY, State
from services.reconsideration.domain.settled import settled_of
from services.reconsideration.domain.severing import goes_along, sever
from services.reconsideration.pages.steps import Step, step_of
from services.reconsideration.store import severed_of
from shared.contracts.reconsideration import ApplicationAccepted, ApplicationWithdrawn
from shared.contracts.reconsideration.assigning import ReviewersAssigned, SimplifiedChosen
from shared.contracts.reconsideration.joint import (
    JointCopyReceived,
    JointCopySent,
    JointRespondentNamed,
)
from shared.contracts.reconsideration.pausing import ExecutionStayed, Stay
from shared.law.calendar import CALENDAR
from shared.law.period import CITY
from tests.reconsideration.again import done, taken
from tests.reconsideration.makers import ANNA, BERT, OTHER, PAPER, Walk, accepted, day, received
from tests.reconsideration.simplified import SPOT
from tests.reconsideration.test_repeated_doors import clock
from tests.reconsideration.test_routes import OFFICER, Door

__all__ = ["clock"]

ALONG = "620702-zhujian"


def severed(*along: str) -> Walk:
    """Severed after acceptance, with these joint respondents of the case before."""
    walk = received("2026-03-02")
    for organ in along:
        walk.then(JointRespondentNamed, "2026-03-02", organ=organ)
    walk.then(ApplicationAccepted, "2026-03-04", copy_due=False)
    return walk.then(ReviewersAssigned, "2026-03-04")


def named(walk: Walk, organ: str = OTHER, on: str = "2026-03-05") -> Walk:
    return walk.record(joint_acts.name(walk.case, walk.head(on), organ, PAPER))


def next_step(walk: Walk) -> Step:
    now = datetime.combine(day("2026-03-10"), time(10), CITY)
    return step_of(walk.case, by="officer-7", now=now, calendar=CALENDAR)


def test_who_is_named_in_a_severed_file_has_its_own_copy_and_days_to_reply() -> None:
    """受理后分案的案卷追加共同被申请人，七日内向其发送副本，自其收到起十日答复 (ARL 19, 48)."""
    walk = named(severed(ALONG))
    fact = walk.facts[-1]
    assert isinstance(fact, JointRespondentNamed)
    assert fact.copy_due
    assert [row.name for row in ORDINARY.opens(fact)] == ["send_joint_copy"]
    assert joint_waiting(walk.case) == (OTHER,), "who came along was sent it in the case before"
    assert next_step(walk).act == "copy"
    walk.then(JointCopySent, "2026-03-06", organ=OTHER)
    received_next = next_step(walk)
    assert (joint_waiting(walk.case), received_next.act, received_next.organ) == (
        *((), "copy-receipt", OTHER),
    )
    walk.then(JointCopyReceived, "2026-03-09", organ=OTHER)
    assert [row.name for row in ORDINARY.opens(walk.facts[-1])] == ["joint_reply"]
    assert joint_acts.still_replying(walk.case) == (OTHER,)


def test_who_came_along_is_sent_nothing_and_awaited_by_nobody() -> None:
    """随案转入的共同被申请人，副本在原案卷发送过，不在分案的案卷等它答复 (RULES 136)."""
    walk = severed(ALONG)
    assert (joint_waiting(walk.case), copy_waits(walk.case)) == ((), False)
    assert "共同被申请人" not in next_step(walk).says


def test_before_the_copy_is_sent_whoever_is_named_has_it_with_the_others() -> None:
    """没有分案的，副本还没有发送时追加的，一并发送 (ARL 48)."""
    walk = named(accepted())
    assert isinstance(walk.facts[-1], JointRespondentNamed)
    assert not walk.facts[-1].copy_due
    assert joint_waiting(walk.case) == (OTHER,)


@pytest.mark.parametrize(("file", "days"), [("severed", set()), ("own", {"send_copy_simplified"})])
def test_the_simplified_procedure_begins_no_days_for_a_copy_that_went_before(
    file: str, days: set[str]
) -> None:
    """受理后分案的案卷适用简易程序，副本早已发送，不另起三日 (ARL 54; RULES 136)."""
    walk = severed() if file == "severed" else accepted("2026-03-04")
    fact = choose_simplified(walk.case, walk.head("2026-03-05"), SPOT, PAPER, CALENDAR)
    opened = {row.name for row in ORDINARY.opens(fact)}
    assert opened == {"decide_simplified", *days}
    old = SimplifiedChosen.model_validate(fact.model_dump(exclude={"copy_due"}))
    assert old.copy_due_simplified, "a page of old was of a file whose copy was due"


def test_what_is_stayed_stays_so_in_the_file_that_goes_on_apart() -> None:
    """已经决定停止执行的，分案以后照旧停止，日期、决定书不变 (ARL 42; RULES 136)."""
    before = accepted("2026-03-04").then(
        ExecutionStayed, "2026-03-10", ground=Stay.ASKED, paper_id=UUID(int=77)
    )
    new = severed()
    [page] = [
        one
        for one in (page(new.head("2026-03-25")) for page in once_accepted(before.case, new.case))
        if isinstance(one, ExecutionStayed)
    ]
    assert (page.ground, page.paper_id, page.head.on) == (
        *(Stay.ASKED, UUID(int=77), date(2026, 3, 10)),
    )
    assert page.came_from == before.case.case_id
    case = new.record(page).case
    assert (case.stay, case.stayed_on, case.stay_id) == (
        *(Stay.ASKED, day("2026-03-10"), UUID(int=77)),
    )
    decided = before.but(state=State.DELIVERED)
    assert not list(once_accepted(decided, new.case)), "it ends with the decision"


async def test_a_stay_goes_along_and_is_no_second_paper(door: Door) -> None:
    """分案以后停止执行照旧，不另送达一次，恢复执行各在各的案卷 (ARL 42; RULES 136)."""
    both, _ = await taken(door, applicants=[str(ANNA), str(BERT)])
    door.on("2026-03-04")
    await done(door, f"{both}/acceptance")
    door.on("2026-03-10")
    await done(door, f"{both}/stay", ground="authority", text="停止执行。")
    door.on("2026-03-25")
    said = {"applicants": [str(ANNA)], "reason": "马某已经申请过"}
    rest = await done(door, f"{both}/severance", **said)
    apart_id = severed_of(UUID(rest["case_id"]), {ANNA})
    apart = f"/reconsiderations/{apart_id}"
    seen = (await door.get(apart, OFFICER)).json()
    assert (seen["stay"], seen["stayed_on"]) == (rest["stay"], "2026-03-10")
    row = "SELECT stay_id FROM reconsideration.ordinary WHERE case_id = $1"
    papers = {
        await door.hub.pool.fetchval(row, UUID(one)) for one in (rest["case_id"], apart_id.hex)
    }
    assert len(papers) == 1
    for path, sorts in ((both, ["stay"]), (apart, [])):
        listed = (await door.get(f"{path}/paper-service", OFFICER)).json()
        found = [one["paper"].partition("/")[0] for one in listed]
        assert [one for one in found if one == "stay"] == sorts
    ended = await done(door, f"{apart}/stay-end", reason="已无必要。")
    assert ended["stay"] is None
    assert (await door.get(both, OFFICER)).json()["stayed_on"] == "2026-03-10"


async def test_a_joint_respondent_named_apart_is_sent_its_copy_by_itself(door: Door) -> None:
    """分案以后追加的共同被申请人，只向它发送副本，它才看得到案卷，答复期限自它收到起算 (ARL 48)."""
    both, _ = await taken(door, applicants=[str(ANNA), str(BERT)])
    door.on("2026-03-04")
    await done(door, f"{both}/acceptance")
    said = {"applicants": [str(ANNA)], "reason": "马某已经申请过"}
    rest = await done(door, f"{both}/severance", **said)
    apart_id = severed_of(UUID(rest["case_id"]), {ANNA})
    apart = f"/reconsiderations/{apart_id}"
    added = {"capacity": "joint", "others": [OTHER], "text": "漏列共同作出的机关"}
    await done(door, f"{apart}/respondent-change-notice", **added)
    told = {"respondent": rest["respondent"], "joint": [OTHER], "text": "追加"}
    await done(door, f"{apart}/respondent", **told)
    asked = "SELECT name, subject FROM hub.deadline WHERE case_id = $1 AND ended IS NULL"
    runs = {tuple(row) for row in await door.hub.pool.fetch(asked, apart_id)}
    assert ("send_joint_copy", OTHER) in runs
    file = await done(door, f"{apart}/copy", received_on="2026-03-04")
    assert (file["state"], file["joint"][0]["copied_on"]) == ("accepted", "2026-03-04")
    runs = {tuple(row) for row in await door.hub.pool.fetch(asked, apart_id)}
    assert ("joint_reply", OTHER) in runs
    labels = "SELECT labels ->> 'departments' FROM hub.file WHERE case_id = $1"
    assert await door.hub.pool.fetchval(labels, apart_id) == OTHER


def along(walk: Walk, *who: UUID) -> Walk:
    """The file of their own, with what goes along, and then the case without them."""
    page = sever(walk.case, walk.head("2026-03-12"), who, PAPER, PAPER)
    new = accepted(applicants=who)
    for each in goes_along(walk.case, page):
        new.record(each(head=new.head("2026-03-12")))
    walk.record(page)
    return new


def test_a_withdrawal_that_nobody_ruled_on_goes_along_with_who_made_it() -> None:
    """撤回尚未准予的，随撤回的人分案，在其案卷准予；没有撤回的不受影响 (ARL 41; RULES 136)."""
    more = {"to_be_permitted": True, "applicants": (ANNA,), "settled": True}
    walk = accepted(applicants=(ANNA, BERT)).then(ApplicationWithdrawn, "2026-03-10", **more)
    other = Walk.of(walk.case)
    own = along(walk, ANNA)
    assert (own.case.withdrawn, own.case.settled, own.case.applicants) == (True, True, (ANNA,))
    assert (walk.case.withdrawn, walk.case.applicants) == (False, (BERT,))
    stays = along(other, BERT)
    assert (stays.case.withdrawn, other.case.withdrawn) == (False, True)


def test_severed_together_only_who_settled_has_withdrawn_upon_it() -> None:
    """一并分案的，因和解撤回的仍是因和解撤回，其他人不因此不得再申请 (ARL 74; RULES 136)."""
    walk = accepted(applicants=(ANNA, BERT, UUID(int=93)))
    for who, settled in ((ANNA, True), (BERT, False)):
        more = {"to_be_permitted": True, "applicants": (who,), "settled": settled}
        walk.then(ApplicationWithdrawn, "2026-03-10", **more)
    own = along(walk, ANNA, BERT)
    assert (own.case.withdrawn, settled_of(own.case, (ANNA, BERT))) == (True, {ANNA})
    assert own.case.participants.withdrawing == (ANNA, BERT)
    assert not walk.case.withdrawn


def test_a_withdrawal_of_all_is_ruled_on_in_both_files() -> None:
    """全体撤回以后分案的，两案分别准予 (ARL 41; RULES 136)."""
    walk = accepted(applicants=(ANNA, BERT))
    walk.then(ApplicationWithdrawn, "2026-03-10", to_be_permitted=True)
    new = along(walk, ANNA)
    assert (new.case.withdrawn, walk.case.withdrawn) == (True, True)
    assert new.case.participants.withdrawing == ()
