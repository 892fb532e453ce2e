"""按名称选择: from what the forms of a case let one choose, people of the body and evidence."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.co_deciding import uncalled
from services.reconsideration.domain.evidence import Piece
from services.reconsideration.domain.letter import Letter, Letters, waiting
from services.reconsideration.domain.letter_acts import on_its_way, to_find, to_report
from services.reconsideration.domain.letter_acts import to_copy as letter_to_copy
from services.reconsideration.domain.recusal import at_work
from services.reconsideration.pages.served import refused, served, unserved
from services.reconsideration.pages.who import BODY
from services.reconsideration.queries.parties import number_of
from services.reconsideration.store import AFTERMATHS, CASES
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.proving import EvidenceKind, Examined
from shared.errors import Unknown
from shared.frame.choosing import Options
from shared.frame.meanings import meanings
from shared.law.wording import full
from shared.pages import Offer
from shared.sessions.posts import called_of, posts_at, said_of
from shared.work import Hub, Shelf

_KINDS, _SIDES, _RESULTS = meanings(EvidenceKind), meanings(Standing), meanings(Examined)


async def body(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """Everybody of the body 行政复议机构, by the posts with which they sign in."""
    del case_id
    posts = await posts_at(hub.pool, labels.get("authority", ""), BODY)
    return tuple((code, said_of(code, title)) for code, title in posts.items())


async def handlers(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """Those who handle the case, sit in its hearing, or inquired."""
    del labels
    try:
        case, _ = await hub.read(CASES, case_id)
    except Unknown:
        return ()
    there = at_work(case)
    names = await called_of(hub.pool, there)
    return tuple((code, names[code]) for code in there)


async def evidence(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """证据目录: each piece by number, kind, and who handed it in when."""
    del labels
    try:
        case, _ = await hub.read(CASES, case_id)
    except Unknown:
        return ()
    return tuple((str(one.number), piece_name(one)) for one in case.evidence.pieces)


_AGAINST_SEVERAL: Final[tuple[Shelf[Any], ...]] = (CASES, AFTERMATHS)
"""Files that may name several respondents."""


async def respondents(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """共同被申请人, the one named first in the first place; none where there is only one."""
    del labels
    for shelf in _AGAINST_SEVERAL:
        try:
            file, _ = await hub.read(shelf, case_id)
        except Unknown:
            continue
        organs = file.respondents if len(file.respondents) > 1 else ()
        return tuple((one, hub.directory.organ(one).name) for one in organs)
    return ()


async def beside_first(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """其他共同被申请人: all but the one named first; none where there is only one."""
    return (await respondents(hub, case_id, labels))[1:]


async def above_decision(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """上一级主管部门 above each respondent, which the decision is still copied to (ARL 79)."""
    del labels
    return await _above(hub, case_id, lambda file: file.to_copy)


async def above_letter(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """The same of the letter 意见书 that is to be copied above whom it went to."""
    del labels
    return await _above(hub, case_id, _letter_to)


def letters(of: Callable[[Aftermath], Letters]) -> Offer:
    """意见书、建议书 of which something is still to be said, the first issued first (ARL 76)."""

    async def offer(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
        del labels
        try:
            file, _ = await hub.read(AFTERMATHS, case_id)
        except Unknown:
            return ()
        return tuple((str(one.letter_id), letter_name(hub, file, one)) for one in of(file))

    return offer


def letter_name(hub: Hub, file: Aftermath, one: Letter) -> str:
    """Whose letter, of which day, which of that day, and whether its days are over."""
    every = file.recommendations if one in file.recommendations else file.letters
    same = [each for each in every if (each.organ, each.issued_on) == (one.organ, one.issued_on)]
    nth = f"，第{same.index(one) + 1}份" if len(same) > 1 else ""
    late = "，逾期未答复" if one.answer_by else "，逾期未报送"
    over = late if one.silent_on else ""
    return f"{hub.directory.organ(one.organ).name}（{full(one.issued_on)}制发{nth}{over}）"


def _letter_to(file: Aftermath) -> Sequence[str]:
    return list(dict.fromkeys(one.organ for one in letter_to_copy(file)))


async def _above(hub: Hub, case_id: UUID, owed: Callable[[Aftermath], Sequence[str]]) -> Options:
    """None where the directory does not know everybody's: whoever acts types it."""
    try:
        file, _ = await hub.read(AFTERMATHS, case_id)
    except Unknown:
        return ()
    below: dict[str, list[str]] = {}
    for one in owed(file):
        up = hub.directory.department_above(one)
        if up is None:
            return ()
        below.setdefault(up, []).append(hub.directory.organ(one).name)
    name = hub.directory.organ
    return tuple((up, f"{name(up).name}（{'、'.join(of)}）") for up, of in below.items())


