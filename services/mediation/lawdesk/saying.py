"""说理: what the law says of a mediation, kind by kind, for the law desk."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from services.mediation.domain.committee import STANDING, Committee, composition
from services.mediation.domain.fields import Kind
from services.mediation.domain.gate import Verdict, unconsented
from services.mediation.domain.ladder import BASIS
from services.mediation.domain.limits import notice_by
from services.mediation.domain.matters import not_commercial
from services.mediation.domain.roads import Rung, ladder
from services.mediation.lawdesk.facts import MediationFacts
from shared.directory import Nature
from shared.law.article import ALL, ARL, LDMA, LIMITATION
from shared.lawdesk import Reason, Setting

KINDS: Final = {
    Kind.PEOPLES: "人民调解",
    Kind.ADMINISTRATIVE: "行政调解",
    Kind.VILLAGE: "村、乡镇调解",
    Kind.LABOUR: "劳动争议调解",
    Kind.COMMERCIAL: "商事调解",
    Kind.COURT: "司法调解",
    Kind.NONE: "不以调解处理",
}


def absent(code: str, facts: MediationFacts, on: date, verdicts: list[Verdict]) -> Iterator[Reason]:
    """Why a kind that was asked about is none for this matter."""
    if verdicts or facts.kind is None:
        return
    why = not_commercial(code, on) if facts.kind is Kind.COMMERCIAL else None
    if why:
        yield Reason(why.text, why.article, met=False)
    else:
        yield Reason(f"这一事项不适用{KINDS[facts.kind]}", met=False)


def of_field(each: Verdict) -> Iterator[Reason]:
    """Who mediates in the field, what is refused, and the field's own rules."""
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


def straddles(facts: MediationFacts, verdicts: list[Verdict]) -> Iterator[Reason]:
    """跨越新旧规定: a step lies after the edition by which the rest is answered."""
    for field in (each.field for each in verdicts):
        if field.until and any(day > field.until for day in facts.days.values()):
            text = f"案件跨越新旧规定：所依版本适用到{field.until}，没有过渡规定的，请人工确认"
            yield Reason(text, field.basis)


def consent(facts: MediationFacts) -> Iterator[Reason]:
    """自愿: until all consent nothing begins (PML 17)."""
    if facts.agreed is False and not facts.refused:
        refused = unconsented()
        yield Reason(str(refused.args[0]), refused.article, met=False)


def clocks(facts: MediationFacts, code: str) -> Iterator[Reason]:
    """What runs on during a mediation, and what its request interrupts."""
    yield Reason("调解不停止六十日的复议申请期限", ARL[20].par(1))
    yield Reason("调解也不停止对行政机关的起诉期限", ALL[46].par(1))
    yield Reason("请求人民调解等组织保护权利的，诉讼时效自请求之日中断", LIMITATION[12])
    day = facts.requested_on
    if day and code == "laodong":
        yield Reason(f"劳动仲裁时效自{day}中断，重新计算", LDMA[27].par(2))
    elif day:
        yield Reason(f"诉讼时效自{day}中断；不能以此代替对行政机关的期限", LIMITATION[12])


def ladder_of(facts: MediationFacts, nature: Nature | None) -> tuple[Rung, ...]:
    """依次的途径; a matter that the directory does not know is a civil one."""
    return ladder(nature or Nature.CIVIL, against_act=facts.against_act)


def roads(facts: MediationFacts, nature: Nature | None) -> Iterator[Reason]:
    """依次的途径, rung by rung."""
    for number, rung in enumerate(ladder_of(facts, nature), start=1):
        yield Reason(f"途径{number}：{rung.text}", rung.article)


def ahead(facts: MediationFacts, verdicts: list[Verdict], setting: Setting) -> Iterator[Reason]:
    """提前通知, with the latest day where the day of the session is known."""
    for one in (each for verdict in verdicts for each in verdict.field.ahead):
        text = f"{one.term}，提前{one.period}"
        if facts.held_on:
            by = notice_by(one, facts.held_on, setting.calendar)
            text = f"{text}，最迟{by}"
        yield Reason(text, one.article)


def unextended(facts: MediationFacts, verdicts: list[Verdict]) -> Iterator[Reason]:
    """不得延长的调解期限: no article lets the organ prolong it (MEDICAL 40)."""
    if facts.extension is None:
        return
    for field in (each.field for each in verdicts if each.is_open):
        for limit in (each for each in field.limits if "调解" in each.term):
            if limit.longer is None:
                text = f"{KINDS[field.kind]}的{limit.term}期限没有规定可以延长，不予延长"
                yield Reason(text, limit.article, met=False)


def of_committee(facts: MediationFacts, kinds: frozenset[Kind]) -> Iterator[Reason]:
    """人民调解委员会的组成 (PML 8 to 10, 15)."""
    if Kind.PEOPLES not in kinds:
        return
    yield from (Reason(note.text, note.article) for note in STANDING)
    committee = Committee(
        members=facts.committee_members,
        women=facts.committee_women,
        mixed=facts.committee_mixed,
        minority=facts.committee_minority,
    )
    for note, met in composition(committee):
        yield Reason(note.text, note.article, met)


def practice(facts: MediationFacts) -> Iterator[Reason]:
    """本地做法, which no law sets."""
    if facts.ladder_on:
        yield Reason(BASIS)
