"""Doors of the figures: the board, the cases behind a number, and the bars of one whistle."""

from datetime import date, datetime
from functools import partial
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Query, Request, Response

from services.routing.figures.answering import answered, organ_name
from services.routing.figures.bar_schemas import BarsOut
from services.routing.figures.fold import Question
from services.routing.figures.measures import MEASURES, By
from services.routing.figures.picture import draw, sentences
from services.routing.figures.reading import Place, bars_in, cases, figures, yardsticks
from services.routing.figures.schemas import (
    CaseOut,
    CasesAsked,
    CasesOut,
    FiguresAsked,
    FiguresOut,
    Narrowed,
)
from services.routing.figures.sight import seen_by
from services.routing.store import WHISTLES
from shared.auth import Identity, Role
from shared.errors import Malformed
from shared.frame.paging import as_text, as_word, reading_place
from shared.law.day import CITY, in_city
from shared.web import ERRORS, CaseId, Desk, DeskDep, needs

router = APIRouter(responses=ERRORS)

Reader = Annotated[Identity, needs(Role.SUPERVISOR, Role.DEPARTMENT, Role.ADMINISTRATOR)]
"""Whoever watches, or a department that looks at its own numbers."""

_SVG: Final = "image/svg+xml"

AsOf = Annotated[
    datetime | None,
    Query(
        title="截至时刻",
        description="只看此刻已经记录的事实；不写时区的按北京时间，不填为现在",
        examples=["2026-11-03T09:00:00"],
    ),
]
Form = Annotated[
    Literal["json", "svg"] | None,
    Query(alias="as", title="形式", description="svg 为图，json 为数据；不填按 Accept"),
]


@router.get("/figures/routing", tags=["数字"])
async def read_figures(
    who: Reader, asked: Annotated[FiguresAsked, Query()], desk: DeskDep
) -> FiguresOut:
    """看板：按县区、街道、部门、类型、月份、层级，任一时刻的数字，附分母和算法 (RULES 61 to 63)."""
    question = seen_by(who, _question(asked, asked.by, await _moment(desk, asked.as_of)))
    pool = desk.hub.pool
    by = await yardsticks(pool, question.as_of)
    return answered(await figures(pool, question), desk.hub.directory, by)


@router.get("/figures/routing/cases", tags=["数字"])
async def read_cases(who: Reader, asked: Annotated[CasesAsked, Query()], desk: DeskDep) -> CasesOut:
    """一个数字背后的案卷，按首页之日先后 (RULES 61)."""
    if asked.measure not in MEASURES:
        raise Malformed(f"没有计数项目“{asked.measure}”", "measure")
    question = seen_by(who, _question(asked, None, await _moment(desk, asked.as_of)))
    after = _place(asked.cursor) if asked.cursor else None
    found = await cases(desk.hub.pool, question, asked.measure, after=after, limit=asked.limit)
    page = found[: asked.limit]
    return CasesOut(
        measure=asked.measure,
        term=MEASURES[asked.measure],
        as_of=in_city(question.as_of),
        items=[
            CaseOut(
                case_id=one.case_id,
                dispute_id=one.dispute_id,
                number=one.number,
                first_on=one.place[0],
                times=one.times,
            )
            for one in page
        ],
        next=_cursor(page[-1].place) if len(found) > asked.limit else None,
    )


@router.get(
    "/whistles/{case_id}/bars",
    tags=["吹哨报到"],
    response_model=BarsOut,
    responses={200: {"description": "时间条；要图的为 SVG", "content": {_SVG: {}}}},
)
async def read_bars(
    case_id: CaseId,
    request: Request,
    desk: DeskDep,
    as_of: AsOf = None,
    form: Form = None,
) -> Response:
    """时间条：每个部门只对自己的时间负责，哨自何时至何时在谁手里 (RULES 61)."""
    await desk.read(WHISTLES, case_id)
    now = await _moment(desk, as_of)
    found = await bars_in(desk.hub.pool, case_id, now)
    name = partial(organ_name, desk.hub.directory)
    if form == "svg" or (form is None and _SVG in request.headers.get("accept", "")):
        return Response(draw(f"时间条（截至{now:%Y-%m-%d %H:%M}）", found, name), media_type=_SVG)
    names = {bar.department: name(bar.department) for bar in found.bars}
    told = BarsOut.of(case_id, now, found, names, sentences(found, name))
    return Response(told.model_dump_json(), media_type="application/json")


async def _moment(desk: Desk, said: datetime | None) -> datetime:
    """The moment that is asked about; the hub's present if none is.

    Raises:
        Malformed: It has not come yet: nobody knows its numbers.
    """
    shift = await desk.hub.pool.fetchval("SELECT shift FROM hub.clock")
    now: datetime = desk.hub.clock.now() + shift
    if said is None:
        return now
    moment = said if said.tzinfo else said.replace(tzinfo=CITY)
    if moment > now:
        raise Malformed("截至时刻不得晚于现在", "as_of")
    return in_city(moment)


def _question(asked: Narrowed, by: By | None, as_of: datetime) -> Question:
    if asked.start and asked.until and asked.start > asked.until:
        raise Malformed("期间的起日晚于止日", "from")
    return Question(
        as_of=as_of,
        start=asked.start,
        until=asked.until,
        by=by,
        county=asked.county,
        township=asked.township,
        department=asked.department,
        matter=asked.matter,
        level=asked.level or "",
        centre=asked.centre,
        whistler=asked.whistler,
    )


def _cursor(place: Place) -> str:
    return as_word(f"{place[0]}.{place[1]}")


def _place(cursor: str) -> Place:
    with reading_place():
        day, _, seq = as_text(cursor).partition(".")
        return date.fromisoformat(day), int(seq)
