"""运行文件: `run.json` in the data folder tells every other command where the running hub is."""

import contextlib
import fcntl
import json
import os
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from pydantic import SecretStr

from shared.settings import Settings, settings

NAME: Final = "run.json"
LOCK: Final = "hub.lock"
_PAUSE_SECONDS: Final = 0.02
_ATTEMPTS: Final = 10


class NoHub(LookupError):
    """No hub runs on this data folder, and no addresses are set."""


@dataclass(frozen=True, kw_only=True)
class Run:
    """What is known of a running hub."""

    pid: int
    """The process that supervises the others."""
    address: str
    """Where it answers, as this machine reaches it."""
    database_url: str
    kafka: str
    started_at: str


def write(folder: Path, run: Run) -> None:
    """Put the file there whole, readable for its owner alone: a password stands in it."""
    draft = folder / f"{NAME}.{os.getpid()}"
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump(asdict(run), file)
    draft.replace(folder / NAME)


def hold(folder: Path) -> int | None:
    """Take the folder for a hub, until this process ends; None when another has it.

    What a killed hub has left is cleared away, since its process number may be ours now.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    for _ in range(_ATTEMPTS):
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            (folder / NAME).unlink(missing_ok=True)
            return lock
        time.sleep(_PAUSE_SECONDS)  # whoever looks whether it is held, holds it for a moment
    os.close(lock)
    return None


def is_held(folder: Path) -> bool:
    """Whether a hub runs on this folder: a lock ends with its process, a number may be reused."""
    try:
        lock = os.open(folder / LOCK, os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(lock)
    return False


def read(folder: Path) -> Run | None:
    """The hub that runs on this folder and is ready; None when there is none."""
    return _parsed(folder) if is_held(folder) else None


def _parsed(folder: Path) -> Run | None:
    try:
        return Run(**json.loads((folder / NAME).read_text()))
    except (OSError, ValueError, TypeError):
        return None


def adopt() -> Settings:
    """The settings, with addresses of the running hub where the environment names none."""
    told = settings()
    run = None if told.database_url and told.kafka else read(told.data)
    return told if run is None else with_addresses(told, run)


def with_addresses(told: Settings, run: Run) -> Settings:
    """These settings with database and broker of a running hub."""
    found = {
        "database_url": told.database_url or SecretStr(run.database_url),
        "kafka": told.kafka or run.kafka,
    }
    return told.model_copy(update=found)


def addressed() -> Settings:
    """The settings of a hub whose database and broker are known.

    Raises:
        NoHub: Neither is set and none runs.
    """
    found = adopt()
    if not (found.database_url and found.kafka):
        raise NoHub("没有正在运行的枢纽：请先运行 hub up，或者设置 HUB_DATABASE_URL 与 HUB_KAFKA")
    return found


def await_go(supervisor: int) -> Settings:
    """What a part waits for that was started before its servers: the word of its supervisor."""
    told = settings()
    while (run := _parsed(told.data)) is None or run.pid != supervisor:
        time.sleep(_PAUSE_SECONDS)
    return with_addresses(told, run)
