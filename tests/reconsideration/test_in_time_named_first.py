"""A reply posted in its days, once another respondent is named first (ARR2026 29; CPL 85)."""

from typing import Final

from services.reconsideration.domain.proving_acts import submit_late
from shared.contracts.reconsideration import (
    CopyReceived,
    CopySent,
    ReplyFiled,
    ReplyForfeited,
    Standing,
)
from shared.contracts.reconsideration.in_time import JointReplyInTime, ReplyInTime
from shared.contracts.reconsideration.joint import JointReplyFiled, JointReplyForfeited
from shared.contracts.reconsideration.respondent import RespondentReplaced
from shared.law.article import ARL
from shared.law.calendar import CALENDAR
from tests.reconsideration.jointly import heard
from tests.reconsideration.makers import OTHER, Walk, day
from tests.reconsideration.test_changing import refused

COPIED: Final = "2026-03-05"
LAPSED: Final = "2026-03-20"
CAME: Final = "2026-03-23"
"""收到之日 of the reply that was posted in its days."""


def named_first(walk: Walk, replied: str) -> Walk:
    """Who stood beside is named first, with its copy and its reply, on the day a reply came."""
    walk.then(RespondentReplaced, CAME, respondent=OTHER)
    walk.then(CopySent, "2026-03-04", respondent=OTHER)
    walk.then(CopyReceived, COPIED, respondent=OTHER)
    return walk.then(ReplyFiled, replied)


def test_the_day_of_a_former_respondent_opens_no_evidence_to_the_one_named_now() -> None:
    """原被申请人期满前交邮的答复收到之日，变更后的被申请人补充证据仍须经同意 (ARL 46; CPL 85)."""
    walk = heard(COPIED, COPIED).then(JointReplyFiled, "2026-03-12")
    walk.then(ReplyForfeited, LAPSED).then(ReplyInTime, CAME)
    assert not submit_late(walk.case, Standing.RESPONDENT, day(CAME), CALENDAR)
    case = named_first(walk, "2026-03-12").case
    assert case.evidence.in_time_on is None
    late = refused(lambda: submit_late(case, Standing.RESPONDENT, day(CAME), CALENDAR))
    assert late == ARL[46].par(2)


def test_who_is_named_first_from_beside_keeps_the_day_of_its_own_reply() -> None:
    """改列在首位的，其期满前交邮的答复收到之日随同提交的证据仍是按期提交的 (CPL 85; ARL 48, 70)."""
    walk = heard(COPIED, COPIED).then(ReplyFiled, "2026-03-12")
    walk.then(JointReplyForfeited, LAPSED).then(JointReplyInTime, CAME)
    case = named_first(walk, CAME).case
    assert case.evidence.in_time_on == day(CAME)
    assert not submit_late(case, Standing.RESPONDENT, day(CAME), CALENDAR)
