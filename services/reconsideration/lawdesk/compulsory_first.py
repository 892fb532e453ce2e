"""复议前置: whether reconsideration comes before a suit, and the way out (ARL 23, 34)."""

from datetime import date
from typing import Final

from services.reconsideration.domain.first import Exit, Field, exit_to_court, limit
from services.reconsideration.lawdesk.naming import code_of
from shared.contracts.intake import ActKind
from shared.contracts.routing import Compulsory
from shared.law.article import ALI, ALL, ARL, ARR2026
from shared.law.proof import Proof
from shared.law.reconsidering.compulsory import (
    ByLaw,
    Disclosure,
    First,
    Response,
    Situation,
    compulsory_first,
)
from shared.law.reconsidering.editions import STRADDLES, straddles
from shared.law.reconsidering.jurisdiction import TAX
from shared.lawdesk import Answer, Assumed, Facts, Question, Reason, Setting, told


class CompulsoryFirstFacts(Facts):
    """The act, the day, and what the organ did."""

    act: ActKind = told("行政行为的种类，按行政复议法第十一条各项", "决定适用哪一项前置规定")
    on: date | None = told("准备申请复议或者起诉之日", "2026年7月1日前后的规定不同", None)
    done_on: date | None = told(
        "行政行为作出之日", "决定适用哪一版本的当场处罚限额，以及案件是否跨越新旧规定", None
    )
    respondent: str | None = told(
        "作出行政行为的机关，名称或者代码", "税务机关的，须查明是否为纳税上的争议", None
    )
    on_the_spot: bool | None = told("处罚决定是否当场作出", "当场作出的，应当先申请行政复议", None)
    field: Field = told("处罚依据的法律", "当场处罚的限额不同", Field.GENERAL)
    fine_yuan: int | None = told("罚款数额，元；警告为0", "超过限额的，不应当场作出", None, ge=0)
    organisation: bool = told("受处罚的是否为法人或者其他组织", "当场处罚的限额不同", default=False)
    title_held: bool | None = told(
        "是否侵犯已经依法取得的自然资源所有权或者使用权", "是的，应当先申请行政复议", None
    )
    response: Response | None = told(
        "行政机关对履职申请如何处理", "不受理、不答复、不履行的前置，明示拒绝的不前置", None
    )
    disclosure: Disclosure | None = told("对信息公开申请如何答复", "不予公开的前置", None)
    by_law: ByLaw | None = told(
        "其他法律、行政法规规定前置的事项", "是的，应当先申请行政复议", None
    )
    told_first: bool | None = told(
        "行政机关是否告知应当先申请行政复议", "没有告知而直接起诉的，起诉期间不计入申请期限", None
    )
    ended: Exit | None = told("复议未作决定的结果", "决定何时可以起诉", None)
    ended_on: date | None = told("收到决定书之日，或者复议期限届满之日", "起诉期限由此起算", None)


def _answer(facts: CompulsoryFirstFacts, setting: Setting) -> Answer:
    on = facts.on or setting.today
    first = compulsory_first(_situation(facts, on, setting))
    reasons = [
        Reason(first.because, first.article),
        *_on_the_spot(facts, on),
        *_straddles(facts, on),
        *_duty(facts, first, on),
    ]
    proofs = _exit(facts, first, setting)
    return Answer(
        result=first.compulsory.value,
        says=_SAYS[first.compulsory],
        reasons=tuple(reasons),
        proofs=proofs,
        assumed=(*_today(facts, on), *_asked(facts, first)),
        values={
            "compulsory": first.compulsory.value,
            "asks": list(first.asks),
            "sue_until": proofs[0].reckoning.last_day.isoformat() if proofs else None,
        },
    )


def _situation(facts: CompulsoryFirstFacts, on: date, setting: Setting) -> Situation:
    code = code_of(facts.respondent, setting.directory) if facts.respondent else None
    return Situation(
        act=facts.act,
        on=on,
        on_the_spot=facts.on_the_spot,
        title_held=facts.title_held,
        response=facts.response,
        disclosure=facts.disclosure,
        by_law=facts.by_law,
        tax_organ=bool(code and code.endswith(f"-{TAX}")),
    )


