"""演示: `hub demo` plays a day of the city on the hub that runs, through its doors."""

import asyncio
import contextlib
import json
import os
import signal
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final

import httpx
import typer

from deploy.cli.say import FAILED, AsJson
from deploy.demo.happening import Happening, Sum
from deploy.demo.pace import Broken, HubClock, Pace
from deploy.demo.plan import Plan, make, morning
from deploy.demo.player import Player
from deploy.demo.town import Town
from deploy.demo.trouble import Trouble, from_ledger, made_up
from deploy.run_file import addressed
from deploy.watch import address_of
from services.intake.ledger import LedgerError
from shared.auth import LocalTokens
from shared.clock import CITY, WallClock
from shared.directory import Directory, load
from shared.law.calendar import CALENDAR
from shared.settings import BadSettings, Settings

STOPPED: Final = 130
USUAL_SPEED: Final = 6.0
USUAL_MANY: Final = 44
KEPT: Final = "demo.json"
"""In the data folder: when a demonstration began that was not played to its end."""

WATCH: Final = (
    "观看：hub watch，或者 GET /stream；统计：hub routing figures；热点：hub routing hotspots"
)

Speed = Annotated[
    float | None,
    typer.Option(
        min=0,
        max=3600,
        help="城里一小时演几秒，默认 6；0 为不等待。枢纽时钟只向前拨，夜间和休息日跳过",
    ),
]
Now = Annotated[bool, typer.Option("--now", help="不拨时钟，各步即时接连办理")]
Seed = Annotated[str, typer.Option(help="种子：同一种子，同样的一天")]
Many = Annotated[int, typer.Option("--disputes", min=1, max=2000, help="纠纷件数")]
LedgerFile = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="用台账中的纠纷代替虚构的；其中姓名不显示"),
]


def demo(
    *,
    speed: Speed = None,
    now: Now = False,
    seed: Seed = "1",
    disputes: Many = USUAL_MANY,
    ledger: LedgerFile = None,
    as_json: AsJson = False,
) -> None:
    """演示城里的一天：登记、吹哨、报到、沉默、异议、会商、回访 / play a day of the city.

    纠纷全部虚构，只经各部门的接口办理；依法不予准许的照样显示。中途停下的，以同样的选项再次运行即接着演。

    退出码：0 演完，1 枢纽出错或者不能演示，2 用法有误，3 没有正在运行的枢纽，130 中途停止。

    例如: `hub demo --speed 2`，`hub demo --now --disputes 20`，`hub demo --ledger 台账.xlsx`
    """
    if now and speed is not None:
        raise typer.BadParameter("--now 不拨时钟，不能与 --speed 同用")
    told = _allowed(addressed())
    address = address_of("")
    pace = Pace(HubClock(), None if now else USUAL_SPEED if speed is None else speed)
    try:
        done = asyncio.run(_Demo(told, address, pace, as_json=as_json).run(seed, disputes, ledger))
    except LedgerError as error:
        raise typer.BadParameter(str(error)) from error
    except Broken as error:
        typer.echo(f"演示中止：{error}。以同样的选项再次运行，即接着演", err=True)
        raise typer.Exit(FAILED) from None
    except httpx.TransportError:
        typer.echo(
            f"演示中止：与枢纽 {address} 的连接断了。以同样的选项再次运行，即接着演", err=True
        )
        raise typer.Exit(FAILED) from None
    raise typer.Exit(0 if done else STOPPED)


def _allowed(told: Settings) -> Settings:
    """The settings of a hub on which a demonstration may be played.

    Raises:
        BadSettings: It is in production, or its tokens come from elsewhere.
    """
    if told.production:
        raise BadSettings("生产模式下不得演示 / refused in production mode")
    if told.oidc_issuer:
        raise BadSettings(
            "这个枢纽的令牌由身份提供方签发，演示无从代各部门签发令牌 / the hub's tokens come from "
            "elsewhere (HUB_OIDC_ISSUER)"
        )
    return told


class _Demo:
    """One demonstration at a terminal."""

    def __init__(self, told: Settings, address: str, pace: Pace, *, as_json: bool) -> None:
        self._told = told
        self._address = address
        self._pace = pace
        self._as_json = as_json

    async def run(self, seed: str, many: int, ledger: Path | None) -> bool:
        """Play it; whether it came to its end.

        Raises:
            LedgerError: The ledger cannot be read.
            Broken: The hub fails.
        """
        directory = load(self._told.directory)
        kept = _Kept(self._told.data / KEPT, f"{seed} {many} {ledger.name if ledger else ''}")
        now = await self._pace.now()
        began = kept.began() or (morning(now, CALENDAR) if self._pace.moves else now)
        troubles = self._troubles(directory, ledger, many, now)
        plan = make(
            troubles, seed=seed, many=many, began=began, calendar=CALENDAR, directory=directory
        )
        self._say(
            f"演示 {len(plan.troubles)} 件纠纷，种子 {seed}，自 {began:%Y-%m-%d %H:%M} 起。{WATCH}"
        )
        kept.keep(began)
        town = Town(directory, LocalTokens(self._told.key(), WallClock()))
        async with httpx.AsyncClient(base_url=self._address, timeout=30) as client:
            player = Player(client, town, self._pace, tell=self._tell)
            done = await _until_stopped(player, plan)
            self._sum(await player.sum())
        if done:
            kept.forget()
        self._say(WATCH if done else "已停止；以同样的选项再次运行，即接着演")
        return done

    def _troubles(
        self, directory: Directory, ledger: Path | None, many: int, now: datetime
    ) -> tuple[Trouble, ...]:
        if ledger is None:
            return made_up(directory)
        found, unread = from_ledger(ledger, directory, now=now, most=many)
        if unread:
            self._say(f"台账有 {unread} 行读不出，略过")
        return found

    def _tell(self, one: Happening) -> None:
        typer.echo(json.dumps(one.facts(), ensure_ascii=False) if self._as_json else one.line())

    def _sum(self, found: Sum) -> None:
        typer.echo(json.dumps(found.facts(), ensure_ascii=False) if self._as_json else found.text())

    def _say(self, text: str) -> None:
        typer.echo(text, err=self._as_json)


async def _until_stopped(player: Player, plan: Plan) -> bool:
    """Play to the end, or until Ctrl-C; the step that is being done is let end or be undone."""
    playing = asyncio.create_task(player.play(plan))
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, playing.cancel)
    try:
        await playing
    except asyncio.CancelledError:
        return False
    return True


class _Kept:
    """When a demonstration began that is not over, so that it goes on with its own dates."""

    def __init__(self, path: Path, name: str) -> None:
        self._path = path
        self._name = name

    def began(self) -> datetime | None:
        """When it began; None if there is none of this name."""
        try:
            held = json.loads(self._path.read_text(encoding="utf-8"))
            return datetime.fromisoformat(held[self._name]).astimezone(CITY)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, began: datetime) -> None:
        """Remember it, and nothing of another."""
        draft = self._path.with_name(f"{KEPT}.{os.getpid()}")
        with contextlib.suppress(OSError):  # a hub elsewhere may have no folder here
            draft.write_text(json.dumps({self._name: began.isoformat()}), encoding="utf-8")
            draft.replace(self._path)

    def forget(self) -> None:
        """It was played to its end."""
        with contextlib.suppress(OSError):
            self._path.unlink()
