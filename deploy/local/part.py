"""部分: a process of the hub's own (web, worker, relay) and what it says."""

import contextlib
import json
import logging
import os
import signal
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from deploy.local import spawn

LOG_BYTES: Final = 10_000_000
LOGS_KEPT: Final = 3
_STOP_PATIENCE_SECONDS: Final = 10.0
_TOLD_APART: Final = frozenset({"at", "level", "event", "part", "pid", "logger"})


class PartLog:
    """What a part says: to a file that starts anew when it is full, and to whoever watches."""

    def __init__(self, folder: Path, name: str, show: Callable[[str, str], None]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._name = name
        self._show = show
        self._file = RotatingFileHandler(
            folder / f"{name}.log", maxBytes=LOG_BYTES, backupCount=LOGS_KEPT, encoding="utf-8"
        )

    def add(self, line: str) -> None:
        """Take one line down."""
        self._file.handle(logging.makeLogRecord({"msg": line}))
        self._show(self._name, readable(line))

    def close(self) -> None:
        """No line comes after this."""
        self._file.close()


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
        return self._process.pid if self._process and self.alive() else None

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
        return self._process is not None and self._process.poll() is None

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
        with os.fdopen(reading, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                self._log.add(line.rstrip("\n"))


def exit_facts(returned: int | None) -> dict[str, object]:
    """How a process ended, as log fields."""
    if returned is None:
        return {}
    if returned < 0:
        return {"signal": signal.Signals(-returned).name}
    return {"exit_code": returned}
