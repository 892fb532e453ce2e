"""后续和附带审查: what stands beside the cases of a handler, also of those that are closed."""

from collections.abc import Collection
from datetime import date
from typing import Annotated, Final, Literal

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from services.reconsideration.domain.ordinary.states import ON_HAND, State
from services.reconsideration.pages import enforcing
from services.reconsideration.pages.offers import above_decision, above_letter
from services.reconsideration.pages.who import Officer
from services.reconsideration.pages.words import WORDS
from services.reconsideration.queries.following import DEADLINES, Beside, Sieve, beside_cases
from services.reconsideration.queries.watched import WATCH_TERMS
from shared.auth import Role
from shared.frame import Page, PageDep, page_router
from shared.frame.clock import clock_of
from shared.frame.sorting import Order
from shared.law.day import legal_day

router = page_router()

EACH: Final = 25

TABS: Final = (("mine", "我承办的案件"), ("every", "本机关全部"))
LATES: Final = (("", "全部"), ("overdue", "已逾期"), ("in_time", "未逾期"))
KINDS: Final = {
    "aftermath": "复议后续",
    "attached": "附带审查",
    "correction": "上级责令纠正",
    "deferral": "顺延期限",
    "watch": "履行监督",
}

STEPS: Final = {
    "copy_decision": ("copy", "抄告决定书"),
    "serve_refusal": ("refusal-service", "送达不予受理决定书"),
    "publish": ("publication", "公开决定书"),
    "decide_anew": ("decided-anew", "在新的案卷重新作出决定，并记载"),
    "serve_correction": ("correction-service", "送达补正通知书"),
    "serve_letter": ("opinion-letter-receipt", "送达意见书"),
    "copy_letter": ("opinion-letter-copy", "抄告意见书"),
    "report_correction": ("", "等待有关机关报送纠正情况"),
    "answer_recommendation": ("", "等待有关机关答复建议书"),
    "forward": ("competence", "认定有权处理，自中止起三个工作日内通知制定机关；或者转送"),
    "forward_ex_officio": (
        "competence",
        "认定有权处理，自中止起三个工作日内通知制定机关；或者转送",
    ),
    "ask_issuer": ("issuer-notice", "书面通知制定机关"),
    "issuer_answers": ("", "等待制定机关答复"),
    "handle": ("conclusion", "作出附带审查处理"),
    "handle_ex_officio": ("conclusion", "作出附带审查处理"),
    "receiver_answers": ("", "等待处理意见"),
    "correct": ("correction", "按上级责令纠正"),
}
"""At which door what runs is done; empty where another organ is awaited."""

COPIED: Final = {"copy_decision": above_decision, "copy_letter": above_letter}
"""Duties to copy a paper, and what tells above whom."""

HEADS: Final = frozenset({"publish", "handle", "handle_ex_officio"})
"""What the head of the body alone does."""

DEFERRAL: Final = (("grant", "准许顺延期限"), ("refusal", "不予顺延期限"))
"""What the body decides of a request for days that were missed (CPL 86)."""
HELD: Final = ("", "恢复审理、上级收到案件材料以后才可以准许")
"""What the body waits for while the case stands still (ARL 39; ARR2026 40)."""
TO_GRANT: Final = frozenset((State.ABANDONED, *ON_HAND))
"""Where a case stands whose days can still be given anew: not once it is decided."""

PERFORMED: Final = ("performance", "认定已经履行")
_PRESSED: Final = (
    ("interview-notice", "通知约谈有关负责人"),
    ("interview", "记载约谈"),
    ("criticism", "通报批评"),
)
_ORDER: Final = ("order", "责令限期履行")
WATCH: Final = {
    "due": (PERFORMED,),
    "overdue": (_ORDER, *_PRESSED, PERFORMED),
    "ordered": (*_PRESSED, PERFORMED),
    "defied": (_ORDER, *_PRESSED, PERFORMED),
}
"""What the authority or the one above does next in a watch, by where it stands (ARL 77)."""

