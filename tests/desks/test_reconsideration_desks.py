"""承办人和负责人的页面: what is due, what comes next, what is lacking and why; what waits."""

import re
from collections.abc import AsyncIterator
from datetime import date, timedelta
from functools import partial
from html import unescape
from types import SimpleNamespace
from urllib.parse import urlencode
from uuid import UUID

import pytest

from services.consultation import commands as consulting
from services.reconsideration import agents
from services.reconsideration.commands import (
    aftermath,
    assigning,
    attached,
    deciding,
    drafting,
    enforcing,
    hearing,
    higher,
    pausing,
    proving,
    publishing,
    settling,
)
from services.reconsideration.commands.deciding import withdraw
from services.reconsideration.domain.hearing_acts import Panel
from services.reconsideration.domain.proving_acts import Said
from services.reconsideration.pages import mine
from services.reconsideration.pages.file import over_on
from services.reconsideration.store import aftermath_of, numbers_of
from shared.auth import Role
from shared.clock import StillClock
from shared.contracts.reconsideration import ApplicationDeclined, Outcome, Remedy, Standing
from shared.contracts.reconsideration.assigning import Tie
from shared.contracts.reconsideration.attached import Document
from shared.contracts.reconsideration.enforcing import PartyDuty
from shared.contracts.reconsideration.hearing_held import HearingGround
from shared.contracts.reconsideration.higher import Elevation
from shared.contracts.reconsideration.pausing import Suspension
from shared.contracts.reconsideration.proving import EvidenceKind, Proving
from shared.law.period import legal_day
from shared.law.wording import full
from shared.sweep import Sweep
from shared.work import Act, Hub, Work
from tests.consultation.makers import THREE, enrolled, hear, requested
from tests.desks.body import HANDLER, applied, at_work, heard, submitted
from tests.desks.visitor import Building, Visitor, building, hidden, two_pages
from tests.party.telephone import number
from tests.reconsideration.deciding import AGREED, CONSENT, HANDED
from tests.reconsideration.makers import ANNA, AUTHORITY, CITY_GOVERNMENT, RESPONDENT
from tests.registering import take_in

MINE, APPROVALS = "/desk/reconsideration/mine", "/desk/reconsideration/approvals"
FOLLOWING = "/desk/reconsideration/following"
ROW = re.compile(r'data-row="([^"]+)"')


@pytest.fixture
async def house(hub: Hub) -> AsyncIterator[Building]:
    async with building(hub) as found:
        yield found


@pytest.fixture
def officer(house: Building) -> Visitor:
    return house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)


@pytest.fixture
def head(house: Building) -> Visitor:
    return house.visitor(Role.RECONSIDERATION_HEAD, organ=AUTHORITY)


async def cases(hub: Hub, many: int, first: int = 1) -> list[UUID]:
    numbers = range(first, first + many)
    return [await applied(hub, await take_in(hub, UUID(int=n))) for n in numbers]


def rows(text: str) -> list[str]:
    return ROW.findall(text)


async def test_a_reviewer_finds_its_own_cases_and_those_that_nobody_has_yet(
    hub: Hub, officer: Visitor
) -> None:
    """本人承办的、尚未指定承办人的、本机关全部，各有件数；没有时说明怎么办 (ARL 36)."""
    assert "没有您承办的案件" in (await officer.get(MINE)).text
    own, others, new = await cases(hub, 3)
    await heard(hub, own)
    await heard(hub, others, ("fuyi-02", "fuyi-03"))
    page = (await officer.get(MINE)).text
    assert rows(page) == [str(own)]
    assert "我承办的 1" in page
    assert rows((await officer.get(f"{MINE}?whose=unassigned")).text) == [str(new)]
    assert len(rows((await officer.get(f"{MINE}?whose=every")).text)) == 3
    of_another = (await officer.get(f"{MINE}?reviewer=fuyi-02")).text
    assert rows(of_another) == [str(others)]
    assert "fuyi-02承办的 1" in of_another
    assert "我承办的" not in of_another
    nothing = (await officer.get(f"{MINE}?reviewer=fuyi-09")).text
    assert "没有fuyi-09承办的案件" in nothing
    assert "没有您承办的案件" not in nothing


async def test_those_who_handle_a_case_are_called_by_name_on_the_lists(
    hub: Hub, officer: Visitor, head: Visitor
) -> None:
    """清单上的承办人写姓名，没有登记姓名的写代码 (ARL 36)."""
    await at_work(hub, AUTHORITY, **{"fuyi-02": "马丽"})
    [case_id] = await cases(hub, 1)
    await heard(hub, case_id, ("fuyi-02", "fuyi-03"))
    await submitted(hub, case_id)
    told = "承办：马丽（fuyi-02）、fuyi-03"
    assert told in (await officer.get(f"{MINE}?whose=every")).text
    assert told in (await head.get(APPROVALS)).text
    of_another = (await officer.get(f"{MINE}?reviewer=fuyi-02")).text
    assert "马丽（fuyi-02）承办的 1" in of_another
    assert rows(of_another) == [str(case_id)]


