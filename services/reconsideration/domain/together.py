"""合并作出行政复议决定: one decision on several joined cases (ARR2026 43; RULES 112, 113).

Each case keeps its own findings, its own dispositions and its own gates; what is one is the paper,
its way to the seal, and its number. Who is still handled together is asked of the files themselves:
a link says that they were joined, and a file that is closed or has gone up is decided no more.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.drafted import JointDraft
from services.reconsideration.domain.duties import must_be_said_of_all
from services.reconsideration.domain.ordinary import ON_HAND
from shared.law.article import ARR2026, RULES
from shared.law.procedure import Refused

TOGETHER = ARR2026[43].par(2)
"""决定合并审理的案件，可以合并作出行政复议决定."""


def combine(leading: Case, others: Sequence[Case], on: date) -> JointDraft:
    """合并拟稿: which files one draft is to stand on (ARR2026 43).

    Raises:
        Refused: No provision spoke of it on that day, or no other file is named.
    """
    if not ARR2026.in_force(on):
        raise Refused("2026年6月30日以前的条例没有合并作出决定的规定", TOGETHER)
    if not others:
        raise Refused("没有与本案合并审理、尚在审理中的其他案件，不能合并作出决定", TOGETHER)
    ids = (leading.case_id, *(one.case_id for one in others))
    return JointDraft(leading=leading.case_id, together=ids)


def check_joined(leading: Case, one: Case) -> None:
    """Whether a case is still handled together with the leading one.

    Raises:
        Refused: It was not joined with it, another authority has it, it is not on hand, or other
            authorities decide it, too.
    """
    if one.authority != leading.authority:
        raise Refused("由另一行政复议机关审理，不能与主案合并作出决定", RULES[113])
    linked = one.case_id in leading.joined and leading.case_id in one.joined
    if not linked:
        raise Refused("没有与主案合并审理，不能合并作出决定", TOGETHER)
    if one.state not in ON_HAND:
        raise Refused("已经不在审理中，不能合并作出决定；退回以后另行拟稿", RULES[113])
    if set(one.co_authorities) != set(leading.co_authorities):
        raise Refused("与主案共同作出决定的行政复议机关不同，不能合并作出决定", RULES[155])


def check_drafted(one: Case) -> None:
    """Whether a case has a draft of its own to be put together with the others'.

    Raises:
        Refused: It has none, or it does not say what somebody owes who joined since.
    """
    if one.drafted is None:
        raise Refused("尚未拟稿；各案分别拟稿以后才合并", RULES[112])
    must_be_said_of_all(one.drafted.draft.duties, one.drafted.joined_since)


def check_bound(leading: Case, one: Case) -> None:
    """Whether the joint draft on the leading file still stands on this one, too.

    Raises:
        Refused: It is not handled together any more, or was drafted otherwise meanwhile.
    """
    check_joined(leading, one)
    if not _is_same(leading, one):
        raise Refused("已经另行认定、拟稿或者退回，与主案的拟稿不是同一份", RULES[112])


def files_of(case: Case) -> tuple[UUID, ...]:
    """The files that go up with this one; itself alone where it is not the leading one."""
    joint = case.drafted.joint if case.drafted else None
    return joint.together if joint and joint.leading == case.case_id else (case.case_id,)


def refuse_following(case: Case) -> None:
    """送审、审批、用印 of a joint draft are done on the leading file, for all.

    Raises:
        Refused: This is another of its files.
    """
    joint = case.drafted.joint if case.drafted else None
    if joint and joint.leading != case.case_id:
        raise Refused("本案的拟稿并入主案，在主案办理；另行拟稿的，可以单独作出决定", RULES[112])


def goes_back(leading: Case, one: Case) -> bool:
    """Whether this file's draft is sent back with the leading one's.

    Where the file is closed or has gone up there is none any more. Where it stands still it keeps
    its own, which can be sent back there.
    """
    stands = one.suspended_for or one.elevated.ordered_on or one.state not in ON_HAND
    return not stands and _is_same(leading, one)


def is_published(case: Case) -> bool:
    """Whether the decision is made public from this file: one paper is, once (RULES 112)."""
    joint = case.drafted.joint if case.drafted else None
    return joint is None or joint.leading == case.case_id


def _is_same(leading: Case, one: Case) -> bool:
    return bool(
        leading.drafted
        and one.drafted
        and leading.drafted.joint
        and leading.drafted.joint == one.drafted.joint
    )
