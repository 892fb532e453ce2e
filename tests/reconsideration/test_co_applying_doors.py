"""共同申请 at the doors and on the desk: taken down by the body, severed, told (ARL 20, 22, 31)."""

from collections.abc import AsyncIterator
from datetime import date
from html import unescape
from uuid import UUID

import pytest

from services.reconsideration.domain.filing import brought_on
from services.reconsideration.pages import file as pages
from services.reconsideration.queries.basics import Lacking, Lacks
from services.reconsideration.store import CASES, severed_of
from shared.auth import Role
from shared.contracts.reconsideration.basics import Basic
from shared.work import Hub
from tests.desks.visitor import Building, building
from tests.reconsideration.again import done, no
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, RESPONDENT
from tests.reconsideration.test_routes import APPLICATION, OFFICER, PARTY, Door, clock, door

__all__ = ["clock", "door"]

LEARNT = "2026-01-02"
"""Sixty days from it end on the third of March."""
LAST, LATE = "2026-03-03", "2026-03-04"


@pytest.fixture
async def house(hub: Hub) -> AsyncIterator[Building]:
    async with building(hub) as found:
        yield found


async def applied(door: Door, *others: str) -> tuple[str, list[str]]:
    """An application, and those who were named as applying, too."""
    answer = await door.post("/reconsiderations", PARTY, **{**APPLICATION, "learnt_on": LEARNT})
    assert answer.status_code == 201, answer.text
    case = f"/reconsiderations/{answer.json()['case_id']}"
    for name in others:
        file = await done(door, f"{case}/co-applicant", person={"name": name})
    return case, [one["person_id"] for one in file["participants"]["co_applicants"]]


async def test_who_was_late_does_not_go_on_apart_with_who_was_not(door: Door) -> None:
    """逾期才确认的单独分案：和没有逾期的一起分案，不能使没有逾期的也逾期 (ARL 20; RULES 136)."""
    case, (early, late) = await applied(door, "赵某", "钱某")
    for on, person in ((LAST, early), (LATE, late)):
        door.on(on)
        said = {"person_id": person, "agrees": True, "text": "签名的确认书"}
        await done(door, f"{case}/co-application", **said)
    said = {"applicants": [early, late], "reason": "分别办理"}
    assert await no(door, f"{case}/severance", **said) == "RULES 136"
    rest = await done(door, f"{case}/severance", applicants=[late], reason="逾期确认")
    assert rest["applicants"] == [str(ANNA), early]
    apart = severed_of(UUID(rest["case_id"]), {UUID(late)})
    own, _ = await door.hub.read(CASES, apart)
    assert brought_on(own) == date(2026, 3, 4)
    assert (await done(door, f"{case}/acceptance"))["state"] == "accepted"


@pytest.mark.parametrize(
    ("lacking", "asked"), [((), False), ((Lacking(ANNA, "申请人", (Basic.ADDRESS,)),), True)]
)
async def test_that_somebody_does_not_confirm_is_no_reason_to_ask_the_others_for_anything(
    house: Building,
    door: Door,
    monkeypatch: pytest.MonkeyPatch,
    lacking: tuple[Lacking, ...],
    asked: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    """只有别人没有确认的，不通知补正：不补正视为放弃，不能使已经申请的人放弃 (ARL 14, 31)."""

    async def lacks(*_: object) -> Lacks:
        return Lacks(lacking, date(2026, 7, 1), (BERT,))

    monkeypatch.setattr(pages, "lacking_of", lacks)
    case, _ = await applied(door, "赵某")
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    path = f"/desk/reconsideration/files/{case.rpartition('/')[2]}"
    page = unescape((await officer.get(path)).text)
    assert "写明的共同申请人1名没有本人签名、确认" in page
    assert "没有确认的不是申请人，不影响其他申请人" in page
    assert ("supplement-notice?text=" in page) is asked


async def test_once_it_is_accepted_nobody_is_told_to_confirm(house: Building, door: Door) -> None:
    """受理以后不再确认，案件页也不再列出 (ARL 22)."""
    case, (person,) = await applied(door, "赵某")
    await done(door, f"{case}/acceptance")
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    page = (await officer.get(f"/desk/reconsideration/files/{case.rpartition('/')[2]}")).text
    assert "登记确认" not in page
    said = {"person_id": person, "agrees": True, "text": "签名的确认书"}
    answer = await door.post(f"{case}/co-application", OFFICER, **said)
    assert answer.status_code == 409


async def test_the_respondent_does_not_learn_who_was_named_and_does_not_apply(
    house: Building, door: Door
) -> None:
    """没有确认的、答复不申请的不是申请人，被申请人查阅时看不到；登记确认的人员看得到 (ARL 14)."""
    case, (_, no_one, applies) = await applied(door, "赵某", "钱某", "孙某")
    for person, agrees in ((no_one, False), (applies, True)):
        said = {"person_id": person, "agrees": agrees, "text": "签名的答复"}
        await done(door, f"{case}/co-application", **said)
    await done(door, f"{case}/acceptance")
    await done(door, f"{case}/copy")
    asked = f"/disputes/{APPLICATION['dispute_id']}/parties?purpose=核对申请人"
    names = []
    for role, organ in ((Role.DEPARTMENT, RESPONDENT), (Role.RECONSIDERATION, AUTHORITY)):
        answer = await house.client.get(asked, headers=house.headers_of(role, organ=organ))
        assert answer.status_code == 200, answer.text
        names.append({one["name"] for one in answer.json()} & {"赵某", "钱某", "孙某"})
    assert names == [{"孙某"}, {"赵某", "钱某", "孙某"}]
