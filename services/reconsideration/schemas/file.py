"""The case 行政复议案件 as an answer."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.reconsideration.schemas.attached import AttachedDocumentOut
from services.reconsideration.schemas.pausing import StayAskedOut
from services.reconsideration.schemas.requesting import ClaimOut, RequestOut
from services.reconsideration.schemas.taking_part import ParticipantsOut
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import (
    Condition,
    ConsultationGround,
    Outcome,
    Stance,
    Standing,
)
from shared.contracts.reconsideration.admissibility import Groundless, Verdict
from shared.contracts.reconsideration.assigning import Track
from shared.contracts.reconsideration.higher import Elevation
from shared.contracts.reconsideration.pausing import Stay, Suspension
from shared.contracts.reconsideration.settling import Refiling
from shared.contracts.service import Manner
from shared.web import FileOut


class SuspendedOut(BaseModel):
    """一项中止 (ARL 39)."""

    model_config = ConfigDict(from_attributes=True)

    cause: Suspension = Field(title="中止的情形")
    since: date = Field(title="中止之日")
    gone_on: date | None = Field(title="原因消除之日")
    ordered_on: date | None = Field(title="责令恢复审理之日")
    applicant: UUID | None = Field(title="有该情形的申请人", description="不在某一申请人的为空")


class RefiledOut(BaseModel):
    """可以再次申请的一名申请人 (ARL 74)."""

    model_config = ConfigDict(from_attributes=True)

    person_id: UUID = Field(title="申请人")
    ground: Refiling = Field(title="可以再次申请的情形")


class SpellOut(BaseModel):
    """一项鉴定，或者一次现场勘验 (ARR2026 45, 46)."""

    model_config = ConfigDict(from_attributes=True)

    number: int = Field(title="序号")
    since: date = Field(title="开始之日")
    until: date | None = Field(title="结束之日", description="没有的，正在进行，不计入审理期限")


class EvidenceOut(BaseModel):
    """举证和取证到了哪一步；证据目录另行查阅 (ARL 43 to 47)."""

    model_config = ConfigDict(from_attributes=True)

    copied_on: date | None = Field(title="被申请人收到副本之日")
    further_asked_on: date | None = Field(title="申请补充证据之日", description="尚未答复的")
    further_since: date | None = Field(title="同意补充证据之日", description="证据尚未提交的")
    appraisal_asked: tuple[Standing, ...] = Field(title="申请鉴定而尚未答复的")
    appraisals: tuple[SpellOut, ...] = Field(title="鉴定")
    inspections: tuple[SpellOut, ...] = Field(title="现场勘验")


class ElevatedOut(BaseModel):
    """提级审理 (ARL 38; ARR2026 40)."""

    model_config = ConfigDict(from_attributes=True)

    above: str = Field(title="报请或者决定提级的上级行政复议机关", description="没有的为空")
    ground: Elevation | None = Field(title="提级审理的情形")
    is_asked: bool = Field(title="已经报请，上级尚未答复")
    ordered_on: date | None = Field(title="决定提级之日", description="上级收到材料以前")
    handed_over_on: date | None = Field(title="移送案件材料之日", description="上级收到材料以前")
    taken_up_on: date | None = Field(title="上级收到案件材料之日")
    before: tuple[str, ...] = Field(title="提级以前的行政复议机关")


class HearingOut(BaseModel):
    """定下的听证 (ARL 51)."""

    model_config = ConfigDict(from_attributes=True)

    on: date = Field(title="举行听证之日")
    host: str = Field(title="主持人")
    officers: tuple[str, ...] = Field(title="听证员")
    recorder: str = Field(title="记录员")
    notified: dict[Standing, date] = Field(title="各方收到听证通知之日")
    joint_notified: dict[str, date] = Field(title="其他共同被申请人收到听证通知之日")


class TalksOut(BaseModel):
    """没有记载结果的调解 (ARL 73)."""

    model_config = ConfigDict(from_attributes=True)

    since: date = Field(title="开始调解之日")
    drawn_on: date | None = Field(title="制作调解书之日")
    signed: tuple[UUID, ...] = Field(title="已经签字的申请人")
    respondent_signed: bool = Field(title="被申请人已经签字")
    joint_signed: tuple[str, ...] = Field(title="已经签字的其他共同被申请人")


class ConditionOut(BaseModel):
    """一项受理条件的认定 (ARL 30)."""

    model_config = ConfigDict(from_attributes=True)

    condition: Condition = Field(title="受理条件")
    verdict: Verdict = Field(title="是否符合")
    article: str = Field(title="法条")


class ServiceOut(BaseModel):
    """对一名当事人的送达 (ARL 75, 88)."""

    model_config = ConfigDict(from_attributes=True)

    standing: Standing = Field(title="受送达人的地位")
    person_id: UUID | None = Field(title="申请人或者第三人", description="被申请人没有")
    organ: str = Field(title="其他共同被申请人", description="列在首位的为空")
    manner: Manner = Field(title="送达方式")
    served_on: date = Field(title="送达之日")


class AnnouncedOut(BaseModel):
    """对一名当事人的公告送达 (CPL 95)."""

    model_config = ConfigDict(from_attributes=True)

    person_id: UUID = Field(title="申请人或者第三人")
    announced_on: date = Field(title="发出公告之日")
    served_on: date = Field(title="公告期满之日")


class JointOut(BaseModel):
    """一个其他共同被申请人 (ARL 19)."""

    model_config = ConfigDict(from_attributes=True)

    organ: str = Field(title="机关、组织")
    sent_on: date | None = Field(title="发送副本之日")
    copied_on: date | None = Field(title="收到副本之日")
    reply_id: UUID | None = Field(title="书面答复")
    forfeited: bool = Field(title="逾期未答复")
    further_asked_on: date | None = Field(title="申请补充证据之日", description="尚未答复的")
    further_since: date | None = Field(title="同意补充证据之日", description="证据尚未提交的")


class CaseOut(FileOut):
    """行政复议案件."""

    authority: str = Field(title="行政复议机关")
    applicants: tuple[UUID, ...] = Field(title="申请人")
    respondent: str = Field(title="被申请人")
    joint: tuple[JointOut, ...] = Field(title="其他共同被申请人")
    participants: ParticipantsOut = Field(title="其他参加人")
    joined: tuple[UUID, ...] = Field(title="合并审理的其他案卷")
    co_authorities: tuple[str, ...] = Field(title="共同作出决定的其他行政复议机关")
    act: ActKind | None = Field(title="行政行为类别")
    request: RequestOut | None = Field(title="变更后的请求", description="没有变更的为空")
    handed_in_on: date | None = Field(title="处罚机关收到申请之日")
    received_on: date | None = Field(title="收到申请之日")
    omission: bool | None = Field(title="机关没有处理履职申请", description="没有写明的为空")
    requested_on: date | None = Field(title="行政机关收到履职申请之日")
    accepted_on: date | None = Field(title="受理之日")
    law_days: int | None = Field(
        title="法律规定的行政复议期限（日）", description="没有少于六十日的规定的为空"
    )
    conditions: tuple[ConditionOut, ...] = Field(title="受理条件的认定")
    respondents_told: tuple[str, ...] = Field(title="应当变更为的被申请人")
    groundless: Groundless | None = Field(title="受理后发现的驳回情形")
    track: Track = Field(title="适用程序")
    converted_on: date | None = Field(title="转为普通程序之日")
    grave: bool = Field(title="案情重大、疑难、复杂")
    technical: bool = Field(title="专业性、技术性较强")
    reviewers: tuple[str, ...] = Field(title="行政复议人员")
    recusals_pending: int = Field(title="尚未决定的回避")
    reply_forfeited: bool = Field(title="被申请人逾期未答复")
    applicant_heard: bool = Field(title="已听取申请人意见")
    evidence: EvidenceOut = Field(title="举证和取证")
    hearing_asked_on: date | None = Field(title="申请听证之日", description="尚未答复的")
    hearing: HearingOut | None = Field(title="定下而没有记载结果的听证")
    hearing_put_off_on: date | None = Field(
        title="延期听证之日", description="延期以后还没有另行通知的"
    )
    hearing_held: bool = Field(title="已组织听证")
    hearing_waived: bool = Field(title="申请人视为放弃听证权利")
    consultation_ground: ConsultationGround | None = Field(title="提请咨询的情形")
    stance: Stance | None = Field(title="咨询意见")
    elevated: ElevatedOut = Field(title="提级审理")
    suspended_for: tuple[SuspendedOut, ...] = Field(title="正在中止的情形")
    stay: Stay | None = Field(title="停止执行的情形")
    stayed_on: date | None = Field(title="停止执行之日")
    stay_asked_on: date | None = Field(title="申请停止执行之日", description="尚未答复的，最早的")
    stays_asked: tuple[StayAskedOut, ...] = Field(title="尚未答复的停止执行申请")
    surcharge_stopped_on: date | None = Field(
        title="加处罚款停止计算之日", description="行政处罚案件，至复议期间结束"
    )
    attached: tuple[AttachedDocumentOut, ...] = Field(title="附带审查的文件")
    talks: TalksOut | None = Field(title="没有记载结果的调解")
    claims: tuple[ClaimOut, ...] = Field(title="一并提出的赔偿请求")
    refilings: tuple[RefiledOut, ...] = Field(title="撤回后可以再次申请的")
    outcome: Outcome | None = Field(title="决定种类")
    decided_on: date | None = Field(title="决定之日")
    document_number: str = Field(title="发文字号", description="决定书的，用印时编")
    decided_with: tuple[UUID, ...] = Field(title="合并作出决定的其他案卷")
    services: tuple[ServiceOut, ...] = Field(title="已经逐一送达的")
    announced: tuple[AnnouncedOut, ...] = Field(title="发出公告送达的")
    perform_by: date | None = Field(title="履行期限届满之日")
    overdue_on: date | None = Field(
        title="逾期未决定之日", description="自该日起十五日内，申请人可以向人民法院起诉"
    )
    sue_until: date | None = Field(
        title="可以起诉至", description="决定送达后，最后一名申请人起诉期限的最后一日"
    )
