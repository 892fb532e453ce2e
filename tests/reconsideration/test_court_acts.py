"""人民法院对强制执行申请的裁定: the court above, and enforcement at once (COERCION 56 to 59)."""

from uuid import UUID

import pytest

from services.reconsideration.domain import court_acts as acts
from services.reconsideration.domain import enforcing_acts
from services.reconsideration.domain.aftermath_table import AFTERMATH
from services.reconsideration.domain.debts import Stand
from shared.contracts.fact import Fact
from shared.contracts.reconsideration.at_court import (
    CourtAboveAsked,
    CourtRefusal,
    EnforcementRefused,
    ImmediateEnforcementAsked,
    ImmediateEnforcementRuled,
)
from shared.contracts.reconsideration.enforcing import (
    EnforcementApplied,
    EnforcementLapsed,
    EnforcementSpared,
    NoNeed,
)
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.following import Following
from tests.reconsideration.makers import ANNA, OTHER, PAPER, RESPONDENT, day
from tests.reconsideration.owing import article, own, stands, unheeded


def applied() -> Following:
    """The court was asked on 20 August."""
    return unheeded().then(EnforcementApplied, "2026-08-20")


def refusal(
    file: Following,
    on: str = "2026-09-01",
    what: CourtRefusal = CourtRefusal.NOT_ENFORCED,
    department: str = RESPONDENT,
) -> EnforcementRefused:
    said = acts.Ruling(refusal=what, received_on=day(on), ruling_id=PAPER)
    head = file.head("2026-09-01")
    return acts.note_refusal(file.file, head, None, said, CALENDAR, department=department)


def above(file: Following, on: str) -> CourtAboveAsked:
    return acts.ask_above(file.file, file.head(on), None, PAPER, department=RESPONDENT)


def at_once(file: Following, on: str = "2026-08-20") -> ImmediateEnforcementAsked:
    return acts.ask_at_once(file.file, file.head(on), None, PAPER, department=RESPONDENT)


def ruled(file: Following, on: str) -> ImmediateEnforcementRuled:
    said = (file.file, file.head("2026-08-24"), None, day(on), PAPER)
    return acts.note_ruling(*said, department=RESPONDENT)


@pytest.mark.parametrize(
    ("what", "code"),
    [
        (CourtRefusal.NOT_ACCEPTED, "COERCION 56(2)"),
        (CourtRefusal.NOT_ENFORCED, "COERCION 58(3)"),
    ],
)
def test_the_court_above_may_be_asked_for_fifteen_days(what: CourtRefusal, code: str) -> None:
    """对不予受理、不予执行的裁定，十五日内可以向上一级人民法院申请复议 (COERCION 56, 58)."""
    file = applied()
    told = refusal(file, what=what)
    assert (told.ask_article, told.ask_until) == (code, day("2026-09-16"))
    assert file.record(told).last_day("court_above") == "2026-09-16"
    assert stands(file) is Stand.REFUSED


def test_what_a_court_did_not_accept_may_be_asked_again_while_the_three_months_last() -> None:
    """不予受理的，三个月没有届满的可以重新申请，期限照走，期满记录在卷 (COERCION 53, 56)."""
    file = applied()
    file.record(refusal(file, what=CourtRefusal.NOT_ACCEPTED))
    assert file.last_day("apply_again") == "2026-11-04"
    file.lapse("court_above", "2026-09-16", str(ANNA)).lapse("apply_again", "2026-11-04", str(ANNA))
    late = file.facts[-1]
    assert isinstance(late, EnforcementLapsed)
    assert (late.organ, stands(file)) == (RESPONDENT, Stand.REFUSED)
    assert [one.lapsed_on for one in file.file.debts] == [day("2026-11-04")]


def test_a_ruling_of_old_leaves_it_to_its_file_from_when_one_may_apply_again() -> None:
    """以前记载的不予受理的裁定没有写重新申请的期限，自案卷记载的起算之日算 (COERCION 53, 56)."""
    file, untold = applied(), ("counts_from", "again_period", "again_article", "again_until")
    told = refusal(file, what=CourtRefusal.NOT_ACCEPTED)
    old = told.model_copy(update=dict.fromkeys(untold))
    file.record(old)
    opens = file.file.procedure.opens
    assert "apply_again" not in {one.name for one in opens(old)}
    assert file.file.completed(old, CALENDAR) == told
    other = refusal(applied())
    assert file.file.completed(other, CALENDAR) == other


