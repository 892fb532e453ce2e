"""委员会的页面: the secretary's desk, roster and load, and what a member is asked."""

import json
import re
from collections.abc import AsyncIterator
from functools import partial
from html import unescape
from uuid import UUID, uuid4

import pytest

from services.consultation.agents import LISTENS
from services.consultation.commands import (
    Voice,
    convene,
    declare_recusal,
    file_of,
    give_opinion,
    hold_meeting,
    roster_of,
)
from shared.auth import LocalTokens, Role
from shared.contracts.consultation import Calling
from shared.contracts.fact import Head
from shared.contracts.reconsideration import ConsultationGround, ConsultationRequested, Stance
from shared.work import Act, Hub, Work
from tests.consultation.makers import (
    AUTHORITY,
    DISPUTE,
    EXPERTS,
    FIVE,
    LAW,
    RESPONDENT,
    THREE,
    enrolled,
    expert,
)
from tests.desks.body import at_work
from tests.desks.visitor import Building, Visitor, building, hidden, two_pages
from tests.registering import take_in

LABELS = {"authority": AUTHORITY, "county": "620702", "departments": RESPONDENT}
COMMITTEE = "620702-committee"
CHOSEN = re.compile('<option value="([^"]*)" selected>')
DESK, MINE, ROSTER = "/desk/consultation", "/desk/consultation/mine", "/desk/consultation/roster"


@pytest.fixture
async def house(hub: Hub) -> AsyncIterator[Building]:
    async with building(hub) as found:
        yield found


@pytest.fixture
def secretary(house: Building) -> Visitor:
    return house.visitor(Role.SECRETARY, organ=COMMITTEE)


def member(house: Building, code: str) -> Visitor:
    tokens: LocalTokens = house.app.state.tokens
    return Visitor(house.client, tokens.issue(code, [Role.COMMITTEE], organ=COMMITTEE))


async def asked(hub: Hub) -> UUID:
    """A request of the authority, with its question; the consultation."""
    await take_in(hub, DISPUTE)
    request, now = uuid4(), hub.clock.now()
    room = file_of(request)
    heard = LISTENS[ConsultationRequested]

    fact = ConsultationRequested(
        head=Head(dispute_id=DISPUTE, case_id=request, version=9, on=now.date(), at=now, by="o-7"),
        authority=AUTHORITY,
        county="620702",
        ground=ConsultationGround.TECHNICAL,
        question_id=request,
    )

    def ask(work: Work) -> None:
        asked = work.document(room, DISPUTE, "question", "占道面积应当怎样认定？")
        heard.handler(work, fact.model_copy(update={"question_id": asked}))

    await hub.act(Act(do=ask, files=list(heard.files(fact)), labels=LABELS))
    return room


async def seated(hub: Hub) -> UUID:
    """The same once its panel is seated."""
    await enrolled(hub, AUTHORITY)
    room = await asked(hub)
    seat = partial(convene, case_id=room, members=THREE, field=LAW, by="secretary-1")
    await hub.act(Act(do=seat, files=[room, roster_of(AUTHORITY)]))
    return room


