"""Requests about 强制执行 against an applicant or third person (ARL 78; COERCION 53, 54)."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.reconsideration.domain.debts import Stand
from services.reconsideration.schemas.fields import PERSON, Dated, Text
from shared.contracts.reconsideration.at_court import CourtRefusal
from shared.contracts.reconsideration.enforcing import NoNeed
from shared.frame.forms import But


class OfPerson(Dated):
    """An act about what one party has to perform."""

    person_id: UUID | None = Field(
        None,
        title="申请人或者第三人",
        description="只有一名尚待执行的可以不填",
        examples=[PERSON],
    )


class AgainstPerson(OfPerson):
    """An act by which a party is enforced against, who must not have sued (ARL 78)."""

    not_sued: bool = Field(
        default=False,
        title="查明该当事人没有起诉",
        description="案件有起诉记录，没有写明是哪一名当事人的，查明以后填写",
        examples=[False],
    )


class PerformanceTimeIn(OfPerson):
    """载明当事人应当履行、履行期限 (ARL 78)."""

    perform_by: date | None = Field(
        None,
        title="履行期限的最后一日",
        description="文书或者所维持的行政行为写明的；决定书没有写明的不填，调解书、最终裁决的必填",
        examples=["2026-05-20"],
    )
    request: Text | None = Field(
        None,
        title="请求履行的通知",
        description="文书没有写明履行期限，由机关书面请求履行、给必要的准备时间的填写",
        examples=[None],
    )


class PartyUrgingIn(AgainstPerson):
    """催告当事人履行 (COERCION 35, 54)."""

    text: Text = Field(
        title="催告书正文",
        description="法律上的日期为催告书送达之日",
        examples=["请于催告书送达之日起十个工作日内缴纳罚款五百元。"],
    )
    perform_until: date | None = Field(
        None,
        title="催告书写明的履行期限的最后一日",
        description="不填的为催告书送达之日起十个工作日",
        examples=["2026-05-20"],
    )


class EnforcementApplicationIn(AgainstPerson):
    """申请人民法院强制执行 (COERCION 53 to 55)."""

    text: Text = Field(title="强制执行申请书正文", examples=["申请强制执行罚款五百元。"])
    late_reason: Text | None = Field(
        None,
        title="逾期申请的正当理由",
        description="三个月已经届满的填写",
        examples=[None],
    )


class EnforcementIn(AgainstPerson):
    """强制执行完毕 (ARL 78)."""

    text: Text = Field(
        title="执行情况",
        description="依据哪部法律的强制执行权，或者人民法院的执行裁定，执行了什么",
        examples=["依人民法院的准予执行裁定，罚款五百元已经划拨。"],
    )
    concealment: Text | None = Field(
        None,
        title="转移或者隐匿财物的证据",
        description="机关在催告期间立即强制执行的填写",
        examples=[None],
    )


class PartyPerformanceIn(OfPerson):
    """当事人履行 (ARL 78)."""

    performed_on: date = Field(title="履行之日", examples=["2026-05-10"])
    evidence: Text = Field(title="履行证明", examples=["缴款票据。"])


class NoEnforcementIn(OfPerson):
    """不需要强制执行 (ARL 78)."""

    no_need: Annotated[NoNeed, But((NoNeed.ANNULLED,))] = Field(
        title="不需要强制执行的情形",
        description="没有需要履行的内容，又没有写明哪一名的，为尚待执行的全部当事人",
        examples=["nothing_owed"],
    )
    sued_on: date | None = Field(
        None, title="起诉之日", description="已经起诉的填写", examples=[None]
    )
    refused_on: date | None = Field(
        None,
        title="收到人民法院裁定之日",
        description="人民法院裁定不予受理、不予执行的填写，已经记载裁定的不填；满十五日才能记载",
        examples=[None],
    )
    docketing: Text | None = Field(
        None,
        title="人民法院立案的文书",
        description="起诉期限届满以后起诉的填写",
        examples=[None],
    )
    reason: Text = Field(title="理由", examples=["维持的是不予许可，没有需要当事人履行的内容。"])


class CourtRefusalIn(OfPerson):
    """收到人民法院不予受理、不予执行的裁定 (COERCION 56, 58)."""

    court_refusal: CourtRefusal = Field(title="裁定的内容", examples=["not_enforced"])
    received_on: date = Field(title="收到人民法院裁定之日", examples=["2026-05-20"])
    text: Text = Field(title="人民法院的裁定", examples=["裁定不准予强制执行。"])


class CourtAboveIn(OfPerson):
    """向上一级人民法院申请复议 (COERCION 56, 58)."""

    text: Text = Field(title="复议申请书正文", examples=["请求撤销不予执行的裁定。"])


class ImmediateEnforcementIn(OfPerson):
    """申请人民法院立即执行 (COERCION 59)."""

    reason: Text = Field(
        title="情况紧急、为保障公共安全的理由",
        examples=["建筑随时可能坍塌，危及过往行人。"],
    )


class ImmediateRulingIn(OfPerson):
    """人民法院裁定立即执行 (COERCION 59)."""

    ruled_on: date = Field(title="作出执行裁定之日", examples=["2026-05-20"])
    text: Text = Field(
        title="人民法院的执行裁定",
        description="经人民法院院长批准立即执行的",
        examples=["准予强制执行，立即执行。"],
    )


class DebtOut(BaseModel):
    """一名当事人的履行和强制执行 (ARL 78)."""

    model_config = ConfigDict(from_attributes=True)

    person_id: UUID = Field(title="申请人或者第三人")
    organ: str = Field(title="负责强制执行的机关")
    served_on: date = Field(title="送达之日")
    sue_until: date | None = Field(title="起诉期限的最后一日", description="调解书、最终裁决没有")
    perform_by: date | None = Field(title="履行期限的最后一日")
    timed: bool = Field(
        title="期限已经明确",
        description="载明该当事人应当履行以前，调解书、最终裁决载明履行期限以前为否，不得强制执行",
    )
    enforceable_after: date = Field(title="该日届满以后方可强制执行")
    counts_from: date = Field(title="申请人民法院强制执行期限的起算之日")
    court_asked: bool = Field(
        title="重新送达前已申请执行",
        description="由负责的机关撤回申请，或者告知人民法院",
    )
    stand: Stand = Field(title="所处状态")
    lapsed_on: date | None = Field(title="逾期未申请之日")
    urged_until: date | None = Field(title="催告书写明的履行期限的最后一日")
    suit_on: date | None = Field(
        title="起诉记录中的起诉之日", description="是否为该当事人起诉尚未查明的"
    )
    urgent: bool = Field(title="已经申请人民法院立即执行")
    refused_on: date | None = Field(title="收到人民法院裁定之日")
    ask_until: date | None = Field(title="向上一级人民法院申请复议的最后一日")
