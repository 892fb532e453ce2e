"""救济与执行: what can be done after a paper was served, and who makes it good (ARL 10, 77-79)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Self

from pydantic import model_validator

from services.reconsideration.domain import remedying as r
from services.reconsideration.domain.ordering import ORDERS_NOTHING, performing
from services.reconsideration.domain.remedying import Defendant, Paper, Served, Way
from services.reconsideration.domain.saying import Point
from services.reconsideration.lawdesk.telling import IN_DAYS, assumed, reasons
from shared.contracts.reconsideration import Outcome
from shared.law.article import ALL, ARL
from shared.law.calendar import Calendar
from shared.law.proof import Proof
from shared.lawdesk import Answer, Facts, Question, Setting, told


class RemedyFacts(Facts):
    """The paper, when it came, and what has happened since."""

    paper: Paper = told("收到的文书，没有作出决定的填overdue", "救济途径不同", Paper.DECISION)
    on: date | None = told("准备起诉或者执行之日", "判断期限是否已满", None)
    served_on: date | None = told(
        "申请人收到文书之日；没有作出决定的，复议期限的最后一日", "起诉期限由此起算", None
    )
    outcome: Outcome | None = told("决定的种类", "被告、执行的机关不同", None)
    by_procedure: bool = told(
        "确认违法的理由是否为违反法定程序", "是的，视为没有改变原行为", default=False
    )
    on_merits: bool = told(
        "驳回申请是否出于不符合受理条件以外的理由", "是的，两机关为共同被告", default=False
    )
    compulsory: bool = told("是否属于复议前置", "没有决定的，依行政复议法起诉", default=False)
    told_suit: bool | None = told("文书是否告知起诉期限", "没有告知的，自知道之日起算", None)
    learnt_suit_on: date | None = told("后来知道起诉期限之日", "十五日由此起算，最长一年", None)
    final: bool = told("法律是否规定复议决定为最终裁决", "是的，不得起诉", default=False)
    own_act: bool = told(
        "是否省级政府或者国务院部门对自己行为的复议决定", "还可以申请国务院裁决", default=False
    )
    settled: bool = told("撤回是否因为和解", "和解后撤回的，不得再申请", default=False)
    authority_government: bool = told(
        "复议机关是否县级以上地方人民政府", "以它为被告的由中级人民法院管辖", default=True
    )
    respondent_department: bool = told(
        "被申请人是否该政府的工作部门", "是的，抄告其上一级主管部门", default=False
    )
    respondent_served_on: date | None = told(
        "被申请人或者有关机关收到文书之日", "履行、报送的期限由此起算", None
    )
    redo: bool = told("是否责令重新作出", "没有写明期限的为六十日", default=False)
    perform_within: str | None = told(
        "文书写明的履行期限，如30d", "由此计算履行期限", None, pattern=IN_DAYS, examples=["30d"]
    )
    failing: bool = told("被申请人是否不履行或者无正当理由拖延", "责令限期履行", default=False)
    urged_on: date | None = told("向申请人送达催告书之日", "十个工作日后可以申请执行", None)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        """What was learnt was learnt after service."""
        if self.learnt_suit_on and self.served_on and self.learnt_suit_on < self.served_on:
            raise ValueError("learnt_suit_on不得早于served_on")
        return self


@dataclass(frozen=True, slots=True)
class _Seen:
    served: Served
    suit: Proof | None
    way: Way
    point: Point
    defendant: Defendant | None
    enforcer: str | None


def _look(facts: RemedyFacts, on: date, calendar: Calendar) -> _Seen:
    later = facts.learnt_suit_on is not None
    served = Served(
        paper=facts.paper,
        on=facts.served_on,
        outcome=facts.outcome,
        told=False if facts.told_suit is None and later else facts.told_suit,
        learnt_on=facts.learnt_suit_on,
        compulsory=facts.compulsory,
        by_procedure=facts.by_procedure,
        on_merits=facts.on_merits,
        final=facts.final,
        own_act=facts.own_act,
        settled=facts.settled,
    )
    suit = r.suit(served, calendar)
    way, point = r.way(served, suit, on)
    sued, enforced = r.defendant(served), r.enforcer(served)
    return _Seen(
        served, suit, way, point, sued[0] if sued else None, enforced[0] if enforced else None
    )


def _answer(facts: RemedyFacts, setting: Setting) -> Answer:
    on = facts.on or setting.today
    seen = _look(facts, on, setting.calendar)
    proofs = tuple(_proofs(facts, seen, on, setting.calendar))
    return Answer(
        result=seen.way.value,
        says=_says(seen),
        reasons=reasons([seen.point, *_suing(facts, seen), *_performing(facts, seen)]),
        proofs=proofs,
        assumed=assumed(facts, _taken(facts, seen)),
        values={
            "sue_until": seen.suit.reckoning.last_day.isoformat() if seen.suit else None,
            "defendant": seen.defendant.value if seen.defendant else None,
            "enforcer": seen.enforcer,
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
    if facts.paper is Paper.OVERDUE:
        yield Point("逾期不作决定的，只有申请人可以据此起诉", ALL[45])


def _performing(facts: RemedyFacts, seen: _Seen) -> Iterator[Point | None]:
    """Who must perform, who enforces, who gets a copy, and what is published."""
    enforced = r.enforcer(seen.served)
    if enforced:
        yield Point(f"申请人、第三人逾期不起诉又不履行的，{enforced[1].text}", enforced[1].article)
    yield from r.performance(facts.paper, failing=facts.failing)
    yield r.copies(facts.paper, department=facts.respondent_department)
    if facts.paper is Paper.DECISION:
        yield Point("根据被申请复议行为的公开情况，按照规定向社会公开", ARL[79].par(1))
        yield Point("决定书一经送达，即发生法律效力", ARL[75].par(2))


def _proofs(facts: RemedyFacts, seen: _Seen, on: date, calendar: Calendar) -> Iterator[Proof]:
    if seen.suit:
        yield seen.suit
    if seen.enforcer:
        yield from r.enforcing(seen.suit, facts.urged_on, calendar)
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
    return taken


def _says(seen: _Seen) -> str:
    last = seen.suit.reckoning.last_day if seen.suit else None
    return _SAYS[seen.way].format(last=last)


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
