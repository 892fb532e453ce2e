"""Acts on a committee's roster 委员名册 (RULES 70, 74)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from services.consultation.commands.asking import name_director
from services.consultation.domain import listing, plenary
from services.consultation.domain.plenary import Plenary
from services.consultation.domain.roster import Expert, Roster
from services.consultation.store import ROSTERS, roster_of
from shared.contracts.consultation import Calling, Post, Speciality
from shared.contracts.fact import Fact
from shared.directory import Kind, committee_in
from shared.errors import Malformed
from shared.people import Person, normalised
from shared.work import Work

SIDE: Final = "expert"
"""On which side `people` keeps experts: none of a dispute's."""

TIE: Final = "tie"
"""On which it keeps those with which they have declared an interest: none of a dispute's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a secretary says of an expert 委员登记."""

    name: str
    affiliation: str
    calling: Calling
    post: Post
    specialities: tuple[Speciality, ...]
    organ: str
    term_from: date
    term_until: date
    conflicts: tuple[str, ...]
    ties: tuple[str, ...] = ()
    """Names of companies and persons with which they have declared an interest."""


def register(
    work: Work,
    organ: str,
    code: str,
    entry: Entry,
    *,
    by: str,
    on: date | None = None,
    rooms: Collection[UUID] = (),
) -> Roster:
    """登记委员 on the roster of the committee in the place of `organ` (RULES 70).

    `rooms` are the consultations whose panel is at work: they are told who is director now.

    Raises:
        Malformed: There is no committee there, or an organ of the entry is none of the directory.
    """
    case_id, committee = roster_of(organ), committee_in(organ)
    _check_committee(work, committee)
    labels = {"authority": committee, "county": committee.split("-", 1)[0]}
    roster = work.open(ROSTERS, case_id, case_id, labels=labels)
    expert = _expert(work, case_id, entry)
    head = work.head(roster, by=by, on=on)
    fact = listing.register(roster, head, committee, code, expert)
    return _record(work, roster, fact, rooms)


def change(
    work: Work,
    case_id: UUID,
    code: str,
    entry: Entry,
    *,
    by: str,
    on: date | None = None,
    rooms: Collection[UUID] = (),
) -> Roster:
    """变更委员登记, of which `rooms` are told as above (RULES 70)."""
    roster = work.take(ROSTERS, case_id)
    expert = _expert(work, case_id, entry)
    fact = listing.change(roster, work.head(roster, by=by, on=on), code, expert)
    return _record(work, roster, fact, rooms)


def end(
    work: Work,
    case_id: UUID,
    code: str,
    *,
    reason: str,
    by: str,
    on: date | None = None,
    rooms: Collection[UUID] = (),
) -> Roster:
    """委员退出, of which `rooms` are told as above (RULES 70)."""
    roster = work.take(ROSTERS, case_id)
    reason_id = work.document(case_id, case_id, "reason", reason)
    head = work.head(roster, by=by, on=on)
    return _record(work, roster, listing.end(roster, head, code, reason_id), rooms)


def set_times(
    work: Work, case_id: UUID, seat: int, speak: int, *, by: str, on: date | None = None
) -> Roster:
    """设定咨询时限, in working days (RULES 74)."""
    roster = work.take(ROSTERS, case_id)
    return work.record(
        roster, listing.set_times(roster, work.head(roster, by=by, on=on), seat, speak)
    )


def hold_plenary(
    work: Work, case_id: UUID, said: Plenary, *, minutes: str, by: str, on: date | None = None
) -> Roster:
    """召开全体会议, with its minutes (ARL 52; RULES 142)."""
    roster = work.take(ROSTERS, case_id)
    minutes_id = work.document(case_id, case_id, "plenary_minutes", minutes)
    head = work.head(roster, by=by, on=on)
    return work.record(roster, plenary.hold(roster, head, said, minutes_id))


def _record(work: Work, roster: Roster, fact: Fact, rooms: Collection[UUID]) -> Roster:
    kept = work.record(roster, fact)
    name_director(work, kept, *rooms)
    return kept


def _expert(work: Work, case_id: UUID, entry: Entry) -> Expert:
    for field, codes in (("organ", (entry.organ,)), ("conflicts", entry.conflicts)):
        for one in filter(None, codes):
            _check_organ(work, one, field)
    named = {normalised(one): one for one in entry.ties}
    organs = {one.code: normalised(one.name) for one in work.directory.organs()}
    meant = [code for code, name in organs.items() if name in named]
    others = [one for name, one in named.items() if name not in organs.values()]
    return Expert(
        calling=entry.calling,
        post=entry.post,
        specialities=entry.specialities,
        organ=entry.organ,
        person_id=work.person(case_id, SIDE, Person(name=entry.name)),
        affiliation_id=work.document(case_id, case_id, "affiliation", entry.affiliation),
        term_from=entry.term_from,
        term_until=entry.term_until,
        conflicts=tuple(dict.fromkeys((*entry.conflicts, *meant))),
        ties=tuple(work.person(case_id, TIE, Person(name=one)) for one in others),
    )


def _check_committee(work: Work, committee: str) -> None:
    try:
        is_one = work.directory.organ(committee).kind is Kind.COMMITTEE
    except LookupError:
        is_one = False
    if not is_one:
        raise Malformed("本地没有行政复议委员会", "organ")


def _check_organ(work: Work, code: str, field: str) -> None:
    try:
        work.directory.organ(code)
    except LookupError as none:
        raise Malformed(str(none), field) from None
