"""审查证据: what is found of a piece, and what the law asks for (ARL 43, 46; ARR2026 47)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.conduct.inquiring import collection
from services.reconsideration.domain.conduct.parties import Side
from services.reconsideration.domain.conduct.proving import withheld
from services.reconsideration.domain.evidence import Piece
from services.reconsideration.domain.people_acts import refuse_failed
from services.reconsideration.domain.proving_acts import since_acceptance
from services.reconsideration.domain.saying import Norm
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.proving import EvidenceExamined, Examined
from shared.law.article import ARL, ARR2026
from shared.law.procedure import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """审查的认定 of a piece (ARL 43; ARR2026 47)."""

    examined: Examined
    asked_lawfully: bool | None = None
    excused: bool | None = None
    collected_on: date | None = None
    """查明的取得之日, where it is not the one that the respondent said."""


def examine(
    case: Case, head: Head, number: int, found: Finding, reason_id: UUID
) -> EvidenceExamined:
    """审查证据: true or not, and whether the law lets it be a basis (ARL 43, 46; ARR2026 47).

    Raises:
        Refused: There is no such piece, a draft that rests upon it has been submitted, or the law
            asks for another result.
    """
    piece = _piece(case, number)
    if piece.examined and case.drafted and case.drafted.submitted_on:
        raise Refused("拟稿已经送审，退回以后才可以另行审查", ARL[43].par(2))
    _check_collected(case, piece, found)
    _check_withheld(piece, found, head.on)
    if found.examined is Examined.CONCESSION and not ARR2026.in_force(head.on):
        raise Refused("2026年6月30日以前的条例没有关于调解中让步的规定", ARL[43].par(2))
    return EvidenceExamined(
        head=head,
        evidence=number,
        examined=found.examined,
        asked_lawfully=found.asked_lawfully,
        excused=found.excused,
        collected_on=found.collected_on,
        reason_id=reason_id,
    )


def _piece(case: Case, number: int) -> Piece:
    piece = case.evidence.piece(number)
    if piece is None:
        raise Refused(f"证据目录中没有第{number}号证据", ARL[43].par(1))
    return piece


def _check_collected(case: Case, piece: Piece, found: Finding) -> None:
    """自行收集 since acceptance without leave; which day it was is for the body to find."""
    day, examined = found.collected_on, found.examined
    theirs = piece.standing is Standing.RESPONDENT
    if day and (not theirs or day > piece.submitted_on):
        raise Refused("查明的取得之日，是被申请人的证据的，不晚于提交之日", ARL[46].par(1))
    since = since_acceptance(case, day or piece.collected_on)
    own = theirs and since and not piece.supplements
    if examined is Examined.SELF_COLLECTED and not own:
        text = "不是被申请人在复议期间自行收集的证据；查明的取得之日与其所称不同的，应当写明"
        raise Refused(text, ARL[46].par(1))
    if examined is Examined.TRUE and own:
        ruling = collection(
            Side.RESPONDENT, piece.submitted_on, persons=None, shown=None, appraiser=None
        )
        refuse_failed(ruling, ARL[46].par(1))


_OUGHT = {Standing.APPLICANT, Standing.THIRD}
"""Of whom evidence can have been asked before (ARR2026 47)."""


def _check_withheld(piece: Piece, found: Finding, on: date) -> None:
    """What was not given when lawfully asked for is not adopted, and nothing else is left out so.

    Whoever says nothing of it has found that nobody asked for it before.
    """
    bars = found.examined is Examined.WITHHELD
    if piece.standing not in _OUGHT:
        if bars:
            raise Refused("只有申请人、第三人在行政程序中未提供的证据才不予采纳", ARR2026[47])
        return
    asked = bool(found.asked_lawfully)
    ruling = withheld(on, asked_lawfully=asked, excused=found.excused)
    if bars and ruling.norm is not Norm.BARRED:
        article = ARR2026[47] if ARR2026.in_force(on) else ARL[43].par(2)
        raise Refused(f"不具备不予采纳的条件：{ruling.says.removesuffix('。')}", article)
    if found.examined is Examined.TRUE and ruling.norm is Norm.BARRED:
        raise Refused(ruling.says.removesuffix("。"), ARR2026[47])
