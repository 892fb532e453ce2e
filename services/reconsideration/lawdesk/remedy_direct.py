"""直接起诉, for the question 救济与执行: over an act or an omission that nobody reconsidered."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from services.reconsideration.domain import direct as d
from services.reconsideration.domain.remedying import Paper, Way
from services.reconsideration.domain.saying import Point
from services.reconsideration.lawdesk.remedy_facts import RemedyFacts
from services.reconsideration.lawdesk.telling import assumed, reasons
from shared.law.article import ALL, ARL
from shared.law.calendar import Calendar
from shared.law.period import parse_period
from shared.law.proof import Proof
from shared.law.suing import PERFORM_DUTY, Omission, omitted
from shared.lawdesk import Answer, Setting

DIRECT: Final = (Paper.ACT, Paper.INACTION)
"""What is sued over without a reconsideration."""


def act_of(facts: RemedyFacts) -> d.Act:
    """被诉的行政行为, as it was told."""
    later = facts.learnt_suit_on is not None
    first = facts.obstacle_from
    return d.Act(
        known_on=facts.known_on,
        done_on=facts.done_on,
        told=False if facts.told_suit is None and later else facts.told_suit,
        learnt_on=facts.learnt_suit_on,
        real_estate=facts.real_estate,
        obstacle=(first, facts.obstacle_to) if first else None,
    )


def answer(facts: RemedyFacts, setting: Setting) -> Answer:
    """直接起诉: may one, whom, until when (ALL 44 to 48; ALI 57, 64, 66)."""
    on = facts.on or setting.today
    proofs = tuple(_proofs(facts, setting.calendar))
    suit = next((each for each in proofs if "起诉期限" in each.term), None)
    way = _way(facts, on, proofs, suit)
    shown = tuple(each for each in proofs if way is not Way.REVIEW_FIRST or each is not suit)
    return Answer(
        result=way.value,
        says=_SAYS[way].format(last=suit.reckoning.last_day if suit else None),
        reasons=reasons(_points(facts, suit, on)),
        proofs=shown,
        assumed=assumed(facts, _taken(facts, suit)),
        values={
            "sue_until": suit.reckoning.last_day.isoformat()
            if suit and way is not Way.REVIEW_FIRST
            else None,
            "defendant": "organ",
            "deadlines": {each.term: each.reckoning.last_day.isoformat() for each in shown},
        },
    )


def _compulsory(facts: RemedyFacts) -> bool:
    """前置; an omission is one unless it is said not to be (ARL 23)."""
    if facts.compulsory is None:
        return facts.paper is Paper.INACTION
    return facts.compulsory


def _proofs(facts: RemedyFacts, calendar: Calendar) -> Iterator[Proof]:
    if facts.paper is Paper.INACTION:
        within = parse_period(facts.perform_law) if facts.perform_law else PERFORM_DUTY.period
        asked = Omission(requested_on=facts.requested_on, within=within, urgent=facts.urgent)
        yield from omitted(asked, calendar)
    else:
        suit = d.direct(act_of(facts), calendar)
        yield from [suit] if suit else []
    if facts.hindered_until:
        yield d.extension(facts.hindered_until, calendar)


def _way(facts: RemedyFacts, on: date, proofs: tuple[Proof, ...], suit: Proof | None) -> Way:
    if _compulsory(facts):
        return Way.REVIEW_FIRST
    if facts.accepted_on and (facts.filed_on is None or facts.accepted_on < facts.filed_on):
        return Way.IN_REVIEW
    if facts.paper is Paper.INACTION and facts.urgent:
        return Way.SUE
    if suit is None:
        return Way.UNKNOWN
    if facts.paper is Paper.INACTION and on <= proofs[0].reckoning.last_day:
        return Way.WAIT
    return Way.SUE if _in_time(facts, on, suit) else Way.SUIT_OVER


def _in_time(facts: RemedyFacts, on: date, suit: Proof) -> bool:
    """What a court has filed it has found to be in time."""
    return facts.filed_on is not None or on <= suit.reckoning.last_day


def _points(facts: RemedyFacts, suit: Proof | None, on: date) -> Iterator[Point]:
    yield d.first_only(compulsory=_compulsory(facts))
    if facts.paper is Paper.INACTION:
        if _compulsory(facts):
            yield Point("未履行法定职责的，应当先申请行政复议", ARL[23].par(1, 3))
        if facts.urgent:
            yield Point("紧急情况下请求保护而不履行的，不受两个月限制", ALL[47].par(2))
        yield Point("接到申请两个月内不履行的可以起诉，法律另有规定的从其规定", ALL[47].par(1))
    if suit and not _compulsory(facts):
        text = f"自{suit.because}之日起在期限内起诉"
        yield Point(text, suit.article, _in_time(facts, on, suit))
    yield Point("期间的计算和顺延适用民事诉讼法", ALL[101])
    yield from d.choice(facts.accepted_on, facts.filed_on)
    yield d.sued(facts.maker)


def _taken(facts: RemedyFacts, suit: Proof | None) -> dict[str, str]:
    taken = {"on": "今天"}
    if facts.paper is Paper.INACTION:
        taken["compulsory"] = "属于前置，先申请复议"
        taken["perform_law"] = "两个月"
        taken["requested_on"] = "不明，不能计算"
        return taken
    taken["compulsory"] = "不属于前置，可以直接起诉"
    taken["known_on"] = "不明，不能计算"
    if suit:
        taken["told_suit"] = "已经告知"
        taken["done_on"] = "没有超过五年或者二十年"
    return taken


_SAYS: Final = {
    Way.SUE: "可以直接向人民法院起诉，最迟{last}。",
    Way.SUIT_OVER: "直接起诉的期限已于{last}届满。",
    Way.REVIEW_FIRST: "应当先申请行政复议，不得直接起诉。",
    Way.IN_REVIEW: "复议机关已经受理，复议期间不得起诉。",
    Way.WAIT: "履行法定职责的期限未满，尚不能起诉。",
    Way.UNKNOWN: "没有可以起算的日期，不能计算起诉期限。",
}
