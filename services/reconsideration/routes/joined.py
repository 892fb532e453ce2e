"""Which joined files an act at a door is about, so that all of them are locked at once."""

from collections.abc import Sequence
from contextlib import suppress
from uuid import UUID

from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.aftermath_table import IN_FORCE
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.ordinary import ON_HAND
from services.reconsideration.domain.together import files_of
from services.reconsideration.store import AFTERMATHS, CASES, aftermath_of, services_of
from shared.errors import Unknown
from shared.law.article import RULES
from shared.law.procedure import Refused
from shared.people import marks_of
from shared.web import Desk


async def drafted_together(desk: Desk, case: Case) -> list[UUID]:
    """The file, and those that its draft decides, too, as far as its authority has them."""
    found = [await _of(desk, case.authority, one) for one in files_of(case) if one != case.case_id]
    return [case.case_id, *(one.case_id for one in found if one)]


async def handled_with(desk: Desk, case: Case) -> list[Case]:
    """The cases that are joined with this one and still on hand at its authority."""
    found = [await _of(desk, case.authority, one) for one in case.joined]
    return [one for one in found if one and one.state in ON_HAND]


async def linked(desk: Desk, case_id: UUID, others: Sequence[UUID]) -> list[UUID]:
    """The cases that come to be handled together when these are joined: with all of theirs."""
    known = {one: await desk.read(CASES, one) for one in (case_id, *others)}
    new = list(known.values())
    while new:
        near = [one for case in new for one in await handled_with(desk, case)]
        new = [
            one for one in {one.case_id: one for one in near}.values() if one.case_id not in known
        ]
        known |= {one.case_id: one for one in new}
    return list(known)


async def known_by(desk: Desk, case_ids: Sequence[UUID]) -> dict[UUID, str]:
    """By which mark each applicant of these files is known, however often it was registered."""
    persons = [who for one in case_ids for who in (await desk.read(CASES, one)).applicants]
    return await marks_of(desk.hub.pool, persons)


async def with_case(desk: Desk, case_id: UUID) -> list[UUID]:
    """What follows a case, and that case."""
    about = (await desk.read(AFTERMATHS, case_id)).about
    return [case_id, *([about] if about else [])]


async def with_services(desk: Desk, case_id: UUID) -> list[UUID]:
    """The same, and the files in which the services of the papers of both are recorded."""
    files = await with_case(desk, case_id)
    return [*files, *map(services_of, files)]


async def followed_with(desk: Desk, case_id: UUID) -> list[UUID]:
    """What follows a case, that case, and those of the same decision with what follows each."""
    file = await desk.read(AFTERMATHS, case_id)
    if file.about is None:
        return [case_id]
    others = (await desk.read(CASES, file.about)).decided_with
    return [case_id, file.about, *others, *map(aftermath_of, others)]


async def annulled_with(
    desk: Desk, file: Aftermath, named: Sequence[UUID] | None
) -> list[Aftermath]:
    """What follows the other cases of a joint decision, in which it falls, too (ARR2026 43).

    Args:
        desk: Whose it is.
        file: The file at which it is recorded.
        named: The cases; where nothing was said, all in which the decision has effect.

    Raises:
        Refused: One that is named was not decided together with this.
    """
    with_it = (await desk.read(CASES, file.about)).decided_with if file.about else ()
    if not set(named or ()) <= set(with_it):
        raise Refused("所选的案卷不是与本案合并作出决定的案卷", RULES[92])
    if named is not None:
        return [await desk.read(AFTERMATHS, aftermath_of(one)) for one in named]
    found = []
    for one in with_it:
        with suppress(Unknown):  # nobody in that case has the decision yet
            found.append(await desk.read(AFTERMATHS, aftermath_of(one)))
    return [one for one in found if one.state in IN_FORCE]


async def _of(desk: Desk, authority: str, case_id: UUID) -> Case | None:
    """A file, where this authority still has it."""
    try:
        case = await desk.read(CASES, case_id)
    except Unknown:
        return None
    return case if case.authority == authority else None