def test_what_a_court_would_not_enforce_is_asked_for_no_more() -> None:
    """不予执行的，不再重新申请，三个月不再计算 (COERCION 58)."""
    file = applied()
    file.record(refusal(file))
    with pytest.raises(AssertionError):
        file.last_day("apply_again")
    assert file.facts[-1].again_until is None  # type: ignore[attr-defined]  # as was just made


@pytest.mark.parametrize("kind", [CourtAboveAsked, EnforcementApplied, EnforcementSpared])
def test_the_three_months_ring_no_more_once_a_court_has_it_or_nothing_is_owed(
    kind: type[Fact],
) -> None:
    """向上一级申请复议、重新申请、不需要强制执行的，重新申请的期限结束 (COERCION 53, 56)."""
    file = applied()
    file.record(refusal(file, what=CourtRefusal.NOT_ACCEPTED)).then(kind, "2026-09-10")
    ended = {one.name for one in file.file.procedure.closes(file.facts[-1])}
    assert "apply_again" in ended


def test_in_time_the_court_above_is_asked_and_waited_for_and_later_it_is_not() -> None:
    """期内申请的，等待上一级人民法院；逾期的不再申请 (COERCION 58)."""
    file = applied().record(refusal(applied()))
    with pytest.raises(Refused) as late:
        above(file, "2026-09-17")
    assert article(late).code == "COERCION 58(3)"
    file.record(above(file, "2026-09-16"))
    assert stands(file) is Stand.APPLIED
    with pytest.raises(Refused):
        above(file, "2026-09-16")


def test_meanwhile_nothing_is_enforced_and_after_it_the_matter_ends() -> None:
    """裁定以后不催告、不执行；期满没有申请的，记载不需要强制执行 (COERCION 58)."""
    file = applied().record(refusal(applied()))
    with pytest.raises(Refused) as barred:
        own(file, "2026-09-02")
    assert article(barred).code == "COERCION 58(3)"

    def ends(on: str) -> EnforcementSpared:
        said = (file.file, file.head(on), None, NoNeed.REFUSED, PAPER)
        return enforcing_acts.spare(*said, calendar=CALENDAR, sued_on=None, department=RESPONDENT)

    with pytest.raises(Refused):
        ends("2026-09-16")
    file.lapse("court_above", "2026-09-16", str(ANNA))
    assert ends("2026-09-17").refused_on == day("2026-09-01")


def test_what_was_over_when_it_was_put_on_file_does_not_run() -> None:
    """记载时十五日已经届满的，不起算 (COERCION 58)."""
    file = applied()
    told = refusal(file, on="2026-08-10")
    file.record(told)
    with pytest.raises(AssertionError):
        file.last_day("court_above")
    assert told.ask_until == day("2026-08-25")


def test_a_court_refuses_only_what_it_was_asked_and_it_is_the_organ_s_affair() -> None:
    """没有申请的不记载裁定；由负责的机关记载 (ARL 78; COERCION 58)."""
    with pytest.raises(Refused) as early:
        refusal(unheeded())
    assert article(early).code == "COERCION 58(3)"
    with pytest.raises(Refused) as foreign:
        refusal(applied(), department=OTHER)
    assert article(foreign).code == "ARL 78"


def test_in_urgency_the_court_enforces_within_five_working_days_of_its_ruling() -> None:
    """情况紧急的申请立即执行，自作出执行裁定之日起五个工作日 (COERCION 59, 69)."""
    file = applied()
    with pytest.raises(Refused) as unasked:
        ruled(file, "2026-08-21")
    assert article(unasked).code == "COERCION 59"
    file.record(at_once(file))
    with pytest.raises(Refused):
        at_once(file)
    file.record(ruled(file, "2026-08-21"))
    assert file.last_day("enforce_at_once") == "2026-08-28"
    file.lapse("enforce_at_once", "2026-08-28", str(ANNA))
    assert file.facts[-1].head.on == day("2026-08-28")
    assert stands(file) is Stand.APPLIED


