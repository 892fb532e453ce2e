"""前提: what must be there before a decision goes a step further (ARL 36, 48 to 61)."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.domain.agreeing import check_agreed
from services.reconsideration.domain.assigning import enough_reviewers
from services.reconsideration.domain.attached_acts import heed_results
from services.reconsideration.domain.awarding import check_content
from services.reconsideration.domain.carrying import (
    check_explained,
    check_findings,
    check_proved,
    check_told,
    goes_directly,
)
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.co_deciding import check_called, check_countersigned
from services.reconsideration.domain.drafted import Draft
from services.reconsideration.domain.finality import check_final
from services.reconsideration.domain.handling import consult_grounds, must_hear
from services.reconsideration.domain.heeding import heed_on_decision
from services.reconsideration.domain.ordering import (
    ORDERS_NOTHING,
    adoption,
    consulted_first,
    heard_first,
    may_order_redo,
    must_date,
)
from services.reconsideration.domain.ordinary import ON_HAND, State
from services.reconsideration.domain.saying import Point
from services.reconsideration.domain.signing import before_others
from services.reconsideration.domain.suits import must_be_seen
from services.reconsideration.domain.unfinished import check_nothing_open
from services.reconsideration.domain.views import NAMES, awaited
from shared.contracts.fact import Head
from shared.contracts.reconsideration import ConsultationGround, Outcome, Stance, Standing
from shared.contracts.reconsideration.assigning import Track
from shared.law.article import ARL, ARR2026, RULES
from shared.law.procedure import Refused
from shared.law.reconsidering.jurisdiction import Register


def check(case: Case, head: Head, draft: Draft) -> None:
    """Everything that a draft must meet on the day of `head` from its submission 送审 on.

    Raises:
        Refused: A required opinion is not on file (ARL 52; ARR2026 52), or as `check_draft`.
    """
    check_draft(case, head, draft)
    if case.state in ON_HAND:
        check_consulted(case)


def check_draft(case: Case, head: Head, draft: Draft) -> None:
    """Everything that a draft must meet as it is drafted, by the edition of the day of `head`.

    The committee may be shown it: what the opinion goes with is the submission (ARR2026 52).

    Raises:
        Refused: Reviewers are too few (ARR2026 39), a recusal is not decided (RULES 47), who came
            in later has not agreed to the simplified procedure (ARL 53), nobody found what became
            of a suit (ARL 29), the respondent may still reply (ARL 48), the
            applicant was not heard (ARL 49), a required hearing was not held (ARL 50), evidence
            was not examined (ARL 43), what was found of the application asks for the other
            (ARL 33), an attached review has no result, the findings do not follow it (ARL 56 to
            59), an order does not go with its outcome, what is dismissed is said to be final (ARL
            10), or they do not carry it (ARL 61 to 72).
    """
    if case.state not in ON_HAND:
        return  # not under hearing at all: the table says so
    check_reviewers(case, head)
    check_agreed(case)
    must_be_seen(case)
    heed_on_decision(case, head.on, dismisses=draft.dismisses)
    heed_results(case, dismisses=draft.dismisses)
    _check_hearing(case, head.on, draft)
    check_examined(case, head.on, draft.outcomes)
    _check_orders(draft)
    check_content(draft, head.on)
    check_final(draft)
    check_told(case, draft, head.on)
    check_findings(case, head.on, draft)


def lacking(case: Case, head: Head, register: Register | None = None) -> tuple[Refused, ...]:
    """What a decision still waits for, all at once: what `check` and the seal would refuse.

    Nothing of a case that is not under hearing. Where there is a draft, it is held against the
    findings too; what it orders is said when it is drafted. With the `register` of organs it is
    also said which other authority is to be called in, that decides, too (ARR2026 32).
    """
    if case.state not in ON_HAND:
        return ()
    draft = case.drafted.draft if case.drafted else None
    dismisses = draft is not None and draft.dismisses
    outcomes = draft.outcomes if draft else [one.effective_decision for one in case.findings]
    gates = (
        lambda: check_reviewers(case, head),
        lambda: check_agreed(case),
        lambda: must_be_seen(case),
        lambda: check_replied(case, dismisses=dismisses),
        lambda: check_heard(case, head.on),
        lambda: check_hearing_held(case, dismisses=dismisses),
        lambda: check_proved(case),
        lambda: check_explained(case, outcomes, head.on),
        lambda: check_examined(case, head.on, outcomes),
        lambda: check_consulted(case),
        lambda: heed_results(case, dismisses=dismisses),
        lambda: check(case, head, draft) if draft else None,
        lambda: check_nothing_open(case, head.on),
        lambda: check_called(case, register) if register else None,
        lambda: _check_signed_by_all(case),
    )
    found = filter(None, map(_refusal, gates))
    return tuple({one.message: one for one in found}.values())


def _check_signed_by_all(case: Case) -> None:
    """会签, once it was agreed here, or drawn up with the parties."""
    for lies in before_others(case):
        check_countersigned(case, lies)


def _refusal(gate: Callable[[], None]) -> Refused | None:
    try:
        gate()
    except Refused as refused:
        return refused
    return None


def must_consult(case: Case) -> bool:
    """应当提请咨询: the body found a ground, or the authority reviews itself (ARL 52)."""
    return bool(consult_grounds(grounds(case), own_act=case.authority in case.respondents))


def must_hold_hearing(case: Case) -> bool:
    """应当组织听证: it was found grave, or the committee was asked because it is (ARL 50)."""
    return must_hear(grounds(case))


def grounds(case: Case) -> frozenset[ConsultationGround]:
    """The ground on which the committee was asked, and what was found of the case unasked."""
    found = (
        case.consultation_ground,
        ConsultationGround.GRAVE if case.grave else None,
        ConsultationGround.TECHNICAL if case.technical else None,
    )
    return frozenset(each for each in found if each)


def check_reviewers(case: Case, head: Head) -> None:
    """Those who were assigned are enough for the procedure and the edition of the day.

    Raises:
        Refused: They are too few (ARR2026 39), or a recusal is not decided (RULES 47).
    """
    if case.recusals_pending:
        raise Refused("回避尚未决定，不得作出行政复议决定", RULES[47])
    enough = enough_reviewers(case, head, len(case.reviewers))
    if not enough.met:
        text = enough.text if case.reviewers else f"尚未指定行政复议人员，{enough.text}"
        raise Refused(text, enough.article or ARL[36])


def _check_hearing(case: Case, on: date, draft: Draft) -> None:
    """Dismissing the application judges the application, so the reply is not awaited (ARL 33)."""
    check_replied(case, dismisses=draft.dismisses)
    check_heard(case, on)
    check_hearing_held(case, dismisses=draft.dismisses)


def check_replied(case: Case, *, dismisses: bool) -> None:
    """答复: every respondent has replied or is out of time.

    Raises:
        Refused: One has no copy yet, or may still reply (ARL 48).
    """
    if case.state in _WAITING and not dismisses:
        raise Refused(_WAITING[case.state], ARL[48])
    check_joint_replied(case, dismisses=dismisses)


def check_joint_replied(case: Case, *, dismisses: bool) -> None:
    """共同被申请人: each of the others has replied or is out of time.

    Raises:
        Refused: One has no copy yet, or may still reply (ARL 48).
    """
    awaited = () if dismisses else [one for one in case.joint if one.is_awaited]
    if any(one.sent_on is None for one in awaited):
        raise Refused("尚未向追加的共同被申请人发送申请书副本", ARL[48])
    if awaited:
        raise Refused("共同被申请人尚未都答复，且答复期限未都届满", ARL[48])


def check_heard(case: Case, on: date) -> None:
    """听取意见 of each applicant and third person who takes part, or why it could not be.

    Raises:
        Refused: In the ordinary procedure neither is on file of one of them (ARL 49).
    """
    if case.track is not Track.ORDINARY:
        return
    for side, persons in awaited(case, on).items():
        whole = {Standing.APPLICANT: case.applicants, Standing.THIRD: case.third_persons}[side]
        some = f"{len(persons)}名" if len(persons) < len(whole) else ""
        raise Refused(f"尚未听取{some}{NAMES[side]}的意见", ARL[49])


def check_hearing_held(case: Case, *, dismisses: bool) -> None:
    """听证, where it must be held: it was, or the applicant gave it up.

    Raises:
        Refused: Neither is on file (ARL 50).
    """
    must = must_hold_hearing(case) and not dismisses
    _pass(heard_first(must, held=case.hearing_done))


def check_examined(case: Case, on: date, outcomes: Sequence[Outcome | None]) -> None:
    """审查证据: only what was examined and found true can be what a decision rests upon.

    One that dismisses the application rests upon none of it (ARL 33), nor does one that is made
    directly by a decision in force, which judged the facts (ARR2026 65).

    Raises:
        Refused: A piece in the list was not examined (ARL 43).
    """
    if set(outcomes) == {Outcome.APPLICATION_DISMISSED} or goes_directly(case, outcomes, on):
        return
    waiting = case.evidence.unexamined
    if waiting:
        numbers = "、".join(str(one.number) for one in waiting)
        raise Refused(f"第{numbers}号证据尚未审查，不能作为认定事实的根据", ARL[43].par(2))


def check_consulted(case: Case) -> None:
    """咨询意见, where the committee must be asked.

    Raises:
        Refused: It is not on file (ARL 52).
    """
    _pass(consulted_first(must_consult(case), case.stance))


def _pass(gate: Point) -> None:
    if gate.met is False:
        raise Refused(gate.text, gate.article or ARL[61])


_WAITING: Final = {
    State.ACCEPTED: "尚未向被申请人发送申请书副本",
    State.COPIED: "被申请人尚未收到申请书副本",
    State.REPLYING: "被申请人尚未答复，且答复期限未满",
}


def _check_orders(draft: Draft) -> None:
    dated = draft.perform_within or draft.perform_by
    if any(one.redo and not may_order_redo(one.outcome) for one in draft.dispositions):
        raise Refused("撤销或者部分撤销的，才可以责令重新作出行政行为", ARL[64].par(1))
    if any(map(must_date, draft.outcomes)) and not dated:
        raise Refused("责令履行的，应当写明履行期限", ARL[66])
    if dated and set(draft.outcomes) <= set(ORDERS_NOTHING):
        raise Refused("本类决定没有需要被申请人履行的内容，不得写履行期限", ARL[77].par(1))


def check_adoption(
    case: Case, on: date, *, adopted: bool | None, departure_id: UUID | None
) -> None:
    """采纳情况, where an opinion is on file (ARR2026 52).

    Raises:
        Refused: It is not said whether the opinion was adopted, or why it was not.
    """
    if case.stance is None:
        return
    told = adoption(adopted, reasoned=departure_id is not None, on=on)
    if told.met is False:
        raise Refused(told.text, told.article or ARL[61])


def check_heeded(case: Case, on: date, *, adopted: bool | None) -> None:
    """采纳, held against the opinion: a draft that was disagreed with is mended, or it is not.

    Raises:
        Refused: The opinion is said to be adopted, and what goes up is the draft that the committee
            was shown and disagreed with (ARR2026 52).
    """
    shown = case.drafted is not None and case.drafted.paper_id == case.asked_draft_id
    if adopted and shown and case.stance is Stance.DISAGREES and ARR2026.in_force(on):
        text = "咨询意见不同意拟办意见，送审的仍是提请时的拟稿，不是采纳：采纳的应当另行拟稿"
        raise Refused(f"{text}，不采纳的应当说明理由", ARR2026[52])
