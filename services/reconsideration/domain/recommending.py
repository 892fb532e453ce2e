"""建议书: what a norm shows in practice, told its organ, and what that answers (ARR2026 69)."""

from datetime import date
from uuid import UUID

from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.conduct.letters import recommendation
from services.reconsideration.domain.letter import waiting
from services.reconsideration.domain.letter_acts import not_before, permit, the_one
from shared.contracts.fact import Head
from shared.contracts.reconsideration.letters import (
    Level,
    RecommendationAnswered,
    RecommendationIssued,
)
from shared.law.article import ARR2007, ARR2026, RULES
from shared.law.procedure import Refused


def recommend(
    head: Head,
    organ: str,
    level: Level,
    paper_id: UUID,
    *,
    general: bool,
    answer_by: date,
) -> RecommendationIssued:
    """制作行政复议建议书 (ARR2026 69; ARR2007 57; RULES 48).

    Raises:
        Refused: The problem is not a general one, the edition of the day does not know this kind
            of norm, or the day to answer by is no day to come.
    """
    article = ARR2026[69] if ARR2026.in_force(head.on) else ARR2007[57].par(2)
    permit(recommendation(level, head.on, general=general), article)
    if answer_by <= head.on:
        raise Refused("希望答复的期限应当晚于建议书的日期", RULES[48])
    return RecommendationIssued(
        head=head, recommendation_id=paper_id, organ=organ, level=level, answer_by=answer_by
    )


def answer(
    file: Aftermath,
    head: Head,
    organ: str | None,
    answer_id: UUID,
    *,
    letter_id: UUID | None = None,
) -> RecommendationAnswered:
    """答复建议书, in time or after (RULES 48).

    Args:
        file: What follows the case.
        head: Head of the new page.
        organ: Which organ answers; the only one of which it is awaited if not said.
        answer_id: What it makes of it.
        letter_id: Which recommendation; the newest to this organ that waits if not said.

    Raises:
        Refused: No recommendation to this organ waits for it, or that one does not, or it was
            issued later.
    """
    owed = waiting(file.recommendations)
    one = the_one(owed, "待答复的建议书", RULES[48], organ, letter_id or "newest")
    not_before(one.issued_on, head.on, "建议书", RULES[48])
    return RecommendationAnswered(
        head=head,
        recommendation_id=one.letter_id,
        organ=one.organ,
        answer_id=answer_id,
        issued_page=one.issued_page,
    )
