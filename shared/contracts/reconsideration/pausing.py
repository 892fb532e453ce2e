"""Facts of suspension 中止, termination 终止 and stay of execution 停止执行 (ARL 39 to 42)."""

from enum import StrEnum
from typing import Final, Literal
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.findings import Standing


class Suspension(StrEnum):
    """Grounds to suspend 中止的情形, in the order of the law (ARL 39)."""

    DEATH = "death"  # 申请人死亡，近亲属尚未确定是否参加
    INCAPACITY = "incapacity"  # 申请人丧失行为能力，尚未确定法定代理人
    MISSING = "missing"  # 申请人下落不明
    DISSOLVED = "dissolved"  # 申请人的组织终止，尚未确定承受人
    PREVENTED = "prevented"  # 因不可抗力或者其他正当理由不能参加
    TALKS = "talks"  # 调解、和解，双方同意中止
    LAW_UNCLEAR = "law_unclear"  # 法律适用须有权机关解释或者确认
    OTHER_CASE = "other_case"  # 须以其他案件的审理结果为依据
    DOCUMENT = "document"  # 附带审查规范性文件或者依据
    OTHER = "other"  # 其他情形


class Termination(StrEnum):
    """Grounds to terminate 终止的情形, in the order of the law (ARL 41)."""

    WITHDRAWN = "withdrawn"  # 撤回申请，准予撤回
    NO_RELATIVES = "no_relatives"  # 申请人死亡，没有近亲属或者其放弃
    NO_SUCCESSOR = "no_successor"  # 组织终止，没有承受人或者其放弃
    CRIMINAL = "criminal"  # 同一行为被采取刑事强制措施
    SIXTY_DAYS = "sixty_days"  # 中止满六十日原因仍未消除


class Unsucceeded(StrEnum):
    """Why nobody takes an applicant's place 无人承受 (ARL 41)."""

    NONE = "none"  # 没有近亲属、承受人
    WAIVED = "waived"  # 近亲属、承受人放弃行政复议权利


class Stay(StrEnum):
    """Grounds to stay execution 停止执行的情形, in the order of the law (ARL 42)."""

    RESPONDENT = "respondent"  # 被申请人认为需要
    AUTHORITY = "authority"  # 行政复议机关认为需要
    ASKED = "asked"  # 申请人、第三人申请，机关认为合理
    BY_LAW = "by_law"  # 法律、法规、规章规定


OF_APPLICANT: Final = (
    Suspension.DEATH,
    Suspension.INCAPACITY,
    Suspension.MISSING,
    Suspension.DISSOLVED,
)
"""Grounds that lie in one applicant; of several it is said in whom (ARL 39)."""

WITHOUT_SUCCESSOR: Final = {
    Termination.NO_RELATIVES: Suspension.DEATH,
    Termination.NO_SUCCESSOR: Suspension.DISSOLVED,
}
"""Grounds to end that lie in who is no more, and for which cause the case may stand still."""

ENDS_IN_SIXTY: Final = (Suspension.DEATH, Suspension.INCAPACITY, Suspension.DISSOLVED)
"""Suspensions that end the case if they last; no other does (ARL 41)."""


class ReconsiderationSuspended(Fact):
    """中止行政复议: every period stands still, and the parties are told in writing (ARL 39)."""

    kind: Literal["reconsideration.suspended.v1"] = "reconsideration.suspended.v1"
    cause: Suspension
    letter_id: UUID
    """Document 中止通知书."""
    applicant: UUID | None = None
    """In which applicant the cause lies; None where it lies in none, and on pages of old."""

    @property
    def ends_in_sixty(self) -> bool:
        """Whether the case ends if it lasts sixty days: three of the ten causes (ARL 41)."""
        return self.cause in ENDS_IN_SIXTY


class SuspensionCauseGone(Fact):
    """中止的原因消除: the case is to be resumed in time (ARL 39)."""

    kind: Literal["reconsideration.cause_gone.v1"] = "reconsideration.cause_gone.v1"
    cause: Suspension
    reason_id: UUID
    """Document that says how it is known."""
    in_transit: bool = False
    """Whether the file is on its way to the authority above, and nobody can resume it yet."""
    applicant: UUID | None = None
    """Whose cause it is, as the suspension says."""


