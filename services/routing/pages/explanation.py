"""分流说明: why a dispute went the way it went, rule by rule, for whoever sees its case."""

from typing import Annotated
from uuid import UUID

from starlette.responses import Response

from shared.auth import Identity
from shared.contracts.routing import Compulsory
from shared.frame import PageDep, page_router
from shared.frame.meanings import meanings
from shared.web import needs

router = page_router()


@router.get("/desk/routings/{case_id}/explanation")
async def explanation(page: PageDep, case_id: UUID, who: Annotated[Identity, needs()]) -> Response:
    """分流说明: the rule that chose the road, those before and behind it, and what came near."""
    del who
    told = await page.read(f"/routings/{case_id}/explanation")
    return page.show(
        "routing/explanation.html",
        title="分流说明",
        explained=told,
        compulsory=meanings(Compulsory),
    )
