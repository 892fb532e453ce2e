"""案卷页上的申请期限 (ARL 20, 21, 30): the proof that acceptance or refusal rests upon."""

from collections.abc import AsyncIterator
from datetime import datetime, time
from typing import Any

import httpx
import pytest

from services.reconsideration.domain.filing import found_on
from services.reconsideration.office import OFFICE
from shared.auth import LocalTokens
from shared.casepage.routes import router as case_files
from shared.clock import StillClock
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationDeclined,
    ApplicationReceived,
    Condition,
    LeftOut,
    TimeFinding,
    TimeLeftOut,
)
from shared.law.calendar import CALENDAR
from shared.law.period import CITY
from shared.web import web_app
from shared.work import Hub
from tests.reconsideration.makers import DISPUTE, FIELDS, PAPER, day
from tests.reconsideration.test_routes import APPLICATION, OFFICER, PARTY, Door
from tests.registering import take_in


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-02"), time(9), CITY))


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    reconsiderations = (load() for load in OFFICE.routers)
    app = web_app(title="复议", routers=[*reconsiderations, case_files], hub=hub, tokens=tokens)
    transport = httpx.ASGITransport(app=app)
    await take_in(hub, DISPUTE)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, clock, tokens)


async def shown(door: Door, who: dict[str, Any]) -> list[dict[str, Any] | None]:
    """The proofs of the pages of the reconsideration file, in order."""
    told = (await door.get(f"/disputes/{DISPUTE}", who)).json()
    [file] = [one for one in told["files"] if one["office"] == "reconsideration"]
    return [page["proof"] for page in file["pages"]]


async def test_the_page_of_acceptance_shows_how_the_filing_period_came_about(door: Door) -> None:
    """2月2日知道，六十日至4月3日；受理的一页附期限说明 (ARL 20, 30)."""
    case = await door.apply()
    door.on("2026-03-05")
    assert (await door.post(f"{case}/acceptance", OFFICER)).status_code == 201
    received, accepted = await shown(door, OFFICER)
    assert received is None
    assert accepted is not None
    assert (accepted["last_day"], accepted["article"]["code"]) == ("2026-04-03", "ARL 20(1)")
    assert "行政复议申请期限为60日" in accepted["sentence"]


async def test_the_page_of_a_refusal_shows_it_too(door: Door) -> None:
    """2025年9月1日知道，六十日至10月31日，3月2日提出已逾期 (ARL 20, 30)."""
    late = {**APPLICATION, "learnt_on": "2025-09-01"}
    answer = await door.post("/reconsiderations", PARTY, **late)
    case = f"/reconsiderations/{answer.json()['case_id']}"
    said = {"missing": "time", "reason": "逾期提出"}
    assert (await door.post(f"{case}/declination", OFFICER, **said)).status_code == 201
    _, declined = await shown(door, OFFICER)
    assert declined is not None
    assert declined["last_day"] == "2025-10-31"


def received(**more: object) -> ApplicationReceived:
    return ApplicationReceived.model_validate(
        {**FIELDS[ApplicationReceived], "head": _head(1, "2026-03-02"), **more}
    )


def _head(version: int, on: str) -> dict[str, Any]:
    at = datetime.combine(day(on), time(9), CITY)
    ids = {"dispute_id": DISPUTE, "case_id": PAPER, "version": version}
    return {**ids, "on": day(on), "at": at, "by": "officer-7"}


def accepted(**more: object) -> ApplicationAccepted:
    return ApplicationAccepted.model_validate({"head": _head(2, "2026-03-05"), **more})


def test_what_was_left_out_of_the_period_is_part_of_its_proof() -> None:
    """2月10日至19日受阻，十日不计，至4月13日 (ARL 20)."""
    time = TimeFinding(
        exclusions=(
            TimeLeftOut(reason=LeftOut.OBSTACLE, first=day("2026-02-10"), last=day("2026-02-19")),
        )
    )
    pages = [received(learnt_on="2026-02-02"), accepted(time=time)]
    found = found_on(pages, CALENDAR)
    assert found[2].reckoning.last_day == day("2026-04-13")


def test_without_a_day_that_is_known_there_is_nothing_to_show() -> None:
    """不知道起算之日的，不能计算 (ARL 20)."""
    assert found_on([received(), accepted()], CALENDAR) == {}
    assert found_on([accepted()], CALENDAR) == {}


def test_a_refusal_for_another_reason_still_shows_the_period() -> None:
    """其他原因不予受理的，申请期限同样说明 (ARL 30)."""
    declined = ApplicationDeclined.model_validate(
        {"head": _head(2, "2026-03-05"), "missing": Condition.SCOPE, "reason_id": PAPER}
    )
    found = found_on([received(learnt_on="2026-02-02"), declined], CALENDAR)
    assert found[2].reckoning.last_day == day("2026-04-03")
