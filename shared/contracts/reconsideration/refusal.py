"""Facts of the service of 不予受理决定书, of the days to sue, and of its end (ARL 34, 35)."""

from datetime import date
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.served import OneServed


class RefusalServed(OneServed):
    """送达不予受理决定书于一名申请人: its own fifteen days to sue run from here (ARL 34, 88)."""

    kind: Literal["reconsideration.refusal_served.v1"] = "reconsideration.refusal_served.v1"
    sue_period: str
    """The days to sue, as `15d`."""
    sue_article: str
    """Code of the article that gives them: ARL 34 where reconsideration is first, else ALL 45."""
    first_served_on: date
    """The first day on which any of the applicants has been served so far."""
    unserved: tuple[UUID, ...] = ()
    """The applicants who are still to be served; with none it is done."""
    of_case_id: UUID | None = None
    """The case that was declined; pages of old do not say."""


class RefusalSuitPeriodOver(Fact):
    """不予受理决定的起诉期限届满: nobody's default, only told (ARL 34; ALL 45)."""

    kind: Literal["reconsideration.refusal_suit_period_over.v1"] = (
        "reconsideration.refusal_suit_period_over.v1"
    )
    person_id: UUID
    """The applicant whose fifteen days are over."""


class RefusalCorrected(Fact):
    """不予受理或者驳回申请已纠正: it is accepted after all (ARL 35; RULES 132).

    So there is no refusal any more: it is served on nobody else, and the days to sue over it, or
    over a dismissal, that are left do not run on (ARL 29).
    """

    kind: Literal["reconsideration.refusal_corrected.v1"] = "reconsideration.refusal_corrected.v1"
    accepted_case_id: UUID
    """The file in which the application is handled now."""
    first_served_on: date | None = None
    """The first day on which any of the applicants had its paper; None where none had it yet."""
    of_case_id: UUID | None = None
    """The case that was declined or dismissed; pages of old do not say."""
