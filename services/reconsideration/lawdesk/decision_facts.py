"""What decides the kind of decision 决定种类的事实 (ARL 61 to 72)."""

from datetime import date
from typing import Self

from pydantic import model_validator

from services.reconsideration.domain.findings import Findings
from services.reconsideration.domain.items import finding
from shared.contracts.reconsideration import ConsultationGround, Outcome, Stance
from shared.contracts.reconsideration.judged import (
    Basis,
    Breach,
    Duty,
    Hopeless,
    Item,
    Procedure,
    Unpaid,
)
from shared.law.written import Lasting
from shared.lawdesk import Facts, told


class DecisionFacts(Facts):
    """What was found about the act, the omission or the agreement, and how the case was handled."""

    on: date | None = told("作出决定之日", "2026年7月1日前后的规定不同", None)
    qualifies: bool = told("是否符合受理条件", "受理后发现不符合的，驳回申请", default=True)
    hopeless: Hopeless | None = told(
        "受理后发现的明显缺乏依据、明显超出权限、已经法院确认的情形", "驳回申请", None
    )
    duty: Duty | None = told("不履行法定职责的认定", "不作为的案件按职责认定决定", None)
    breach: Breach | None = told("行政协议的情形", "行政协议的案件按情形决定", None)
    applicant_shows: bool = told(
        "申请人自己的材料是否证明受理前已经履行",
        "证明的，没有答复举证也可以驳回请求",
        default=False,
    )
    replied: bool = told(
        "被申请人是否按期书面答复并举证", "没有的，视为没有证据、依据", default=True
    )
    third_party_evidence: bool = told(
        "涉及第三人合法权益，第三人是否提供证据", "提供的，不视为没有证据", default=False
    )
    facts_clear: bool | None = told("主要事实是否清楚、证据是否确凿", "不清的，撤销或者变更", None)
    cleared: bool = told("复议机关是否已经查清事实和证据", "查清的，变更", default=False)
    basis: Basis | None = told("适用的依据", "不合法的撤销，未正确适用的变更", None)
    procedure: Procedure | None = told("程序是否合法", "违反的撤销，轻微违法的确认违法", None)
    beyond_powers: bool | None = told("是否超越职权或者滥用职权", "是的，撤销", None)
    proper: bool | None = told("内容是否适当", "不适当的，变更", None)
    partly: bool = told("违法的是否只是一部分", "部分撤销", default=False)
    grave: bool = told(
        "是否重大且明显违法：没有主体资格、没有依据、客观上不可能实施",
        "申请的，确认无效",
        default=False,
    )
    asks_invalid: bool = told("申请人是否申请确认无效", "不申请的，不确认无效", default=False)
    insists_invalid: bool | None = told(
        "不属于无效的，经释明是否拒绝变更请求", "拒绝的，驳回请求", None
    )
    harms_public: bool = told(
        "撤销是否会给国家利益、社会公共利益造成重大损害", "是的，确认违法", default=False
    )
    nothing_to_revoke: bool = told("是否不具有可撤销内容", "是的，确认违法", default=False)
    respondent_changed: bool = told(
        "被申请人是否已经改变原行为而申请人仍要求撤销或者确认违法", "是的，确认违法", default=False
    )
    worse: bool = told(
        "依法变更是否对申请人更为不利；2026年6月30日以前，任何决定更为不利的",
        "不得变更，2026年6月30日以前不得作出",
        default=False,
    )
    opposite_request: bool = told("第三人是否提出相反请求", "提出的，可以变更", default=False)
    items: tuple[Item, ...] = told(
        "具体情形，可以填几项", "逐项说明依据实施条例第几条第几项，并由此认定", ()
    )
    repeats: bool = told(
        "是否原行为被撤销后以同一事实和理由重作的相同行为", "再次撤销并责令重作", default=False
    )
    sum_wrong: bool = told(
        "被申请的行政赔偿决定确定的数额是否确有错误", "是的，可以变更", default=False
    )
    compensation_asked: bool = told("是否一并提出赔偿请求", "同时决定", default=False)
    compensation_due: bool | None = told("依国家赔偿法是否应当赔偿", "不应当的，驳回请求", None)
    unpaid: Unpaid | None = told("不应当赔偿的理由", "逐项驳回赔偿请求", None)
    payment_definite: bool = told(
        "应当赔偿的，赔偿方式能否确定", "能够确定的，决定应当写明赔偿内容", default=True
    )
    property_taken: bool = told(
        "是否罚款、没收、征收征用、摊派或者查封扣押冻结财产", "同时责令返还", default=False
    )
    fined: bool = told("其中是否有罚款", "变更的也同时责令返还", default=False)
    redo: bool = told("是否责令重新作出", "撤销的才可以责令，期限默认六十日", default=False)
    remedial: bool = told(
        "是否责令采取补救措施",
        "确认违法的、违反行政协议义务的才可以责令，可以写明期限",
        default=False,
    )
    perform_within: Lasting | None = told(
        "决定写明的履行期限，如30日、15个工作日", "履行期限由此计算", None, examples=["30日"]
    )
    served_on: date | None = told("被申请人收到决定书之日", "履行期限由此起算", None)
    grounds: tuple[ConsultationGround, ...] = told(
        "提请咨询的情形", "应当提请咨询；重大、疑难、复杂的还应当听证", ()
    )
    own_act: bool = told("是否省级政府对本机关行政行为的案件", "应当提请咨询", default=False)
    hearing_held: bool | None = told("应当听证的是否已经听证", "没有的，不得作出决定", None)
    opinion: Stance | None = told("咨询意见的结论", "应当提请而没有的，不得作出决定", None)
    opinion_adopted: bool | None = told("是否采纳咨询意见", "报请签发时应当说明", None)
    departure_reasoned: bool = told("不采纳的是否说明理由", "应当说明理由", default=False)
    applied_by_others: bool = told(
        "是否其他人就同一或者同样行政行为申请", "可以依生效决定直接作出决定", default=False
    )
    same_act: bool = told(
        "是否同一行政行为，或者同一机关就同一事实对几个当事人分别作出的行为",
        "不是的，不得直接作出决定",
        default=True,
    )
    effective_decision: Outcome | None = told(
        "已经生效的决定的种类", "没有生效决定的，不得直接作出决定", None
    )

    @model_validator(mode="after")
    def _agreeing(self) -> Self:
        """What is said item by item does not contradict what is said as a whole."""
        finding(
            Findings(on=date.min, proper=self.proper, basis=self.basis, procedure=self.procedure),
            self.items,
        )
        return self
