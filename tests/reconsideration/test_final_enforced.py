"""最终裁决的强制执行: from which day the months to ask the court run (ARL 78; COERCION 53)."""

from dataclasses import replace
from uuid import UUID

import pytest

from services.reconsideration.domain import (
    aftermath_acts,
    court_acts,
    enforcing_acts,
    falling_due,
)
from services.reconsideration.domain.aftermath_table import AFTERMATH
from services.reconsideration.domain.court_acts import Ruling
from shared.auth import Identity, Role
from shared.casepage.reading import read_dispute
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import Outcome
from shared.contracts.reconsideration.at_court import CourtRefusal
from shared.contracts.reconsideration.enforcing import EnforcementApplied, EnforcementDue
from tests.reconsideration.makers import AUTHORITY, DISPUTE
from tests.reconsideration.test_drafting_doors import clock, door
from tests.reconsideration.test_enforcing_doors import ended, swept
from tests.reconsideration.test_routes import Door

__all__ = ["clock", "door"]
from shared.law.calendar import CALENDAR
from tests.reconsideration.following import following
from tests.reconsideration.makers import ANNA, PAPER, RESPONDENT, day
from tests.reconsideration.test_final import LAW, delivered, owed, sealed, served_on


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


@pytest.mark.parametrize(
    ("law", "perform_by", "over_on", "says"),
    [
        (None, None, "2026-05-06", "起诉期限届满"),
        (None, "2026-08-20", "2026-08-20", "履行期限届满"),
        (PAPER, "2026-04-25", "2026-04-25", "履行期限届满"),
        (PAPER, "2026-01-09", "2026-04-20", "文书生效"),
    ],
)
def test_what_was_over_as_the_months_to_ask_the_court_began_is_named_as_it_is(
    law: UUID | None, perform_by: str | None, over_on: str, says: str
) -> None:
    """三个月自期限届满起：最终裁决没有起诉期限，写明履行期限届满或者文书生效 (ARL 10, 78)."""
    file = following(outcome=Outcome.UPHELD, remedies=delivered(sealed(law)).remedies)
    told = replace(owed(sealed(law, perform_by)), timed=True)
    file.record(falling_due.tell(told, file.head("2026-04-20")))
    file.lapse("enforceable", over_on, str(ANNA))
    assert because("enforce_party", file.facts[-1], over_on) == says
    file.then(EnforcementApplied, "2026-09-01")
    refused = Ruling(
        refusal=CourtRefusal.NOT_ACCEPTED, received_on=day("2026-09-02"), ruling_id=PAPER
    )
    said = (file.file, file.head("2026-09-02"), None, refused, CALENDAR)
    file.record(court_acts.note_refusal(*said, department=RESPONDENT))
    assert because("apply_again", file.facts[-1], over_on) == says


async def test_who_reads_the_case_reads_which_days_were_over(door: Door) -> None:
    """案卷页的期限说明写履行期限届满，最终裁决不写起诉期限届满 (ARL 10, 78; COERCION 53)."""
    owes = {"person_id": str(ANNA), "perform_by": "2026-03-20"}
    await ended(door, "upheld", duties=[owes], final_law=LAW)
    await swept(door, "2026-03-26")
    reader = Identity.of("fuyi-07", [Role.RECONSIDERATION_HEAD], organ=AUTHORITY)
    dispute = await read_dispute(door.hub, reader, str(DISPUTE))
    told = {one.name: one for file in dispute.files for one in (*file.running, *file.ended)}
    proof = told["enforce_party"].proof
    assert proof is not None
    assert proof["sentence"].startswith(
        "2026年3月20日履行期限届满，申请人民法院强制执行期限为3个月"
    )
    assert told["enforceable"].term == "强制执行前的期限"


def test_a_page_of_old_that_does_not_say_which_days_were_over_says_that_days_were() -> None:
    """此前的各页没有写明届满的是哪个期限的，只写期限届满 (COERCION 53)."""
    file = following(outcome=Outcome.UPHELD, remedies=delivered(sealed()).remedies)
    old = {"person_id": ANNA, "organ": RESPONDENT, "counts_from": day("2026-04-25")}
    file.then(EnforcementDue, "2026-05-06", **old)
    assert because("enforce_party", file.facts[-1], "2026-04-25") == "期限届满"


def because(name: str, fact: Fact, started_on: str) -> str:
    """What the proof of a period says of its start."""
    said = fact.model_dump(mode="json")
    return AFTERMATH.by_name[name].because_of(day(started_on), fact.head.on, said)
