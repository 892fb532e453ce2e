"""采纳咨询意见: what is said of it is held against what the committee thought (ARR2026 52)."""

from uuid import UUID

import pytest

from services.reconsideration.domain import decision, drafting
from shared.contracts.reconsideration import (
    ConsultationGround,
    ConsultationWithdrawn,
    OpinionRecorded,
    Outcome,
    Stance,
)
from shared.contracts.reconsideration.drafting import DecisionSubmitted
from shared.law.article import ARR2026
from shared.law.procedure import Refused
from tests.reconsideration.deciding import Draft, drafted
from tests.reconsideration.makers import PAPER, Walk, day, examined

NEW, OLD = "2026-07-06", "2026-06-30"
SHOWN, MENDED = UUID(int=81), UUID(int=82)
REVOKE = Draft(outcome=Outcome.REVOKED)


def drawn(walk: Walk, paper_id: UUID, on: str = NEW) -> Walk:
    """A draft of this paper on the file."""
    return walk.record(drafting.draft(walk.case, walk.head(on), REVOKE.drafted, paper_id))


def asked(walk: Walk, on: str = NEW) -> Walk:
    """The committee is asked about whatever draft is on the file."""
    ground = ConsultationGround.TECHNICAL
    return walk.record(decision.request_opinion(walk.case, walk.head(on), ground, PAPER))


def counselled(stance: Stance, on: str = NEW) -> Walk:
    """The committee was shown a draft and has said what it thinks of it."""
    walk = asked(drawn(drafted(examined(), REVOKE, on), SHOWN, on), on)
    return walk.then(OpinionRecorded, on, stance=stance)


def submitted(
    walk: Walk, *, adopted: bool, departure_id: UUID | None = None, on: str = NEW
) -> DecisionSubmitted:
    head = walk.head(on)
    return drafting.submit(walk.case, head, adopted=adopted, departure_id=departure_id)


def test_a_draft_that_was_disagreed_with_is_not_adopted_by_being_sent_up() -> None:
    """不同意拟办意见而原样送审的，不是采纳；不采纳的说明理由 (ARR2026 52)."""
    walk = counselled(Stance.DISAGREES)
    assert walk.case.asked_draft_id == SHOWN
    with pytest.raises(Refused) as refusal:
        submitted(walk, adopted=True)
    assert refusal.value.article == ARR2026[52]
    against = submitted(walk, adopted=False, departure_id=PAPER)
    assert (against.opinion_adopted, against.departure_id) == (False, PAPER)


def test_whoever_drafts_anew_may_say_that_the_opinion_was_adopted() -> None:
    """按照咨询意见另行拟稿的，是采纳 (ARR2026 52)."""
    walk = drawn(counselled(Stance.DISAGREES), MENDED)
    assert submitted(walk, adopted=True).opinion_adopted


@pytest.mark.parametrize("stance", [Stance.AGREES, Stance.AMENDS])
def test_who_agrees_on_the_whole_is_adopted_by_the_draft_that_was_shown(stance: Stance) -> None:
    """同意、原则同意拟办意见的，原拟稿可以说明采纳 (ARR2026 52)."""
    assert submitted(counselled(stance), adopted=True).opinion_adopted


def test_until_june_2026_nothing_was_to_be_said_of_adoption() -> None:
    """2026年6月30日以前不要求说明采纳情况 (ARR2026 52)."""
    walk = counselled(Stance.DISAGREES, OLD)
    assert submitted(walk, adopted=True, on=OLD).head.on == day(OLD)


def test_of_several_askings_the_draft_of_the_last_counts() -> None:
    """撤回后重新提请的，以最后一次所附的拟稿为准 (ARR2026 52; RULES 151)."""
    walk = asked(drawn(drafted(examined(), REVOKE, NEW), SHOWN))
    walk.then(ConsultationWithdrawn, NEW)
    walk = asked(drawn(walk, MENDED)).then(OpinionRecorded, NEW, stance=Stance.DISAGREES)
    assert walk.case.asked_draft_id == MENDED
    with pytest.raises(Refused):
        submitted(walk, adopted=True)
