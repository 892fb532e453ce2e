"""What the question 调解 asks for."""

from datetime import date

from pydantic import model_validator

from services.mediation.domain.confirmation import About
from services.mediation.domain.fields import Kind, Step
from shared.contracts.mediation import Form
from shared.law.written import Lasting
from shared.lawdesk import Facts, told


class MediationFacts(Facts):
    """The matter, what the parties want, what stands in the way, and the days of the steps."""

    matter: str = told("事项，纠纷类型的代码或者名称", "决定由谁调解、按什么规定")
    kind: Kind | None = told("哪一种调解", "不填的，列出各种调解", None)
    on: date | None = told("所问步骤之日", "法律有新旧版本，按该日适用", None)
    place: str | None = told("纠纷所在地，名称或者区划代码", "给出调解组织和主管部门的名称", None)
    against_act: bool = told(
        "是否不服行政机关的行政行为", "是的，复议或者起诉，不作民间纠纷调解", default=False
    )
    agreed: bool | None = told("各方是否都同意调解", "有一方未同意的，不能开始", None)
    refused: bool | None = told("是否有一方明确拒绝", "明确拒绝的，不得调解", None)
    in_court: bool | None = told("法院、仲裁机构是否已经受理", "有的领域不再受理或者终止", None)
    elsewhere: bool | None = told("其他组织、部门是否已经受理", "有的领域不予受理", None)
    repeated: bool | None = told("是否已经调解过且没有新情况", "有的领域不再调解", None)
    minor: bool | None = told("治安：情节是否较轻", "不是较轻的，不得调解", None)
    civil: bool | None = told("治安：是否因民间纠纷引起", "不是的，不得调解", None)
    expropriation: bool | None = told(
        "承包地：是否因征收及其补偿发生", "是的，不属于承包经营纠纷", None
    )
    concerned: bool | None = told("是否属于本机关主管", "不属于的，移送有管辖权的机关", None)
    false: bool | None = told("申请是否虚假", "虚假的，不受理", None)
    knew_on: date | None = told("知道或者应知权益受损之日", "投诉、仲裁时效由此起算", None)
    received_on: date | None = told("收到申请、投诉之日", "受理、告知的期限由此起算", None)
    supplemented_on: date | None = told(
        "信息公开：收到补正之日", "答复期限自补正之日重新起算", None
    )
    accepted_on: date | None = told("受理之日", "调解期限由此起算", None)
    consented_on: date | None = told("各方同意调解之日", "人民调解的期限由此起算", None)
    paper_on: date | None = told(
        "交通：收到事故认定书、事故证明或者维持的复核结论之日", "申请调解的期限由此起算", None
    )
    failed_on: date | None = told("交通：人民调解终结之日", "三日内可以再请求公安交管调解", None)
    ready_on: date | None = told(
        "交通：治疗终结、定残、丧事办结或者损失确定之日", "调解期限由此起算", None
    )
    session_on: date | None = told("治安：第一次调解之日", "第二次调解的期限由此起算", None)
    ended_on: date | None = told("消费：作出终止调解决定之日", "告知的期限由此起算", None)
    left_on: date | None = told("劳动：劳动关系终止之日", "在职期间拖欠报酬的，一年由此起算", None)
    referred_on: date | None = told("收到转送、委派、征求意见之日", "异议、确认期限由此起算", None)
    confirmed_on: date | None = told("法院委派：平台确认接受之日", "三十日由此起算", None)
    entrusted_on: date | None = told("法院立案后委托：确认接受之日", "十五日或者七日由此起算", None)
    answered_on: date | None = told("收到处理意见、仲裁裁决之日", "复查、起诉期限由此起算", None)
    review_asked_on: date | None = told("信访：收到复查请求之日", "复查期限由此起算", None)
    reviewed_on: date | None = told("信访：收到复查意见之日", "复核请求期限由此起算", None)
    recheck_asked_on: date | None = told("信访：收到复核请求之日", "复核期限由此起算", None)
    arbitration_asked_on: date | None = told("仲裁委收到仲裁申请之日", "受理期限由此起算", None)
    arbitration_accepted_on: date | None = told("仲裁受理之日", "裁决期限由此起算", None)
    copied_on: date | None = told("收到仲裁申请书副本之日", "答辩期限由此起算", None)
    held_on: date | None = told("调解或者仲裁开庭之日", "须提前通知的，给出最迟的通知之日", None)
    tested_from: date | None = told(
        "鉴定、检测、征求意见、听证开始前一日", "所需时间依法不计入期限", None
    )
    tested_to: date | None = told("鉴定、检测、征求意见、听证结束之日", "期限自次日继续计算", None)
    extension: Lasting | None = told(
        "约定或者批准延长的期间，如30日、20个工作日",
        "法律允许延长的，期限延后",
        None,
        examples=["30日"],
    )
    form: Form | None = told("协议的形式", "口头协议自达成之日生效，书面的自最后一个签章", None)
    agreed_on: date | None = told("达成协议、最后一方当事人签名之日", "决定协议何时生效", None)
    mediator_on: date | None = told("调解员签名之日", "书面协议自最后一个签章之日生效", None)
    sealed_on: date | None = told("加盖调解组织印章之日", "书面协议自最后一个签章之日生效", None)
    jointly: bool | None = told("双方是否共同申请司法确认", "一方申请的，法院不受理", None)
    about: About = told("协议是否涉及身份、确权等", "涉及的，不予司法确认", About.OTHER)
    perform_by: date | None = told("约定履行期间的最后一日", "申请执行的期间由此起算", None)
    last_instalment_on: date | None = told(
        "分期履行的，最后一期的最后一日", "申请执行的期间由此起算", None
    )
    confirm_asked_on: date | None = told("法院收到司法确认申请之日", "三日内决定是否受理", None)
    confirm_filed_on: date | None = told("司法确认立案之日", "三十日内审结", None)
    confirm_longer: Lasting | None = told(
        "院长批准延长的期间，如30日", "审结的期限延后", None, examples=["30日"]
    )
    confirm_ruled_on: date | None = told(
        "收到确认裁定之日", "十五日内可以提出异议；没有约定履行期间的，申请执行由此起算", None
    )
    confirm_known_on: date | None = told("利害关系人知道确认裁定之日", "六个月内可以提出异议", None)
    committee_members: int | None = told(
        "人民调解委员会的委员人数", "应当为三至九人", None, ge=1, examples=[5]
    )
    committee_women: bool | None = told("委员会是否有妇女成员", "应当有", None)
    committee_mixed: bool | None = told(
        "是否多民族居住的地区", "是的，应当有人数较少民族的成员", None
    )
    committee_minority: bool | None = told(
        "委员会是否有人数较少民族的成员", "多民族地区应当有", None
    )
    committee_elected_on: date | None = told("委员推选产生之日", "任期三年由此起算", None)
    founded_on: date | None = told(
        "商事调解组织成立之日", "条例施行前成立的，一年内办理执业手续", None
    )
    act_known_on: date | None = told(
        "知道行政行为之日", "调解不停止复议和起诉期限，给出最后一日", None
    )
    requested_on: date | None = told("提出调解请求之日", "诉讼时效、劳动仲裁时效自该日中断", None)
    ladder_on: date | None = told("“四级七天”开始之日", "给出每一级的最后一日，属于本地做法", None)

    @model_validator(mode="after")
    def _in_order(self) -> "MediationFacts":
        if self.tested_to and (self.tested_from is None or self.tested_to < self.tested_from):
            raise ValueError("结束之日不得早于开始之日，且须填写开始之日")
        return self

    @property
    def days(self) -> dict[Step, date]:
        """The days that were told, by step."""
        told_days = {step: getattr(self, f"{step.value}_on") for step in Step}
        return {step: day for step, day in told_days.items() if day}
