"""一件咨询: what is asked, the papers, who sits and what they think, and what may be done."""

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from starlette.responses import Response

from services.consultation.domain.case import Consultation
from services.consultation.domain.opinion import State
from services.consultation.domain.recusal import as_whom, why_not
from services.consultation.pages.who import Secretary, Sitting
from services.consultation.pages.words import WORDS
from services.consultation.queries import heads
from services.consultation.store import CONSULTATIONS
from shared.auth import Identity, Role
from shared.auth.labels import DIRECTOR
from shared.casepage.answers import DisputeOut, FileOut, PageOut
from shared.casepage.desk.findings import named_in
from shared.casepage.desk.papers import materials
from shared.casepage.desk.show import chapter, file_of
from shared.casepage.reading import read_dispute
from shared.contracts.consultation import MeetingHeld, Speciality
from shared.errors import Unknown
from shared.frame import Form, Page, PageDep, page_router
from shared.frame.clock import clock_of
from shared.law.article import Article
from shared.law.day import legal_day
from shared.problem.model import Problem
from shared.sessions.posts import called_of

router = page_router()

WHY: Final = "参加案件咨询，查看提请咨询的问题"
"""为什么查阅: what is written on record when the question is shown."""

ALONE: Final = frozenset({"own-opinion", "own-recusal"})
"""What a member does for itself."""

RULING: Final = "recusal-ruling"
"""What the director does, or a head of the body who is on the committee too (RULES 72)."""


@router.get("/desk/consultation/files/{case_id}")
async def file_page(
    page: PageDep, case_id: UUID, who: Sitting, field: Speciality | None = None
) -> Response:
    """咨询案: for the secretary also who may sit, in the order in which they are drawn."""
    return await _shown(page, who, case_id, field, typed=Form())


@router.post("/desk/consultation/files/{case_id}/panel")
async def convene(page: PageDep, case_id: UUID, who: Secretary) -> Response:
    """组成咨询小组: at the door of the panel; refused, the candidates stand there as ticked."""
    form = await page.form()
    said = {name: form.get(name) for name in ("speciality", "unmatched")}
    body = {"members": form.all("members"), **{k: v for k, v in said.items() if v}}
    answer = await page.call(
        "POST", f"/consultations/{case_id}/panel", body, if_match=form.get("if_match")
    )
    if answer.problem:
        named = said["speciality"]
        field = Speciality(named) if named in set(Speciality) else None
        return await _shown(page, who, case_id, field, typed=form, problem=answer.problem)
    told = f"已办理：组成咨询小组（第{answer.body['version']}页）"
    return page.go(f"/desk/consultation/files/{case_id}", told=told)


async def _shown(
    page: Page,
    who: Identity,
    case_id: UUID,
    field: Speciality | None,
    *,
    typed: Form,
    problem: Problem | None = None,
) -> Response:
    case, dispute, file, labels = await _found(page, who, case_id)
    now, clock = await clock_of(page)
    is_secretary = Role.SECRETARY in who.roles
    # what the others think is not for a member who is still to speak; once it is given, it is
    is_told = is_secretary or case.stance is not None
    seen = {case.request_case_id, case_id if is_told else None}
    candidates = await _candidates(page, case, field) if is_secretary else ()
    meetings = [one for one in file.pages if one.kind == MeetingHeld.kind_name()]
    return page.show(
        "consultation/file.html",
        title=f"咨询案 {dispute.number or ''}",
        status=problem.status if problem else 200,
        faults=problem or (),
        typed=typed,
        case=case,
        dispute=dispute,
        file=file,
        done=chapter(page, file, who, legal_day(now)),
        clock=clock,
        question=await _question(page, dispute, case),
        papers=[
            one
            for one in await materials(
                page.hub.pool, who, dispute, page.frame.templates.filters["name"]
            )
            if one.case_id in seen
        ],
        meetings=meetings,
        is_secretary=is_secretary,
        is_told=is_told,
        called=await called_of(page.hub.pool, _codes(case, candidates, meetings)),
        alone=_own(who, case, labels),
        candidates=candidates,
        field=field or "",
        back=f"/desk/consultation/files/{case_id}",
        **WORDS,
    )


def _codes(
    case: Consultation, candidates: Iterable[Mapping[str, Any]], meetings: Iterable[PageOut]
) -> set[str]:
    """Whom the page names: who sits or was recused, who may sit, and who met."""
    may_sit = {str(one["expert"]) for one in candidates}
    return {*case.members, *case.recused, *may_sit, *named_in(meetings)}


def _own(who: Identity, case: Consultation, labels: Mapping[str, str]) -> frozenset[str]:
    """Doors at which somebody on the committee acts here: who sits, and who decides on recusals."""
    sits = ALONE if who.code in case.members else frozenset()
    director = labels.get(DIRECTOR, "")
    decider = as_whom(who.code, director, heads=heads(who, case))
    rules = any(not why_not(one, who.code, director, decider) for one in case.contested)
    return sits | {RULING} if rules else sits


async def _found(
    page: Page, who: Identity, case_id: UUID
) -> tuple[Consultation, DisputeOut, FileOut, Mapping[str, str]]:
    """A consultation as its office keeps it, as a file of its dispute, and its labels.

    Raises:
        Unknown: There is none, or none that `who` may see.
    """
    case, labels = await page.hub.read(CONSULTATIONS, case_id)
    dispute = await read_dispute(page.hub, who, str(case.dispute_id))
    file = file_of(dispute, case_id)
    if file is None:
        raise Unknown("没有这份案卷，或者您无权查看")
    return case, dispute, file, labels


async def _question(page: Page, dispute: DisputeOut, case: Consultation) -> str:
    """What is asked, through the door that puts the reading on record."""
    if case.question_id is None:
        return ""
    where = f"/disputes/{dispute.number or dispute.dispute_id}/papers/{case.question_id}"
    answer = await page.call("GET", where, query={"purpose": WHY})
    return str(answer.body["text"]) if answer.ok else ""


async def _candidates(page: Page, case: Consultation, field: Speciality | None) -> Any:  # noqa: ANN401 - JSON
    if case.state is not State.RECEIVED:
        return ()
    query = {"speciality": field} if field else {}
    answer = await page.call("GET", f"/consultations/{case.case_id}/candidates", query=query)
    found = answer.body if answer.ok else ()
    return [{**one, "article": _cited(one["article"])} for one in found]


def _cited(code: str | None) -> str:
    return str(Article.parse(code)) if code else ""
