"""数字: `hub routing figures` tells the board, `hub routing bars` who held a whistle when."""

import asyncio
import csv
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Final
from uuid import UUID

import typer

from deploy.cli.clock import parse_moment
from deploy.cli.columns import columns
from deploy.cli.figures_page import RATIO_TITLES, board_page, ratio_rows
from deploy.cli.say import AsJson, say
from deploy.compose import open_hub
from deploy.run_file import NoHub, adopt
from services.routing.figures.answering import answered, organ_name
from services.routing.figures.bar_schemas import BarsOut
from services.routing.figures.fold import Question
from services.routing.figures.keeping import rebuild
from services.routing.figures.measures import By
from services.routing.figures.parts import Bars
from services.routing.figures.picture import (
    DUTY_TITLES,
    HELD_TITLES,
    TITLES,
    draw,
    duty_rows,
    held_rows,
    rows,
    sentences,
)
from services.routing.figures.reading import bars_in, figures, yardsticks
from services.routing.figures.schemas import FiguresOut
from shared.contracts.routing import Rung
from shared.directory import Directory
from shared.logging import configure
from shared.settings import Settings
from shared.work import Hub

_DAY: Final = ["%Y-%m-%d"]

From = Annotated[datetime | None, typer.Option("--from", formats=_DAY, help="自哪一日，含本日")]
To = Annotated[datetime | None, typer.Option("--to", formats=_DAY, help="至哪一日，含本日")]
AsOf = Annotated[str, typer.Option(help="截至时刻，如 2026-11-03T09:00；不填为现在")]
Grouped = Annotated[By | None, typer.Option("--by", help="分组；不填只答总数")]
County = Annotated[str, typer.Option(help="限于县区，代码")]
Township = Annotated[str, typer.Option(help="限于乡镇、街道，代码")]
Department = Annotated[str, typer.Option(help="限于部门，代码")]
Matter = Annotated[str, typer.Option(help="限于纠纷类型，代码")]
Level = Annotated[Rung | None, typer.Option(help="限于层级")]
Csv = Annotated[Path | None, typer.Option("--csv", help="各项比率写到这个表格文件")]
Anew = Annotated[
    bool,
    typer.Option("--rebuild", help="先把已结案卷的汇总丢弃，依各卷各页重新汇总；不新增任何事实"),
]
Case = Annotated[UUID, typer.Argument(help="哨的案卷编号", show_default=False)]
Svg = Annotated[Path | None, typer.Option(help="图写到这个文件")]


def figures_(
    *,
    start: From = None,
    until: To = None,
    as_of: AsOf = "",
    by: Grouped = None,
    county: County = "",
    township: Township = "",
    department: Department = "",
    matter: Matter = "",
    level: Level = None,
    as_json: AsJson = False,
    table: Csv = None,
    anew: Anew = False,
) -> None:
    """看板：任一时刻的数字，附分母、区间和算法 / figures with denominators, as of any moment.

    案卷按首页之日归入期间；只计截至时刻已经记录的事实。

    例如: `hub routing figures --from 2026-11-01 --to 2026-11-30 --by department`
    """
    ask = partial(
        Question,
        start=start.date() if start else None,
        until=until.date() if until else None,
        by=by,
        county=county,
        township=township,
        department=department,
        matter=matter,
        level=level or "",
    )
    found = asyncio.run(_figures(_settings(), ask, as_of, anew=anew))
    if table:
        with table.open("w", encoding="utf-8-sig", newline="") as file:  # spreadsheets ask for it
            csv.writer(file).writerows([(found.by_term, *RATIO_TITLES), *ratio_rows(found)])
    say(found.model_dump(mode="json"), board_page(found), as_json=as_json)


def bars_(case_id: Case, *, as_of: AsOf = "", svg: Svg = None, as_json: AsJson = False) -> None:
    """时间条：一个哨自何时至何时在谁手里，各部门用了多少时间 / who held a whistle when.

    例如: `hub routing bars 7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11 --svg 时间条.svg`
    """
    found, now, directory = asyncio.run(_bars(_settings(), case_id, as_of))
    name = partial(organ_name, directory)
    if svg:
        svg.write_text(draw(f"时间条（截至{now:%Y-%m-%d %H:%M}）", found, name), encoding="utf-8")
    names = {bar.department: name(bar.department) for bar in found.bars}
    told = BarsOut.of(case_id, now, found, names, sentences(found, name))
    parts = [
        columns(TITLES, rows(found, name)),
        columns(HELD_TITLES, held_rows(found, name)),
        columns(DUTY_TITLES, duty_rows(found, name)),
    ]
    say(told.model_dump(mode="json"), "\n\n".join(parts), as_json=as_json)


def _settings() -> Settings:
    told = adopt()
    if told.database_url is None:
        raise NoHub("没有数据库：请先运行 hub up，或者设置 HUB_DATABASE_URL")
    configure("WARNING")
    return told


async def _figures(
    told: Settings, ask: "partial[Question]", as_of: str, *, anew: bool
) -> FiguresOut:
    async with open_hub(told) as hub:
        if anew:
            typer.echo(f"重新汇总已结案卷{await rebuild(hub.pool)}件", err=True)
        question = ask(as_of=await _moment(hub, as_of))
        by = await yardsticks(hub.pool, question.as_of)
        return answered(await figures(hub.pool, question), hub.directory, by)


async def _bars(told: Settings, case_id: UUID, as_of: str) -> tuple[Bars, datetime, Directory]:
    async with open_hub(told) as hub:
        now = await _moment(hub, as_of)
        return await bars_in(hub.pool, case_id, now), now, hub.directory


async def _moment(hub: Hub, said: str) -> datetime:
    now: datetime = hub.clock.now() + await hub.pool.fetchval("SELECT shift FROM hub.clock")
    moment = parse_moment(said) if said else now
    if moment > now:
        raise typer.BadParameter("截至时刻不得晚于现在")
    return moment
