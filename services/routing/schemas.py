"""What routing is asked and answers over HTTP."""

from datetime import date
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, computed_field

from services.routing.domain.triage import BY_NAME
from services.routing.suggest import Suggested
from shared.contracts.intake import Risk
from shared.contracts.routing import Compulsory, Finding, Road, Tier, WhistleKind
from shared.web import FileOut


class AnswerIn(BaseModel):
    """反馈的内容."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    finding: Finding = Field(
        title="办理结果",
        description="solved 已解决，partly 部分解决，not_solved 未解决",
        examples=["solved"],
    )
    opinion: str = Field(
        title="处理意见",
        description="查明的情况、采取的措施和理由",
        min_length=1,
        max_length=20_000,
        examples=["经现场核实，双方同意由物业修复漏水管道，三日内完工。"],
    )


class RoutingOut(FileOut):
    """分流案卷."""

    road: Road = Field(title="途径", examples=["reconsideration"])
    rule: str = Field(title="分流规则", examples=["act"])
    article: str = Field(title="依据", description="条文代码", examples=["ARL 11 item 1"])
    organs: tuple[str, ...] = Field(
        title="承办或者有管辖权的机关",
        description="法律规定几个机关均可受理的，由当事人选择",
        examples=[["620702-government"]],
    )
    compulsory: Compulsory = Field(
        title="复议前置",
        description="free 可选择，conditional 须查明，required 应当先复议",
        examples=["free"],
    )
    told_road: Road | None = Field(title="已告知的法定途径", examples=["reconsideration"])
    open_until: date | None = Field(title="申请期限届满日", examples=["2026-10-08"])
    sue_until: date | None = Field(title="直接起诉期限届满日", examples=["2027-02-03"])
    provisional: bool = Field(
        title="暂定", description="有关年度的放假安排尚未公布", examples=[False]
    )
    sue_provisional: bool = Field(
        title="起诉期限暂定", description="有关年度的放假安排尚未公布", examples=[False]
    )
    told_roads: tuple[Road, ...] = Field(
        title="已告知的各项途径", description="在走的期限见案卷", examples=[["reconsideration"]]
    )
    was: Road | None = Field(title="更正前的途径", examples=["peoples_mediation"])

    @computed_field(title="分流理由", examples=["对行政行为不服，可以申请行政复议"])  # type: ignore[prop-decorator]
    @property
    def reason(self) -> str:
        """Why, as the party reads it."""
        return "途径已经更正，理由见更正文书" if self.was else BY_NAME[self.rule].reason


class WhistleOut(FileOut):
    """哨."""

    whistle: WhistleKind = Field(title="哨的种类", examples=["daily"])
    tier: Tier = Field(title="紧急程度", examples=["ordinary"])
    centre: str = Field(title="吹哨的综治中心", examples=["620702100-centre"])
    matter: str = Field(title="纠纷类型", examples=["linli"])
    place: str = Field(title="发生地", examples=["620702100"])
    road: Road | None = Field(title="途径", examples=["peoples_mediation"])
    lead: str = Field(title="主办部门", examples=["620702-sifa"])
    tracks: dict[str, str] = Field(
        title="各部门所处环节",
        description="called 已召集，checked_in 已报到，answered 已反馈，informed 已知会",
        examples=[{"620702-sifa": "checked_in"}],
    )
    findings: dict[str, Finding] = Field(
        title="各部门的办理结果", examples=[{"620702-sifa": "solved"}]
    )


class SuggestionIn(BaseModel):
    """要求建议的内容；不保存."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, hide_input_in_errors=True)

    text: str = Field(
        title="来件内容", min_length=1, max_length=20_000, examples=["小区物业不公开停车费去向。"]
    )
    subject: str = Field(default="", title="来件主题", max_length=200, examples=["物业乱收费"])
    place: str | None = Field(
        default=None, title="发生地", description="区划代码；不填为全市", examples=["620702"]
    )


class _Told(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class MatterFoundOut(_Told):
    """可能的纠纷类型."""

    code: str = Field(title="纠纷类型代码", examples=["wuye"])
    name: str = Field(title="纠纷类型", examples=["物业服务纠纷"])
    words: tuple[str, ...] = Field(title="所据词语", examples=[["物业", "停车费"]])
    lead: str = Field(title="主办部门", examples=["620702-zhujian"])
    assist: tuple[str, ...] = Field(title="协办部门", examples=[["620702-chengguan"]])


class WeighedOut(_Told):
    """词语分量."""

    word: str = Field(title="来件中的词语", examples=["物业"])
    weight: float = Field(title="分量", description="正数为支持，负数为反对", examples=[0.21])


class SuggestionOut(_Told):
    """一项建议."""

    label: str = Field(title="类别", examples=["城乡建设"])
    probability: float = Field(title="把握", description="零至一，已经校准", examples=[0.87])
    matters: tuple[MatterFoundOut, ...] = Field(title="可能的纠纷类型")
    departments: tuple[str, ...] = Field(title="职责部门", examples=[["620702-zhujian"]])
    reasons_for: tuple[WeighedOut, ...] = Field(title="支持的词语")
    reasons_against: tuple[WeighedOut, ...] = Field(title="反对的词语")


class RiskFoundOut(_Told):
    """风险提示."""

    level: Risk = Field(title="风险等级", examples=["red"])
    reason: str = Field(title="理由", examples=["可能轻生或者自伤"])
    words: tuple[str, ...] = Field(title="来件中的词语", examples=[["跳楼"]])


class LearntOut(_Told):
    """模型的训练情况."""

    on: date = Field(title="训练日", examples=["2026-11-23"])
    rows: int = Field(title="训练件数", examples=[1200])
    macro_f1: float = Field(title="交叉验证宏平均 F1", examples=[0.76])
    accuracy: float = Field(title="首选正确率", examples=[0.8])


class SuggestedOut(_Told):
    """分类建议；仅供参考."""

    suggestions: tuple[SuggestionOut, ...] = Field(title="建议，最可能的在前")
    risks: tuple[RiskFoundOut, ...] = Field(title="风险提示")
    note: str = Field(title="说明", examples=["仅供参考，由工作人员决定"])
    model: str | None = Field(title="模型摘要", examples=[None])
    learnt: LearntOut | None = Field(title="模型的训练情况")

    @classmethod
    def of(cls, found: Suggested) -> Self:
        """The answer for what was suggested."""
        return cls.model_validate(found)
