"""Pages of the committee 行政复议委员会: its secretary's desk, its roster, and a member's own."""

from pathlib import Path
from typing import Final

from fastapi import APIRouter

from services.consultation.pages import desk, file, plenaries, roster
from services.consultation.pages.offers import OFFERS
from shared.auth import Role
from shared.frame import Entry, Pages

router: Final = APIRouter(include_in_schema=False)
for one in (desk, file, plenaries, roster):
    router.routes.extend(one.router.routes)

READERS: Final = frozenset({Role.SECRETARY, Role.COMMITTEE, Role.SUPERVISOR, Role.ADMINISTRATOR})

PAGES: Final = Pages(
    "consultation",
    router,
    Path(__file__).parent,
    (
        Entry(
            "咨询办件",
            "/desk/consultation",
            frozenset({Role.SECRETARY}),
            order=12,
            says="等待组成小组的、正在咨询的，谁还没有提出意见",
        ),
        Entry(
            "请我咨询的",
            "/desk/consultation/mine",
            frozenset({Role.COMMITTEE}),
            order=12,
            says="问的是什么、案卷材料、提出本人意见、申报回避",
        ),
        Entry(
            "委员名册",
            "/desk/consultation/roster",
            READERS,
            order=13,
            says="专业领域、任期，尚缺哪类委员",
        ),
        Entry(
            "委员履职",
            "/desk/consultation/load",
            READERS,
            order=13,
            says="各委员承办、出席、缺席、回避和不同意见",
        ),
    ),
    offers=OFFERS,
)
"""行政复议委员会的页面."""
