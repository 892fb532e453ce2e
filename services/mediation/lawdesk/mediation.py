"""调解: may a dispute be mediated, by whom, until when, and what an agreement is worth."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from services.mediation.domain.committee import term
from services.mediation.domain.fields import Bar, Field, Kind
from services.mediation.domain.gate import Verdict, against_act, stale, verdict
from services.mediation.domain.general import licensing
from services.mediation.domain.limits import proofs_of, running
from services.mediation.domain.matters import CODES, kinds_of
from services.mediation.lawdesk import agreeing, practice
from services.mediation.lawdesk import saying as said
from services.mediation.lawdesk.facts import MediationFacts
from services.mediation.lawdesk.organs import code_of, organs_of
from shared.directory import Nature
from shared.law.article import PML
from shared.law.period import parse_period
from shared.law.proof import Proof
from shared.lawdesk import Answer, Assumed, Question, Reason, Setting

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
        Bar.NOT_CONCERNED: facts.concerned is False,
        Bar.FALSE: facts.false,
        Bar.STALE: stale(field, facts.days, setting.calendar),
    }
    return frozenset(bar for bar, holds in stands.items() if holds)


def _act(facts: MediationFacts, setting: Setting) -> Answer:
    note = against_act()
    known = facts.act_known_on
    return Answer(
        result="act",
        says=f"{note.text}。",
        reasons=(
            Reason(note.text, note.article, met=False),
            *said.clocks(facts, ""),
            *said.roads(facts, Nature.ACT),
        ),
        proofs=running(known, setting.calendar) if known else (),
    )


def _told(
    code: str,
    facts: MediationFacts,
    on: date,
    setting: Setting,
    verdicts: list[Verdict],
) -> Answer:
    result, nature = _result(facts, verdicts), _nature(code, setting)
    kinds = frozenset(each.field.kind for each in verdicts)
    reasons = [
        *said.absent(code, facts, on, verdicts),
        *(reason for each in verdicts for reason in said.of_field(each)),
        *said.straddles(facts, verdicts),
        *said.ahead(facts, verdicts, setting),
        *said.unextended(facts, verdicts),
        *said.consent(facts),
        *said.of_committee(facts, kinds),
        *agreeing.reasons(facts, kinds),
        *said.clocks(facts, code),
        *said.roads(facts, nature),
        *said.practice(facts),
    ]
    proofs = tuple(_proofs(facts, setting, verdicts))
    return Answer(
        result=result,
        says=_SAYS[result].format(kinds=_names(verdicts)),
        reasons=tuple(reasons),
        proofs=proofs,
        assumed=_assumed(facts, on),
        values=_values(facts, on, setting, verdicts, proofs)
        | {"roads": [rung.road.value for rung in said.ladder_of(facts, nature)]},
        table=practice.table(facts, setting, verdicts),
    )


def _result(facts: MediationFacts, verdicts: list[Verdict]) -> str:
    if verdicts and all(each.field.kind is Kind.NONE for each in verdicts):
        return "other"
    if not any(each.is_open for each in verdicts):
        return "refused"
    return "consent" if facts.agreed is False else "may"


def _names(verdicts: list[Verdict]) -> str:
    named = (said.KINDS[each.field.kind] for each in verdicts if each.is_open)
    return "、".join(dict.fromkeys(named))


def _proofs(facts: MediationFacts, setting: Setting, verdicts: list[Verdict]) -> Iterator[Proof]:
    tested = (facts.tested_from, facts.tested_to) if facts.tested_from else None
    longer = parse_period(facts.extension) if facts.extension else None
    for each in verdicts:
        yield from proofs_of(each.field, facts.days, setting.calendar, tested=tested, longer=longer)
    yield from agreeing.proofs(facts, setting.calendar)
    if facts.act_known_on:
        yield from running(facts.act_known_on, setting.calendar)
    licence = licensing(facts.founded_on, setting.calendar) if facts.founded_on else None
    if licence:
        yield licence
    if facts.committee_elected_on:
        yield term(facts.committee_elected_on, setting.calendar)


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
        "practice": practice.dates(facts, setting, verdicts),
        "ladder": practice.levels(facts, setting),
        "interrupted_on": facts.requested_on.isoformat() if facts.requested_on else None,
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
