"""热点: `hub routing hotspots` lists what stands out, the hottest first."""

import asyncio
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Final

import typer

from deploy.cli.columns import columns
from deploy.cli.say import AsJson, say
from deploy.compose import open_hub
from deploy.run_file import NoHub, adopt
from services.routing.hotspots.explain import explained
from services.routing.hotspots.file import HotSpot, State
from services.routing.watching.listing import Asked, list_hotspots
from shared.directory import Directory
from shared.law.terms import zh
from shared.logging import configure

TITLES: Final = ("分值", "件数", "以往", "地点", "类型", "最近记录", "状态", "共同词语")

Since = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="自这一天起有记录的，不论是否已经降温"),
]
County = Annotated[str, typer.Option(help="只列这个县区（六位代码）")]
Limit = Annotated[int, typer.Option(min=1, max=200, help="最多列几个")]


def hotspots(
    since: Since = None, county: County = "", limit: Limit = 50, *, as_json: AsJson = False
) -> None:
    """热点：多人反映的同一问题，分值高的在前 / many messages about one trouble in one place.

    例如: `hub routing hotspots --since 2026-11-01`
    """
    state = "" if since else State.HOT
    asked = Asked(county=county, state=state, since=since.date() if since else None, limit=limit)
    configure("WARNING")
    found, directory = asyncio.run(_found(asked))
    rows = [_row(one, directory) for one in found]
    text = columns(TITLES, rows) if rows else "没有热点"
    say({"hotspots": [_facts(one) for one in found]}, text, as_json=as_json)


async def _found(asked: Asked) -> tuple[Sequence[HotSpot], Directory]:
    told = adopt()
    if told.database_url is None:
        raise NoHub("没有数据库：请先运行 hub up，或者设置 HUB_DATABASE_URL")
    async with open_hub(told) as hub:
        found, _ = await list_hotspots(hub.pool, asked)
        return found, hub.directory


def _row(one: HotSpot, directory: Directory) -> tuple[object, ...]:
    place = directory.places.get(one.place)
    matter = directory.matters.get(one.matters[0]) if one.matters else None
    return (
        f"{one.score:g}",
        one.count,
        f"{one.expected:g}",
        place.name if place else one.place,
        matter.name if matter else "、".join(one.matters),
        one.told_on,
        zh(str(one.state)),
        "、".join(one.words),
    )


def _facts(one: HotSpot) -> dict[str, object]:
    told = {name: value for name, value in asdict(one).items() if name not in LEFT_OUT}
    return {**told, "says": explained(one)}


LEFT_OUT: Final = {"procedure", "tracks", "dispute_id"}
"""What every file has, and a list does not say."""
