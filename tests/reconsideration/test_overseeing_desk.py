"""Work reports and checks, at the desks of bodies and governments (ARR2026 66, 67; RULES 150)."""

import io
import re
from datetime import date, datetime
from urllib.parse import unquote
from uuid import UUID, uuid4

from docx import Document

from deploy.boards.asked import Scope
from deploy.boards.reconsidering import reconsiderations
from services.reconsideration.pages.overseeing import HERE
from services.reconsideration.store import work_reports_of
from shared.auth import Role
from shared.clock import StillClock
from shared.contracts.reconsideration.overseeing import (
    WorkReportSubmitted,
)
from shared.law.period import CITY
from shared.sweep import Sweep
from shared.work import Hub
from tests.desks.visitor import Building, Visitor, hidden
from tests.notification.telling import tell
from tests.reconsideration.makers import AUTHORITY, CITY_GOVERNMENT, DISPUTE, day
from tests.reconsideration.overseen import act, body, clock, house, sent
from tests.reconsideration.test_routes import APPLICATION
from tests.registering import take_in

__all__ = ["clock", "house"]

NEIGHBOUR = "620721-government"


async def leads_to(who: Visitor, weight: str) -> str:
    """Where the newest notice of a weight leads on to, as its button has it."""
    page = await who.get(f"/desk/notices?weight={weight}")
    assert "阅知并查看案卷" in page.text
    door = re.findall(r'action="(/desk/notices/[0-9a-f-]{36}/reading)"', page.text)[0]
    return (await who.send(door, hidden(page) | {"then": "file"})).headers["location"]


async def made(who: Visitor, file: UUID | str, sort: str) -> str:
    """What a paper says, as DOCX."""
    path = f"/reconsiderations/{file}/papers/made/{sort}.docx?purpose=制作文书"
    found = await who.get(path)
    assert found.status_code == 200, found.text
    return "\n".join(one.text for one in Document(io.BytesIO(found.content)).paragraphs)


async def test_a_body_reports_with_the_figures_of_the_boards_which_change_no_more(
    hub: Hub, house: Building, clock: StillClock
) -> None:
    """登记周期、提交报告、数字与看板相同并固定、编号、逾期、下一份 (ARR2026 66(2); RULES 149)."""
    superior, officer = body(house), body(house, is_head=False)
    await take_in(hub, DISPUTE)
    assert "由负责人按本级人民政府的规定确定" in (await officer.get(HERE)).text
    assert (await officer.get(f"{HERE}/times")).status_code == 403
    times = {"cycle": "quarter", "within_days": "31", "first": "2026-07-01"}
    await sent(superior, f"{HERE}/times", **times)
    applied = {**APPLICATION, "received_on": "2026-08-03", "learnt_on": "2026-07-20"}
    headers = house.headers_of(Role.WINDOW)
    answer = await house.client.post("/reconsiderations", json=applied, headers=headers)
    assert answer.status_code == 201, answer.text
    file = work_reports_of(AUTHORITY)
    page = (await superior.get(HERE)).text
    assert "本期截至现在：收到申请1件" in page
    assert "期间届满以后才提交" in page
    assert "/report?back" not in page
    early = await superior.fill(act(file, "report"), text="本季度办理情况。")
    assert "报告期间到" in early.text
    clock.move_to(datetime(2026, 11, 2, 9, tzinfo=CITY))
    await Sweep(hub).once()
    assert "逾期" in (await superior.get(HERE)).text
    await sent(superior, act(file, "report"), text="本季度办理情况。")
    kind = WorkReportSubmitted.kind_name()
    row = await hub.pool.fetchval("SELECT body FROM hub.outbox WHERE kind = $1", kind)
    fact = WorkReportSubmitted.model_validate_json(row)
    figures = {one.measure: one.n for one in fact.figures}
    assert figures["received"] == 1
    assert fact.due_on == day("2027-01-31")
    board = await reconsiderations(scope(hub, fact.period_from, fact.period_until))
    assert board.sheets[0].rows[0].cells[0].n == figures["received"]  # type: ignore[union-attr]
    page = (await superior.get(HERE)).text
    assert "2026年7月1日至2026年9月30日" in page
    assert "2027年1月31日" in page
    said = await made(superior, file, "work-report")
    assert "收到申请1件" in said
    assert "本季度办理情况。" in said
    assert "文号待编" in said
    assert "纠纷编号" not in said
    numbers = f"/reconsiderations/{file}/papers/numbers/work-report"
    given = await house.client.post(numbers, headers=house.headers_of(*HEAD, organ=AUTHORITY))
    assert given.json()["document_number"].endswith("复报字〔2026〕1号")
    once_more = {**applied, "act": "licence", "dispute_id": str(await take_in(hub, uuid4()))}
    headers = house.headers_of(Role.WINDOW)
    late = await house.client.post(
        "/reconsiderations", json={**once_more, "received_on": "2026-09-30"}, headers=headers
    )
    assert late.status_code == 201, late.text
    assert await made(superior, file, "work-report") == said.replace(
        "（文号待编）", given.json()["document_number"]
    )


