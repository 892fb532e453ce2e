"""Work reports to the government, and checks of governments below (ARR2026 66, 67; RULES 149)."""

import io
import re
from collections.abc import AsyncIterator
from datetime import date, datetime, time
from urllib.parse import unquote
from uuid import UUID, uuid4

import pytest
from docx import Document
from pydantic import ValidationError

from deploy.boards.asked import Scope
from deploy.boards.reconsidering import reconsiderations
from services.reconsideration.commands.overseeing import above_of, below_of
from services.reconsideration.domain import overseeing_acts as acts
from services.reconsideration.domain.overseeing import (
    REPORTS,
    WORK_CHECK,
    State,
    WorkCheck,
    WorkReports,
)
from services.reconsideration.domain.overseeing_acts import Check, Span
from services.reconsideration.pages.overseeing import HERE
from services.reconsideration.queries import COUNTED_FROM, HOW, MEASURES
from services.reconsideration.queries.overseeing import counts_said
from services.reconsideration.schemas.overseeing import WorkReportTimesIn
from services.reconsideration.store import WORK_CHECKS, WORK_REPORTS, work_reports_of
from services.supervision.live.picture import PageAt, spans_of
from shared.auth import Role
from shared.clock import StillClock
from shared.contracts.fact import Head
from shared.contracts.reconsideration.overseeing import (
    CheckFedBack,
    Checking,
    Cycle,
    WorkReportSubmitted,
)
from shared.directory import load
from shared.law.article import ARR2026, RULES, Article
from shared.law.calendar import CALENDAR
from shared.law.casefile import CaseFile
from shared.law.period import CITY
from shared.law.procedure import Refused
from shared.sweep import Sweep
from shared.work import Hub
from tests.desks.visitor import Building, Visitor, building, hidden
from tests.notification.telling import tell
from tests.reconsideration.makers import AUTHORITY, CITY_GOVERNMENT, DISPUTE, PAPER, day
from tests.reconsideration.test_routes import APPLICATION
from tests.registering import take_in

FILE = UUID(int=77)
NEIGHBOUR = "620721-government"


def head(of: CaseFile, on: str) -> Head:
    return of.head(by="head-1", on=day(on), at=datetime.combine(day(on), time(9), CITY))


def refused(act: object, *args: object, **said: object) -> Article:
    with pytest.raises(Refused) as refusal:
        act(*args, **said)  # type: ignore[operator]  # an act of the domain
    return refusal.value.article


def register(cycle: Cycle = Cycle.QUARTER, first: str = "2026-07-01") -> WorkReports:
    blank = WorkReports(procedure=REPORTS, dispute_id=FILE, case_id=FILE)
    said = {"cycle": cycle, "within_days": 31, "first": day(first)}
    return blank.after(acts.set_times(blank, head(blank, "2026-07-06"), AUTHORITY, **said))  # type: ignore[arg-type]


def checked() -> WorkCheck:
    blank = WorkCheck(procedure=WORK_CHECK, dispute_id=FILE, case_id=FILE)
    return blank.after(
        acts.check(head(blank, "2026-10-12"), CITY_GOVERNMENT, [AUTHORITY], CHECK, PAPER)
    )


CHECK = Check(
    below=AUTHORITY,
    checking=Checking.SPOT,
    period_from=date(2026, 7, 1),
    period_until=date(2026, 9, 30),
)


@pytest.mark.parametrize(
    ("cycle", "first", "last", "due"),
    [
        (Cycle.QUARTER, "2026-07-01", "2026-09-30", "2026-10-31"),
        (Cycle.HALF_YEAR, "2026-07-01", "2026-12-31", "2027-01-31"),
        (Cycle.YEAR, "2026-07-01", "2027-06-30", "2027-07-31"),
        (Cycle.QUARTER, "2026-12-01", "2027-02-28", "2027-03-31"),
    ],
)
def test_a_report_is_due_so_many_days_after_its_period(
    cycle: Cycle, first: str, last: str, due: str
) -> None:
    """报告期间自月初起算，按周期届满，其后若干日内提交 (RULES 149)."""
    span = Span.beginning(day(first), cycle, 31)
    assert (span.last, span.due_on) == (day(last), day(due))


