"""收件的限度: how much of what somebody sends is read."""

from http import HTTPStatus
from typing import Final

from starlette.exceptions import HTTPException
from starlette.types import Message, Receive, Scope

from shared.auth import Identity
from shared.pages import is_page

OF_STRANGERS: Final = 1 << 20
"""Bytes of a stranger's body: a passphrase, or what somebody writes who is not told apart yet."""

OF_DOORS: Final = 24 << 20
"""Bytes at a JSON door, which has all of it in memory: a ledger of 20,000,000 characters."""

OF_PARTIES: Final = 52 << 20
"""Bytes of a party's form: five files of 10 MB, sent together by a browser without script."""

OF_PAGES: Final = 210 << 20
"""Bytes of a form: twenty files of 10 MB, which lie on the disk, and what was typed."""


def bounded(scope: Scope, receive: Receive) -> Receive:
    """The same body, up to what is taken from such a sender at such a path.

    A form is read whole before its page sees any of it, so a page cannot say by itself when it is
    enough; what goes on for ever would fill the disk or the memory.
    """
    read = 0
    scope.setdefault("state", {})

    async def counted() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        # Asked each time: a party is told apart by its page, after the door and before its form.
        if read > _most(scope):
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return message

    return counted


def _most(scope: Scope) -> int:
    who: Identity | None = scope["state"].get("who")
    if who is None:
        return OF_STRANGERS
    if not is_page(scope["path"]):
        return OF_DOORS
    return OF_PAGES if who.acts_for is None else OF_PARTIES
