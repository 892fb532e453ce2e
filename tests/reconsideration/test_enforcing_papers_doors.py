"""文书 of enforcement and of the watch at the doors: whoever signs them makes and numbers them."""

from functools import partial
from typing import Any
from uuid import UUID

from services.supervision import commands
from services.supervision.agents import LISTENS
from services.supervision.store import watch_of
from shared.auth import Role
from shared.contracts.reconsideration import DecisionDelivered
from shared.law.period import legal_day
from shared.work import Act, Hub
from tests.desks.visitor import building
from tests.reconsideration.afterwards import LABELS, ORGAN, OTHER_ORGAN, served
from tests.reconsideration.afterwards import case as decided_case  # noqa: F401 - a fixture
from tests.reconsideration.checking import found
from tests.reconsideration.enforcing import swept, upheld  # noqa: F401 - a fixture
from tests.reconsideration.higher import ABOVE
from tests.reconsideration.makers import AUTHORITY, CITY_GOVERNMENT, DISPUTE, RESPONDENT
from tests.reconsideration.test_numbering import text_of
from tests.reconsideration.test_page_papers import done
from tests.reconsideration.test_papers_doors import FOR_WORK, clock, door
from tests.reconsideration.test_routes import OFFICER, Door, hear

__all__ = ["clock", "door"]

SUPERIOR: dict[str, Any] = {
    "code": "clerk-9",
    "roles": [Role.DEPARTMENT],
    "organ": "620700-chengguan",
}


async def test_the_organ_that_enforces_makes_and_numbers_its_own_demand_and_nothing_else(
    door: Door,
    upheld: str,  # noqa: F811
) -> None:
    """维持的，催告书、强制执行申请书由作出行为的机关制作、编号，别的文书不能 (COERCION 35, 55)."""
    await swept(door, "2026-03-26")
    await done(door, f"{upheld}/urging", ORGAN, text="请缴纳罚款二千元，汇入指定账户。")
    papers = f"/reconsiderations/{upheld.rpartition('/')[2]}/papers"
    made = f"{papers}/made/urging.docx{FOR_WORK}"
    assert (await door.get(made, OTHER_ORGAN)).status_code == 404
    number = (await done(door, f"{papers}/numbers/urging", ORGAN))["document_number"]
    assert "复催字〔2026〕1号" in number
    told = text_of((await door.get(made, ORGAN)).content)
    assert number in told
    assert "罚款二千元" in told
    assert (await door.post(f"{papers}/numbers/urging", OFFICER)).status_code == 404
    letter = f"{papers}/made/opinion-letter.docx{FOR_WORK}"
    assert (await door.get(letter, ORGAN)).status_code == 403
    await swept(door, "2026-04-14")
    await done(door, f"{upheld}/enforcement-application", ORGAN, text="强制缴纳罚款二千元。")
    asked = await door.get(f"{papers}/made/enforcement-application.pdf{FOR_WORK}", ORGAN)
    assert asked.content.startswith(b"%PDF")
    assert await found(door.hub) == {}


async def test_a_department_is_offered_its_own_papers_on_the_case_page(
    door: Door,
    hub: Hub,
    upheld: str,  # noqa: F811
) -> None:
    """案卷页只给部门列出本部门出具的文书 (COERCION 54)."""
    await swept(door, "2026-03-26")
    await done(door, f"{upheld}/urging", ORGAN, text="请缴纳罚款。")
    async with building(hub) as house:
        page = (await house.visitor(Role.DEPARTMENT, organ=RESPONDENT).get(HERE)).text
    assert "/urging.pdf" in page
    assert "/acceptance.pdf" not in page


HERE = f"/desk/disputes/{DISPUTE}"


async def test_the_order_to_perform_is_made_of_the_watch_and_the_case_it_is_about(
    door: Door,
    hub: Hub,
    decided_case: str,  # noqa: F811
) -> None:
    """责令履行通知书在履行监督那一卷里制作、编号，写明原案的当事人 (ARL 77)."""
    await served(door, decided_case)
    await hear(door, DecisionDelivered, LISTENS, LABELS)
    watch = watch_of(UUID(decided_case.rpartition("/")[2]))
    door.on("2026-06-30")
    by = legal_day(hub.clock.now()).replace(month=7, day=31)
    said = {"case_id": watch, "perform_by": by, "text": "责令重新作出决定。"}
    do = partial(commands.order, **said, organ=AUTHORITY, by="head-7")
    await hub.act(Act(do=do, files=(watch,)))
    papers = f"/reconsiderations/{watch}/papers"
    number = (await done(door, f"{papers}/numbers/performance-order", OFFICER))["document_number"]
    made = await door.get(f"{papers}/made/performance-order.docx{FOR_WORK}", OFFICER)
    told = text_of(made.content)
    assert number in told
    assert "安某与" in told
    assert "2026年7月31日之前（含当日）履行" in told
    assert (await door.post(f"{papers}/numbers/performance-order", ABOVE)).status_code == 404
    async with building(hub) as house:
        head = house.visitor(Role.RECONSIDERATION_HEAD, organ=AUTHORITY)
        assert f"made/{watch}/performance-order.pdf" in (await head.get(HERE)).text
        above = house.visitor(Role.RECONSIDERATION_HEAD, organ=CITY_GOVERNMENT)
        assert f"made/{watch}/performance-order.pdf" in (await above.get(HERE)).text
    assert await found(door.hub) == {}