def _on_the_spot(facts: CompulsoryFirstFacts, on: date) -> list[Reason]:
    """The limit; what decides is that it was given on the spot, not that it might have been."""
    if facts.act is not ActKind.PENALTY or facts.fine_yuan is None:
        return []
    bound = limit(facts.field, facts.done_on or on)
    within = bound.allows(facts.fine_yuan, organisation=facts.organisation)
    text = f"可以当场处罚的限额：{bound.says}"
    if not within:
        text += "；本案罚款超过限额，不应当场作出"
        text += "，但是已经当场作出的仍然前置" if facts.on_the_spot else ""
    return [Reason(text, bound.article, within)]


def _straddles(facts: CompulsoryFirstFacts, on: date) -> list[Reason]:
    return [Reason(*STRADDLES)] if straddles((facts.done_on,), on) else []


def _duty(facts: CompulsoryFirstFacts, first: First, on: date) -> list[Reason]:
    """The duty to tell, and what follows where it was not kept (ARL 23(2); ARR2026 26)."""
    if first.compulsory is Compulsory.FREE:
        return [Reason("可以先申请复议，也可以直接起诉", ALL[44].par(1))]
    if first.compulsory is Compulsory.CONDITIONAL:
        return []
    reasons = [
        Reason("行政机关作出行政行为时应当告知先申请行政复议", ARL[23].par(2), facts.told_first),
        Reason("未经复议直接起诉的，人民法院裁定不予立案", ALI[56].par(1)),
    ]
    if facts.told_first is False and ARR2026.in_force(on):
        text = "没有告知而直接起诉的，起诉之日至裁定送达之日不计入复议申请期限"
        reasons.append(Reason(text, ARR2026[26]))
    return reasons


def _exit(facts: CompulsoryFirstFacts, first: First, setting: Setting) -> tuple[Proof, ...]:
    if first.compulsory is Compulsory.FREE or facts.ended is None or facts.ended_on is None:
        return ()
    return (exit_to_court(facts.ended, facts.ended_on, setting.calendar),)


def _today(facts: CompulsoryFirstFacts, on: date) -> tuple[Assumed, ...]:
    return () if facts.on else (Assumed("on", f"今天（{on}）", _changes("on")),)


def _asked(facts: CompulsoryFirstFacts, first: First) -> list[Assumed]:
    """The fields on which it hangs; of other laws a free choice presumes that there is none."""
    asked = [Assumed(field, "未说明", _changes(field)) for field in first.asks]
    if first.compulsory is Compulsory.FREE and facts.by_law is None:
        asked.append(Assumed("by_law", "没有", _changes("by_law")))
    return asked


def _changes(field: str) -> str:
    extra = CompulsoryFirstFacts.model_fields[field].json_schema_extra
    return str(extra["changes"]) if isinstance(extra, dict) else ""


_SAYS: Final = {
    Compulsory.REQUIRED: "应当先申请行政复议，对复议决定不服的再起诉。",
    Compulsory.FREE: "可以申请行政复议，也可以直接起诉。",
    Compulsory.CONDITIONAL: "还不能判定是否应当先申请行政复议；先申请复议为稳妥。",
}

QUESTION: Final = Question(
    name="compulsory-first",
    term="复议前置",
    says="对这一行政行为，是否应当先申请行政复议才能起诉？",
    facts=CompulsoryFirstFacts,
    answer=_answer,
    results={
        "required": "应当先申请行政复议",
        "free": "可以申请复议，也可以直接起诉",
        "conditional": "事实不足，尚不能判定",
    },
    example={"act": "penalty", "on_the_spot": True, "fine_yuan": 200, "on": "2026-09-01"},
)
"""复议前置 (ARL 23)."""
