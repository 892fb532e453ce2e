"""起诉、重新送达和法院裁定对强制执行的影响 (ARL 78; COERCION 58): what bars it."""

from dataclasses import replace

import pytest

from services.reconsideration.domain import enforcing_acts as acts
from services.reconsideration.domain import falling_due
from services.reconsideration.domain.debts import Stand
from services.reconsideration.schemas.enforcing import NoEnforcementIn
from shared.contracts.reconsideration import Outcome
from shared.contracts.reconsideration.aftermath import ServedAgain
from shared.contracts.reconsideration.enforcing import (
    EnforcementApplied,
    EnforcementAwaited,
    EnforcementSpared,
    NoNeed,
    PartyDuty,
    SuitOnRecord,
)
from shared.contracts.reconsideration.heirless import AddresseeFound
from shared.frame.forms import boxes
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.following import Following, following
from tests.reconsideration.makers import ANNA, BERT, PAPER, RESPONDENT, day, received
from tests.reconsideration.owing import SERVED, article, ask, due, ended, own, stands, unheeded


def spare(file: Following, ground: NoNeed, sued: str | None = None) -> NoNeed:
    said = (file.file, file.head("2026-08-06"), ANNA, ground, PAPER)
    sued_on = day(sued) if sued else None
    return acts.spare(*said, calendar=CALENDAR, sued_on=sued_on, department="").no_need


def test_whoever_sued_in_time_is_not_enforced_against_and_whoever_was_late_is() -> None:
    """逾期起诉的，不影响执行 (ARL 78)."""
    assert spare(due(), NoNeed.SUED, "2026-08-04") is NoNeed.SUED
    with pytest.raises(Refused) as refusal:
        spare(due(), NoNeed.SUED, "2026-08-05")
    assert article(refusal).code == "ARL 78"


def test_a_late_suit_that_the_court_took_is_a_suit() -> None:
    """耽误的时间不计入、未告知起诉期限的，由人民法院判断，已经立案的不执行 (ALL 48; ALI 64)."""
    file = due()
    said = (file.file, file.head("2026-09-06"), ANNA, NoNeed.SUED, PAPER)
    sued_on = day("2026-09-01")
    late = acts.spare(*said, calendar=CALENDAR, sued_on=sued_on, docketing_id=PAPER, department="")
    assert (late.sued_on, late.docketing_id) == (day("2026-09-01"), PAPER)
    none = (file.file, file.head("2026-09-06"), ANNA, NoNeed.NOTHING, PAPER)
    with pytest.raises(Refused):
        acts.spare(*none, calendar=CALENDAR, sued_on=None, docketing_id=PAPER, department="")


def test_the_form_offers_no_ground_that_is_put_on_file_elsewhere() -> None:
    """决定被上级撤销的，在撤销中记载，不在不需要强制执行中选择 (RULES 92)."""
    [box] = [one for one in boxes(NoEnforcementIn) if one.name == "no_need"]
    offered = {value for value, _ in box.options if value}
    assert offered == set(NoNeed) - {NoNeed.ANNULLED}


def test_a_court_refuses_only_what_it_was_asked() -> None:
    """人民法院裁定不予执行，在申请以后 (COERCION 58)."""
    with pytest.raises(Refused) as refusal:
        spare(due(), NoNeed.REFUSED)
    assert article(refusal).code == "COERCION 58"
    assert spare(due(), NoNeed.NOTHING) is NoNeed.NOTHING


def test_what_a_court_refused_ends_once_the_court_above_can_no_longer_be_asked() -> None:
    """对裁定有异议的，机关可以自收到之日起十五日内申请复议，期满才了结 (COERCION 56, 58)."""
    file = unheeded().then(EnforcementApplied, "2026-08-20")
    received_on = day("2026-09-01")

    def ends(on: str) -> EnforcementSpared:
        said = (file.file, file.head(on), None, NoNeed.REFUSED, PAPER)
        return acts.spare(
            *said, calendar=CALENDAR, sued_on=None, refused_on=received_on, department=RESPONDENT
        )

    with pytest.raises(Refused) as refusal:
        ends("2026-09-16")
    assert article(refusal).code == "COERCION 58(3)"
    assert ends("2026-09-17").refused_on == received_on
    with pytest.raises(Refused):  # of which nothing says when it was received
        spare(file, NoNeed.REFUSED)


def test_a_party_that_performs_before_is_not_enforced_against() -> None:
    """期限届满前履行的，不再执行 (ARL 78)."""
    file = ended(remedies=(SERVED,))
    said = (file.file, file.head("2026-07-25"), None, day("2026-07-24"), PAPER)
    file.record(acts.perform(*said, department=RESPONDENT))
    assert stands(file) is Stand.PERFORMED
    with pytest.raises(Refused):
        acts.urge(file.file, file.head("2026-08-05"), None, PAPER, CALENDAR, department=RESPONDENT)