async def test_who_sits_at_a_hearing_and_who_sent_the_draft_up_are_called_by_name(
    hub: Hub, officer: Visitor
) -> None:
    """一件案子的页面上，听证的组成人员、送审的人写姓名 (ARL 50, 61)."""
    known = {HANDLER: "马丽", "fuyi-02": "牛强", "fuyi-03": "何敏", "fuyi-04": "吴静"}
    await at_work(hub, AUTHORITY, **known)
    heard_at, sent = await cases(hub, 2)
    at = hub.clock.now() + timedelta(days=14)
    seats = Panel(host="fuyi-02", officers=(HANDLER, "fuyi-03"), recorder="fuyi-04")
    await heard(hub, heard_at)
    said = {"notice": "定于该日听证。", "place": "听证室", "by": HANDLER}
    plan = partial(hearing.plan, case_id=heard_at, ground=HearingGround.NEEDED, hearing_at=at)
    await hub.act(Act(do=partial(plan, seats=seats, **said), files=[heard_at]))
    page = (await officer.get(f"/desk/reconsideration/files/{heard_at}")).text
    assert f"听证定于{full(legal_day(at))}，尚未举行" in page
    told = page[page.index("<dt>主持人</dt>") :]
    for one in ("牛强（fuyi-02）", "马丽（o-1）、何敏（fuyi-03）", "吴静（fuyi-04）"):
        assert one in told
    await heard(hub, sent)
    await submitted(hub, sent)
    page = (await officer.get(f"/desk/reconsideration/files/{sent}")).text
    assert re.search(r"<dt>送审</dt><dd>[^<]*马丽（o-1）", page)


async def test_another_authority_sees_none_of_them(hub: Hub, house: Building) -> None:
    """只有本机关的案件 (ARL 24)."""
    [case_id] = await cases(hub, 1)
    stranger = house.visitor(Role.RECONSIDERATION_HEAD, organ="620700-government")
    for path in (f"{MINE}?whose=every", APPROVALS, "/desk/reconsideration/reviewers"):
        page = await stranger.get(path)
        assert (page.status_code, str(case_id) in page.text) == (200, False), path
    neighbour = house.visitor(Role.RECONSIDERATION_HEAD, organ="620721-government")
    assert (await neighbour.get(f"/desk/reconsideration/files/{case_id}")).status_code == 404


async def test_a_recusal_before_the_committee_waits_for_the_head_where_no_director_decides(
    hub: Hub, head: Visitor
) -> None:
    """没有主任的，咨询委员的回避列入待审批，由复议机构负责人决定；决定以后不再列 (RULES 72)."""
    [case_id] = await cases(hub, 1)
    await heard(hub, case_id)
    await enrolled(hub, AUTHORITY)
    asked = requested(case_id, AUTHORITY)
    at = asked.head.model_copy(update={"dispute_id": UUID(int=1)})
    await hear(hub, asked.model_copy(update={"head": at}), AUTHORITY)
    room = consulting.file_of(case_id)
    files = [room, consulting.roster_of(AUTHORITY)]
    seat = partial(consulting.convene, case_id=room, members=THREE, by="secretary-1")
    await hub.act(Act(do=seat, files=files))
    assert "咨询委员回避的决定" not in (await head.get(APPROVALS)).text
    say = partial(consulting.declare_recusal, case_id=room, reason="系近亲属", by=THREE[0])
    await hub.act(Act(do=say, files=[room]))
    page = (await head.get(f"{APPROVALS}?what=panel_recusal")).text
    assert rows(page) == [f"panel_recusal-{case_id}"]
    [link] = re.findall(rf'href="([^"]+at={room}[^"]*)"', page)
    shown = (await head.get(unescape(link))).text
    [form] = set(re.findall(r'href="([^"]+/recusal-ruling\?[^"]*)"', shown))
    done = await head.fill(unescape(form), member=THREE[0], granted="true", reason="属实")
    assert done.status_code == 303, done.text
    assert rows((await head.get(APPROVALS)).text) == []


async def test_approvals_are_the_heads_alone(house: Building, officer: Visitor) -> None:
    """待审批、承办情况只给行政复议机构负责人."""
    for path in (APPROVALS, f"{APPROVALS}/next", "/desk/reconsideration/reviewers"):
        assert (await officer.get(path)).status_code == 403
    window = house.visitor(Role.WINDOW)
    assert (await window.get(MINE)).status_code == 403


async def test_each_case_says_what_comes_next_and_what_a_decision_lacks_with_the_article(
    hub: Hub, officer: Visitor
) -> None:
    """下一步办什么，还缺什么，依据哪一条 (ARL 36, 48, 49)."""
    new, ready = await cases(hub, 2)
    page = (await officer.get(f"{MINE}?whose=unassigned")).text
    door = rf"/desk/disputes/[^\"]+/files/{new}/acceptance\?back={MINE}%3Fwhose%3Dunassigned"
    [link] = re.findall(rf'<a href="({door})">审查，决定是否受理', page)
    form = await officer.get(link)
    assert f'name="back" value="{MINE}?whose=unassigned"' in form.text, "the list is lost"
    await heard(hub, ready)
    assert "审理认定" in (await officer.get(MINE)).text
    await heard(hub, new, ())
    page = (await officer.get(f"/desk/reconsideration/files/{new}")).text
    assert "尚未指定行政复议人员" in page
    assert "现在不能作出决定" in page
    assert "《行政复议法实施条例》第39条" in page or "《行政复议法实施条例》第32条" in page
    await submitted(hub, ready)
    assert "等待负责人审批" in (await officer.get(MINE)).text


