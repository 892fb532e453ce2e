"""Cases that are taken up from above, in the domain, for tests about elevation 提级审理."""

import pytest

from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationReceived,
    CopyReceived,
    CopySent,
    ReplyFiled,
    ViewsHeard,
)
from shared.contracts.reconsideration.higher import (
    ElevatedFileReceived,
    ElevationOrdered,
    FileHandedOver,
)
from shared.law.article import Article
from shared.law.procedure import Refused
from tests.reconsideration.makers import Walk


def replied() -> Walk:
    """Accepted on 6 July 2026, replied to and heard by the 20th."""
    walk = Walk().then(ApplicationReceived, "2026-07-06").then(ApplicationAccepted, "2026-07-06")
    for kind in (CopySent, CopyReceived, ReplyFiled, ViewsHeard):
        walk.then(kind, "2026-07-20")
    return walk


def ordered(on: str = "2026-07-27", walk: Walk | None = None) -> Walk:
    return (walk or replied()).then(ElevationOrdered, on)


def received(on: str = "2026-08-03", walk: Walk | None = None) -> Walk:
    return ordered(walk=walk).then(FileHandedOver, on).then(ElevatedFileReceived, on)


def article(refusal: pytest.ExceptionInfo[Refused]) -> Article:
    return refusal.value.article
