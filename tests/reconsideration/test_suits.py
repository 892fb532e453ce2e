"""复议期间有起诉记录: noted once, seen into by a person, and heeded before anything rests on it."""

from datetime import datetime, time
from functools import partial
from uuid import UUID

import pytest

from services.reconsideration.commands.at_court import note_suit as note_in_case
from services.reconsideration.domain.acceptance import accept
from services.reconsideration.domain.going_along import with_application
from services.reconsideration.domain.severing import sever
from services.reconsideration.domain.suits import Suit, may_concern_some, note_suit
from services.reconsideration.domain.untried import Earlier
from services.reconsideration.pages.steps import step_of
from shared.auth import Role
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration import (
    Condition,
    CopyReceived,
    CopySent,
    Outcome,
    ReconsiderationTerminated,
    ReplyFiled,
    ViewsHeard,
)
from shared.contracts.reconsideration.assigning import ReviewersAssigned
from shared.contracts.reconsideration.enforcing import SuitOnRecord
from shared.contracts.reconsideration.pausing import ReconsiderationSuspended
from shared.contracts.reconsideration.people import ApplicantsWithdrew
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.period import CITY
from shared.law.procedure import Refused
from shared.work import Act
from tests.desks.visitor import building
from tests.reconsideration.deciding import Draft, drafted
from tests.reconsideration.makers import (
    ANNA,
    AUTHORITY,
    BERT,
    PAPER,
    Walk,
    accepted,
    day,
    examined,
    head,
    received,
)
from tests.reconsideration.test_admissibility import found, refused
from tests.reconsideration.test_drafting_doors import clock, door
from tests.reconsideration.test_lacking import ON, lacks, ready
from tests.reconsideration.test_routes import APPLICATION, OFFICER, Door

__all__ = ["clock", "door"]

SUED = day("2026-03-25")


def sued(walk: Walk, on: str = "2026-03-26") -> Walk:
    fact = note_suit(walk.case, head(walk.case, on, by=CLOCK), SUED)
    assert fact is not None
    return walk.record(fact)


def act_of(walk: Walk) -> str:
    at = datetime.combine(day(ON), time(10), CITY)
    return step_of(walk.case, by="officer-7", now=at, calendar=CALENDAR).act


def test_a_suit_is_noted_once_while_the_application_is_open() -> None:
    """尚未作出决定的案件记载有起诉记录，同一起诉只记载一次 (ARL 29)."""
    walk = sued(ready())
    assert walk.case.suit == Suit(filed_on=SUED)
    assert note_suit(walk.case, walk.head(ON), SUED) is None
    assert note_suit(walk.case, walk.head(ON), day("2026-04-01")) is not None
    over = ready().then(ReconsiderationTerminated, ON)
    assert note_suit(over.case, over.head(ON), SUED) is None


def test_nothing_is_drafted_before_it_is_found_what_became_of_the_suit() -> None:
    """查明人民法院是否受理以前不拟稿，下一步就是查明 (ARL 29, 33)."""
    walk = sued(ready())
    assert (lacks(walk), act_of(walk)) == ([ARL[29].par(2).code], "conditions")
    with pytest.raises(Refused) as refusal:
        drafted(walk, Draft(outcome=Outcome.REVOKED))
    assert refusal.value.article == ARL[29].par(2)


def test_findings_that_say_nothing_of_the_suit_do_not_answer_it() -> None:
    """审查认定应当写明起诉以后的结果 (ARL 29)."""
    walk = sued(ready())
    assert refused(lambda: found(walk, "2026-03-27")) == ARL[29].par(2)
    assert found(walk, "2026-03-27", earlier=Earlier.SUIT_OTHER).case.suit == Suit(
        filed_on=SUED, seen=True
    )


def test_what_a_court_has_taken_is_dismissed() -> None:
    """受理后发现人民法院已经受理的，驳回申请 (ARL 29, 33)."""
    walk = found(sued(ready()), "2026-03-27", earlier=Earlier.SUIT)
    assert refused(lambda: drafted(walk, Draft(outcome=Outcome.REVOKED))) == ARL[33]
    now = datetime.combine(day(ON), time(10), CITY)
    assert "审查认定应当驳回" in step_of(walk.case, by="officer-7", now=now, calendar=CALENDAR).says


