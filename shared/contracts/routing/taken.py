"""Facts of what a party does on its road, and of the periods that it is told 当事人的期限."""

from datetime import date
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.intake import ActKind, Willingness
from shared.contracts.routing.roads import Compulsory, Occasion, Road


class RoadTaken(Fact):
    """当事人已申请: the party itself has applied, so the period for it is met (RULES 58)."""

    kind: Literal["routing.road_taken.v1"] = "routing.road_taken.v1"
    road: Road
    application_id: UUID | None = None
    """The file of the application; None where it was made outside the hub."""
    organ: str = ""
    """Code of the organ applied to, where it is known."""
    applied_on: date | None = None
    """申请之日; the legal day of the page is that on which it became known here."""


class RoadParted(Fact):
    """另列途径: what some applied for by themselves has a road of its own (RULES 136, 148).

    What becomes of their application is told there, and ends and opens no period of the others. The
    period for suing directly, where it runs, runs on there from the day from which it runs.
    """

    kind: Literal["routing.road_parted.v1"] = "routing.road_parted.v1"
    road: Road = Road.RECONSIDERATION
    article: str
    """Code of the article that opens the road."""
    organs: tuple[str, ...]
    """Code of the organ applied to."""
    application_id: UUID
    """The file of the application."""
    applicants: tuple[UUID, ...]
    came_from: UUID
    """The routing file in which its road stood before."""
    told_on: date | None = None
    """The day of the first notice there."""
    compulsory: Compulsory = Compulsory.FREE
    matter: str
    place: str
    county: str
    willingness: Willingness = Willingness.UNKNOWN
    respondent: str | None = None
    act: ActKind | None = None
    happened_on: date | None = None
    learnt_on: date | None = None
    told_remedies: bool = True
    omission: bool | None = None
    requested_on: date | None = None
    duty_within: str | None = None
    urgent: bool = False
    sue_starts_on: date | None = None
    """The day from which the period for suing directly runs; None where none does."""
    sue_period: str | None = None
    sue_article: str | None = None
    sue_until: date | None = None
    sue_provisional: bool = False
    left_out_from: date | None = None
    """The first day that is not counted of the period to apply (ARR2026 38)."""
    left_out_until: date | None = None


class SuitFiled(Fact):
    """当事人已起诉: the party has gone to court, and no other period matters now (ARL 29)."""

    kind: Literal["routing.suit_filed.v1"] = "routing.suit_filed.v1"
    court: str = ""
    """Organ code of the court 人民法院, where it is known."""
    filed_on: date | None = None
    """起诉之日; the legal day of the page is that on which it became known here."""
    applications: tuple[UUID, ...] = ()
    """复议案卷 of the dispute, whose decisions the suit may be about; none where it was told of
    before they were kept."""
    applicant: UUID | None = None
    """谁起诉, maybe a third person: each has its own days (ALL 25, 45); None of all."""
    others_left: bool = False
    """Whether other applicants have not sued, whose days run on."""
    road_runs_on: bool = False
    """Whether the days to sue that the road tells are, or may be, those of another applicant."""

    @property
    def who(self) -> tuple[UUID, ...]:
        """The same, if it is said."""
        return (self.applicant,) if self.applicant else ()

    @property
    def person_id(self) -> UUID | str:
        """Whose own days it ends; empty of a page of old, which ends those of all."""
        return self.applicant or ""


class SuitReplaced(Fact):
    """直接起诉期限不再适用: a decision came, with fifteen days of its own (ALL 45).

    Or the parties settled it by a mediation document that has effect, over which nobody sues
    (ARL 73); or the refusal over which one could sue was corrected, or the decision annulled, and
    there is none any more (ARL 35; RULES 92, 132); or the service from which the days of the road
    ran was none, and whoever has not sued has its own, where another has (ARL 75).
    """

    kind: Literal["routing.suit_replaced.v1"] = "routing.suit_replaced.v1"
    road: Road
    decision_id: UUID | None = None
    """The file in which it was decided or mediated, whatever became of that, or is handled after
    all."""
    final: bool = False
    """Whether the decision is 最终裁决 by law, over which nobody sues either (ARL 10)."""


class OwnSuitTold(Fact):
    """告知本人起诉期限: of several applicants, to one whose day the road does not tell (ALL 45).

    The road has the day of who was served first. Each other one's fifteen days run from its own
    receipt, whether the others' still run or are over (ARL 34, 75).
    """

    kind: Literal["routing.own_suit_told.v1"] = "routing.own_suit_told.v1"
    person_id: UUID
    """The applicant whose days they are."""
    of_case_id: UUID
    """The case whose decision, or refusal, was served on it."""
    occasion: Occasion
    sue_starts_on: date
    """收到决定书之日, from which the period runs."""
    sue_period: str
    sue_article: str
    sue_until: date
    sue_provisional: bool = False


class OwnSuitReplaced(Fact):
    """本人起诉期限不再适用: what one could sue over is none any more (ARL 35; RULES 92, 132)."""

    kind: Literal["routing.own_suit_replaced.v1"] = "routing.own_suit_replaced.v1"
    person_id: UUID
    decision_id: UUID
    """The file in which the application is handled after all; of a decision that was annulled, that
    in which it was made."""


class ApplicationPeriodOver(Fact):
    """申请期限届满: the party has not applied; it is nobody's default, only told (RULES 58)."""

    kind: Literal["routing.application_period_over.v1"] = "routing.application_period_over.v1"
    road: Road


class SuitPeriodOver(Fact):
    """起诉期限届满: the party has not sued; it is nobody's default, only told (RULES 58)."""

    kind: Literal["routing.suit_period_over.v1"] = "routing.suit_period_over.v1"
    road: Road


class OwnSuitPeriodOver(Fact):
    """本人起诉期限届满: one of several applicants has not sued; it is only told (RULES 58)."""

    kind: Literal["routing.own_suit_period_over.v1"] = "routing.own_suit_period_over.v1"
    person_id: UUID
