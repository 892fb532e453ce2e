"""救济与执行: what can be done after a paper was served, and who makes it good (ARL 10, 77-79)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from services.reconsideration.domain import enforcing as e
from services.reconsideration.domain import remedying as r
from services.reconsideration.domain.direct import direct
from services.reconsideration.domain.ordering import ORDERS_NOTHING, performing
from services.reconsideration.domain.remedying import Defendant, Paper, Served, Way
from services.reconsideration.domain.saying import Point
from services.reconsideration.lawdesk import remedy_direct
from services.reconsideration.lawdesk.remedy_facts import RemedyFacts
from services.reconsideration.lawdesk.telling import assumed, reasons
from shared.law.article import ALI, ALL, ARL
from shared.law.calendar import Calendar
from shared.law.proof import Proof
from shared.lawdesk import Answer, Question, Setting


@dataclass(frozen=True, slots=True)
class _Seen:
    served: Served
    suit: Proof | None
    way: Way
    point: Point
    defendant: Defendant | None
    enforcer: str | None
    ended: e.Ended | None
    """From when on the court may be asked to enforce; None if nobody enforces, or not yet."""
    original: Proof | None
    """直接起诉原行政行为的期限, where it is still open beside the paper."""


def _look(facts: RemedyFacts, on: date, calendar: Calendar) -> _Seen:
    later = facts.learnt_suit_on is not None
    served = Served(
        paper=facts.paper,
        on=facts.served_on,
        outcome=facts.outcome,
        told=False if facts.told_suit is None and later else facts.told_suit,
        learnt_on=facts.learnt_suit_on,
        compulsory=bool(facts.compulsory),
        by_procedure=facts.by_procedure,
        on_merits=facts.on_merits,
        final=facts.final,
        own_act=facts.own_act,
        settled=facts.settled,
        partly_upheld=facts.partly_upheld,
        same_result=facts.same_result,
    )
    suit = r.suit(served, calendar)
    way, point = r.way(served, suit, on)
    original = None
    if facts.paper in _ORIGINAL_OPEN and not facts.compulsory:
        original = direct(remedy_direct.act_of(facts), calendar)
    if original and way is Way.NONE:
        way, point = _after_withdrawal(original, on)
    sued, enforced = r.defendant(served), e.enforcer(served)
    ended = e.ended(served, suit, facts.perform_until) if enforced else None
    return _Seen(
        *(served, suit, way, point, sued[0] if sued else None),
        *(enforced[0] if enforced else None, ended, original),
    )


def _after_withdrawal(original: Proof, on: date) -> tuple[Way, Point]:
    """撤回并准予的: the suit over the original act, as if it had not been reconsidered (ALI 58)."""
    met = on <= original.reckoning.last_day
    text = "经同意撤回复议申请后，在法定起诉期限内可以对原行政行为起诉"
    return Way.SUE if met else Way.SUIT_OVER, Point(text, ALI[58], met)


def _answer(facts: RemedyFacts, setting: Setting) -> Answer:
    if facts.paper in remedy_direct.DIRECT:
        return remedy_direct.answer(facts, setting)
    on = facts.on or setting.today
    seen = _look(facts, on, setting.calendar)
    proofs = tuple(_proofs(facts, seen, on, setting.calendar))
    return Answer(
        result=seen.way.value,
        says=_says(seen),
        reasons=reasons(
            [
                seen.point,
                *_suing(facts, seen),
                *_performing(facts),
                *_enforcing(facts, seen, setting.calendar),
            ]
        ),
        proofs=proofs,
        assumed=assumed(facts, _taken(facts, seen)),
        values={
            "sue_until": _until(seen),
            "defendant": seen.defendant.value if seen.defendant else None,
            "enforcer": seen.enforcer,
            "urge_by": e.urge_by(seen.ended, setting.calendar).isoformat() if seen.ended else None,
            "copy_to_superior": facts.respondent_department
            and facts.paper in {Paper.DECISION, Paper.OPINION},
            "deadlines": {each.term: each.reckoning.last_day.isoformat() for each in proofs},
        },
    )


def _suing(facts: RemedyFacts, seen: _Seen) -> Iterator[Point | None]:
    """Whom to sue, and in which court."""
    yield from r.beside(seen.served)
    sued = r.defendant(seen.served)
    if sued and seen.way not in {Way.FINAL, Way.NONE}:
        yield Point(f"被告：{_DEFENDANTS[sued[0]]}", sued[1])
        yield r.court(sued[0], government=facts.authority_government)
        yield Point("经复议的案件，也可以由复议机关所在地人民法院管辖", ALL[18].par(1))
        yield from r.upholding(sued[0])
    if facts.paper is Paper.OVERDUE:
        yield Point("逾期不作决定的，只有申请人可以据此起诉", ALL[45])


def _performing(facts: RemedyFacts) -> Iterator[Point | None]:
    """Who must perform, who gets a copy, and what is published."""
    yield from r.performance(facts.paper, failing=facts.failing)
    yield r.copies(facts.paper, department=facts.respondent_department)
    if facts.paper is Paper.DECISION:
        yield from r.publishing()
        yield Point("决定书一经送达，即发生法律效力", ARL[75].par(2))


def _enforcing(facts: RemedyFacts, seen: _Seen, calendar: Calendar) -> Iterator[Point]:
    """Who enforces against the applicant and third persons, and how (ARL 78)."""
    enforced = e.enforcer(seen.served)
    if enforced is None:
        return
    whoever = "申请人、第三人逾期不起诉又不履行的"
    if facts.paper is Paper.MEDIATION:
        whoever = "申请人、第三人不履行调解书的"
    elif seen.served.final:
        whoever = "申请人、第三人不履行最终裁决的"
    yield Point(f"{whoever}，{enforced[1].text}", enforced[1].article)
    yield from e.courting(seen.ended, facts.urged_on, calendar)


def _proofs(facts: RemedyFacts, seen: _Seen, on: date, calendar: Calendar) -> Iterator[Proof]:
    if seen.suit:
        yield seen.suit
    if seen.original:
        yield seen.original
    if seen.enforcer:
        yield from e.enforcing(seen.ended, facts.urged_on, calendar)
    start = facts.respondent_served_on
    if start is None:
        return
    if facts.paper is Paper.OPINION:
        yield r.reporting(start, calendar)
    elif facts.paper in {Paper.DECISION, Paper.MEDIATION} and facts.outcome not in ORDERS_NOTHING:
        day = min(start, on)
        proof = performing(
            facts.perform_within, start, day, calendar, redo=facts.redo, outcome=facts.outcome
        )
        yield from [proof] if proof else []


def _taken(facts: RemedyFacts, seen: _Seen) -> dict[str, str]:
    taken = {"on": "今天"}
    if seen.way is Way.UNKNOWN:
        taken["served_on"] = "不明，不能计算"
    if facts.paper is Paper.DECISION:
        taken["outcome"] = "不明，不能确定被告和执行的机关"
    if seen.suit and facts.learnt_suit_on is None and facts.paper is not Paper.OVERDUE:
        taken["told_suit"] = "已经告知"
    if facts.told_suit is False:
        taken["learnt_suit_on"] = "尚不知道"
    if facts.paper in _ORIGINAL_OPEN:
        taken["compulsory"] = "不属于前置"
        if not facts.compulsory:
            taken["known_on"] = "不明，不能计算对原行政行为的起诉期限"
    if seen.enforcer and seen.suit is None:
        taken["perform_until"] = "没有写明，自生效之日起算"
    return taken


def _until(seen: _Seen) -> str | None:
    over = seen.suit or (seen.original if seen.way in {Way.SUE, Way.SUIT_OVER} else None)
    return over.reckoning.last_day.isoformat() if over else None


def _says(seen: _Seen) -> str:
    last = _until(seen)
    return _SAYS[seen.way].format(last=last)


_ORIGINAL_OPEN: Final = (Paper.DECLINED, Paper.TERMINATED)
"""After which the original act may still be sued over, where the choice is free (ALI 58)."""

_DEFENDANTS: Final = {
    Defendant.ORGAN: "作出原行政行为的行政机关",
    Defendant.AUTHORITY: "复议机关",
    Defendant.BOTH: "作出原行政行为的行政机关和复议机关（共同被告）",
    Defendant.CHOICE: "诉原行政行为的为作出机关，诉复议机关不作为的为复议机关",
}

_SAYS: Final = {
    Way.SUE: "可以向人民法院起诉，最迟{last}。",
    Way.SUE_OR_COUNCIL: "最迟{last}可以向人民法院起诉，也可以向国务院申请裁决。",
    Way.SUIT_OVER: "起诉期限已于{last}届满。",
    Way.FINAL: "属于最终裁决，不得起诉，应当履行。",
    Way.NONE: "没有单独的起诉途径，应当履行。",
    Way.UNKNOWN: "送达之日不明，不能计算起诉期限。",
}

QUESTION: Final = Question(
    name="remedy",
    term="救济与执行",
    says="文书送达后可以怎么办，向哪里，何时届满，谁负责执行和抄告？",
    facts=RemedyFacts,
    answer=_answer,
    results={
        "sue": "可以起诉",
        "sue_or_council": "可以起诉或者申请国务院裁决",
        "suit_over": "起诉期限已满",
        "review_first": "应当先申请复议",
        "in_review": "复议期间，不得起诉",
        "wait": "履行期限未满，尚不能起诉",
        "final": "最终裁决，不得起诉",
        "none": "没有单独的救济",
        "unknown": "没有可以起算的日期",
    },
    example={
        "paper": "decision",
        "outcome": "upheld",
        "served_on": "2026-11-10",
        "respondent_department": True,
    },
)
"""救济与执行 (ARL 10, 26, 34, 77 to 79)."""
