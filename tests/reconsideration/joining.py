"""Cases that are joined and drafted together, for tests about one decision on several of them."""

from collections.abc import Sequence
from uuid import UUID

from services.reconsideration.domain import drafting, together
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary import ORDINARY
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationReceived,
    CopyReceived,
    CopySent,
    Outcome,
    ReplyFiled,
    ViewsHeard,
)
from shared.contracts.reconsideration.people import CasesJoined
from tests.reconsideration.deciding import Draft, drafted
from tests.reconsideration.makers import PAPER, Walk

LEADING, SECOND, THIRD = (UUID(int=500 + n) for n in range(3))
ON = "2026-09-20"


def case_of(case_id: UUID, *, joined: Sequence[UUID] = (), **fields: object) -> Walk:
    """A case that is ready for a decision, handled together with these."""
    walk = Walk.of(
        Case(procedure=ORDINARY, dispute_id=UUID(int=case_id.int + 100), case_id=case_id)
    )
    walk.then(ApplicationReceived, "2026-09-01", **fields).then(ApplicationAccepted, "2026-09-02")
    walk.then(CopySent, "2026-09-02").then(CopyReceived, "2026-09-02")
    walk.then(ReplyFiled, "2026-09-09").then(ViewsHeard, "2026-09-09")
    return walk.then(CasesJoined, "2026-09-10", others=tuple(joined)) if joined else walk


def group(
    *outcomes: Outcome, draft: bool = True, ids: Sequence[UUID] = (LEADING, SECOND, THIRD)
) -> list[Walk]:
    """Joined cases, each with the draft of its own that calls for this outcome."""
    here = ids[: len(outcomes)]
    walks = [case_of(one, joined=[each for each in here if each != one]) for one in here]
    if draft:
        for walk, outcome in zip(walks, outcomes, strict=True):
            drafted(walk, Draft(outcome=outcome), ON)
    return walks


def put_together(walks: Sequence[Walk], on: str = ON) -> None:
    """The drafts of these cases become one, led by the first."""
    leading, *rest = walks
    binds = together.combine(leading.case, [one.case for one in rest], leading.head(on).on)
    for walk in walks:
        if walk is not leading:
            together.check_joined(leading.case, walk.case)
        together.check_drafted(walk.case)
        assert walk.case.drafted is not None
        said = walk.case.drafted.draft
        walk.record(drafting.draft(walk.case, walk.head(on), said, PAPER, binds))
