"""最终裁决的强制执行: from which day the months to ask the court run (ARL 78; COERCION 53)."""

from services.reconsideration.domain import aftermath_acts, enforcing_acts, falling_due
from shared.contracts.reconsideration import Outcome
from shared.law.calendar import CALENDAR
from tests.reconsideration.following import following
from tests.reconsideration.makers import ANNA, PAPER, RESPONDENT, day
from tests.reconsideration.test_final import delivered, owed, sealed, served_on


def test_the_months_to_ask_the_court_begin_with_no_day_before_it_has_effect() -> None:
    """所维持的行为写明的履行期限在送达以前届满的，申请法院执行的三个月自送达起算 (ARL 75, 78)."""
    over = owed(sealed(perform_by="2026-01-09"))
    assert (over.enforceable_after, over.counts_from) == (day("2026-04-20"), day("2026-04-20"))
    file = following(outcome=Outcome.UPHELD, remedies=delivered(sealed()).remedies)
    file.record(falling_due.tell(owed(sealed()), file.head("2026-04-20")))
    said = (file.file, file.head("2026-04-21"), None, day("2026-01-09"), CALENDAR)
    stated = enforcing_acts.state_time(*said, department=RESPONDENT)
    assert (stated.enforceable_after, stated.counts_from) == (day("2026-04-20"),) * 2
    file.record(stated)
    walk = sealed()
    again = aftermath_acts.serve_again(
        *(file.file, file.head("2026-08-10"), served_on("2026-08-10"), PAPER, CALENDAR)
    )
    anew = falling_due.served_anew(file.record(again).file, walk.case, ANNA, CALENDAR)
    assert anew is not None
    assert (anew.enforceable_after, anew.counts_from) == (day("2026-08-10"),) * 2
