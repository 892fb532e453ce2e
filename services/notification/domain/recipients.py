"""收件人: which desks a fact is told to, by what it says itself and by the labels of its file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from services.notification.domain.told import Desk, Recipient, To, Told
from shared.directory.model import Kind, committee_in

OFFICE_DESKS: Final = {
    "mediation": Desk.MEDIATOR,
    "adjudication": Desk.ADJUDICATOR,
    "reconsideration": Desk.RECONSIDERATION,
    "supervision": Desk.RECONSIDERATION,  # of what an authority decided, which orders it (ARL 77)
}
"""Who handles the files of an office at the file's authority."""

EXPLAIN: Final = "explain"
"""The period of a press file 督办, of a case of any office: whoever asked sees to it (RULES 65)."""

DESKS_OF: Final[Mapping[Kind, tuple[Desk, ...]]] = {
    Kind.GOVERNMENT: (Desk.RECONSIDERATION, Desk.ADJUDICATOR),
    Kind.STREET: (Desk.DEPARTMENT,),
    Kind.UNIT: (Desk.DEPARTMENT,),
    Kind.DEPARTMENT: (Desk.DEPARTMENT, Desk.RECONSIDERATION, Desk.ADJUDICATOR),
    Kind.CENTRE: (Desk.WINDOW, Desk.GRID),
    Kind.WINDOW: (Desk.WINDOW,),
    Kind.HOTLINE: (Desk.WINDOW,),
    Kind.COMMITTEE: (Desk.SECRETARY,),
    Kind.MEDIATION: (Desk.MEDIATOR,),
}
"""Who sits at an organ of a kind; courts and their like sit at no desk of the hub."""


def named(field: str, *desks: Desk) -> To:
    """The organ that the fact names in `field`."""

    def to(told: Told) -> Iterable[Recipient]:
        organ = getattr(told.fact, field)
        return [Recipient(desk, organ) for desk in desks] if organ else []

    return to


def named_each(field: str, *desks: Desk) -> To:
    """Each of the organs that the fact names in `field`."""

    def to(told: Told) -> Iterable[Recipient]:
        return [Recipient(desk, organ) for organ in getattr(told.fact, field) for desk in desks]

    return to


co_authorities: Final = named_each("co_authorities", Desk.RECONSIDERATION_HEAD)
"""Heads of the other authorities that decide a case together (ARR2026 32)."""


def first_respondent(told: Told) -> Iterable[Recipient]:
    """被申请人 named first, which stands first among those that were sent the copy (ARL 48)."""
    return list(departments(told))[:1]


def respondent_meant(told: Told) -> Iterable[Recipient]:
    """被申请人 that the fact names; where it names none, the one named first (ARL 19, 46)."""
    return named("organ", Desk.DEPARTMENT)(told) or first_respondent(told)


def bound(told: Told) -> Iterable[Recipient]:
    """Every respondent whom a decision or a mediation document binds (ARL 19, 75, 77)."""
    organs = (told.fact.respondent, *told.fact.joint_organs)
    return [Recipient(Desk.DEPARTMENT, one) for one in organs]


def enforcers(told: Told) -> Iterable[Recipient]:
    """Whoever may enforce against a party: each of the organs that acted together (ARL 19, 78).

    A page of old names nobody; then it is told to every department on the file.
    """
    organs = told.fact.organs
    return [Recipient(Desk.DEPARTMENT, one) for one in organs] or departments(told)


def as_enforcer(told: Told, recipient: Recipient) -> Told:
    """The fact as it is for one of them: by its own name."""
    if recipient.organ not in told.fact.organs:
        return told
    return replace(told, fact=told.fact.model_copy(update={"organ": recipient.organ}))


def as_bound(told: Told, recipient: Recipient) -> Told:
    """The fact as it is for one of them: its own name, and the day by which it performs."""
    days = {one.organ: one.perform_by for one in getattr(told.fact, "joint_served", ())}
    until = days.get(recipient.organ, told.fact.perform_by)
    own = {"respondent": recipient.organ, "perform_by": until}
    return replace(told, fact=told.fact.model_copy(update=own))


department: Final = named("department", Desk.DEPARTMENT)
"""The department that the fact speaks of."""


