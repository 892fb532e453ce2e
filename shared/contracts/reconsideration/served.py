"""Facts of service 送达 of a decision on each party by itself (ARL 75, 88; CPL 87 to 95)."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.findings import Compensation, Outcome, Standing, obliges
from shared.contracts.service import Manner


class Service(BaseModel):
    """送达 on one party, as its 送达回证 shows it (CPL 87 to 95)."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    standing: Standing
    person_id: UUID | None = None
    """The applicant or third person; None for the respondent."""
    organ: str = ""
    """Which other joint respondent 共同被申请人; empty for the one named first (ARL 19)."""
    manner: Manner
    shown_on: date
    """回证、签收单、系统或者公告载明的日期."""
    served_on: date
    """送达之日, as the manner makes it: of a public notice, the end of its period (CPL 95)."""
    receiver_id: UUID | None = None
    """The agent 代理人 who signed, where one did."""
    receipt_id: UUID
    """Document 送达回证的记载."""


class OrganServed(BaseModel):
    """送达决定书于一个其他共同被申请人, and until when it has to perform (ARL 75, 77)."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    organ: str
    served_on: date
    perform_by: date | None = None
    """履行期限的最后一日, from its own day of service, where something is ordered."""


class Announced(BaseModel):
    """公告送达, on one person whom nothing else reaches (CPL 95)."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    person_id: UUID
    announced_on: date
    """发出公告之日."""
    served_on: date
    """公告期满之日, which counts as the day of service."""


class OneServed(Fact):
    """What the pages have in common that record one service."""

    standing: Standing
    person_id: UUID | None = None
    """The applicant or third person; None for the respondent."""
    organ: str = ""
    """Which other joint respondent 共同被申请人; empty for the one named first (ARL 19)."""
    manner: Manner
    shown_on: date
    """回证、签收单、系统或者公告载明的日期."""
    served_on: date
    """送达之日, as the manner makes it: of a public notice, the end of its period (CPL 95)."""
    receiver_id: UUID | None = None
    """The agent 代理人 who signed, where one did."""
    receipt_id: UUID
    """Document 送达回证的记载."""
    sue_until: date | None = None
    """起诉期限的最后一日 (ALL 45); None for the respondent, or of 最终裁决 (ARL 10)."""

    @property
    def service(self) -> Service:
        """The same as a value."""
        return Service.model_validate(self.model_dump(include=set(Service.model_fields)))


class PaperServed(Fact):
    """送达文书: one paper on one whom it is for, by its manner, on its day (ARL 88; CPL 87).

    Of the papers whose service no page of their own tells. The electronic service to which a party
    consents by taking the paper itself has no 送达回证: the system's record stands in its place.
    """

    kind: Literal["reconsideration.paper_served.v1"] = "reconsideration.paper_served.v1"
    about: UUID
    """Case file of the paper: a case, or a file that derives from it."""
    paper_sort: str
    """文书种类, as its door names it."""
    paper: str
    """文书名称, what it is called."""
    page: int
    """The page of that file of which the paper tells."""
    document_number: str
    """发文字号 in full."""
    standing: Standing | None = None
    """None for whoever is no party: the organ, or the person, that the paper is written to."""
    person_id: UUID | None = None
    """On whom it was served; None for an organ."""
    organ: str = ""
    """Organ code of on whom it was served; empty for a person."""
    manner: Manner
    shown_on: date
    """回证、签收单、系统或者公告载明的日期."""
    served_on: date
    """送达之日, as the manner makes it: of a public notice, the end of its period (CPL 95)."""
    receiver_id: UUID | None = None
    """The agent 代理人 who signed, where one did."""
    receipt_id: UUID | None = None
    """Document 送达回证的记载; None where a party took it online itself (CPL 90)."""
    reason_id: UUID | None = None
    """Of 重新送达, the document that says why the service before was none; else None."""


class DecisionServed(OneServed):
    """送达决定书于一名当事人: by its own manner, on its own day (ARL 75, 88; CPL 87)."""

    kind: Literal["reconsideration.decision_served.v1"] = "reconsideration.decision_served.v1"
    outcome: Outcome | None = None
    """决定种类, the weightiest; None on pages of old, which tell nobody what follows from them."""
    outcomes: tuple[Outcome, ...] = ()
    """决定种类 of each act under review, where there are several."""
    compulsory: bool | None = None
    """Of an application that was dismissed, 复议前置, as found; None of any other decision."""
    qualifies: bool = True
    """False where it was dismissed because 受理条件 were not met (ARL 33; ALI 133)."""
    first_served_on: date | None = None
    """The first day on which any applicant has been served so far; None where it is none."""
    respondent: str = ""
    """Organ code of the respondent who was served; empty where it was a person."""
    redo: bool = False
    """责令重新作出行政行为 (ARL 64)."""
    perform_by: date | None = None
    """履行期限的最后一日 of this respondent, from its own service."""
    compensation: Compensation | None = None
    remedial: bool = False
    """责令采取补救措施 (ARL 72)."""
    others_unserved: bool = True
    """Whether somebody is still to be served for whom no public notice runs; of old, maybe."""
    annulled: bool = False
    """Whether the decision fell 已被撤销 before this service, over which nobody sues (RULES 92)."""
    final: bool = False
    """最终裁决 by law, over which nobody sues (ARL 10)."""
    corrected: bool = False
    """Whether the application that it dismissed was accepted before this service 已纠正, so that
    nobody sues over it (RULES 172); pages of old were not written after that."""

    @property
    def obliges(self) -> bool:
        """Whether whoever was served is a respondent with anything to perform (ARL 77)."""
        return bool(self.respondent and self.outcome) and obliges(
            (one for one in (self.outcome, *self.outcomes) if one),
            ordered=bool(self.redo or self.remedial or self.perform_by),
            compensation=self.compensation,
        )


class DecisionAnnounced(Fact):
    """发出公告送达决定书: to whom nothing else reaches; its period runs from this day (CPL 95).

    It is no service yet: that is recorded once the period is over, or by another manner before.
    """

    kind: Literal["reconsideration.decision_announced.v1"] = "reconsideration.decision_announced.v1"
    standing: Standing
    person_id: UUID
    """The applicant or third person."""
    served_on: date
    """公告期满之日, which counts as the day of service."""
    reason_id: UUID
    """Document 公告送达的原因和经过 (CPL 95)."""
    others_unserved: bool
    """Whether somebody is still to be served for whom no public notice runs."""

    @property
    def announced(self) -> Announced:
        """The same as a value."""
        return Announced(
            person_id=self.person_id, announced_on=self.head.on, served_on=self.served_on
        )
