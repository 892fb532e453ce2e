"""期满前交邮的补正、答复, as the act takes them in (ARL 31, 48, 54, 88; CPL 85)."""

import pytest
from pydantic import ValidationError

from services.reconsideration.domain.in_time import must_be_in_time
from services.reconsideration.domain.sent import Sent
from shared.law.procedure import Refused
from tests.lawdesk.applied import filed, last_day
from tests.lawdesk.conducting import conduct, found
from tests.lawdesk.reconsidering import cited
from tests.reconsideration.makers import accepted, day

NOTICED = {"notice_received_on": "2026-09-24"}
"""The last day to supplement is 15 October 2026."""
COPIED = {"copied_on": "2026-09-22"}
"""The last day to reply is 13 October 2026."""


@pytest.mark.parametrize(
    ("posted", "result", "met"),
    [("2026-10-15", "accept", True), ("2026-10-16", "abandoned", False)],
)
def test_a_supplement_that_was_posted_by_the_last_day_is_in_time(
    posted: str, result: str, *, met: bool
) -> None:
    """补正材料期满前交邮、期满以后收到的，不算逾期；期满以后交邮的，视为放弃 (ARL 31; CPL 85)."""
    answer = filed(**NOTICED, supplemented_on="2026-10-19", supplement_posted_on=posted)
    assert answer.result == result
    assert found(answer, "CPL 85(4)") == [met]


def test_a_supplement_that_is_still_on_its_way_is_not_given_up() -> None:
    """补正材料期满前交邮、尚在途中的，不视为放弃申请，也不再次通知补正 (ARL 31; CPL 85)."""
    noticed = {"notice_received_on": "2026-03-04", "complete": False}
    noticed |= {"filed_on": "2026-03-02", "served_on": "2026-02-10"}
    for today in ("2026-03-17", "2026-03-20"):
        waits = filed(**noticed, supplement_posted_on="2026-03-16", today=today)
        assert (waits.result, found(waits, "CPL 85(4)")) == ("await", [None, True])
        assert waits.says == (
            "补正材料已在期满前交邮，尚未收到，收到后再行审查，不得视为放弃申请。"
        )
        assert waits.values["deemed_accepted_on"] is None
    late = filed(**noticed, supplement_posted_on="2026-03-19", today="2026-03-20")
    assert (late.result, found(late, "CPL 85(4)")) == ("abandoned", [False])
    assert filed(**noticed, today="2026-03-20").result == "abandoned"


def test_the_review_runs_anew_from_a_supplement_that_was_in_time_and_from_no_other() -> None:
    """期满前交邮的，审查自收到补正材料起；逾期的没有新的审查期限，也不视为受理 (ARL 30, 31)."""
    came = {**NOTICED, "supplemented_on": "2026-10-19"}
    posted = filed(**came, supplement_posted_on="2026-10-15")
    assert last_day(posted, "补正后的审查期限") == "2026-10-26"
    assert posted.values["deemed_accepted_on"] == "2026-10-26"
    late = filed(**came)
    assert (late.result, late.values["deemed_accepted_on"]) == ("abandoned", None)
    assert "补正后的审查期限" not in {one.term for one in late.proofs}
    assert "supplement_posted_on" in {one.field for one in late.assumed}


def test_what_was_extended_is_late_only_after_the_longer_days() -> None:
    """延长补正期限的，按延长到的最后一日 (ARL 31)."""
    longer = {**NOTICED, "supplement_until": "2026-10-22"}
    assert filed(**longer, supplemented_on="2026-10-19").result == "accept"
    assert filed(**longer, supplemented_on="2026-10-23").result == "abandoned"
    assert filed(**longer, complete=False, today="2026-10-20").result == "supplement"
    assert filed(**longer, complete=False, today="2026-10-23").result == "abandoned"


@pytest.mark.parametrize(
    ("track", "last", "next_day"),
    [("ordinary", "2026-10-13", "2026-10-14"), ("simplified", "2026-09-30", "2026-10-08")],
)
def test_a_reply_that_was_posted_by_the_last_day_is_in_time(
    track: str, last: str, next_day: str
) -> None:
    """答复期满前交邮、期满以后收到的，不算逾期，不视为没有证据 (ARL 48, 54, 70; CPL 85)."""
    said = {**COPIED, "track": track, "submitted_on": "2026-10-16"}
    posted = conduct("reply", **said, posted_on=last)
    assert (posted.result, posted.values["late"]) == ("must", False)
    assert (found(posted, "CPL 85(4)"), "ARL 70" in cited(posted)) == ([True], False)
    late = conduct("reply", **said, posted_on=next_day, new_reasons=False)
    assert (late.result, late.values["late"]) == ("barred", True)
    assert (found(late, "CPL 85(4)"), "ARL 70" in cited(late)) == ([False], True)


def test_the_desk_and_the_act_say_the_same_of_the_day_of_posting() -> None:
    """法律服务台和办理用同一条规则，写的理由也一样 (CPL 85)."""
    late = conduct("reply", **COPIED, submitted_on="2026-10-16", posted_on="2026-10-14")
    with pytest.raises(Refused) as refusal:
        must_be_in_time(
            Sent(posted_on=day("2026-10-14")),
            day("2026-09-22"),
            day("2026-10-13"),
            accepted().head("2026-10-16"),
        )
    assert refusal.value.message in {one.text for one in late.reasons}


def test_nothing_is_posted_before_the_copy_or_after_it_came() -> None:
    """交邮之日不早于收到副本，不晚于收到答复、补正材料 (CPL 85)."""
    with pytest.raises(ValidationError):
        filed(**NOTICED, supplemented_on="2026-10-09", supplement_posted_on="2026-10-10")
    for posted in ("2026-09-21", "2026-10-17"):
        with pytest.raises(ValidationError):
            conduct("reply", **COPIED, submitted_on="2026-10-16", posted_on=posted)