def test_of_several_parties_one_is_named() -> None:
    """有几名当事人的，写明是哪一名 (ARL 78)."""
    file = ended()
    with pytest.raises(Refused):
        acts.perform(
            file.file, file.head("2026-07-25"), None, day("2026-07-24"), PAPER, department=""
        )


def test_served_again_the_days_run_anew_for_that_party_alone() -> None:
    """重新送达的，该当事人的起诉期限和执行重新起算 (ARL 75, 78)."""
    file = ended().lapse("enforceable", "2026-08-04", str(ANNA))
    said = {"shown_on": "2026-08-10", "served_on": "2026-08-10", "sue_until": day("2026-08-25")}
    file.then(ServedAgain, "2026-08-10", **said)
    new = falling_due.served_anew(file.file, received().case, ANNA, CALENDAR)
    assert new is not None
    file.record(falling_due.tell(new, file.head("2026-08-10")))
    assert isinstance(file.facts[-1], EnforcementAwaited)
    days = {one.person_id: one.enforceable_after for one in file.file.debts}
    assert days == {ANNA: day("2026-08-25"), BERT: day("2026-08-11")}
    assert stands(file) is Stand.AWAITED


def test_who_is_served_for_the_first_time_after_the_end_owes_from_then_on() -> None:
    """曾误记无承受人的，首次送达之日起才有起诉、履行的期限，届满不履行的可以强制执行 (ARL 78)."""
    file = following(outcome=Outcome.UPHELD, remedies=(SERVED,), heirless=(BERT,))
    case = replace(received().case, duties=(PartyDuty(person_id=BERT),))
    assert falling_due.owed_by(file.file, case, CALENDAR) == ()
    file.then(AddresseeFound, "2026-08-07", person_id=BERT)
    said = {"shown_on": "2026-08-10", "served_on": "2026-08-10", "sue_until": day("2026-08-25")}
    file.then(ServedAgain, "2026-08-10", person_id=BERT, **said)
    new = falling_due.served_anew(file.file, case, BERT, CALENDAR)
    assert new is not None
    assert (new.person_id, new.enforceable_after) == (BERT, day("2026-08-25"))
    file.record(falling_due.tell(new, file.head("2026-08-10")))
    assert file.last_day("enforceable") == "2026-08-25"
    assert falling_due.served_anew(file.file, case, ANNA, CALENDAR) is None, "it owes nothing"


def test_served_again_also_what_the_court_was_asked_for_waits() -> None:
    """重新送达的，已经申请的也等待新的起诉期限届满，由机关撤回申请或者告知法院 (ARL 75, 78)."""
    file = unheeded().then(EnforcementApplied, "2026-08-20")
    said = {"shown_on": "2026-08-24", "served_on": "2026-08-24", "sue_until": day("2026-09-08")}
    file.then(ServedAgain, "2026-08-24", **said)
    new = falling_due.served_anew(file.file, received().case, ANNA, CALENDAR)
    assert new is not None
    told = falling_due.tell(new, file.head("2026-08-24"))
    file.record(told)
    assert (stands(file), told.court_asked) == (Stand.AWAITED, True)
    assert file.last_day("enforceable") == "2026-09-08"
    with pytest.raises(Refused):
        own(file, "2026-08-25")


def test_while_a_suit_is_on_record_nobody_is_urged_until_it_is_said_whose_it_is() -> None:
    """逾期不起诉的才强制执行：有起诉记录的，查明该当事人没有起诉，方可催告 (ARL 78)."""
    file = due().then(SuitOnRecord, "2026-08-05", filed_on=day("2026-08-04"))
    said = (file.file, file.head("2026-08-06"), None, PAPER, CALENDAR)
    with pytest.raises(Refused) as refusal:
        acts.urge(*said, department=RESPONDENT)
    assert article(refusal) == ARL[78]
    urging = acts.urge(*said, not_sued=True, department=RESPONDENT)
    assert urging.not_sued
    file.record(urging)
    assert [one.suit_on for one in file.file.debts] == [None]
    file.lapse("heed_urging", "2026-08-20", str(ANNA))
    assert not ask(file, "2026-08-21").not_sued


def test_a_suit_that_is_told_after_urging_bars_the_way_to_the_court() -> None:
    """催告以后才知道起诉的，也不申请人民法院强制执行 (ARL 78)."""
    file = unheeded().then(SuitOnRecord, "2026-08-20", filed_on=day("2026-08-04"))
    with pytest.raises(Refused) as refusal:
        ask(file, "2026-08-21")
    assert article(refusal) == ARL[78]
    assert spare(file, NoNeed.SUED, "2026-08-04") is NoNeed.SUED


def test_a_suit_after_the_days_to_sue_is_noted_of_nobody() -> None:
    """逾期起诉的，不影响强制执行 (ARL 78)."""
    file = due()
    head = file.head("2026-08-06")
    assert acts.note_suit(file.file, head, day("2026-08-05")) is None
    assert acts.note_suit(file.file, head, day("2026-08-04")) is not None
