"""法律服务台 at the desks: articles with the rules that stand on them, and every question.

What is found and what is answered are the law desk's own; a question is asked at its own door, and
stands with its facts in the address.
"""

import asyncio
from dataclasses import dataclass
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from deploy.lawdesk import question, questions
from deploy.lawdesk.asked import form_of, is_said, parted, told
from deploy.lawdesk.standing import every_article, search
from shared.auth import Identity, Role
from shared.directory import Directory
from shared.door import LAW_DESK
from shared.errors import Malformed, Unknown
from shared.frame import Form, Page, PageDep, page_router
from shared.frame.filled import MORE, body_of, row, rows_of
from shared.frame.forms import Box
from shared.frame.organs import coded
from shared.law.article import STATUTES, Article
from shared.law.period import legal_day
from shared.lawdesk import Question
from shared.problem import problem_of
from shared.problem.model import Problem
from shared.web import needs

router = page_router()

Officer = Annotated[Identity, needs(*(frozenset(Role) - {Role.PARTY}))]

HERE: Final = "/desk/law"

A_PAGE: Final = 30
"""Articles on a page."""

ASKED: Final = "asked"
"""In the address of a question that is asked without any fact."""

FORM: Final = "form"
"""In the address of a form in which something stands already, and which asks nothing yet."""

FIRST: Final = ("deadline", "admissibility", "compulsory-first", "filing", "jurisdiction")
"""What is asked most, in the order in which it is offered; the others come behind."""


class Asked(BaseModel):
    """What is looked for among the articles."""

    q: str = Field("", max_length=100)
    statute: str = Field("", max_length=40)
    after: int = Field(0, ge=0, le=100_000)


@router.get("/desk/law")
async def desk(page: PageDep, who: Officer, asked: Annotated[Asked, Query()]) -> Response:
    """法律服务台: find an article, or ask a question."""
    del who
    # In a thread: the first who asks waits until every word has its pinyin; nobody else does.
    found = await asyncio.to_thread(search, asked.q, asked.statute)
    shown = found[asked.after : asked.after + A_PAGE]
    more = asked.after + A_PAGE < len(found)
    return page.show(
        "deploy/law.html",
        title="法律服务台",
        asked=asked,
        is_search=bool(asked.q or asked.statute),
        found=shown,
        many=len(found),
        next=page.with_query(after=asked.after + A_PAGE) if more else "",
        statutes=[("", "全部法律"), *_statutes()],
        questions=_in_turn(),
        path=_path,
    )


@router.get("/desk/law/article")
async def article(
    page: PageDep, who: Officer, code: Annotated[str, Query(max_length=60)]
) -> Response:
    """条文: its edition, whether its text was compared, and every rule that stands on it."""
    del who
    try:
        cited = Article.parse(code)
    except (ValueError, LookupError):
        raise Unknown("没有这个法条，写法如 ARL 20、ARL 20(1)") from None
    statute = cited.statute
    found = (await asyncio.to_thread(every_article)).get((statute.key, cited.number))
    return page.show(
        "deploy/law_article.html",
        title=str(cited),
        cited=cited,
        statute=statute,
        in_force=statute.in_force(legal_day(await page.hub.now())),
        editions=[one for one in STATUTES.values() if one.title == statute.title],
        found=found,
        path=_path,
        before=_beside(cited, -1),
        behind=_beside(cited, +1),
    )


@dataclass(frozen=True, slots=True)
class Asking:
    """A question with its form, and what the address says in it."""

    question: Question[Any]
    shown: tuple[Box, ...]
    typed: Form

    @property
    def is_asked(self) -> bool:
        """Whether there is something to answer; one more row only makes the form longer."""
        if MORE in self.typed.values or FORM in self.typed.values:
            return False
        return ASKED in self.typed.values or any(is_said(self.typed, box) for box in self.shown)


@router.get("/desk/law/{name}")
async def ask(page: PageDep, name: str, who: Officer) -> Response:
    """提问: the form of a question; with facts in the address, its answer above it."""
    del who
    asked, said = _question(name), page.request.query_params
    typed = Form({key: said.getlist(key) for key in said})
    asking = Asking(asked, form_of(asked, page.hub.directory), typed)
    if not asking.is_asked:
        return _show(page, asking)
    try:
        body = body_of(coded(typed, asking.shown, page.hub.directory), asking.shown)
    except Malformed as error:
        return _show(page, asking, problem=problem_of(error, page.request))
    answer = await page.call("POST", f"{LAW_DESK}/{asked.name}", body)
    return _show(page, asking, answer=answer.body, problem=answer.problem)


@router.post("/desk/law/{name}")
async def send(page: PageDep, name: str, who: Officer) -> Response:
    """提问: what was typed goes into the address, so that the answer can be kept and passed on."""
    del who
    form = await page.form()
    asked = _question(name)
    rows = f"{form.get(MORE, ' ')}/"  # of which the empty ones count, too, where one more is shown
    said = [
        (key, one)
        for key, values in form.values.items()
        for one in values
        if one.strip() or key.startswith(rows)
    ]
    return page.go(f"{HERE}/{asked.name}?{urlencode(said or [(ASKED, 'true')])}")


def _question(name: str) -> Question[Any]:
    try:
        return question(name)
    except LookupError as error:
        raise Unknown(str(error)) from None


def _show(
    page: Page, asking: Asking, *, answer: object = None, problem: Problem | None = None
) -> Response:
    shown, typed = asking.shown, asking.typed
    name = page.frame.templates.filters["name"]
    first, rest = parted(shown, asking.question, typed)
    fields = problem.fields if problem else ()
    wrong = {one.pointer.removeprefix("#/").split("/")[0] for one in fields}
    return page.show(
        "deploy/law_question.html",
        title=asking.question.term,
        status=problem.status if problem else 200,
        asked=asking.question,
        first=first,
        rest=rest,
        is_open=any(box.name in wrong for box in rest),
        answer=None if problem else answer,
        labels={box.name: box.label for box in shown},
        said=[(box.label, told(typed, box, name)) for box in shown if is_said(typed, box)],
        typed=typed,
        faults=problem or (),
        row=row,
        rows_of=rows_of,
        parties=[],
        organs=_organs(page.hub.directory),
        path=_path,
        here=f"{HERE}/{asking.question.name}",
    )


def _in_turn() -> list[Question[Any]]:
    """Those that are asked most first."""
    turn = {name: n for n, name in enumerate(FIRST)}
    return sorted(questions(), key=lambda one: turn.get(one.name, len(turn)))


def _statutes() -> list[tuple[str, str]]:
    """The statutes on which anything stands."""
    keys = dict.fromkeys(key for key, _ in every_article())
    return [(key, str(STATUTES[key])) for key in keys]


def _organs(directory: Directory) -> list[tuple[str, str]]:
    return [(one.code, one.name) for one in directory.organs()]


def _path(code: str) -> str:
    """The page of an article."""
    return f"{HERE}/article?{urlencode({'code': code})}"


def _beside(cited: Article, step: int) -> str:
    """The article before or behind, in the same edition; empty where there is none."""
    try:
        return cited.statute[cited.number + step].code
    except LookupError:
        return ""
