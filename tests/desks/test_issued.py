"""督办页: what was issued in a dispute stands above how it was pressed on."""

import pytest

from services.supervision.pages.issued import Issued
from shared.auth import Role
from shared.work import Hub
from tests.desks.test_supervision import COUNTY, house, some_case
from tests.desks.visitor import Building

__all__ = ["house"]


async def test_the_page_of_pressing_shows_what_was_issued_to_whom_and_until_when(
    hub: Hub, house: Building, monkeypatch: pytest.MonkeyPatch
) -> None:
    """督办页写明制发、移送的事项，送往何处，答复、报送期限和结果 (ARL 76, 79, 85)."""
    letter = {"term": "制发意见书", "organ": COUNTY, "recipient": "", "on": "2026-08-03"}
    until = {"until": "2026-10-05T00:00:00+08:00"}
    rows = [
        Issued(**letter, **until, became="逾期未报送纠正情况", light="red"),
        Issued(**letter, until="2026-10-10", became="", light="yellow"),
        Issued("移送问题线索", "", "监察机关", "2026-08-06", "", "", "grey"),
    ]
    number, *_ = await some_case(hub)
    supervisor = house.visitor(Role.SUPERVISOR, organ=COUNTY)
    path = f"/desk/press/{number}"
    assert "制发、抄告、公开和移送" not in (await supervisor.get(path)).text
    monkeypatch.setattr("services.supervision.pages.pressing.issued_in", lambda _: rows)
    page = (await supervisor.get(path)).text
    for says in ("制发、抄告、公开和移送", "甘州区人民政府", "逾期未报送纠正情况", "监察机关"):
        assert says in page, says
    assert page.count("尚无答复、报送") == 1
