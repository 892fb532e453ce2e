"""组织名录: organs by place and kind, and who answers for what 职责清单."""

from collections.abc import Callable
from operator import attrgetter
from typing import Annotated, Any, Final, Literal

from fastapi import Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from shared.auth import Identity
from shared.directory import Kind, Matter, Organ
from shared.frame import PageDep, page_router
from shared.frame.meanings import meanings
from shared.frame.slices import Slice
from shared.frame.sorting import Order
from shared.spelling import by_sound
from shared.web import needs

router = page_router()

A_PAGE: Final = 100
DUTIES: Final = 50


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
    _sort(found, order, name=attrgetter("name"))
    return page.show(
        "deploy/directory.html",
        title="组织名录",
        found=Slice.of(found, asked.after, A_PAGE),
        asked=asked,
        sort=str(order),
        counties=[("", "全市"), *((p.code, p.name) for p in directory.counties())],
        kinds=[("", "全部类别"), *meanings(Kind).items()],
        kind_says=meanings(Kind),
    )


class Wanted(BaseModel):
    """What the duties are narrowed to."""

    q: str = Field("", max_length=80)
    department: str = Field("", max_length=80)
    sort: Literal["", "name", "-name", "lead", "-lead"] = ""
    after: int = Field(0, ge=0)


@router.get("/desk/directory/duties")
async def duties(
    page: PageDep, who: Annotated[Identity, needs()], asked: Annotated[Wanted, Query()]
) -> Response:
    """职责清单: each matter with its lead and assisting departments."""
    del who
    directory = page.hub.directory
    city = directory.city
    of_city = directory.organs(Kind.DEPARTMENT, city.code)
    short = {one.code.partition("-")[2]: one.name.replace(city.name, "") for one in of_city}
    every = directory.matters.values()
    found = [one for one in every if _is_wanted(one, asked)]
    order = Order.of(asked.sort, "")
    _sort(found, order, name=attrgetter("name"), lead=lambda one: short.get(one.lead, one.lead))
    at_work = dict.fromkeys(code for one in every for code in (one.lead, *one.assist))
    return page.show(
        "deploy/duties.html",
        title="职责清单",
        found=Slice.of(found, asked.after, DUTIES),
        asked=asked,
        sort=str(order),
        departments=[("", "全部部门"), *((code, short.get(code, code)) for code in at_work)],
        short=short,
    )


def _sort(found: list[Any], order: Order, **called: Callable[[Any], str]) -> None:
    """As the address says: columns of names as what is `called` so sounds, others as they are."""
    says = called.get(order.by)
    if says:
        found.sort(key=lambda one: (by_sound(says(one)), one.code), reverse=order.down)
    elif order.by:
        found.sort(key=attrgetter(order.by, "code"), reverse=order.down)


def _is_wanted(matter: Matter, asked: Wanted) -> bool:
    return (not asked.q or asked.q in matter.name or asked.q in matter.code) and (
        not asked.department or asked.department in (matter.lead, *matter.assist)
    )


def _is_asked(organ: Organ, asked: Asked) -> bool:
    return (
        (not asked.q or asked.q in organ.name or asked.q in organ.code)
        and (not asked.county or organ.place.startswith(asked.county))
        and (not asked.kind or organ.kind == asked.kind)
    )
