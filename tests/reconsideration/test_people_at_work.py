"""人员: whom a body names is one of its own, chosen by name, and is told so."""

from collections.abc import AsyncIterator

import pytest

from shared.auth import Role
from shared.sessions.posts import posts_at
from shared.work import Hub
from tests.desks.body import applied, at_work, heard
from tests.desks.visitor import Building, Visitor, building
from tests.reconsideration.makers import AUTHORITY, DISPUTE
from tests.registering import take_in

BODY = (Role.RECONSIDERATION, Role.RECONSIDERATION_HEAD)
NAMED = {"fuyi_07": "复议承办七", "fuyi_08": "复议承办八"}
SEATS = {code.replace("_", "-"): title for code, title in NAMED.items()}


@pytest.fixture
async def house(hub: Hub) -> AsyncIterator[Building]:
    async with building(hub) as found:
        yield found


@pytest.fixture
def officer(house: Building) -> Visitor:
    return house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)


async def form_of(hub: Hub, act: str) -> str:
    case_id = await applied(hub, await take_in(hub, DISPUTE))
    await heard(hub, case_id, ())
    return f"/desk/disputes/{DISPUTE}/files/{case_id}/{act}"


async def test_reviewers_are_chosen_by_name_from_the_people_of_the_body(
    hub: Hub, officer: Visitor
) -> None:
    """指定行政复议人员，从本机构的人员中按名称选择，别的机构的不在其中 (ARL 36)."""
    await at_work(hub, AUTHORITY, **SEATS)
    await at_work(hub, "620700-government", **{"shi-01": "市里的复议承办"})
    path = await form_of(hub, "reviewers")
    page = (await officer.get(path)).text
    assert "复议承办七（fuyi-07）" in page
    assert "市里的复议承办" not in page
    done = await officer.fill(path, reviewers=["fuyi-07", "fuyi-08"])
    assert done.status_code == 303


async def test_whoever_has_no_post_in_the_body_is_not_named(hub: Hub, officer: Visitor) -> None:
    """本机构没有账号的代码，不得指定为行政复议人员，写明是哪一个 (ARL 36)."""
    await at_work(hub, AUTHORITY, **SEATS)
    path = await form_of(hub, "reviewers")
    wrong = await officer.fill(path, reviewers=["fuyi-07", "fuyi-8"])
    assert wrong.status_code == 422
    assert "本机构没有这些人员的账号：fuyi-8；请从本机构的人员中选择" in wrong.text
    assert (await officer.get("/desk/reconsideration/mine?whose=every")).text.count("承办：") == 0


async def test_where_no_post_is_known_a_code_is_typed_and_taken(hub: Hub, officer: Visitor) -> None:
    """不掌握本机构人员的，按填写的代码办理 (ARL 36)."""
    path = await form_of(hub, "reviewers")
    assert "<textarea" in (await officer.get(path)).text
    done = await officer.fill(path, reviewers="fuyi-07\nfuyi-08")
    assert done.status_code == 303


async def test_an_account_that_is_disabled_is_nobody_to_choose(hub: Hub) -> None:
    """停用的账号不再是可以指定的人员."""
    put = """
    INSERT INTO hub.account (code, title, passphrase, roles, organ, county, disabled)
    VALUES ($1, $1, 'x', $2, $3, '620702', $4)
    """
    for code, role, disabled in (
        ("fuyi-01", Role.RECONSIDERATION, False),
        ("fuyi-02", Role.RECONSIDERATION, True),
        ("caijue-01", Role.ADJUDICATOR, False),
    ):
        await hub.pool.execute(put, code, str(role), AUTHORITY, disabled)
    assert await posts_at(hub.pool, AUTHORITY, BODY) == {"fuyi-01": "fuyi-01"}


async def test_the_host_of_a_hearing_is_one_of_the_body(hub: Hub, officer: Visitor) -> None:
    """听证主持人、听证员、记录员都是本机构的人员 (ARL 50)."""
    await at_work(hub, AUTHORITY, **SEATS)
    path = await form_of(hub, "hearing-notice")
    wrong = await officer.fill(
        path,
        ground="needed",
        hearing_at="2027-01-20T09:00",
        place="三楼听证室",
        matter="占道面积如何认定",
        host="fuyi-7",
        officers=["fuyi-07", "fuyi-08"],
        recorder="fuyi-08",
    )
    assert wrong.status_code == 422
    assert "本机构没有这些人员的账号：fuyi-7" in wrong.text
