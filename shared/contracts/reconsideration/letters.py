"""Facts of 意见书、建议书 and 移送: what is told other organs about a case (ARL 76, 85, 86)."""

from datetime import date
from enum import StrEnum
from typing import ClassVar, Literal
from uuid import UUID

from shared.contracts.fact import Fact


class Flaw(StrEnum):
    """What an opinion letter is about 意见书所针对的情形 (ARL 76; ARR2007 57)."""

    ILLEGAL = "illegal"  # 行政行为违法
    IMPROPER = "improper"  # 行政行为不当
    AFTERMATH = "aftermath"  # 需要做好善后工作


class Level(StrEnum):
    """In carrying out what the general problem shows 问题出在哪一类规定的实施中."""

    LAW = "law"  # 法律
    REGULATION = "regulation"  # 法规
    RULE = "rule"  # 规章
    DOCUMENT = "document"  # 规范性文件


class Deed(StrEnum):
    """What was done 行为 (ARL 80 to 84, 86; ARR2026 71, 72)."""

    DUTY_NEGLECTED = "duty_neglected"  # 复议机关不依法履行复议职责
    ABUSE = "abuse"  # 复议机关工作人员徇私舞弊、渎职、失职
    NO_REPLY = "no_reply"  # 被申请人不答复、不提交证据、依据
    APPLICATION_OBSTRUCTED = "application_obstructed"  # 被申请人阻挠、变相阻挠申请复议
    RETALIATION = "retaliation"  # 被申请人报复陷害
    NOT_PERFORMED = "not_performed"  # 被申请人不履行、拖延履行决定书、调解书、意见书
    WRONG_REDO = "wrong_redo"  # 被申请人不按要求或者违反规定重新作出
    EVIDENCE_OBSTRUCTED = "evidence_obstructed"  # 拒绝、阻挠调查取证
    ORDER_DISTURBED = "order_disturbed"  # 故意扰乱行政复议工作秩序
    REVIEWER_ATTACKED = "reviewer_attacked"  # 报复、侮辱、威胁复议人员及其近亲属
    DUTY_CRIME = "duty_crime"  # 公职人员涉嫌贪污贿赂、失职渎职等职务违法、职务犯罪


class Recipient(StrEnum):
    """To whom material is handed over 接受移送的机关 (ARL 84 to 86)."""

    SUPERVISORY = "supervisory"  # 监察机关
    APPOINTING = "appointing"  # 公职人员任免机关、单位
    POLICE = "police"  # 公安机关


class OpinionLetterIssued(Fact):
    """制发行政复议意见书: an act of a lower organ is illegal or improper (ARL 76)."""

    kind: Literal["reconsideration.opinion_letter_issued.v1"] = (
        "reconsideration.opinion_letter_issued.v1"
    )
    opinion_letter_id: UUID
    """Document 行政复议意见书; later pages name the letter by it."""
    organ: str
    """Organ code of the respondent or another lower organ."""
    flaw: Flaw


class OpinionLetterReceived(Fact):
    """有关机关收到意见书: it has sixty days to report what it corrected (ARL 76)."""

    kind: Literal["reconsideration.opinion_letter_received.v1"] = (
        "reconsideration.opinion_letter_received.v1"
    )
    opinion_letter_id: UUID
    organ: str
    copies: bool = False
    """Whether the letter is copied to the department above the respondent (ARL 79)."""
    issued_page: int | None = None
    """Page from which the days of this very letter to be served run; one of old says none: only one
    was on its way to the organ."""

    @property
    def of_organ(self) -> str:
        """The organ whose letter it is."""
        return self.organ


class OpinionLetterCopied(Fact):
    """抄告意见书: to the department above the respondent, as it takes effect (ARL 79)."""

    kind: Literal["reconsideration.opinion_letter_copied.v1"] = (
        "reconsideration.opinion_letter_copied.v1"
    )
    opinion_letter_id: UUID
    organ: str
    """Organ code of the department above 上一级主管部门."""
    of_organ: str = ""
    """Organ code of the respondent whose letter it is; empty where only one letter waited."""
    received_page: int | None = None
    """Page of the receipt from which the days of this very letter to be copied run; one of old says
    none: only one of the organ waited."""


class CorrectionReported(Fact):
    """报送纠正情况: the organ says what it did about the act, in time or after (ARL 76)."""

    kind: Literal["reconsideration.correction_reported.v1"] = (
        "reconsideration.correction_reported.v1"
    )
    opinion_letter_id: UUID
    organ: str
    correction_report_id: UUID
    """Document with what was corrected 纠正情况的报告."""
    next_runs_on: bool = False
    """Whether the days of a later letter to the same organ run on: this is of one before it."""
    received_page: int | None = None
    """Page of the receipt from which the days of this very letter run, or ran until they were over.
    One of old says none: with it those of each letter to the organ end, unless the later one's run
    on."""


class CorrectionUnreported(Fact):
    """逾期未报送纠正情况: sixty days are over, and it is still owed (ARL 76, 77)."""

    kind: Literal["reconsideration.correction_unreported.v1"] = (
        "reconsideration.correction_unreported.v1"
    )
    opinion_letter_id: UUID
    organ: str


class LetterUnheeded(Fact):
    """认定不履行意见书: the organ reported, and did not perform the letter (ARL 76, 77)."""

    kind: Literal["reconsideration.letter_unheeded.v1"] = "reconsideration.letter_unheeded.v1"
    opinion_letter_id: UUID
    organ: str
    reason_id: UUID
    """Document that says what of the letter is not performed 不履行的情形."""


class RecommendationIssued(Fact):
    """制作行政复议建议书: a norm has a general problem in practice (ARR2026 69; RULES 48)."""

    kind: Literal["reconsideration.recommendation_issued.v1"] = (
        "reconsideration.recommendation_issued.v1"
    )
    recommendation_id: UUID
    """Document 行政复议建议书; later pages name it by this."""
    organ: str
    level: Level
    answer_by: date
    """希望答复的期限, as the paper says it (RULES 48)."""


class RecommendationAnswered(Fact):
    """答复建议书: the organ says what it makes of it, in time or after (ARR2026 69; RULES 48)."""

    kind: Literal["reconsideration.recommendation_answered.v1"] = (
        "reconsideration.recommendation_answered.v1"
    )
    recommendation_id: UUID
    organ: str
    answer_id: UUID
    issued_page: int | None = None
    """Page from which the days of this very one to be answered run, or ran until they were over;
    one of old says none: with it those of each to the organ end."""


class RecommendationUnanswered(Fact):
    """逾期未答复建议书: the body asks again and tells the authority (RULES 48)."""

    kind: Literal["reconsideration.recommendation_unanswered.v1"] = (
        "reconsideration.recommendation_unanswered.v1"
    )
    recommendation_id: UUID
    organ: str


class LiabilityHandedOver(Fact):
    """移送违法事实材料、问题线索: to whoever deals with the persons who did it (ARL 85, 86)."""

    inside: ClassVar[bool] = True
    kind: Literal["reconsideration.liability_handed_over.v1"] = (
        "reconsideration.liability_handed_over.v1"
    )
    deed: Deed
    recipient: Recipient
    done_on: date
    """行为之日, whose edition says who is liable."""
    official: bool | None = None
    """Whether whoever did it is an official 公职人员; None of deeds of organs, where it is so."""
    duty_crime: bool = False
    """Whether it is a clue of an official's 职务违法 or 职务犯罪, which must be handed over."""
    materials_id: UUID
    """Document 移送的事实材料."""
