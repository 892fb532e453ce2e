"""案卷列表: the disputes that the reader may see, narrowed and paged in the address."""

from typing import Annotated, Final

from fastapi import Query
from starlette.responses import Response

from shared.auth import Identity
from shared.casepage.listing import Asked, list_disputes
from shared.casepage.track import ROADS
from shared.frame import PageDep, page_router
from shared.web import needs

router = page_router()

OFFICES: Final = (
    ("", "全部机构"),
    ("routing", "分流和吹哨"),
    ("mediation", "人民调解"),
    ("adjudication", "行政裁决"),
    ("reconsideration", "行政复议"),
    ("consultation", "咨询"),
    ("supervision", "履行监督"),
)


@router.get("/desk/disputes")
async def disputes(
    page: PageDep, who: Annotated[Identity, needs()], asked: Annotated[Asked, Query()]
) -> Response:
    """案卷列表: newest first."""
    directory = page.hub.directory
    found = await list_disputes(page.hub.pool, who, asked)
    return page.show(
        "casepage/list.html",
        title="案卷",
        found=found,
        asked=asked,
        counties=[("", "全部县区"), *((p.code, p.name) for p in directory.counties())],
        matters=[("", "全部类型"), *((m.code, m.name) for m in directory.matters.values())],
        roads=[("", "全部途径"), *((str(code), says) for code, says in ROADS.items())],
        offices=OFFICES,
    )
