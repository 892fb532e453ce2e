"""通知: the list of a desk, its bell, and reading."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import Path, Query
from starlette.responses import Response

from services.notification.domain.table import TABLE
from services.notification.queries import MOST, USUAL, unread_of
from services.notification.schemas import NoticesIn
from services.notification.store import OFFICERS
from shared.auth import Identity, may_see
from shared.contracts.catalogue import wording_of
from shared.db import Pool
from shared.frame import PageDep, page_router
from shared.frame.page import PART
from shared.labels import labels_in
from shared.law.article import Article
from shared.sessions.posts import acted_by
from shared.web import needs

router = page_router()

Officer = Annotated[Identity, needs(*OFFICERS)]
Id = Annotated[UUID, Path(title="通知标识")]

HOME: Final = "/desk/notices"
WEIGHTS: Final = (("", "全部"), ("urgent", "紧急"), ("owed", "须办"), ("known", "知悉"))
ORDERS: Final = (("-at", "最新的在前"), ("at", "最早的在前"))
LIGHTS: Final = {"urgent": "red", "owed": "yellow", "known": "blue"}

FILES: Final = """
SELECT case_id, office, procedure, labels FROM hub.file WHERE case_id = ANY($1::uuid[])
"""
OF_NO_DISPUTE: Final = {
    "hotspot": "/desk/hotspots/",
    **dict.fromkeys(("work_reports", "work_check"), "/desk/disputes/"),
}
"""Files that belong to no dispute, and where their pages are."""


@router.get(HOME)
async def notices(page: PageDep, who: Officer, asked: Annotated[NoticesIn, Query()]) -> Response:
    """通知列表: unread ones first."""
    answer = await page.call("GET", "/notices", query=asked.model_dump(exclude_defaults=True))
    if answer.problem:
        return page.fault(answer.problem)
    items = answer.body["items"]
    return page.show(
        "notification/notices.html",
        title="通知",
        block="list" if page.query.get(PART) else "",
        found=answer.body,
        names=await acted_by(page.hub.pool, {one["read_by"] for one in items if one["read_by"]}),
        asked=asked,
        places=await _places(page.hub.pool, who, items),
        weights=WEIGHTS,
        words=dict(WEIGHTS),
        lights=LIGHTS,
        kinds=_kinds(),
        sort=asked.sort or USUAL,
        orders=ORDERS,
        cited=_cited,
        most=MOST,
    )


@router.get(f"{HOME}/count")
async def count(page: PageDep, who: Officer) -> Response:
    """未读数: what the bell shows; a number and nothing else."""
    return page.json({"unread": await unread_of(page.hub.pool, who), "most": MOST})


@router.post(f"{HOME}/{{notice_id}}/reading")
async def read(page: PageDep, notice_id: Id, who: Officer) -> Response:
    """阅知, and back to the list or on to the file."""
    form = await page.form()
    answer = await page.call("POST", f"/notices/{notice_id}/reading")
    if answer.problem:
        return page.fault(answer.problem)
    if form.get("then") == "file":
        told = answer.body
        places = await _places(page.hub.pool, who, [told])
        return page.go(places.get(told["case_id"]) or f"/desk/disputes/{told['dispute_id']}")
    return page.go(_back(form.get("back")), told="已记录阅知")


@router.post(f"{HOME}/readings")
async def read_all(page: PageDep, who: Officer) -> Response:
    """阅知 all that the page shows."""
    del who
    form = await page.form()
    ids = form.all("notice")
    answer = await page.call("POST", "/notices/readings", {"notices": ids})
    if answer.problem:
        return page.fault(answer.problem)
    return page.go(_back(form.get("back")), told=f"已记录阅知{answer.body['read']}条")


def _back(said: str) -> str:
    return said if said == HOME or said.startswith(f"{HOME}?") else HOME


def _cited(code: str) -> str:
    return str(Article.parse(code)) if code else ""


def _kinds() -> list[tuple[str, str]]:
    kinds = ((row.kind.kind_name(), wording_of(row.kind).term) for row in TABLE)
    return [("", "全部种类"), *kinds]


async def _places(pool: Pool, who: Identity, items: list[dict[str, str]]) -> dict[str, str]:
    """Where each of their files is read, if the reader may now: labels may have changed since."""
    told = {UUID(one["case_id"]): one for one in items}
    rows = await pool.fetch(FILES, list(told))
    return {
        str(row["case_id"]): _place_of(row["procedure"], told[row["case_id"]])
        for row in rows
        if may_see(
            who,
            UUID(told[row["case_id"]]["dispute_id"]),
            {**labels_in(row["labels"]), "office": row["office"]},
        )
    }


def _place_of(procedure: str, notice: dict[str, str]) -> str:
    """The page of a file; empty where it has none."""
    if procedure in OF_NO_DISPUTE:
        return f"{OF_NO_DISPUTE[procedure]}{notice['case_id']}"
    return f"/desk/disputes/{notice['number']}" if notice["number"] else ""
