"""公开决定书: if a decision is made public is settled once, or taken back (ARL 79)."""

from datetime import date
from uuid import UUID

from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.refusing import check_dismissed
from shared.contracts.fact import Head
from shared.contracts.reconsideration.aftermath import (
    Conclusion,
    DecisionPublished,
    DecisionWithheld,
)
from shared.law.article import ARL, RULES
from shared.law.procedure import Refused


def publish(
    file: Aftermath, head: Head, public_text_id: UUID, *, homonyms: bool = False
) -> DecisionPublished:
    """公开决定书 (ARL 79; RULES 49).

    Raises:
        Refused: There is no decision, or it is settled already whether it is made public.
    """
    refuse_settled(file, file.published_on or file.withheld_on)
    return DecisionPublished(head=head, public_text_id=public_text_id, homonyms=homonyms)


def withhold(file: Aftermath, head: Head, reason_id: UUID) -> DecisionWithheld:
    """决定书不予公开; what is public already is so no longer 撤下 (ARL 79; RULES 49).

    Raises:
        Refused: There is no decision, or it was said before that it is not made public.
    """
    refuse_settled(file, file.withheld_on)
    return DecisionWithheld(head=head, reason_id=reason_id)


def refuse_settled(file: Aftermath, settled: date | None) -> None:
    """是否公开办理一次.

    Raises:
        Refused: There is nothing to publish here, it dismissed what was accepted since, or it is
            settled already.
    """
    if not file.publishes:
        check_dismissed(file)
    if file.conclusion is Conclusion.DELIVERED and not file.publishes:
        raise Refused("合并作出的决定书只公开一次，在主案办理", RULES[112])
    if not file.publishes:
        raise Refused("本案没有可以公开的行政复议决定书", ARL[79].par(1))
    if settled:
        raise Refused(f"已于{settled}办理公开事项", ARL[79].par(1))
