"""附带审查随提出的人: what one applicant alone asked for goes when that one goes (ARL 13, 41)."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from services.reconsideration.domain import attached_acts as acts
from services.reconsideration.papers.making import paper_of
from services.reconsideration.papers.sorts import SORTS
from shared.contracts.reconsideration import DecisionMade
from shared.contracts.reconsideration.attached import (
    AttachedReviewDropped,
    AttachedReviewRequested,
    Drop,
)
from shared.contracts.reconsideration.people import ApplicantsWithdrew
from shared.law.procedure import Refused
from tests.reconsideration.makers import ANNA, BERT, PAPER, received
from tests.reconsideration.test_attached_doors import (  # noqa: F401 - fixtures
    DEPARTMENT,
    HANDLER,
    OFFICER,
    OTHER_PARTY,
    PARTY,
    REQUEST,
    Door,
    clock,
    done,
    door,
    kinds,
    review_of,
    running,
    settle,
)
from tests.reconsideration.test_papers import made_of, says
from tests.reconsideration.test_routes import APPLICATION

LEAVES = {"applicants": [str(ANNA)], "ground": "withdrawn", "text": "准予撤回"}


async def applied(door: Door) -> str:  # noqa: F811
    """A joint application of both."""
    said = {**APPLICATION, "applicants": [str(ANNA), str(BERT)]}
    opened = await door.post("/reconsiderations", OFFICER, **said)
    assert opened.status_code == 201, opened.text
    return f"/reconsiderations/{opened.json()['case_id']}"


async def suspended(door: Door, *who: dict[str, Any]) -> str:  # noqa: F811
    """Accepted, and standing still for a document that these attack."""
    path = await applied(door)
    for one in who:
        await done(door, f"{path}/attached-request", one, **REQUEST)
    await done(door, f"{path}/acceptance", HANDLER)
    await done(door, f"{path}/copy", HANDLER, received_on="2026-03-02")
    door.on("2026-03-20")
    await done(door, f"{path}/suspension", OFFICER, cause="document", text="附带审查，中止审理")
    return path


async def test_a_review_ends_with_the_only_one_who_asked_for_it_and_the_case_goes_on(
    door: Door,  # noqa: F811
) -> None:
    """只有一名申请人提出的，准予其撤回而退出以后不再审查，中止的原因消除 (ARL 13, 39, 41)."""
    case = await suspended(door, PARTY)
    review = await review_of(door)
    await done(door, f"{case}/withdrawal", PARTY, applicants=[str(ANNA)])
    await done(door, f"{case}/partial-termination", OFFICER, **LEAVES)
    await settle(door.hub)
    assert (await kinds(door, case))[-3:] == ["applicants_left", "attached_dropped", "cause_gone"]
    assert (await kinds(door, review))[-1] == "attached_ended"
    assert await running(door, review) == set()
    seen = (await door.get(case, HANDLER)).json()
    assert [one["dropped_on"] for one in seen["attached"]] == ["2026-03-20"]
    await done(door, f"{case}/resumption", HANDLER, text="提出的申请人已经退出，恢复审理")


async def test_what_another_asked_for_too_is_reviewed_on(door: Door) -> None:  # noqa: F811
    """另一申请人也提出的，一人退出以后照旧审查其提出的 (ARL 13, 56)."""
    case = await suspended(door, PARTY, OTHER_PARTY)
    first, second = await review_of(door), await review_of(door, 2)
    await done(door, f"{case}/withdrawal", PARTY, applicants=[str(ANNA)])
    await done(door, f"{case}/partial-termination", OFFICER, **LEAVES)
    await settle(door.hub)
    assert (await kinds(door, case))[-2:] == ["applicants_left", "attached_dropped"]
    assert [(await kinds(door, one))[-1] for one in (first, second)] == [
        *("attached_ended", "attached_opened"),
    ]
    seen = (await door.get(case, HANDLER)).json()
    assert [one["dropped_on"] for one in seen["attached"]] == ["2026-03-20", None]
    assert [one["gone_on"] for one in seen["suspended_for"]] == [None]


async def test_before_acceptance_what_one_asked_for_goes_with_its_withdrawal(
    door: Door,  # noqa: F811
) -> None:
    """受理以前一人撤回的，只有其提出的附带审查申请随之撤回 (ARL 13, 22)."""
    case = await applied(door)
    await done(door, f"{case}/attached-request", PARTY, **REQUEST)
    await done(door, f"{case}/withdrawal", PARTY, applicants=[str(ANNA)])
    assert (await kinds(door, case))[-2:] == ["applicants_withdrew", "attached_dropped"]


async def test_what_goes_on_apart_takes_its_review_along(door: Door) -> None:  # noqa: F811
    """分案的，只有其提出的附带审查申请随其转入，原案卷不再审查 (ARL 13; RULES 136)."""
    case = await applied(door)
    await done(door, f"{case}/attached-request", PARTY, **REQUEST)
    rest = await done(
        door, f"{case}/severance", OFFICER, applicants=[str(ANNA)], reason="重复申请，分案审查"
    )
    assert (await kinds(door, case))[-2:] == ["severed", "attached_dropped"]
    assert rest["attached"][0]["dropped_on"] is not None
    own = await door.hub.pool.fetchval(
        "SELECT case_id FROM hub.outbox WHERE kind = $1 AND case_id <> $2",
        AttachedReviewRequested.kind_name(),
        UUID(case.rpartition("/")[2]),
    )
    assert own is not None


@pytest.mark.parametrize(
    ("by", "left", "alone"),
    [
        ((ANNA,), {ANNA}, (1,)),
        ((ANNA, BERT), {ANNA}, ()),
        ((ANNA, BERT), {ANNA, BERT}, (1,)),
        ((), {ANNA}, ()),
    ],
)
def test_nobody_else_asked_for_what_ends(
    by: tuple[UUID, ...], left: set[UUID], alone: tuple[int, ...]
) -> None:
    """全体提出的、有人留下的、都照旧审查 (ARL 13, 57)."""
    walk = received(applicants=(ANNA, BERT))
    walk.then(AttachedReviewRequested, "2026-03-02", applicants=by)
    assert tuple(one.nth for one in acts.asked_alone(walk.case, left)) == alone


def test_the_decision_tells_why_a_document_was_not_reviewed() -> None:
    """决定书写明提出的申请人不再参加本案，不写成申请人撤回 (ARL 13, 59)."""
    made = made_of(DecisionMade)
    dropped = AttachedReviewDropped(head=made.facts[-1].head, nth=1, drop=Drop.LEFT)
    text = says(paper_of(SORTS["decision"], replace(made, facts=[dropped, *made.facts])))
    assert "第1份文件，提出附带审查申请的申请人不再参加本案，本机关不再附带审查" in text


def test_what_who_left_before_asked_for_is_the_others_to_withdraw() -> None:
    """以前退出而没有记载不再审查的，读作其余申请人的申请，由其收回，不随另一人退出 (ARL 13)."""
    walk = received(applicants=(ANNA, BERT))
    walk.then(AttachedReviewRequested, "2026-03-02", applicants=(ANNA,))
    walk.then(ApplicantsWithdrew, "2026-03-03", applicants=(ANNA,))
    assert acts.asked_alone(walk.case, {BERT}) == ()
    said = (walk.case, walk.head("2026-03-04"), 1, Drop.WITHDRAWN, PAPER)
    assert acts.drop(*said, persons=frozenset({BERT})).nth == 1
    with pytest.raises(Refused):
        acts.drop(*said, persons=frozenset({ANNA}))
