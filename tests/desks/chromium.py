"""A Chromium for tests: the machine's own, else the one that came with the front-end packages."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from shared.frame.vendor import FETCHED

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

QUIET: Final = (
    *("--headless=new", "--disable-gpu", "--disable-quic", "--no-first-run", "--mute-audio"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-dev-shm-usage", "--hide-scrollbars", "--lang=zh-CN"),
)
"""It asks nothing of any network, and renders alike everywhere."""

UNPACK: Final = "import c from '@sparticuz/chromium'; console.log(await c.executablePath())"

LISTENS: Final = re.compile(r"DevTools listening on (ws://\S+)")
PATIENCE_SECONDS: Final = 60


@dataclass(frozen=True, slots=True)
class Program:
    """What is started, and how."""

    path: str
    environment: dict[str, str]

    @property
    def flags(self) -> list[str]:
        """Quiet, and as root without a sandbox."""
        return [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else [*QUIET]


@contextmanager
def running(program: Program, folder: Path) -> Iterator[str]:
    """One that runs until the end; the address at which Playwright reaches it."""
    flags = [*program.flags, "--remote-debugging-port=0", f"--user-data-dir={folder / 'profile'}"]
    log = folder / "chromium.log"
    with log.open("wb") as out:
        process = subprocess.Popen(  # noqa: S603 - the browser that was found
            [program.path, *flags, "about:blank"],
            stdout=out,
            stderr=out,
            env={**program.environment, "LANGUAGE": "zh_CN"},  # on Linux the flag is not heeded
        )
    try:
        yield _address(process, log)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def find(folder: Path) -> Program:
    """The machine's own, else the packed one, unpacked into the folder."""
    for name in NAMES:
        if found := shutil.which(name):
            return Program(found, dict(os.environ))
    return _unpacked(folder)


def _unpacked(folder: Path) -> Program:
    """The packed one, and beside it the libraries that a bare machine lacks."""
    place = folder / "unpacked"
    place.mkdir()
    environment = {**os.environ, "TMPDIR": str(place), "AWS_LAMBDA_JS_RUNTIME": "nodejs22.x"}
    node = Path(sys.executable).with_name("node")
    told = subprocess.run(  # noqa: S603 - our own node and words
        [node, "--input-type=module", "--eval", UNPACK],
        cwd=FETCHED.parent,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    libraries = f"{place / 'al2023' / 'lib'}:{os.environ.get('LD_LIBRARY_PATH', '')}".rstrip(":")
    return Program(told.stdout.strip(), {**os.environ, "LD_LIBRARY_PATH": libraries})


def _address(process: "subprocess.Popen[bytes]", log: Path) -> str:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until and process.poll() is None:
        if told := LISTENS.search(log.read_text(errors="replace")):
            return told[1]
        time.sleep(0.05)
    raise RuntimeError(f"Chromium did not start:\n{log.read_text(errors='replace')}")
