"""收件的限度: how much of what somebody sends is read."""

from http import HTTPStatus
from typing import Final

from starlette.exceptions import HTTPException
from starlette.types import Message, Receive, Scope

from shared.pages import is_page

OF_STRANGERS: Final = 1 << 20
"""Bytes of a stranger's body: a passphrase, or what somebody writes who is not told apart yet."""

OF_DOORS: Final = 24 << 20
"""Bytes at a JSON door, which has all of it in memory: a ledger of 20,000,000 characters."""

OF_PAGES: Final = 210 << 20
"""Bytes of a form: twenty files of 10 MB, which lie on the disk, and what was typed."""


def bounded(scope: Scope, receive: Receive) -> Receive:
    """The same body, up to what is taken from such a sender at such a path.

    A form is read whole before its page sees any of it, so a page cannot say by itself when it is
    enough; what goes on for ever would fill the disk or the memory.
    """
    most, read = _most(scope), 0

    async def counted() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > most:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return message

    return counted


def _most(scope: Scope) -> int:
    if "who" not in scope.get("state", {}):
        return OF_STRANGERS
    return OF_PAGES if is_page(scope["path"]) else OF_DOORS
