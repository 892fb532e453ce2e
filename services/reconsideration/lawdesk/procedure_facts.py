"""What decides how a case is handled 审理程序的事实 (ARL 36 to 62)."""

from datetime import date
from typing import Self

from pydantic import model_validator

from shared.contracts.reconsideration import ConsultationGround
from shared.contracts.reconsideration.assigning import Track
from shared.contracts.reconsideration.pausing import Stay, Suspension, Termination
from shared.lawdesk import Facts, told


class ProcedureFacts(Facts):
    """The case, who takes part, what the body found, and what has happened so far."""

    on: date | None = told("准备采取步骤之日", "2026年7月1日前后的规定不同；判断期限是否已满", None)
    track: Track | None = told("已经适用的程序", "期限、人数和能否延长不同", None)
    converted: bool = told("是否已由简易程序转为普通程序", "按普通程序计算期限", default=False)
    converted_on: date | None = told(
        "转为普通程序之日", "审理期限自受理起算还是自此起算，条文没有写明，按本市采用的读法", None
    )
    clear: bool | None = told(
        "是否事实清楚、权利义务关系明确、争议不大", "是的，列举的案件可以适用简易程序", None
    )
    on_the_spot: bool = told("行政行为是否当场作出", "属于可以适用简易程序的案件", default=False)
    warning: bool = told("是否警告或者通报批评", "属于可以适用简易程序的案件", default=False)
    amount_yuan: float | None = told("案件涉及款额，元", "三千元以下的可以适用简易程序", None, ge=0)
    disclosure: bool = told("是否政府信息公开案件", "属于可以适用简易程序的案件", default=False)
    all_agree: bool = told("当事人各方是否同意简易程序", "同意的，可以适用", default=False)
    grounds: tuple[ConsultationGround, ...] = told(
        "认定的提请咨询的情形", "应当提请咨询；重大、疑难、复杂的还应当听证", ()
    )
    own_act: bool = told("是否省级政府对本机关行政行为的案件", "应当提请咨询", default=False)
    hearing_asked: bool = told("申请人是否请求听证", "请求的，可以组织听证", default=False)
    hearing_on: date | None = told("举行听证之日", "五个工作日前应当通知", None)
    hearing_notified_on: date | None = told("当事人收到听证通知之日", "判断通知是否及时", None)
    applicants: int | None = told("申请人人数", "人数众多的推选代表人", None, ge=1)
    elected: int | None = told("推选的代表人人数", "判断人数是否合法", None, ge=0)
    agents: int | None = told("申请人或者第三人委托的代理人人数", "最多二名", None, ge=0)
    respondent_staff: int | None = told(
        "被申请人指定的工作人员人数", "一至二名，不得仅委托律师", None, ge=0
    )
    respondent_lawyers: int = told("被申请人委托的律师人数", "不得仅委托律师", 0, ge=0)
    accepted_on: date | None = told("受理之日", "审理期限由此起算", None)
    copied_on: date | None = told("被申请人收到申请书副本之日", "答复期限由此起算", None)
    law_days: int | None = told("法律规定的少于六十日的复议期限，日", "从其规定", None, ge=1, le=59)
    extended_days: int = told("已经延长的日数", "累计不超过三十日", 0, ge=0, le=30)
    suspended: Suspension | None = told("中止的情形", "中止期间不计入审理期限", None)
    talks_agreed: bool | None = told("双方是否同意因调解、和解中止", "同意的才中止", None)
    suspended_on: date | None = told("中止之日", "其后不计入；满六十日或可终止", None)
    resumed_on: date | None = told("恢复审理之日", "其后继续计算", None)
    appraisal_from: date | None = told("鉴定开始之日", "鉴定时间不计入", None)
    appraisal_until: date | None = told("鉴定结束之日", "其后继续计算", None)
    inspection_from: date | None = told("现场勘验开始之日", "勘验时间不计入", None)
    inspection_until: date | None = told("现场勘验结束之日", "其后继续计算", None)
    elevation_from: date | None = told("报请提级审理之日", "报请期间不计入", None)
    elevation_until: date | None = told("收到上级答复之日", "其后继续计算", None)
    elevated_on: date | None = told(
        "决定提级的，上级机关收到案件材料之日", "审理期限由此重新计算", None
    )
    termination: Termination | None = told("终止的情形", "判断现在能否终止", None)
    permitted: bool | None = told("撤回申请是否准予", "准予的才终止", None)
    liberty: bool | None = told(
        "是否行政拘留或者限制人身自由的强制措施", "其他行为不因此终止", None
    )
    stay: Stay | None = told("停止执行的情形", "没有的，不停止执行", None)
    stay_reasonable: bool | None = told("停止执行的申请是否合理", "合理的，应当停止执行", None)
    document_competent: bool | None = told(
        "对附带审查的文件或者依据是否有权处理", "有权的三十日处理，无权的七日转送", None
    )
    ex_officio: bool = told("依据是否由机关审查时自行发现不合法", "适用的条文不同", default=False)
    issuer_notified_on: date | None = told("制定机关收到书面通知之日", "十日答复", None)
    forwarded_to_on: date | None = told("有权机关收到转送之日", "六十日回复", None)
    decided: bool = told(
        "是否已经作出复议决定", "作出后不再延长、中止、终止，不再调解、和解", default=False
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        """What begins ends later, and nothing begins before acceptance."""
        for begins, ends in (
            ("suspended_on", "resumed_on"),
            ("appraisal_from", "appraisal_until"),
            ("inspection_from", "inspection_until"),
            ("elevation_from", "elevation_until"),
        ):
            first, last = getattr(self, begins), getattr(self, ends)
            if last and first is None:
                raise ValueError(f"填写了{ends}的，应当填写{begins}")
            if last and last < first:
                raise ValueError(f"{ends}不得早于{begins}")
        if self.converted_on and not self.converted:
            raise ValueError("填写了converted_on的，应当填写converted")
        later = (
            self.converted_on,
            self.copied_on,
            self.suspended_on,
            self.appraisal_from,
            self.inspection_from,
        )
        if self.accepted_on and any(day < self.accepted_on for day in later if day):
            raise ValueError("受理以后的各日不得早于受理之日accepted_on")
        if self.suspended_on and self.suspended is None:
            raise ValueError("填写了suspended_on的，应当填写suspended")
        return self
