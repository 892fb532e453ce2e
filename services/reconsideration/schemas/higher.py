"""Requests of elevation 提级审理 (ARL 38; ARR2026 40)."""

from datetime import date

from pydantic import Field

from services.reconsideration.schemas.fields import Code, Dated, Reasoned, Text
from shared.contracts.reconsideration.higher import Elevation, EndAbove


class ElevationRequestIn(Dated):
    """报请提级审理 (ARL 38)."""

    ground: Elevation = Field(title="提级审理的情形", examples=["novel"])
    text: Text = Field(
        title="提级审理请示正文", examples=["本案属于新类型案件，案情复杂，报请提级审理"]
    )


class ElevationIn(Dated):
    """决定提级审理 (ARL 38; ARR2026 40)."""

    ground: Elevation | None = Field(
        None,
        title="提级审理的情形",
        description="下级报请的，不填为报请的情形",
        examples=["public"],
    )
    organ: Code | None = Field(
        None,
        title="决定提级的上级行政复议机关",
        description="上级自己决定的不填；下级收到上级通知时填写",
        examples=["620700-government"],
    )
    text: Text = Field(
        title="提级审理通知书正文",
        description="通知下级行政复议机关，并书面告知当事人",
        examples=["本案由本机关提级审理，请于五个工作日内移送案件材料"],
    )


class ElevationDenialIn(Reasoned):
    """不予提级审理 (ARL 38)."""

    organ: Code | None = Field(
        None,
        title="不予提级的上级行政复议机关",
        description="上级自己决定的不填；下级收到上级答复时填写",
        examples=["620700-government"],
    )


class FileTransferIn(Dated):
    """移送案件材料 (ARR2026 40)."""

    text: Text = Field(title="案件材料移送清单", examples=["申请书、答复、证据目录，共一卷"])


class EndAboveIn(Dated):
    """上级办结提级案件 (ARR2026 40; RULES 118)."""

    end: EndAbove = Field(title="上级办结的方式", examples=["decided"])
    ended_on: date = Field(title="上级文书的日期", examples=["2026-09-10"])
    document_number: str = Field(
        title="上级文书的字号",
        min_length=1,
        max_length=100,
        examples=["甘政复决字〔2026〕12号"],
    )
    text: Text = Field(title="上级告知的办理结果", examples=["省政府已作出复议决定并送达各方。"])
