"""应诉的复议案: what a department owes in reconsiderations, by due time, and what comes next."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Final, Literal

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from services.reconsideration.domain.aftermath_table import AFTERMATH
from services.reconsideration.domain.agency import names_no_staff
from services.reconsideration.domain.ordinary import ON_HAND, State
from services.reconsideration.domain.ordinary.joint import Stand as Joint
from services.reconsideration.pages import enforcing
from services.reconsideration.pages.following import PERFORMED, WATCH
from services.reconsideration.pages.hints import NAMED_BY, STAFF
from services.reconsideration.pages.offers import letter_name
from services.reconsideration.pages.who import Department
from services.reconsideration.pages.words import WORDS
from services.reconsideration.queries.responding import ENFORCED, LETTERS, Owed, Sieve, owed
from services.reconsideration.queries.watched import LATE as BELOW
from services.reconsideration.store import AFTERMATHS
from shared.frame import Page, PageDep, page_router
from shared.frame.clock import clock_of
from shared.frame.sorting import Order
from shared.law.day import legal_day

router = page_router()

EACH: Final = 25

WHATS: Final = (
    ("", "全部"),
    ("owed", "有事项要办的"),
    ("cases", "复议案"),
    ("letters", "意见书、建议书"),
    ("enforcing", "强制执行"),
    ("below", "下级部门逾期未履行"),
)
LATES: Final = (("", "全部"), ("overdue", "已逾期"), ("in_time", "未逾期"))

_REPLY: Final = (("reply", "提出书面答复"), ("respondent-evidence", "提交证据"))

DUTIES: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "forward": (("forwarding", "转送行政复议机关"), ("penalty-correction", "自行纠正")),
    "reply": _REPLY,
    "reply_simplified": _REPLY,
    "reply_deferred": _REPLY,
    "joint_reply": _REPLY,
    "joint_reply_simplified": _REPLY,
    "joint_reply_deferred": _REPLY,
    "report_correction": (("correction-report", "报送纠正情况"),),
    "answer_recommendation": (("recommendation-answer", "答复建议书"),),
}
"""At which doors a department does what runs for it."""

FURTHER: Final = (("respondent-evidence", "补充证据"),)
SILENT: Final = (("late-reply", "补交书面答复（已逾期）"),)
TO_ASK: Final = (("reply-deferral", "有正当理由的，申请顺延期限"),)

AT_THE_AUTHORITY: Final = "等待行政复议机关审理"

WAITS: Final = {
    State.HANDED_IN: "转送或者自行纠正",
    State.FORWARDED: "已转送，等待行政复议机关收到",
    State.COPIED: "申请书副本已发出，收到后答复",
    State.REPLYING: "等待恢复审理后答复",
    State.DECIDED: "等待送达行政复议决定书",
}
"""What a case waits for of which nothing runs for the department."""

JOINT_WAITS: Final = {
    Joint.COPIED: WAITS[State.COPIED],
    Joint.REPLYING: WAITS[State.REPLYING],
}
"""The same for one of the other joint respondents, before the case is decided (ARL 19, 48)."""


class Asked(BaseModel):
    """What the address of the list says."""

    model_config = ConfigDict(extra="ignore")

    what: Literal["", "owed", "cases", "letters", "enforcing", "below"] = ""
    late: Literal["", "overdue", "in_time"] = ""
    sort: Literal["", "due", "-due", "received", "-received", "state", "-state"] = ""
    page: int = Field(1, ge=1, le=10_000)
    part: bool = False
    """Whether only the list is wanted, to be put in the place of the one that is shown."""


@router.get("/desk/reconsideration/responding")
async def responding(page: PageDep, who: Department, asked: Annotated[Asked, Query()]) -> Response:
    """应诉的复议案: the overdue first, then by due time; each with its clock and what is to do."""
    order = Order.of(asked.sort, "due")
    skip = (asked.page - 1) * EACH
    sieve = Sieve(asked.what, asked.late)
    rows, total = await owed(page.hub, who.organ, sieve, order, limit=EACH + 1, skip=skip)
    now, shown = await clock_of(page)
    terms = {one.name: one.term for one in AFTERMATH.deadlines}
    return page.show(
        "reconsideration/responding.html",
        title="应诉的复议案",
        block="list" if asked.part else "",
        items=[
            (
                one,
                shown(one.until, overdue=one.lapsed),
                steps_of(one, legal_day(now)),
                waits_for(one),
                await _letter_of(page, one),
                hint_of(one, who.organ, legal_day(now)),
            )
            for one in rows[:EACH]
        ],
        total=total,
        more=len(rows) > EACH,
        now=now,
        asked=asked,
        order=str(order),
        whats=WHATS,
        lates=LATES,
        on_hand=ON_HAND,
        letters=LETTERS,
        after=(*LETTERS, *ENFORCED, *BELOW),
        below=BELOW,
        duties=terms | enforcing.TERMS | BELOW,
        enforced=enforcing.term_of,
        **WORDS,
    )


async def _letter_of(page: Page, one: Owed) -> str:
    """Which letter 意见书、建议书 it is, as the forms name it; empty of anything else."""
    if not one.letter:
        return ""
    file, _ = await page.hub.read(AFTERMATHS, one.case_id)
    every = (*file.letters, *file.recommendations)
    found = (each for each in every if str(each.letter_id) == one.letter)
    return next((letter_name(page.hub, file, each) for each in found), "")


def steps_of(one: Owed, today: date) -> tuple[tuple[str, str], ...]:
    """What the department is to do today: doors, and what is done at each."""
    if one.party:
        return enforcing.steps_of(
            one.duty or "", today, one.ask_until, one.refused, urgent=one.urgent
        )
    if one.duty in BELOW:
        return tuple(step for step in WATCH[one.duty] if step != PERFORMED)
    if one.duty:
        return DUTIES[one.duty]
    return (
        *(FURTHER if one.further_since else ()),
        *(SILENT if one.silent else ()),
        *(TO_ASK if one.may_ask else ()),
    )


def waits_for(one: Owed) -> str:
    """What is awaited where the department has nothing to do."""
    if one.duty in (*LETTERS, *ENFORCED, *BELOW):
        return ""
    state = State(one.state)
    if one.stand and state is not State.DECIDED:  # the file walks with the one named first
        return JOINT_WAITS.get(Joint(one.stand), AT_THE_AUTHORITY)
    return WAITS.get(state, AT_THE_AUTHORITY)


def hint_of(one: Owed, organ: str, today: date) -> str:
    """提示 of a case on hand, as its file says it: whom the department has still to name."""
    asked = one.on_hand and names_no_staff(one.agents, organ, one.first, today)
    return f"{STAFF}（{NAMED_BY}），尚未指定" if asked else ""
