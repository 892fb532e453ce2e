"""Facts of reading the file 查阅复制: asked for, and consented to (ARL 47; ARR2026 49)."""

from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from shared.contracts.fact import Fact


class Excepted(StrEnum):
    """What is not shown 不予查阅的情形, in the order of the law (ARL 47)."""

    NONE = "none"  # 没有
    STATE_SECRET = "state_secret"  # noqa: S105 - 国家秘密
    BUSINESS_SECRET = "business_secret"  # noqa: S105 - 商业秘密
    PRIVACY = "privacy"  # 个人隐私
    SAFETY = "safety"  # 可能危及国家安全、公共安全、社会稳定


class Withheld(BaseModel):
    """不予查阅的材料: one piece, or the reply, that is not shown as it is (ARL 47)."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    excepted: Excepted
    evidence: int = 0
    """证据编号; nought for a written reply."""
    reply_id: UUID | None = None
    """The written reply 书面答复; None, on pages of old, for that of every respondent."""
    organ: str = ""
    """Whose reply it is, where several respondents replied apart; empty of the only one."""
    reason_id: UUID
    redacted_id: UUID | None = None
    """Document 遮盖后的文本, which is read in its place; None where nothing of it can be shown."""


class FileAccessRequested(Fact):
    """申请查阅、复制: by an applicant, a third person or an agent of theirs (ARL 47)."""

    kind: Literal["reconsideration.file_access_requested.v1"] = (
        "reconsideration.file_access_requested.v1"
    )
    reader: UUID
    text_id: UUID
    """Document that says what is to be read and copied."""


class FileAccessGranted(Fact):
    """同意查阅、复制: all that the respondent handed in, but what the law excepts (ARL 47)."""

    kind: Literal["reconsideration.file_access_granted.v1"] = (
        "reconsideration.file_access_granted.v1"
    )
    reader: UUID
    reply: bool
    """Whether the written reply 书面答复 is on file and so can be read."""
    evidences: tuple[int, ...]
    """证据编号 of the respondent's pieces that were on file."""
    withheld: tuple[Withheld, ...] = ()
    attachments: tuple[str, ...] = ()
    """SHA-256 of redacted copies 遮盖后的副本, which are read in the place of withheld pieces."""