def test_urgency_dispenses_with_no_demand() -> None:
    """申请立即执行，以申请强制执行为前提，催告不免 (COERCION 54, 59)."""
    with pytest.raises(Refused) as refused:
        at_once(unheeded())
    assert article(refused).code == "COERCION 59"


def test_over_the_ruling_of_the_court_above_nobody_is_asked_again() -> None:
    """上一级人民法院维持的，没有新的十五日，即可记载不需要强制执行 (COERCION 56, 58)."""
    file = applied().record(refusal(applied()))
    file.record(above(file, "2026-09-10"))
    said = acts.Ruling(
        refusal=CourtRefusal.NOT_ENFORCED, received_on=day("2026-09-28"), ruling_id=PAPER
    )
    head = file.head("2026-09-28")
    told = acts.note_refusal(file.file, head, None, said, CALENDAR, department=RESPONDENT)
    assert (told.may_ask_until, AFTERMATH.opens(told)) == (None, ())
    file.record(told)
    with pytest.raises(Refused) as again:
        above(file, "2026-09-28")
    assert "上一级人民法院已经裁定" in again.value.message
    spared = enforcing_acts.spare(
        *(file.file, file.head("2026-09-28"), None, NoNeed.REFUSED, PAPER),
        calendar=CALENDAR,
        sued_on=None,
        department=RESPONDENT,
    )
    assert spared.refused_on == day("2026-09-28")


def test_after_acceptance_was_ordered_a_refusal_to_enforce_is_a_first_one() -> None:
    """上一级人民法院裁定受理以后裁定不予执行的，另有十五日 (COERCION 56, 58)."""
    file = applied().record(refusal(applied(), what=CourtRefusal.NOT_ACCEPTED))
    file.record(above(file, "2026-09-10"))
    with pytest.raises(Refused):  # the first ruling is no more, and of another nothing is said
        enforcing_acts.spare(
            *(file.file, file.head("2026-12-01"), None, NoNeed.REFUSED, PAPER),
            calendar=CALENDAR,
            sued_on=None,
            department=RESPONDENT,
        )
    said = acts.Ruling(
        refusal=CourtRefusal.NOT_ENFORCED, received_on=day("2026-10-12"), ruling_id=PAPER
    )
    head = file.head("2026-10-12")
    told = acts.note_refusal(file.file, head, None, said, CALENDAR, department=RESPONDENT)
    assert told.ask_until == day("2026-10-27")
    assert file.record(told).last_day("court_above") == "2026-10-27"


def asked_again(file: Following, on: str, late: UUID | None = None) -> EnforcementApplied:
    said = (file.file, file.head(on), None, PAPER, late)
    return enforcing_acts.apply(*said, calendar=CALENDAR, department=RESPONDENT)


def test_what_the_court_did_not_accept_it_may_be_asked_again_within_the_three_months() -> None:
    """裁定不予受理的，三个月内可以重新申请，逾期写明理由；不予执行的不可以 (COERCION 53, 56)."""
    file = applied().record(refusal(applied(), what=CourtRefusal.NOT_ACCEPTED))
    assert asked_again(file, "2026-11-04") is not None
    with pytest.raises(Refused) as late:
        asked_again(file, "2026-11-05")
    assert article(late).code == "ALI 156"
    assert asked_again(file, "2026-11-05", late=PAPER).late_reason_id == PAPER
    file.record(asked_again(file, "2026-09-10"))
    assert stands(file) is Stand.APPLIED
    with pytest.raises(AssertionError):
        file.last_day("court_above")
    anew = refusal(file, what=CourtRefusal.NOT_ACCEPTED)
    assert anew.askable, "it is a first ruling on another application"
    judged = applied().record(refusal(applied()))
    with pytest.raises(Refused) as barred:
        asked_again(judged, "2026-09-10")
    assert article(barred).code == "COERCION 58(3)"
