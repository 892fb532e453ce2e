"""附带审查: which documents may be attacked together with an act (ARL 13; ARR2026 53)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from shared.law.article import ARL, ARR2026, Article, arr


class Document(StrEnum):
    """The document on which the act rests 所依据的规范性文件."""

    MINISTRY = "ministry"  # 国务院部门的规范性文件
    LOCAL = "local"  # 县级以上地方政府及其部门的规范性文件
    TOWN = "town"  # 乡、镇政府的规范性文件
    AUTHORISED = "authorised"  # 授权组织的规范性文件
    RULE = "rule"  # 规章
    LAW = "law"  # 法律、法规


@dataclass(frozen=True, slots=True)
class Attachment:
    """Whether it may be attached, why, and by which provision."""

    may: bool
    because: str
    article: Article


_UPWARD: Final = (Document.MINISTRY, Document.LOCAL, Document.TOWN, Document.AUTHORISED)


def attach(document: Document, on: date, *, later: bool, decided: bool) -> Attachment:
    """一并提出附带审查申请 (ARL 13; ARR2026 53; ARR2007 26).

    Args:
        document: What is attacked.
        on: The day of the request.
        later: Whether it comes after the application, because the document was not known then.
        decided: Whether the reconsideration has been decided already.
    """
    if document not in _UPWARD:
        because = "规章和法律、法规不能附带审查，规章的审查依照法律、行政法规办理"
        return Attachment(may=False, because=because, article=ARL[13].par(2))
    if not later:
        article = ARL[13].par(1, _UPWARD.index(document) + 1)
        return Attachment(may=True, because="可以一并申请附带审查", article=article)
    edition = arr(on)
    article = edition[53].par(1) if edition is ARR2026 else edition[26]
    if decided:
        return Attachment(may=False, because="行政复议决定作出后不能再提出", article=article)
    because = "申请时尚不知道该文件的，可以在行政复议决定作出前提出"
    return Attachment(may=True, because=because, article=article)
