"""Facts of a hearing 听证: asked for, set, notified, held and minuted, given up (ARL 50, 51)."""

from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.findings import Standing


class HearingGround(StrEnum):
    """Why a hearing is organised 组织听证的情形 (ARL 50)."""

    GRAVE = "grave"  # 案件重大、疑难、复杂，应当组织
    NEEDED = "needed"  # 行政复议机构认为有必要
    ASKED = "asked"  # 申请人请求听证


class HearingRequested(Fact):
    """申请听证: the applicant asks for a hearing (ARL 50)."""

    kind: Literal["reconsideration.hearing_requested.v1"] = "reconsideration.hearing_requested.v1"
    text_id: UUID
    """Document 听证申请书."""


class HearingDenied(Fact):
    """不组织听证: the applicant's request is refused; a grave case is heard (ARL 50)."""

    kind: Literal["reconsideration.hearing_denied.v1"] = "reconsideration.hearing_denied.v1"
    reason_id: UUID


class HearingSet(Fact):
    """决定组织听证: the notice says when, where and on what; who sits is named (ARL 50, 51)."""

    kind: Literal["reconsideration.hearing_set.v1"] = "reconsideration.hearing_set.v1"
    ground: HearingGround
    hearing_at: AwareDatetime
    """听证的时间; its legal day is that of the city."""
    host: str
    """Code of the officer who presides 主持人."""
    officers: tuple[str, ...]
    """Codes of the hearing officers 听证员, two at least."""
    recorder: str
    """Code of who makes the minutes 记录员."""
    hearing_place: str = ""
    """听证的地点, as the notice names it; empty on pages that did not say it by itself."""
    letter_id: UUID
    """Document 听证通知书, with the address of an online room where there is one."""


class HearingNotified(Fact):
    """收到听证通知: on this day a party has the notice, all applicants together (ARL 51)."""

    kind: Literal["reconsideration.hearing_notified.v1"] = "reconsideration.hearing_notified.v1"
    standing: Standing
    organ: str = ""
    """Which other joint respondent 共同被申请人; empty for the one named first (ARL 19)."""


class HearingPutOff(Fact):
    """延期听证: it is not held on the day of the notice; another day is notified anew (ARL 51)."""

    kind: Literal["reconsideration.hearing_put_off.v1"] = "reconsideration.hearing_put_off.v1"
    reason_id: UUID


class HearingDropped(Fact):
    """不再组织听证: one that was put off is not to be held at all, for a reason (ARL 50, 51)."""

    kind: Literal["reconsideration.hearing_dropped.v1"] = "reconsideration.hearing_dropped.v1"
    reason_id: UUID


class JointAttended(BaseModel):
    """一个其他共同被申请人参加听证的情况 (ARL 19, 51)."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    organ: str
    head_came: bool
    """其负责人 came himself."""
    explained: bool = False
    """Whether he said why he could not come."""
    staff_came: bool = False
    """Whether staff came for it."""
    signed: bool = False
    """Whether it signed the minutes."""

    @property
    def came(self) -> bool:
        """Whether anybody came for it."""
        return self.head_came or self.staff_came


class PersonAttended(BaseModel):
    """申请人、第三人中的一名参加听证的情况 (ARL 51)."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    person: UUID
    came: bool
    """Whether it came, by itself or by its agent."""
    waived: bool = False
    """Whether an applicant stayed away without good reason, and so gave the hearing up."""
    signed: bool = False
    """Whether it signed the minutes."""


class HearingHeld(Fact):
    """举行听证: who sat, who came, and the minutes on which the decision rests (ARL 50, 51, 61)."""

    kind: Literal["reconsideration.hearing_held.v1"] = "reconsideration.hearing_held.v1"
    host: str
    officers: tuple[str, ...]
    recorder: str
    head_came: bool
    """被申请人的负责人 came himself."""
    explained: bool = False
    """Where he did not, whether he gave his reasons."""
    staff_came: bool = False
    """Whether staff came for the respondent."""
    third_came: bool = False
    signed: tuple[Standing, ...]
    """Sides of which everybody who came signed the minutes; an applicant always came."""
    unsigned: tuple[Standing, ...] = ()
    """Sides of which somebody came and would not sign."""
    unsigned_reason_id: UUID | None = None
    """Document with the reason for that."""
    hearing_record_id: UUID
    """Document 听证笔录."""
    joint_attended: tuple[JointAttended, ...] = ()
    """Each of the other joint respondents."""
    attended: tuple[PersonAttended, ...] = ()
    """Each of a side of several applicants or third persons; none on pages of old."""


class HearingWaived(Fact):
    """视为放弃听证权利: the applicant stayed away without good reason (ARL 51)."""

    kind: Literal["reconsideration.hearing_waived.v1"] = "reconsideration.hearing_waived.v1"
    record_id: UUID
    """Document that says who was awaited and that nobody gave a good reason."""


class HearingWaiverTakenBack(Fact):
    """不再视为放弃听证权利: a good reason was shown since, and the hearing is to come (ARL 51)."""

    kind: Literal["reconsideration.hearing_waiver_taken_back.v1"] = (
        "reconsideration.hearing_waiver_taken_back.v1"
    )
    reason_id: UUID
    """Document with the good reason and what proves it."""
