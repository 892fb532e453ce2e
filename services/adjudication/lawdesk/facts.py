"""What the question 行政裁决 asks for."""

from datetime import date
from typing import Final

from pydantic import model_validator

from services.adjudication.domain.competence import Across, Parties
from services.adjudication.domain.matters import names
from services.adjudication.domain.points import Point
from shared.law.written import Lasting
from shared.lawdesk import Facts, told

_NAMES: Final = "、".join(f"{name}（{code}）" for code, name in names().items())
"""Whatever the catalogue has, for the help of the question."""


class AdjudicationFacts(Facts):
    """The matter, who is at odds over what and where, and the days of the steps."""

    matter: str = told(
        f"事项，纠纷类型的代码或者名称：{_NAMES}", "决定能否裁决、由谁裁决和各项期限"
    )
    point: Point = told("争议的究竟是什么", "侵权、边界、违法、合同、赔偿等不裁决", Point.MAIN)
    on: date | None = told("申请之日，没有的填询问之日", "法律有新旧版本，按该日适用", None)
    place: str | None = told("争议所在地，名称或者区划代码", "决定由哪一个机关裁决", None)
    parties: Parties | None = told(
        "当事人是单位之间，还是有个人", "有个人的，乡级人民政府也可以处理", None
    )
    across: Across | None = told("是否跨县区、跨市州，或者有较大影响", "决定裁决机关的层级", None)
    exploration: bool | None = told(
        "是否为探矿权人之间的争议", "2025年7月1日前由省级主管部门裁决", None
    )
    in_court: bool | None = told(
        "法院、仲裁机构是否已经受理同一争议", "已经受理的，裁决机关不予受理", None
    )
    title_held: bool | None = told(
        "裁决是否侵犯已经依法取得的自然资源权利", "是的，应当先申请行政复议，不得直接起诉", None
    )
    received_on: date | None = told("申请到达裁决机关之日", "受理期限由此起算", None)
    accepted_on: date | None = told("受理之日", "送副本、提出意见或者裁决的期限由此起算", None)
    copied_on: date | None = told("被申请人收到副本之日", "答辩期限由此起算", None)
    opinion_on: date | None = told("主管部门提出处理意见之日", "报送人民政府的期限由此起算", None)
    served_on: date | None = told("收到裁决书之日", "复议、起诉、履行的期限由此起算", None)
    urged_on: date | None = told("收到催告书之日", "催告后十个工作日由此起算", None)
    stopped_on: date | None = told("中止、鉴定、补正开始之日", "此后的日子不计入裁决期限", None)
    resumed_on: date | None = told("中止、鉴定、补正结束之日", "期限自次日继续计算", None)
    extension: Lasting | None = told(
        "批准延长的期间，如3个月、30日",
        "只有土地权属争议的处理意见可以延期，期限延后",
        None,
        examples=["3个月"],
    )
    knew_on: date | None = told("政府采购：知道或者应知权益受损之日", "七个工作日内可以质疑", None)
    queried_on: date | None = told(
        "政府采购：采购人收到质疑之日", "答复期满后十五个工作日内可以投诉", None
    )

    inquired_on: date | None = told("政府采购：采购人收到询问之日", "三个工作日内答复", None)
    halted_on: date | None = told(
        "政府采购：采购人收到暂停采购活动通知之日", "暂停最长三十日", None
    )
    mediated_on: date | None = told("调解书生效之日", "送达调解书的期限由此起算", None)
    overdue: bool = told(
        "是否逾期仍未作出裁决", "给出对不作为申请复议的最后一日，复议前置", default=False
    )

    @model_validator(mode="after")
    def _in_order(self) -> "AdjudicationFacts":
        if self.resumed_on and (self.stopped_on is None or self.resumed_on < self.stopped_on):
            raise ValueError("结束之日不得早于开始之日，且须填写开始之日")
        return self
