"""与决定种类并行的说理: what goes with the kind, item by item (ARL 61 to 72; ARR2026 55 to 65)."""

from collections.abc import Iterator

from services.reconsideration.domain import items as i
from services.reconsideration.domain import making_good as g
from services.reconsideration.domain import ordering as o
from services.reconsideration.domain.findings import Findings
from services.reconsideration.domain.judging import KINDS, by_procedure, revocable
from services.reconsideration.domain.judgment import Judgment, presumed_baseless
from services.reconsideration.domain.saying import Point
from services.reconsideration.lawdesk.decision_facts import DecisionFacts
from shared.contracts.reconsideration import Compensation, Outcome
from shared.law.article import ARL, ARR2007, ARR2026


def beside(facts: DecisionFacts, found: Findings, judgment: Judgment) -> Iterator[Point | None]:
    """Items, more faults, silence, what is forbidden, compensation, others who apply."""
    baseless = presumed_baseless(
        forfeited=not found.replied, third_party_evidence=found.third_party_evidence
    )
    yield from i.itemised(facts.items, found.on)
    if found.hopeless and not ARR2026.in_force(found.on):
        yield Point("2026年6月30日以前没有以此驳回申请的规定，继续审理", ARL[33], met=False)
    if found.breach is not None and found.qualifies:
        yield from i.of_agreement(found.breach, found.on)
    yield from _silence(found, judgment, baseless=baseless)
    yield _open_to(judgment)
    if judgment.outcome is None:
        return
    yield i.overtaken(judgment.outcome, found.on, silent=baseless)
    if judgment.outcome in o.REVOKING and not found.repeats:
        yield from (each for each in revocable(found) if each.article != judgment.article)
    yield from o.forbidden(judgment.outcome, found.on, by_procedure=by_procedure(found))
    yield _opposite(found, judgment)
    yield from _redo(facts, found, judgment.outcome)
    yield from _compensation(facts, found, judgment.outcome)
    if facts.applied_by_others:
        told = i.FollowOn(decided=facts.effective_decision, same_act=facts.same_act)
        yield from i.follow_on(told, found.on)


def _open_to(judgment: Judgment) -> Point | None:
    """What a person may choose, beside the kind that is called for or where none is."""
    kinds = "或者".join(KINDS[each] for each in judgment.leaves)
    also = "也" if judgment.outcome else ""
    return Point(f"{also}可以决定{kinds}", judgment.article) if kinds else None


def _silence(found: Findings, judgment: Judgment, *, baseless: bool) -> Iterator[Point]:
    if not found.replied and not baseless:
        yield Point("涉及第三人合法权益，第三人提供证据的，不视为没有证据、依据", ARL[70])
    if baseless and judgment.outcome is not Outcome.APPLICATION_DISMISSED:
        yield Point("被申请人没有依法答复、举证，不得维持", ARL[70])


def _opposite(found: Findings, judgment: Judgment) -> Point | None:
    """第三人的相反请求 takes the ban on a worse change away (ARL 63; ARR2026 61)."""
    changed = judgment.outcome is Outcome.CHANGED
    if not (changed and found.worse and found.opposite_request):
        return None
    article = ARR2026[61].par(2) if ARR2026.in_force(found.on) else ARL[63].par(2)
    return Point("第三人提出相反请求，变更虽对申请人更为不利，不驳回请求", article)


def _redo(facts: DecisionFacts, found: Findings, outcome: Outcome) -> Iterator[Point]:
    """责令重新作出: its time, what is open against the new act, who answers for it (ARR2026 58)."""
    if facts.redo:
        allowed = o.may_order_redo(outcome)
        yield Point("撤销或者部分撤销的，可以责令重新作出", ARL[64].par(1), allowed)
    if not (facts.redo or found.repeats) or not o.may_order_redo(outcome):
        return
    new = ARR2026.in_force(found.on)
    time = ARR2026[58].par(1) if new else ARR2007[49].par(1)
    yield Point("法律、法规、规章规定重作期限的从其规定，没有规定的为六十日", time)
    open_to = ARR2026[58].par(2) if new else ARR2007[49].par(2)
    yield Point("对重新作出的行政行为不服的，可以申请复议或者起诉", open_to)
    if new:
        text = "未按要求重作或者违反规定重作的，依复议法第八十三条追究责任"
        yield Point(text, ARR2026[71])


def _compensation(facts: DecisionFacts, found: Findings, outcome: Outcome) -> Iterator[Point]:
    if remedial := g.remedial(outcome, found.breach, found.on):
        yield remedial
    elif facts.remedial:
        yield g.NOT_REMEDIAL
    awarded = g.award(outcome, g.claim(facts), found.on)
    if awarded is None:
        return
    yield Point(awarded.because, awarded.article)
    if other := awarded.instead:
        yield Point(other.because, other.article)
    if awarded.what is Compensation.REJECTED and facts.unpaid:
        yield i.unpaid(facts.unpaid, found.on)
    payable = awarded.what is Compensation.GRANTED and facts.payment_definite
    definite = i.definite(found.on, payable=payable)
    if definite:
        yield definite
