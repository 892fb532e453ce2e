"""What a whistle answers over HTTP, and a department's list of what it owes."""

from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from shared.contracts.intake import Risk
from shared.contracts.routing import Finding, Road, Rung, Tier, WhistleKind
from shared.web import FileOut

_CODE = "620702-zhujian"


class PartOut(BaseModel):
    """一个部门在哨中的情况."""

    model_config = ConfigDict(from_attributes=True)

    role: str = Field(default="", title="主办或者协办", examples=["lead"])
    finding: str = Field(default="", title="办理结果", examples=["solved"])
    late: list[str] = Field(default_factory=list, title="逾期事项", examples=[["check_in"]])
    objected: str = Field(
        default="", title="异议", description="refused 拒绝承办；其他为所指的部门"
    )
    asked: str = Field(default="", title="待批准的延期", examples=["3wd"])
    extended: bool = Field(default=False, title="是否已经用过延期")
    waiting: bool = Field(default=False, title="是否在等待当事人")
    visited: bool = Field(default=False, title="是否已到场")


class WhistleOut(FileOut):
    """哨."""

    whistle: WhistleKind = Field(title="哨的种类", examples=["daily"])
    tier: Tier = Field(title="紧急程度", examples=["ordinary"])
    centre: str = Field(title="承担的综治中心", examples=["620702100-centre"])
    level: Rung = Field(title="所处层级", examples=["township"])
    matter: str = Field(title="纠纷类型", examples=["linli"])
    place: str = Field(title="发生地", examples=["620702100"])
    road: Road | None = Field(title="途径", examples=["peoples_mediation"])
    risk: Risk = Field(title="风险等级", examples=["blue"])
    whistler: str = Field(title="吹哨单位", description="空为按规则吹哨", examples=[""])
    lead: str = Field(title="主办部门", examples=["620702-sifa"])
    tracks: dict[str, str] = Field(
        title="各部门所处环节",
        description="called 已召集，checked_in 已报到，answered 已反馈，done 已办结，"
        "objected 异议待裁定，ruled_out 已裁定不承办，informed 已知会",
        examples=[{"620702-sifa": "checked_in"}],
    )
    parts: dict[str, PartOut] = Field(title="各部门的情况")
    findings: dict[str, Finding] = Field(
        title="各部门的办理结果", examples=[{"620702-sifa": "solved"}]
    )
    attempts: int = Field(title="本轮回访次数", examples=[0])
    reopened: bool = Field(title="是否重新办理过", examples=[False])
    end: str = Field(
        title="结果",
        description="solved 已解决，handed_over 已移交，unsolved 未解决，withdrawn 已撤回，"
        "或者退哨原因",
        examples=[""],
    )


class PrecedentOut(FileOut):
    """权属先例."""

    matter: str = Field(title="纠纷类型", examples=["wuye"])
    county: str = Field(title="县区", examples=["620702"])
    department: str = Field(title="提出异议的部门", examples=[_CODE])
    upheld: bool = Field(title="是否裁定应当承办", examples=[False])
    instead: str = Field(title="改由承办的部门", examples=["620702-chengguan"])
    basis: str = Field(title="依据", examples=["职责清单第12项"])
    rulings: int = Field(title="裁定次数", examples=[1])


class OwedOut(BaseModel):
    """一件待办的哨."""

    model_config = ConfigDict(from_attributes=True)

    case_id: UUID = Field(title="案卷编号")
    dispute_id: UUID = Field(title="纠纷标识")
    number: str | None = Field(title="纠纷编号", examples=["620702-20261123-0000017-3"])
    matter: str = Field(title="纠纷类型", examples=["wuye"])
    place: str = Field(title="发生地", examples=["620702100"])
    tier: Tier = Field(title="紧急程度", examples=["urgent"])
    risk: Risk = Field(title="风险等级", examples=["blue"])
    role: str = Field(title="主办或者协办", examples=["lead"])
    standing: str = Field(title="所处环节", examples=["called"])
    duty: str | None = Field(title="最先到期的事项", examples=["check_in"])
    until: AwareDatetime | None = Field(
        title="到期时刻", description="停止计算或者没有在走的期限时为空"
    )
    late: list[str] = Field(title="逾期事项", examples=[[]])


class OwedCounts(BaseModel):
    """件数."""

    owed: int = Field(title="待办", examples=[12])
    to_check_in: int = Field(title="待报到", examples=[2])
    overdue: int = Field(title="有逾期", examples=[1])
    today: int = Field(title="今日到期", examples=[3])
    waiting: int = Field(title="停止计算", examples=[1])


class OwedList(BaseModel):
    """本部门待办的哨，先到期的在前."""

    items: list[OwedOut] = Field(title="本页")
    counts: OwedCounts = Field(title="件数")
    next: str | None = Field(title="下一页", description="作为 cursor 再次请求")
