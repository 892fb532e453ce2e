"""行政裁决: may a dispute be adjudicated, by whom, until when, and what is open against it."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from services.adjudication.domain.catalogue import Row, Way
from services.adjudication.domain.competence import Competence, competent
from services.adjudication.domain.matters import rows_of
from services.adjudication.domain.points import Outside, in_court, outside
from services.adjudication.domain.powers import Mediation, no_power
from services.adjudication.domain.steps import (
    Days,
    after_ruling,
    before_ruling,
    procurement,
)
from services.adjudication.lawdesk.course import course_of
from services.adjudication.lawdesk.facts import AdjudicationFacts
from services.adjudication.lawdesk.organs import organs_of
from shared.contracts.intake import ActKind
from shared.contracts.routing import Compulsory
from shared.law.article import ALL, COERCION, PLAN
from shared.law.proof import Proof
from shared.law.reconsidering.compulsory import First, Situation, compulsory_first
from shared.lawdesk import Answer, Assumed, Question, Reason, Setting

_RULED: Final = (Way.ADJUDICATE, Way.STATE)


def _answer(facts: AdjudicationFacts, setting: Setting) -> Answer:
    on = facts.on or facts.received_on or setting.today
    code = _code(facts.matter, setting)
    row = next((each for each in rows_of(code) if each.in_force(on)), None)
    if row is None:
        return _none(code, on, setting)
    out = outside(row.code, facts.point)
    if facts.in_court and row.way in _RULED:
        out = in_court(row)
    if out:
        return _outside(row, out, facts, on)
    return _ruled(row, facts, on, setting)


def _code(written: str, setting: Setting) -> str:
    """The matter by its code or its name, in the catalogue or in the directory."""
    text = written.strip()
    for code, matter in setting.directory.matters.items():
        if text in (code, matter.name):
            return code
    return next((row.code for row in rows_of(None) if text == row.term), text)


def _none(code: str, on: date, setting: Setting) -> Answer:
    """没有裁决权: the same refusal that the office's command gives."""
    matter = setting.directory.matters.get(code)
    refusal = no_power(code, on)
    reasons = (Reason(str(refusal.args[0]), refusal.article, met=False),) if refusal else ()
    if matter is None:
        says = "名录和目录中都没有这一事项；没有法律规定的，行政机关不得裁决。"
        return Answer(result="unknown", says=says, reasons=reasons)
    says = f"{matter.name}不由行政机关裁决，可以调解，或者依法仲裁、起诉。"
    return Answer(
        result="none",
        says=says,
        reasons=reasons,
        values={"matter": code, "nature": matter.nature.value},
    )


def _outside(row: Row, out: Outside, facts: AdjudicationFacts, on: date) -> Answer:
    reasons = (
        Reason(f"{row.term}依法可以处理的只是权利归属或者侵权认定", row.basis),
        Reason(out.says, out.article, met=False),
    )
    return Answer(
        result="excluded",
        says=f"{out.says}。",
        reasons=reasons,
        assumed=_today(facts, on),
        values={"matter": row.code, "way": out.way.value, "point": facts.point.value},
    )


def _ruled(row: Row, facts: AdjudicationFacts, on: date, setting: Setting) -> Answer:
    who = competent(row, facts.parties, facts.across)
    first = _first(row, facts, on)
    proofs = _proofs(row, facts, first, setting)
    late = _late(facts, proofs)
    reasons = [
        Reason(row.says, row.basis, met=row.way in _RULED),
        *_of_organ(who),
        *_of_procedure(row),
        *(Reason(note.text, note.article) for note in row.notes),
        *_of_remedy(row, first),
        *_doubts(row, facts),
        *([Reason(f"{late.term}超过法定期限，不予受理", late.article, met=False)] if late else []),
    ]
    result = "late" if late else row.way.value
    return Answer(
        result=result,
        says=f"{row.term}：{f'已超过{late.term}期限' if late else row.says}。",
        reasons=tuple(reasons),
        proofs=proofs,
        assumed=(*_today(facts, on), *_asked(row, who, first, facts)),
        values=_values(row, who, first, facts, setting),
    )


def _of_organ(who: Competence | None) -> Iterator[Reason]:
    if who:
        note = "（参照土地权属争议的规定，本法未作规定）" if who.by_analogy else ""
        yield Reason(f"{who.says}{note}", who.article)


def _of_procedure(row: Row) -> Iterator[Reason]:
    """权利告知、先行调解、收费 and the ruling that no period bounds."""
    if row.way not in _RULED:
        return
    yield Reason("有权机关应当告知当事人可以申请裁决，裁决后告知救济途径和期限", PLAN[24])
    if row.power:
        yield Reason(_MEDIATION[row.power.mediation], row.power.mediated_under)
        if row.power.unbounded:
            yield Reason(row.power.unbounded, row.basis)
    yield Reason("没有法律、法规规定收费，裁决不收取费用")


def _of_remedy(row: Row, first: First | None) -> Iterator[Reason]:
    if row.to_sue is None:
        return
    if first and first.compulsory is not Compulsory.FREE:
        yield Reason(first.because, first.article)
    else:
        yield Reason("对裁决不服的，可以申请行政复议，也可以直接提起行政诉讼", ALL[44].par(1))
    text = "起诉裁决的，可以在一审开庭前请求人民法院一并解决民事争议"
    yield Reason(text, ALL[61].par(1))
    text = "不复议、不起诉又不履行的，先书面催告，十个工作日后可以申请人民法院强制执行"
    yield Reason(text, COERCION[54])


