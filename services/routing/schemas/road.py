"""What a routing file answers over HTTP."""

from datetime import date
from typing import Self

from pydantic import Field

from services.routing.rulebook import usual
from shared.contracts.routing import Compulsory, Road
from shared.law.casefile import CaseFile
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

    sue_provisional: bool = Field(
        title="起诉期限暂定", description="有关年度的放假安排尚未公布", examples=[False]
    )
    told_roads: tuple[Road, ...] = Field(
        title="已告知的各项途径", description="在走的期限见案卷", examples=[["reconsideration"]]
    )
    was: Road | None = Field(title="更正前的途径", examples=["peoples_mediation"])
    reason: str = Field(title="分流理由", examples=["对行政行为不服，可以申请行政复议"])
    rules: str = Field(
        title="规则簿版本", description="分流之日施行的一版", examples=["2026-01-01"]
    )

    @classmethod
    def of(cls, value: CaseFile) -> Self:
        """The answer for a file; one routed before pages kept their reason has the usual one."""
        told = super().of(value)
        if told.was:
            return told.model_copy(update={"reason": "途径已经更正，理由见更正文书"})
        if told.reason or (rule := usual().by_name.get(told.rule)) is None:
            return told
        return told.model_copy(update={"reason": rule.reason, "rules": usual().edition})
