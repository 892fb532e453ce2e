"""逾期不起诉又不履行的强制执行: who, from when, until when (ARL 78; COERCION 53, 54)."""

import json
from datetime import timedelta

import pytest

from services.reconsideration.domain import enforcing_acts as acts
from services.reconsideration.domain import falling_due
from services.reconsideration.domain.aftermath_table import AFTERMATH
from services.reconsideration.domain.debts import Stand
from services.reconsideration.domain.enforcing import counted_from
from services.reconsideration.queries.parties import called
from shared.contracts.reconsideration import Outcome
from shared.contracts.reconsideration.aftermath import ServedAgain
from shared.contracts.reconsideration.enforcing import EnforcementApplied, PartyUrged
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.following import Following, following
from tests.reconsideration.makers import (
    ANNA,
    AUTHORITY,
    BERT,
    OTHER,
    PAPER,
    RESPONDENT,
    day,
    received,
)
from tests.reconsideration.owing import (
    SERVED,
    article,
    ask,
    due,
    ended,
    owing,
    own,
    stands,
    unheeded,
    urged,
)


def test_where_it_was_not_said_nothing_runs_until_it_is() -> None:
    """没有写明谁应当履行的，不起算、不逾期，载明以后才起算 (ARL 78; COERCION 53)."""
    file = following(outcome=Outcome.UPHELD, remedies=(SERVED,))
    [debt] = owing(received().case)
    file.record(falling_due.tell(debt, file.head("2026-07-20")))
    assert (stands(file), AFTERMATH.opens(file.facts[-1])) == (Stand.UNSTATED, ())
    with pytest.raises(Refused) as refusal:
        acts.urge(file.file, file.head("2026-08-06"), None, PAPER, CALENDAR, department=RESPONDENT)
    assert "尚未载明" in refusal.value.message
    again = {"shown_on": "2026-07-21", "served_on": "2026-07-21", "sue_until": day("2026-08-05")}
    file.then(ServedAgain, "2026-07-21", **again)
    anew = falling_due.served_anew(file.file, received().case, ANNA, CALENDAR)
    assert anew is not None
    assert not anew.timed
    file.record(falling_due.tell(anew, file.head("2026-07-21")))
    said = (file.file, file.head("2026-07-22"), None, None, CALENDAR)
    file.record(acts.state_time(*said, department=RESPONDENT))
    assert stands(file) is Stand.AWAITED
    assert file.last_day("enforceable") == "2026-08-05"
    with pytest.raises(Refused):  # what has to be performed is said once
        acts.state_time(
            file.file, file.head("2026-07-23"), None, None, CALENDAR, department=RESPONDENT
        )


def test_the_days_of_each_party_run_from_its_own_service() -> None:
    """起诉期限自各自收到之日起算，执行也各自计算 (ARL 78; ALL 45)."""
    file = ended()
    days = {one.person_id: one.enforceable_after for one in file.file.debts}
    assert days == {ANNA: day("2026-08-04"), BERT: day("2026-08-11")}
    file.lapse("enforceable", "2026-08-04", str(ANNA))
    assert (stands(file), stands(file, BERT)) == (Stand.DUE, Stand.AWAITED)


def test_three_months_to_ask_the_court_run_from_the_end_of_the_days_to_sue() -> None:
    """自起诉期限届满之日起三个月内申请人民法院强制执行 (COERCION 53)."""
    assert due().last_day("enforce_party") == "2026-11-04"


def test_the_time_that_the_paper_gives_to_perform_is_waited_for() -> None:
    """履行期限晚于起诉期限的，届满后方可执行；三个月仍自起诉期限届满起算 (ARL 78; COERCION 53)."""
    file = ended(remedies=(SERVED,))
    said = (file.file, file.head("2026-07-22"), None, day("2026-09-10"), CALENDAR)
    file.record(acts.state_time(*said, department=RESPONDENT))
    assert file.last_day("enforceable") == "2026-09-10"
    file.lapse("enforceable", "2026-09-10", str(ANNA))
    assert file.last_day("enforce_party") == "2026-11-04"


def test_where_that_time_leaves_no_days_to_urge_the_months_run_from_its_end() -> None:
    """履行期限晚到无从催告的，三个月自履行期限届满起算（解释） (COERCION 53, 54)."""
    sue = day("2026-08-04")
    run = [
        counted_from(sue, day(by), day("2026-07-20"), CALENDAR)
        for by in ("2026-10-15", "2026-12-31")
    ]
    assert run == [sue, day("2026-12-31")]


def test_nothing_is_enforced_while_the_party_may_still_sue() -> None:
    """起诉期限届满前不得催告、申请执行 (ARL 78)."""
    file = ended(remedies=(SERVED,))
    with pytest.raises(Refused) as refusal:
        acts.urge(file.file, file.head("2026-08-03"), None, PAPER, CALENDAR, department=RESPONDENT)
    assert str(article(refusal).code) == "ARL 78"


def test_the_court_is_asked_ten_working_days_after_urging() -> None:
    """催告书送达十日后仍不履行的，可以申请 (COERCION 54, 69)."""
    file = urged()
    assert file.last_day("heed_urging") == "2026-08-19"
    for early, code in ((due(), "COERCION 54"), (file, "COERCION 54")):
        with pytest.raises(Refused) as refusal:
            ask(early, "2026-08-18")
        assert article(refusal).code == code
    assert ask(unheeded(), "2026-08-20").organ == RESPONDENT


