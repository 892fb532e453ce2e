"""What the ladder 四级七天 is asked and answers over HTTP."""

from pydantic import Field

from services.routing.schemas.asked import In
from shared.contracts.intake import Risk
from shared.contracts.routing import Rung, Tier
from shared.frame.meanings import worded
from shared.web import FileOut


class TriedIn(In):
    """本级办理情况."""

    note: str = Field(
        title="办理情况",
        min_length=1,
        max_length=20_000,
        examples=["网格员上门三次，双方同意拆除围挡。"],
    )


class RiskIn(In):
    """风险定级."""

    risk: Risk = Field(title="风险等级", json_schema_extra=worded(Risk), examples=["red"])
    note: str = Field(
        title="定级理由", min_length=1, max_length=20_000, examples=["双方多次聚集，扬言冲突。"]
    )


class LadderOut(FileOut):
    """逐级化解的案卷."""

    level: Rung = Field(title="所处层级", examples=["village"])
    organ: str = Field(title="承担的综治中心", examples=["620702100-centre"])
    matter: str = Field(title="纠纷类型", examples=["linli"])
    place: str = Field(title="发生地", examples=["620702100"])
    tier: Tier = Field(title="紧急程度", examples=["ordinary"])
    risk: Risk = Field(title="风险等级", examples=["blue"])
    reported: bool = Field(title="红色风险是否已上报", examples=[False])
    held: bool = Field(title="是否停止计算（待回访、等待当事人）", examples=[False])
    on_taking: str = Field(
        title="着手办理后重新计算的期限",
        description="如 2wd；期限不自着手办理起算的、已经着手办理的为空",
        examples=[""],
    )
