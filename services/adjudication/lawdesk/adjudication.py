"""行政裁决: may a dispute be adjudicated, by whom, until when, and what is open against it."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from services.adjudication.domain.catalogue import Decider, Row, Way
from services.adjudication.domain.competence import Competence, competent
from services.adjudication.domain.matters import near, rows_of
from services.adjudication.domain.points import Outside, in_court, outside
from services.adjudication.domain.powers import no_power
from services.adjudication.domain.procuring import Procuring, procurement
from services.adjudication.domain.remedies import suing_over_silence, unruled, urge_by
from services.adjudication.domain.steps import Days, after_ruling, before_ruling
from services.adjudication.lawdesk import saying as said
from services.adjudication.lawdesk.course import course_of
from services.adjudication.lawdesk.facts import AdjudicationFacts
from services.adjudication.lawdesk.organs import organs_of
from services.adjudication.lawdesk.saying import RULED
from services.adjudication.lawdesk.workflow import listed, table, workflow
from shared.contracts.intake import ActKind
from shared.contracts.routing import Compulsory
from shared.law.proof import Proof
from shared.law.reconsidering.compulsory import First, Situation, compulsory_first
from shared.lawdesk import Answer, Assumed, Question, Reason, Setting


def _answer(facts: AdjudicationFacts, setting: Setting) -> Answer:
    on = facts.on or facts.received_on or setting.today
    code = _code(facts.matter, setting)
    row = next((each for each in rows_of(code) if each.in_force(on)), None)
    if row is None:
        return _none(code, on, setting)
    out = outside(row.code, facts.point)
    if facts.in_court and row.way in RULED:
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
    alike = {} if matter else near(code)
    if alike:
        return _unnamed(code, alike)
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


def _unnamed(written: str, alike: dict[str, str]) -> Answer:
    """名称不完全相符: the names that were perhaps meant, before anything is said of the law."""
    listed_names = "、".join(f"{name}（{code}）" for code, name in alike.items())
    return Answer(
        result="unknown",
        says=f"名录中没有名为“{written}”的事项，相近的有：{listed_names}；请以其中之一再问。",
        reasons=(Reason(f"事项按名录的名称或者代码查找，相近的有：{listed_names}"),),
        values={"near": [{"code": code, "name": name} for code, name in alike.items()]},
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
    who = competent(row, facts.parties, facts.across, exploration=facts.exploration)
    first = _first(row, facts, on)
    proofs = _proofs(row, facts, first, setting)
    late = _late(facts, proofs)
    reasons = [
        Reason(row.says, row.basis, met=row.way in RULED),
        *(said.elsewhere(row)),
        *said.of_organ(who),
        *said.of_procedure(row),
        *(Reason(note.text, note.article) for note in row.notes),
        *said.of_remedy(row, first),
        *said.of_silence(row, facts, facts.on or setting.today),
        *said.doubts(row, facts),
        *([Reason(f"{late.term}超过法定期限，不予受理", late.article, met=False)] if late else []),
    ]
    stages = workflow(row, proofs) if row.way in RULED else ()
    result = "late" if late else row.way.value
    return Answer(
        result=result,
        says=_says(row, late),
        reasons=tuple(reasons),
        proofs=proofs,
        assumed=(*_today(facts, on), *_asked(row, who, first, facts)),
        values=_values(row, who, first, facts, setting)
        | {"workflow": listed(stages), "urge_by": _urge_by(proofs, setting)},
        table=table(stages) if stages else None,
    )


def _urge_by(proofs: tuple[Proof, ...], setting: Setting) -> str | None:
    """最迟的催告之日, once the end of the last remedy is known (COERCION 53, 54)."""
    named = {each.term: each.reckoning for each in proofs}
    applying = named.get("裁决机关申请人民法院强制执行")
    return urge_by(applying.start, setting.calendar).isoformat() if applying else None


def _says(row: Row, late: Proof | None) -> str:
    if late:
        return f"{row.term}：已超过{late.term}期限。"
    if row.decider is Decider.NATIONAL:
        return f"{row.term}：不在本市裁决，应当向国务院有关部门提出；{row.says}。"
    return f"{row.term}：{row.says}。"


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
    names = Procuring.__dataclass_fields__
    before = procurement(
        Procuring(**{name: getattr(facts, name) for name in names}), setting.calendar
    )
    steps = before_ruling(row, days, setting.calendar, course_of(row, facts))
    required = first is not None and first.compulsory is Compulsory.REQUIRED
    after = after_ruling(row, days, setting.calendar, review_first=required)
    due = next((each for each in steps if each.term == "作出裁决"), None)
    missed = _missed(row, due, facts, setting) if facts.overdue and due else ()
    return (*(before if row.code == "caigou" else ()), *steps, *missed, *after)


def _missed(row: Row, due: Proof, facts: AdjudicationFacts, setting: Setting) -> tuple[Proof, ...]:
    """逾期未裁决的救济期限, each from the end of the time to rule."""
    reconsider = unruled(due, facts.on or setting.today, setting.calendar)
    if row.power and row.power.silence:
        return reconsider, suing_over_silence(due, setting.calendar)
    return (reconsider,)


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
        "here": row.decider is not Decider.NATIONAL,
    }


_TAKEN: Final = {"parties": "单位之间", "exploration": "两种都可能"}

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
