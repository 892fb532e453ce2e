"""签批: who signs a grave whistle is the city's to say, and never who asked for it (RULES 18)."""

import json
from collections.abc import AsyncIterator
from typing import Final

import httpx
import pytest

from services.routing.commands import asking, blowing
from services.routing.domain.times import Signer
from services.routing.domain.whistle import State
from services.routing.domain.whistle_case import Whistle
from services.routing.office import OFFICE
from services.routing.store import whistle_of
from services.routing.watching.reckoner import Reckoner
from services.routing.watching.watcher import Watcher
from shared.auth import LocalTokens, Role
from shared.clock import StillClock
from shared.contracts.catalogue import read
from shared.contracts.intake import Risk
from shared.contracts.routing import ReturnReason, WhistleBlown, WhistleProposed
from shared.law.procedure import Refused
from shared.verify import check, general_rules
from shared.web import web_app
from shared.work import Hub
from tests.routing.books import USUAL_TEXT, book, changed
from tests.routing.cases import DISPUTE, day, moment, registered
from tests.routing.day import Day
from tests.routing.hearing import hear
from tests.routing.test_hotspot_watcher import come_in, look
from tests.routing.test_rulebook_care import approved

ABOVE: Final = changed(('signed_by = "own"', 'signed_by = "above"'))
TOWN, OTHER_TOWN, COUNTY, OTHER_COUNTY, CITY = (
    *("620702100", "620702101"),
    *("620702", "620725", "620700"),
)


def refused(says: str) -> "pytest.RaisesExc[Refused]":
    return pytest.raises(Refused, match=says, check=lambda no: no.article.code == "RULES 18")


def proposed(text: str = "", **more: object) -> tuple[Day, Whistle]:
    """A red risk for which 梁家墩镇 has asked for a whistle; `village-1` has."""
    case = Day(risk=Risk.RED, book=text, **more)
    case.close_all()
    return case, case.ask()


def sign(case: Day, whistle: Whistle, place: str, by: str = "leader-1") -> Whistle:
    found: Whistle = case.do(asking.sign, whistle.case_id, place=place, by=by)
    return found


def test_who_asked_for_it_does_not_sign_it() -> None:
    """提请人不得签批自己提请的哨，由第二人签批 (RULES 18)."""
    case, asked = proposed()
    with refused("提请吹哨的人不得签批"):
        sign(case, asked, TOWN, by="village-1")
    with refused("提请吹哨的人不得签批"):
        case.do(blowing.sign, asked.case_id, by="village-1")
    assert case.open.state is State.PROPOSED
    assert sign(case, asked, TOWN).state is State.BLOWN


@pytest.mark.parametrize("place", [TOWN, COUNTY, CITY])
def test_the_leader_of_the_level_or_of_one_above_signs(place: str) -> None:
    """由本级或者上级负责人签批 (RULES 18)."""
    assert sign(*proposed(), place).state is State.BLOWN


@pytest.mark.parametrize("place", [OTHER_TOWN, OTHER_COUNTY, ""])
def test_a_leader_of_another_place_does_not_sign(place: str) -> None:
    """其他地方的负责人不得签批 (RULES 18)."""
    case, asked = proposed()
    with refused("或者上级的负责人签批"):
        sign(case, asked, place)
    assert case.open.state is State.PROPOSED


def test_where_the_book_says_so_the_leader_above_signs_and_the_own_one_does_not() -> None:
    """规则簿可以定为上一级负责人签批 (RULES 18)."""
    case, asked = proposed(ABOVE)
    with refused("或者上级的负责人签批"):
        sign(case, asked, TOWN)
    assert sign(case, asked, COUNTY).state is State.BLOWN


def test_nobody_stands_above_the_city_so_its_own_leader_signs() -> None:
    """市级的由市级负责人签批 (RULES 18)."""
    case, asked = proposed(ABOVE, place=CITY)
    with refused("或者上级的负责人签批"):
        sign(case, asked, COUNTY)
    assert sign(case, asked, CITY).state is State.BLOWN


def test_what_was_proposed_under_another_book_keeps_its_signer() -> None:
    """规则簿更换，待签批的哨由原定的负责人签批 (RULES 18, 54)."""
    case, asked = proposed()
    case.put_in_force(ABOVE, day("2026-11-24"))
    assert sign(case.at("2026-11-24T09:00"), asked, TOWN).state is State.BLOWN


def test_only_who_could_sign_it_declines_it() -> None:
    """不予签批的，也由可以签批的负责人为之 (RULES 18, 19)."""
    case, asked = proposed(ABOVE)
    with refused("或者上级的负责人签批"):
        case.do(asking.decline, asked.case_id, "不必", place=TOWN, by="leader-1")
    found = case.do(asking.decline, asked.case_id, "不必", place=COUNTY, by="leader-1")
    assert (found.state, found.end) == (State.RETURNED, ReturnReason.NOT_SIGNED)


