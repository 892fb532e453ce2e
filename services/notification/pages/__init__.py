"""通知页: what was told to this desk, and for administrators what goes out."""

from pathlib import Path
from typing import Final

from fastapi import APIRouter

from services.notification.pages import notices, sendings
from services.notification.store import OFFICERS
from shared.auth import Role
from shared.frame import Entry, Pages
from shared.pages import Bell

router: Final = APIRouter()
for one in (notices, sendings):
    router.routes.extend(one.router.routes)

PAGES: Final = Pages(
    name="notification",
    router=router,
    folder=Path(__file__).parent,
    entries=(
        Entry(
            "通知",
            "/desk/notices",
            frozenset(OFFICERS),
            order=15,
            says="来了什么、应当办什么、至何时止，未读的在前",
        ),
        Entry(
            "外发通知",
            "/desk/notices/sendings",
            frozenset({Role.ADMINISTRATOR}),
            order=75,
            says="邮件和消息网关：待发、未发出、结果不明的",
        ),
    ),
    bell=Bell("/desk/notices", "/desk/notices/count", "notification/bell.js", frozenset(OFFICERS)),
)
"""通知页, as the application composes it."""
