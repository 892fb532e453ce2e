"""The whole hub as `hub up` runs it, in processes of its own, and windows that ask it over HTTP."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

import psutil

from deploy import run_file
from deploy.local.door import first_free
from deploy.local.ports import LOOPBACK, free_port
from deploy.local.postgres import LocalPostgres
from shared.auth import LocalTokens, Role
from shared.clock import WallClock

ROOT = Path(__file__).parents[2]
PARTS: Final = ("web-1", "web-2", "worker", "relay")
SERVERS: Final = {"postgres": "postgres", "kafka": "java"}
LOOK_SECONDS: Final = 0.05


class Whole:
    """`hub up` on a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = first_free(range(17000, 18000))
        inherited = {key: value for key, value in os.environ.items() if key[:4] != "HUB_"}
        told = {"DATA": str(folder), "PORT": str(self.port), "LOG_LEVEL": "WARNING"}
        self.env = inherited | {f"HUB_{key}": value for key, value in told.items()}
        self._said = (folder / "said").open("wb")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "deploy.hub", "up"],
            cwd=ROOT,
            env=self.env,
            stdout=self._said,
            stderr=subprocess.STDOUT,
        )

    def run(self) -> run_file.Run:
        """Where its servers are."""
        found = run_file.read(self.folder)
        assert found, self.said()
        return found

    def said(self) -> str:
        """The end of what it said."""
        return (self.folder / "said").read_text()[-4000:]

    async def command(self, *words: str) -> Any:  # noqa: ANN401  # JSON
        """Run another command beside it; what it says, in JSON."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "deploy.hub", *words, "--json",
            cwd=ROOT, env=self.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        said, wrong = await process.communicate()
        assert said, wrong.decode()
        return json.loads(said)

    async def until_ready(self) -> None:
        """Wait until everybody is at work."""
        await until(self._is_ready, lambda: f"not ready:\n{self.said()}")

    async def _is_ready(self) -> bool:
        assert self.process.poll() is None, self.said()
        if run_file.read(self.folder) is None or not all(map(self.find, PARTS)):
            return False
        window = Window(self.port, "")
        try:
            return (await window.ask("GET", "/readyz")).status == 200
        except (OSError, EOFError):
            return False
        finally:
            window.close()

    def find(self, name: str) -> psutil.Process | None:
        """The process of a part or a server, while it lives."""
        for child in psutil.Process(self.process.pid).children():
            with suppress(psutil.Error):
                line = child.cmdline()
                is_part = "--part" in line and line[line.index("--part") + 1] == name
                if is_part or (child.name() == SERVERS.get(name) and "AOTCacheOutput" not in line):
                    return child
        return None

    async def kill(self, name: str) -> None:
        """End a process as a machine does that is out of memory; one on its way is waited for."""

        async def is_there() -> bool:
            return self.find(name) is not None

        await until(is_there, lambda: f"{name} does not come back:\n{self.said()}")
        if found := self.find(name):
            found.kill()

    async def lose_records(self) -> None:
        """As a power cut does: the broker ends, and its newest records are not on the disk."""
        broker = self.find("kafka")
        assert broker

        async def is_gone() -> bool:
            return bool(broker.status() == psutil.STATUS_ZOMBIE)

        self.process.send_signal(signal.SIGSTOP)  # so that nobody starts it meanwhile
        try:
            broker.kill()
            await until(is_gone, self.said)
            for log in (self.folder / "kafka" / "data").glob("hub.*-*/*.log"):
                os.truncate(log, log.stat().st_size * 2 // 3)
        finally:
            self.process.send_signal(signal.SIGCONT)

    def end(self) -> None:
        """End it in order, see that nothing of it is left, and take the data away."""
        everybody = []
        if self.process.poll() is None:
            everybody = psutil.Process(self.process.pid).children(recursive=True)
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        left = psutil.wait_procs(everybody, timeout=10)[1]
        for one in left:
            one.kill()
        self._said.close()
        LocalPostgres(self.folder / "postgres", free_port()).remove()
        assert (left, self.process.returncode) == ([], 0), self.said()

    @contextmanager
    def window(self) -> Iterator["Window"]:
        """A window of the county, as long as it is open."""
        tokens = LocalTokens((self.folder / "secret").read_bytes(), WallClock())
        opened = Window(self.port, tokens.issue("clerk-7", [Role.WINDOW], organ="620702-window-1"))
        try:
            yield opened
        finally:
            opened.close()


async def until(holds: Callable[[], Any], why: Callable[[], str], seconds: float = 120) -> None:
    """Wait until something holds that nobody tells of."""
    try:
        async with asyncio.timeout(seconds):
            while not await holds():  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(LOOK_SECONDS)
    except TimeoutError:
        raise AssertionError(why()) from None


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


class Window:
    """A connection that is kept open; whoever loses it asks again on a new one."""

    def __init__(self, port: int, token: str) -> None:
        self._port = port
        self._token = token
        self._way: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, method: str, path: str, body: object = None, key: str = "") -> Answer:
        """Send one request.

        Raises:
            OSError: There is no connection.
            EOFError: It broke before the whole answer was there.
        """
        text = b"" if body is None else json.dumps(body).encode()
        lines = [
            f"{method} {path} HTTP/1.1",
            "Host: hub",
            "Content-Type: application/json",
            f"Content-Length: {len(text)}",
            f"Authorization: Bearer {self._token}",
        ]
        if key:
            lines.append(f"Idempotency-Key: {key}")
        try:
            self._way = self._way or await asyncio.open_connection(LOOPBACK, self._port)
            reader, writer = self._way
            writer.write("\r\n".join([*lines, "", ""]).encode() + text)
            return await _read(reader)
        except (OSError, EOFError):
            self.close()
            raise

    async def insist(self, path: str, body: object, key: str) -> tuple[Answer, int]:
        """Post with one key until it is taken; the answer, and how often it took asking.

        Every no on the way must say that it is for now, and when to ask again.
        """
        asked = 0
        while True:
            asked += 1
            try:
                answer = await self.ask("POST", path, body, key)
            except (OSError, EOFError):
                await asyncio.sleep(LOOK_SECONDS)
                continue
            if answer.status // 100 == 2:
                return answer, asked
            assert (answer.status, "retry-after" in answer.headers) == (503, True), answer
            await asyncio.sleep(LOOK_SECONDS)

    def close(self) -> None:
        """End the connection."""
        way, self._way = self._way, None
        if way:
            way[1].transport.abort()


async def _read(reader: asyncio.StreamReader) -> Answer:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.rstrip().split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (x.partition(":") for x in lines)}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Answer(int(first.split(" ")[1]), headers, body)
