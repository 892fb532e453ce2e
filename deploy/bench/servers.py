"""The servers of a bench: PostgreSQL with fsync and Kafka, in a folder that is thrown away."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import asyncpg
import psutil

from deploy.local.kafka import LocalKafka, create_topics
from deploy.local.ports import free_port
from deploy.local.postgres import LocalPostgres
from deploy.migrations.run import migrate
from shared.db import Conn

PARTITIONS = 8


class Servers:
    """A database server and a broker, and a fresh hub on them for each lap."""

    def __init__(self, folder: Path, postgres: LocalPostgres, kafka: LocalKafka) -> None:
        self.folder = folder
        self.kafka = kafka.bootstrap
        self._postgres = postgres
        self._kafka = kafka
        self._names = count(1)

    async def prepare(self) -> None:
        """Bring the database from which all others are copied to the newest form."""
        await migrate(self._postgres.url)

    async def fresh(self) -> "Place":
        """A database and a topic prefix that nobody has used."""
        name = f"bench{next(self._names)}"
        admin: Conn = await asyncpg.connect(self._postgres.url.removesuffix("hub") + "postgres")
        try:
            await admin.execute(f"CREATE DATABASE {name} TEMPLATE hub")
        finally:
            await admin.close()
        url = self._postgres.url.removesuffix("hub") + name
        place = Place(url, self.kafka, name, self.folder / name)
        place.folder.mkdir()
        return place

    def cpu_seconds(self) -> dict[str, float]:
        """Processor time that each server has used so far."""
        servers = {"postgres": self._postgres.pid, "kafka": self._kafka.pid}
        return {name: cpu_seconds(pid) for name, pid in servers.items() if pid}


class Place:
    """Where one lap is run: a database, a broker, a topic prefix, a folder."""

    def __init__(self, database: str, kafka: str, prefix: str, folder: Path) -> None:
        self.database = database
        self.kafka = kafka
        self.prefix = prefix
        self.folder = folder

    def env(self) -> dict[str, str]:
        """What a part of the bench is told."""
        return {
            "BENCH_DATABASE": self.database,
            "BENCH_KAFKA": self.kafka,
            "BENCH_PREFIX": self.prefix,
        }

    async def create_topics(self, *offices: str) -> None:
        """Create the topics of these offices."""
        await create_topics(self.kafka, [f"{self.prefix}.{one}" for one in offices], PARTITIONS)


def cpu_seconds(pid: int) -> float:
    """Processor time of a process, its living children, and those that it has buried."""
    process = psutil.Process(pid)
    own = process.cpu_times()
    used = own.user + own.system + own.children_user + own.children_system
    for child in process.children(recursive=True):
        try:
            times = child.cpu_times()
        except psutil.Error:
            continue
        used += times.user + times.system
    return float(used)


@contextmanager
def servers() -> Iterator[Servers]:
    """Start both, and take everything away at the end."""
    folder = Path(tempfile.mkdtemp(prefix="hub-bench-"))
    postgres = LocalPostgres(folder / "postgres", free_port())
    kafka = LocalKafka(folder / "kafka", free_port(), free_port())
    try:
        postgres.start()
        kafka.start(train=False)
        yield Servers(folder, postgres, kafka)
    finally:
        kafka.stop()
        postgres.remove()
        shutil.rmtree(folder, ignore_errors=True)
