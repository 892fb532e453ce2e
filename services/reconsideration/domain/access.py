"""查阅、复制: who may read the file, what of it, and what is redacted (ARL 47; ARR2026 49)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.conduct.inquiring import file_access
from services.reconsideration.domain.conduct.parties import Side
from services.reconsideration.domain.evidence import Granted
from services.reconsideration.domain.saying import Norm
from services.reconsideration.domain.standing import Persons, speaks_for
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.access import (
    FileAccessGranted,
    FileAccessRequested,
    Withheld,
)
from shared.contracts.reconsideration.people import Power
from shared.law.article import ARL
from shared.law.online import hand_in
from shared.law.procedure import Refused


def side_of(case: Case, person_id: UUID, on: date) -> Side | None:
    """As what somebody may read: applicant, third person, or agent of one of them in its term."""
    if person_id in case.applicants:
        return Side.APPLICANT
    if person_id in case.participants.third_ids:
        return Side.THIRD_PARTY
    for one in case.participants.agents:
        if one.agent_id == person_id and one.may(Power.ACT, on):
            return Side.RESPONDENT if one.standing is Standing.RESPONDENT else Side.AGENT
    return None


def ask(
    case: Case, head: Head, reader: UUID | None, text_id: UUID, persons: Persons = None
) -> FileAccessRequested:
    """申请查阅、复制; `persons` are those of a party that does it itself (ARL 47).

    Raises:
        Refused: It is none of those who may read, or it has asked already.
    """
    if persons is not None:
        reader = next((one for one in sorted(persons) if side_of(case, one, head.on)), None)
        hand_in(head)
    reader = check_reader(case, reader, head.on)
    if any(one.reader == reader for one in case.evidence.access_asked):
        raise Refused("已经申请查阅、复制，尚未答复", ARL[47])
    return FileAccessRequested(head=head, reader=reader, text_id=text_id)


def grant(
    case: Case,
    head: Head,
    reader: UUID | None,
    withheld: Sequence[Withheld],
    attachments: tuple[str, ...],
) -> FileAccessGranted:
    """同意查阅、复制: everything but what the law excepts (ARL 47).

    Args:
        case: The file.
        head: Head of the new page.
        reader: Who asked; the only one if none is named.
        withheld: What is not shown as it is, each with its ground.
        attachments: Redacted copies, by SHA-256.

    Raises:
        Refused: Nobody has asked, several have and none is named, nothing of the respondent is on
            file, or something is kept back that is not on file or that no ground excepts.
    """
    asked = [one for one in case.evidence.access_asked if side_of(case, one.reader, head.on)]
    waiting = [one for one in asked if reader in (None, one.reader)]
    if len(waiting) != 1:
        text = "有数人申请查阅，应当写明同意谁的申请" if waiting else "没有尚未答复的查阅申请"
        raise Refused(text, ARL[47])
    if not case.has_to_read:
        raise Refused("被申请人尚未提出书面答复和证据，没有可以查阅的材料", ARL[47])
    evidences, replied = case.evidence.of_respondent, bool(case.replies)
    on_file = {*evidences, *([0] if replied else [])}
    if not on_file.issuperset(one.evidence for one in withheld):
        raise Refused("不予查阅的不是被申请人提出的书面答复或者证据", ARL[47])
    check_grant(case, waiting[0].reader, withheld, head.on)
    return FileAccessGranted(
        head=head,
        reader=waiting[0].reader,
        reply=replied,
        evidences=evidences,
        withheld=tuple(withheld),
        attachments=attachments,
    )


def reply_of(case: Case, organ: str | None) -> UUID | None:
    """哪一份书面答复: the respondent's; the only one on file, if none is named (ARL 19, 47).

    Raises:
        Refused: There are several and none is named, or this one has not replied.
    """
    if organ is None and len(case.replies) > 1:
        raise Refused("有数份书面答复，应当写明不予查阅的是哪一个被申请人的", ARL[47])
    if organ is None:
        return next(iter(case.replies), None)
    given = {case.respondent: case.evidence.reply_id}
    given |= {one.organ: one.reply_id for one in case.joint}
    if (found := given.get(organ)) is None:
        raise Refused("该机关不是本案的被申请人，或者没有提出书面答复", ARL[47])
    return found


def check_reader(case: Case, reader: UUID | None, on: date) -> UUID:
    """可以查阅的人: applicant, third person, or an agent of theirs (ARL 47).

    Raises:
        Refused: It is none of them.
    """
    side = side_of(case, reader, on) if reader else None
    if reader is None or side is None or file_access(side, None, on).norm is Norm.SILENT:
        raise Refused("可以查阅、复制的是申请人、第三人及其委托代理人", ARL[47])
    return reader


def check_grant(case: Case, reader: UUID, withheld: Sequence[Withheld], on: date) -> None:
    """只有法定的情形除外: each thing that is kept back has its ground (ARL 47).

    Raises:
        Refused: One has none, or it is nobody who may read.
    """
    side = side_of(case, check_reader(case, reader, on), on) or Side.APPLICANT
    for one in withheld:
        if file_access(side, one.excepted, on).norm is not Norm.BARRED:
            raise Refused("没有法定例外的，行政复议机构应当同意查阅、复制", ARL[47])


@dataclass(frozen=True, slots=True, kw_only=True)
class Readable:
    """可以查阅的材料: one paper, with what is attached to it."""

    evidence: int
    """证据编号; nought for the written reply and for redacted copies."""
    document_id: UUID | None
    """None where only attachments are read."""
    redacted: bool = False
    attachments: tuple[str, ...] = ()


def readable(case: Case, persons: frozenset[UUID], on: date) -> tuple[Readable, ...]:
    """What these persons may read on a day: what was granted to them or to whom they stand for.

    An agent whose term is over reads nothing any more (ARL 17).
    """
    known = frozenset(one for one in persons if side_of(case, one, on))
    mine = speaks_for(case, known, on) or frozenset()
    grants = (one for one in case.evidence.granted if one.reader in mine)
    found = (one for grant in grants for one in _shown(case, grant))
    return tuple(dict.fromkeys(found))


def _shown(case: Case, granted: Granted) -> Iterator[Readable]:
    kept = {(one.evidence, one.reply_id): one for one in granted.withheld}
    replies = (granted.reply_id, *granted.joint_replies)
    papers = ((0, one, ()) for one in replies if one)
    pieces = (case.evidence.piece(number) for number in granted.evidences)
    for number, paper_id, attached in (
        *papers,
        *((one.number, one.shows_id, one.attachments) for one in pieces if one),
    ):
        back = kept.get((number, None)) or kept.get((number, paper_id))
        if back is None:
            yield Readable(evidence=number, document_id=paper_id, attachments=attached)
        elif redacted_id := back.redacted_id:
            yield Readable(evidence=number, document_id=redacted_id, redacted=True)
    if granted.attachments:
        yield Readable(evidence=0, document_id=None, redacted=True, attachments=granted.attachments)
