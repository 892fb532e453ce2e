"""演示账号: made when a hub of one machine first starts.

Their passphrase is made at random and lies in the data folder, for its owner alone. What makes them
is loaded only then: a start is to be quick.
"""

import os
from pathlib import Path
from typing import Final

import asyncpg

from shared.settings import Settings

NAME: Final = "passphrase"
"""The file in the data folder."""


def passphrase_of(folder: Path) -> str | None:
    """The passphrase of a data folder; None before it was made."""
    try:
        return (folder / NAME).read_text().strip() or None
    except FileNotFoundError:
        return None


async def seed_accounts(told: Settings, url: str) -> None:
    """Make the accounts of the demonstration, unless an issuer keeps them or there are some."""
    if told.production or told.oidc_issuer:
        return
    connection = await asyncpg.connect(url)
    try:
        if await connection.fetchval("SELECT EXISTS (SELECT FROM hub.account)"):
            return
        from shared.directory import load  # noqa: PLC0415  # only when it is needed
        from shared.sessions.demonstration import seed  # noqa: PLC0415  # likewise

        await seed(connection, load(told.directory), _made(told.data))
    finally:
        await connection.close()


def _made(folder: Path) -> str:
    from shared.sessions.passphrase import new_passphrase  # noqa: PLC0415  # likewise

    known = passphrase_of(folder)
    if known is None:
        known = new_passphrase()
        draft = folder / f"{NAME}.{os.getpid()}"
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(f"{known}\n")
            file.flush()
            os.fsync(file.fileno())
        draft.replace(folder / NAME)
    return known
