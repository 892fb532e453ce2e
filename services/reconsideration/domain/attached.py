"""附带审查: which documents may be attacked with an act, and who deals with them (ARL 13, 56)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from services.reconsideration.domain.saying import Point
from shared.contracts.reconsideration.attached import Document
from shared.law.article import ARL, ARR2026, Article, arr


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


def competence(document: Document, issuer: str, authority: str, above: Collection[str]) -> Point:
    """有权处理: its own documents, and those of organs under it (ARL 56, 57).

    A rule 规章 no applicant may attack (ARL 13); an authority that doubts one deals with it only
    where it made it. Who else may deal with whose rules other laws say, not this one [D].

    The statute does not say who may deal with which document; a government may undo what its
    departments and the governments under it decide, and nobody at its own level or above [D].

    Args:
        document: What is reviewed.
        issuer: Organ code of who made it.
        authority: Organ code of the authority 行政复议机关.
        above: The organs above the issuer; none where the directory does not know it.
    """
    if document is Document.RULE and issuer == authority:
        return Point("规章由本机关制定，本机关有权处理", ARL[57], met=True)
    if document not in _UPWARD:
        return Point(
            "其他机关的规章和法律、法规由有权的国家机关处理，本机关应当转送", ARL[57], met=False
        )
    if issuer == authority or authority in above:
        return Point("制定机关是本机关或者本机关的下级，本机关有权处理", ARL[56], met=True)
    return Point("制定机关不是本机关或者本机关的下级，本机关无权处理，应当转送", ARL[56], met=False)
