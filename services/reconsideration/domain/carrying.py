"""认定支持决定: whether what was found carries what a draft says, act by act (ARL 33, 61 to 72)."""

from collections.abc import Iterable, Sequence
from datetime import date

from services.reconsideration.domain.awarding import (
    apart,
    check_awards,
    check_unpaid,
    owes_compensation,
)
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.claiming import check_answered
from services.reconsideration.domain.drafted import Draft
from services.reconsideration.domain.findings import Findings
from services.reconsideration.domain.items import FollowOn, follow_on, found_by
from services.reconsideration.domain.judging import KINDS, judge, unexplained
from services.reconsideration.domain.judgment import Judgment
from services.reconsideration.domain.making_good import NOT_REMEDIAL, remedial
from services.reconsideration.domain.ordering import ORDERS_NOTHING, may_order_redo, undated
from services.reconsideration.domain.saying import Point
from shared.contracts.reconsideration import Outcome
from shared.contracts.reconsideration.judged import Disposition, Finding
from shared.law.article import ARL, ARR2026
from shared.law.procedure import Refused


def check_findings(case: Case, on: date, draft: Draft) -> None:
    """Hold each disposition against its finding, by the edition of `on`.

    Raises:
        Refused: Nothing was found of an act, the findings ask for another kind of decision, a
            change is for the worse (ARL 63), 补救措施 are ordered where nothing is to be made good
            (ARL 71, 72), compensation is decided otherwise than it was found or not at all
            (ARL 72), a claim is rejected without a ground (ARR2026 64), or a period is set where
            nothing is ordered (ARL 65).
    """
    if not case.findings:
        raise Refused("尚未记录审理认定，不得提出决定的意见", ARL[61].par(1))
    if not draft.dismisses:
        check_answered(case)
    if len(case.findings) != len(draft.dispositions):
        text = f"认定了{len(case.findings)}项，应当逐项提出决定的意见"
        raise Refused(text, ARL[61].par(1))
    pairs = tuple(zip(case.findings, draft.dispositions, strict=True))
    judged = [_carried(case, found, said, on) for found, said in pairs]
    for act, (found, said) in enumerate(pairs, start=1):
        if said.remedial and not remedial(said.outcome, found.breach, on):
            raise Refused(NOT_REMEDIAL.text, NOT_REMEDIAL.article or ARL[72])
        check_awards(found, said, apart(case, act), draft.claims_of(act), on)
    if draft.perform_within or draft.perform_by:
        _check_dated(draft, judged)


def check_told(case: Case, draft: Draft, on: date) -> None:
    """What the findings must tell since July 2026 before anything is drafted upon them.

    It is asked of drafts alone: decisions of before that was asked stay as lawful as they were.

    Raises:
        Refused: It is not said whether the applicant changes a request that cannot be met
            (ARR2026 61), or on which ground a claim for compensation is rejected (ARR2026 64).
    """
    if not ARR2026.in_force(on):
        return
    check_explained(case, draft.outcomes, on)
    pairs = zip(case.findings, draft.dispositions, strict=False)  # as `check_findings`
    for act, (found, said) in enumerate(pairs, start=1):
        check_unpaid(found, said, apart(case, act).values(), on)


def check_explained(case: Case, outcomes: Iterable[Outcome | None], on: date) -> None:
    """释明在先: where an act that is asked to be found void is not, the applicant was told so.

    What goes directly by a decision in force asks for none of it (ARR2026 65).

    Args:
        case: The file, with its findings.
        outcomes: What is decided of each act, as far as it is known.
        on: The day of the step.

    Raises:
        Refused: It is not said whether the applicant changes the request (ARR2026 61).
    """
    for found, outcome in zip(case.findings, outcomes, strict=False):
        directly = outcome is not None and _met(_follows(found, outcome, on))
        if unexplained(facts_of(case, found, on)) and not directly:
            text = "不属于无效情形，应当先释明，写明申请人是否变更请求；变更的，先登记变更后的请求"
            raise Refused(text, ARR2026[61].par(1, 1))


def is_to_explain(case: Case, on: date) -> bool:
    """应当先释明: whether what was found waits for the applicant's answer (ARR2026 61)."""
    try:
        check_explained(case, [one.effective_decision for one in case.findings], on)
    except Refused:
        return True
    return False


