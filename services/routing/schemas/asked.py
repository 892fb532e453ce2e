"""What is asked of a whistle over HTTP, by whistlers, departments and centres."""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field

from shared.contracts.routing import Chair, Finding, ReturnReason, Rung, Tier, WhistleKind
from shared.frame.forms import Files
from shared.frame.meanings import worded
from shared.law.written import code_of

_CODE = "620702-zhujian"


class In(BaseModel):
    """What is sent; a field that nobody knows is a fault."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


def _text(title: str, example: str, description: str = "") -> str:
    """A text that must be there."""
    made: str = Field(
        title=title,
        description=description or None,
        min_length=1,
        max_length=20_000,
        examples=[example],
    )
    return made


class WantedIn(In):
    """要召集的部门和任务."""

    department: str = Field(title="部门", min_length=1, max_length=64, examples=[_CODE])
    task: str = Field(
        default="", title="任务", max_length=20_000, examples=["核实漏水点并责成物业维修"]
    )


class HotSpotWhistleIn(In):
    """为热点吹哨."""

    tier: Tier = Field(
        default=Tier.COMPLEX,
        title="紧急程度",
        json_schema_extra=worded(Tier),
        examples=["complex"],
    )
    lead: WantedIn | None = Field(
        default=None,
        title="主办部门",
        description="不填按职责清单",
        examples=[{"department": _CODE, "task": "查明各件的共同原因"}],
    )
    assist: list[WantedIn] = Field(
        default_factory=list,
        title="协办部门",
        max_length=30,
        examples=[[{"department": "620702-chengguan", "task": "核实现场"}]],
    )
    text: str = _text("吹哨事由", "近四周同一小区九件反映电梯停运，请合并核实。")


class AskIn(In):
    """请求吹哨."""

    dispute_id: UUID = Field(title="纠纷标识", examples=["7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"])
    level: Rung = Field(
        default=Rung.TOWNSHIP,
        title="吹哨层级",
        json_schema_extra=worded(Rung),
        examples=["township"],
    )
    tier: Tier = Field(
        default=Tier.ORDINARY,
        title="紧急程度",
        json_schema_extra=worded(Tier),
        examples=["ordinary"],
    )
    kind: WhistleKind | None = Field(
        default=None,
        title="哨的种类",
        description="不填按紧急程度和部门数确定",
        examples=["daily"],
    )
    whistler: str = Field(
        default="",
        title="吹哨单位",
        description="代村（社区）、部门吹哨的，填该单位；不填为本机构",
        max_length=64,
        examples=["620702100-mediation"],
    )
    lead: WantedIn | None = Field(
        default=None,
        title="主办部门",
        description="不填按职责清单",
        examples=[{"department": _CODE, "task": "核实漏水点"}],
    )
    assist: list[WantedIn] = Field(
        default_factory=list,
        title="协办部门",
        max_length=30,
        examples=[[{"department": "620702-chengguan", "task": "查明是否违法建设"}]],
    )
    inform: list[str] = Field(
        default_factory=list, title="知会部门", max_length=30, examples=[["620702-gongan"]]
    )
    text: str = _text("吹哨事由", "三号楼地下车库漏水，物业与开发商相互推诿，请召集核实。")


class ReturnIn(In):
    """退哨."""

    reason: ReturnReason = Field(
        title="退哨原因", json_schema_extra=worded(ReturnReason), examples=["false"]
    )
    text: str = _text("退哨说明", "现场核实没有所述漏水。")


Digest = Annotated[str, Field(description="已经上传的附件的 SHA-256，64 位小写十六进制")]


class CallIn(WantedIn):
    """召回或者增加召集的部门."""


class VisitIn(In):
    """现场记录."""

    record: str = _text("现场记录", "王某、李某到场，地下车库负一层，漏水点两处，已拍照。")
    pictures: Annotated[list[Digest], Files()] = Field(
        default_factory=list,
        title="照片",
        description="现场照片",
        max_length=50,
        examples=[["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"]],
    )
    at: AwareDatetime | None = Field(
        default=None,
        title="到场时间",
        description="不填为现在",
        examples=["2026-11-23T10:30:00+08:00"],
    )


class AnswerIn(In):
    """反馈的内容."""

    finding: Finding = Field(
        title="办理结果",
        json_schema_extra=worded(Finding),
        examples=["solved"],
    )
    opinion: str = _text(
        "处理意见",
        "经现场核实，双方同意由物业修复漏水管道，三日内完工。",
        "查明的情况、采取的措施和理由",
    )


class ProgressIn(In):
    """阶段反馈的内容."""

    report: str = _text("阶段结果和理由", "已关闭漏水管段；更换管道须停水，定于下周二。")


class FinishIn(In):
    """办结依据."""

    evidence: str = _text("办结依据", "维修验收单、双方签字的确认书。")
    attachments: Annotated[list[Digest], Files()] = Field(
        default_factory=list,
        title="附件",
        description="照片、扫描件",
        max_length=50,
        examples=[["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"]],
    )


class RefusalIn(In):
    """拒绝承办."""

    basis: str = Field(
        title="法律依据", min_length=1, max_length=500, examples=["《物业管理条例》第46条"]
    )
    reason: str = _text("理由", "该小区尚在保修期，属于建设单位责任。")


class DisputeIn(RefusalIn):
    """权属异议."""

    competent: str = Field(
        title="认为应当承办的部门", min_length=1, max_length=64, examples=["620702-chengguan"]
    )


class WaitIn(In):
    """等待当事人."""

    what: str = _text("等待事项", "等待当事人提交购房合同。")


class ExtensionIn(In):
    """申请延期."""

    more: Annotated[
        Annotated[str, Field(pattern=r"^[1-9]\d{0,2}wd$")],
        BeforeValidator(code_of, json_schema_input_type=str),
    ] = Field(title="延长的期间", description="以工作日计，如“3个工作日”", examples=["3个工作日"])
    reason: str = _text("理由", "检测机构出具报告需要三个工作日。")


class ApprovalIn(In):
    """延期的决定."""

    department: str = Field(title="部门", min_length=1, max_length=64, examples=[_CODE])
    granted: bool = Field(title="是否批准", examples=[True])
    reason: str = Field(
        default="",
        title="理由",
        description="不予延期的应当写明",
        max_length=20_000,
        examples=["现有材料已经足够。"],
    )


class RulingIn(In):
    """权属裁定."""

    department: str = Field(title="部门", min_length=1, max_length=64, examples=[_CODE])
    upheld: bool = Field(title="是否应当承办", examples=[False])
    instead: str = Field(
        default="",
        title="改由何部门承办",
        description="裁定主办部门不承办的应当填写",
        max_length=64,
        examples=["620702-chengguan"],
    )
    basis: str = Field(title="依据", min_length=1, max_length=500, examples=["职责清单第12项"])
    reason: str = _text("裁定理由", "违法建设由城市管理部门查处。")


class MeetingIn(In):
    """联合会商."""

    departments: list[str] = Field(
        title="参加的部门", min_length=1, max_length=60, examples=[[_CODE]]
    )
    minutes: str = _text("会商纪要", "各部门同意由住建局牵头，三日内完成检测。")
    chair: Chair = Field(
        default=Chair.CENTRE,
        title="主持",
        description="不填为综治中心",
        json_schema_extra=worded(Chair),
        examples=["leader"],
    )
    heads: list[str] = Field(
        default=[], title="负责人到场的部门", max_length=60, examples=[[_CODE]]
    )
    plan: str = Field(
        default="", title="办理方案", max_length=20_000, examples=["住建局三日内检测。"]
    )


class PlanIn(In):
    """联合方案."""

    departments: list[str] = Field(
        title="承担任务的部门", min_length=1, max_length=60, examples=[[_CODE]]
    )
    plan: str = _text("办理方案", "住建局三日内检测，物业七日内维修，综治中心回访。")


class CallbackIn(In):
    """回访结果."""

    reached: bool = Field(title="是否联系到当事人", examples=[True])
    solved: bool | None = Field(default=None, title="是否解决", examples=[True])
    satisfied: bool | None = Field(default=None, title="是否满意", examples=[True])
    note: str = Field(
        default="", title="回访记录", max_length=20_000, examples=["当事人表示已经修好。"]
    )
    again: list[str] | None = Field(
        default=None,
        title="再次办理的协办部门",
        description="不满意的，主办部门之外还须再次办理的部门；不填为全部已经反馈的协办部门，"
        "空表示只由主办部门办理",
        max_length=30,
        examples=[None],
    )