def test_who_stays_after_a_severance_is_not_judged_by_what_was_found_of_who_left() -> None:
    """只有一人起诉的，分案以后重新查明、重新认定，留下的人不因此被驳回 (ARL 30, 33; RULES 136)."""
    walk = accepted(applicants=(ANNA, BERT)).then(CopySent, "2026-03-10")
    walk.then(CopyReceived, "2026-03-10").then(ReplyFiled, "2026-03-20")
    walk.then(ViewsHeard, "2026-03-20").then(ReviewersAssigned, "2026-03-26")
    found(sued(walk), "2026-03-27", earlier=Earlier.SUIT)
    drafted(walk, Draft(outcome=Outcome.APPLICATION_DISMISSED), "2026-03-30")
    walk.record(sever(walk.case, walk.head("2026-03-31"), {ANNA}, PAPER, PAPER))
    case = walk.case
    assert (case.applicants, case.findings, case.drafted) == ((BERT,), (), None)
    assert Condition.UNTRIED not in {one.condition for one in case.conditions}
    assert case.conditions, "what was found of all of them still is"
    assert act_of(walk) == "conditions"
    refuses = partial(drafted, walk, Draft(outcome=Outcome.UPHELD))
    assert refused(refuses) == ARL[29].par(2), "who stays is found to have sued or not"
    found(walk, "2026-04-01", earlier=Earlier.SUIT_OTHER)
    dismisses = Draft(outcome=Outcome.APPLICATION_DISMISSED)
    assert refused(lambda: drafted(Walk.of(walk.case), dismisses)) == ARL[33]
    assert drafted(walk, Draft(outcome=Outcome.UPHELD)).case.drafted is not None


@pytest.mark.parametrize("earlier", [Earlier.SUIT_REFUSED, Earlier.SUIT_LATER, Earlier.SUIT_OTHER])
def test_where_no_court_took_it_before_the_case_goes_on(earlier: Earlier) -> None:
    """人民法院没有受理，或者复议受理在先的，继续审理 (ARL 29; ALI 57)."""
    walk = found(sued(ready()), "2026-03-27", earlier=earlier)
    assert lacks(walk) == []
    assert drafted(walk, Draft(outcome=Outcome.REVOKED)).case.drafted is not None


def test_a_court_that_took_it_after_an_acceptance_is_none_before_one() -> None:
    """尚未受理的，没有受理在先 (ALI 57)."""
    walk = found(
        sued(received("2026-03-05"), "2026-03-26"), "2026-03-27", earlier=Earlier.SUIT_LATER
    )
    assert [one.verdict for one in walk.case.conditions][-1] == "unmet"


def test_an_officer_finds_what_became_of_it_before_accepting() -> None:
    """受理以前有起诉记录的，先查明 (ARL 29, 30)."""
    walk = sued(received("2026-03-05"), "2026-03-06")
    assert act_of(walk) == "conditions"
    taken = lambda: accept(walk.case, walk.head("2026-03-09"), calendar=CALENDAR)  # noqa: E731 - asked twice
    assert refused(taken) == ARL[29].par(2)
    found(walk, "2026-03-09", earlier=Earlier.SUIT_REFUSED)
    assert taken().kind == "reconsideration.accepted.v1"


def test_a_case_that_stands_still_learns_of_a_suit_too() -> None:
    """中止期间的起诉同样记载 (ARL 29, 39)."""
    walk = sued(ready().then(ReconsiderationSuspended, "2026-03-24"))
    assert walk.case.suit == Suit(filed_on=SUED)


def test_a_suit_goes_along_where_the_application_goes_on_in_another_file() -> None:
    """申请转入另一案卷的，起诉记录一并转入，重新查明 (ARL 29, 35)."""
    before = found(sued(examined()), "2026-03-27", earlier=Earlier.SUIT_OTHER)
    new = accepted("2026-04-20")
    pages = [page(new.head("2026-04-20")) for page in with_application(before.case, new.case)]
    assert [one.filed_on for one in pages if isinstance(one, SuitOnRecord)] == [SUED]


