"""申请行政复议: written and by internet (ARL 22), in three steps that keep what was typed.

Every step carries what was typed before; nothing is kept here until it is sent. Who is competent
and until when one may apply the law desk answers, as it answers everybody; whether the application
is accepted the authority decides, and being late it decides too.
"""

from typing import Any, Final
from uuid import UUID

from starlette.responses import Response

from shared.casepage.desk.show import today_of
from shared.casepage.registered import registered
from shared.contracts.reconsideration import FilingManner
from shared.errors import Unknown
from shared.frame import Form, page_router
from shared.frame.calling import Answer
from shared.law.written import code_of
from shared.party.accused import accused
from shared.party.acting import receipt_of
from shared.party.basics import basics_of
from shared.party.capacity import capacity_of
from shared.party.claimants import claimants_of, which_claimant
from shared.party.deed import files_of
from shared.party.handing import NotTaken, stored_for, taken, with_files
from shared.party.questions import (
    REQUESTING,
    Wanted,
    asked,
    carried,
    contradictions,
    county_of,
    known_of,
)
from shared.party.session import PartyDep, PartyPage
from shared.party.show import dispute_of
from shared.party.silence import SILENCE
from shared.problem import problem_of
from shared.problem.model import Problem

router = page_router()

HERE: Final = "/party/reconsideration"
FIRST: Final = 1
LAST: Final = 3

Found = dict[str, Any]
"""What the law desk answered."""


@router.get(HERE)
async def begin(party: PartyDep) -> Response:
    """申请行政复议 (ARL 22)."""
    typed = party.typed
    if typed.values:
        return await _step(party, typed, _number(typed))
    return await _step(party, known_of(await dispute_of(party)), FIRST)


@router.post(HERE)
async def go_on(party: PartyDep) -> Response:
    """一步一步填，最后递交 (ARL 22)."""
    form = await party.form()
    step = _number(form)
    try:
        form = await with_files(party, _waits(party), form) if form.files else form
    except NotTaken as no:
        return await _step(party, no.form, step, problem=problem_of(no, party.page.request))
    if form.get("go") == "back":
        return await _step(party, form, max(step - 1, FIRST))
    if (number := await _incomplete(party, form, step)) is not None:
        return await _step(party, form, number, check=True)
    if form.get("go") != "send" or step < LAST:
        return await _step(party, form, min(step + 1, LAST))
    door = "/reconsiderations/handed-in" if form.get("fine") else "/reconsiderations"
    answer = await party.post(door, await _application(party, form))
    if answer.problem:
        return await _step(party, form, LAST, problem=answer.problem)
    return receipt_of(party, answer, f"您的行政复议申请已经收到{_earlier(answer)}")


def _earlier(answer: Answer) -> str:
    """以前的申请: told at once, though it keeps nothing from being received (ARL 30).

    Of another's application nobody is told the number.
    """
    told = [one for one in answer.body.get("earlier", ()) if one["open"] or one["bars"]]
    if not told:
        return ""
    which = "、".join(dict.fromkeys(one["number"] for one in told if one["number"]))
    named = f"（{which}）" if which else ""
    says = "还在办" if any(one["open"] for one in told) else "已经办过"
    barred = "以前受理过的，不能再受理" if any(one["bars"] for one in told) else "不影响这次申请"
    return f"；您以前就这个决定申请过{named}，{says}，{barred}，由复议机关五个工作日内审查"


@router.post(f"{HERE}/files")
async def hand_in(party: PartyDep) -> Response:
    """随申请上传照片、扫描件，在登记的案卷里等申请递交 (ARR2026 28)."""
    return await taken(party, _waits(party), await party.form())


def _waits(party: PartyPage) -> UUID:
    """The file in which what is handed in waits: there is none of the application yet.

    Raises:
        Unknown: It is the affair of the parties of the dispute only.
    """
    if not party.session.whole:
        raise Unknown("没有这件可以办的事")
    return party.session.dispute_id


def _number(form: Form) -> int:
    """The step in which a form was sent."""
    said = form.get("step", "1")
    return min(max(int(said), FIRST), LAST) if said.isdecimal() else FIRST


async def _asked(party: PartyPage, step: int) -> tuple[Wanted, ...]:
    whose = await which_claimant(party) if step == REQUESTING else None
    return asked(step, party.page.hub.directory, county_of(await dispute_of(party)), whose)


