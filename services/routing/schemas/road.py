"""What a routing file answers over HTTP."""

from datetime import date

from pydantic import Field, computed_field

from services.routing.domain.triage import BY_NAME
from shared.contracts.routing import Compulsory, Road
from shared.web import FileOut


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
