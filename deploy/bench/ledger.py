"""Measure 4: rows a second from a ledger file into registered disputes, all parts being at work."""

import asyncio
import csv
import random
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import asyncpg

from deploy.bench.figures import Figures
from deploy.bench.lifecycle import all_routed
from deploy.bench.profiles import Profiles
from deploy.bench.running import WINDOW, Running, running, settings_of
from deploy.bench.servers import Servers
from deploy.compose import make_hub
from services.intake.importing import ImportOptions, ImportResult, import_ledger
from shared.clock import WallClock
from shared.outbox import Waker

REPEATED: Final = 0.05
CHARACTERS: Final = 300

COLUMNS: Final = ("留言编号", "留言主题", "留言详情", "姓名", "联系电话", "留言时间", "县区")
PLACES: Final = ("甘州区", "临泽县", "高台县", "山丹县", "民乐县", "肃南县")
TROUBLES: Final = (
    "小区供暖温度一直不达标，多次联系物业公司没有结果，希望有关部门尽快处理。",
    "村里的灌溉渠年久失修，下游几户人家的地浇不上水，影响春播。",
    "工地拖欠农民工工资三个月，包工头电话不接，大家都等着钱过年。",
    "楼上装修漏水，家具地板都泡坏了，双方对赔偿数额谈不拢。",
    "承包地的四至与邻居有争议，对方把界石挪了两米，请求现场勘验。",
    "商铺门前的路面挖开后一直没有恢复，雨天积水，顾客进不了店。",
)


async def measure(servers: Servers, figures: Figures, _: Profiles, *, quick: bool) -> None:
    """Import a ledger that was made up, and wait until routing has heard of all of it."""
    rows = 3_000 if quick else 20_000
    place = await servers.fresh()
    path = place.folder / "ledger.csv"
    _make_up(path, rows)
    async with running(place) as hub:
        spent = {**servers.cpu_seconds(), **hub.cpu_seconds()}
        began = time.perf_counter()
        result = await _import(hub, path)
        await all_routed(hub)
        routed = time.perf_counter() - began
        now = {**servers.cpu_seconds(), **hub.cpu_seconds()}
    if result.rejected or not result.repeated:
        first = (place.folder / "rejects.csv").read_text()[:2000]
        raise AssertionError(f"the ledger was not taken in as it was made: {result}\n{first}")
    figures.put("import_rows_per_s", result.rate)
    figures.put("import_routed_rows_per_s", rows / routed)
    figures.put("import_repeated", result.repeated)
    for name, before in spent.items():
        figures.put(f"import_{name}_us", (now[name] - before) / rows * 1e6)
    figures.say(f"import: {result.rate:,.0f} rows/s, routed at {rows / routed:,.0f}/s; {result}")


async def _import(hub: Running, path: Path) -> ImportResult:
    place = hub.place
    options = ImportOptions(window=WINDOW, source="bench", rejects=place.folder / "rejects.csv")
    async with asyncpg.create_pool(place.database, min_size=1, max_size=4) as pool:
        waker = Waker(pool)
        waking = asyncio.create_task(waker.run())
        own = make_hub(
            pool, clock=WallClock(), secret=settings_of(place, hub.port).key(), poke=waker.poke
        )
        try:
            return await import_ledger(own, path, options)
        finally:
            waking.cancel()


def _make_up(path: Path, rows: int) -> None:
    """A ledger as a hotline keeps it; every twentieth row says again what an earlier one said."""
    chance = random.Random(1)  # noqa: S311 - the same ledger on every run
    now = WallClock().now()
    said: list[list[str]] = []
    for number in range(rows):
        if said and chance.random() < REPEATED:
            row = [f"R{number:06}", *chance.choice(said)[1:]]
        else:
            row = _row(number, chance, now)
        said.append(row)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *said])


def _row(number: int, chance: random.Random, now: datetime) -> list[str]:
    words = "".join(chance.choices(TROUBLES, k=CHARACTERS // 30))[:CHARACTERS]
    when = now - timedelta(minutes=chance.randrange(500_000))
    phone = f"139{chance.randrange(10**8):08}"
    subject = f"{words[:12]}（{number}）"
    said = when.strftime("%Y-%m-%d %H:%M")
    return [f"R{number:06}", subject, words, f"甲{number}", phone, said, chance.choice(PLACES)]
