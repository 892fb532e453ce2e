"""全体会议 of the whole committee: who came, what was discussed, and its minutes (RULES 142)."""

import re
from collections.abc import AsyncIterator
from datetime import datetime, time
from typing import Any

import pytest

from services.consultation.domain.plenary import Plenary, hold
from services.consultation.domain.roster import Roster
from services.consultation.queries import loads, named
from services.consultation.store import ROSTERS, roster_of
from shared.auth import Role
from shared.clock import StillClock
from shared.contracts.consultation import PlenaryHeld, PlenarySubject, Post
from shared.law.article import RULES
from shared.law.period import CITY
from shared.work import Hub
from tests.consultation.makers import (
    AUTHORITY,
    EXPERTS,
    FIVE,
    PAPER,
    THREE,
    day,
    enrolled,
    expert,
    head,
    one,
    refused,
    roster,
)
from tests.desks.visitor import Building, building, two_pages

ON = "2026-03-20"
ORDERS = ("on", "-on")
MINUTES = re.compile(r"<p>(研究[^<]+|第二次会议|补记的会议)。</p>")
LED = {code: one(post=Post.DIRECTOR if code == THREE[0] else Post.MEMBER) for code in FIVE}


def held(of: Roster, *attended: str, chair: str = "", called: str = "2026-03-10") -> PlenaryHeld:
    said = Plenary(
        called_on=day(called),
        chair=chair or attended[0],
        attended=attended,
        subjects=(PlenarySubject.COMMON,),
    )
    return hold(of, head(of, ON), said, PAPER)


def test_more_than_half_of_the_committee_meets_under_its_director_and_who_is_away_is_on_file() -> (
    None
):
    """主任主持，过半数委员出席，缺席的记明 (ARL 52; ARR2026 51; RULES 142)."""
    of = roster(LED)
    fact = held(of, *THREE)
    assert (fact.absent, fact.committee) == (FIVE[3:], of.committee)
    assert of.after(fact).version == of.version + 1


@pytest.mark.parametrize(
    ("attended", "more"),
    [
        (THREE[:2], {}),
        ((*THREE[:2], THREE[0]), {}),
        ((*THREE, "committee-9"), {}),
        (THREE, {"chair": THREE[1]}),
        (FIVE[1:], {"chair": THREE[0]}),
        (THREE, {"called": "2026-03-21"}),
    ],
    ids=["half", "twice", "a stranger", "no director", "who is away", "called afterwards"],
)
def test_a_plenary_meeting_that_does_not_meet_the_rule_is_refused(
    attended: tuple[str, ...], more: dict[str, Any]
) -> None:
    """不过半数、重复、不在册、主持人不合、会后通知的，不予记录 (RULES 142)."""
    assert refused(lambda: held(roster(LED), *attended, **more)) == RULES[142]


def test_whose_term_is_over_neither_counts_nor_comes() -> None:
    """任期以外的委员不计入人数、不得出席 (RULES 142)."""
    over = {code: one(term_until=day("2026-03-19")) for code in FIVE[3:]}
    of = roster({**{code: one() for code in THREE}, **over})
    assert held(of, *THREE[:2]).absent == (THREE[2],)
    assert refused(lambda: held(of, *THREE, FIVE[3])) == RULES[142]


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day(ON), time(9), CITY))


@pytest.fixture
async def house(hub: Hub) -> AsyncIterator[Building]:
    async with building(hub) as found:
        yield found


async def test_the_secretary_records_it_on_a_form_and_the_committee_reads_the_minutes_on_record(
    hub: Hub, house: Building, monkeypatch: pytest.MonkeyPatch
) -> None:
    """办事人员记录全体会议，委员在其页面看到姓名和纪要，查看留痕；委员不能记录 (ARL 52)."""
    director = expert("committee-6", post="director")
    await enrolled(hub, AUTHORITY, [*EXPERTS, director])
    secretary = house.visitor(Role.SECRETARY, organ="620702-committee")
    member = house.visitor(Role.COMMITTEE, organ="620702-committee")
    page = (await secretary.get("/desk/consultation/roster")).text
    [form] = {part.split('"')[0] for part in page.split('href="') if "/plenary?back=" in part[:200]}
    said = {
        "called_on": "2026-03-10",
        "chair": "committee-6",
        "attended": "\n".join((*THREE[:2], "committee-6")),
        "subjects": ["common", "yearly_report"],
        "minutes": "研究占道经营处罚案件的裁量标准。",
    }
    done = await secretary.fill(form, **said)
    assert done.status_code == 303, done.text
    readers = "SELECT count(*) FROM hub.documents_read WHERE purpose = '查看全体会议纪要'"
    names = await named(hub, (await hub.read(ROSTERS, roster_of(AUTHORITY)))[0], "a-reader")
    name = {one.code: one.name for one in names}
    here = f"/desk/consultation/plenaries/{roster_of(AUTHORITY)}"
    for who in (secretary, member):
        text = (await who.get("/desk/consultation/roster")).text
        assert f'href="{here}"' in text
        assert "研究占道经营处罚案件的裁量标准。" not in text
        before = await hub.pool.fetchval(readers)
        text = (await who.get(here)).text
        assert await hub.pool.fetchval(readers) == before + 1
        assert "研究占道经营处罚案件的裁量标准。" in text
        assert f"主持：{name['committee-6']}" in text
        assert f"缺席：{name[THREE[2]]}" in text
        assert "年度工作报告" in text
        assert "committee-6" not in text
    counted = await loads(hub, "620702-committee", day("2026-03-01"), day("2026-12-31"))
    assert (counted["committee-6"].attended, counted[THREE[2]].absent) == (1, 1)
    assert not await loads(hub, "620702-committee", day("2026-01-01"), day("2026-03-01"))
    monkeypatch.setattr("services.consultation.pages.plenaries.A_PAGE", 1)
    assert (await secretary.fill(form, **said | {"minutes": "第二次会议。"})).status_code == 303
    both = [(await member.get(f"{here}{more}")).text for more in ("", "?skip=1")]
    assert ["第二次会议。" in one for one in both] == [True, False]
    assert ["研究占道经营" in one for one in both] == [False, True]
    assert 'rel="next"' in both[0]
    earlier = said | {"on": "2026-03-12", "minutes": "补记的会议。"}
    assert (await secretary.fill(form, **earlier)).status_code == 303
    monkeypatch.setattr("services.consultation.pages.plenaries.A_PAGE", 2)
    told = {
        sort: MINUTES.findall(await two_pages(member, f"{here}?sort={sort}")) for sort in ORDERS
    }
    assert told["on"] == ["补记的会议", "研究占道经营处罚案件的裁量标准", "第二次会议"]
    assert told["-on"] == [*reversed(told["on"])]
    fits = {
        "subject=yearly_report": told["-on"],
        "subject=working_rules": [],
        "since=2026-03-13&until=": told["-on"][:2],
        "until=2026-03-12": ["补记的会议"],
        f"since={ON}&until={ON}&subject=common&sort=on": told["on"][1:],
    }
    monkeypatch.setattr("services.consultation.pages.plenaries.A_PAGE", 3)
    for query, meetings in fits.items():
        text = (await member.get(f"{here}?{query}")).text
        assert MINUTES.findall(text) == meetings, query
        assert ("没有符合条件的全体会议" in text) == (not meetings)
    assert "/plenary?back=" not in (await member.get("/desk/consultation/roster")).text
    assert (await member.fill(form, **said)).status_code == 403