async def test_a_request_waits_for_a_panel_that_is_chosen_from_the_candidates_by_name(
    hub: Hub, house: Building, secretary: Visitor
) -> None:
    """等待组成小组的在前；候选委员按选定的先后列出；不合规定的依法退回 (RULES 21, 71)."""
    assert "没有等待组成小组的提请" in (await secretary.get(DESK)).text
    await enrolled(hub, AUTHORITY)
    room = await asked(hub)
    listed = (await secretary.get(DESK)).text
    assert f'data-row="{room}"' in listed
    assert "组成咨询小组" in listed
    path = f"{DESK}/files/{room}"
    page = await secretary.get(path)
    assert "占道面积应当怎样认定" in page.text
    assert 'name="members" value="committee-1"' in page.text
    [form] = re.findall(r'method="post" action="([^"]+/panel)"', page.text)
    typed = {**hidden(page), "speciality": "land"}
    two = await secretary.send(form, {**typed, "members": list(THREE[:2])})
    assert (two.status_code, "三名以上单数" in two.text) == (409, True)
    assert 'data-keep="panel"' in two.text
    ticked = set(re.findall(r'name="members" value="([^"]+)" checked', two.text))
    assert ticked == set(THREE[:2])
    assert len(re.findall('name="members" value="', two.text)) == len(THREE)
    without = await secretary.send(form, {**typed, "members": list(THREE)})
    assert (without.status_code, "应当写明理由" in without.text) == (409, True)
    said = {"members": list(THREE), "unmatched": "该领域的委员均在外地"}
    done = await secretary.send(form, {**typed, **said})
    assert done.headers["location"] == path, done.text
    kept = (await secretary.get(path)).text
    assert "案件所需的专业领域：土地和自然资源" in kept
    assert "组成时没有该领域的委员" in kept
    shown = (await secretary.get(f"{DESK}?tab=seated")).text
    assert f'data-row="{room}"' in shown
    assert "0/3名委员已提出意见" in shown
    other = house.visitor(Role.SECRETARY, organ="620700-committee")
    assert str(room) not in (await other.get(f"{DESK}?tab=seated")).text
    assert (await other.get(path)).status_code == 404


async def test_consultations_are_sorted_and_those_that_are_over_do_not_say_that_they_are_due(
    hub: Hub, secretary: Visitor
) -> None:
    """咨询办件可以按到期、按收到排，次序在地址里；终结的按收到，不说先到期 (RULES 71)."""
    room = await asked(hub)
    usual = (await secretary.get(DESK)).text
    assert '<p class="quiet">先到期的在前，' in usual
    for sort, says in (("-due", "后到期的在前"), ("received", "先收到的在前")):
        page = (await secretary.get(f"{DESK}?sort={sort}")).text
        assert f'data-row="{room}"' in page, sort
        assert f'<p class="quiet">{says}，' in page, sort
    over = (await secretary.get(f"{DESK}?tab=done")).text
    assert '<p class="quiet">后收到的在前，' in over
    assert (await secretary.get(f"{DESK}?sort=name")).status_code == 422


async def test_a_member_reads_the_question_and_gives_an_own_opinion_only_where_it_sits(
    hub: Hub, house: Building, secretary: Visitor
) -> None:
    """只看得到自己参加的；提出本人意见、申报回避都在这一页；查看问题记录在案 (RULES 72, 73)."""
    room = await seated(hub)
    outsider, sitting = member(house, "committee-9"), member(house, THREE[0])
    assert "现在没有请您咨询的案件" in (await outsider.get(MINE)).text
    assert (await outsider.get(f"{DESK}/files/{room}")).status_code == 404
    assert "您还没有提出意见" in (await sitting.get(MINE)).text
    page = (await sitting.get(f"{DESK}/files/{room}")).text
    assert "占道面积应当怎样认定" in page
    assert THREE[1] not in page  # a member is not shown who else thinks what
    acts = re.findall(r'href="[^"]+/([a-z-]+)\?back=', page)
    assert set(acts) == {"own-opinion", "own-recusal"}
    assert await hub.pool.fetchval(
        "SELECT count(*) FROM hub.documents_read WHERE reader = $1", THREE[0]
    )
    form = f"/desk/disputes/{DISPUTE}/files/{room}/own-opinion"
    done = await sitting.fill(
        f"{form}?back={DESK}/files/{room}", stance="agrees", text="同意", back=MINE
    )
    assert done.headers["location"] == MINE, done.text
    assert "您已提出意见：同意拟办意见" in (await sitting.get(MINE)).text
    assert "1/3名委员已提出意见" in (await secretary.get(f"{DESK}?tab=seated")).text


