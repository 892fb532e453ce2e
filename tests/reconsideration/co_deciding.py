"""Cases that two authorities decide together, called in and agreed to, for tests."""

from collections.abc import Callable

import pytest

from services.reconsideration.domain import co_deciding as acts
from services.reconsideration.domain import (
    drafting,
)
from services.reconsideration.domain.co_deciding import Agreed
from shared.contracts.reconsideration import (
    Approval,
    CopyReceived,
    CopySent,
    DecisionMade,
    Outcome,
    ReplyFiled,
    ViewsHeard,
)
from shared.contracts.reconsideration.co_deciding import (
    Countersign,
)
from shared.contracts.reconsideration.joint import (
    JointCopyReceived,
    JointCopySent,
    JointReplyFiled,
    JointRespondentNamed,
)
from shared.directory import load
from shared.law.article import Article
from shared.law.procedure import Refused
from tests.reconsideration.deciding import Draft, approved
from tests.reconsideration.makers import (
    PAPER,
    Walk,
    accepted,
)

TAX, ABOVE_TAX = "620702-shuishou", "620700-shuishou"
BRANCH = "620702-shengtai"
DIRECTORY = load()
SAID = "2026-09-18"
"""The day on which the authority that handles the case agrees to the draft, a Friday."""


HEAD = Agreed(approval=Approval.HEAD, head_consent_id=PAPER)
DECISION, DOCUMENT = Countersign.DECISION, Countersign.MEDIATION


def refused(act: Callable[[], object]) -> Article:
    with pytest.raises(Refused) as said:
        act()
    return said.value.article


def ready(*joint: str, on: str = "2026-09-02") -> Walk:
    """Against the department and those that acted with it; all have replied, all were heard."""
    walk = accepted(on)
    for organ in joint or (TAX,):
        walk.then(JointRespondentNamed, on, organ=organ)
    walk.then(CopySent, on).then(CopyReceived, on).then(ReplyFiled, on)
    for organ in joint or (TAX,):
        walk.then(JointCopySent, on, organ=organ).then(JointCopyReceived, on, organ=organ)
        walk.then(JointReplyFiled, on, organ=organ)
    return walk.then(ViewsHeard, on)


def called(walk: Walk | None = None, organ: str = ABOVE_TAX, on: str = "2026-09-03") -> Walk:
    walk = walk or ready()
    return walk.record(acts.call(walk.case, walk.head(on), organ, PAPER, DIRECTORY))


def agreed_here(walk: Walk | None = None) -> Walk:
    """Called in, and agreed to by the authority that handles the case."""
    return approved(walk or called(), Draft(outcome=Outcome.REVOKED), SAID)


def sign(
    walk: Walk,
    on: str = "2026-09-21",
    organ: str = ABOVE_TAX,
    *,
    acting: str = "",
    what: Countersign = DECISION,
    agreed: Agreed = HEAD,
) -> Walk:
    said = (walk.case, walk.head(on), what, organ, agreed)
    return walk.record(acts.countersign(*said, acting=acting or organ))


def seal(walk: Walk, on: str = "2026-09-21") -> DecisionMade:
    return drafting.seal(walk.case, walk.head(on), "甘政复决字〔2026〕1号")
