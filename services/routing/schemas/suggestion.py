"""What the suggestions are asked and answer over HTTP."""

from datetime import date
from typing import Self

from pydantic import BaseModel, ConfigDict, Field

from services.routing.suggest import Suggested
from shared.contracts.intake import Risk


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
