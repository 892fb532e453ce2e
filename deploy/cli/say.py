"""What commands say, and with which exit code they end."""

import json
from collections.abc import Mapping
from typing import Annotated, Final

import typer
from asyncpg import InterfaceError, PostgresError

from deploy.local import AlreadyRunning, DidNotStart
from deploy.run_file import NoHub
from shared.errors import HubError
from shared.settings import BadSettings

FAILED: Final = 1
USED_WRONGLY: Final = 2
NO_HUB: Final = 3

AsJson = Annotated[bool, typer.Option("--json", help="以 JSON 输出 (for scripts)")]


def exit_code_of(error: Exception) -> int | None:
    """The exit code of an error that its own words explain; None for a fault of the program."""
    if isinstance(error, NoHub):
        return NO_HUB
    if isinstance(error, BrokenPipeError):  # the reader has seen enough; Typer ends quietly
        return None
    told = (HubError, BadSettings, AlreadyRunning, DidNotStart, PostgresError, InterfaceError)
    return FAILED if isinstance(error, (*told, OSError)) else None


def say(facts: Mapping[str, object], text: str, *, as_json: bool) -> None:
    """Print the facts for a script, or the text for a person."""
    typer.echo(json.dumps(facts, ensure_ascii=False, default=str) if as_json else text)
