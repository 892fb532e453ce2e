"""Through the organ that fined 通过处罚机关申请 (ARL 32; ARR2026 38)."""

from dataclasses import replace

import pytest

from services.reconsideration.domain.acceptance import accept
from services.reconsideration.domain.application import Application
from services.reconsideration.domain.filing import brought_on
from services.reconsideration.domain.forwarding import correct, hand_in, receive_forwarded
from services.reconsideration.domain.ordinary import State
from services.reconsideration.domain.ordinary_2007 import ORDINARY_2007
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import (
    ApplicationReceived,
    ApplicationWithdrawn,
    FilingManner,
    ReconsiderationActOverdue,
)
from shared.contracts.reconsideration.forwarding import (
    ApplicationForwarded,
    ApplicationHandedIn,
    Correction,
    Fine,
    ForwardingOverdue,
    PenaltyCorrected,
)
from shared.law.article import ARL, ARR2026
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.makers import ANNA, AUTHORITY, PAPER, RESPONDENT, Walk, day, head

SAID = Application(
    authority=AUTHORITY,
    applicants=(ANNA,),
    respondent=RESPONDENT,
    act=ActKind.PENALTY,
    manner=FilingManner.IN_PERSON,
    received_on=day("2026-09-24"),
)


def handed_in(on: str = "2026-09-24", **fields: object) -> Walk:
    return Walk().then(ApplicationHandedIn, on, **fields)


def forwarded(on: str = "2026-09-28") -> Walk:
    """In at the organ on the last of the sixty days, at the authority some days later."""
    walk = handed_in(learnt_on=day("2026-07-26")).then(ApplicationForwarded, on)
    return walk.record(receive_forwarded(walk.case, walk.head("2026-10-09")))


@pytest.mark.parametrize("act", [ActKind.COMPULSION, ActKind.INACTION, ActKind.LICENCE])
def test_only_a_penalty_is_complained_of_through_the_organ(act: ActKind) -> None:
    """只有当场处罚、电子监控处罚可以通过处罚机关申请 (ARL 32)."""
    blank = Walk().case
    with pytest.raises(Refused) as refusal:
        hand_in(head(blank, "2026-09-24"), replace(SAID, act=act), Fine.MONITORED, "620702", PAPER)
    assert refusal.value.article == ARL[32].par(1)


def test_the_organ_that_fined_is_the_respondent() -> None:
    """作出处罚决定的机关是被申请人 (ARL 19, 32)."""
    blank = Walk().case
    fact = hand_in(head(blank, "2026-09-24"), SAID, Fine.ON_THE_SPOT, "620702", PAPER)
    case = blank.after(fact)
    assert (case.respondent, case.state, case.received_on) == (
        RESPONDENT,
        State.HANDED_IN,
        None,
    )


def test_the_organ_has_five_working_days_from_its_own_receipt() -> None:
    """自收到行政复议申请之日起五日内转送，不含法定休假日 (ARL 32, 88)."""
    assert handed_in("2026-09-24").last_day("forward") == day("2026-10-09")


def test_an_organ_that_lets_its_days_pass_still_has_to_send_the_application_on() -> None:
    """逾期未转送的记录在案，仍须转送 (ARL 32)."""
    walk = handed_in().lapse("forward", "2026-10-09")
    fact = walk.facts[-1]
    assert isinstance(fact, ForwardingOverdue)
    assert (fact.organ, walk.case.state) == (RESPONDENT, State.HANDED_IN)
    assert walk.then(ApplicationForwarded, "2026-10-12").case.state is State.FORWARDED


def test_the_authority_has_its_own_five_days_from_its_own_receipt() -> None:
    """审查期限自行政复议机关收到之日起算 (ARL 30, 32)."""
    walk = forwarded()
    fact = walk.facts[-1]
    assert isinstance(fact, ApplicationReceived)
    assert (fact.handed_in_on, fact.text_id) == (day("2026-09-24"), PAPER)
    assert walk.last_day("review") == day("2026-10-15")