def departments(told: Told) -> Iterable[Recipient]:
    """Every department that stands on the file."""
    return [Recipient(Desk.DEPARTMENT, one) for one in told.label("departments").split()]


def authority(*desks: Desk) -> To:
    """Whoever answers for the file: its centre, committee or authority."""

    def to(told: Told) -> Iterable[Recipient]:
        organ = told.label("authority")
        return [Recipient(desk, organ) for desk in desks] if organ else []

    return to


centre: Final = authority(Desk.WINDOW, Desk.GRID)
"""The centre 综治中心 that answers for the file: its windows, and the grid of its place."""


def window(told: Told) -> Iterable[Recipient]:
    """The window that took the dispute in 首问负责."""
    organ = told.label("window")
    return [Recipient(Desk.WINDOW, organ)] if organ else []


def committee(told: Told) -> Iterable[Recipient]:
    """The secretary of the reconsideration committee in the authority's place (ARL 52)."""
    organ = committee_in(told.label("authority"))
    return [Recipient(Desk.SECRETARY, organ)] if organ else []


def panel(told: Told) -> Iterable[Recipient]:
    """Each member of the panel that the fact seats, by their own code (RULES 71)."""
    return [Recipient(Desk.COMMITTEE, member) for member in told.fact.members]


def ruler(told: Told) -> Iterable[Recipient]:
    """Who decides on a member's recusal: the director, of whom and without whom the head."""
    director = told.label("director")
    if director and director != told.fact.member:
        return [Recipient(Desk.COMMITTEE, director)]
    return authority(Desk.RECONSIDERATION_HEAD)(told)


def reviewers(told: Told) -> Iterable[Recipient]:
    """Each reviewer whom the fact names, by the own code (ARL 36)."""
    organ = told.label("authority")
    return [Recipient(Desk.RECONSIDERATION, one, organ) for one in told.fact.reviewers]


def next_reviewer(told: Told) -> Iterable[Recipient]:
    """The reviewer who comes in another's place, where one does."""
    successor = told.fact.successor
    organ = told.label("authority")
    return [Recipient(Desk.RECONSIDERATION, successor, organ)] if successor else []


def successor(told: Told) -> Iterable[Recipient]:
    """The member who comes in another's place."""
    return [Recipient(Desk.COMMITTEE, told.fact.successor)]


def supervisors(told: Told) -> Iterable[Recipient]:
    """Supervisors of the county of the file."""
    county = told.label("county")
    return [Recipient(Desk.SUPERVISOR, county)] if county else []


def askers(told: Told) -> Iterable[Recipient]:
    """Supervisors of the places that asked for an explanation in this file (RULES 65)."""
    return [Recipient(Desk.SUPERVISOR, place) for place in told.label("askers").split()]


def city(told: Told) -> Iterable[Recipient]:
    """Supervisors of the city."""
    return [Recipient(Desk.SUPERVISOR, told.directory.city.code)]


def signer(told: Told) -> Iterable[Recipient]:
    """Whoever signs: supervisors where the signing centre stands, of the file's county if none."""
    organ = told.fact.signer
    return [Recipient(Desk.SUPERVISOR, organ[:6])] if organ else supervisors(told)


def holder(told: Told) -> Iterable[Recipient]:
    """Whose period it is: the department that it names, or whoever answers for the file."""
    organ = told.fact.subject
    if organ and organ in told.label("departments").split():
        return [Recipient(Desk.DEPARTMENT, organ)]
    return list(_at_office(told))


def _at_office(told: Told) -> Iterator[Recipient]:
    office = told.fact.office_name
    if office == "supervision" and told.fact.deadline == EXPLAIN:
        yield from supervisors(told)
    elif office in OFFICE_DESKS:
        yield from authority(OFFICE_DESKS[office])(told)
    elif office == "consultation":
        yield from committee(told)
    else:
        yield from centre(told) if told.label("authority") else window(told)


def pressed(told: Told) -> Iterable[Recipient]:
    """The organ that a supervisor presses on, at the desks that such an organ has."""
    organ = told.fact.organ
    try:
        kind = told.directory.organ(organ).kind
    except LookupError:
        return []
    return [Recipient(desk, organ) for desk in DESKS_OF.get(kind, ())]


silent: Final = named("organ", Desk.DEPARTMENT)
"""The department that kept silent, where it is one and not an office itself."""
