"""A day that is played through the doors of a hub on PostgreSQL, and the books afterwards."""

import json
from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import httpx
import pytest
from typer.testing import CliRunner

from deploy.compose import offices
from deploy.demo.happening import Came, Happening
from deploy.demo.pace import Broken, Pace
from deploy.demo.plan import Plan, make
from deploy.demo.player import Player
from deploy.demo.town import Town as Officers
from deploy.demo.trouble import Trouble, made_up
from deploy.hub import app
from shared.auth import LocalTokens
from shared.clock import StillClock
from shared.directory import load
from shared.law.calendar import CALENDAR
from shared.settings import explained, settings
from shared.sweep import Sweep
from shared.verify import check, general_rules
from shared.work import Hub
from tests.routing.town import Town, town

DIRECTORY: Final = load()
TROUBLES: Final = made_up(DIRECTORY)
SHORT: Final = (
    *("fine", "wall", "inheritance", "wages-crowd", "gas-smell", "noise", "hospital", "heating"),
    *("house", "road", "welfare", "temple", "not-property", "arrears", "tour", "bus", "stock"),
    *("elevator-2", "elevator-again"),
)
NOT_HERE: Final = ("late", "heard")
"""Rules that ask the wall's clock, or for the inbox of a mailroom; a town has neither."""


class TownClock:
    """The clock of a town that hears and sweeps whenever time has passed."""

    def __init__(self, place: Town) -> None:
        self._place = place

    async def now(self) -> datetime:
        return self._place.clock.now()

    async def forward(self, span: timedelta) -> None:
        self._place.clock.forward(span)
        await self.settle()

    async def settle(self) -> None:
        await Sweep(self._place.hub).once()
        await self._place.hear()


@pytest.fixture
async def place(hub: Hub, clock: StillClock) -> AsyncIterator[Town]:
    async with town(hub, clock) as found:
        yield found


def named(*names: str) -> tuple[Trouble, ...]:
    return tuple(one for one in TROUBLES if one.name in names)


def planned(place: Town, troubles: tuple[Trouble, ...]) -> Plan:
    return make(
        troubles,
        seed="1",
        many=len(troubles),
        began=place.clock.now(),
        calendar=CALENDAR,
        directory=DIRECTORY,
    )


def player(
    place: Town,
    told: list[Happening],
    *,
    client: httpx.AsyncClient | None = None,
    tokens: LocalTokens | None = None,
    speed: float | None = 0.0,
) -> Player:
    return Player(
        client or place.web,
        Officers(DIRECTORY, tokens or place.tokens),
        Pace(TownClock(place), speed),
        tell=told.append,
        rest=place.hear,
    )


async def test_a_day_is_played_through_the_doors_and_the_books_hold(place: Town) -> None:
    """一天演完，账册相符 (RULES 1 to 39)."""
    told: list[Happening] = []
    playing = player(place, told)
    await playing.play(planned(place, named(*SHORT)))
    assert [one.line() for one in told if one.came in (Came.FAULTY, Came.PASSED)] == []
    refused = {one.article for one in told if one.came is Came.REFUSED}
    assert refused == {"RULES 7", "RULES 11", "RULES 12", "RULES 24", "RULES 26"}
    found = await playing.sum()
    assert (found.counts["registered"], found.counts["repeated"]) == (18, 1)
    assert found.counts["ruled"] == 2
    assert found.counts["returned"] == 3
    assert found.counts["corrected"] == 1
    assert found.counts["raised"] >= 1
    assert found.counts["late"] >= 2
    assert found.levels["grid"] == 1
    assert found.levels["township"] >= 8
    assert found.refused == sum(one.came is Came.REFUSED for one in told)
    rules = [
        *general_rules(place.hub, offices(), "hub"),
        *(rule for office in offices() for rule in office.rules),
    ]
    broken = [
        (one.rule.name, one.broken)
        async for one in check(place.hub.pool, rules)
        if not one.holds and one.rule.name not in NOT_HERE
    ]
    assert broken == []


