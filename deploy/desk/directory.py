"""组织名录: organs by place and kind, and who answers for what 职责清单."""

from operator import attrgetter
from typing import Annotated, Final, Literal

from fastapi import Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from shared.auth import Identity
from shared.directory import Kind, Organ
from shared.frame import PageDep, page_router
from shared.frame.meanings import meanings
from shared.frame.sorting import Order
from shared.web import needs

router = page_router()

A_PAGE: Final = 100


class Asked(BaseModel):
    """What the list is narrowed to."""

    q: str = Field("", max_length=80)
    county: str = Field("", max_length=12)
    kind: str = Field("", max_length=40)
    sort: Literal["", "name", "-name", "code", "-code", "kind", "-kind", "place", "-place"] = ""
    after: int = Field(0, ge=0)


@router.get("/desk/directory")
async def organs(
    page: PageDep, who: Annotated[Identity, needs()], asked: Annotated[Asked, Query()]
) -> Response:
    """机构: found by name, code, county and kind."""
    del who
    directory = page.hub.directory
    order = Order.of(asked.sort, "")
    found = [one for one in directory.organs() if _is_asked(one, asked)]
    if order.by:
        found.sort(key=attrgetter(order.by, "code"), reverse=order.down)
    after = asked.after
    return page.show(
        "deploy/directory.html",
        title="组织名录",
        organs=found[after : after + A_PAGE],
        total=len(found),
        next=after + A_PAGE if after + A_PAGE < len(found) else None,
        asked=asked,
        sort=str(order),
        counties=[("", "全市"), *((p.code, p.name) for p in directory.counties())],
        kinds=[("", "全部类别"), *meanings(Kind).items()],
        kind_says=meanings(Kind),
    )


@router.get("/desk/directory/duties")
async def duties(page: PageDep, who: Annotated[Identity, needs()]) -> Response:
    """职责清单: each matter with its lead and assisting departments."""
    del who
    directory = page.hub.directory
    names = {one.code.partition("-")[2]: one.name for one in directory.organs(Kind.DEPARTMENT)}
    short = {code: name.replace(directory.city.name, "") for code, name in names.items()}
    return page.show(
        "deploy/duties.html", title="职责清单", matters=directory.matters.values(), short=short
    )


def _is_asked(organ: Organ, asked: Asked) -> bool:
    return (
        (not asked.q or asked.q in organ.name or asked.q in organ.code)
        and (not asked.county or organ.place.startswith(asked.county))
        and (not asked.kind or organ.kind == asked.kind)
    )
