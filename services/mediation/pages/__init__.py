"""人民调解 at the desks: whom its forms let one choose by name; it has no pages of its own."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final
from uuid import UUID

from fastapi import APIRouter

from services.mediation.store import MEDIATIONS
from shared.auth import Role
from shared.errors import Unknown
from shared.frame.choosing import Options
from shared.pages import Pages
from shared.sessions.posts import posts_at, said_of
from shared.work import Hub


async def mediators(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """人民调解员 of the committee that mediates, by the posts with which they sign in (PML 19)."""
    del labels
    try:
        case, _ = await hub.read(MEDIATIONS, case_id)
    except Unknown:
        return ()
    posts = await posts_at(hub.pool, case.committee, [Role.MEDIATOR])
    return tuple((code, said_of(code, title)) for code, title in posts.items())


PAGES: Final = Pages(
    "mediation", APIRouter(), Path(__file__).parent, offers={"mediators": mediators}
)
"""人民调解委员会的表单."""
