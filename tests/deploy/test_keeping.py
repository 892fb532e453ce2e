"""看护: what dies is started again, with back-off, and the log says why."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from typing import Any

import psutil
import pytest

from deploy.local import DidNotStart
from deploy.local.keeper import Keeper
from deploy.local.part import Part, PartLog, readable

PATIENCE = 20.0


class Told:
    """Takes down what a keeper tells, for a test to wait for."""

    def __init__(self) -> None:
        self.events: Queue[dict[str, Any]] = Queue()
        self.ended: Queue[int] = Queue()

    def __call__(self, event: str, **fields: object) -> None:
        self.events.put({"event": event, **fields})

    def next(self, event: str = "ended") -> dict[str, Any]:
        while (said := self.events.get(timeout=PATIENCE))["event"] != event:
            """Another one."""
        return said


Keep = Callable[[str], tuple[Keeper, Part, Told]]


class Shy:
    """A service that never starts."""

    name = "shy"
    pid = None

    def start(self) -> None:
        raise DidNotStart("no place for it")

    def alive(self) -> bool:
        return False

    def stop(self) -> None:
        """Nothing runs."""

    def how_it_ended(self) -> dict[str, object]:
        return {}


@pytest.fixture
def lines() -> Queue[str]:
    return Queue()


@pytest.fixture
def kept(tmp_path: Path, lines: Queue[str]) -> Iterator[Keep]:
    """Starts keepers of small programs, and ends them."""
    keepers: list[tuple[Keeper, PartLog]] = []

    def keep(program: str) -> tuple[Keeper, Part, Told]:
        log = PartLog(tmp_path, "small", lambda _, line: lines.put(line))
        part = Part("small", [sys.executable, "-c", program], env=dict(os.environ), log=log)
        told = Told()
        keeper = Keeper(part, told, lambda _, pid: told.ended.put(pid))
        keepers.append((keeper, log))
        keeper.begin()
        return keeper, part, told

    yield keep
    for keeper, log in keepers:
        keeper.stop()
        log.close()


def test_a_part_that_fails_is_started_again_after_longer_and_longer_pauses(
    kept: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deploy.local.keeper.FIRST_PAUSE_SECONDS", 0.01)
    monkeypatch.setattr("deploy.local.keeper.LONGEST_PAUSE_SECONDS", 0.03)
    _, _, told = kept("raise SystemExit(7)")
    said = [told.next() for _ in range(4)]
    assert [each["pause_seconds"] for each in said] == [0.01, 0.02, 0.03, 0.03]
    assert {each["exit_code"] for each in said} == {7}


def test_a_part_that_ran_long_is_trusted_anew(kept: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deploy.local.keeper.FIRST_PAUSE_SECONDS", 0.01)
    monkeypatch.setattr("deploy.local.keeper.STEADY_SECONDS", 0)
    _, _, told = kept("")
    assert [told.next()["pause_seconds"] for _ in range(3)] == [0.01, 0.01, 0.01]


def test_a_killed_part_is_told_with_its_signal_and_comes_back(
    kept: Keep, lines: Queue[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deploy.local.keeper.FIRST_PAUSE_SECONDS", 0.01)
    _, part, told = kept("import time; print('here', flush=True); time.sleep(600)")
    assert lines.get(timeout=PATIENCE) == "here"
    first = part.pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    said = told.next()
    assert (said["part"], said["signal"]) == ("small", "SIGKILL")
    assert told.ended.get(timeout=PATIENCE) == first
    assert told.next("started") == {"event": "started", "part": "small"}
    assert lines.get(timeout=PATIENCE) == "here"
    assert part.pid not in (None, first)


def test_a_stopped_part_stays_stopped(kept: Keep, lines: Queue[str]) -> None:
    keeper, part, told = kept("import time; print('here', flush=True); time.sleep(600)")
    lines.get(timeout=PATIENCE)
    process = psutil.Process(part.pid)
    keeper.stop()
    assert not process.is_running()
    assert part.pid is None
    assert told.events.empty()


def test_a_service_that_cannot_start_says_so_and_is_tried_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("deploy.local.keeper.FIRST_PAUSE_SECONDS", 0.01)
    told = Told()
    keeper = Keeper(Shy(), told, lambda _name, _pid: None)
    keeper.begin()
    assert [told.next()["words"] for _ in range(2)] == ["no place for it"] * 2
    keeper.stop()


def test_lines_of_a_part_go_to_its_file_and_a_full_file_makes_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deploy.local.part.LOG_BYTES", 50)
    shown: list[tuple[str, str]] = []
    log = PartLog(tmp_path, "web-1", lambda name, line: shown.append((name, line)))
    for number in range(20):
        log.add(f"line {number} 100%\n".encode())
    log.close()
    assert shown[0] == ("web-1", "line 0 100%")
    assert (tmp_path / "web-1.log").read_text().endswith("line 19 100%\n")
    kept = sorted(file.name for file in tmp_path.iterdir())
    assert kept == ["web-1.log", "web-1.log.1", "web-1.log.2", "web-1.log.3"]


def test_everyday_lines_stay_in_the_file_and_what_is_out_of_the_ordinary_is_shown(
    tmp_path: Path,
) -> None:
    shown: list[str] = []
    log = PartLog(tmp_path, "relay", lambda _, line: shown.append(line))
    said = (
        b'{"level": "info", "event": "act"}\n{"level": "warning", "event": "away"}\n'
        b'{"level": "debug", "event": "x"}\nTraceback\n'
        b'{"level": "error", "event": "he said \\"level\\": \\"info\\""}\n'
    )
    log.add(said)
    log.close()
    assert (tmp_path / "relay.log").read_bytes() == said
    assert [line.strip() for line in shown] == [
        "warning away",
        "Traceback",
        'error   he said "level": "info"',
    ]


def test_a_line_said_in_pieces_or_without_an_end_is_whole_in_the_file(
    kept: Keep, tmp_path: Path
) -> None:
    program = "import os; os.write(1, b'first '); os.write(1, b'half\\nlast'); os._exit(0)"
    _, _, told = kept(program)
    told.next("started")  # a second life; the first has said it all
    assert "first half\nlast\n" in (tmp_path / "small.log").read_text()


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    shown: list[str] = []
    (tmp_path / "worker.log").symlink_to("/dev/full")
    log = PartLog(tmp_path, "worker", lambda _, line: shown.append(line))
    log.add(b"Traceback\n")
    log.close()
    assert shown == ["Traceback"]


def test_a_structured_line_is_shown_as_a_person_reads_it() -> None:
    line = '{"at": "2026-11-23T09:00:01.5+08:00", "level": "info", "event": "act", "kind": "k.v1"}'
    assert readable(line) == "09:00:01 info    act kind=k.v1"
    assert readable("Traceback") == "Traceback"
    assert readable("[1]") == "[1]"
