"""滞留件: `hub parked` lists parked messages, shows, mends, replays and discards them."""

import asyncio
import getpass
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Annotated, Any, Final, TypeVar

import typer

from deploy.cli.columns import columns
from deploy.cli.say import FAILED, AsJson, say
from deploy.compose import offices, open_hub
from deploy.run_file import NoHub, adopt
from shared.auth import Identity, Role
from shared.clock import CITY, WallClock
from shared.law.procedure import Refused
from shared.logging import configure
from shared.parking import Drained, Item, Parked, Parking
from shared.parking.service import PAGE

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode="markdown")

T = TypeVar("T")

Number = Annotated[int, typer.Argument(help="序号，见 hub parked list")]
By = Annotated[str, typer.Option(help="经办人代码，记入登记册", show_default="本机用户")]

_STATES: Final = {"parked": "滞留", "waiting": "等待", "replayed": "已重办", "discarded": "已作废"}
_TITLES: Final = ("序号", "收件方", "事实", "案卷", "页", "状态", "已滞留", "其后等待", "原因")


@app.callback()
def parked() -> None:
    """滞留件：不能读取或者三次未能办理的消息 / messages that could not be handled.

    例如: `hub parked list`，`hub parked show 17`，`hub parked replay 17`
    """


@app.command("list")
def list_parked(
    consumer: Annotated[str | None, typer.Option(help="只列这个收件方")] = None,
    after: Annotated[int, typer.Option(help="从这个序号之后列起")] = 0,
    limit: Annotated[int, typer.Option(min=1, help="最多列几件")] = PAGE,
    *,
    as_json: AsJson = False,
) -> None:
    """列出滞留件，每条通道的第一件 / list the first of each lane.

    例如: `hub parked list --consumer hub.routing.office --json`
    """
    found = _run(lambda parking: parking.list(consumer, after=after, limit=limit + 1))
    found, following = found[:limit], found[limit - 1].parked_id if len(found) > limit else None
    text = columns(_TITLES, [_row(one) for one in found]) if found else "没有滞留件"
    if following:
        text += f"\n下一页：hub parked list --after {following}"
    say({"parked": [_facts(one) for one in found], "next": following}, text, as_json=as_json)


@app.command()
def show(number: Number, *, as_json: AsJson = False) -> None:
    """查看一件滞留件的全部内容 / show one whole.

    例如: `hub parked show 17`
    """
    _tell(_run(lambda parking: parking.show(number)), as_json=as_json)


@app.command()
def mend(
    number: Number,
    file: Annotated[
        typer.FileText, typer.Option("--file", encoding="utf-8", help="更正后的正文，- 为标准输入")
    ],
    by: By = "",
    *,
    as_json: AsJson = False,
) -> None:
    """更正一件滞留件的正文，更正后再重办 / give it a body that can be read, then replay it.

    例如: `hub parked mend 17 --file mended.json`
    """
    body, who = file.read().strip(), _who(by)
    _tell(_run(lambda parking: parking.mend(number, body, by=who)), as_json=as_json)


@app.command()
def replay(number: Number, by: By = "", *, as_json: AsJson = False) -> None:
    """重办一件滞留件，随后按页码办理其后各页 / handle it again, and its lane in page order.

    仍未能办理的，退出码为 1。

    例如: `hub parked replay 17`
    """
    who = _who(by)
    _tell_drained(_run(lambda parking: parking.replay(number, by=who)), as_json=as_json)


@app.command()
def discard(number: Number, by: By = "", *, as_json: AsJson = False) -> None:
    """作废一件滞留件，其后各页继续办理 / never handle it, and let its lane go on.

    其后仍有未能办理的，退出码为 1。

    例如: `hub parked discard 17`
    """
    who = _who(by)
    _tell_drained(_run(lambda parking: parking.discard(number, by=who)), as_json=as_json)


def _who(by: str) -> str:
    """The code of whoever acts, as it may stand in a fact."""
    return Identity.of(by or f"terminal-{getpass.getuser()}", [Role.ADMINISTRATOR]).code


def _run(use: Callable[[Parking], Awaitable[T]]) -> T:
    async def used() -> T:
        async with _parking() as parking:
            return await use(parking)

    configure("WARNING")
    try:
        return asyncio.run(used())
    except Refused as refused:
        typer.echo(f"依法不予准许：{refused}", err=True)
        raise typer.Exit(FAILED) from None


@asynccontextmanager
async def _parking() -> AsyncIterator[Parking]:
    told = adopt()
    if told.database_url is None:
        raise NoHub("没有数据库：请先运行 hub up，或者设置 HUB_DATABASE_URL")
    async with open_hub(told) as hub:
        yield Parking(hub, offices(), told.topic_prefix)


def _row(one: Item) -> tuple[object, ...]:
    return (
        one.parked_id,
        one.consumer,
        one.kind or "—",
        one.case_id or "—",
        one.version or "—",
        _STATES[one.state],
        in_words(WallClock().now() - one.at),
        one.behind,
        one.reason,
    )


def in_words(span: timedelta) -> str:
    """A span in its largest unit."""
    for unit, seconds in (("天", 86400), ("小时", 3600), ("分", 60)):
        if span >= timedelta(seconds=seconds):
            return f"{int(span.total_seconds()) // seconds}{unit}"
    return f"{max(int(span.total_seconds()), 0)}秒"


def _facts(one: Item) -> dict[str, Any]:
    facts = asdict(one)
    at: datetime = facts["at"]
    return {**facts, "at": at.astimezone(CITY).isoformat(timespec="seconds")}


def _tell(one: Parked, *, as_json: bool) -> None:
    head = columns(("项目", "内容"), [*zip(_TITLES, _row(one), strict=True),
                                   ("主题", f"{one.topic}/{one.part}@{one.offset}")])  # fmt: skip
    headers = json.dumps(dict(one.headers), ensure_ascii=False, indent=2)
    parts = [head, f"消息头\n{headers}", f"原文\n{one.body}"]
    if one.mended is not None:
        parts.append(f"更正后\n{one.mended}")
    say(_facts(one), "\n\n".join(parts), as_json=as_json)


def _tell_drained(drained: Drained, *, as_json: bool) -> None:
    text = f"已办理{drained.handled}页，这条通道已通畅"
    if drained.left:
        text = f"已办理{drained.handled}页，仍滞留{drained.left}页：{drained.reason}"
    say(asdict(drained), text, as_json=as_json)
    if drained.left:
        raise typer.Exit(FAILED)