async def test_who_sat_reads_what_the_panel_thinks_and_who_thought_otherwise_once_it_is_given(
    hub: Hub, house: Building, secretary: Visitor
) -> None:
    """咨询意见提出以后，参加的委员看到结论、各人意见和不同意见；提出以前看不到 (RULES 73)."""
    await at_work(hub, COMMITTEE, **{THREE[2]: "牛强"})
    room = await asked(hub)
    await enrolled(hub, AUTHORITY)
    assert f"牛强（{THREE[2]}）　" in (await secretary.get(f"{DESK}/files/{room}")).text
    roster = roster_of(AUTHORITY)
    voices = [Voice(one, Stance.AGREES) for one in THREE[:2]]
    voices.append(Voice(THREE[2], Stance.DISAGREES))
    met = {"chair": THREE[0], "voices": voices, "minutes": "二比一。"}
    given = {"stance": Stance.AGREES, "text": "同意拟办意见。"}
    sitting = member(house, THREE[0])
    for act, said in (
        (convene, {"members": THREE, "field": LAW}),
        (hold_meeting, met),
        (give_opinion, given),
    ):
        assert "牛强" not in (await sitting.get(f"{DESK}/files/{room}")).text
        do = partial(act, case_id=room, by="secretary-1", **said)  # type: ignore[arg-type]
        await hub.act(Act(do=do, files=[room, roster]))
    page = (await sitting.get(f"{DESK}/files/{room}")).text
    assert "咨询意见：同意拟办意见" in page
    row = re.search(rf"牛强（{THREE[2]}）</th>(.*?)</tr>", page.replace("\n", ""))
    assert row is not None
    assert "不同意见" in row[1]


async def test_a_recusal_that_waits_is_seen_by_the_secretary_and_holds_the_member(
    hub: Hub, house: Building, secretary: Visitor
) -> None:
    """回避待决定的标明；决定以前本人不提出意见 (RULES 72)."""
    room = await seated(hub)
    say = partial(declare_recusal, case_id=room, reason="与申请人系近亲属", by=THREE[1])
    await hub.act(Act(do=say, files=[room]))
    assert "回避待决定" in (await secretary.get(f"{DESK}?tab=seated")).text
    assert "您的回避尚待决定" in (await member(house, THREE[1]).get(f"{DESK}/files/{room}")).text


async def test_the_director_finds_what_is_to_be_decided_and_decides_it_on_a_form(
    hub: Hub, house: Building
) -> None:
    """不在小组的主任在“请我咨询的”看到待决定的回避，用表单决定，不能提出意见 (RULES 72)."""
    await enrolled(hub, AUTHORITY, [*EXPERTS, expert("committee-6", post="director")])
    room = await asked(hub)
    seat = partial(convene, case_id=room, members=THREE, field=LAW, by="secretary-1")
    await hub.act(Act(do=seat, files=[room, roster_of(AUTHORITY)]))
    director = member(house, "committee-6")
    assert str(room) not in (await director.get(MINE)).text
    say = partial(declare_recusal, case_id=room, reason="与申请人系近亲属", by=THREE[1])
    await hub.act(Act(do=say, files=[room]))
    assert f'data-row="{room}"' in (await director.get(MINE)).text
    page = (await director.get(f"{DESK}/files/{room}")).text
    assert set(re.findall(r'href="[^"]+/([a-z-]+)\?back=', page)) == {"recusal-ruling"}
    form = f"/desk/disputes/{DISPUTE}/files/{room}/recusal-ruling"
    said = {"member": THREE[1], "granted": "true", "reason": "情况属实", "back": MINE}
    done = await director.fill(f"{form}?back={DESK}/files/{room}", **said)
    assert done.headers["location"] == MINE, done.text
    assert str(room) not in (await director.get(MINE)).text
    head = house.visitor(Role.RECONSIDERATION_HEAD, organ=AUTHORITY)
    assert (await head.get(form)).status_code == 200


