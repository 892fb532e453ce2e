"""The attached review as a table: every lawful walk ends with a result, or with its case."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

from services.reconsideration.domain import attached_review as acts
from services.reconsideration.domain.attached_table import ATTACHED, State
from shared.contracts.fact import CLOCK, Fact
from shared.contracts.reconsideration.attached import Document, Flaw
from shared.contracts.reconsideration.attached_review import (
    AttachedReviewConcluded,
    AttachedReviewEnded,
    ForwardedDocumentReceived,
    HandlingOpinionReceived,
    IssuerCorrectionOrdered,
    IssuerCorrectionReported,
    IssuerExplained,
    IssuerNoticeReceived,
    IssuerNotified,
    IssuerReplied,
)
from shared.law.procedure import Refused
from tests.reconsideration.makers import PAPER, RESPONDENT
from tests.reconsideration.reviewing import ABOVE, ReviewWalk

PICK = st.integers(min_value=0, max_value=10_000)
Doing = Callable[[], Fact]


def doings(walk: ReviewWalk, on: str) -> Iterator[Doing]:
    """Everything that anybody might try here, lawful or not."""
    case, page = walk.case, partial(walk.head, on)
    for issuer, above in ((RESPONDENT, ABOVE), ("620000-government", frozenset[str]())):
        yield partial(acts.take, case, page(), issuer, above)
        yield partial(acts.forward, case, page(), issuer, "620000-renda", PAPER, above=above)
    for flaw in Flaw:
        for order in (None, PAPER):
            yield partial(acts.conclude, case, page(), flaw, PAPER, order)
        yield partial(acts.receive_opinion, case, page(), flaw, PAPER)
    yield partial(acts.urge, case, page(), PAPER)
    for kind, said in (
        (IssuerNotified, {"issuer": case.issuer, "letter_id": PAPER}),
        (IssuerNoticeReceived, {}),
        (IssuerReplied, {"reply_id": PAPER}),
        (IssuerCorrectionOrdered, {"issuer": case.issuer, "correction_order_id": PAPER}),
        (IssuerCorrectionReported, {"issuer": case.issuer, "correction_report_id": PAPER}),
        (IssuerExplained, {"record_id": PAPER}),
        (ForwardedDocumentReceived, {}),
        (AttachedReviewEnded, {}),
    ):
        yield partial(kind.model_validate, {"head": page(), **said})


def lapses(walk: ReviewWalk, running: set[str], on: str) -> Iterator[Doing]:
    for name in sorted(running):
        row = ATTACHED.by_name[name]
        told = walk.case.told_by_lapse(row.lapse, "")
        yield partial(row.lapsed, walk.head(on, CLOCK), "", told)


def lawful(walk: ReviewWalk, doing: Doing) -> Fact | None:
    try:
        fact = doing()
        walk.case.after(fact)
    except Refused:
        return None
    return fact


@settings(max_examples=60)
@given(st.lists(PICK, max_size=14), st.sampled_from(Document), st.booleans())
def test_on_every_lawful_walk_a_result_comes_from_who_may_give_it(
    picks: list[int],
    document: Document,
    ex_officio: bool,  # noqa: FBT001 - drawn by hypothesis
) -> None:
    """任意办理，有权的问过制定机关才处理，无权的转送以后才有意见 (ARL 56 to 60)."""
    walk = ReviewWalk("2026-07-06", document, ex_officio=ex_officio)
    running = {row.name for row in ATTACHED.opens(walk.facts[0])}
    assert len(running) == 1
    on = date(2026, 7, 6)
    for pick in picks:
        tried = (*doings(walk, on.isoformat()), *lapses(walk, running, on.isoformat()))
        steps = [fact for doing in tried if (fact := lawful(walk, doing))]
        if walk.case.is_closed:
            assert steps == []
            break
        kinds = sorted({type(step).__name__ for step in steps})
        ways = [step for step in steps if type(step).__name__ == kinds[pick % len(kinds)]]
        fact = ways[pick // len(kinds) % len(ways)]
        walk.record(fact)
        running -= {row.name for row in ATTACHED.closes(fact)}
        running |= {row.name for row in ATTACHED.opens(fact)}
        if walk.case.is_closed:
            running.clear()
        on += timedelta(days=1)
        had = {type(one) for one in walk.facts}
        assert walk.case.version == len(walk.facts)
        if isinstance(fact, AttachedReviewConcluded):
            assert IssuerNotified in had
            assert (fact.flaw is Flaw.NONE) == (fact.correction_order_id is None)
            assert document not in {Document.RULE, Document.LAW}
        if isinstance(fact, HandlingOpinionReceived):
            assert walk.case.receiver


def test_every_state_is_reached_and_the_table_names_all_its_facts() -> None:
    """表中各环节都能到达，期限的起止都在表中 (ARL 56 to 60)."""
    kinds = {move.on for move in ATTACHED.moves}
    assert {move.target for move in ATTACHED.moves} - {None} == set(State)
    for deadline in ATTACHED.deadlines:
        assert {*deadline.starts, *deadline.ends, deadline.lapse} <= kinds