def test_a_report_is_submitted_once_its_period_is_over_and_the_next_one_is_due_then() -> None:
    """期间届满以后才提交；提交以后，下一期间接着计算 (ARR2026 66(2); RULES 149)."""
    file = register()
    papers = {"counts_id": PAPER, "text_id": PAPER}
    early = refused(acts.submit, file, head(file, "2026-09-30"), {"received": 3}, **papers)
    assert early == RULES[149]
    fact = acts.submit(file, head(file, "2026-10-12"), {"received": 3}, **papers)
    assert (fact.period_from, fact.period_until) == (day("2026-07-01"), day("2026-09-30"))
    assert [(one.measure, one.n) for one in fact.figures] == [("received", 3)]
    later = file.after(fact)
    assert (later.next_from, later.next_until) == (day("2026-10-01"), day("2026-12-31"))
    assert (later.due_on, later.reported_until) == (day("2027-01-31"), day("2026-09-30"))


@pytest.mark.parametrize(
    ("on", "within", "first"),
    [
        ("2026-06-30", 31, "2026-07-01"),
        ("2026-10-12", 0, "2026-07-01"),
        ("2026-10-12", 91, "2026-07-01"),
        ("2026-10-12", 31, "2026-07-02"),
        ("2026-10-12", 31, "2026-09-01"),
        ("2026-10-12", 5, "2025-07-01"),
    ],
    ids=["before July", "no day", "too long", "within a month", "reported already", "past"],
)
def test_times_that_do_not_meet_the_rule_are_refused(on: str, within: int, first: str) -> None:
    """2026年7月以前、日数不合、不自月初、期间重复、已经过去的，不予登记 (RULES 149)."""
    file = register()
    file = file.after(
        acts.submit(file, head(file, "2026-10-12"), {}, counts_id=PAPER, text_id=PAPER)
    )
    blank = WorkReports(procedure=REPORTS, dispute_id=FILE, case_id=FILE)
    of = file if first == "2026-09-01" else blank
    said = {"cycle": Cycle.QUARTER, "within_days": within, "first": day(first)}
    assert refused(acts.set_times, of, head(of, on), AUTHORITY, **said) == RULES[149]


def test_new_times_leave_no_day_out_that_is_still_to_be_reported_on() -> None:
    """已经开始而没有报告的期间不得跳过；报告过的，新的周期与之衔接 (RULES 149)."""
    file, later = register(), {"cycle": Cycle.YEAR, "within_days": 31}
    owed = {**later, "first": day("2026-10-01")}
    at = head(file, "2026-10-12")
    assert refused(acts.set_times, file, at, AUTHORITY, **owed) == RULES[149]
    running = head(file, "2026-08-03")
    assert refused(acts.set_times, file, running, AUTHORITY, **owed) == RULES[149]
    first = {**later, "first": day("2026-07-01")}
    assert acts.set_times(file, running, AUTHORITY, **first).next_until == day("2027-06-30")  # type: ignore[arg-type]
    ahead = register(first="2026-08-01")
    early = acts.set_times(ahead, head(ahead, "2026-07-31"), AUTHORITY, **owed)  # type: ignore[arg-type]
    assert early.next_from == day("2026-10-01")
    file = file.after(acts.submit(file, at, {}, counts_id=PAPER, text_id=PAPER))
    again = head(file, "2026-10-12")
    gap = {**later, "first": day("2026-11-01")}
    assert refused(acts.set_times, file, again, AUTHORITY, **gap) == RULES[149]
    assert acts.set_times(file, again, AUTHORITY, **owed).next_until == day("2027-09-30")  # type: ignore[arg-type]


def test_only_the_work_of_governments_below_is_checked() -> None:
    """检查的对象是下级人民政府；县区的下级没有行政复议职责 (ARR2026 67; ARL 4)."""
    directory = load()
    below = below_of(directory, CITY_GOVERNMENT)
    assert AUTHORITY in below
    assert CITY_GOVERNMENT not in below
    assert below_of(directory, AUTHORITY) == ()
    assert above_of(directory, AUTHORITY) == CITY_GOVERNMENT
    blank = WorkCheck(procedure=WORK_CHECK, dispute_id=FILE, case_id=FILE)
    at = head(blank, "2026-10-12")
    assert refused(acts.check, at, AUTHORITY, (), CHECK, PAPER) == ARR2026[67]
    before = head(blank, "2026-06-30")
    assert refused(acts.check, before, CITY_GOVERNMENT, below, CHECK, PAPER) == RULES[149]
    too_late = head(blank, "2026-09-29")
    assert refused(acts.check, too_late, CITY_GOVERNMENT, below, CHECK, PAPER) == RULES[150]


