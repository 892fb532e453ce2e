"""撤销、纠正以后才送达的决定书: what it tells of suing is what then holds (ARL 29; RULES 92)."""

from dataclasses import replace
from uuid import UUID

import pytest

from services.reconsideration import agents
from services.reconsideration.papers.making import paper_of
from services.reconsideration.papers.reading import Asked, read_matter
from services.reconsideration.papers.sorts import SORTS
from shared.auth import Identity, Role
from shared.contracts.reconsideration import DecisionMade
from shared.contracts.reconsideration.aftermath import DecisionAnnulled
from shared.contracts.reconsideration.correcting import WrongCorrected
from shared.contracts.reconsideration.enforcing import PartyDuty
from shared.contracts.reconsideration.refusal import RefusalCorrected
from shared.contracts.reconsideration.served import DecisionServed
from tests.reconsideration.afterwards import LABELS, to
from tests.reconsideration.following import FIELDS, following
from tests.reconsideration.makers import ANNA, AUTHORITY, DISPUTE
from tests.reconsideration.papered import made_of, says
from tests.reconsideration.test_dismissal_doors import case, corrected
from tests.reconsideration.test_drafting_doors import CLERK, clock, door
from tests.reconsideration.test_higher_doors import done
from tests.reconsideration.test_routes import Door, hear

__all__ = ["case", "clock", "door"]

NAMED = """
INSERT INTO hub.people (person_id, dispute_id, side, kind, name, at)
VALUES ($1, $2, 'applicant', 'natural', '安某', now())
"""
SUE = "可以自收到本决定书之日起"
ANNULLED = "决定已经被撤销、变更"
ACCEPTED = "行政复议申请已经依法受理，行政复议期间不得就此向人民法院提起行政诉讼"


@pytest.mark.parametrize(
    ("fell", "says_so"), [(None, ""), (DecisionAnnulled, ANNULLED), (RefusalCorrected, ACCEPTED)]
)
def test_who_is_served_after_it_fell_reads_in_the_decision_that_nobody_sues_over_it(
    fell: type[DecisionAnnulled | RefusalCorrected] | None, says_so: str
) -> None:
    """已经撤销、纠正的，决定书不写十五日起诉，写明撤销或者受理 (ARL 29; RULES 92, 172)."""
    file = following()
    if fell:
        file.then(fell, "2026-08-03", **FIELDS[fell])
    matter = replace(made_of(DecisionMade, duties=(PartyDuty(person_id=ANNA),)), after=file.facts)
    text = says(paper_of(SORTS["decision"], matter))
    assert (SUE in text) is (fell is None)
    assert says_so in text
    assert ("逾期不起诉又不履行的" in text) is (fell is not DecisionAnnulled)


def test_of_joined_cases_each_says_whether_it_fell() -> None:
    """合并决定的各案，已经撤销的写明是哪一案，其余各案写明十五日 (ARR2026 43; ALL 45)."""
    usual = made_of(DecisionMade)
    annulled = following().then(DecisionAnnulled, "2026-08-03").facts
    one = replace(usual, after=annulled)
    both = says(paper_of(SORTS["decision"], replace(usual, cases=[usual, one])))
    assert "案件2的决定已经被撤销、变更" in both
    assert f"其他各案申请人、第三人对本决定不服的，{SUE}" in both
    alone = says(paper_of(SORTS["decision"], replace(usual, cases=[one, one])))
    assert SUE not in alone


async def printed(door: Door, path: str) -> str:
    """The decision as it is made now."""
    who = Identity.of("fuyi-07", [Role.RECONSIDERATION_HEAD], organ=AUTHORITY)
    asked = Asked(UUID(path.rpartition("/")[2]), SORTS["decision"])
    return says(paper_of(asked.sort, await read_matter(door.hub, who, asked, purpose="送达")))


async def test_the_dismissal_that_is_served_on_the_rest_says_that_it_was_put_right(
    door: Door, case: str
) -> None:
    """驳回申请纠正以后向其余的人送达的决定书，写明申请已经受理，不写十五日起诉 (ARL 29, 35)."""
    await door.hub.pool.execute(NAMED, ANNA, DISPUTE)
    door.on("2026-03-09")
    await done(door, f"{case}/service", CLERK, **to(ANNA, "2026-03-09"))
    await hear(door, DecisionServed, agents.LISTENS, LABELS)
    assert SUE in await printed(door, case)
    await corrected(door, case)
    await hear(door, WrongCorrected, agents.LISTENS, LABELS)
    text = await printed(door, case)
    assert (SUE in text, ACCEPTED in text) == (False, True)
