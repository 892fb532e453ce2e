"""结案以后的清单、下级的案件和承办情况: what follows, what lies below, and who carries how much."""

import re
from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest

from services.reconsideration import agents
from services.reconsideration.commands import (
    aftermath,
    assigning,
    deciding,
    drafting,
    enforcing,
    pausing,
    publishing,
)
from services.reconsideration.store import aftermath_of, numbers_of
from shared.auth import Role
from shared.clock import StillClock
from shared.contracts.reconsideration import ApplicationDeclined, Outcome, Remedy
from shared.contracts.reconsideration.enforcing import PartyDuty
from shared.contracts.reconsideration.pausing import Suspension
from shared.law.period import legal_day
from shared.sweep import Sweep
from shared.work import Act, Hub, Work
from tests.desks.body import at_work, heard, submitted
from tests.desks.reviewing import APPROVALS, MINE, cases, rows
from tests.desks.visitor import Building, Visitor, hidden, two_pages
from tests.party.telephone import number
from tests.reconsideration.deciding import AGREED, HANDED
from tests.reconsideration.makers import ANNA, AUTHORITY

FOLLOWING = "/desk/reconsideration/following"


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


async def test_reviewers_stand_in_the_order_of_what_they_are_called(
    hub: Hub, head: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """承办情况按承办人排列的，依列出的名称的音序，尚未指定的在前；件数相同的也一样 (ARL 36)."""
    titles = {"fuyi-02": "杨帆", "fuyi-03": "牛强", "fuyi-04": "马丽"}
    await at_work(hub, AUTHORITY, **titles)
    one, _, more = await cases(hub, 3)
    await heard(hub, one, tuple(titles))
    await heard(hub, more, ("fuyi-02", "fuyi-03"))
    named = re.compile(r'<tr><th scope="row"><a[^>]*>([^<]+)</a>')
    load = "/desk/reconsideration/reviewers?sort="
    nobody, up = "尚未指定承办人", ["马丽", "牛强", "杨帆"]
    monkeypatch.setattr("services.reconsideration.pages.approvals.EACH", 3)
    for sort, expected in (
        ("code", up),
        ("-code", up[::-1]),
        ("assigned", ["马丽", "牛强", "杨帆"]),
        ("-assigned", ["牛强", "杨帆", "马丽"]),
        ("overdue", ["牛强", "杨帆", "马丽"]),
    ):
        assert named.findall(await two_pages(head, f"{load}{sort}")) == [nobody, *expected], sort


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
