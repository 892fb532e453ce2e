"""Brings a database to the newest form: at once when it is there, else by Alembic.

Alembic and the tables take a second to import, so whether anything is to do is asked first, with
one query. Revisions are named by the time at which they were written: the greatest is the head.
"""

import asyncio
import re
import threading
from pathlib import Path
from typing import Final

import asyncpg

FOLDER: Final = Path(__file__).parent
_MOMENT: Final = re.compile(r"(\d{4}(?:_\d\d){2}_\d{4})_\w+\.py")

_ALEMBIC: Final = threading.Lock()
"""Alembic keeps what it works on in its modules: one at a time in a process."""


def head() -> str:
    """The newest revision there is, read from the names of the files."""
    found = map(_MOMENT.fullmatch, (file.name for file in (FOLDER / "versions").iterdir()))
    return max(match[1] for match in found if match)


async def standing(url: str) -> str | None:
    """The revision that a database stands at; None for one that holds nothing of the hub."""
    connection = await asyncpg.connect(url)
    try:
        revision: str | None = await connection.fetchval(
            "SELECT version_num FROM hub.alembic_version"
        )
    except (asyncpg.UndefinedTableError, asyncpg.InvalidSchemaNameError):
        return None
    finally:
        await connection.close()
    return revision


async def migrate(url: str) -> bool:
    """Bring the database to the newest form; whether there was anything to do.

    Several may ask at once: Alembic's environment lets one after the other work.
    """
    if await standing(url) == head():
        return False
    await asyncio.to_thread(_by_alembic, url)  # it starts a loop of its own
    return True


def upgrade(url: str) -> bool:
    """The same for callers without a loop."""
    return asyncio.run(migrate(url))


def _by_alembic(url: str) -> None:
    from alembic import command  # noqa: PLC0415  # a second that only a change of form needs
    from alembic.config import Config  # noqa: PLC0415  # likewise

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["url"] = url
    with _ALEMBIC:
        command.upgrade(config, "head")
