"""调解: may a dispute be mediated, by whom, until when, and what an agreement is worth."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from services.mediation.domain.fields import Bar, Field, Kind
from services.mediation.domain.gate import Verdict, against_act, stale, unconsented, verdict
from services.mediation.domain.general import (
    ACCEPT_TYPICAL,
    ADMINISTRATIVE_GENERAL,
    TERM_TYPICAL,
    TYPICAL_BASIS,
)
from services.mediation.domain.ladder import BASIS, climb
from services.mediation.domain.limits import proofs_of, running
from services.mediation.domain.matters import CODES, kinds_of, not_commercial
from services.mediation.lawdesk import agreeing
from services.mediation.lawdesk.facts import MediationFacts
from services.mediation.lawdesk.organs import code_of, organs_of
from shared.directory import Nature
from shared.law.article import ARL, LDMA, LIMITATION, PML
from shared.law.period import parse_period
from shared.law.proof import Proof
from shared.lawdesk import Answer, Assumed, Question, Reason, Setting, Table

_NOT_CIVIL: Final = frozenset({Nature.ACT, Nature.PETITION, Nature.LABOUR})


def _answer(facts: MediationFacts, setting: Setting) -> Answer:
    on = facts.on or facts.received_on or facts.accepted_on or setting.today
    code = code_of(facts.matter, setting.directory)
    nature = _nature(code, setting)
    if nature is None and code not in CODES:
        reason = Reason("没有这一事项；民间纠纷都可以申请人民调解", PML[2])
        return Answer(result="unknown", says="名录中没有这一事项。", reasons=(reason,))
    if facts.against_act or (nature is Nature.ACT and code not in CODES):
        return _act(facts, setting)
    fields = kinds_of(
        code, on, civil=nature not in _NOT_CIVIL, departmental=nature is Nature.DEPARTMENT
    )
    verdicts = [
        verdict(field, _bars(facts, field, setting))
        for field in fields
        if facts.kind in (None, field.kind)
    ]
    return _told(code, facts, on, setting, verdicts)


def _nature(code: str, setting: Setting) -> Nature | None:
    matter = setting.directory.matters.get(code)
    return matter.nature if matter else None


def _bars(facts: MediationFacts, field: Field, setting: Setting) -> frozenset[Bar]:
    stands = {
        Bar.REFUSED: facts.refused,
        Bar.IN_COURT: facts.in_court,
        Bar.ELSEWHERE: facts.elsewhere,
        Bar.REPEATED: facts.repeated,
        Bar.GRAVE: facts.minor is False,
        Bar.NOT_CIVIL: facts.civil is False,
        Bar.OUT_OF_FIELD: facts.expropriation,
        Bar.STALE: stale(field, facts.days, setting.calendar),
    }
    return frozenset(bar for bar, holds in stands.items() if holds)


def _act(facts: MediationFacts, setting: Setting) -> Answer:
    note = against_act()
    known = facts.act_known_on
    return Answer(
        result="act",
        says=f"{note.text}。",
        reasons=(Reason(note.text, note.article, met=False), *_clocks(facts)),
        proofs=(running(known, setting.calendar),) if known else (),
    )


def _told(
    code: str, facts: MediationFacts, on: date, setting: Setting, verdicts: list[Verdict]
) -> Answer:
    result = _result(facts, verdicts)
    kinds = frozenset(each.field.kind for each in verdicts)
    reasons = [
        *_absent(code, facts, on, verdicts),
        *(reason for each in verdicts for reason in _of_field(each)),
        *_straddles(facts, verdicts),
        *_consent(facts),
        *agreeing.reasons(facts, kinds),
        *_clocks(facts),
        *_practice(facts),
    ]
    proofs = tuple(_proofs(facts, setting, verdicts))
    return Answer(
        result=result,
        says=_SAYS[result].format(kinds=_names(verdicts)),
        reasons=tuple(reasons),
        proofs=proofs,
        assumed=_assumed(facts, on),
        values=_values(facts, on, setting, verdicts, proofs),
        table=_ladder(facts, setting),
    )


def _result(facts: MediationFacts, verdicts: list[Verdict]) -> str:
    if verdicts and all(each.field.kind is Kind.NONE for each in verdicts):
        return "other"
    if not any(each.is_open for each in verdicts):
        return "refused"
    return "consent" if facts.agreed is False else "may"


def _names(verdicts: list[Verdict]) -> str:
    named = (KINDS[each.field.kind] for each in verdicts if each.is_open)
    return "、".join(dict.fromkeys(named))


def _absent(
    code: str, facts: MediationFacts, on: date, verdicts: list[Verdict]
) -> Iterator[Reason]:
    """Why a kind that was asked about is none for this matter."""
    if verdicts or facts.kind is None:
        return
    why = not_commercial(code, on) if facts.kind is Kind.COMMERCIAL else None
    if why:
        yield Reason(why.text, why.article, met=False)
    else:
        yield Reason(f"这一事项不适用{KINDS[facts.kind]}", met=False)


def _of_field(each: Verdict) -> Iterator[Reason]:
    field = each.field
    label = KINDS[field.kind]
    if field.kind is not Kind.NONE:
        yield Reason(f"{label}：{field.organ}", field.basis, met=each.is_open)
    yield from (Reason(f"{label}：{n.text}", n.article, met=False) for n in each.refused)
    rest = (*field.notes, *filter(None, (field.form, field.failure)))
    yield from (Reason(f"{label}：{note.text}", note.article) for note in rest)
    noted = dict.fromkeys(limit.note for limit in field.limits if limit.note)
    yield from (Reason(f"{label}：{text}") for text in noted)
    if field.configured:
        yield Reason(f"{label}，待核对：{field.configured}")


def _straddles(facts: MediationFacts, verdicts: list[Verdict]) -> Iterator[Reason]:
    """跨越新旧规定: a step lies after the edition by which the rest is answered."""
    for field in (each.field for each in verdicts):
        if field.until and any(day > field.until for day in facts.days.values()):
            text = f"案件跨越新旧规定：所依版本适用到{field.until}，没有过渡规定的，请人工确认"
            yield Reason(text, field.basis)


def _consent(facts: MediationFacts) -> Iterator[Reason]:
    if facts.agreed is False and not facts.refused:
        refused = unconsented()
        yield Reason(str(refused.args[0]), refused.article, met=False)


def _clocks(facts: MediationFacts) -> Iterator[Reason]:
    """What runs on during a mediation, and what its request interrupts."""
    yield Reason("调解不停止六十日的复议申请期限，也不停止对行政机关的起诉期限", ARL[20].par(1))
    yield Reason("请求人民调解等组织保护权利的，诉讼时效自请求之日中断", LIMITATION[12])
    if facts.requested_on:
        day = facts.requested_on
        yield Reason(f"诉讼时效、劳动仲裁时效自{day}中断，重新计算", LDMA[27].par(2))


def _practice(facts: MediationFacts) -> Iterator[Reason]:
    if facts.ladder_on:
        yield Reason(BASIS)


def _proofs(facts: MediationFacts, setting: Setting, verdicts: list[Verdict]) -> Iterator[Proof]:
    tested = (facts.tested_from, facts.tested_to) if facts.tested_from else None
    longer = parse_period(facts.extension) if facts.extension else None
    for each in verdicts:
        yield from proofs_of(each.field, facts.days, setting.calendar, tested=tested, longer=longer)
    yield from agreeing.proofs(facts, setting.calendar)
    if facts.act_known_on:
        yield running(facts.act_known_on, setting.calendar)


def _assumed(facts: MediationFacts, on: date) -> tuple[Assumed, ...]:
    told_day = facts.on or facts.received_on or facts.accepted_on
    today = () if told_day else (Assumed("on", f"今天（{on}）", _changes("on")),)
    effect = [
        Assumed(each, "未说明，不计算生效和司法确认", _changes(each))
        for each in agreeing.unsaid(facts)
    ]
    return (*today, *(() if facts.agreed is not None else (_willing(),)), *effect)


def _willing() -> Assumed:
    return Assumed("agreed", "各方同意", _changes("agreed"))


def _changes(field: str) -> str:
    extra = MediationFacts.model_fields[field].json_schema_extra
    return str(extra["changes"]) if isinstance(extra, dict) else ""


def _values(
    facts: MediationFacts,
    on: date,
    setting: Setting,
    verdicts: list[Verdict],
    proofs: tuple[Proof, ...],
) -> dict[str, Any]:
    kinds = frozenset(each.field.kind for each in verdicts)
    effective = agreeing.effective_on(facts)
    window = next((p.reckoning.last_day for p in proofs if p.term == "共同申请司法确认"), None)
    return {
        "kinds": [
            {
                "kind": each.field.kind.value,
                "open": each.is_open,
                "basis": each.field.basis.code,
                "organs": organs_of(each.field, facts, setting),
            }
            for each in verdicts
        ],
        "effective_on": effective.isoformat() if effective else None,
        "confirm_by": window.isoformat() if window else None,
        "confirmation": agreeing.confirmable(facts, kinds, on, window) if window else None,
        "practice": _typical(facts, setting, verdicts),
        "ladder": [
            [rung.level, r.last_day.isoformat()]
            for rung, r in (climb(facts.ladder_on, setting.calendar) if facts.ladder_on else ())
        ],
    }


def _typical(
    facts: MediationFacts, setting: Setting, verdicts: list[Verdict]
) -> dict[str, str] | None:
    """各地做法的日期, apart from those of the law: no proof, for no article sets them."""
    if all(each.field is not ADMINISTRATIVE_GENERAL for each in verdicts):
        return None
    dates = {"basis": TYPICAL_BASIS}
    if facts.received_on:
        day = ACCEPT_TYPICAL.last_day(facts.received_on, setting.calendar)
        dates["accept_by"] = day.isoformat()
    if facts.accepted_on:
        dates["end_by"] = TERM_TYPICAL.last_day(facts.accepted_on, setting.calendar).isoformat()
    return dates


def _ladder(facts: MediationFacts, setting: Setting) -> Table | None:
    if facts.ladder_on is None:
        return None
    rows = tuple(
        (rung.level, str(rung.within), reckoning.last_day.isoformat())
        for rung, reckoning in climb(facts.ladder_on, setting.calendar)
    )
    return Table(("层级", "期限（本地做法）", "最后一日"), rows)


KINDS: Final = {
    Kind.PEOPLES: "人民调解",
    Kind.ADMINISTRATIVE: "行政调解",
    Kind.VILLAGE: "村、乡镇调解",
    Kind.LABOUR: "劳动争议调解",
    Kind.COMMERCIAL: "商事调解",
    Kind.COURT: "司法调解",
    Kind.NONE: "不以调解处理",
}

_SAYS: Final = {
    "may": "可以调解：{kinds}。",
    "consent": "可以调解（{kinds}），但是尚须各方同意。",
    "refused": "不得调解或者不予受理。",
    "other": "不以调解处理，按其他法定程序办理。",
}

QUESTION: Final = Question(
    name="mediation",
    term="调解",
    says="这一纠纷能否调解，由谁调解，各项期限、协议的效力和司法确认是什么？",
    facts=MediationFacts,
    answer=_answer,
    results={
        "may": "可以调解",
        "consent": "尚须各方同意",
        "refused": "不得调解或者不予受理",
        "other": "不以调解处理",
        "act": "是行政争议，复议或者诉讼",
        "unknown": "没有这一事项",
    },
    example={"matter": "xiaofei", "received_on": "2026-09-21", "accepted_on": "2026-09-24"},
)
"""调解 (PML, and each field's own statute)."""
