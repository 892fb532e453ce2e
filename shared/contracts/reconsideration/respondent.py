"""Facts of a respondent wrongly named 错列被申请人 (ARL 19; ARR2026 29; ARR2007 22)."""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact


class Capacity(StrEnum):
    """As what an organ acted 以什么身份作出 (ARL 19)."""

    OWN = "own"  # 以自己的名义
    AUTHORISED = "authorised"  # 法律、法规、规章授权的组织，派出、内设机构依授权
    JOINT = "joint"  # 两个以上行政机关、授权组织以共同的名义
    WITH_OTHERS = "with_others"  # 行政机关与非行政机关的组织以共同的名义
    ENTRUSTED = "entrusted"  # 受行政机关委托
    UNAUTHORISED = "unauthorised"  # 派出、内设机构未经授权以自己的名义
    APPROVED = "approved"  # 依法经上级行政机关批准
    SUCCEEDED = "succeeded"  # 作出机关被撤销或者职权变更


class RespondentChangeTold(Fact):
    """告知变更被申请人: the wrong one was named, and the right one is told (ARR2026 29)."""

    kind: Literal["reconsideration.respondent_change_told.v1"] = (
        "reconsideration.respondent_change_told.v1"
    )
    respondent: str
    """Organ code of the one named, which is wrong."""
    capacity: Capacity
    """As what the organ acted whose act it is."""
    respondent_organs: tuple[str, ...]
    """Organ codes of who is the respondent in law."""
    article: str
    """Code of the provision that makes them so (ARL 19; ARR2026 20 to 22)."""
    notice_id: UUID
    """Document 变更被申请人告知书."""
    joint: tuple[str, ...] = ()
    """Organ codes of the other joint respondents that are named, right or wrong (ARL 19)."""


class RespondentChangeTakenBack(Fact):
    """收回变更被申请人的告知: it was wrong, and who is named is right after all (ARR2026 29)."""

    kind: Literal["reconsideration.respondent_change_taken_back.v1"] = (
        "reconsideration.respondent_change_taken_back.v1"
    )
    reason_id: UUID
    """Document with the reason."""


class RespondentChanged(Fact):
    """变更被申请人: the applicant names another one before acceptance (ARR2026 29)."""

    kind: Literal["reconsideration.respondent_changed.v1"] = "reconsideration.respondent_changed.v1"
    before: str
    respondent: str
    county: str
    """Six-digit code of the county, or of the city, whose organ the respondent is now."""
    text_id: UUID
    """Document 变更被申请人申请书."""


class Copying(StrEnum):
    """申请书副本 of whoever is named now (ARL 48)."""

    TO_SEND = "copy_to_send"  # 须发送申请书副本
    KEPT = "copy_kept"  # 已有申请书副本


class RespondentReplaced(Fact):
    """审理中变更被申请人: the one named now is sent the copy, and replies (ARL 48; ARR2026 29)."""

    kind: Literal["reconsideration.respondent_replaced.v1"] = (
        "reconsideration.respondent_replaced.v1"
    )
    before: str
    respondent: str
    county: str
    """Six-digit code of the county, or of the city, whose organ the respondent is now."""
    text_id: UUID
    """Document 变更被申请人申请书."""
    copying: Copying = Copying.TO_SEND
    """Whether it is to be sent the copy, or was sent it as it stood beside another one (ARL 19)."""
    former_evidences: tuple[int, ...] = ()
    """Numbers of the pieces that the one named before put in: they do not prove for the new one
    (ARL 70). Pages of old do not say: it is what was in the list from who was named first."""
    asks_anew: bool = False
    """Whether an opinion of the committee, or that the applicant gave a hearing up, is on file from
    before: it binds no more (ARL 50 to 52; RULES 151). Pages of old do not say."""


class PowersLost(StrEnum):
    """Why another organ exercises its powers 继续行使职权的原因 (ARL 19)."""

    ABOLISHED = "organ_abolished"  # 被撤销
    POWERS_MOVED = "powers_moved"  # 职权变更


class RespondentSucceeded(Fact):
    """继续行使职权的机关作被申请人: what the one before was sent and said is its own (ARL 19)."""

    kind: Literal["reconsideration.respondent_succeeded.v1"] = (
        "reconsideration.respondent_succeeded.v1"
    )
    before: str
    """Organ code of the one that was abolished or lost the powers, whichever respondent it was."""
    respondent: str
    """Organ code of the one that exercises them now."""
    county: str
    """Six-digit code of the county, or of the city, of whoever is named first now."""
    powers_lost: PowersLost
    succeeded_on: date
    """继续行使职权之日, on which the powers went over; after the application."""
    notice_id: UUID
    """Document 被申请人承受告知书: which paper abolished it or moved its powers, and to whom."""
    about: UUID | None = None
    """Case file of the reconsideration, on a page of what follows it; None on one of the case."""
    bound_as: str = ""
    """Organ code as which the decision names the one before, where that is itself a successor."""
    opinion_letters: tuple[UUID, ...] = ()
    """Documents 意见书 to the one before, which are the successor's to perform (ARL 76, 77)."""
    enforces_for: tuple[UUID, ...] = ()
    """The applicants and third persons against whom the successor is to enforce (ARL 78)."""

    @property
    def organ(self) -> str:
        """Whose track and periods go on."""
        return self.before

    @property
    def of_organ(self) -> str:
        """Whose letter is still to be copied above."""
        return self.before

    @property
    def of_case_id(self) -> UUID:
        """The case of whose respondents it tells."""
        return self.about or self.head.case_id

    @property
    def successor(self) -> str:
        """As whose they go on."""
        return self.respondent