async def test_the_page_of_the_case_says_so_and_leads_to_the_finding(door: Door) -> None:
    """案件页面提示有起诉记录、下一步查明；查明以后不再提示；重复告知只有一页 (ARL 29, 33)."""
    said = {**APPLICATION, "manner": "in_person"}
    case_id = UUID((await door.post("/reconsiderations", OFFICER, **said)).json()["case_id"])
    path = f"/reconsiderations/{case_id}"
    assert (await door.post(f"{path}/acceptance", OFFICER)).is_success
    on = day("2026-03-02")
    for _ in range(2):
        noted = partial(note_in_case, case_id=case_id, filed_on=on, on=on)
        await door.hub.act(Act(do=noted, files=[case_id]))
    pages = "SELECT count(*) FROM hub.outbox WHERE kind = 'reconsideration.suit_on_record.v1'"
    assert await door.hub.pool.fetchval(pages) == 1
    async with building(door.hub) as house:
        officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
        here = f"/desk/reconsideration/files/{case_id}"
        shown = (await officer.get(here)).text
        assert "有起诉记录，请查明" in shown
        assert "有起诉记录，查明人民法院是否已经受理，记入审查认定" in shown
        form = f"/desk/disputes/{UUID(int=1)}/files/{case_id}/conditions"
        sent = await officer.fill(form, text="起诉人不是申请人。", earlier="suit_other")
        assert sent.status_code == 303, sent.text
        assert "有起诉记录，请查明" not in (await officer.get(here)).text


def suit_of(walk: Walk, who: UUID, on: str = "2026-03-26") -> Walk:
    fact = note_suit(walk.case, head(walk.case, on, by=CLOCK), SUED, who)
    assert fact is not None
    return walk.record(fact)


def test_who_sued_is_known_and_a_suit_of_nobody_here_bars_nothing() -> None:
    """写明谁起诉的，不是本案申请人的起诉不妨碍本案；另一人起诉的另行记载 (ARL 29)."""
    walk = accepted(applicants=(ANNA, BERT))
    assert note_suit(walk.case, walk.head(ON), SUED, UUID(int=77)) is None
    suit_of(walk, ANNA)
    assert walk.case.suit == Suit(filed_on=SUED, suers=(ANNA,))
    assert note_suit(walk.case, walk.head(ON), SUED, ANNA) is None
    assert may_concern_some(walk.case)
    suit_of(walk, BERT)
    assert walk.case.suit == Suit(filed_on=SUED, suers=(ANNA, BERT))
    assert not may_concern_some(walk.case), "all of them sued, and nobody is severed for it"
    assert suit_of(sued(accepted(applicants=(ANNA, BERT))), ANNA).case.suit == Suit(filed_on=SUED)


def test_with_who_withdraws_before_acceptance_goes_the_suit_of_its_own() -> None:
    """受理前撤回的人的起诉记录不由其他人说明；其他人的起诉记录留下，重新查明 (ARL 29, 30)."""
    for who, left in ((ANNA, None), (BERT, Suit(filed_on=SUED, suers=(BERT,)))):
        walk = suit_of(received(applicants=(ANNA, BERT)), who)
        walk.then(ApplicantsWithdrew, "2026-03-27", applicants=(ANNA,))
        assert walk.case.suit == left


def test_with_who_sued_goes_the_suit_and_who_stays_has_none() -> None:
    """起诉的人分案的，起诉记录随其转入，留下的人没有起诉记录 (ARL 29; RULES 136)."""
    walk = suit_of(accepted(applicants=(ANNA, BERT)), ANNA)
    own, others = (accepted(applicants=(one,)) for one in (ANNA, BERT))
    for new in (own, others):
        for page in with_application(walk.case, new.case):
            new.record(page(new.head("2026-03-31")))
    assert (own.case.suit, others.case.suit) == (Suit(filed_on=SUED, suers=(ANNA,)), None)
    walk.record(sever(walk.case, walk.head("2026-03-31"), {ANNA}, PAPER, PAPER))
    assert walk.case.suit is None
