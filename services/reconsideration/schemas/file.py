"""The case 行政复议案件 as an answer."""

from datetime import date

from pydantic import Field

from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import ConsultationGround, Outcome, Stance
from shared.contracts.reconsideration.assigning import Track
from shared.web import FileOut


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
    outcome: Outcome | None = Field(title="决定种类")
    decided_on: date | None = Field(title="决定之日")
    perform_by: date | None = Field(title="履行期限届满之日")
    overdue_on: date | None = Field(
        title="逾期未决定之日", description="自该日起十五日内，申请人可以向人民法院起诉"
    )
    sue_until: date | None = Field(
        title="可以起诉至", description="决定送达后，最后一名申请人起诉期限的最后一日"
    )