async def test_every_respondent_stands_on_the_list_and_on_the_file(
    hub: Hub, officer: Visitor
) -> None:
    """共同被申请人都写在清单和案卷上，各自到了哪一步 (ARL 19, 48)."""
    other = "620702-shijian"
    case_id = await applied(hub, await take_in(hub, UUID(int=1)), joint=(other,))
    names = "、".join(hub.directory.organ(one).name for one in (RESPONDENT, other))
    assert names in (await officer.get(f"{MINE}?whose=every")).text
    path = f"/desk/reconsideration/files/{case_id}"
    page = (await officer.get(path)).text
    assert names in page
    assert "尚未发送副本" in page
    await heard(hub, case_id)
    page = (await officer.get(path)).text
    assert "收到副本，尚未答复" in page
    assert "共同被申请人尚未都答复" in page


async def test_the_file_says_from_when_a_surcharge_is_not_counted(
    hub: Hub, officer: Visitor
) -> None:
    """行政处罚案件受理以后，案卷页写明加处罚款自受理之日起不予计算 (APL 73)."""
    case_id = await applied(hub, await take_in(hub, UUID(int=1)))
    path = f"/desk/reconsideration/files/{case_id}"
    assert "加处罚款" not in (await officer.get(path)).text
    await heard(hub, case_id)
    assert "至行政复议期间结束（行政处罚法第73条第3款）" in (await officer.get(path)).text


@pytest.mark.parametrize(
    ("kind", "over"),
    [
        ("reconsideration.decided.v1", True),
        ("reconsideration.terminated.v1", True),
        ("reconsideration.suspended.v1", False),
    ],
)
def test_a_surcharge_is_counted_again_from_the_day_on_which_the_case_ends(
    kind: str, *, over: bool
) -> None:
    """作出决定、终止之日，复议期间结束；中止的仍在复议期间 (APL 73)."""
    on = date(2026, 4, 17)
    pages = [SimpleNamespace(kind=kind, on=on)]
    assert over_on(SimpleNamespace(pages=pages)) == (on if over else None)  # type: ignore[arg-type]


async def test_a_suspended_case_says_why_and_since_when(hub: Hub, officer: Visitor) -> None:
    """中止的写明情形和起日，不再计时；可以单独列出 (ARL 39)."""
    still, going = await cases(hub, 2)
    for one in (still, going):
        await heard(hub, one)

    def suspend(work: object) -> None:
        pausing.suspend(work, still, Suspension.DEATH, text="申请人死亡", by="h-1")  # type: ignore[arg-type] - as `Act` hands it in

    await hub.act(Act(do=suspend, files=[still]))
    page = (await officer.get(f"{MINE}?held=held")).text
    assert rows(page) == [str(still)]
    assert "申请人死亡" in page
    assert "恢复审理前不得办理" in page
    assert rows((await officer.get(f"{MINE}?held=going")).text) == [str(going)]


async def test_the_head_above_finds_the_cases_below_and_what_may_be_done_in_them(
    hub: Hub, house: Building, head: Visitor
) -> None:
    """上级机构负责人的下级案件：中止的可以责令恢复审理，都可以提级；可以筛选 (ARL 38, 40)."""
    still, going = await cases(hub, 2)
    for one in (still, going):
        await heard(hub, one)

    def suspend(work: object) -> None:
        pausing.suspend(work, still, Suspension.OTHER, text="中止", by="h-1")  # type: ignore[arg-type] - as `Act` hands it in

    def grave(work: object) -> None:
        assigning.find_complexity(
            work, going, grave=True, technical=False, reason="案情复杂", by="h-1"
        )  # type: ignore[arg-type] - as above

    await hub.act(Act(do=suspend, files=[still]))
    await hub.act(Act(do=grave, files=[going]))
    above = house.visitor(Role.RECONSIDERATION_HEAD, organ="620700-government")
    below = f"{MINE}?whose=below"
    page = (await above.get(below)).text
    assert sorted(rows(page)) == sorted(map(str, (still, going)))
    assert "下级案件 2" in page
    assert page.count("/elevation?back=") == 2
    [order] = re.findall(r'href="([^"]+/resumption-order[^"]+)"', page)
    assert "责令恢复审理" in (await above.get(order)).text
    assert rows((await above.get(f"{below}&held=held&sort=-received")).text) == [str(still)]
    assert rows((await above.get(f"{below}&grave=grave")).text) == [str(going)]
    assert (await above.get(f"/desk/reconsideration/files/{still}")).status_code == 200
    assert "下级案件" not in (await head.get(MINE)).text
    assert (await head.get(below)).status_code == 404
    officer_above = house.visitor(Role.RECONSIDERATION, organ="620700-government")
    assert (await officer_above.get(below)).status_code == 404
    assert (await officer_above.get(f"/desk/reconsideration/files/{still}")).status_code == 404