def test_the_authority_that_does_not_record_what_came_is_put_on_record() -> None:
    """转送以后逾期没有登记收到的，记录在案，仍须登记 (RULES 133)."""
    walk = handed_in().then(ApplicationForwarded, "2026-09-28")
    assert walk.last_day("forwarding_receipt") == day("2026-10-10")
    walk = walk.lapse("forwarding_receipt", "2026-10-10")
    fact = walk.facts[-1]
    assert isinstance(fact, ReconsiderationActOverdue)
    assert (fact.duty, walk.case.state) == ("forwarding_receipt", State.FORWARDED)
    came = walk.record(receive_forwarded(walk.case, walk.head("2026-10-09")))
    assert (came.case.state, came.last_day("review")) == (State.RECEIVED, day("2026-10-15"))


def test_in_time_at_the_organ_is_in_time() -> None:
    """处罚机关收到之日为提出之日 (ARL 20, 32)."""
    walk = forwarded()
    assert brought_on(walk.case) == day("2026-09-24")
    assert accept(walk.case, walk.head("2026-10-12"), calendar=CALENDAR).time is None
    late = walk.but(handed_in_on=None)
    with pytest.raises(Refused) as refusal:
        accept(late, walk.head("2026-10-12"), calendar=CALENDAR)
    assert refusal.value.article == ARL[30].par(1, 4)


def test_nothing_is_received_by_the_authority_before_the_organ_sends_it_on() -> None:
    """处罚机关转送之后，行政复议机关才收到申请 (ARL 32)."""
    walk = handed_in()
    with pytest.raises(Refused) as refusal:
        receive_forwarded(walk.case, walk.head("2026-09-25"))
    assert refusal.value.article == ARL[32].par(2)


def test_a_penalty_that_its_organ_corrects_is_not_sent_on() -> None:
    """自行纠正并告知申请人和行政复议机关的，不再转送 (ARR2026 38)."""
    walk = handed_in()
    when = day("2026-09-28")
    walk.record(correct(walk.case, walk.head("2026-09-28"), Correction.CHANGED, when, PAPER))
    assert walk.case.state is State.CORRECTED
    with pytest.raises(Refused):
        walk.then(ApplicationForwarded, "2026-09-29")


def test_after_its_five_days_the_organ_no_longer_corrects_in_place_of_sending_on() -> None:
    """自行纠正也以五个工作日为限 (ARR2026 38)."""
    walk = handed_in().lapse("forward", "2026-10-09")
    when = day("2026-10-12")
    with pytest.raises(Refused) as refusal:
        correct(walk.case, walk.head("2026-10-12"), Correction.REVOKED, when, PAPER)
    assert refusal.value.article == ARR2026[38].par(1)


def test_before_the_regulation_of_2026_the_organ_corrected_under_the_law_itself() -> None:
    """2026年6月30日以前，及时处理的依据是法律 (ARL 32)."""
    [row] = [move for move in ORDINARY_2007.moves if move.on is PenaltyCorrected]
    assert row.article == ARL[32].par(2)


def test_what_is_still_at_the_organ_can_be_withdrawn() -> None:
    """受理前可以撤回 (ARL 22)."""
    assert handed_in().then(ApplicationWithdrawn, "2026-09-25").case.state is State.WITHDRAWN


@pytest.mark.parametrize(("fine", "first"), [(Fine.ON_THE_SPOT, True), (Fine.MONITORED, None)])
def test_a_penalty_on_the_spot_comes_before_a_suit_wherever_it_was_handed_in(
    fine: Fine, *, first: bool | None
) -> None:
    """对当场作出的行政处罚决定不服的，先申请行政复议，收下和转送以后都是 (ARL 23, 32, 34)."""
    walk = handed_in(fine=fine)
    assert walk.case.comes_first is first
    walk.then(ApplicationForwarded, "2026-09-28")
    walk.record(receive_forwarded(walk.case, walk.head("2026-10-09")))
    assert walk.case.comes_first is first