async def test_the_department_above_makes_and_numbers_its_own_order(
    door: Door,
    hub: Hub,
    decided_case: str,  # noqa: F811
) -> None:
    """上级主管部门责令的，由该部门制作、编号；复议机关、被申请人不代为编号 (ARL 77; RULES 69)."""
    await served(door, decided_case)
    await hear(door, DecisionDelivered, LISTENS, LABELS)
    watch = watch_of(UUID(decided_case.rpartition("/")[2]))
    door.on("2026-06-30")
    by = legal_day(hub.clock.now()).replace(month=7, day=31)
    said = {"case_id": watch, "perform_by": by, "text": "责令重新作出决定。"}
    do = partial(commands.order, **said, organ=SUPERIOR["organ"], by="clerk-9")
    await hub.act(Act(do=do, files=(watch,)))
    papers = f"/reconsiderations/{watch}/papers"
    number = f"{papers}/numbers/performance-order"
    assert (await door.post(number, ORGAN)).status_code == 403
    assert (await door.post(number, OFFICER)).status_code == 404
    given = (await done(door, number, SUPERIOR))["document_number"]
    made = await door.get(f"{papers}/made/performance-order.docx{FOR_WORK}", SUPERIOR)
    told = text_of(made.content)
    assert given in told
    assert hub.directory.organ(SUPERIOR["organ"]).name in told
    async with building(hub) as house:
        above = house.visitor(Role.DEPARTMENT, organ=SUPERIOR["organ"])
        assert f"made/{watch}/performance-order.pdf" in (await above.get(HERE)).text
        respondent = house.visitor(Role.DEPARTMENT, organ=RESPONDENT)
        assert f"made/{watch}/performance-order.pdf" not in (await respondent.get(HERE)).text
    assert await found(door.hub) == {}


async def test_the_department_above_records_the_service_of_its_own_papers(
    door: Door,
    hub: Hub,
    decided_case: str,  # noqa: F811
) -> None:
    """上级主管部门责令、约谈、通报的文书，由该部门记载送达，复议机关不代为记载 (ARL 77, 88)."""
    await served(door, decided_case)
    await hear(door, DecisionDelivered, LISTENS, LABELS)
    watch = watch_of(UUID(decided_case.rpartition("/")[2]))
    door.on("2026-06-30")
    by = legal_day(hub.clock.now()).replace(month=7, day=31)
    own = {"case_id": watch, "organ": SUPERIOR["organ"], "by": "clerk-9"}
    order = partial(commands.order, perform_by=by, text="责令重新作出决定。", **own)
    await hub.act(Act(do=order, files=(watch,)))
    papers = f"/reconsiderations/{watch}"
    async with building(hub) as house:
        above = house.visitor(Role.DEPARTMENT, organ=SUPERIOR["organ"])
        respondent = house.visitor(Role.DEPARTMENT, organ=RESPONDENT)
        form = f"{HERE}/files/{watch}/paper-service"
        link = f"/files/{watch}/paper-service"
        assert link in (await above.get(HERE)).text
        for nobody in (respondent, house.visitor(Role.RECONSIDERATION_HEAD, organ=AUTHORITY)):
            assert link not in (await nobody.get(HERE)).text, "it is not its own paper"
        said = {"manner": "direct", "shown_on": "2026-06-30", "receipt": "已签收。"}
        key = (await door.get(f"{papers}/paper-service", SUPERIOR)).json()[0]["paper"]
        draft = await door.post(f"{papers}/paper-service", SUPERIOR, paper=key, **said)
        assert (draft.status_code, draft.json()["article"]["code"]) == (409, "RULES 130")
        number = await done(door, f"{papers}/papers/numbers/performance-order", SUPERIOR)
        for other in (OFFICER, ORGAN):
            no = await door.post(f"{papers}/paper-service", other, paper=key, **said)
            assert no.status_code == 404, other
        page = await above.get(form)
        assert f'value="{key}"' in page.text
        sent = await above.fill(form, paper=key, **said)
        assert sent.status_code == 303, sent.text
    [one] = (await door.get(f"{papers}/paper-service", SUPERIOR)).json()
    assert (one["document_number"], one["to"][0]["served_on"]) == (
        number["document_number"],
        "2026-06-30",
    )
    assert (await door.get(f"{papers}/paper-service", ORGAN)).json() == []
    assert await found(door.hub) == {}


async def test_the_organ_that_enforces_records_the_service_of_its_own_demand(
    door: Door,
    upheld: str,  # noqa: F811
) -> None:
    """催告书由作出行为的机关送达、记载，别的部门、复议机关不能 (COERCION 54; ARL 78, 88)."""
    await swept(door, "2026-03-26")
    await done(door, f"{upheld}/urging", ORGAN, text="请缴纳罚款二千元，汇入指定账户。")
    papers = f"/reconsiderations/{upheld.rpartition('/')[2]}"
    await done(door, f"{papers}/papers/numbers/urging", ORGAN)
    [mine] = (await door.get(f"{papers}/paper-service", ORGAN)).json()
    assert mine["paper"].startswith("urging/")
    said = {"paper": mine["paper"], "manner": "direct", "shown_on": "2026-03-26"}
    said["receipt"] = "已签收。"
    assert (await door.post(f"{papers}/paper-service", OFFICER, **said)).status_code == 404
    assert (await door.post(f"{papers}/paper-service", OTHER_ORGAN, **said)).status_code == 404
    await done(door, f"{papers}/paper-service", ORGAN, **said)
    [mine] = (await door.get(f"{papers}/paper-service", ORGAN)).json()
    assert mine["to"][0]["served_on"] == "2026-03-26"
    assert await found(door.hub) == {}