def test_a_check_ends_with_its_result_or_once_everything_is_mended() -> None:
    """没有需要整改的，反馈即结卷；需要整改的，确认整改到位才结卷 (ARR2026 67; RULES 150)."""
    file = checked()
    assert file.after(acts.feed_back(file, head(file, "2026-10-13"), PAPER)).is_closed
    day_of_letter = head(file, "2026-10-13")
    assert (
        refused(acts.require_mending, file, day_of_letter, day("2026-10-13"), PAPER) == RULES[150]
    )
    file = file.after(acts.require_mending(file, day_of_letter, day("2026-10-30"), PAPER))
    assert (file.state, file.mend_by) == (State.TO_MEND, day("2026-10-30"))
    file = file.after(acts.report_mending(file, head(file, "2026-10-28"), PAPER))
    again = acts.require_mending(file, head(file, "2026-11-02"), day("2026-11-20"), PAPER)
    assert file.after(again).state is State.TO_MEND
    done = file.after(acts.confirm(file, head(file, "2026-11-02")))
    assert done.is_closed
    with pytest.raises(Refused):
        done.after(CheckFedBack(head=head(done, "2026-11-03"), organ="", below="", letter_id=PAPER))


def test_a_report_says_of_which_moment_its_figures_are_and_how_they_are_reckoned() -> None:
    """报告写明统计期间、截至的时间、来源和计算方法，与看板同一口径 (RULES 149)."""
    counted = dict.fromkeys(("received", "reviewing", "declined", "dropped", "accepted"), 2)
    counted |= dict.fromkeys(("on_hand", "decided", "in_time", "late", "overdue"), 1)
    counted |= {"extended": 0, "terminated": 0, "mediated": 0, "outcome_upheld": 1}
    figures = {**dict.fromkeys(MEASURES, 0), **counted}
    now = datetime(2026, 10, 12, 9, tzinfo=CITY)
    said = counts_said(figures, day("2026-07-01"), day("2026-09-30"), now)
    assert "统计2026年7月1日至2026年9月30日收到的行政复议申请，截至2026年10月12日" in said
    assert "收到申请2件" in said
    assert "按期决定率33.3%（1件/3件）。" in said
    assert "决定种类：维持1件。" in said
    assert COUNTED_FROM in said
    assert all(term in said for term in HOW)


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-08-03"), time(9), CITY))


@pytest.fixture
async def house(hub: Hub) -> AsyncIterator[Building]:
    async with building(hub) as found:
        yield found


def body(house: Building, organ: str = AUTHORITY, *, is_head: bool = True) -> Visitor:
    role = Role.RECONSIDERATION_HEAD if is_head else Role.RECONSIDERATION
    return house.visitor(role, organ=organ)


async def sent(who: Visitor, path: str, **typed: str) -> None:
    done = await who.fill(path, **typed)
    assert done.status_code == 303, done.text


def act(file: UUID | str, name: str) -> str:
    return f"/desk/disputes/{file}/files/{file}/{name}?back={HERE}"


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


def test_whoever_has_no_government_above_reports_major_matters_elsewhere() -> None:
    """名录没有上级人民政府的，在枢纽以外请示报告 (ARR2026 67)."""
    file = register()
    at = head(file, "2026-10-12")
    assert refused(acts.report_major_matter, file, at, "", PAPER) == ARR2026[67]


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


def test_neither_a_register_nor_a_check_counts_as_a_case_at_work() -> None:
    """工作报告登记、检查案卷不是纠纷，不计入在办、办结 (RULES 61)."""
    file = WorkReports(procedure=REPORTS, dispute_id=FILE, case_id=FILE)
    times = {"cycle": Cycle.YEAR, "within_days": 31, "first": day("2026-07-01")}
    kept = acts.set_times(file, head(file, "2026-07-06"), AUTHORITY, **times)  # type: ignore[arg-type]
    blank = WorkCheck(procedure=WORK_CHECK, dispute_id=FILE, case_id=FILE)
    made = acts.check(head(blank, "2026-10-12"), CITY_GOVERNMENT, [AUTHORITY], CHECK, PAPER)
    labels = {"county": "620702", "authority": AUTHORITY}
    for shelf, fact in ((WORK_REPORTS, kept), (WORK_CHECKS, made)):
        page = PageAt(1, fact.head.at, fact, labels)
        assert spans_of([page], shelf, shelf.editions[0].edition, CALENDAR) == [], shelf.name


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


@pytest.mark.parametrize("first", ["2999-12-02", "9999-12-01"])
def test_a_first_day_beyond_any_calendar_is_no_first_day(first: str) -> None:
    """首日超出范围的，不予受理，不致出错."""
    with pytest.raises(ValidationError):
        WorkReportTimesIn(cycle=Cycle.YEAR, within_days=31, first=day(first))


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
