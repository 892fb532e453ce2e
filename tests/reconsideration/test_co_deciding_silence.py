"""The days to countersign of a draft that rested on a silence which was none (ARR2026 32)."""

import pytest

from services.reconsideration.domain.ordinary import ORDINARY
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import CopyReceived, CopySent, ReplyFiled, ViewsHeard
from shared.contracts.reconsideration.hearing_held import HearingWaiverTakenBack
from shared.contracts.reconsideration.in_time import JointReplyInTime
from shared.contracts.reconsideration.joint import (
    JointCopyReceived,
    JointCopySent,
    JointReplyForfeited,
    JointRespondentNamed,
)
from shared.contracts.reconsideration.served_again import CopyServedAgain, JointCopyServedAgain
from tests.reconsideration.co_deciding import TAX, agreed_here, called
from tests.reconsideration.makers import Walk, accepted


def lying() -> Walk:
    """A draft lies before the other authority, and one of the respondents was silent."""
    on = "2026-09-02"
    walk = accepted(on).then(JointRespondentNamed, on, organ=TAX)
    walk.then(CopySent, on).then(CopyReceived, on).then(ReplyFiled, on)
    walk.then(JointCopySent, on, organ=TAX).then(JointCopyReceived, on, organ=TAX)
    walk.then(JointReplyForfeited, "2026-09-17", organ=TAX).then(ViewsHeard, "2026-09-17")
    return agreed_here(called(walk, on="2026-09-17"))


@pytest.mark.parametrize(
    ("kind", "more"), [(JointReplyInTime, {}), (JointCopyServedAgain, {"takes_back": True})]
)
def test_the_days_to_countersign_end_with_the_draft_that_rested_on_a_silence(
    kind: type[Fact], more: dict[str, object]
) -> None:
    """逾期的记载不再作数、决定稿须重拟的，会签的期限随稿结束 (ARR2026 32; RULES 155)."""
    walk = lying()
    assert walk.case.drafted is not None
    walk.then(kind, "2026-09-21", organ=TAX, **more)
    assert walk.case.drafted is None
    closed = [row.name for row in ORDINARY.closes(walk.facts[-1])]
    assert "countersign" in closed
    assert "countersign_mediation" not in closed, "what was agreed on rests on no silence"


def test_the_days_to_countersign_end_where_the_hearing_is_still_to_come() -> None:
    """不再视为放弃听证权利、决定稿须重拟的，会签的期限随稿结束 (ARL 51; ARR2026 32; RULES 155)."""
    walk = lying()
    walk.then(HearingWaiverTakenBack, "2026-09-21")
    assert walk.case.drafted is None
    closed = [row.name for row in ORDINARY.closes(walk.facts[-1])]
    assert "countersign" in closed
    assert "countersign_mediation" not in closed, "what was agreed on rests on no hearing"


def test_the_days_to_countersign_run_on_where_the_draft_stays() -> None:
    """没有逾期记载的重新送达，决定稿不动，会签的期限照算 (ARR2026 32; RULES 155)."""
    walk = lying()
    row, head = ORDINARY.by_name["countersign"], walk.head("2026-09-21")
    again = CopyServedAgain(head=head, respondent="620702-chengguan")
    assert not row.is_closed_by(again)
    assert row.is_closed_by(again.model_copy(update={"takes_back": True}))