HEAD = (Role.RECONSIDERATION_HEAD,)


def scope(hub: Hub, start: date, until: date) -> Scope:
    now = datetime(2026, 11, 2, 9, tzinfo=CITY)
    return Scope(
        hub=hub,
        who=None,
        county="",
        start=start,
        until=until,
        road="",
        now=now,  # type: ignore[arg-type]
    )


async def test_a_check_is_fed_back_mended_and_confirmed_by_who_may(
    hub: Hub, house: Building, clock: StillClock
) -> None:
    """要求整改；逾期记录在案、仍须报送；再次要求，确认结卷 (ARR2026 67; RULES 150)."""
    clock.move_to(datetime(2026, 10, 12, 9, tzinfo=CITY))
    above, below = body(house, CITY_GOVERNMENT), body(house)
    said = {"below": AUTHORITY, "checking": "spot", "text": "抽查二十件，两件逾期发送副本。"}
    span = {"period_from": "2026-07-01", "period_until": "2026-09-30"}
    assert "检查下级复议工作</a>" not in (await below.get(HERE)).text
    form = await above.get(f"{HERE}/check")
    typed = {**hidden(form), **said, **span}
    for _ in range(2):
        assert (await above.send(f"{HERE}/check", typed)).status_code == 303
    [file] = await hub.pool.fetch("SELECT case_id FROM reconsideration.work_check")
    file = file["case_id"]
    assert "等待反馈检查结果" in (await below.get(HERE)).text
    assert str(file) not in (await body(house, NEIGHBOUR).get(HERE)).text
    told = {"until": "2026-10-30", "text": "两件逾期，应当建立台账。"}
    assert (await below.fill(act(file, "mending"), **told)).status_code in {403, 404}
    await sent(above, act(file, "mending"), **told)
    assert "请于2026年10月30日之前" in await made(above, file, "mending-notice")
    await tell(hub)
    assert await leads_to(below, "owed") == f"/desk/disputes/{file}"
    clock.move_to(datetime(2026, 11, 2, 9, tzinfo=CITY))
    await Sweep(hub).once()
    late = (await below.get(HERE)).text
    assert "逾期" in late
    assert f"/files/{file}/mending-report" in late
    door = f"/work-checks/{file}/mending-report"
    own = await house.client.post(
        door, json={"text": "已整改"}, headers=house.headers_of(*HEAD, organ=CITY_GOVERNMENT)
    )
    assert (own.status_code, own.json()["article"]["code"]) == (409, "ARR2026 67")
    await sent(body(house, is_head=False), act(file, "mending-report"), text="台账已经建立。")
    assert "现将整改情况报告如下" in await made(below, file, "mending-report")
    await sent(above, act(file, "mending"), until="2026-11-20", text="台账缺两件。")
    await sent(below, act(file, "mending-report"), text="已经补齐。")
    await sent(above, act(file, "confirmation"))
    assert "已确认整改" in (await above.get(HERE)).text
    whole = await above.get(f"/desk/disputes/{file}")
    assert whole.status_code == 200
    assert f"/papers/made/{file}/mending-notice.docx" in whole.text
    assert (await body(house, NEIGHBOUR).get(f"/desk/disputes/{file}")).status_code == 404


async def test_a_major_matter_goes_to_the_government_above(
    hub: Hub, house: Building, clock: StillClock
) -> None:
    """重大事项向上级人民政府请示报告，上级收到通知并可查看 (ARR2026 67)."""
    clock.move_to(datetime(2026, 10, 12, 9, tzinfo=CITY))
    who = body(house)
    await sent(who, f"{HERE}/times", cycle="year", within_days="31", first="2026-07-01")
    file = work_reports_of(AUTHORITY)
    await sent(who, act(file, "major-matter"), text="关于一起重大案件的报告。")
    paper = await made(who, file, "major-matter")
    assert "张掖市人民政府：" in paper
    assert "关于一起重大案件的报告。" in paper
    await tell(hub)
    above = body(house, CITY_GOVERNMENT)
    assert "请示报告行政复议工作的重大事项" in (await above.get("/desk/notices")).text
    assert await leads_to(above, "known") == f"/desk/disputes/{file}"
    assert (await above.get(f"/desk/disputes/{file}")).status_code == 200
    assert "关于一起重大案件的报告。" in await made(above, file, "major-matter")
    for organ in (CITY_GOVERNMENT, NEIGHBOUR):
        headers = house.headers_of(*HEAD, organ=organ)
        door = f"/work-reports/{file}/major-matter"
        answer = await house.client.post(door, json={"text": "另一份"}, headers=headers)
        assert answer.status_code in {403, 404}, organ


