"""时钟: `hub clock` shows the hub's clock and moves it on, for demonstrations and journeys."""

import asyncio
import re
from datetime import datetime, timedelta
from typing import Annotated, Final

import asyncpg
import typer

from deploy.cli.say import FAILED, AsJson, say
from deploy.run_file import addressed
from shared.clock import CITY, WallClock

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode="markdown")

_SECONDS: Final = {"w周": 604800, "d天日": 86400, "h时": 3600, "m分": 60, "s秒": 1}
_UNITS: Final = {unit: seconds for units, seconds in _SECONDS.items() for unit in units}
_STEP: Final = re.compile(rf"(\d+)\s*小?([{''.join(_UNITS)}])钟?\s*")


def parse_span(text: str) -> timedelta:
    """A span such as `3d`, `1d12h`, `90分钟`.

    Raises:
        BadParameter: It cannot be read.
    """
    steps = _STEP.findall(text)
    if not steps or _STEP.sub("", text):
        raise typer.BadParameter(f"无法识别的时长 {text!r}，例如 3d、12h、1d12h、90分钟")
    return timedelta(seconds=sum(int(count) * _UNITS[unit] for count, unit in steps))


def parse_moment(text: str) -> datetime:
    """A day or moment in ISO 8601, in the city's time unless it says otherwise.

    Raises:
        BadParameter: It cannot be read.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"无法识别的时刻 {text!r}，例如 2026-12-01T09:00") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=CITY)


@app.callback()
def clock() -> None:
    """枢纽时钟：只能向前，生产模式下不得调整 / the hub's clock, for demonstrations.

    例如: `hub clock show`，`hub clock forward 3d`，`hub clock to 2026-12-01`
    """


@app.command()
def show(*, as_json: AsJson = False) -> None:
    """查看枢纽时钟 / show what time it is for the hub.

    例如: `hub clock show --json`
    """
    _tell(asyncio.run(shift()), as_json=as_json)


@app.command()
def forward(
    span: Annotated[str, typer.Argument(help="时长，例如 3d、12h、1d12h、90分钟")],
    *,
    as_json: AsJson = False,
) -> None:
    """向前推进一段时间 / move the clock on by a span.

    例如: `hub clock forward 5d`
    """
    _tell(asyncio.run(advance(parse_span(span))), as_json=as_json)


@app.command()
def to(
    moment: Annotated[str, typer.Argument(help="时刻，例如 2026-12-01 或者 2026-12-01T09:00")],
    *,
    as_json: AsJson = False,
) -> None:
    """推进到某一时刻 / move the clock on to a moment; never back.

    例如: `hub clock to 2026-12-01T09:00`
    """
    wanted = parse_moment(moment)
    here = WallClock().now() + asyncio.run(shift())
    if wanted < here:
        typer.echo(f"时钟只能向前：现在已是 {here:%Y-%m-%d %H:%M}", err=True)
        raise typer.Exit(FAILED)
    _tell(asyncio.run(advance(wanted - here)), as_json=as_json)


async def shift() -> timedelta:
    """How far the hub's clock is ahead of the wall's.

    Raises:
        NoHub: None runs and no addresses are set.
    """
    return await _ask("SELECT shift FROM hub.clock")


async def advance(span: timedelta) -> timedelta:
    """Move the clock on by a span; how far it is ahead then.

    Raises:
        Exit: In production the clock is not moved.
        NoHub: None runs and no addresses are set.
    """
    if addressed().production:
        typer.echo("生产模式下不得调整时钟 / refused in production mode", err=True)
        raise typer.Exit(FAILED)
    return await _ask("UPDATE hub.clock SET shift = shift + $1 RETURNING shift", span)


async def _ask(statement: str, *values: timedelta) -> timedelta:
    url = addressed().database_url
    connection = await asyncpg.connect(url.get_secret_value() if url else None)
    try:
        shift: timedelta = await connection.fetchval(statement, *values)
    finally:
        await connection.close()
    return shift


def _tell(shift: timedelta, *, as_json: bool) -> None:
    now = WallClock().now() + shift
    facts = {"now": now.isoformat(timespec="seconds"), "shift_seconds": int(shift.total_seconds())}
    moved = f"，比实际时间快{_in_words(shift)}" if shift else "，与实际时间一致"
    say(facts, f"枢纽时钟 {now:%Y-%m-%d %H:%M:%S}{moved}", as_json=as_json)


def _in_words(span: timedelta) -> str:
    minutes, seconds = divmod(span.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    counts = ((span.days, "天"), (hours, "小时"), (minutes, "分"), (seconds, "秒"))
    return "".join(f"{count}{unit}" for count, unit in counts if count)
