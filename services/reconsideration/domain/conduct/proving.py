"""证据: its kinds, who proves what, evidence that comes late or was withheld (ARL 43 to 46, 70)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from services.reconsideration.domain.conduct.parties import Side
from services.reconsideration.domain.handling import replying
from services.reconsideration.domain.saying import Norm, Point, Ruling, every
from services.reconsideration.domain.sent import Sent, in_time, is_late
from shared.contracts.reconsideration.assigning import Track
from shared.contracts.reconsideration.proving import EvidenceKind, Proving
from shared.law.article import ARL, ARR2007, ARR2026
from shared.law.calendar import Calendar
from shared.law.course import Exclusion
from shared.law.proof import Proof

KINDS: Final = {
    EvidenceKind.DOCUMENT: "书证",
    EvidenceKind.OBJECT: "物证",
    EvidenceKind.RECORDING: "视听资料",
    EvidenceKind.ELECTRONIC: "电子数据",
    EvidenceKind.WITNESS: "证人证言",
    EvidenceKind.STATEMENT: "当事人的陈述",
    EvidenceKind.APPRAISAL: "鉴定意见",
    EvidenceKind.RECORD: "勘验笔录、现场笔录",
}


def burden(
    proving: Proving,
    *,
    kind: EvidenceKind | None,
    ex_officio: bool | None,
    excused: bool | None,
    prevented: bool | None,
) -> Ruling:
    """举证责任 (ARL 43, 44).

    Args:
        proving: What is to be proved.
        kind: The kind of evidence, if one is told.
        ex_officio: Whether the respondent had to act of its own motion.
        excused: Whether the applicant cannot provide it for a good reason.
        prevented: Whether it is the respondent's doing that damage cannot be proved.
    """
    side, point = _bearer(proving, bool(ex_officio), bool(excused), bool(prevented))
    points = [point]
    if kind:
        item = list(EvidenceKind).index(kind) + 1
        points.append(Point(f"属于{KINDS[kind]}", ARL[43].par(1, item)))
    points.append(Point("经行政复议机构审查属实，才能作为认定事实的根据", ARL[43].par(2)))
    values = {"bears": side.value if side else None}
    return Ruling(norm=Norm.MUST, says=f"{point.text}。", points=tuple(points), values=values)


def _bearer(
    proving: Proving,
    ex_officio: bool,  # noqa: FBT001 - three exceptions, by name at the only caller
    excused: bool,  # noqa: FBT001 - likewise
    prevented: bool,  # noqa: FBT001 - likewise
) -> tuple[Side | None, Point]:
    match proving:
        case Proving.LEGALITY:
            text = "被申请人对行政行为的合法性、适当性负有举证责任"
            return Side.RESPONDENT, Point(text, ARL[44].par(1))
        case Proving.REQUEST if ex_officio or excused:
            why = "应当依职权主动履行" if ex_officio else "申请人有正当理由不能提供"
            return None, Point(f"{why}的，申请人不必提供曾经要求履行的证据", ARL[44].par(2, 1))
        case Proving.REQUEST:
            text = "申请人应当提供曾经要求被申请人履行法定职责的证据"
            return Side.APPLICANT, Point(text, ARL[44].par(2, 1))
        case Proving.DAMAGE if prevented:
            text = "因被申请人原因导致无法举证的，由被申请人对损害负举证责任"
            return Side.RESPONDENT, Point(text, ARL[44].par(2, 2))
        case Proving.DAMAGE:
            text = "申请人应当提供受行政行为侵害而造成损害的证据"
            return Side.APPLICANT, Point(text, ARL[44].par(2, 2))
        case Proving.STATUTORY:
            text = "法律、法规规定由申请人提供证据的，申请人应当提供"
            return Side.APPLICANT, Point(text, ARL[44].par(2, 3))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """书面答复和举证 as they came in; None where that is not known."""

    track: Track
    copied_on: date | None
    """被申请人收到副本之日."""
    submitted_on: date | None
    """提出答复、证据之日."""
    new_reasons: bool | None
    """申请人、第三人提出了作出行为时没有提出的理由或者证据."""
    consented: bool | None
    """行政复议机构同意补充."""
    third_party_evidence: bool | None
    """涉及第三人合法权益，第三人提供了证据."""
    own_act: bool | None
    """申请原级行政复议."""
    sent: Sent | None = None
    """交邮之日, where it came by post (CPL 85)."""
    left_out: tuple[Exclusion, ...] = ()
    """中止的时间, which the days of the reply do not count (ARL 39)."""


_REPLIED: Final = {
    Norm.MUST: "被申请人应当在期限内提出书面答复并提交证据、依据。",
    Norm.MAY: "逾期但经行政复议机构同意，可以补充证据。",
    Norm.BARRED: "逾期提交而没有法定的例外，不得作为补充证据。",
    Norm.UNCLEAR: "须说明副本收到之日，才能判断是否逾期。",
}


def reply(said: Reply, on: date, calendar: Calendar) -> Ruling:
    """被申请人的答复和举证期限、逾期的后果与例外 (ARL 46, 48, 54, 70; ARR2026 41)."""
    proofs = tuple(replying(None, said.copied_on, said.track, calendar, said.left_out))
    last = proofs[0].reckoning.last_day if proofs else None
    came = said.submitted_on or (said.sent.on if said.sent else None)
    late = is_late(came, last, said.sent) if came and last else None
    excepted = every(said.new_reasons, said.consented)
    norm = _replied(late, excepted, said)
    values = {"reply_by": last.isoformat() if last else None, "late": late}
    says = "已经逾期，须说明有无补充证据的例外。" if late and excepted is None else _REPLIED[norm]
    return Ruling(
        norm=norm,
        says=says,
        points=tuple(_reply_points(said, on, proofs, late=late, excepted=excepted)),
        proofs=proofs,
        values=values,
    )


def _replied(late: bool | None, excepted: bool | None, said: Reply) -> Norm:  # noqa: FBT001 - found, not chosen
    if late is None:
        return Norm.UNCLEAR if said.submitted_on else Norm.MUST
    if not late:
        return Norm.MUST
    return {True: Norm.MAY, False: Norm.BARRED, None: Norm.UNCLEAR}[excepted]


def _reply_points(
    said: Reply,
    on: date,
    proofs: tuple[Proof, ...],
    *,
    late: bool | None,
    excepted: bool | None,
) -> Iterator[Point]:
    article = ARL[54].par(1) if said.track is Track.SIMPLIFIED else ARL[48]
    last = proofs[0].reckoning.last_day if proofs else None
    until = f"，最迟{last}" if last else ""
    met = None if late is None else not late
    yield Point(f"自收到副本之日起在期限内答复并提交证据、依据{until}", article, met)
    if said.sent and last:
        yield in_time(said.sent, last)
    if ARR2026.in_force(on):
        text = "答复应当就合法性、适当性和申请人的复议请求说明事实和理由"
        yield Point(text, ARR2026[41])
    if said.own_act:
        text = "原级行政复议由原承办的部门或者机构答复并提交证据"
        yield Point(text, ARR2026[42] if ARR2026.in_force(on) else ARR2007[36])
    text = "申请人、第三人提出作出行为时没有提出的理由或者证据，经机构同意，可以补充证据"
    yield Point(text, ARL[46].par(2), excepted)
    if late and not excepted:
        spared = said.third_party_evidence
        text = "不按期答复举证的，视为没有证据、依据"
        text += "；但是涉及第三人合法权益，第三人提供了证据的除外" if spared else ""
        yield Point(text, ARL[70], met=not spared)
    yield Point("法律没有规定申请人、第三人的举证期限", None)


def withheld(on: date, *, asked_lawfully: bool | None, excused: bool | None) -> Ruling:
    """行政程序中未提供、复议中才提供的证据 (ARR2026 47); the edition of 2007 has no such rule.

    Args:
        on: The day on which it is provided.
        asked_lawfully: Whether the respondent proves that it lawfully asked for it before.
        excused: Whether there was a good reason for not giving it.
    """
    checked = Point("其他证据经审查属实的，可以作为根据", ARL[43].par(2))
    if not ARR2026.in_force(on):
        text = "2026年6月30日以前的条例没有不予采纳的规定"
        return Ruling(norm=Norm.SILENT, says=f"{text}。", points=(Point(text, None), checked))
    text = "被申请人有证据证明在行政程序中依法要求提供"
    points = (
        Point(text, ARR2026[47], asked_lawfully),
        Point("没有正当理由未予提供", ARR2026[47], not excused),
        checked,
    )
    if excused or asked_lawfully is False:
        norm = Norm.MAY
    else:
        norm = Norm.UNCLEAR if asked_lawfully is None else Norm.BARRED
    return Ruling(norm=norm, says=_WITHHELD[norm], points=points)


_WITHHELD: Final = {
    Norm.BARRED: "行政复议机关不予采纳。",
    Norm.MAY: "可以采纳，须经审查属实。",
    Norm.UNCLEAR: "须说明被申请人能否证明在行政程序中依法要求提供。",
}
