"""按名称选择: members of a committee from whom its forms let one choose, by post."""

from collections.abc import Iterable, Mapping
from typing import Final
from uuid import UUID

from services.consultation.domain.case import Consultation
from services.consultation.domain.panel import vacated
from services.consultation.queries import candidates
from services.consultation.store import CONSULTATIONS, ROSTERS
from shared.errors import Unknown
from shared.frame.choosing import Options
from shared.pages import Offer
from shared.sessions.posts import called_of
from shared.work import Hub


async def panel(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """咨询小组的委员: who sits."""
    del labels
    case = await _consultation(hub, case_id)
    return await _called(hub, case.members if case else ())


async def contested(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """回避待决定的委员."""
    del labels
    case = await _consultation(hub, case_id)
    return await _called(hub, case.contested if case else ())


async def leaving(hub: Hub, case_id: UUID, labels: Mapping[str, str]) -> Options:
    """退出的委员: who sits, and whose place is empty since they were recused (RULES 71)."""
    del labels
    case = await _consultation(hub, case_id)
    return await _called(hub, (*case.members, *vacated(case)) if case else ())


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


async def _consultation(hub: Hub, case_id: UUID) -> Consultation | None:
    try:
        case, _ = await hub.read(CONSULTATIONS, case_id)
    except Unknown:
        return None
    return case


async def _called(hub: Hub, codes: Iterable[str]) -> Options:
    there = tuple(codes)
    names = await called_of(hub.pool, there)
    return tuple((one, names[one]) for one in there)


OFFERS: Final[Mapping[str, Offer]] = {
    "contested": contested,
    "leaving": leaving,
    "may_sit": may_sit,
    "panel": panel,
    "serving": serving,
}
"""By the words that the fields of these forms say."""
