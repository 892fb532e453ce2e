"""What routing is asked and answers over HTTP."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field, computed_field

from services.routing.domain.triage import BY_NAME
from shared.contracts.intake import Urgency
from shared.contracts.routing import Compulsory, Finding, Road, WhistleKind
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

    @computed_field(title="分流理由", examples=["对行政行为不服，可以申请行政复议"])  # type: ignore[prop-decorator]
    @property
    def reason(self) -> str:
        """Why, as the party reads it."""
        return BY_NAME[self.rule].reason


class WhistleOut(FileOut):
    """哨."""

    whistle: WhistleKind = Field(title="哨的种类", examples=["daily"])
    tier: Urgency = Field(title="紧急程度", examples=["ordinary"])
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
