"""顺延期限的文书: to whoever asked, with what follows (ARL 31, 48, 70, 88; CPL 86)."""

import pytest

from services.reconsideration.papers.matter import Matter
from shared.contracts.reconsideration.deferring import (
    DeferralAsked,
    DeferralGranted,
    DeferralRefused,
    Missed,
)
from tests.reconsideration.makers import AUTHORITY, FILE, PAPER, RESPONDENT, day, head, received
from tests.reconsideration.papered import RESPONDENT_NAME, says
from tests.reconsideration.shelved import of_file, signed_by, written

KINDS = {"deferred": DeferralGranted, "not-deferred": DeferralRefused}


def decided(missed: Missed, how: str) -> Matter:
    """A request of 25 March, decided on the next day."""
    case = received().case
    organ = RESPONDENT if missed is Missed.REPLY else ""
    asked = DeferralAsked(
        head=head(case, "2026-07-06").model_copy(update={"version": 1}),
        of_case_id=FILE,
        authority=AUTHORITY,
        missed=missed,
        organ=organ,
        hindrance="force_majeure",
        hindered_on=day("2026-07-01"),
        removed_on=day("2026-07-05"),
        text_id=PAPER,
        hindrance_proof_id=PAPER,
    )
    said = {"missed": missed, "organ": organ, "reason_id": PAPER}
    said |= {"deferred_days": "6wd", "deferred_case_id": FILE} if how == "deferred" else {}
    at = head(case, "2026-07-10").model_copy(update={"version": 2})
    return of_file([asked, KINDS[how].model_validate({"head": at, **said})])


@pytest.mark.parametrize("missed", list(Missed))
def test_whoever_asked_is_told_how_many_days_run_anew_and_what_follows(missed: Missed) -> None:
    """准许顺延的，告知申请的当事人补几个工作日、自何日起、再逾期的后果 (CPL 86; ARL 31, 70)."""
    matter, sort = decided(missed, "deferred"), f"{missed}-deferred"
    to = {Missed.SUPPLEMENT: "安某", Missed.REPLY: RESPONDENT_NAME}[missed]
    paper = written(sort, matter)
    assert (paper.addressee, signed_by(sort, matter)) == (to, [to])
    for one in ("不可抗拒的事由", "六个工作日", "2026年7月10日的次日", "第八十六条", "理由如此。"):
        assert one in says(paper)
    assert {Missed.SUPPLEMENT: "第三十一条", Missed.REPLY: "第七十条"}[missed] in says(paper)


@pytest.mark.parametrize("missed", list(Missed))
def test_whoever_asked_in_vain_is_told_why(missed: Missed) -> None:
    """不予顺延的，告知申请的当事人理由，期限届满的记载照旧 (CPL 86)."""
    paper = written(f"{missed}-not-deferred", decided(missed, "not-deferred"))
    assert "不予顺延" in says(paper)
    assert "理由如此。" in says(paper)