async def test_what_was_let_lapse_stands_before_all_else_until_it_is_done(
    hub: Hub, officer: Visitor, clock: StillClock
) -> None:
    """逾期未办的在最前，办了就不再是逾期 (ARL 62)."""
    [late] = await cases(hub, 1)
    await heard(hub, late)
    clock.forward(timedelta(days=70))
    await Sweep(hub).once()
    [fresh] = await cases(hub, 1, first=2)
    await heard(hub, fresh)
    page = (await officer.get(MINE)).text
    assert rows(page) == [str(late), str(fresh)]
    assert "已逾期" in page
    assert rows((await officer.get(f"{MINE}?late=overdue")).text) == [str(late)]
    assert rows((await officer.get(f"{MINE}?late=in_time")).text) == [str(fresh)]


async def test_the_list_is_read_page_by_page_in_any_order(
    hub: Hub, officer: Visitor, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """翻页不重不漏；按到期、收到、被申请人、阶段排序，正反都可以."""
    monkeypatch.setattr(mine, "EACH", 2)
    found = []
    for n in (1, 2, 3):
        clock.forward(timedelta(days=1))
        found.append(str(await applied(hub, await take_in(hub, UUID(int=n)))))
    for sort, first in (("due", found[0]), ("-due", found[2]), ("-received", found[2])):
        both = await two_pages(officer, f"{MINE}?whose=every&sort={sort}")
        assert sorted(rows(both)) == sorted(found), sort
        assert rows(both)[0] == first, sort
    for sort in ("respondent", "-state"):
        both = await two_pages(officer, f"{MINE}?whose=every&sort={sort}")
        assert sorted(rows(both)) == sorted(found), sort
    assert (await officer.get(f"{MINE}?cursor=bm8")).status_code == 422


async def test_the_draft_stands_beside_what_was_found_and_reading_the_texts_is_on_record(
    hub: Hub, officer: Visitor
) -> None:
    """认定与拟稿逐项对照；看正文的，记录在案 (ARL 61)."""
    [case_id] = await cases(hub, 1)
    await heard(hub, case_id)
    path = f"/desk/reconsideration/files/{case_id}"
    assert "还没有审理认定" in (await officer.get(path)).text
    await submitted(hub, case_id)
    page = (await officer.get(path)).text
    left, right = page[page.index('id="found-1"') :].split('id="draft-1"')
    assert "违反法定程序" in left
    assert re.search(r"主要事实清楚[^<]*</dt><dd>否", left)
    assert "撤销" in right
    assert "未告知陈述" not in page
    assert re.search(r'<a href="[^"]+">被申请人书面答复</a>', page[page.index("证据和材料") :])
    read = "SELECT count(*) FROM hub.documents_read WHERE purpose LIKE '%对照%'"
    assert await hub.pool.fetchval(read) == 0
    both = (await officer.get(f"{path}?texts=true")).text
    assert "未告知陈述、申辩的权利" in both
    assert "撤销行政处罚决定。" in both
    assert await hub.pool.fetchval(read) == 2


async def test_evidence_is_listed_and_chosen_by_its_number_kind_and_side(
    hub: Hub, officer: Visitor
) -> None:
    """证据目录写明种类、谁提出、审查的结果，审查证据时从目录中选择 (ARL 43, 44)."""
    [case_id] = await cases(hub, 1)
    await heard(hub, case_id)
    piece = Said(evidence_kind=EvidenceKind.DOCUMENT, proving=Proving.LEGALITY)

    def submit(work: Work) -> None:
        proving.submit(work, case_id, Standing.APPLICANT, [(piece, "收据一张")], by="w-1")

    await hub.act(Act(do=submit, files=[case_id]))
    page = (await officer.get(f"/desk/reconsideration/files/{case_id}")).text
    listed = page[page.index("证据目录（1）") :]
    assert "书证" in listed
    assert "尚未审查" in listed
    assert "收据一张" not in page
    form = f"/desk/disputes/{UUID(int=1)}/files/{case_id}/evidence-examination"
    shown = (await officer.get(form)).text
    assert re.search(r'<option value="1"[^>]*>第1号　书证（申请人，', shown)
    done = await officer.fill(form, evidence="1", examined="true", reason="原件核对无误")
    assert done.status_code == 303
    page = (await officer.get(f"/desk/reconsideration/files/{case_id}")).text
    assert "尚未审查" not in page[page.index("证据目录（1）") :]


async def test_what_follows_a_case_that_is_closed_stands_on_a_list_of_its_handler(
    hub: Hub, officer: Visitor, head: Visitor
) -> None:
    """决定书送达以后，抄告、公开在承办人的后续清单和案子的页面上，公开由负责人办理 (ARL 79)."""
    assert "没有要办的后续和附带审查" in (await officer.get(FOLLOWING)).text
    [case_id] = await cases(hub, 1)
    await heard(hub, case_id)
    await submitted(hub, case_id)
    after = aftermath_of(case_id)
    today = legal_day(hub.clock.now())

    def go_on(work: Work) -> None:
        drafting.approve(work, case_id, consent=AGREED, by="o-2")
        drafting.seal(work, case_id, by="o-1")
        deciding.deliver(work, case_id, served_on=today, **HANDED, by="o-1")
        aftermath.open_file(work, case_id, on=today)

    await hub.act(Act(do=go_on, files=[case_id, numbers_of(AUTHORITY), after]))
    page = (await officer.get(FOLLOWING)).text
    assert rows(page) == [str(after)]
    assert "抄告决定书" in page
    assert f"/files/{after}/copy?back={FOLLOWING}" in page
    assert '日<span class="only-narrow">起</span>' in page
    assert rows((await officer.get(f"{FOLLOWING}?what=attached")).text) == []
    assert rows((await officer.get(f"{FOLLOWING}?late=overdue&sort=-since")).text) == []
    shown = (await officer.get(f"/desk/reconsideration/files/{case_id}")).text
    assert f"#file-{after}" in shown[shown.index("后续和相关案卷") :]
    assert rows((await head.get(APPROVALS)).text) == [f"publication-{case_id}"]
    step = await head.get(f"{APPROVALS}/next")
    deciding_page = (await head.get(step.headers["location"])).text
    assert f"/files/{after}/publication?" in deciding_page


async def test_a_refusal_waits_on_the_list_until_it_is_served(hub: Hub, officer: Visitor) -> None:
    """不予受理的，送达决定书在后续清单上，没有承办人的列给每一名；填表送达以后不再列 (ARL 34)."""
    [case_id] = await cases(hub, 1)
    after, today = aftermath_of(case_id), legal_day(hub.clock.now())
    form = f"/desk/disputes/{UUID(int=1)}/files/{case_id}/declination"
    assert "是否复议前置" in (await officer.get(form)).text
    said = {"missing": "interest", "reason": "没有利害关系", "compulsory": "true"}
    assert (await officer.fill(form, **said)).status_code == 303
    kind = ApplicationDeclined.kind_name()
    body = await hub.pool.fetchval("SELECT body FROM hub.outbox WHERE kind = $1", kind)
    fact = ApplicationDeclined.model_validate_json(body)
    follow = partial(agents.open_aftermath, fact=fact)
    await hub.act(Act(do=follow, files=[case_id, after]))
    page = (await officer.get(FOLLOWING)).text
    assert rows(page) == [str(after)]
    assert "送达不予受理决定书" in page
    assert f"/files/{after}/refusal-service?back={FOLLOWING}" in page
    shown = (await officer.get(f"/desk/reconsideration/files/{case_id}")).text
    assert "决定书的送达在后续案卷办理" in shown
    await number(hub, case_id, "declination", kind, "复不受字")
    served = {"person_id": str(ANNA), "manner": "direct"}
    form = f"/desk/disputes/{UUID(int=1)}/files/{after}/refusal-service"
    done = await officer.fill(form, **served, shown_on=f"{today}", receipt="本人签收")
    assert done.status_code == 303
    assert rows((await officer.get(FOLLOWING)).text) == []
    whole = (await officer.get(f"/desk/disputes/{UUID(int=1)}")).text
    assert "对不予受理决定的起诉期限" in whole
    assert "《行政复议法》第34条" in whole


async def test_what_was_changed_and_is_not_performed_is_on_the_list_of_the_body(
    hub: Hub, officer: Visitor, clock: StillClock
) -> None:
    """变更的，当事人逾期不起诉又不履行，由复议机关催告，催告期满申请人民法院强制执行 (ARL 78)."""
    [case_id] = await cases(hub, 1)
    await heard(hub, case_id)
    await submitted(hub, case_id, Outcome.CHANGED, (PartyDuty(person_id=ANNA),))
    after, today = aftermath_of(case_id), legal_day(hub.clock.now())
    until = today + timedelta(days=15)
    remedy = Remedy(person_id=ANNA, served_on=today, sue_until=until)

    def go_on(work: Work) -> None:
        drafting.approve(work, case_id, consent=AGREED, by="o-2")
        drafting.seal(work, case_id, by="o-1")
        deciding.deliver(work, case_id, served_on=today, **HANDED, by="o-1")
        aftermath.open_file(work, case_id, on=today, remedies=(remedy,))
        aftermath.copy_decision(work, after, "620700-chengguan", by="o-1")
        publishing.withhold(work, after, reason="不公开。", by="o-2")

    await hub.act(Act(do=go_on, files=[case_id, numbers_of(AUTHORITY), after]))
    assert rows((await officer.get(FOLLOWING)).text) == []
    clock.forward(timedelta(days=18))
    await Sweep(hub).once()
    assert f"/files/{after}/urging?back={FOLLOWING}" in (await officer.get(FOLLOWING)).text
    urged = Act(
        do=lambda work: enforcing.urge(work, after, text="请履行。", by="o-1"), files=[after]
    )
    await hub.act(urged)
    clock.forward(timedelta(days=25))
    await Sweep(hub).once()
    page = (await officer.get(FOLLOWING)).text
    assert f"/files/{after}/enforcement-application?back={FOLLOWING}" in page


async def test_papers_others_and_parties_stand_on_the_page_of_a_case(
    hub: Hub, officer: Visitor
) -> None:
    """一件案子的页面上有可以制作的文书、当事人和由其他人办理的 (ARL 36)."""
    [case_id] = await cases(hub, 1)
    await heard(hub, case_id)
    page = (await officer.get(f"/desk/reconsideration/files/{case_id}")).text
    assert f'href="/desk/disputes/{UUID(int=1)}/parties"' in page
    assert "PDF" in page[page.index('<h2 id="made-title">可以制作的文书</h2>') :]
    assert "由其他人办理的（" in page


async def test_the_list_of_the_head_is_sorted_and_goes_on_as_it_was_sorted(
    hub: Hub, head: Visitor, clock: StillClock
) -> None:
    """待审批可以按提出的先后排，逐件办理照此次序 (ARL 42)."""
    waits = []
    for one in await cases(hub, 2):
        await heard(hub, one)
        asks = partial(pausing.ask_stay, case_id=one, text="难以挽回", by="w-1")
        await hub.act(Act(do=asks, files=[one]))
        waits.append(f"stay-{one}")
        clock.forward(timedelta(days=1))
    assert rows((await head.get(f"{APPROVALS}?sort=since")).text) == waits
    page = (await head.get(f"{APPROVALS}?sort=-since")).text
    assert rows(page) == waits[::-1]
    assert f"{APPROVALS}/next?sort=-since" in page
    step = await head.get(f"{APPROVALS}/next?place=0&sort=-since")
    assert waits[1].removeprefix("stay-") in step.headers["location"]
    shown = unescape((await head.get(step.headers["location"])).text)
    assert f"{APPROVALS}/next?place=1&sort=-since" in shown


async def test_the_head_goes_from_one_that_waits_to_the_next(hub: Hub, head: Visitor) -> None:
    """送审的、回避的、停止执行的、撤回的都在；办完一件到下一件，没有了回到清单 (ARL 41, 42, 61)."""
    assert "没有待审批的事项" in (await head.get(APPROVALS)).text
    sent, asked, stayed, taken = await cases(hub, 4)
    for one in (sent, asked, stayed, taken):
        await heard(hub, one)
    await submitted(hub, sent)
    tie = {"reason": "系近亲属", "by": "w-1", "asked_by": Standing.APPLICANT}
    await hub.act(
        Act(do=lambda work: assigning.request_recusal(work, asked, Tie.KIN, **tie), files=[asked])
    )
    await hub.act(
        Act(
            do=lambda work: pausing.ask_stay(work, stayed, text="难以挽回", by="w-1"),
            files=[stayed],
        )
    )
    await hub.act(Act(do=lambda work: withdraw(work, taken, by="w-1"), files=[taken]))
    page = (await head.get(APPROVALS)).text
    waits = {f"submission-{sent}", f"recusal-{asked}", f"stay-{stayed}", f"withdrawal-{taken}"}
    assert set(rows(page)) == waits
    assert "没有提请咨询" in page
    assert rows((await head.get(f"{APPROVALS}?what=stay")).text) == [f"stay-{stayed}"]

    place = [row.startswith("submission") for row in rows(page)].index(True)
    step = await head.get(f"{APPROVALS}/next?place={place}")
    assert step.headers["location"] == (
        f"/desk/reconsideration/files/{sent}?waiting=submission&place={place}"
    )
    shown = (await head.get(step.headers["location"])).text
    assert "待审批：送审的拟稿" in shown
    [form] = re.findall(r'href="([^"]+/approval\?[^"]+)"', shown.split("待审批：")[1])[:1]
    typed = {**hidden(await head.get(unescape(form))), "approval": "head", **CONSENT}
    done = await head.send(form.split("?")[0], {**typed, "back": f"{APPROVALS}/next?place={place}"})
    assert done.headers["location"] == f"{APPROVALS}/next?place={place}"
    assert f"submission-{sent}" not in (await head.get(APPROVALS)).text
    end = await head.get(f"{APPROVALS}/next?place=99")
    assert end.headers["location"] == APPROVALS


async def test_the_head_goes_through_what_was_sifted_and_nothing_else(
    hub: Hub, head: Visitor
) -> None:
    """筛选以后逐件办理的，下一件仍在筛选之内，不办理的回到这一件，没有了回到筛选的清单 (ARL 61)."""
    waits = await cases(hub, 3)
    for one in waits:
        await heard(hub, one)
    sent, *stayed = waits
    await submitted(hub, sent)
    for one in stayed:
        asks = partial(pausing.ask_stay, case_id=one, text="难以挽回", by="w-1")
        await hub.act(Act(do=asks, files=[one]))
    page = (await head.get(f"{APPROVALS}?what=stay")).text
    first, second = (row.removeprefix("stay-") for row in rows(page))
    assert f"{APPROVALS}/next?what=stay" in page
    opened = f"/desk/reconsideration/files/{first}?waiting=stay&place=0&what=stay"
    assert opened in unescape(page)
    shown = unescape((await head.get(opened)).text)
    assert f'href="{APPROVALS}/next?place=1&what=stay"' in shown
    assert f'href="{APPROVALS}?what=stay"' in shown
    step = await head.get(f"{APPROVALS}/next?place=1&what=stay")
    assert step.headers["location"] == (
        f"/desk/reconsideration/files/{second}?waiting=stay&place=1&what=stay"
    )
    form = unescape(re.findall(r'href="([^"]+/stay-refusal\?[^"]+)"', shown)[0])
    again = unescape((await head.get(form)).text)
    assert f'<a href="{APPROVALS}/next?place=0&what=stay">返回，不办理' in again
    end = await head.get(f"{APPROVALS}/next?place=2&what=stay")
    assert end.headers["location"] == f"{APPROVALS}?what=stay"


async def test_a_form_leads_back_to_no_other_place_than_the_hub(hub: Hub, head: Visitor) -> None:
    """办理以后只回到本系统的页面."""
    [case_id] = await cases(hub, 1)
    await heard(hub, case_id)
    await submitted(hub, case_id)
    form = f"/desk/disputes/{UUID(int=1)}/files/{case_id}/approval"
    typed = {
        **hidden(await head.get(form)),
        "approval": "head",
        **CONSENT,
        "back": "//elsewhere.example/",
    }
    assert (await head.send(form, typed)).headers["location"] == "/desk"
    for elsewhere in ("//elsewhere.example/", "javascript:alert(1)"):
        opened = await head.get(f"{form}?{urlencode({'back': elsewhere})}")
        assert elsewhere not in opened.text


async def test_what_the_law_leaves_to_the_head_waits_there(hub: Hub, head: Visitor) -> None:
    """制作调解书、附带审查的中止也在负责人的待审批中 (ARL 39, 73)."""
    talks, document = await cases(hub, 2)
    for one in (talks, document):
        await heard(hub, one)
    willing = {"applicants_willing": True, "respondent_willing": True, "record": "都愿意"}

    def go_on(work: Work) -> None:
        settling.begin(work, talks, by="o-1", **willing)  # type: ignore[arg-type] - as they are
        attached.doubt(work, document, Document.LOCAL, reason="与上位法不一致", by="o-1")

    await hub.act(Act(do=go_on, files=[talks, document]))
    page = (await head.get(APPROVALS)).text
    assert set(rows(page)) == {f"mediation-{talks}", f"attached_suspension-{document}"}
    for what, case_id, act in (
        ("mediation", talks, "mediation-document"),
        ("attached_suspension", document, "suspension"),
    ):
        opened = f"/desk/reconsideration/files/{case_id}?waiting={what}&place=0"
        assert f"/{act}?" in (await head.get(opened)).text


async def test_a_case_that_is_referred_upwards_waits_for_the_head_above(
    hub: Hub, house: Building, head: Visitor
) -> None:
    """下级报请提级审理的，在上级负责人的待审批中，点开可以决定 (ARL 38)."""
    [case_id] = await cases(hub, 1)
    await heard(hub, case_id)
    asks = partial(higher.ask, case_id=case_id, ground=Elevation.NOVEL, text="新类型", by="o-1")
    await hub.act(Act(do=asks, files=[case_id]))
    above = house.visitor(Role.RECONSIDERATION_HEAD, organ=CITY_GOVERNMENT)
    assert rows((await above.get(APPROVALS)).text) == [f"elevation-{case_id}"]
    assert rows((await head.get(APPROVALS)).text) == []
    opened = f"/desk/reconsideration/files/{case_id}?waiting=elevation&place=0"
    shown = (await above.get(opened)).text
    assert "待审批：下级报请的提级审理" in shown
    assert "/elevation?" in shown
    assert "/elevation-denial?" in shown


async def test_a_period_that_nears_its_end_without_a_draft_is_brought_to_the_head(
    hub: Hub, head: Visitor, clock: StillClock
) -> None:
    """审理期限将满、尚未拟稿的，提示是否延长；届满以前七日才提示 (ARL 62)."""
    [case_id] = await cases(hub, 1)
    await heard(hub, case_id)
    clock.forward(timedelta(days=50))
    assert rows((await head.get(APPROVALS)).text) == []
    clock.forward(timedelta(days=6))
    assert rows((await head.get(APPROVALS)).text) == [f"extension-{case_id}"]


async def test_a_period_that_was_extended_is_brought_to_the_head_as_long_as_days_are_left(
    hub: Hub, head: Visitor, clock: StillClock
) -> None:
    """延长十日的，新的期限将满时仍提示；三十日用完的不再提示 (ARL 62)."""
    [case_id] = await cases(hub, 1)
    await heard(hub, case_id)

    async def extend(days: int) -> None:
        more = partial(deciding.extend, case_id=case_id, days=days, reason="案情复杂", by="o-1")
        await hub.act(Act(do=more, files=[case_id]))
        assert rows((await head.get(APPROVALS)).text) == []

    clock.forward(timedelta(days=56))
    await extend(10)
    clock.forward(timedelta(days=10))
    assert rows((await head.get(APPROVALS)).text) == [f"extension-{case_id}"]
    await extend(20)
    clock.forward(timedelta(days=20))
    assert rows((await head.get(APPROVALS)).text) == []


async def test_the_load_of_each_reviewer_is_counted(
    hub: Hub, head: Visitor, clock: StillClock
) -> None:
    """各承办人在办、七日内到期、逾期的件数；没有承办人的单列 (ARL 36)."""
    [late] = await cases(hub, 1)
    await heard(hub, late, ("fuyi-02", "fuyi-03"))
    clock.forward(timedelta(days=6))
    [soon] = await cases(hub, 1, first=2)
    await heard(hub, soon, ("fuyi-02", "fuyi-03"))
    clock.forward(timedelta(days=56))
    await Sweep(hub).once()
    await cases(hub, 1, first=3)
    page = (await head.get("/desk/reconsideration/reviewers")).text
    [line] = re.findall(r"<tr><th[^>]*><a[^>]*>fuyi-02</a>.*?</tr>", page, re.DOTALL)
    cells = re.findall(r'<td class="number">(.*?)</td>', line, re.DOTALL)
    said = [re.sub(r"<[^>]+>", " ", cell).split()[0] for cell in cells]
    assert said == ["2", "1", "1件", "0"]
    assert "尚未指定承办人" in page


async def test_the_load_is_narrowed_to_those_with_cases_overdue_soon_due_or_suspended(
    hub: Hub, head: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """承办情况可以只看有逾期、七日内到期或者中止的，条件和次序翻页后还在 (ARL 36, 39)."""
    still, going = await cases(hub, 2)
    await heard(hub, still, ("fuyi-02", "fuyi-03"))
    await heard(hub, going, ("fuyi-04", "fuyi-05"))
    await cases(hub, 1, first=3)

    def pause(work: Work) -> None:
        pausing.suspend(work, still, Suspension.DEATH, text="申请人死亡", by="h-1")

    await hub.act(Act(do=pause, files=[still]))
    named = re.compile(r'<tr><th scope="row"><a[^>]*>([^<]+)</a>')
    load = "/desk/reconsideration/reviewers"
    every = named.findall((await head.get(f"{load}?sort=code")).text)
    assert every == ["尚未指定承办人", *(f"fuyi-0{n}" for n in range(2, 6))]
    held = await head.get(f"{load}?having=held&sort=-code")
    assert named.findall(held.text) == ["fuyi-03", "fuyi-02"]
    assert '<option value="held" selected>' in held.text
    assert hidden(held) == {"sort": "-code"}
    nobody = (await head.get(f"{load}?having=overdue")).text
    assert named.findall(nobody) == []
    assert "没有符合条件的承办人" in nobody
    monkeypatch.setattr("services.reconsideration.pages.approvals.EACH", 1)
    assert named.findall(await two_pages(head, f"{load}?having=held&sort=code")) == [
        "fuyi-02",
        "fuyi-03",
    ]


async def test_a_draft_that_is_made_anew_begins_with_the_one_before(
    hub: Hub, officer: Visitor
) -> None:
    """另拟、重新认定，从现有的拟稿和认定开始，不从空白开始 (ARL 61)."""
    [case] = await cases(hub, 1)
    await heard(hub, case)
    path = f"/desk/disputes/{UUID(int=1)}/files/{case}"
    assert "撤销行政处罚决定" not in (await officer.get(f"{path}/draft")).text
    await submitted(hub, case)
    draft = (await officer.get(f"{path}/draft")).text
    assert "撤销行政处罚决定。</textarea>" in draft
    assert re.search('<option value="revoked" selected>', draft)
    found = (await officer.get(f"{path}/findings")).text
    assert "作出前未告知陈述、申辩的权利。</textarea>" in found
    assert re.search('<option value="violated" selected>', found)


async def test_the_page_says_that_a_reply_without_evidence_is_none_and_asks_what_came(
    hub: Hub, officer: Visitor
) -> None:
    """只答复不举证的，案卷页面说明，认定的表单可以写明 (ARL 48, 70)."""
    [case] = await cases(hub, 1)
    await heard(hub, case)
    page = (await officer.get(f"/desk/reconsideration/files/{case}")).text
    assert "被申请人只作了答复，没有提交证据、依据的，视为没有证据、依据" in page
    form = (await officer.get(f"/desk/disputes/{UUID(int=1)}/files/{case}/findings")).text
    assert "被申请人提交了证据、依据" in form


async def test_who_approves_has_the_draft_the_respondent_and_the_period_before_the_eyes(
    hub: Hub, head: Visitor
) -> None:
    """审批表单上看得到拟稿、被申请人、申请人和在走的期限，查阅记录在案 (ARL 61, 62)."""
    [case] = await cases(hub, 1)
    await heard(hub, case)
    await submitted(hub, case)
    page = (await head.get(f"/desk/disputes/{UUID(int=1)}/files/{case}/approval")).text
    main = page[page.index("<main") :]
    for said in (
        "撤销行政处罚决定。",
        "甘州区城市管理综合执法局",
        "申请人</dt><dd>1名",
        "作出决定</dt><dd>20",
        "撤销",
        "同意的机关负责人",
        "行政复议机关的负责人，不是行政复议机构的",
    ):
        assert said in main, said
    read = "SELECT purpose FROM hub.documents_read"
    assert await hub.pool.fetchval(read) == "办理案件，填写表单"