def test_after_three_months_only_with_a_good_reason() -> None:
    """逾期申请的，除有正当理由外，人民法院不予受理 (ALI 156)."""
    file = unheeded().lapse("enforce_party", "2026-11-04", str(ANNA))
    with pytest.raises(Refused) as refusal:
        ask(file, "2026-11-06")
    assert article(refusal).code == "ALI 156"
    assert ask(file, "2026-11-06", PAPER).late_reason_id == PAPER


def test_a_time_to_perform_stated_afterwards_begins_no_months_anew() -> None:
    """三个月届满以后载明履行期限的，不重新起算 (ALI 156)."""
    file = due().lapse("enforce_party", "2026-11-04", str(ANNA))
    said = (file.file, file.head("2026-11-06"), None, day("2026-12-31"), CALENDAR)
    with pytest.raises(Refused) as refusal:
        acts.state_time(*said, department=RESPONDENT)
    assert article(refusal).code == "ALI 156"


def test_it_is_the_affair_of_the_organ_named_and_of_no_other() -> None:
    """维持决定由作出行为的机关执行 (ARL 78)."""
    file = due()
    with pytest.raises(Refused) as refusal:
        acts.urge(
            file.file, file.head("2026-08-05"), None, PAPER, CALENDAR, department="620702-zhujian"
        )
    assert article(refusal).code == "ARL 78"


def test_an_organ_that_enforces_itself_urges_before() -> None:
    """作出强制执行决定前，应当事先催告 (COERCION 35)."""
    file = due()
    with pytest.raises(Refused) as refusal:
        acts.enforce(file.file, file.head("2026-08-05"), None, PAPER, department=RESPONDENT)
    assert article(refusal).code == "COERCION 35"
    file = urged()
    done = acts.enforce(file.file, file.head("2026-08-21"), None, PAPER, department=RESPONDENT)
    assert not done.by_court


def demanded(until: str | None) -> Following:
    """Urged on 5 August, by a demand that states this day or none."""
    file = due()
    said = (file.file, file.head("2026-08-05"), None, PAPER, CALENDAR)
    stated = day(until) if until else None
    return file.record(acts.urge(*said, perform_until=stated, department=RESPONDENT))


@pytest.mark.parametrize(("stated", "last"), [(None, "2026-08-19"), ("2026-08-12", "2026-08-12")])
def test_an_organ_does_not_enforce_while_the_demand_runs(stated: str | None, last: str) -> None:
    """经催告逾期仍不履行的，机关才可以强制执行；期限由催告书写明 (COERCION 35, 37)."""
    file = demanded(stated)
    assert file.file.debts[0].urged_until == day(last)
    with pytest.raises(Refused) as refusal:
        own(file, last)
    assert article(refusal).code == "COERCION 37"
    after = day(last) + timedelta(days=1)
    assert not own(file, after.isoformat()).by_court


def test_who_hides_what_he_has_is_enforced_against_at_once() -> None:
    """催告期间有证据证明有转移或者隐匿财物迹象的，可以立即强制执行 (COERCION 37)."""
    assert own(demanded(None), "2026-08-06", PAPER).concealment_id == PAPER


def test_a_longer_demand_is_waited_for_and_one_of_old_until_its_ten_days_are_over() -> None:
    """催告书给的期限更长的，期满才能执行；没有写明的为十个工作日 (COERCION 35, 37)."""
    longer = demanded("2026-09-10").lapse("heed_urging", "2026-08-19", str(ANNA))
    of_old = due().then(PartyUrged, "2026-08-05", perform_until=None)
    for file in (longer, of_old):
        with pytest.raises(Refused):
            own(file, "2026-08-20")
    of_old.lapse("heed_urging", "2026-08-19", str(ANNA))
    assert not own(of_old, "2026-08-20").by_court


def test_a_demand_gives_no_day_before_its_service() -> None:
    """催告书的履行期限不得早于送达之日 (COERCION 35)."""
    with pytest.raises(Refused):
        demanded("2026-08-04")


def test_what_was_asked_of_the_court_the_court_enforces() -> None:
    """申请人民法院强制执行的，由人民法院执行 (ARL 78)."""
    file = unheeded().then(EnforcementApplied, "2026-08-20")
    done = acts.enforce(file.file, file.head("2026-10-09"), None, PAPER, department=RESPONDENT)
    assert done.by_court
    assert stands(file.record(done)) is Stand.ENFORCED


@pytest.mark.parametrize(
    ("outcome", "organ", "joint"),
    [(Outcome.UPHELD, RESPONDENT, (OTHER,)), (Outcome.CHANGED, AUTHORITY, ())],
)
def test_what_the_clock_says_names_every_organ_that_may_enforce(
    outcome: Outcome, organ: str, joint: tuple[str, ...]
) -> None:
    """共同作出的行政机关都可以强制执行；变更的，只由行政复议机关 (ARL 19, 78)."""
    file = due(outcome=outcome, joint=(OTHER,)).then(PartyUrged, "2026-08-05")
    file.lapse("heed_urging", "2026-08-19", str(ANNA))
    file.lapse("enforce_party", "2026-11-04", str(ANNA))
    told = [one for one in file.facts if hasattr(one, "organs")]
    assert [one.organs for one in told] == [(organ, *joint)] * 3


@pytest.mark.parametrize(
    ("persons", "says"),
    [(("a", "b"), "申请人第2名"), (("b",), "申请人"), (("a",), "第三人")],
)
def test_a_party_is_called_by_its_place_among_its_side(persons: tuple[str, ...], says: str) -> None:
    """清单不写姓名，写明是申请人还是第三人、第几名 (ARL 78)."""
    thirds = json.dumps([{"person_id": "b"}])
    assert called("b", json.dumps(persons), thirds) == says