MORE_REPORTS = """
INSERT INTO hub.outbox
  (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels, trace, body)
SELECT case_id, version + n, dispute_id, office, kind, legal_on, at, by, part, labels, trace, body
FROM hub.outbox, generate_series(1, 10) n WHERE kind = $1
"""
"""Ten more like the one that is there."""


async def listed(who: Visitor, query: str = "") -> list[str]:
    """The checks that a page lists, by file, in its order."""
    page = await who.get(f"{HERE}{query}")
    assert page.status_code == 200, page.text
    return re.findall(r'class="due-title"><a href="/desk/disputes/([^"]+)"', page.text)


async def test_checks_are_narrowed_to_where_they_stand_and_read_from_both_ends(
    house: Building, clock: StillClock
) -> None:
    """检查按情况筛选，按到期、检查之日排序，两头都能排，办理以后回到原来的次序 (ARR2026 67)."""
    above = body(house, CITY_GOVERNMENT)
    span = {"period_from": "2026-07-01", "period_until": "2026-09-30"}
    said = {"below": AUTHORITY, "checking": "spot", "text": "抽查二十件。", **span}
    files: list[str] = []
    for day_of in (12, 13, 14):
        clock.move_to(datetime(2026, 10, day_of, 9, tzinfo=CITY))
        await sent(above, f"{HERE}/check", **said)
        files += [one for one in await listed(above) if one not in files]
    first, second, third = files
    for file, until in ((first, "2026-11-20"), (second, "2026-10-30")):
        await sent(above, act(file, "mending"), until=until, text="应当建立台账。")
    assert await listed(above) == [second, first, third]
    assert await listed(above, "?sort=-due&state=") == [first, second, third]
    assert await listed(above, "?sort=on") == [first, second, third]
    assert await listed(above, "?sort=-on") == [third, second, first]
    assert await listed(above, "?state=checked") == [third]
    assert await listed(above, "?state=to_mend&sort=on") == [first, second]
    acts = re.findall(r'href="[^"]+\?back=([^"]+)"', (await above.get(f"{HERE}?sort=-on")).text)
    assert {unquote(one) for one in acts} == {f"{HERE}?sort=-on"}
    assert "没有符合条件的检查" in (await above.get(f"{HERE}?state=mended")).text
    assert (await above.get(f"{HERE}?state=kept")).status_code == 422


async def test_every_report_is_found_page_by_page(
    hub: Hub, house: Building, clock: StillClock
) -> None:
    """已经提交的工作报告翻页都能看到，翻页不丢检查的条件 (ARR2026 66(2))."""
    superior = body(house)
    times = {"cycle": "quarter", "within_days": "31", "first": "2026-07-01"}
    await sent(superior, f"{HERE}/times", **times)
    clock.move_to(datetime(2026, 11, 2, 9, tzinfo=CITY))
    file = work_reports_of(AUTHORITY)
    await sent(superior, act(file, "report"), text="本季度办理情况。")
    await hub.pool.execute(MORE_REPORTS, WorkReportSubmitted.kind_name())
    row = re.compile(rf"/desk/disputes/{file}#p-")
    page = (await superior.get(f"{HERE}?state=checked")).text
    assert len(row.findall(page)) == 10
    [older] = re.findall(r'href="([^"]+)" rel="next"', page)
    assert "state=checked" in older
    page = (await superior.get(older.replace("&amp;", "&"))).text
    assert len(row.findall(page)) == 1
    assert 'rel="next"' not in page


async def test_nobody_looks_for_disputes_where_registers_and_checks_stand(house: Building) -> None:
    """案卷列表不按工作报告、检查、文书编号的状态筛选: 没有纠纷处于这些状态."""
    page = await body(house).get("/desk/disputes?office=reconsideration")
    assert 'value="accepted"' in page.text
    for state in ("fed_back", "to_mend", "mended", "numbered"):
        assert f'value="{state}"' not in page.text


async def test_who_is_no_government_neither_reports_nor_checks(house: Building) -> None:
    """工作报告和检查由县级以上地方人民政府及其复议机构办理 (ARR2026 66, 67)."""
    headers = house.headers_of(*HEAD, organ="620702-gongan")
    times = {"cycle": "year", "within_days": 31, "first": "2026-07-01"}
    answer = await house.client.post("/work-reports", json=times, headers=headers)
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "ARR2026 66(2)")