async def test_a_head_of_the_body_who_sits_finds_whose_recusal_is_to_be_decided(
    hub: Hub, house: Building
) -> None:
    """复议机构负责人兼任委员、没有主任的，在咨询案上决定他人的回避，不决定本人的 (RULES 72)."""
    room = await seated(hub)
    tokens: LocalTokens = house.app.state.tokens
    roles = [Role.COMMITTEE, Role.RECONSIDERATION_HEAD]
    sits = Visitor(house.client, tokens.issue(THREE[0], roles, organ=AUTHORITY))
    offered = re.compile(r'href="[^"]+/([a-z-]+)\?back=')
    for code, more in ((THREE[0], set()), (THREE[1], {"recusal-ruling"})):
        say = partial(declare_recusal, case_id=room, reason="与申请人系近亲属", by=code)
        await hub.act(Act(do=say, files=[room]))
        page = (await sits.get(f"{DESK}/files/{room}")).text
        assert set(offered.findall(page)) & {"recusal-ruling"} == more, code


async def test_the_roster_is_sifted_by_field_and_term_and_reading_names_is_on_record(
    hub: Hub, secretary: Visitor
) -> None:
    """按专业领域、任期筛选；尚缺哪类委员写明；查看姓名记录在案 (ARR2026 50; RULES 70)."""
    assert "名册上还没有委员" in (await secretary.get(ROSTER)).text
    more = [
        expert(FIVE[3], Calling.SCHOLAR, specialities=["land"], term_until="2026-12-31"),
        expert(FIVE[4], Calling.SCHOLAR, term_until="2026-06-30"),
    ]
    await enrolled(hub, AUTHORITY, [EXPERTS[2], *more])
    page = (await secretary.get(ROSTER)).text
    assert re.findall(r'class="quiet nowrap">(committee-\d)<', page) == [FIVE[4], FIVE[3], THREE[2]]
    assert "尚缺：" in page
    for sift, left in (
        ("field=land", [FIVE[3]]),
        ("term=ending", [FIVE[3]]),
        ("term=over", [FIVE[4]]),
        ("term=serving", [FIVE[3], THREE[2]]),
    ):
        sifted = (await secretary.get(f"{ROSTER}?{sift}")).text
        assert re.findall(r'class="quiet nowrap">(committee-\d)<', sifted) == left, sift
    assert "没有符合条件的委员" in (await secretary.get(f"{ROSTER}?field=police")).text
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.people_read")


async def test_an_expert_is_registered_and_changed_on_the_forms_of_the_doors(
    hub: Hub, house: Building, secretary: Visitor
) -> None:
    """登记、变更、退出、设定时限都用接口的表单；委员自己不能登记 (RULES 70, 74)."""
    known = "INSERT INTO hub.post (code, title, roles, organ) VALUES ($1, '石磊', $2, $3)"
    await hub.pool.execute(known, THREE[0], str(Role.COMMITTEE), COMMITTEE)
    said = expert(THREE[0])
    said["specialities"] = ["law"]
    short = await secretary.fill(f"{ROSTER}/new", **{**said, "name": ""})
    assert (short.status_code, THREE[0] in short.text) == (422, True)
    done = await secretary.fill(f"{ROSTER}/new", **said)
    assert done.headers["location"] == ROSTER, done.text
    page = (await secretary.get(ROSTER)).text
    forms = (rf"{ROSTER}/[^/\"]+/{THREE[0]}", *(f'/desk/[^"]+/{act}' for act in ("exit", "times")))
    for act in forms:
        [path] = re.findall(rf'href="({act})[?"]', page)
        assert (await secretary.get(path)).status_code == 200, act
    reader = member(house, THREE[0])
    assert (await reader.get(f"{ROSTER}/new")).status_code == 403
    assert "登记委员" not in (await reader.get(ROSTER)).text


