"""Requests of authorities that decide together 共同作出行政复议决定 (ARR2026 32; RULES 155)."""

from typing import Annotated, Final

from pydantic import BaseModel, Field

from services.reconsideration.schemas.drafting import ApprovalIn
from services.reconsideration.schemas.fields import Dated, Reasoned, Text
from shared.contracts.reconsideration.co_deciding import Countersign
from shared.frame.forms import Chosen

Name = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^\S+$")]
"""An authority by its code, or by name where the directory has none."""
Other = Annotated[Name, Chosen("uncalled", "没有尚待通知共同办理的机关。")]
"""One that is to be called in."""
A_CALLED: Final = Chosen("co_authorities", "还没有通知其他机关共同办理。")
Called = Annotated[Name, A_CALLED]
"""One that was."""


class CoAuthorityIn(Dated):
    """通知共同办理 (ARR2026 32)."""

    organ: Other = Field(title="共同作出决定的行政复议机关", examples=["620700-shuishou"])
    text: Text = Field(
        title="共同办理的函正文",
        examples=["本案由本机关受理，请与本机关共同作出行政复议决定。"],
    )


class CoAuthorityReleaseIn(Reasoned):
    """不再共同办理 (RULES 155)."""

    organ: Called = Field(title="不再共同办理的机关", examples=["620700-shuishou"])


class _OfOther(BaseModel):
    """Who says it, and of what."""

    countersign: Countersign = Field(
        Countersign.DECISION, title="会签的文书", examples=["decision"]
    )
    organ: Annotated[Name | None, A_CALLED] = Field(
        None,
        title="会签的机关",
        description="会签的机关自己记载的不填；办理本案的机关按其复函记载的填写",
        examples=["620700-shuishou"],
    )


class CountersignIn(_OfOther, ApprovalIn):
    """会签同意 (ARR2026 32; ARL 61)."""

    letter: Text | None = Field(
        None,
        title="会签的复函",
        description="办理本案的机关记载的必填，会签的机关自己记载的不填",
        examples=[None],
    )


class CountersignRefusalIn(_OfOther, Reasoned):
    """会签不同意 (RULES 155)."""
