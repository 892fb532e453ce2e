"""工作日历: `hub calendar` loads the State Council's notice of a year, and shows a year."""

import asyncio
import getpass
import json
from typing import Annotated, Final

import typer
from rich.console import Console

from deploy.cli.almanac import data, drawn
from deploy.cli.say import AsJson, say
from deploy.compose import open_hub
from deploy.run_file import NoHub, adopt
from shared.calendars import loaded, put
from shared.db import LOST
from shared.law.calendar import CALENDAR, Calendar
from shared.law.notice import Notice
from shared.logging import configure
from shared.recount import Recount, Step
from shared.settings import Settings
from shared.work import Hub

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode="markdown")

WAIT_SECONDS: Final = 0.5


@app.callback()
def calendar() -> None:
    """工作日历：载入国务院放假通知，查看一年 / the calendar of working days.

    例如: `hub calendar show 2026`，`hub calendar load 2027.json`
    """


@app.command()
def show(
    year: Annotated[int, typer.Argument(min=1950, max=2190, help="年份")],
    *,
    as_json: AsJson = False,
) -> None:
    """一年一览：休息日、调休上班日 / a year at a glance.

    枢纽运行时包括已经载入的通知；没有枢纽时只看程序自带的年份。

    例如: `hub calendar show 2026`，`hub calendar show 2026 --json`
    """
    known = asyncio.run(_known(adopt())).year(year)
    if as_json:
        typer.echo(json.dumps(data(known), ensure_ascii=False))
    else:
        Console(highlight=False, soft_wrap=True).print(drawn(known))


@app.command()
def load(
    file: Annotated[
        typer.FileText, typer.Argument(encoding="utf-8", help="通知文件，- 为标准输入")
    ],
    by: Annotated[str, typer.Option(help="经办人代码", show_default="本机用户")] = "",
    *,
    as_json: AsJson = False,
) -> None:
    """载入放假通知，重新计算所涉期限 / load a year's notice, reckon what it touches anew.

    可以重复载入；中途停止的，由枢纽的承办进程接着计算。文件的写法见 shared/law/holidays。

    例如: `hub calendar load 2027.json --by admin-1`
    """
    told = adopt()
    if told.database_url is None:
        raise NoHub("没有数据库：请先运行 hub up，或者设置 HUB_DATABASE_URL")
    configure("WARNING")
    notice, new, done = asyncio.run(_load(told, file.read(), by or getpass.getuser()))
    text = (
        f"已载入{notice.year}年放假安排（{notice.number}）"
        if new
        else f"{notice.year}年放假安排（{notice.number}）此前已经载入，没有变化"
    )
    text += (
        f"；重新计算{done.files}份案卷，{done.moved}项期限变动，"
        f"{done.confirmed}项届满之日不变、由暂定转为确定"
    )
    facts = {"year": notice.year, "number": notice.number, "new": new, "files": done.files}
    say({**facts, "moved": done.moved, "confirmed": done.confirmed}, text, as_json=as_json)


async def _load(told: Settings, text: str, by: str) -> tuple[Notice, bool, Step]:
    async with open_hub(told) as hub:
        async with hub.pool.acquire() as conn:
            notice, new = await put(conn, CALENDAR, text, by)
        done = await recount(hub)
    return notice, new, done


async def recount(hub: Hub) -> Step:
    """Reckon anew until nothing is left to do; what all batches did together."""
    counting, done = Recount(hub), Step(0, 0, 0, more=False)
    while (step := await counting.once()).more:
        done = Step(
            done.files + step.files,
            done.moved + step.moved,
            done.confirmed + step.confirmed,
            more=False,
        )
        if not step.files:
            await asyncio.sleep(WAIT_SECONDS)
    return done


async def _known(told: Settings) -> Calendar:
    """The calendar with what was loaded, where there is a hub to ask."""
    if told.database_url is None:
        return CALENDAR
    try:
        async with open_hub(told) as hub, hub.pool.acquire() as conn:
            return (await loaded(conn, CALENDAR))[1]
    except LOST:
        return CALENDAR
