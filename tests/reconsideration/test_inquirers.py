"""调查、勘验人员的回避: who inquired is objected to as who handles (ARL 45; RULES 47)."""

from collections.abc import Callable
from importlib import import_module

import pytest

from services.reconsideration.commands import assigning, filing, inquiring
from services.reconsideration.domain import inquiring_acts as acts
from services.reconsideration.domain import recusal
from services.reconsideration.domain.assigning import Team
from services.reconsideration.domain.inquiring_acts import Visit
from services.reconsideration.pages.offers import handlers
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.assigning import ReviewersAssigned, Tie
from shared.contracts.reconsideration.higher import ElevatedFileReceived
from shared.contracts.reconsideration.inquiring import EvidenceTaken, Inquiry, InspectionEnded
from shared.law.article import RULES, Article
from shared.law.procedure import Refused
from tests.reconsideration.acting import FILE, Desk, clock, desk  # noqa: F401 - fixtures
from tests.reconsideration.makers import PAPER, Walk, accepted

TWO = ("fuyi-11", "fuyi-12")
SAID = {"tie": Tie.INTEREST, "reason_id": PAPER}


def refused(act: Callable[[], object]) -> Article | None:
    with pytest.raises(Refused) as refusal:
        act()
    return refusal.value.article


def inquired(kind: type[Fact] = EvidenceTaken) -> Walk:
    """Two of the body inquire who do not handle the case."""
    walk = accepted().then(ReviewersAssigned, "2026-03-06", reviewers=("fuyi-07", "fuyi-08"))
    return walk.then(kind, "2026-03-09", inquirers=TWO)


def asked(walk: Walk, who: str) -> Walk:
    head = walk.head("2026-03-10")
    fact = recusal.request_recusal(
        walk.case, head, asked_by=Standing.APPLICANT, reviewer=who, **SAID
    )
    return walk.record(fact)


def settled(walk: Walk, who: str, successor: str | None = None) -> Walk:
    said = {"reviewer": who, "replaced": True, "successor": successor, **SAID}
    return walk.record(recusal.decide_recusal(walk.case, walk.head("2026-03-11"), **said))


@pytest.mark.parametrize("kind", [EvidenceTaken, InspectionEnded])
def test_whoever_inquires_is_recused_as_a_reviewer_is(kind: type[Fact]) -> None:
    """调查取证、勘验的人员，不办理本案的也可以申请其回避，以后不再调查 (ARL 45; RULES 47)."""
    walk = asked(inquired(kind), "fuyi-11")
    assert walk.case.recusals_named == ("fuyi-11",)
    settled(walk, "fuyi-11")
    assert walk.case.reviewers == ("fuyi-07", "fuyi-08")
    assert (walk.case.recused, walk.case.recusals_pending) == (("fuyi-11",), 0)
    assert recusal.at_work(walk.case) == ("fuyi-07", "fuyi-08", "fuyi-12")
    again = Visit(inquirers=TWO, shown=True)
    head = walk.head("2026-03-12")
    more = (again, (Inquiry.QUESTION,), PAPER)
    assert refused(lambda: acts.take(walk.case, head, *more, unsigned_id=None)) == RULES[47]
    assert refused(lambda: asked(walk, "fuyi-11")) == RULES[47], "it is decided"


def test_nobody_else_is_objected_to_and_nobody_at_work_steps_in() -> None:
    """没有办理、听证、调查的不是回避的对象；接替的人不得已在本案办理 (RULES 47)."""
    walk = inquired()
    assert refused(lambda: asked(walk, "fuyi-13")) == RULES[47]
    asked(walk, "fuyi-11")
    for taken in ("fuyi-07", "fuyi-12"):
        assert refused(lambda taken=taken: settled(walk, "fuyi-11", taken)) == RULES[47]
    assert settled(walk, "fuyi-11", "fuyi-13").case.recused == ("fuyi-11",)


def test_who_handles_and_inquired_is_replaced_for_both() -> None:
    """办理人员自己调查的，回避以后两处都不再是 (RULES 47)."""
    walk = accepted().then(ReviewersAssigned, "2026-03-06", reviewers=("fuyi-07", "fuyi-08"))
    walk.then(EvidenceTaken, "2026-03-09", inquirers=("fuyi-07", "fuyi-12"))
    settled(asked(walk, "fuyi-07"), "fuyi-07", "fuyi-09")
    assert recusal.at_work(walk.case) == ("fuyi-09", "fuyi-08", "fuyi-12")


def test_above_nobody_is_objected_to_who_inquired_below() -> None:
    """提级以后由上级的人员办理，下级调查的人不再是回避的对象 (ARL 38; RULES 47)."""
    walk = inquired().then(ElevatedFileReceived, "2026-03-20")
    assert recusal.at_work(walk.case) == ()


async def on_file(desk: Desk) -> None:  # noqa: F811
    """The same of a file in the database, one of the two recused."""
    await desk.apply()
    await desk.on("2026-03-05").do(filing.accept)
    await desk.do(assigning.assign, Team(reviewers=("fuyi-07", "fuyi-08")))
    said = (Visit(inquirers=TWO, shown=True), (Inquiry.QUESTION,))
    await desk.on("2026-03-09").do(inquiring.take, *said, record="询问笔录。")
    who = {"reviewer": "fuyi-11", "reason": "与申请人是近亲属。"}
    await desk.do(assigning.request_recusal, Tie.KIN, **who)
    named = {"replaced": True, "reason": "查明属实。"}
    await desk.do(assigning.decide_recusal, "fuyi-11", Tie.KIN, **named)


async def test_the_form_offers_who_inquired(desk: Desk) -> None:  # noqa: F811
    """申请回避的表单列出调查的人员，已经回避的不再列出 (RULES 47)."""
    await on_file(desk)
    offered = [code for code, _ in await handlers(desk.hub, FILE, {})]
    assert offered == ["fuyi-07", "fuyi-08", "fuyi-12"]


async def test_a_file_of_before_learns_from_its_pages_who_inquired(desk: Desk) -> None:  # noqa: F811
    """升级前的案卷，按其页补记谁调查、勘验，已经回避的除外 (RULES 47)."""
    await on_file(desk)
    kept = await desk.hub.pool.fetchval(INQUIRERS)
    assert kept == '["fuyi-12"]'
    await desk.hub.pool.execute(FORGET)
    assert await desk.hub.pool.fetchval(INQUIRERS) is None
    await desk.hub.pool.execute(import_module(WHO_INQUIRED).INQUIRERS)
    assert await desk.hub.pool.fetchval(INQUIRERS) == kept


INQUIRERS = "SELECT evidence ->> 'inquirers' FROM reconsideration.ordinary"
FORGET = "UPDATE reconsideration.ordinary SET evidence = evidence - 'inquirers'"
WHO_INQUIRED = "deploy.migrations.versions.2026_11_30_0873_know_who_inquired"
