"""Files that are held against the sentences of the books, for tests."""

from services.reconsideration.books import LAWFUL
from services.reconsideration.office import OFFICE
from shared.contracts.reconsideration import (
    DecisionMade,
    Outcome,
)
from shared.contracts.reconsideration.drafting import (
    DecisionApproved,
    DecisionDrafted,
    DecisionSubmitted,
)
from shared.contracts.reconsideration.judged import (
    Disposition,
)
from shared.verify.files import Lived, Step
from shared.work import Hub
from tests.reconsideration.deciding import Draft, decide
from tests.reconsideration.makers import (
    Walk,
    examined,
)
from tests.reconsideration.test_drafting_doors import (  # noqa: F401 - fixtures
    clock,
    door,
    go,
)

ON = "2026-04-17"


def broken(walk: Walk, labels: dict[str, str] | None = None) -> set[str]:
    """The sentences that this file does not meet."""
    blank = Walk().case
    steps, case = [], blank
    for fact in walk.facts:
        steps.append(Step(case, fact))
        case = case.after(fact)
    named = {"authority": case.authority, "applicants": " ".join(map(str, case.applicants))}
    lived = Lived(tuple(steps), case, {**named, **(labels or {})})
    return {one.name for one in LAWFUL if not one.meets(lived)}


def revoked() -> Walk:
    return decide(examined(), Draft(outcome=Outcome.REVOKED))


def drafted_on(walk: Walk, outcome: Outcome, on: str = ON) -> Walk:
    """Drafted, sent up, agreed to and sealed, whatever was found."""
    said = (Disposition(outcome=outcome),)
    walk.then(DecisionDrafted, on, dispositions=said)
    walk.then(DecisionSubmitted, on).then(DecisionApproved, on)
    return walk.then(DecisionMade, on, outcome=outcome, dispositions=said)


async def found(hub: Hub) -> dict[str, int]:
    async with hub.pool.acquire() as conn, conn.transaction():
        told = {rule.name: await rule.check(conn) for rule in OFFICE.rules}
    return {name: one.count for name, one in told.items() if one.count}
