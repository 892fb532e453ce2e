"""部分: a process of the hub's own (web, worker, relay) and what it says."""

import contextlib
import json
import os
import signal
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from deploy.local import spawn

LOG_BYTES: Final = 10_000_000
LOGS_KEPT: Final = 3
_CHUNK_BYTES: Final = 65536
_STOP_PATIENCE_SECONDS: Final = 10.0
_TOLD_APART: Final = frozenset({"at", "level", "event", "part", "pid", "logger"})
_EVERYDAY: Final = (b'"level": "info"', b'"level": "debug"')
"""What marks a line that stays in the file; quotes within a value are escaped and do not match."""


class PartLog:
    """What a part says: all of it to a file, what is out of the ordinary to whoever watches.

    A part says a line an act, so lines go to the file as the bytes that they are. A file that is
    full makes room for a new one; a file that cannot be written loses lines and stops nobody.
    """

    def __init__(self, folder: Path, name: str, show: Callable[[str, str], None]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._name = name
        self._show = show
        self._path = folder / f"{name}.log"
        self._file = self._path.open("ab", buffering=0)
        self._room = LOG_BYTES - self._path.stat().st_size
        self._turn = threading.Lock()

    def add(self, lines: bytes) -> None:
        """Take whole lines down."""
        with self._turn, contextlib.suppress(OSError):
            if len(lines) > self._room < LOG_BYTES:
                self._make_room()
            self._room -= self._file.write(lines)
        for line in lines.splitlines():
            if not any(mark in line for mark in _EVERYDAY):
                self._show(self._name, readable(line.decode(errors="replace")))

    def close(self) -> None:
        """No line comes after this."""
        self._file.close()

    def _make_room(self) -> None:
        older = [self._path.with_name(f"{self._path.name}.{n}") for n in range(LOGS_KEPT, 0, -1)]
        for old, new in zip(older, [*older[1:], self._path], strict=True):
            if new.exists():
                new.replace(old)
        fresh = self._path.open("ab", buffering=0)
        self._file.close()
        self._file, self._room = fresh, LOG_BYTES


def readable(line: str) -> str:
    """A structured line as a person reads it; any other line as it is."""
    try:
        said = json.loads(line)
    except ValueError:
        return line
    if not isinstance(said, dict):
        return line
    rest = " ".join(f"{key}={value}" for key, value in said.items() if key not in _TOLD_APART)
    head = f"{str(said.get('at', ''))[11:19]} {said.get('level', ''):<7} {said.get('event', '')}"
    return f"{head} {rest}".strip()


class Part:
    """One process of the hub's own; it ends with us, whatever ends us."""

    def __init__(
        self,
        name: str,
        command: Sequence[str | Path],
        *,
        env: Mapping[str, str],
        log: PartLog,
        descriptor: int | None = None,
    ) -> None:
        """`descriptor` is an open file that the process inherits: the port on which web listens."""
        self.name = name
        self._command = command
        self._env = env
        self._log = log
        self._descriptor = descriptor
        self._process: subprocess.Popen[bytes] | None = None
        self._listener: threading.Thread | None = None

    @property
    def pid(self) -> int | None:
        """The process, while it lives."""
        process = self._process  # another thread may stop it meanwhile
        return process.pid if process and process.poll() is None else None

    def start(self) -> None:
        """Start the process; what it waits for, it waits for by itself."""
        reading, writing = os.pipe()
        try:
            self._process = spawn(
                self._command, signal.SIGKILL, output=writing, lock=self._descriptor, env=self._env
            )
        finally:
            os.close(writing)
        self._listener = threading.Thread(target=self._listen, args=(reading,), daemon=True)
        self._listener.start()

    def alive(self) -> bool:
        """Whether the process that we started still runs."""
        return self.pid is not None

    def stop(self) -> None:
        """Ask for an orderly end, insist when it takes too long; silent when nothing runs."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_STOP_PATIENCE_SECONDS)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if self._listener:
            self._listener.join(_STOP_PATIENCE_SECONDS)  # its last words

    def how_it_ended(self) -> dict[str, object]:
        """Exit code or signal of the process that ran last."""
        return exit_facts(self._process.poll() if self._process else None)

    def _listen(self, reading: int) -> None:
        begun = b""
        with os.fdopen(reading, "rb", buffering=0) as said:
            while chunk := said.read(_CHUNK_BYTES):
                whole, end, begun = (begun + chunk).rpartition(b"\n")
                if end:
                    self._log.add(whole + end)
        if begun:
            self._log.add(begun + b"\n")


def exit_facts(returned: int | None) -> dict[str, object]:
    """How a process ended, as log fields."""
    if returned is None:
        return {}
    if returned < 0:
        return {"signal": signal.Signals(-returned).name}
    return {"exit_code": returned}
