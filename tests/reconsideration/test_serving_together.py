"""一并送达 of a decision: one door, and a record for each (ARL 75, 88; CPL 87, 95)."""

from typing import Any
from uuid import UUID

import pytest

from tests.reconsideration.afterwards import case, done, refused, to  # noqa: F401 - fixtures
from tests.reconsideration.deciding import HANDED
from tests.reconsideration.makers import ANNA
from tests.reconsideration.test_announcing import NOTICE, SAID
from tests.reconsideration.test_drafting_doors import CLERK, clock, door  # noqa: F401 - fixtures
from tests.reconsideration.test_routes import Door

PAGES = """
SELECT kind, body::jsonb ->> 'manner' AS manner, body::jsonb ->> 'receipt_id' AS receipt
FROM hub.outbox WHERE case_id = $1 AND kind = 'reconsideration.decision_served.v1' ORDER BY version
"""
MARCH: dict[str, Any] = {"served_on": "2026-03-10", **HANDED}


async def test_each_who_is_served_together_has_its_own_record_and_receipt(
    door: Door,  # noqa: F811 - a fixture
    case: str,  # noqa: F811 - as above
) -> None:
    """送达必须有送达回证：一并送达的，每一方各有方式、日期和送达回证 (CPL 87; ARL 75, 88)."""
    door.on("2026-03-10")
    for name in ("manner", "receipt"):
        said = {key: value for key, value in MARCH.items() if key != name}
        assert (await door.post(f"{case}/delivery", CLERK, **said)).status_code == 422, name
    file = await done(
        door, f"{case}/delivery", CLERK, **MARCH, applicants={str(ANNA): "2026-03-09"}
    )
    assert (file["state"], file["sue_until"]) == ("delivered", "2026-03-24")
    each = [(one["person_id"], one["served_on"], one["manner"]) for one in file["services"]]
    assert each == [(str(ANNA), "2026-03-09", "direct"), (None, "2026-03-10", "direct")]
    pages = await door.hub.pool.fetch(PAGES, UUID(case.split("/")[2]))
    assert [one["manner"] for one in pages] == ["direct", "direct"]
    assert len({one["receipt"] for one in pages}) == 2
    assert await refused(door, f"{case}/delivery", CLERK, **MARCH) == "ARL 75(2)"


async def test_nobody_is_served_together_while_a_public_notice_runs_for_one(
    door: Door,  # noqa: F811 - as above
    case: str,  # noqa: F811 - as above
) -> None:
    """自发出公告之日起经过三十日才视为送达，不得随其他各方一并提前记载 (CPL 95)."""
    door.on("2026-03-09")
    await done(door, f"{case}/announcement", CLERK, **SAID)
    door.on("2026-03-10")
    assert await refused(door, f"{case}/delivery", CLERK, **MARCH) == "CPL 95(1)"
    own = {**MARCH, "applicants": {str(ANNA): "2026-03-10"}}
    assert await refused(door, f"{case}/delivery", CLERK, **own) == "CPL 95(1)"
    door.on("2026-04-08")
    late = {**MARCH, "served_on": "2026-04-08"}
    assert await refused(door, f"{case}/delivery", CLERK, **late) == "CPL 95(1)"
    await done(door, f"{case}/service", CLERK, **NOTICE)
    file = await done(door, f"{case}/delivery", CLERK, **late)
    assert (file["state"], file["sue_until"]) == ("delivered", "2026-04-23")


@pytest.mark.parametrize(
    ("manner", "article"),
    [
        ("refused", "CPL 89"),
        ("family", "CPL 88(2)"),
        ("agent", "CPL 88(2)"),
        ("notice", "CPL 95(1)"),
        ("later", "CPL 87(1)"),
    ],
)
async def test_what_a_manner_asks_for_is_asked_of_each_who_is_served_together(
    door: Door,  # noqa: F811 - as above
    case: str,  # noqa: F811 - as above
    manner: str,
    article: str,
) -> None:
    """一并送达的方式同样各有条件：留置有见证，家属代收只对公民，公告满三十日 (CPL 87 to 95)."""
    door.on("2026-03-10")
    said = {**MARCH, "manner": manner, "condition_met": manner != "refused"}
    assert await refused(door, f"{case}/delivery", CLERK, **said) == article