_OFFICERS: Final = {
    duty: ("", f"由负责人{says}") if duty in HEADS else (act, says)
    for duty, (act, says) in STEPS.items()
}


class Asked(BaseModel):
    """What the address of the list says."""

    model_config = ConfigDict(extra="ignore")

    whose: Literal["mine", "every"] = "mine"
    what: Literal["", "aftermath", "attached", "correction", "deferral", "watch"] = ""
    late: Literal["", "overdue", "in_time"] = ""
    sort: Literal["", "due", "-due", "since", "-since"] = ""
    page: int = Field(1, ge=1, le=10_000)
    part: bool = False
    """Whether only the list is wanted, to be put in the place of the one that is shown."""


@router.get("/desk/reconsideration/following")
async def following(page: PageDep, who: Officer, asked: Annotated[Asked, Query()]) -> Response:
    """后续和附带审查: by due time, each with its clock, its case, and what is to be done."""
    order = Order.of(asked.sort, "due")
    sieve = Sieve(asked.whose, asked.what, asked.late)
    skip = (asked.page - 1) * EACH
    rows, total = await beside_cases(
        *(page.hub, who.organ, who.code, sieve, order), limit=EACH, skip=skip
    )
    now, shown = await clock_of(page)
    to = [await _copied_to(page, one) for one in rows]
    return page.show(
        "reconsideration/following.html",
        title="后续和附带审查",
        block="list" if asked.part else "",
        items=[
            (
                one,
                shown(one.until, overdue=one.overdue),
                copied,
                steps_of(one, who.roles, legal_day(now)),
            )
            for one, copied in zip(rows, to, strict=True)
        ],
        total=total,
        more=skip + len(rows) < total,
        now=now,
        asked=asked,
        order=str(order),
        tabs=TABS,
        lates=LATES,
        kinds=KINDS,
        duties={one.name: one.term for one in DEADLINES} | enforcing.TERMS | WATCH_TERMS,
        enforced=enforcing.term_of,
        **WORDS,
    )


def steps_of(one: Beside, roles: Collection[Role], today: date) -> tuple[tuple[str, str], ...]:
    """What is to be done next: doors, and what is done at each; no door where one waits."""
    if one.party:
        return enforcing.steps_of(
            one.duty or "", today, one.ask_until, one.refused, urgent=one.urgent
        )
    if one.what == "deferral":
        return _of_deferral(one)
    if one.what == "watch":
        return _of_watch(one, roles)
    steps = STEPS if Role.RECONSIDERATION_HEAD in roles else _OFFICERS
    return (steps.get(one.duty or "", ("", "看案卷")),)


def _of_deferral(one: Beside) -> tuple[tuple[str, str], ...]:
    """What the door takes: nothing is granted while the case stands still, or after its end."""
    if one.case_state not in TO_GRANT:
        return DEFERRAL[1:]
    return (*DEFERRAL[1:], HELD) if one.case_held else DEFERRAL


def _of_watch(one: Beside, roles: Collection[Role]) -> tuple[tuple[str, str], ...]:
    """As above, in a watch; without a day to wait for it may be ordered at once (ARL 77)."""
    steps = WATCH[one.state]
    if one.state == "due" and one.until is None:
        steps = (_ORDER, *steps)
    if Role.RECONSIDERATION_HEAD in roles:
        return steps
    return tuple(step if step == PERFORMED else ("", f"由负责人{step[1]}") for step in steps)


async def _copied_to(page: Page, one: Beside) -> str:
    """To whom a letter goes, or a paper is copied, above one of them; empty for any other duty."""
    if one.duty == "serve_letter":
        return one.letter_to
    if one.letter_to and (above := page.hub.directory.department_above(one.letter_to)):
        return above
    offer = COPIED.get(one.duty or "")
    options = await offer(page.hub, one.case_id, {}) if offer else ()
    return options[0][0] if options else ""
