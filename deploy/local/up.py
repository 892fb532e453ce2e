"""启动: everything of the hub on one machine, started together and kept running.

The parts are started first and load their code while the servers come up; they wait for `run.json`,
which is written when database and topics stand. Web processes share one listening socket, which
belongs to us: when one of them dies, what waits on it is answered by the other.
"""

import asyncio
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, Final

from deploy import run_file
from deploy.cli.status import what_is_missing
from deploy.local import counts
from deploy.local.door import CONTROLLER_PORTS, KAFKA_PORTS, POSTGRES_PORTS, first_free
from deploy.local.keeper import Keeper, KeptServer, Service
from deploy.local.part import Part, PartLog
from deploy.local.ports import LOOPBACK
from deploy.local.screen import Screen
from deploy.local.seeding import seed_accounts
from shared.clock import WallClock
from shared.settings import Settings

WEB_PROCESSES: Final = 2
_LOOK_SECONDS: Final = 0.1


class Up:
    """The hub on one machine, from its start to its end."""

    def __init__(self, told: Settings, screen: Screen, door: socket.socket) -> None:
        self._told = told
        self._data = told.data.absolute()
        self._screen = screen
        self._door = door
        self._stopping = threading.Event()
        self._keepers: dict[str, Keeper] = {}
        self._later: list[Keeper] = []
        """Web processes beyond the first: loading them would only keep it from being ready."""
        self._log = PartLog(self._data / "log", "hub", screen.line)
        self._counts = self._data / "metrics"

    def run(self, greet: Callable[[run_file.Run], None]) -> None:
        """Start everything, greet when it is ready, and end everything when told to.

        Raises:
            DidNotStart: A server cannot be started.
            AlreadyRunning: A server's port or folder is taken.
        """
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._told_to_stop)
        try:
            with self._screen.progress():
                run = self._start()
            if run is not None:
                greet(run)
                self._stopping.wait()
        finally:
            self._end()

    def _told_to_stop(self, number: int, _: object) -> None:
        if self._stopping.is_set():  # told twice: the system ends our children with us
            os._exit(128 + number)
        self._stopping.set()

    def _start(self) -> run_file.Run | None:
        """Start all of it; None when told to stop meanwhile."""
        self._start_parts()
        addresses = self._start_servers()
        if addresses is None:
            return None
        run = run_file.Run(
            pid=os.getpid(),
            address=self._address(),
            database_url=addresses[0],
            kafka=addresses[1],
            started_at=WallClock().now().isoformat(timespec="seconds"),
        )
        run_file.write(self._data, run)
        while not self._stopping.wait(_LOOK_SECONDS):
            missing = what_is_missing(run.address)
            if missing == []:
                self._screen.done("各部分 parts")
                for keeper in self._later:
                    keeper.begin()
                return run
            self._screen.still("、".join(missing or ["网页服务 web"]))
        return None

    def _address(self) -> str:
        host, port = self._door.getsockname()[:2]
        reached = {"0.0.0.0": LOOPBACK, "::": "[::1]"}.get(host, host)  # noqa: S104  # read only
        return f"http://{reached}:{port}"

    # -- parts

    def _start_parts(self) -> None:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(counts.make_room(self._counts))
        door = ("--fd", str(self._door.fileno()))
        webs = [f"web-{number}" for number in range(1, WEB_PROCESSES + 1)]
        first, *self._later = [self._keep(self._part(name, "web", *door)) for name in webs]
        worker = self._keep(self._part("worker", "work"))
        relay = self._keep(self._part("relay", "relay"))
        for keeper in (first, worker, relay):
            keeper.begin()

    def _part(self, name: str, command: str, *options: str) -> Part:
        environment = os.environ | {"HUB_DATA": str(self._data)}
        if self._told.directory:
            environment["HUB_DIRECTORY"] = str(self._told.directory.absolute())
        hub = (sys.executable, "-P", "-m", "deploy.hub", command, "--part", name)
        return Part(
            name,
            (*hub, *options),
            env=environment,
            log=PartLog(self._data / "log", name, self._screen.line),
            descriptor=self._door.fileno() if options else None,
        )

    def _keep(self, service: Service) -> Keeper:
        keeper = Keeper(service, self._tell, _forget)
        self._keepers[service.name] = keeper
        return keeper

    def _tell(self, event: str, **fields: Any) -> None:  # noqa: ANN401  # log fields of any kind
        if event == "started":
            from shared.metrics import count  # noqa: PLC0415  # reads where to count when imported

            count("hub_restarts_total", part=fields["part"])
        words = " ".join(f"{key}={value}" for key, value in fields.items())
        self._log.add(f"{WallClock().now():%Y-%m-%d %H:%M:%S} {event} {words}\n".encode())

    # -- servers

    def _start_servers(self) -> tuple[str, str] | None:
        """Database and broker side by side; their addresses, or None when told to stop."""
        pool = ThreadPoolExecutor(max_workers=2)
        steps: dict[str, Future[str]] = {
            "数据库 postgres": pool.submit(self._database),
            "消息代理 kafka": pool.submit(self._broker),
        }
        pool.shutdown(wait=False)
        while not self._stopping.is_set():
            done, pending = wait(steps.values(), timeout=_LOOK_SECONDS)
            for step in done:
                step.result()
            if not pending:
                url, kafka = (step.result() for step in steps.values())
                return url, kafka
            self._screen.still("、".join(name for name, step in steps.items() if step in pending))
        return None

    def _database(self) -> str:
        from deploy.local.postgres import LocalPostgres  # noqa: PLC0415  # parts are under way first
        from deploy.migrations.run import upgrade  # noqa: PLC0415  # likewise
        from deploy.prefix import refuse_another_prefix  # noqa: PLC0415  # likewise

        if self._told.database_url:
            url = self._told.database_url.get_secret_value()
        else:
            server = LocalPostgres(self._data / "postgres", first_free(POSTGRES_PORTS))
            self._start_server(KeptServer(server))
            url = server.url
        upgrade(url)
        asyncio.run(refuse_another_prefix(url, self._told.topic_prefix))
        asyncio.run(seed_accounts(self._told, url))
        self._screen.done("数据库 postgres")
        return url

    def _broker(self) -> str:
        from deploy.local.kafka import LocalKafka  # noqa: PLC0415  # likewise
        from deploy.topics import ensure_topics  # noqa: PLC0415  # likewise

        kafka = self._told.kafka
        if not kafka:
            port = first_free(KAFKA_PORTS)
            control = first_free(CONTROLLER_PORTS)
            server = LocalKafka(self._data / "kafka", port, control, progress=self._screen.say)
            self._start_server(KeptServer(server))
            kafka = server.bootstrap
        asyncio.run(ensure_topics(self._told, kafka))
        self._screen.done("消息代理 kafka")
        return kafka

    def _start_server(self, server: KeptServer) -> None:
        keeper = self._keep(server)
        server.start()
        keeper.begin()

    # -- the end

    def _end(self) -> None:
        """End web, worker, relay, then the servers that they stand on."""
        self._screen.say("正在停止，再按一次 Ctrl-C 立即结束 / stopping")
        (self._data / run_file.NAME).unlink(missing_ok=True)
        order = ("web", "worker", "relay", "kafka", "postgres")
        for name in order:
            same = [keeper for key, keeper in self._keepers.items() if key.split("-")[0] == name]
            ending = [threading.Thread(target=keeper.stop) for keeper in same]
            for thread in ending:
                thread.start()
            for thread in ending:
                thread.join()
        self._door.close()
        self._log.close()
        counts.clear_away(self._counts)
        self._screen.say("已停止 / stopped")


def _forget(_: str, pid: int) -> None:
    from shared.metrics import forget  # noqa: PLC0415  # reads where to count when imported

    forget(pid)