def _doubts(row: Row, facts: AdjudicationFacts) -> Iterator[Reason]:
    if row.configured:
        yield Reason(f"待核对：{row.configured}")
    later = (facts.accepted_on, facts.opinion_on, facts.served_on)
    if row.until and any(day and day > row.until for day in later):
        text = f"案件跨越新旧规定：{row.basis}的这一版适用到{row.until}，没有过渡规定，请人工确认"
        yield Reason(text, row.basis)


def _first(row: Row, facts: AdjudicationFacts, on: date) -> First | None:
    """复议前置, decided where reconsideration decides it, too (ARL 23)."""
    natural = row.power.natural_resource if row.power else row.code == "kuangqu"
    if not natural or row.way is not Way.ADJUDICATE:
        return None
    act = ActKind.RESOURCE_TITLE
    return compulsory_first(
        Situation(act=act, on=facts.served_on or on, title_held=facts.title_held)
    )


def _proofs(
    row: Row, facts: AdjudicationFacts, first: First | None, setting: Setting
) -> tuple[Proof, ...]:
    days = Days(**{name: getattr(facts, name) for name in Days.__dataclass_fields__})
    before = procurement(facts.knew_on, facts.queried_on, setting.calendar)
    steps = before_ruling(row, days, setting.calendar, course_of(row, facts))
    required = first is not None and first.compulsory is Compulsory.REQUIRED
    after = after_ruling(row, days, setting.calendar, review_first=required)
    return (*(before if row.code == "caigou" else ()), *steps, *after)


def _late(facts: AdjudicationFacts, proofs: tuple[Proof, ...]) -> Proof | None:
    """质疑、投诉逾期 (GPL 52, 55): either reached its addressee after its last day."""
    came = {"质疑": facts.queried_on, "投诉": facts.received_on}
    for proof in proofs:
        day = came.get(proof.term)
        if day and day > proof.reckoning.last_day:
            return proof
    return None


def _today(facts: AdjudicationFacts, on: date) -> tuple[Assumed, ...]:
    if facts.on or facts.received_on:
        return ()
    return (Assumed("on", f"今天（{on}）", _changes("on")),)


def _asked(
    row: Row, who: Competence | None, first: First | None, facts: AdjudicationFacts
) -> Iterator[Assumed]:
    for field in who.asks if who else ():
        if getattr(facts, field) is None:
            yield Assumed(field, _TAKEN[field], _changes(field))
    if row.way is Way.ADJUDICATE and facts.place is None:
        yield Assumed("place", "不指明哪一个机关", _changes("place"))
    if first and first.asks:
        yield Assumed("title_held", "没有侵犯、可以直接起诉", _changes("title_held"))


def _changes(field: str) -> str:
    extra = AdjudicationFacts.model_fields[field].json_schema_extra
    return str(extra["changes"]) if isinstance(extra, dict) else ""


def _values(
    row: Row,
    who: Competence | None,
    first: First | None,
    facts: AdjudicationFacts,
    setting: Setting,
) -> dict[str, Any]:
    return {
        "matter": row.code,
        "way": row.way.value,
        "since": row.since.isoformat() if row.since != date.min else None,
        "until": row.until.isoformat() if row.until else None,
        "ranks": [rank.value for rank in who.ranks] if who else [],
        "organs": organs_of(row, who, facts, setting),
        "mediation": row.power.mediation.value if row.power else None,
        "review_first": first.compulsory.value if first else "free",
        "sue": row.to_sue.period.code if row.to_sue else None,
        "configured": bool(row.configured),
    }


_TAKEN: Final = {"parties": "单位之间", "exploration": "两种都可能"}

_MEDIATION: Final = {
    Mediation.FIRST: "应当先行调解，调解不成的再裁决",
    Mediation.MAY: "可以调解，调解不成的裁决",
    Mediation.NONE: "审查投诉不以调解为前提",
}

QUESTION: Final = Question(
    name="adjudication",
    term="行政裁决",
    says="这一纠纷能否由行政机关裁决，由谁裁决，各步期限和下一步救济是什么？",
    facts=AdjudicationFacts,
    answer=_answer,
    results={
        "adjudicate": "由本市的机关裁决",
        "state": "由国务院部门裁决",
        "mediate": "行政机关只能调解",
        "penalty": "查处违法，赔偿只能调解",
        "arbitrate": "仲裁，不裁决",
        "court": "民事诉讼，不裁决",
        "act": "是行政行为，复议、复审或者诉讼",
        "between": "行政区域之间，由上级人民政府裁决",
        "doubtful": "依据存疑",
        "excluded": "争点不在可以裁决的范围，或者法院已经受理",
        "late": "已超过质疑、投诉期限",
        "none": "没有法律规定可以裁决",
        "unknown": "没有这一事项",
    },
    example={"matter": "tudi", "parties": "units", "place": "甘州区", "received_on": "2026-09-21"},
)
"""行政裁决 (PLAN 24)."""