def check_proved(case: Case) -> None:
    """举证: whoever replied has handed in something, or the findings say how that stands.

    Raises:
        Refused: There is a reply, no piece of those who replied, and nothing found yet (ARL 70).
    """
    if case.replies and not (case.unanswered or case.proving or case.findings):
        text = "被申请人只作了答复，没有提交证据、依据的，视为没有证据、依据"
        raise Refused(f"{text}；随答复提交的，列入证据目录或者在审理认定中写明", ARL[70])


def _carried(case: Case, found: Finding, said: Disposition, on: date) -> Judgment:
    """The ruling on one act, which the disposition must follow."""
    worse = found.worse and not found.opposite_request
    if said.outcome is Outcome.CHANGED and worse:
        text = "不得作出对申请人更为不利的变更决定，第三人没有提出相反请求"
        raise Refused(text, ARL[63].par(2))
    follows = _follows(found, said.outcome, on)
    if _met(follows):
        return Judgment(said.outcome, follows[-1].text, follows[-1].article or ARR2026[65].par(1))
    judgment = judge(facts_of(case, found, on))
    if said.outcome not in judgment.open_to:
        for point in follows:
            if point.met is False:
                raise Refused(point.text, point.article or judgment.article)
        raise Refused(_instead(judgment, said.outcome), judgment.article)
    to_redo = found.repeats and may_order_redo(said.outcome)
    if to_redo and ARR2026.in_force(on) and not said.redo:
        raise Refused("再次撤销的，应当责令在一定期限内重新作出", ARR2026[58].par(3))
    return judgment


def facts_of(case: Case, found: Finding, on: date) -> Findings:
    """认定的事实 of one act, by the edition of `on`, with what it means that nobody replied.

    A reply without any evidence or basis is no answer: the articles ask for both (ARL 48, 70).
    """
    replied = not case.unanswered and found.evidence_submitted is not False
    return found_by(found, found.items, on=on, replied=replied)


def _follows(found: Finding, outcome: Outcome, on: date) -> list[Point]:
    """依生效决定直接作出决定: its conditions, where one of that kind is in force (ARR2026 65)."""
    if found.effective_decision is not outcome:
        return []
    if ARR2026.in_force(on) and not found.effective_number:
        text = "依生效决定直接作出决定的，应当写明该决定的字号，重新认定"
        return [Point(text, ARR2026[65].par(1), met=False)]
    return list(follow_on(FollowOn(decided=outcome, same_act=found.same_act), on))


def _met(follows: Sequence[Point]) -> bool:
    return bool(follows) and all(point.met is not False for point in follows)


def goes_directly(case: Case, outcomes: Sequence[Outcome | None], on: date) -> bool:
    """依生效决定直接作出决定: whether every act is decided as one in force decided it (ARR2026 65).

    Args:
        case: The file, with its findings.
        outcomes: What is decided of each act, in the order of the findings.
        on: The day of the step.
    """
    if not case.findings or len(case.findings) != len(outcomes):
        return False
    pairs = zip(case.findings, outcomes, strict=True)
    return all(outcome and _met(_follows(found, outcome, on)) for found, outcome in pairs)


def _instead(judgment: Judgment, said: Outcome) -> str:
    if not judgment.open_to:
        return judgment.because
    should = "或者".join(KINDS[each] for each in judgment.open_to)
    return f"认定的是：{judgment.because}，应当决定{should}，不是{KINDS[said]}"


def _check_dated(draft: Draft, judged: list[Judgment]) -> None:
    """A period is set only where the respondent has something to perform (ARL 65, 72, 77)."""
    confirmed: list[Point] = []
    for act, (said, judgment) in enumerate(zip(draft.dispositions, judged, strict=True), start=1):
        point = undated(said.outcome, judgment.article, remedial=said.remedial)
        if owes_compensation(said, draft.claims_of(act)) or not (
            point or said.outcome in ORDERS_NOTHING
        ):
            return
        confirmed += [point] if point else []
    for point in confirmed:
        raise Refused(point.text, point.article or ARL[65].par(2))
