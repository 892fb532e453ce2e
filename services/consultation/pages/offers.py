"""按名称选择: members of a committee from whom its forms let one choose, by post."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from uuid import UUID

from services.consultation.domain.case import Consultation
from services.consultation.domain.panel import vacated, why_bound, why_stays
from services.consultation.domain.roster import Roster
from services.consultation.queries import candidates, tied
from services.consultation.store import CONSULTATIONS, ROSTERS, roster_of
from shared.auth import Role
from shared.errors import Unknown
from shared.frame.choosing import Options
from shared.pages import Offer
from shared.sessions.posts import called_of, posts_at
from shared.work import Hub

MEMBERS: Final = "members"
"""委员: said by the field in which one is put on the roster."""


async def panel(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """可以提出回避的委员: who sits, and whose recusal does not wait already (RULES 72)."""
    del labels
    case = await _consultation(hub, case_id)
    return await _called(hub, _uncontested(case) if case else ())


async def speaking(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """可以表示意见的委员: who sits, and nothing binds to the case (RULES 72, 73)."""
    del labels
    case = await _consultation(hub, case_id)
    roster = await _roster(hub, case) if case else None
    if case is None or roster is None:
        return ()
    bound = await tied(hub, case)
    free = (one for one in _uncontested(case) if not why_bound(case, roster, one, bound))
    return await _called(hub, free)


async def contested(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """回避待决定的委员."""
    del labels
    case = await _consultation(hub, case_id)
    return await _called(hub, case.contested if case else ())


async def leaving(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """退出的委员: who sits and may leave, and whose place is empty since they were recused.

    Whoever has spoken stays, and so does one whose recusal waits (RULES 71 to 73).
    """
    del labels
    case = await _consultation(hub, case_id)
    roster = await _roster(hub, case) if case else None
    if case is None or roster is None:
        return ()
    there = (*case.members, *vacated(case))
    return await _called(hub, (one for one in there if not why_stays(case, roster, one)))


async def may_sit(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """可以选定的委员 who do not sit, in the order in which they are drawn (RULES 71, 72)."""
    del labels
    case = await _consultation(hub, case_id)
    if case is None:
        return ()
    try:
        found = await candidates(hub, case, case.speciality)
    except Unknown:
        return ()
    gone = {*case.members, *case.recused}
    return await _called(hub, (o.code for o in found if o.refused is None and o.code not in gone))


async def serving(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """在册委员 of a committee."""
    del labels
    try:
        roster, _ = await hub.read(ROSTERS, case_id)
    except Unknown:
        return ()
    return await _called(hub, sorted(roster.serving))


async def members(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """可以登记的委员: whoever signs in as a member of the committee, and who is on its roster."""
    del labels
    try:
        roster, _ = await hub.read(ROSTERS, case_id)
    except Unknown:
        return ()
    return await members_of(hub, roster.committee, roster.experts)


async def members_of(hub: Hub, committee: str, known: Iterable[str] = ()) -> Options:
    """Those of a committee, by the posts with which they sign in; and `known`, who stay."""
    posts = await posts_at(hub.pool, committee, [Role.COMMITTEE])
    return await _called(hub, dict.fromkeys((*posts, *known)))


async def _consultation(hub: Hub, case_id: UUID) -> Consultation | None:
    try:
        case, _ = await hub.read(CONSULTATIONS, case_id)
    except Unknown:
        return None
    return case


async def _roster(hub: Hub, case: Consultation) -> Roster | None:
    """The roster of the committee that is asked; None while nobody was registered on it."""
    try:
        roster, _ = await hub.read(ROSTERS, roster_of(case.authority))
    except Unknown:
        return None
    return roster


def _uncontested(case: Consultation) -> Sequence[str]:
    return [one for one in case.members if one not in case.contested]


async def _called(hub: Hub, codes: Iterable[str]) -> Options:
    there = tuple(codes)
    names = await called_of(hub.pool, there)
    return tuple((one, names[one]) for one in there)


OFFERS: Final[Mapping[str, Offer]] = {
    "contested": contested,
    "leaving": leaving,
    "may_sit": may_sit,
    MEMBERS: members,
    "panel": panel,
    "serving": serving,
    "speaking": speaking,
}
"""By the words that the fields of these forms say."""
