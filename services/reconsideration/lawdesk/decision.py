"""决定种类: findings, the kind of decision, and what must not be done (ARL 61 to 72)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from services.reconsideration.domain import making_good as g
from services.reconsideration.domain import ordering as o
from services.reconsideration.domain.handling import consult_grounds, must_hear
from services.reconsideration.domain.items import found_by
from services.reconsideration.domain.judging import KINDS, judge
from services.reconsideration.domain.judgment import Judgment
from services.reconsideration.domain.saying import Point
from services.reconsideration.lawdesk.decision_facts import DecisionFacts
from services.reconsideration.lawdesk.decision_points import beside
from services.reconsideration.lawdesk.telling import assumed, reasons
from shared.contracts.reconsideration import Compensation, Outcome
from shared.law.article import ARL
from shared.law.proof import Proof
from shared.lawdesk import Answer, Question, Setting


def _answer(facts: DecisionFacts, setting: Setting) -> Answer:
    on = facts.on or setting.today
    found = found_by(facts, facts.items, on=on, replied=facts.replied)
    if found.insists_invalid is None:
        found = replace(found, insists_invalid=False)  # as `_taken` says
    judgment = judge(found)
    outcome = judgment.outcome
    gates = tuple(_gates(facts, on, outcome))
    waiting = [each for each in gates if each.met is False]
    result = outcome.value if outcome else "unclear"
    proof = _performing(facts, on, judgment, setting)
    points = [
        Point(judgment.because, judgment.article),
        *beside(facts, found, judgment),
        _undated(facts, on, judgment) if facts.perform_within else None,
        *gates,
    ]
    says = _SAYS[result] + ("但是尚有前提没有满足，现在不得作出决定。" if waiting else "")
    return Answer(
        result=result,
        says=says,
        reasons=reasons(points),
        proofs=(proof,) if proof else (),
        assumed=assumed(facts, _taken(facts, outcome)),
        values=_values(facts, on, judgment, waiting, proof),
    )


def _gates(facts: DecisionFacts, on: date, outcome: Outcome | None) -> Iterator[Point]:
    """What must be there before it is made: hearing, opinion, approval (ARL 50, 52, 61)."""
    hearing = must_hear(facts.grounds) and outcome is not Outcome.APPLICATION_DISMISSED
    consulting = bool(consult_grounds(facts.grounds, own_act=facts.own_act))
    yield o.heard_first(hearing, held=facts.hearing_held)
    yield o.consulted_first(consulting, facts.opinion)
    if facts.opinion:
        yield o.adoption(facts.opinion_adopted, reasoned=facts.departure_reasoned, on=on)
    yield Point("经行政复议机关负责人同意或者集体讨论通过，以机关名义作出", ARL[61].par(1))


def _undated(facts: DecisionFacts, on: date, judgment: Judgment) -> Point | None:
    """不写履行期限: nothing is to be made good, and no compensation to be paid (ARL 65, 72)."""
    if judgment.outcome is None:
        return None
    awarded = g.award(judgment.outcome, g.claim(facts), on)
    paid = awarded is not None and awarded.what not in (None, Compensation.REJECTED)
    return o.undated(judgment.outcome, judgment.article, remedial=facts.remedial or paid)


def _performing(
    facts: DecisionFacts, on: date, judgment: Judgment, setting: Setting
) -> Proof | None:
    outcome = judgment.outcome
    if outcome is None or outcome in o.ORDERS_NOTHING or facts.served_on is None:
        return None
    if _undated(facts, on, judgment):
        return None
    redo = facts.redo and o.may_order_redo(outcome)
    return o.performing(
        *(facts.perform_within, facts.served_on, on, setting.calendar),
        redo=redo,
        outcome=outcome,
        made_on=facts.on,
    )


def _taken(facts: DecisionFacts, outcome: Outcome | None) -> dict[str, str]:
    taken = {"on": "今天"}
    if outcome is None and facts.duty is None and facts.breach is None:
        fields = ("facts_clear", "basis", "procedure", "beyond_powers", "proper")
        taken |= dict.fromkeys(fields, "未认定")
    if facts.duty is None and facts.breach is None and facts.qualifies:
        taken["duty"] = "不是不作为的案件"
    if facts.compensation_asked and facts.unpaid is None and facts.qualifies:
        taken["compensation_due"] = "未认定"
    if facts.applied_by_others:
        taken["effective_decision"] = "没有已经生效的决定"
    if must_hear(facts.grounds):
        taken["hearing_held"] = "未说明，按尚待核实"
    if outcome is Outcome.PERFORMANCE_ORDERED:
        taken["perform_within"] = "应当写明"
    if facts.asks_invalid and not facts.grave:
        taken["insists_invalid"] = "经释明同意变更请求"
    return taken


def _values(
    facts: DecisionFacts,
    on: date,
    judgment: Judgment,
    waiting: list[Point],
    proof: Proof | None,
) -> dict[str, object]:
    outcome = judgment.outcome
    awarded = g.award(outcome, g.claim(facts), on) if outcome else None
    return {
        "outcome": outcome.value if outcome else None,
        "may_redo": bool(outcome and o.may_order_redo(outcome)),
        "open_to": [each.value for each in judgment.open_to],
        "may_remedy": bool(outcome and g.remedial(outcome, facts.breach, on)),
        "must_date": bool(outcome and o.must_date(outcome)),
        "compensation": awarded.what.value if awarded and awarded.what else None,
        "perform_by": proof.reckoning.last_day.isoformat() if proof else None,
        "missing": [each.text for each in waiting],
    }


_UNCLEAR: Final = "认定的事实还不能决定种类"
_SAYS: Final = {
    **{outcome.value: f"应当决定{kind}。" for outcome, kind in KINDS.items()},
    "unclear": f"{_UNCLEAR}。",
}

QUESTION: Final = Question(
    name="decision",
    term="决定种类",
    says="根据认定的事实应当作出哪一种行政复议决定，什么不得做？",
    facts=DecisionFacts,
    answer=_answer,
    results={**{each.value: kind for each, kind in KINDS.items()}, "unclear": _UNCLEAR},
    example={
        "on": "2026-10-15",
        "procedure": "violated",
        "redo": True,
        "served_on": "2026-10-20",
    },
)
"""决定种类 (ARL 61 to 72)."""