async def _incomplete(party: PartyPage, form: Form, step: int) -> int | None:
    """The first step up to this one that leaves something out, or contradicts itself."""
    for number in range(FIRST, step + 1):
        if any(one.is_missing(form) for one in await _asked(party, number)):
            return number
        if contradictions(number, form):
            return number
    return None


async def _application(party: PartyPage, form: Form) -> dict[str, Any]:
    """The application as the door takes it: received on the day on which it arrives (ARR 28)."""
    on = await today_of(party.page)
    session = party.session
    respondent, joint = accused(party.page.hub.directory, form)
    body: dict[str, Any] = {
        "respondent": respondent,
        **form.body("act", "learnt_on", "act_number", "act_done_on", "authority"),
        **form.body("remedies_learnt_on", "fine", "stay", "hearing", "compensation", *SILENCE),
        **_omission(form),
        **claimants_of(form),
        "dispute_id": str(session.dispute_id),
        "applicants": sorted(map(str, session.persons)),
        "manner": FilingManner.INTERNET.value,
        "received_on": on.isoformat(),
        "told_remedies": form.get("told_remedies") == "true",
        **files_of(form),
        "real_estate": form.get("real_estate") == "true",
        "text": f"请求：{form.get('request')}\n事实和理由：{form.get('facts')}",
    }
    if joint:
        body["joint"] = joint
    if capacity := capacity_of(form):
        body["capacity"] = capacity
    if basics := basics_of(form, session.persons):
        body["basics"] = basics
    return body


def _omission(form: Form) -> dict[str, bool]:
    """Whether the organ did nothing; 不是 is an answer, too, and keeps it from being presumed."""
    said = form.get("omission")
    return {"omission": said == "true"} if said else {}


async def _step(
    party: PartyPage, form: Form, step: int, *, check: bool = False, problem: Problem | None = None
) -> Response:
    questions = await _asked(party, step)
    last = step == LAST
    wrong = contradictions(step, form) if check else {}
    known = registered(await dispute_of(party))
    aid = party.page.hub.directory.legal_aid(str(known.get("place", "")))
    return party.show(
        "party/reconsider.html",
        title=f"申请行政复议（第{step}步，共{LAST}步）",
        status=problem.status if problem else 422 if check else 200,
        step=step,
        last=LAST,
        questions_of=questions,
        legal_aid=aid if step == FIRST else (),
        carried=carried(step, party.page.hub.directory, county_of(await dispute_of(party))),
        missing=[one for one in questions if check and one.is_missing(form)],
        wrong=[(one, wrong[one.ask.name]) for one in questions if one.ask.name in wrong],
        typed=form,
        spoken={one.ask.name for one in questions if one.is_said(form)} | wrong.keys(),
        whole=[one for n in range(FIRST, LAST) for one in await _asked(party, n)] if last else [],
        competent=await _competent(party, form) if last else {},
        filing=await _filing(party, form) if last else {},
        faults=problem or (),
        stored=await stored_for(party, party.session.dispute_id, form),
    )


async def _competent(party: PartyPage, form: Form) -> Found:
    """Which authority takes the application (ARL 24 to 28)."""
    on = await today_of(party.page)
    respondent, joint = accused(party.page.hub.directory, form)
    facts: dict[str, Any] = {"respondent": respondent, "on": on.isoformat()}
    if joint:
        facts |= {"capacity": "joint", "others": joint}
    answer = await party.page.call("POST", "/law/jurisdiction", facts)
    return dict(answer.body) if answer.ok else {}


async def _filing(party: PartyPage, form: Form) -> Found:
    """Until when one may apply, with its proof (ARL 20, 21)."""
    facts: dict[str, Any] = form.body("act", "learnt_on", "remedies_learnt_on", "requested_on")
    facts |= {**_omission(form), **form.body("urgent")}
    if within := form.get("duty_within"):
        facts["perform_within"] = code_of(within)
    if done := form.get("act_done_on"):
        facts["done_on"] = done
    told = {name: form.get(name) == "true" for name in ("told_remedies", "real_estate")}
    answer = await party.page.call("POST", "/law/filing", {**facts, **told})
    return dict(answer.body) if answer.ok else {}
