"""履行监督 on the desks of the authority that decided and of the one above it (ARL 77)."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from html import unescape
from uuid import UUID

from services.reconsideration.pages.following import WATCH
from services.reconsideration.queries.watched import WATCH_TERMS
from services.reconsideration.store import CASES
from services.supervision.agents import LISTENS
from services.supervision.domain.compliance import COMPLIANCE, DECIDED
from services.supervision.store import watch_of
from shared.auth import Role
from shared.clock import StillClock
from shared.contracts.fact import Fact, Head
from shared.contracts.reconsideration import DecisionDelivered, Outcome
from shared.contracts.reconsideration.respondent import PowersLost, RespondentSucceeded
from shared.law.period import CITY, legal_day
from shared.outbox import WATCHED
from shared.sweep import Sweep
from shared.work import Act, Hub, Work
from tests.desks.body import applied
from tests.desks.visitor import Building, Visitor
from tests.reconsideration.makers import AUTHORITY, CITY_GOVERNMENT, RESPONDENT
from tests.registering import take_in

FOLLOWING = "/desk/reconsideration/following"
BELOW = "/desk/reconsideration/responding?what=below"
LINK = re.compile(r'href="(/desk/disputes/[^"]+/files/[^"]+)"')


async def watched(hub: Hub, perform_by: date | None) -> UUID:
    """A decision was delivered that the respondent is to perform; its watch."""
    case_id = await applied(hub, await take_in(hub, UUID(int=7)))
    case, labels = await hub.read(CASES, case_id)
    now = hub.clock.now()
    at = {"case_id": case_id, "dispute_id": case.dispute_id, "version": 9, "by": "o-1"}
    fact = DecisionDelivered(
        head=Head(**at, on=legal_day(now), at=now),
        outcome=Outcome.REVOKED,
        authority=AUTHORITY,
        respondent=RESPONDENT,
        served_on=legal_day(now),
        remedies=(),
        perform_by=perform_by,
        redo=True,
    )
    await hear(hub, fact, {"authority": AUTHORITY, **labels})
    return watch_of(case_id)


async def hear(hub: Hub, fact: Fact, labels: Mapping[str, str]) -> None:
    """Let supervision hear a fact, as the mailroom does."""
    heard = LISTENS[type(fact)]

    def do(work: Work) -> None:
        heard.handler(work, fact)

    await hub.act(Act(do=do, files=heard.files(fact), labels=labels))


async def doors(who: Visitor, whose: str = "every") -> list[str]:
    """The doors of watches that the list offers, by the last word of their paths."""
    page = (await who.get(f"{FOLLOWING}?whose={whose}&what=watch")).text
    return [unescape(one).partition("?")[0].rpartition("/")[2] for one in LINK.findall(page)]


def test_the_list_knows_the_table_of_the_watch_by_its_own_words() -> None:
    """清单所用的状态和期限，就是履行监督的表里的 (ARL 77)."""
    assert {one.name: one.term for one in COMPLIANCE.deadlines} == WATCH_TERMS
    assert tuple(WATCH) == DECIDED
    assert all(f"'{state}'" in WATCHED for state in DECIDED)


async def test_the_head_orders_from_the_list_what_was_not_performed_in_time(
    hub: Hub, house: Building, clock: StillClock
) -> None:
    """逾期未履行的列在清单上，负责人责令、约谈、通报批评，承办人认定履行 (ARL 77)."""
    watch = await watched(hub, date(2026, 12, 8))
    head = house.visitor(Role.RECONSIDERATION_HEAD, organ=AUTHORITY)
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    above = house.visitor(Role.RECONSIDERATION_HEAD, organ=CITY_GOVERNMENT)
    assert await doors(head) == ["performance"]
    assert await doors(above) == []
    clock.move_to(datetime(2026, 12, 9, 9, tzinfo=CITY))
    await Sweep(hub).once()
    pressed = ["interview-notice", "interview", "criticism"]
    assert await doors(head) == ["order", *pressed, "performance"]
    assert await doors(officer, "mine") == ["performance"]
    assert "由负责人责令限期履行" in (await officer.get(f"{FOLLOWING}?what=watch")).text
    page = (await head.get(f"{FOLLOWING}?late=overdue")).text
    assert "履行监督" in page
    [form] = [unescape(one) for one in LINK.findall(page) if "/order" in one]
    assert str(watch) in form
    sent = await head.fill(form, perform_by="2026-12-31", text="责令你单位限期履行。")
    assert sent.status_code == 303, sent.text
    assert await doors(head) == [*pressed, "performance"]
    page = (await head.get(f"{FOLLOWING}?what=watch")).text
    [form] = [unescape(one) for one in LINK.findall(page) if "/interview-notice" in one]
    said = {"interview_at": "2026-12-15T09:00", "place": "三楼会议室", "matter": "履行情况"}
    sent = await head.fill(form, **said)
    assert sent.status_code == 303, sent.text
    texts = await hub.pool.fetch("SELECT text FROM hub.documents WHERE text LIKE '约谈时间%'")
    assert [row["text"] for row in texts] == [
        "约谈时间：2026年12月15日09:00\n约谈地点：三楼会议室\n约谈事项：履行情况"
    ]
    clock.move_to(datetime(2027, 1, 4, 9, tzinfo=CITY))
    await Sweep(hub).once()
    assert (await doors(head))[0] == "order"


async def test_the_government_above_orders_and_does_not_read_the_case(
    hub: Hub, house: Building, clock: StillClock
) -> None:
    """上级行政机关看到逾期未履行的，可以责令；别的复议机关看不到 (ARL 77)."""
    await watched(hub, date(2026, 12, 8))
    clock.move_to(datetime(2026, 12, 9, 9, tzinfo=CITY))
    await Sweep(hub).once()
    above = house.visitor(Role.RECONSIDERATION_HEAD, organ=CITY_GOVERNMENT)
    stranger = house.visitor(Role.RECONSIDERATION_HEAD, organ="620721-government")
    assert await doors(stranger) == []
    page = (await above.get(f"{FOLLOWING}?whose=every")).text
    assert "/desk/reconsideration/files/" not in page
    [form] = [unescape(one) for one in LINK.findall(page) if "/order" in one]
    sent = await above.fill(form, perform_by="2026-12-31", text="责令你单位限期履行。")
    assert sent.status_code == 303, sent.text


async def test_what_has_no_day_may_be_ordered_at_once(hub: Hub, house: Building) -> None:
    """文书未载明履行期限的，不等期满，可以即时责令 (ARL 77)."""
    await watched(hub, None)
    head = house.visitor(Role.RECONSIDERATION_HEAD, organ=AUTHORITY)
    assert await doors(head) == ["order", "performance"]


async def test_the_department_above_orders_from_its_list_what_is_late_below(
    hub: Hub, house: Building, clock: StillClock
) -> None:
    """上级主管部门在清单上看到逾期未履行的，可以责令、约谈、通报；被申请人没有 (ARL 77)."""
    await watched(hub, date(2026, 12, 8))
    above = house.visitor(Role.DEPARTMENT, organ="620700-chengguan")
    respondent = house.visitor(Role.DEPARTMENT, organ=RESPONDENT)
    other = house.visitor(Role.DEPARTMENT, organ="620700-zhujian")
    assert LINK.findall((await above.get(BELOW)).text) == []
    clock.move_to(datetime(2026, 12, 9, 9, tzinfo=CITY))
    await Sweep(hub).once()
    for nobody in (respondent, other):
        assert LINK.findall((await nobody.get(BELOW)).text) == []
    page = (await above.get(BELOW)).text
    forms = [unescape(one) for one in LINK.findall(page)]
    acts = [one.partition("?")[0].rpartition("/")[2] for one in forms]
    assert acts == ["order", "interview-notice", "interview", "criticism"]
    dispute = forms[0].partition("/files/")[0]
    assert "/order" in (await above.get(dispute)).text
    assert "/order" not in (await respondent.get(dispute)).text
    sent = await above.fill(forms[0], perform_by="2026-12-31", text="责令你单位限期履行。")
    assert sent.status_code == 303, sent.text
    page = (await above.get(BELOW)).text
    assert "责令载明的履行期限" in page
    assert not any("/order" in one for one in LINK.findall(page))


async def test_the_list_below_follows_whoever_took_over_the_powers(
    hub: Hub, house: Building, clock: StillClock
) -> None:
    """承受以后，承受机关列在其上级主管部门的清单上，由该部门责令，原上级不再列出 (ARL 19, 77)."""
    watch = await watched(hub, date(2026, 12, 8))
    clock.move_to(datetime(2026, 12, 9, 9, tzinfo=CITY))
    await Sweep(hub).once()
    first = "SELECT dispute_id, body::jsonb ->> 'watched' FROM hub.outbox WHERE case_id = $1"
    dispute_id, about = await hub.pool.fetchrow(f"{first} AND version = 1", watch)
    now, new = hub.clock.now(), hub.directory.organ("620702-gongan")
    at = {"case_id": UUID(about), "dispute_id": dispute_id, "version": 10, "by": "o-1"}
    fact = RespondentSucceeded(
        head=Head(**at, on=legal_day(now), at=now),
        before=RESPONDENT,
        respondent=new.code,
        county=new.place,
        powers_lost=PowersLost.POWERS_MOVED,
        succeeded_on=legal_day(now),
        notice_id=watch,
    )
    await hear(hub, fact, {"authority": AUTHORITY})
    before = house.visitor(Role.DEPARTMENT, organ="620700-chengguan")
    assert LINK.findall((await before.get(BELOW)).text) == []
    above = house.visitor(Role.DEPARTMENT, organ="620700-gongan")
    page = (await above.get(BELOW)).text
    assert new.name in page
    assert hub.directory.organ(RESPONDENT).name not in page
    [order, *_] = [unescape(one) for one in LINK.findall(page)]
    sent = await above.fill(order, perform_by="2026-12-31", text="责令你单位限期履行。")
    assert sent.status_code == 303, sent.text


async def test_what_the_department_above_ordered_is_overdue_once_its_day_is_over(
    hub: Hub, house: Building, clock: StillClock
) -> None:
    """责令履行和责令载明的期限还在走的，不列为逾期；届满仍未履行的才是 (ARL 77)."""
    await watched(hub, date(2026, 12, 8))
    above = house.visitor(Role.DEPARTMENT, organ="620700-chengguan")

    async def listed() -> dict[str, bool]:
        pages = {late: await above.get(f"{BELOW}&late={late}") for late in ("overdue", "in_time")}
        return {late: bool(LINK.findall(page.text)) for late, page in pages.items()}

    clock.move_to(datetime(2026, 12, 9, 9, tzinfo=CITY))
    await Sweep(hub).once()
    assert await listed() == {"overdue": False, "in_time": True}
    page = (await above.get(BELOW)).text
    assert ("逾期0分" in page, "剩4个工作日" in page) == (False, True)
    [form] = [unescape(one) for one in LINK.findall(page) if "/order" in one]
    sent = await above.fill(form, perform_by="2026-12-31", text="责令你单位限期履行。")
    assert sent.status_code == 303, sent.text
    assert await listed() == {"overdue": False, "in_time": True}
    assert "剩16个工作日" in (await above.get(BELOW)).text
    clock.move_to(datetime(2027, 1, 4, 9, tzinfo=CITY))
    await Sweep(hub).once()
    assert await listed() == {"overdue": True, "in_time": False}
