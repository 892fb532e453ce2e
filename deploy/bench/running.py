"""A hub as `hub up` starts it, on the servers of the bench, and tokens for whoever acts there."""

import asyncio
import http.client
from collections.abc import AsyncIterator, Sequence
from contextlib import ExitStack, asynccontextmanager
from typing import Final

import asyncpg
import psutil
from pydantic import SecretStr

from deploy.bench.processes import process
from deploy.bench.profiles import Profiles
from deploy.bench.servers import Place
from deploy.local.door import open_door
from deploy.local.ports import LOOPBACK, free_port
from deploy.topics import ensure_topics
from shared.auth import LocalTokens, Role
from shared.clock import WallClock
from shared.db import Pool
from shared.settings import Settings

COUNTY: Final = "620702"
AUTHORITY: Final = f"{COUNTY}-government"
RESPONDENT: Final = f"{COUNTY}-chengguan"
WINDOW: Final = f"{COUNTY}-window-1"
CITY: Final = "620700"

READY_SECONDS: Final = 60.0
LOOK_SECONDS: Final = 2.0
QUIET: Final = 0.25
"""Of a core, all parts together: a part that reads its code takes a whole one."""

_SECRET: Final = "a secret of the bench, which guards nothing"  # noqa: S105 - as it says


class Running:
    """A hub that answers, its database, and who may act there."""

    def __init__(self, place: Place, port: int, pool: Pool, pids: Sequence[int]) -> None:
        self.place = place
        self.pids = pids
        self.port = port
        self.pool = pool
        self._tokens = LocalTokens(_SECRET.encode(), WallClock())

    def cpu_seconds(self) -> dict[str, float]:
        """Processor time that each of its parts has used so far, and whoever supervises them."""
        spent: dict[str, float] = {}
        for pid in self.pids:
            for part in (psutil.Process(pid), *psutil.Process(pid).children()):
                times = part.cpu_times()
                name = _name(part.cmdline())
                spent[name] = spent.get(name, 0.0) + times.user + times.system
        return spent

    async def settled(self) -> None:
        """One web process answers before the other has read its code: wait until all are quiet."""
        used = sum(self.cpu_seconds().values())
        async with asyncio.timeout(READY_SECONDS):
            while True:
                await asyncio.sleep(LOOK_SECONDS)
                before, used = used, sum(self.cpu_seconds().values())
                if used - before < QUIET * LOOK_SECONDS:
                    return

    def token(self, role: Role, organ: str, code: str = "") -> str:
        """A token of somebody of this role, or of this one."""
        return self._tokens.issue(code or f"{role}-1", [role], organ=organ)


def _name(command: Sequence[str]) -> str:
    """`up`, `web`, `work` or `relay`, from `python -P -m MODULE NAME …`."""
    after = command.index("-m") + 2 if "-m" in command else len(command)
    return command[after] if after < len(command) else "other"


def settings_of(place: Place, port: int) -> Settings:
    """The settings of a hub at this place."""
    return Settings(
        data=place.folder / "hub",
        port=port,
        database_url=SecretStr(place.database),
        kafka=place.kafka,
        topic_prefix=place.prefix,
        secret=SecretStr(_SECRET),
    )


def _environment(told: Settings) -> dict[str, str]:
    assert told.database_url and told.kafka and told.secret  # noqa: S101, PT018 - set above
    return {
        "HUB_DATA": str(told.data),
        "HUB_PORT": str(told.port),
        "HUB_DATABASE_URL": told.database_url.get_secret_value(),
        "HUB_KAFKA": told.kafka,
        "HUB_TOPIC_PREFIX": told.topic_prefix,
        "HUB_SECRET": told.secret.get_secret_value(),
    }


@asynccontextmanager
async def running(place: Place, profiles: Profiles | None = None) -> AsyncIterator[Running]:
    """`hub up` at a place, from the moment when it is ready."""
    with ExitStack() as stack:
        if profiles is None:
            port, pids = _up(stack, place)
        else:
            port, pids = await _parts(stack, place, profiles)
        await ready(port)
        async with asyncpg.create_pool(place.database, min_size=1, max_size=4) as pool:
            yield Running(place, port, pool, pids)


def _up(stack: ExitStack, place: Place) -> tuple[int, list[int]]:
    port = free_port()
    env = _environment(settings_of(place, port))
    up = stack.enter_context(process("deploy.hub", "up", log=place.folder / "hub.log", env=env))
    return port, [up.pid]


async def _parts(stack: ExitStack, place: Place, profiles: Profiles) -> tuple[int, list[int]]:
    """The same parts one by one, but a single web process; it and the worker are profiled."""
    await ensure_topics(settings_of(place, 1), place.kafka)
    door = stack.enter_context(open_door(LOOPBACK, 0))
    port: int = door.getsockname()[1]
    env = _environment(settings_of(place, port))
    counted = {**env, "BENCH_SOCKET": str(door.fileno()), **profiles.env("web")}
    log = place.folder / "parts.log"
    parts = [
        process("deploy.bench.part", "web", log=log, env=counted, descriptor=door.fileno()),
        process("deploy.bench.part", "work", log=log, env={**env, **profiles.env("work")}),
        process("deploy.hub", "relay", log=log, env=env),
    ]
    return port, [stack.enter_context(part).pid for part in parts]


async def ready(port: int) -> None:
    """Wait until a web process says that all is ready."""
    async with asyncio.timeout(READY_SECONDS):
        while not await asyncio.to_thread(_answers, port):  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.1)


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=2)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
