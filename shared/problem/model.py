"""The form of a problem 问题说明 (RFC 9457), with its article, fields or roles."""

from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

MEDIA_TYPE: Final = "application/problem+json"

Place = Literal["body", "query", "path", "header", "cookie"]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class Cited(_Part):
    """法律依据: the article that says no."""

    code: str = Field(title="条文代号", examples=["ARL 62(1)"])
    """条文代号, as rows and messages cite it."""
    text: str = Field(title="条文", examples=["《行政复议法》第62条第1款"])
    """条文, as people cite it."""


class FieldFault(_Part):
    """字段错误: what is wrong with one field."""

    place: Place = Field(title="位置", examples=["body"])
    """位置: in which part of the request the field stands."""
    pointer: str = Field(title="指针", examples=["#/parties/0/name"])
    """指针: JSON pointer to the field in the body; elsewhere `#/` and its name."""
    title: str = Field(title="字段名称", examples=["当事人第1项·姓名"])
    """字段名称, as the form calls it."""
    message: str = Field(title="说明", examples=["必须填写"])
    """说明: what is asked for."""
    changes: str = Field(default="", title="影响", examples=["申请期限由此起算"])
    """影响: what the field would change, where a question about the law asks for it."""


class Needed(_Part):
    """所需角色: a role that would do."""

    role: str = Field(title="角色代号", examples=["reconsideration_head"])
    """角色代号."""
    term: str = Field(title="角色", examples=["行政复议机构负责人"])
    """角色."""


class Problem(_Part):
    """问题说明: why there is no answer to what was asked."""

    type: str = Field(title="类型", examples=["urn:hub:problem:refused"])
    """类型: the same for the same kind of problem."""
    title: str = Field(title="标题", examples=["依法不予准许"])
    """标题."""
    status: int = Field(title="状态码", examples=[409])
    """状态码 of HTTP."""
    detail: str = Field(title="说明", examples=["案卷处于“已结案”状态，不得作出行政复议决定"])
    """说明: what stands in the way here."""
    instance: str = Field(title="请求路径", examples=["/reconsiderations/…/draft"])
    """请求路径, without its query."""
    article: Cited | None = None
    """法律依据, when the law says no."""
    fields: tuple[FieldFault, ...] = ()
    """逐项说明, when fields are wrong."""
    needed: tuple[Needed, ...] = ()
    """所需角色, when a right is missing."""
