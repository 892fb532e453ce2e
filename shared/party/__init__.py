"""当事人网页: one party looks after its own dispute, by telephone, without an account.

It stands in `shared` and not in an office, for it belongs to none: a dispute's way leads through
all of them. It reads the case file as every reader does, with a party's sight, and acts through the
offices' own doors (`Page.call`); it knows their paths and no rule of theirs. Pages are light, plain
and need no script; they load neither htmx nor charts, and a script only where files are handed in.
"""

from pathlib import Path
from typing import Final

from fastapi import APIRouter

from shared.pages import Pages
from shared.party import (
    access,
    acting,
    applying,
    co_applying,
    handing,
    lookup,
    reading,
    reconsidering,
    show,
)

router: Final = APIRouter()
for one in (lookup, show, reading, access, handing, acting, applying, co_applying, reconsidering):
    router.routes.extend(one.router.routes)

PAGES: Final = Pages(
    "party", router, Path(__file__).parent, under="/party", fault="party/fault.html"
)
"""当事人网页, as the application composes them."""
