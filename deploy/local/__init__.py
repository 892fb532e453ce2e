"""Servers of one machine: PostgreSQL and Kafka as child processes that end when we end.

A server holds a lock on its folder for as long as any process of it lives: the lock goes with the
open file that they inherit, so a kill -9 of anything frees it and no process number is believed.
"""

import contextlib
import ctypes
import fcntl
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from deploy.local.ports import is_taken

# A child is told of the end of the *thread* that started it, not of the process: so all children
# are started by one thread that lives until the interpreter ends.
_STARTER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="starter")
# Looked up here, because between fork and exec as little as possible may happen.
_PRCTL = ctypes.CDLL(None).prctl
_PR_SET_PDEATHSIG = 1
_PAUSE_SECONDS = 0.02


class DidNotStart(RuntimeError):
    """A server ended, or said nothing, before it was ready; holds the end of its log."""


class AlreadyRunning(RuntimeError):
    """Another process holds this folder or listens on this port."""


@dataclass(frozen=True)
class Owner:
    """The user and group that a process runs as."""

    user: int
    group: int


def _tied_to_us(death_signal: int) -> Callable[[], None]:
    """What a child does before its program starts: ask to be told when we are gone."""
    parent = os.getpid()

    def tie() -> None:
        _PRCTL(_PR_SET_PDEATHSIG, death_signal, 0, 0, 0)
        if os.getppid() != parent:  # we were killed before the request stood
            os._exit(1)

    return tie


class Server:
    """A server process of our own, in a session of its own, with a folder that it alone uses."""

    name: ClassVar[str]
    stop_signal: ClassVar[int]
    """Asks for an orderly end."""
    death_signal: ClassVar[int]
    """Sent by the kernel when we are killed: quick, since nobody waits any more."""
    lock_patience_seconds: float = 5.0
    """How long the processes of a killed predecessor may take to go."""
    ready_patience_seconds: float = 90.0
    stop_patience_seconds: float = 15.0

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder.absolute()
        self.port = port
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """The process, while it lives."""
        return self._process.pid if self._process and self.alive() else None

    @property
    def log(self) -> Path:
        """What the server said since it was last started; the time before is beside it, `.1`."""
        return self.folder / f"{self.name}.log"

    def alive(self) -> bool:
        """Whether the process that we started still runs."""
        return self._process is not None and self._process.poll() is None

    def stop(self) -> None:
        """Ask for an orderly end, insist when it takes too long; silent when nothing runs."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.poll() is None:
            process.send_signal(self.stop_signal)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(self.stop_patience_seconds)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def _hold(self) -> int:
        """Take the lock of the folder, as an open file for the server to inherit."""
        lock = os.open(self.folder / f"{self.name}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        until = time.monotonic() + self.lock_patience_seconds
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > until:
                    os.close(lock)
                    raise AlreadyRunning(f"{self.name} already runs on {self.folder}") from None
                time.sleep(_PAUSE_SECONDS)
            else:
                return lock

    @contextlib.contextmanager
    def _held(self) -> Iterator[int]:
        """The lock of the folder; afterwards the server alone holds it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if self.alive():
            raise AlreadyRunning(f"{self.name} already runs as process {self.pid}")
        lock = self._hold()
        try:
            if is_taken(self.port):
                raise AlreadyRunning(f"port {self.port}, wanted for {self.name}, is taken")
            yield lock
        finally:
            os.close(lock)

    def _launch(
        self,
        command: Sequence[str | Path],
        lock: int,
        *,
        owner: Owner | None = None,
        env: Mapping[str, str] | None = None,
    ) -> None:
        """Start the process, with the lock in its hands, and wait until it is ready."""
        if self.log.exists():
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("wb") as log:
            self._process = spawn(
                command, self.death_signal, output=log.fileno(), lock=lock, owner=owner, env=env
            )
        until = time.monotonic() + self.ready_patience_seconds
        while not self._ready():
            if not self.alive() or time.monotonic() > until:
                self.stop()
                said = self.log.read_text(errors="replace")[-2000:]
                raise DidNotStart(f"{self.name} did not start:\n{said}")
            time.sleep(_PAUSE_SECONDS)

    def _ready(self) -> bool:
        """Whether the server serves."""
        return is_taken(self.port)


def spawn(
    command: Sequence[str | Path],
    death_signal: int,
    *,
    output: int,
    lock: int | None = None,
    owner: Owner | None = None,
    env: Mapping[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    """Start a process in a session of its own that is sent a signal when we are gone."""

    def start() -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603  # our own commands, no shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd="/",
            env=env,
            start_new_session=True,
            pass_fds=() if lock is None else (lock,),
            user=owner.user if owner else None,
            group=owner.group if owner else None,
            extra_groups=[] if owner else None,
            preexec_fn=_tied_to_us(death_signal),  # noqa: PLW1509  # two system calls, no locks
        )

    return _STARTER.submit(start).result()
