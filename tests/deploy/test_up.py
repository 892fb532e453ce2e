"""`hub up`: everything starts together, comes back by itself, and leaves nothing behind."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import asyncpg
import psutil
import pytest

from deploy import run_file
from deploy.local.door import first_free
from deploy.local.ports import free_port, is_taken
from deploy.local.postgres import LocalPostgres

ROOT = Path(__file__).parents[2]
HUB = (sys.executable, "-m", "deploy.hub")
PARTS = {"web-1", "web-2", "worker", "relay"}


def _line_of(child: psutil.Process) -> list[str]:
    """The words of its command line; of one that has just ended, and waits to be told so, none."""
    try:
        return child.cmdline()
    except psutil.ZombieProcess:
        return []


class Running:
    """`hub up` as a process, and what it says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = first_free(range(18000, 19000))
        inherited = {key: value for key, value in os.environ.items() if key[:4] != "HUB_"}
        self.env = inherited | {"HUB_DATA": str(folder), "HUB_PORT": str(self.port)}
        self.process = subprocess.Popen(  # noqa: S603  # our own command
            [*HUB, "up"],
            cwd=ROOT,
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def until(self, pattern: str) -> str:
        """Read what it says up to the line that matches; the reader's time limit is pytest's."""
        assert self.process.stdout
        said = []
        for line in self.process.stdout:
            said.append(line)
            if re.search(pattern, line):
                return line
        raise AssertionError("".join(said))

    def children(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children(recursive=True)

    def part(self, name: str) -> psutil.Process:
        [found] = [child for child in self.children() if name in _line_of(child)]
        return found

    def server(self, program: str) -> psutil.Process:
        [found] = [
            child
            for child in psutil.Process(self.process.pid).children()
            if child.name() == program and "-XX:AOTCacheOutput" not in " ".join(child.cmdline())
        ]
        return found

    def hub(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run another command beside it."""
        asked = [*HUB, *words]
        return subprocess.run(  # noqa: S603  # our own command
            asked, cwd=ROOT, env=self.env, capture_output=True, text=True, check=False
        )

    def log(self, part: str) -> str:
        file = self.folder / "log" / f"{part}.log"
        return file.read_text() if file.exists() else ""

    def readyz(self) -> int:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", "/readyz")
        status = connection.getresponse().status
        connection.close()
        return status

    def until_ready(self) -> None:
        """Ask until everybody is at work; the asking itself is the pause."""
        while self.hub("status").returncode:
            assert self.process.poll() is None

    def end(self) -> None:
        assert self.process.stdout
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stdout.close()


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A data folder; where root's servers keep their data elsewhere, that goes away too."""
    yield tmp_path
    LocalPostgres(tmp_path / "postgres", free_port()).remove()


@pytest.fixture
def hub(folder: Path) -> Iterator[Running]:
    running = Running(folder)
    yield running
    running.end()


@pytest.mark.kafka
@pytest.mark.timeout(300)
def test_the_hub_starts_bears_a_second_one_revives_its_parts_and_ends_whole(hub: Running) -> None:
    hub.until("枢纽已就绪")
    while "startup complete" not in hub.log("web-2"):
        assert hub.readyz() == 200  # by web-1; the asking itself is the pause
    assert hub.readyz() == 200
    everybody = hub.children()
    assert json.loads(hub.hub("status", "--json").stdout)["ready"] is True

    second = hub.hub("up")
    assert (second.returncode, f":{hub.port}" in second.stdout) == (0, True)
    assert str(hub.process.pid) in second.stdout

    for name in ("web-1", "relay", "worker"):
        killed = hub.part(name)
        killed.kill()
        hub.until(rf"ended part={name} .*signal=SIGKILL")
        hub.until(rf"started part={name}")
    hub.until_ready()
    assert not psutil.pid_exists(killed.pid)

    hub.process.send_signal(signal.SIGTERM)
    hub.until("已停止")
    assert hub.process.wait(30) == 0
    assert psutil.wait_procs(everybody, timeout=10)[1] == []
    assert not is_taken(hub.port)
    logs = {file.stem for file in (hub.folder / "log").glob("*.log")}
    assert logs == PARTS | {"hub"}
    assert "signal=SIGKILL" in (hub.folder / "log" / "hub.log").read_text()


@pytest.mark.kafka
@pytest.mark.timeout(300)
async def test_after_kill_9_of_everything_the_hub_comes_back_with_all_it_had(
    hub: Running, folder: Path
) -> None:
    hub.until("枢纽已就绪")
    for name, program in (("postgres", "postgres"), ("kafka", "java")):
        hub.server(program).kill()
        hub.until(rf"started part={name}")
    assert hub.hub("clock", "forward", "3d").returncode == 0
    everybody = hub.children()
    hub.process.kill()
    assert psutil.wait_procs(everybody, timeout=10)[1] == []
    hub.end()

    again = Running(folder)
    try:
        again.until("枢纽已就绪")
        shown = json.loads(again.hub("clock", "show", "--json").stdout)
        assert shown["shift_seconds"] == 3 * 86400
        fresh = run_file.read(folder)
        assert fresh
        connection = await asyncpg.connect(fresh.database_url)
        await connection.close()
        again.process.send_signal(signal.SIGINT)
        again.until("已停止")
    finally:
        again.end()