class ReconsiderationResumed(Fact):
    """恢复审理: what is left of the periods runs on, and the parties are told (ARL 39)."""

    kind: Literal["reconsideration.resumed.v1"] = "reconsideration.resumed.v1"
    cause: Suspension
    """Which suspension ends; another one may go on."""
    letter_id: UUID
    """Document 恢复审理通知书."""
    applicant: UUID | None = None
    """Whose cause it is, as the suspension says."""


class ResumptionOrdered(Fact):
    """责令恢复审理: the authority above found no good reason for the suspension (ARL 40)."""

    kind: Literal["reconsideration.resumption_ordered.v1"] = "reconsideration.resumption_ordered.v1"
    cause: Suspension
    organ: str
    """Organ code of the authority above."""
    letter_id: UUID
    """Document 责令恢复审理通知书."""
    applicant: UUID | None = None
    """Whose cause it is, as the suspension says."""


class SixtyDaysSuspended(Fact):
    """中止满六十日: if the cause is still there, the case is to be terminated (ARL 41)."""

    kind: Literal["reconsideration.sixty_days_suspended.v1"] = (
        "reconsideration.sixty_days_suspended.v1"
    )
    cause: Suspension
    in_transit: bool = False
    """Whether the file is on its way to the authority above, and nobody can terminate it yet."""
    applicant: UUID | None = None
    """For whom sixty days are full, as the suspension says."""


class StayRequested(Fact):
    """申请停止执行: by the applicant or a third person (ARL 42)."""

    kind: Literal["reconsideration.stay_requested.v1"] = "reconsideration.stay_requested.v1"
    standing: Standing
    text_id: UUID
    """Document 停止执行申请书."""
    before_acceptance: bool = False
    """受理以前提出, for instance with the application: it is answered once that is accepted."""
    askers: tuple[UUID, ...] = ()
    """Who asks, of a side that may be several; empty where nobody of it is on file, and on pages of
    old: all of it."""
    stay_request: str = ""
    """Its page in the file, by which its days to answer are told from those of another; empty on
    pages of old, beside which no other waited."""

    @property
    def asks_stay(self) -> bool:
        """Whether the days to answer run from here, and not from acceptance (RULES 68)."""
        return not self.before_acceptance


class ExecutionStayed(Fact):
    """停止执行: the act is not carried out while the reconsideration lasts (ARL 42)."""

    kind: Literal["reconsideration.execution_stayed.v1"] = "reconsideration.execution_stayed.v1"
    ground: Stay
    paper_id: UUID
    """Document 停止执行决定书."""
    came_from: UUID | None = None
    """The file in which it was decided, where the application goes on in this one (RULES 136)."""
    request_ids: tuple[UUID, ...] = ()
    """停止执行申请书 of all that waited, which this answers (RULES 169); pages of old name none."""


class StayRefused(Fact):
    """不予停止执行: the request is not found reasonable, and the act goes on (ARL 42)."""

    kind: Literal["reconsideration.stay_refused.v1"] = "reconsideration.stay_refused.v1"
    reason_id: UUID
    request_ids: tuple[UUID, ...] = ()
    """停止执行申请书 that this answers (RULES 169); empty on pages of old, which answer all."""
    stay_request: str = ""
    """Whose days to answer it ends, as the request says; empty where no other request waits."""
    others_wait: bool = False
    """Whether another request with the same days has no answer yet, for which they run on."""


class StayRequestMoved(Fact):
    """停止执行的申请随分案转出: who alone asked is answered in the file of its own (ARL 42)."""

    kind: Literal["reconsideration.stay_request_moved.v1"] = "reconsideration.stay_request_moved.v1"
    text_id: UUID
    """Document 停止执行申请书, which went along."""
    severed_case_id: UUID
    """The file in which it is answered."""
    stay_request: str
    """Whose days to answer it ends here, as the request says."""
    others_wait: bool = False
    """Whether another request with the same days has no answer yet, for which they run on."""


class StayEnded(Fact):
    """恢复执行: the ground of the stay is gone before the reconsideration ends (ARL 42)."""

    kind: Literal["reconsideration.stay_ended.v1"] = "reconsideration.stay_ended.v1"
    ground: Stay
    reason_id: UUID