async def joined(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """合并审理的其他案卷: each by its number and its respondents."""
    del labels
    try:
        case, _ = await hub.read(CASES, case_id)
        return await _cases(hub, case.joined)
    except Unknown:
        return ()


async def decided_with(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """合并作出决定的其他案卷, beside what follows one of them (ARR2026 43)."""
    del labels
    try:
        file, _ = await hub.read(AFTERMATHS, case_id)
        case = (await hub.read(CASES, file.about))[0] if file.about else None
        return await _cases(hub, case.decided_with if case else ())
    except Unknown:
        return ()


async def _cases(hub: Hub, case_ids: Iterable[UUID]) -> Options:
    found = []
    for one in case_ids:
        other, _ = await hub.read(CASES, one)
        number = await number_of(hub, other.dispute_id)
        names = "、".join(hub.directory.organ(organ).name for organ in other.respondents)
        found.append((str(one), f"{number}（{names}）"))
    return tuple(found)


async def uncalled_authorities(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """共同作出决定的机关 that are still to be called in (ARR2026 32)."""
    del labels
    try:
        case, _ = await hub.read(CASES, case_id)
    except Unknown:
        return ()
    return _named(hub, (one for each in uncalled(case, hub.directory) for one in each))


async def co_authorities(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """共同作出决定的机关 that were called in."""
    del labels
    try:
        case, _ = await hub.read(CASES, case_id)
    except Unknown:
        return ()
    return _named(hub, case.co_authorities)


def _named(hub: Hub, organs: Iterable[str]) -> Options:
    """By the names of the directory; one that it does not list is called by its own."""
    known = {one.code: one.name for one in hub.directory.organs()}
    return tuple((one, known.get(one, one)) for one in organs)


def piece_name(one: Piece) -> str:
    """What a piece is called where one chooses among them."""
    side = _SIDES[one.standing] if one.standing else "复议机构取得"
    result = f"，{_RESULTS[one.examined]}" if one.examined else ""
    return (
        f"第{one.number}号　{_KINDS[one.evidence_kind]}（{side}，{full(one.submitted_on)}{result}）"
    )


async def called(hub: Hub, cases: Iterable[Case]) -> Mapping[str, str]:
    """What those who handle these cases are called 承办人, by their codes."""
    return await called_of(hub.pool, {code for case in cases for code in case.reviewers})


OFFERS: Final[Mapping[str, Offer]] = {
    "above_decision": above_decision,
    "above_letter": above_letter,
    "beside_first": beside_first,
    "body": body,
    "co_authorities": co_authorities,
    "decided_with": decided_with,
    "handlers": handlers,
    "evidence": evidence,
    "joined": joined,
    "respondents": respondents,
    "refused": refused,
    "served": served,
    "unanswered": letters(lambda file: waiting(file.recommendations)),
    "uncopied": letters(letter_to_copy),
    "unfound": letters(to_find),
    "unreceived": letters(on_its_way),
    "unreported": letters(to_report),
    "uncalled": uncalled_authorities,
    "unserved": unserved,
}
"""By the words that the fields of these forms say."""