async def test_the_load_of_the_experts_is_read_for_a_stretch_of_days(
    hub: Hub, secretary: Visitor
) -> None:
    """各委员列入小组、出席、缺席的次数，按小组组成的时间 (RULES 71)."""
    await seated(hub)
    page = (await secretary.get("/desk/consultation/load")).text
    line = re.search(rf"{THREE[0]}</th>(.*?)</tr>", page.replace("\n", ""))
    assert line is not None
    assert re.findall(r'"number">(\d+)<', line[1]) == ["1", "0", "0", "0", "0", "0"]
    before = (await secretary.get("/desk/consultation/load?since=2020-01-01&until=2020-12-31")).text
    line = re.search(rf"{THREE[0]}</th>(.*?)</tr>", before.replace("\n", ""))
    assert line is not None
    assert re.findall(r'"number">(\d+)<', line[1])[0] == "0"


async def test_the_load_of_the_experts_is_turned_over_in_its_order(
    hub: Hub, secretary: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """委员履职逐页翻看，时间和次序留在地址里 (RULES 71)."""
    await seated(hub)
    shown = re.compile(r'<th scope="row">([^<]+)</th>')
    span = "since=2026-01-01&until=2027-01-01"
    path = f"/desk/consultation/load?{span}&sort=-expert"
    whole = await secretary.get(path)
    found = shown.findall(whole.text)
    assert len(found) > 1
    assert found == sorted(found, reverse=True)
    assert hidden(whole) == {"sort": "-expert"}
    monkeypatch.setattr("services.consultation.pages.roster.EACH", len(found) - 1)
    assert shown.findall(await two_pages(secretary, path)) == found
    assert "这一页没有委员了" in (await secretary.get(f"{path}&page=9")).text


async def test_the_form_of_a_meeting_has_a_row_for_each_member_and_asks_what_each_thinks(
    hub: Hub, secretary: Visitor
) -> None:
    """案件咨询会议的表单，每名委员一行；没有写明意见的退回核对 (ARR2026 51; RULES 73)."""
    room = await seated(hub)
    path = f"/desk/disputes/{DISPUTE}/files/{room}/meeting"
    shown = await secretary.get(path)
    fields = re.findall(r'name="opinions/\d/member".*?</select>', shown.text, re.DOTALL)
    assert [one for field in fields for one in CHOSEN.findall(field) if one] == list(THREE)
    typed = {f"opinions/{n}/member": code for n, code in enumerate(THREE)}
    stances = {f"opinions/{n}/stance": "agrees" for n in range(2)}
    said = {**hidden(shown), **typed, **stances, "chair": THREE[0], "minutes": "一致同意。"}
    no = await secretary.send(path, said)
    assert (no.status_code, 'href="#f-opinions-2-stance"' in no.text) == (422, True)
    done = await secretary.send(path, {**said, "opinions/2/member": ""})
    assert done.status_code == 303, done.text
    kept = "SELECT body::jsonb -> 'absent' FROM hub.outbox WHERE kind LIKE '%meeting%'"
    assert json.loads(await hub.pool.fetchval(kept)) == [THREE[2]]


async def test_an_expert_is_changed_and_leaves_from_its_own_row(
    hub: Hub, secretary: Visitor
) -> None:
    """名册一行上的“变更”“退出”带着这名委员；变更从现有的登记开始 (RULES 70)."""
    await enrolled(hub, AUTHORITY)
    page = (await secretary.get(ROSTER)).text
    [change] = re.findall(rf'href="({ROSTER}/[^"]+/{THREE[0]})"', page)
    form = await secretary.get(change)
    assert THREE[0] in CHOSEN.findall(form.text)
    assert re.search('name="name" value="[^"]+"', form.text)
    assert re.search('name="term_until" value="2[^"]+"', form.text)
    [out] = re.findall(rf'href="([^"]+/exit[?]expert={THREE[0]}&[^"]+)"', page)
    assert CHOSEN.findall((await secretary.get(unescape(out))).text) == [THREE[0]]
    assert (await secretary.get(f"{change}-nobody")).status_code == 404
