"""各部分: `hub web`, `hub work`, `hub relay` run one part alone, as production does."""

import asyncio
import importlib
import os
import socket
from collections.abc import Coroutine
from enum import StrEnum
from typing import Annotated

import typer
import uvloop

from deploy.cli.say import FAILED
from deploy.local.door import open_door
from deploy.monitored import monitored
from deploy.prefix import refuse_another_prefix
from deploy.run_file import addressed, await_go
from deploy.topics import OFFICES
from shared import tracing
from shared.collector import settle
from shared.logging import configure, logger
from shared.settings import Settings

Offices = Annotated[list[str] | None, typer.Argument(help="机构，不填则为全部")]
Named = Annotated[str, typer.Option("--part", hidden=True, help="由 hub up 启动时的名称")]
Port = Annotated[
    int | None, typer.Option("--port", min=1, max=65535, help="监测端口：/livez 与 /metrics")
]
Descriptor = Annotated[int | None, typer.Option("--fd", hidden=True, help="已打开的监听端口")]


class Feed(StrEnum):
    """What hands facts to the handlers 供给方式."""

    FAUST = "faust"
    PLAIN = "plain"


def web(offices: Offices = None, part: Named = "", descriptor: Descriptor = None) -> None:
    """启动网页服务 / serve offices over HTTP, on HUB_HOST and HUB_PORT.

    例如: `hub web intake routing`
    """
    chosen = _chosen(offices)
    from deploy.doors import routers  # noqa: PLC0415  # likewise
    from deploy.serve import serve_web  # noqa: PLC0415  # seconds, spent while servers start

    routers(chosen)  # loads the offices
    told = _begin(part, "web")
    door = open_door(told.host, told.port) if descriptor is None else None
    _run(serve_web(told, chosen, door or socket.socket(fileno=descriptor)))


def work(
    offices: Offices = None,
    feed: Annotated[Feed, typer.Option(help="faust 或者 plain（积压、重放时更快）")] = Feed.FAUST,
    port: Port = None,
    part: Named = "",
) -> None:
    """启动承办进程 / let offices hear facts, and sweep what is due.

    例如: `hub work mediation --feed plain --port 9101`
    """
    chosen = _chosen(offices)
    from deploy.working import serve_work  # noqa: PLC0415  # as above

    for module in (f"services.{name}.office" for name in chosen):
        importlib.import_module(module)
    told = _begin(part, "worker")
    door = open_door(told.host, port) if port else None
    _run(serve_work(told, chosen, feed.value), door)


def relay(port: Port = None, part: Named = "") -> None:
    """启动投递进程 / number facts and send them to Kafka; one runs at a time.

    例如: `HUB_DATABASE_URL=postgresql://… HUB_KAFKA=kafka:9092 hub relay`
    """
    from deploy.relaying import serve_relay  # noqa: PLC0415  # as above

    told = _begin(part, "relay")
    _run(serve_relay(told), open_door(told.host, port) if port else None)


def _chosen(offices: list[str] | None) -> list[str]:
    strange = [name for name in offices or () if name not in OFFICES]
    if strange:
        raise typer.BadParameter(f"没有机构 {'、'.join(strange)}，可选 {'、'.join(OFFICES)}")
    return list(offices or OFFICES)


def _database(told: Settings) -> tuple[str, str]:
    assert told.database_url  # noqa: S101  # or `addressed` has raised
    return told.database_url.get_secret_value(), told.topic_prefix


def _begin(part: str, alone: str) -> Settings:
    """Wait for the servers when a supervisor has started us, and open the log."""
    if part:
        told = await_go(os.getppid())
    else:
        told = addressed()
        asyncio.run(refuse_another_prefix(*_database(told)))
    configure(told.log_level, part=part or alone)
    if told.otlp:
        tracing.start(told.otlp, part or alone)
    return told


async def _answering(served: Coroutine[object, object, None], door: socket.socket | None) -> None:
    async with monitored(door):
        await served


def _run(served: Coroutine[object, object, None], door: socket.socket | None = None) -> None:
    """Run to the end; what ends it wrongly is logged like any error, without a person's words."""
    settle()
    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(_answering(served, door))
    except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001  # logged, then told on
        logger(__name__).error("died", exc_info=error)
        raise typer.Exit(FAILED) from None
    finally:
        tracing.stop()
