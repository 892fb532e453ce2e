"""已经提交的工作报告: found by the year in which they were submitted, from both ends."""

import re
from datetime import datetime

from services.reconsideration.pages.overseeing import HERE
from services.reconsideration.store import work_reports_of
from shared.clock import StillClock
from shared.contracts.reconsideration.overseeing import WorkReportSubmitted
from shared.law.period import CITY
from shared.work import Hub
from tests.desks.visitor import Building
from tests.reconsideration.makers import AUTHORITY
from tests.reconsideration.overseen import act, body, sent
from tests.reconsideration.overseen import clock as clock  # noqa: PLC0414 - a fixture
from tests.reconsideration.overseen import house as house  # noqa: PLC0414 - a fixture

LATER_REPORTS = """
INSERT INTO hub.outbox
  (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels, trace, body)
SELECT case_id, version + n, dispute_id, office, kind, legal_on + n * 90, at, by, part, labels,
       trace, jsonb_set(body::jsonb, '{head,version}', to_jsonb(version + n))::text
FROM hub.outbox, generate_series(1, 12) n WHERE kind = $1
"""
"""Twelve more, one in each quarter from then on."""

FIRST_REPORT = "SELECT version FROM hub.outbox WHERE case_id = $1 AND kind = $2"


async def test_reports_are_sorted_and_narrowed_to_a_year(
    hub: Hub, house: Building, clock: StillClock
) -> None:
    """已提交的工作报告按年份筛选、按先后排序，翻页保留条件，不丢检查的条件 (ARR2026 66(2))."""
    superior = body(house)
    times = {"cycle": "quarter", "within_days": "31", "first": "2026-07-01"}
    await sent(superior, f"{HERE}/times", **times)
    clock.move_to(datetime(2026, 11, 2, 9, tzinfo=CITY))
    file = work_reports_of(AUTHORITY)
    await sent(superior, act(file, "report"), text="本季度办理情况。")
    first = await hub.pool.fetchval(FIRST_REPORT, file, WorkReportSubmitted.kind_name())
    await hub.pool.execute(LATER_REPORTS, WorkReportSubmitted.kind_name())
    row = re.compile(rf"/desk/disputes/{file}#p-{file}-(\d+)")

    async def reports(query: str) -> list[int]:
        found = row.findall((await superior.get(f"{HERE}{query}")).text)
        return [int(one) - first for one in found]

    assert await reports("") == [*range(12, 2, -1)]
    assert await reports("?reports_sort=on") == [*range(10)]
    assert await reports("?reports_sort=on&reports=10") == [10, 11, 12]
    assert await reports("?reports_year=2026") == [0]
    assert await reports("?reports_year=2027") == [4, 3, 2, 1]
    assert await reports("?reports_year=2027&reports_sort=on") == [1, 2, 3, 4]
    page = (await superior.get(f"{HERE}?state=checked&reports_sort=on")).text
    assert '<input type="hidden" name="state" value="checked">' in page
    assert '<input type="hidden" name="reports_sort" value="on">' in page
    assert '<option value="2028">2028年</option>' in page
    [older] = re.findall(r'href="([^"]+)" rel="next"', page)
    assert "reports_sort=on" in older
    none = (await superior.get(f"{HERE}?reports_year=2001")).text
    assert "这一年没有提交工作报告" in none
    assert (await superior.get(f"{HERE}?reports_year=soon")).status_code == 422
