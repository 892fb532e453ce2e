"""没有登录岗位的人民调解员: named on the form, and their names are kept as a paper (PML 13, 19)."""

import json
from datetime import date, datetime, time
from uuid import UUID

import pytest

from services.mediation.domain import conduct
from shared.auth import Role
from shared.contracts.fact import Head
from shared.contracts.mediation import MediatorAppointed
from shared.law.article import PML
from shared.law.period import CITY
from shared.law.procedure import Refused
from shared.work import Hub
from tests.desks.called import text_of
from tests.desks.conftest import house as house  # noqa: PLC0414 - a fixture
from tests.desks.test_called_by_name import DISPUTE, MEDIATES, mediated
from tests.desks.visitor import Building
from tests.mediation.doors import Door
from tests.mediation.test_routes import MEDIATOR, begun
from tests.mediation.test_routes import clock as clock  # noqa: PLC0414 - a fixture
from tests.mediation.test_routes import door as door  # noqa: PLC0414 - a fixture
from tests.registering import take_in

APPOINTED = "SELECT body FROM hub.outbox WHERE kind = 'mediation.mediator_appointed.v1'"
PAPER = "SELECT kind, text FROM hub.documents WHERE document_id = $1"
AT = datetime.combine(date(2026, 3, 2), time(9), CITY)


async def test_a_mediator_without_a_post_is_appointed_by_name_and_mediates(door: Door) -> None:
    """村里聘任的调解员没有账号的，写姓名确定，照常调解；案卷只记文书，不写姓名 (PML 13, 19)."""
    path = await begun(door)
    shown = await door.done(f"{path}/mediator", MEDIATOR, names=["马成山", "李秀兰"], chosen=True)
    body = await door.hub.pool.fetchval(APPOINTED)
    fact = json.loads(body)
    assert (fact["mediators"], fact["chosen"]) == ([], True)
    assert "马成山" not in body
    paper = await door.hub.pool.fetchrow(PAPER, UUID(fact["names_id"]))
    assert tuple(paper) == ("mediator_names", "马成山、李秀兰")
    assert shown["mediators"] == [fact["names_id"]]
    held = await door.on("2026-03-10").done(
        f"{path}/session", MEDIATOR, present=["applicant", "opponent"], record="已谈"
    )
    assert held["version"] == shown["version"] + 1


async def test_one_with_a_post_and_one_without_mediate_together(door: Door) -> None:
    """有岗位的和没有岗位的可以一同确定 (PML 19)."""
    path = await begun(door)
    said = {"mediators": ["mediator-7"], "names": ["马成山"]}
    shown = await door.done(f"{path}/mediator", MEDIATOR, **said)
    fact = json.loads(await door.hub.pool.fetchval(APPOINTED))
    assert shown["mediators"] == ["mediator-7", fact["names_id"]]


@pytest.mark.parametrize("names", [[], ["  "], ["马成山、李秀兰"]])
async def test_nobody_is_no_mediator(door: Door, names: list[str]) -> None:
    """一名也没有的，不是确定调解员；一行写一名 (PML 19)."""
    path = await begun(door)
    assert (await door.post(f"{path}/mediator", MEDIATOR, names=names)).status_code == 422


def test_the_law_wants_one_mediator_at_least_and_a_page_of_old_names_posts_alone() -> None:
    """应当有一名或者数名调解员；以前的事实没有这一栏，只有岗位 (PML 19)."""
    head = Head(
        dispute_id=UUID(int=1), case_id=UUID(int=1), version=4, on=AT.date(), at=AT, by="mediator-7"
    )
    with pytest.raises(Refused) as refusal:
        conduct.appoint((), chosen=False, head=head)
    assert refusal.value.article == PML[19]
    old = MediatorAppointed.model_validate({"head": head, "mediators": ("mediator-7",)})
    assert (old.mediators, old.names_id) == (("mediator-7",), None)


async def test_the_form_takes_names_where_nobody_has_a_post_and_the_case_leads_to_them(
    hub: Hub, house: Building
) -> None:
    """表单上一行写一名；案卷页不写姓名，写明目的才能查看 (PML 13, 19)."""
    room = await mediated(hub, await take_in(hub, DISPUTE))
    mediator = house.visitor(Role.MEDIATOR, organ=MEDIATES, code="mediator-7")
    form = f"/desk/disputes/{DISPUTE}/files/{room}/mediator"
    assert "没有登录岗位的人民调解员" in text_of((await mediator.get(form)).text)
    done = await mediator.fill(form, names="马成山\n李秀兰", chosen="true")
    assert done.status_code == 303, done.text
    page = (await mediator.get(f"/desk/disputes/{DISPUTE}")).text
    assert "没有登录岗位的人民调解员" in page
    assert "马成山" not in page
    names_id = json.loads(await hub.pool.fetchval(APPOINTED))["names_id"]
    paper = f"/desk/disputes/{DISPUTE}/papers/{names_id}?purpose=核对身份"
    assert "马成山、李秀兰" in (await mediator.get(paper)).text