async def test_a_second_start_goes_on_and_doubles_nothing(place: Town) -> None:
    """同一幂等键、已办的步骤不重复办理 (RULES 1)."""
    plan = planned(place, named("loan", "wall", "shop"))
    half = Plan(plan.troubles, plan.forms, plan.keys, plan.steps[: len(plan.steps) // 2])
    await player(place, []).play(half)
    told: list[Happening] = []
    again = player(place, told)
    await again.play(plan)
    assert [one.line() for one in told if one.came not in (Came.DONE, Came.REPEATED)] == []
    known = [one for one in told if one.what == "登记" and "接着办" in one.says]
    assert len(known) == sum(step.do == "intake.register" for step in half.steps)
    found = await again.sum()
    assert (found.counts["registered"], found.counts["closed"]) == (3, 2)
    third: list[Happening] = []
    await player(place, third).play(plan)
    assert {one.what for one in third} == {"登记"}
    assert (await again.sum()).counts == found.counts


async def test_who_was_ruled_out_does_not_object_again_through_its_successor(place: Town) -> None:
    """裁定改由他部门承办后再次运行，不再提出异议 (RULES 26, 27)."""
    plan = planned(place, named("noise"))
    await player(place, []).play(Plan(plan.troubles, plan.forms, plan.keys, plan.steps[:4]))
    told: list[Happening] = []
    again = player(place, told)
    await again.play(plan)
    assert "权属异议" not in {one.what for one in told}
    found = await again.sum()
    assert (found.counts["ruled"], found.refused) == (1, 0)


async def test_without_moving_the_clock_everything_is_done_now(place: Town) -> None:
    """不拨时钟时，各步即时接连办理."""
    before = place.clock.now()
    told: list[Happening] = []
    playing = player(place, told, speed=None)
    await playing.play(planned(place, named("loan", "rent")))
    assert place.clock.now() == before
    assert (await playing.sum()).counts["closed"] == 2


async def test_a_ledger_s_names_are_shown_nowhere(place: Town) -> None:
    """台账中的姓名、内容不出现在演示的输出里 (PIPL 6)."""
    private = Trouble(
        name="A-1",
        place="620702001",
        matter="wuye",
        subject="欧阳某女士反映车库漏水",
        content="欧阳某女士反映车库漏水三个月。",
        parties=({"side": "applicant", "name": "欧阳某女士"},),
        private=True,
        course="smooth",
    )
    told: list[Happening] = []
    await player(place, told).play(planned(place, (private,)))
    said = "".join(one.line() + json.dumps(one.facts(), ensure_ascii=False) for one in told)
    assert "已结案" in said
    assert "欧阳" not in said
    assert "漏水" not in said


async def test_a_hub_that_fails_ends_the_day_and_says_how(place: Town) -> None:
    """枢纽出错或者不认令牌的，演示中止并说明."""
    plan = planned(place, named("loan"))
    strange = player(place, [], tokens=LocalTokens(b"z" * 40, place.clock))
    with pytest.raises(Broken, match="令牌"):
        await strange.play(plan)
    transport = httpx.MockTransport(lambda _: httpx.Response(503, json={}))
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as away:
        with pytest.raises(Broken, match="503"):
            await player(place, [], client=away).play(plan)


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A data folder of one's own, and no other setting."""
    for name, _, _ in explained():
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HUB_DATA", str(tmp_path))
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.mark.usefixtures("alone")
def test_the_command_says_why_it_cannot_play(monkeypatch: pytest.MonkeyPatch) -> None:
    """没有枢纽的说明怎样启动；令牌来自别处、生产模式的不演."""
    none = CliRunner().invoke(app, ["demo"])
    assert (none.exit_code, "hub up" in none.stderr) == (3, True)
    assert CliRunner().invoke(app, ["demo", "--now", "--speed", "1"]).exit_code == 2
    there = {"HUB_DATABASE_URL": "postgresql://there", "HUB_KAFKA": "there:1"}
    issuer = {"HUB_OIDC_ISSUER": "https://issuer.example", "HUB_OIDC_AUDIENCE": "hub"}
    for name, value in (there | issuer).items():
        monkeypatch.setenv(name, value)
    settings.cache_clear()
    elsewhere = CliRunner().invoke(app, ["demo"])
    assert (elsewhere.exit_code, "HUB_OIDC_ISSUER" in elsewhere.stderr) == (1, True)
    monkeypatch.setenv("HUB_PRODUCTION", "true")
    monkeypatch.setenv("HUB_SECRET", "s" * 40)
    settings.cache_clear()
    production = CliRunner().invoke(app, ["demo"])
    assert (production.exit_code, "生产模式" in production.stderr) == (1, True)
