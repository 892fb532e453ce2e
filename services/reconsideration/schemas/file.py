"""The case 行政复议案件 as an answer."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import ConsultationGround, Outcome, Stance
from shared.contracts.reconsideration.assigning import Track
from shared.contracts.reconsideration.pausing import Stay, Suspension
from shared.web import FileOut


class SuspendedOut(BaseModel):
    """一项中止 (ARL 39)."""

    model_config = ConfigDict(from_attributes=True)

    cause: Suspension = Field(title="中止的情形")
    since: date = Field(title="中止之日")
    gone_on: date | None = Field(title="原因消除之日")
    ordered_on: date | None = Field(title="责令恢复审理之日")


class CaseOut(FileOut):
    """行政复议案件."""

    authority: str = Field(title="行政复议机关")
    respondent: str = Field(title="被申请人")
    act: ActKind | None = Field(title="行政行为类别")
    received_on: date | None = Field(title="收到申请之日")
    accepted_on: date | None = Field(title="受理之日")
    track: Track = Field(title="适用程序")
    converted_on: date | None = Field(title="转为普通程序之日")
    grave: bool = Field(title="案情重大、疑难、复杂")
    technical: bool = Field(title="专业性、技术性较强")
    reviewers: tuple[str, ...] = Field(title="行政复议人员")
    recusals_pending: int = Field(title="尚未决定的回避")
    reply_forfeited: bool = Field(title="被申请人逾期未答复")
    applicant_heard: bool = Field(title="已听取申请人意见")
    hearing_held: bool = Field(title="已组织听证")
    consultation_ground: ConsultationGround | None = Field(title="提请咨询的情形")
    stance: Stance | None = Field(title="咨询意见")
    suspended_for: tuple[SuspendedOut, ...] = Field(title="正在中止的情形")
    stay: Stay | None = Field(title="停止执行的情形")
    stayed_on: date | None = Field(title="停止执行之日")
    stay_asked_on: date | None = Field(title="申请停止执行之日", description="尚未答复的")
    surcharge_stopped_on: date | None = Field(
        title="加处罚款停止计算之日", description="行政处罚案件，至复议期间结束"
    )
    outcome: Outcome | None = Field(title="决定种类")
    decided_on: date | None = Field(title="决定之日")
    document_number: str = Field(title="发文字号", description="决定书的，用印时编")
    perform_by: date | None = Field(title="履行期限届满之日")
    overdue_on: date | None = Field(
        title="逾期未决定之日", description="自该日起十五日内，申请人可以向人民法院起诉"
    )
    sue_until: date | None = Field(
        title="可以起诉至", description="决定送达后，最后一名申请人起诉期限的最后一日"
    )
