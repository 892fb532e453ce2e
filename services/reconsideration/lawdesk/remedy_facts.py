"""What the question 救济与执行 asks for (ARL 10, 77 to 79; ALL 44 to 48)."""

from datetime import date
from typing import Self

from pydantic import model_validator

from services.reconsideration.domain.direct import Maker
from services.reconsideration.domain.remedying import Paper
from shared.contracts.reconsideration import Outcome
from shared.law.written import Lasting
from shared.lawdesk import Facts, told


class RemedyFacts(Facts):
    """The paper, when it came, and what has happened since."""

    paper: Paper = told(
        "收到的文书，没有作出决定、没有复议的也在其中选",
        "救济途径不同",
        Paper.DECISION,
    )
    on: date | None = told("准备起诉或者执行之日", "判断期限是否已满", None)
    served_on: date | None = told(
        "申请人收到文书之日；没有作出决定的，复议期限的最后一日", "起诉期限由此起算", None
    )
    outcome: Outcome | None = told("决定的种类", "被告、执行的机关不同", None)
    by_procedure: bool = told(
        "确认违法的理由是否为违反法定程序", "是的，视为没有改变原行为", default=False
    )
    on_merits: bool = told(
        "驳回申请是否出于不符合受理条件以外的理由", "是的，两机关为共同被告", default=False
    )
    compulsory: bool | None = told(
        "是否属于复议前置", "属于的，先复议；没有决定的，依行政复议法起诉", None
    )
    told_suit: bool | None = told("文书是否告知起诉期限", "没有告知的，自知道之日起算", None)
    learnt_suit_on: date | None = told("后来知道起诉期限之日", "十五日由此起算，最长一年", None)
    final: bool = told("法律是否规定复议决定为最终裁决", "是的，不得起诉", default=False)
    own_act: bool = told(
        "是否省级政府或者国务院部门对自己行为的复议决定", "还可以申请国务院裁决", default=False
    )
    settled: bool = told("撤回是否因为和解", "和解后撤回的，不得再申请", default=False)
    authority_government: bool = told(
        "复议机关是否县级以上地方人民政府", "以它为被告的由中级人民法院管辖", default=True
    )
    respondent_department: bool = told(
        "被申请人是否该政府的工作部门", "是的，抄告其上一级主管部门", default=False
    )
    respondent_served_on: date | None = told(
        "被申请人或者有关机关收到文书之日", "履行、报送的期限由此起算", None
    )
    redo: bool = told("是否责令重新作出", "没有写明期限的为六十日", default=False)
    perform_within: Lasting | None = told(
        "文书写明的履行期限，如30日", "由此计算履行期限", None, examples=["30日"]
    )
    failing: bool = told("被申请人是否不履行或者无正当理由拖延", "责令限期履行", default=False)
    urged_on: date | None = told("向申请人送达催告书之日", "十个工作日后可以申请执行", None)
    perform_until: date | None = told(
        "调解书、最终裁决要求申请人履行的最后一日", "申请人民法院执行的三个月由此起算", None
    )
    partly_upheld: bool = told(
        "决定是否既有维持，又有改变或者不予受理的内容", "是的，两机关为共同被告", default=False
    )
    same_result: bool = told(
        "变更是否只改变事实、证据或者依据，没有改变处理结果", "是的，视为维持", default=False
    )
    known_on: date | None = told(
        "知道或者应当知道行政行为之日", "直接起诉的六个月由此起算，撤回后仍可以起诉", None
    )
    done_on: date | None = told("作出行政行为之日", "五年或者二十年后不再受理", None)
    real_estate: bool = told("是否因不动产起诉", "最长二十年，其他五年", default=False)
    maker: Maker = told("谁作出了行政行为", "被告不同", Maker.ONE)
    obstacle_from: date | None = told(
        "不可抗力等不属于自身的原因，耽误的第一日", "被耽误的时间不计入起诉期限", None
    )
    obstacle_to: date | None = told("耽误的最后一日", "期限自次日继续计算", None)
    hindered_until: date | None = told(
        "其他特殊情况的障碍消除之日", "十日内可以申请延长，由法院决定", None
    )
    requested_on: date | None = told(
        "行政机关接到履行申请之日", "两个月不履行的可以起诉，此后六个月", None
    )
    perform_law: Lasting | None = told(
        "法律、法规另行规定的履行期限，如20个工作日",
        "没有另行规定的为两个月",
        None,
        examples=["20个工作日"],
    )
    urgent: bool = told("是否紧急情况下请求保护", "不受两个月限制，可以立即起诉", default=False)
    accepted_on: date | None = told("复议机关受理之日", "先受理的管辖，复议期间不得起诉", None)
    filed_on: date | None = told("人民法院立案之日", "先立案的管辖，同日的由当事人选择", None)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        """What was learnt was learnt after service."""
        if self.learnt_suit_on and self.served_on and self.learnt_suit_on < self.served_on:
            raise ValueError("learnt_suit_on不得早于served_on")
        if self.obstacle_to and (
            self.obstacle_from is None or self.obstacle_to < self.obstacle_from
        ):
            raise ValueError("耽误的最后一日不得早于第一日，且须填写第一日")
        if self.known_on and self.done_on and self.known_on < self.done_on:
            raise ValueError("known_on不得早于done_on")
        return self
