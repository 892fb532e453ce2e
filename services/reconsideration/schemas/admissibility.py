"""Requests of what was found of the conditions of acceptance 审查认定 (ARL 30, 33)."""

from pydantic import Field

from services.reconsideration.domain.admissibility import Examined
from services.reconsideration.domain.applicant import Interest
from services.reconsideration.domain.scope import Agreement, Named, Outside
from services.reconsideration.domain.untried import Earlier
from services.reconsideration.schemas.fields import Dated, Text
from services.reconsideration.schemas.found import TimeFindingIn
from services.reconsideration.schemas.reviewing import PeriodByLawIn
from shared.contracts.reconsideration.admissibility import Groundless
from shared.contracts.reconsideration.capacity import Applicant, Paper, Through
from shared.law.reconsidering.compulsory import ByLaw, Disclosure, Response


class ConditionsIn(Dated):
    """审查认定 (ARL 30, 33); what is not told is taken to be as it should be."""

    text: Text = Field(title="审查意见", examples=["申请人是处罚决定的相对人，符合受理条件"])
    applicant: Applicant | None = Field(
        None,
        title="申请人的类别",
        description="不填为申请书写明的；没有写明的，为公民",
        examples=["person"],
    )
    through: Through | None = Field(
        None, title="由谁代表参加行政复议", description="不填为申请书写明的", examples=[None]
    )
    papers: tuple[Paper, ...] = Field(
        (),
        title="查明已经提交的身份、代表资格证明",
        description="申请书写明的不必重复",
        max_length=len(Paper),
        examples=[[]],
    )
    applying: int | None = Field(
        None,
        title="申请的人数或者户数",
        description="集体经济组织成员、业主申请的填写",
        ge=0,
        examples=[None],
    )
    total: int | None = Field(None, title="总人数或者总户数", ge=1, examples=[None])
    area_percent: float | None = Field(
        None, title="占总面积的百分比", description="业主申请的填写", ge=0, le=100, examples=[None]
    )
    interest: Interest | None = Field(None, title="利害关系", examples=["addressee"])
    request_clear: bool | None = Field(None, title="是否有具体的请求和理由", examples=[True])
    outside: Outside | None = Field(
        None, title="属于不予受理的事项", description="不属于的不填", examples=[None]
    )
    named: Named | None = Field(None, title="条例列明的其他行政行为", examples=[None])
    agreement: Agreement | None = Field(None, title="行政协议的种类", examples=[None])
    earlier: Earlier = Field(Earlier.NONE, title="此前的申请和诉讼", examples=["none"])
    against_will: bool = Field(default=False, title="能证明撤回违背真实意愿", examples=[False])
    chosen: bool = Field(default=True, title="同日立案的，选择复议", examples=[True])
    on_the_spot: bool | None = Field(None, title="处罚是否当场作出", examples=[True])
    title_held: bool | None = Field(None, title="是否侵犯已经取得的自然资源权利", examples=[None])
    response: Response | None = Field(None, title="对履职申请的处理", examples=[None])
    disclosure: Disclosure | None = Field(None, title="信息公开答复", examples=[None])
    by_law: ByLaw | None = Field(None, title="其他法律规定的前置", examples=[None])
    groundless: Groundless | None = Field(
        None, title="受理后发现的驳回情形", description="受理以后才填写", examples=[None]
    )
    time: TimeFindingIn | None = Field(None, title="查明的申请期限事实", examples=[None])
    period_by_law: PeriodByLawIn | None = Field(
        None,
        title="法律规定的行政复议期限",
        description="法律规定少于六十日的，受理以前填写；视为受理的同样依其规定",
        examples=[None],
    )

    def seen(self) -> Examined:
        """What the domain takes of it."""
        said = {name: getattr(self, name) for name in type(self).model_fields}
        return Examined(**{name: said[name] for name in said.keys() - {"on", "text"}})
