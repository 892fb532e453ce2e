"""Processes of a bench: started with an environment of their own, ended with us."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from deploy.local import spawn

STOP_SECONDS = 20.0


@contextmanager
def process(
    *arguments: str, log: Path, env: Mapping[str, str] | None = None, descriptor: int | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """`python -m ARGUMENTS`, whose words go to a file; asked to end when left."""
    command = (sys.executable, "-P", "-m", *arguments)
    with log.open("ab") as said:
        started = spawn(
            command,
            signal.SIGKILL,
            output=said.fileno(),
            lock=descriptor,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **(env or {})},
        )
    try:
        yield started
    except TimeoutError as error:
        error.add_note(f"{arguments}:\n{log.read_text(errors='replace')[-4000:]}")
        raise
    finally:
        started.terminate()
        try:
            started.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            started.kill()
            started.wait()
