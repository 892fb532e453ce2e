"""计数: where processes that answer as one keep what they count, away from a disk that may fill.

Each process maps its counts into memory, and the system ends whoever writes to such a page when
the disk behind it is full. So the files lie in memory where the system offers room there. The link
in the data folder tells where; what a killed hub has left is found by it and cleared away.
"""

import contextlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import Final

MEMORY: Final = Path("/dev/shm")  # noqa: S108  # a folder of our own is made in it
ROOM_BYTES: Final = 32 << 20
"""What must be free in memory; a process takes a few pages for each kind of metric."""


def make_room(link: Path, memory: Path = MEMORY) -> Path:
    """An empty folder, told by `link`: in memory if there is room, else at `link` itself."""
    clear_away(link)
    link.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(OSError):
        if shutil.disk_usage(memory).free >= ROOM_BYTES and os.access(memory, os.W_OK):
            folder = Path(tempfile.mkdtemp(prefix="hub-counts-", dir=memory))
            link.symlink_to(folder)
            return folder
    link.mkdir()
    return link


def clear_away(link: Path) -> None:
    """Remove the folder and the link to it; silent when nothing is there."""
    if link.is_symlink():
        shutil.rmtree(link.readlink(), ignore_errors=True)
        link.unlink()
    shutil.rmtree(link, ignore_errors=True)
