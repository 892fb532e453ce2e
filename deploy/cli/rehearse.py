"""推演: `hub rehearse` plays a case through the real tables under a virtual clock."""

import asyncio
import json
from datetime import datetime, time
from pathlib import Path
from typing import Annotated, Final

import typer

from deploy.cli.columns import columns
from deploy.cli.say import FAILED, USED_WRONGLY, AsJson
from deploy.compose import open_hub
from deploy.rehearse.live import copy_of
from deploy.rehearse.play import doors, play, run, stage
from deploy.rehearse.script import ActIn, BadScript, Script, acts_of, read_file
from deploy.rehearse.show import as_data, as_text
from deploy.rehearse.story import Story
from deploy.run_file import NoHub, adopt
from shared.law.period import CITY
from shared.logging import configure

_END_OF_DAY: Final = time(23, 59, 59)


def rehearse(
    file: Annotated[Path | None, typer.Argument(help="剧本，YAML")] = None,
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="推演到哪一天为止")
    ] = None,
    what_if: Annotated[
        list[str] | None,
        typer.Option(help="如果又有一个行为，以 YAML 写，可多次"),
    ] = None,
    dispute: Annotated[
        str, typer.Option(help="纠纷编号：从这件纠纷的现状推演，不改变任何记录")
    ] = "",
    svg: Annotated[Path | None, typer.Option(help="把时间轴画成图，写到这个文件")] = None,
    *,
    show_doors: Annotated[bool, typer.Option("--doors", help="列出剧本可用的行为")] = False,
    as_json: AsJson = False,
) -> None:
    """推演一个剧本，或者一件纠纷如果无人办理会怎样 / play a case under a virtual clock.

    剧本的推演不需要任何服务。结果与剧本的预期不符的，退出码为 1；剧本有误的，为 2。

    例如: `hub rehearse docs/scenarios/deemed-accepted.yaml`，
    `hub rehearse --dispute 620702-20261123-0000001-5 --until 2027-03-31`
    """
    configure("ERROR")
    if show_doors:
        typer.echo(_doors())
        return
    end = datetime.combine(until.date(), _END_OF_DAY, CITY) if until else None
    try:
        more = acts_of(what_if or ())
        story = asyncio.run(_story(file, dispute, end, more))
    except BadScript as error:
        typer.echo(f"hub rehearse: {error}", err=True)
        raise typer.Exit(USED_WRONGLY) from None
    if svg:
        from deploy.rehearse.picture import as_svg  # noqa: PLC0415 - only when it is drawn

        svg.write_text(as_svg(story), encoding="utf-8")
    typer.echo(
        json.dumps(as_data(story), ensure_ascii=False, indent=2) if as_json else as_text(story)
    )
    if story.unmet:
        raise typer.Exit(FAILED)


async def _story(
    file: Path | None, dispute: str, until: datetime | None, more: tuple[ActIn, ...]
) -> Story:
    if file is not None and not dispute:
        return await play(read_file(file), until=until, more=more)
    if not dispute or file is not None:
        raise BadScript("请给出一个剧本文件，或者用 --dispute 给出一个纠纷编号")
    if until is None:
        raise BadScript("从纠纷现状推演的，须用 --until 说明推演到哪一天")
    told = adopt()
    if told.database_url is None:
        raise NoHub("没有数据库：请先运行 hub up，或者设置 HUB_DATABASE_URL")
    async with open_hub(told) as hub:
        world = await copy_of(hub, dispute)
    if until < world.clock.now():
        raise BadScript(f"{until:%Y-%m-%d} 已经过去")
    async with stage(world) as scene:
        script = Script(title=f"纠纷 {dispute} 如无人办理" if not more else f"纠纷 {dispute}")
        return await run(scene, script, more, until)


def _doors() -> str:
    rows = [
        (name, (route.endpoint.__doc__ or "").strip().split("\n")[0].rstrip("."))
        for name, route in sorted(doors().items())
    ]
    return columns(("行为", "内容"), rows)