def test_a_book_that_does_not_say_has_the_own_leader_sign() -> None:
    """没有写的，由本级负责人签批 (RULES 18)."""
    line = next(one for one in USUAL_TEXT.splitlines(keepends=True) if one.startswith("signed_by"))
    assert book(USUAL_TEXT.replace(line, "")).times.signed_by is Signer.OWN


def test_a_proposal_from_before_names_no_centre_and_any_leader_signs_it() -> None:
    """旧的提请由能看到它的负责人签批，提请人除外 (RULES 18, 54)."""
    case, _ = proposed()
    [page] = case.facts(WhistleProposed)
    old = read(page.kind, page.model_dump_json(exclude={"signer"}))
    assert (page.signer, old.signer) == ("620702100-centre", "")  # type: ignore[attr-defined]  # a proposal


# -- at the door


@pytest.fixture
async def web(hub: Hub, clock: StillClock) -> AsyncIterator["Door"]:
    tokens = LocalTokens(b"k" * 40, clock)
    app = web_app(title="分流", routers=[load() for load in OFFICE.routers], hub=hub, tokens=tokens)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as client:
        yield Door(client, tokens)


class Door:
    def __init__(self, client: httpx.AsyncClient, tokens: LocalTokens) -> None:
        self._client, self._tokens = client, tokens

    async def post(self, path: str, who: str, organ: str, body: object = None) -> httpx.Response:
        token = self._tokens.issue(who, [Role.SUPERVISOR], organ=organ)
        known = {"Authorization": f"Bearer {token}"}
        return await self._client.post(path, json=body, headers=known)


async def test_a_supervisor_who_asks_finds_another_one_to_sign(hub: Hub, web: Door) -> None:
    """负责人自己提请的，由另一名负责人签批；拒绝的写明依据 (RULES 18)."""
    await hear(hub, registered(risk="red"))
    centre = "620702-centre"
    first = f"/whistles/{whistle_of(DISPUTE)}"
    await web.post(f"{first}/return", "s-1", centre, {"reason": "false", "text": "另行吹哨"})
    asked = {"dispute_id": str(DISPUTE), "text": "请召集"}
    done = await web.post("/whistles", "s-1", centre, asked)
    assert done.json()["state"] == "awaiting_signature", done.text
    second = f"/whistles/{whistle_of(DISPUTE, 2)}/signature"
    no = await web.post(second, "s-1", centre)
    assert (no.status_code, no.headers["content-type"]) == (409, "application/problem+json")
    assert "RULES 18" in no.text
    no = await web.post(second, "s-2", "620702101-centre")
    assert (no.status_code, "RULES 18" in no.text) == (409, True)
    done = await web.post(second, "s-2", centre)
    assert (done.status_code, done.json()["state"]) == (201, "blown")


# -- what is signed is what was asked


def test_what_is_blown_after_the_signature_says_what_was_asked() -> None:
    """签批之后召集的，就是提请的内容 (RULES 8, 18)."""
    case, asked = proposed()
    sign(case, asked, TOWN)
    [page] = case.facts(WhistleProposed)
    blown = case.facts(WhistleBlown)[-1]
    assert page.text_id is not None
    assert (blown.text_id, blown.whistler) == (page.text_id, page.whistler)
    assert (case.open.text_id, case.open.planned) == (None, ())


async def test_a_hot_spot_s_whistle_speaks_for_all_of_it_also_once_it_is_signed(
    hub: Hub, web: Door, reckoner: Reckoner, clock: StillClock
) -> None:
    """为热点吹的哨，签批之后仍为所有来件 (RULES 18, 55)."""
    await approved(hub, changed(('sign_off_from = "red"', 'sign_off_from = "blue"')))
    clock.move_to(moment("2026-11-24T09:00"))
    ids = await come_in(hub, 1, 9)
    await look(Watcher(hub, reckoner), hub)
    spot = await hub.pool.fetchval("SELECT case_id FROM routing.hotspot")
    done = await web.post(f"/hotspots/{spot}/whistle", "s-1", "620702-centre", {"text": "请核实"})
    assert done.json()["state"] == "awaiting_signature", done.text
    path = f"/whistles/{done.json()['case_id']}/signature"
    done = await web.post(path, "s-2", "620702-centre")
    assert (done.status_code, done.json()["state"]) == (201, "blown"), done.text
    body = await hub.pool.fetchval(
        "SELECT body::jsonb -> 'disputes' FROM hub.outbox WHERE kind = 'routing.whistle_blown.v1'"
    )
    assert set(json.loads(body)) == {str(one) for one in ids}
    walked = [rule for rule in general_rules(hub, [], "hub") if rule.name == "states"]
    assert [one.broken async for one in check(hub.pool, walked) if not one.holds] == []
