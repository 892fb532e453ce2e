"""按名称选择: from what the forms of a case let one choose, people of the body and evidence."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from services.reconsideration.domain.evidence import Piece
from services.reconsideration.pages.served import unserved
from services.reconsideration.pages.who import BODY
from services.reconsideration.store import CASES
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.proving import EvidenceKind, Examined
from shared.errors import Unknown
from shared.frame.choosing import Options
from shared.frame.meanings import meanings
from shared.law.wording import full
from shared.pages import Offer
from shared.sessions.posts import posts_at, titles_of
from shared.work import Hub

_KINDS, _SIDES, _RESULTS = meanings(EvidenceKind), meanings(Standing), meanings(Examined)


async def body(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """Everybody of the body 行政复议机构, by the posts with which they sign in."""
    del case_id
    posts = await posts_at(hub.pool, labels.get("authority", ""), BODY)
    return tuple((code, said_of(code, title)) for code, title in posts.items())


async def handlers(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """Those who handle the case."""
    del labels
    try:
        case, _ = await hub.read(CASES, case_id)
    except Unknown:
        return ()
    titles = await titles_of(hub.pool, case.reviewers)
    return tuple((code, said_of(code, titles[code])) for code in case.reviewers)


async def evidence(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """证据目录: each piece by number, kind, and who handed it in when."""
    del labels
    try:
        case, _ = await hub.read(CASES, case_id)
    except Unknown:
        return ()
    return tuple((str(one.number), piece_name(one)) for one in case.evidence.pieces)


async def joined(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """合并审理的其他案卷: each by its number and its respondents."""
    del labels
    found = []
    try:
        case, _ = await hub.read(CASES, case_id)
        for one in case.joined:
            other, said = await hub.read(CASES, one)
            names = "、".join(hub.directory.organ(organ).name for organ in other.respondents)
            found.append((str(one), f"{said.get('number', '')}（{names}）"))
    except Unknown:
        return ()
    return tuple(found)


def piece_name(one: Piece) -> str:
    """What a piece is called where one chooses among them."""
    side = _SIDES[one.standing] if one.standing else "复议机构取得"
    result = f"，{_RESULTS[one.examined]}" if one.examined else ""
    return (
        f"第{one.number}号　{_KINDS[one.evidence_kind]}（{side}，{full(one.submitted_on)}{result}）"
    )


def said_of(code: str, title: str) -> str:
    """A post by what it is called, with its code; the code alone where nobody says more."""
    return f"{title}（{code}）" if title != code else code


OFFERS: Final[Mapping[str, Offer]] = {
    "body": body,
    "handlers": handlers,
    "evidence": evidence,
    "joined": joined,
    "unserved": unserved,
}
"""By the words that the fields of these forms say."""
