"""可见范围 in SQL: which disputes are somebody's to see, by the rule of `shared.auth.sight`."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from shared.auth import Identity, Role, centre_at, speaks_for
from shared.auth.labels import (
    ABOVE,
    ASKED,
    AUTHORITIES,
    BESIDE,
    CONSULTATION,
    DIRECTOR,
    PANEL,
    SUPERIORS,
    WINDOWS,
)
from shared.auth.sight import CONSULTED
from shared.directory.model import committee_in

_OF_AUTHORITY: Final = frozenset(
    {
        *(Role.GRID, Role.MEDIATOR, Role.ADJUDICATOR),
        *(Role.RECONSIDERATION, Role.RECONSIDERATION_HEAD),
    }
)
"""Who sees the files of their own authority."""

_OF_COUNTY: Final = frozenset({Role.WINDOW, Role.SUPERVISOR})
"""Who sees whatever is of their county."""

_ANSWERS: Final = _OF_AUTHORITY | {Role.WINDOW, Role.DEPARTMENT}
"""Who may be asked to explain, for an organ of their own."""

_BODY: Final = frozenset({Role.RECONSIDERATION, Role.RECONSIDERATION_HEAD})

ANY_FILE: Final = "{dispute} IN (SELECT v.dispute_id FROM hub.file v WHERE {which})"
"""Whether some file of the dispute is of this sort."""

FILE_OF: Final = "SELECT FROM hub.file v WHERE v.dispute_id = {dispute} AND {which}"
"""The same, looked for where most rows are known without it."""


@dataclass(slots=True)
class Where:
    """Conditions in SQL, and their parameters."""

    dispute: str = "o.dispute_id"
    """The column of the dispute: one that an index knows."""
    says: list[str] = field(default_factory=lambda: ["true"])
    values: list[Any] = field(default_factory=list)

    def param(self, value: object) -> str:
        """A parameter's place."""
        self.values.append(value)
        return f"${len(self.values)}"

    def any_file(self, *conditions: str) -> str:
        """Some file of the dispute meets them all."""
        return ANY_FILE.format(dispute=self.dispute, which=" AND ".join(conditions))

    def also(self, *conditions: str) -> None:
        """Each of these must hold too."""
        self.says.extend(conditions)

    @property
    def text(self) -> str:
        """All of them."""
        return " AND ".join(self.says)


def concerns(where: Where, organs: list[str], v: str = "v") -> str:
    """The file `v` is one that these organs answer or handle."""
    these = f"{where.param(organs)}::text[]"
    named = f"string_to_array({v}.labels->>'departments', ' ')"
    of_theirs = f"{v}.labels ? 'authority' AND {v}.labels->>'authority' = ANY({these})"
    return f"({of_theirs} OR {v}.labels ? 'departments' AND {named} && {these})"


def sight(where: Where, who: Identity, here: str = "") -> str:
    """The rule of `shared.auth.sight` in SQL: some file of the dispute `o` is theirs to see.

    `here` tells of the row itself whether one surely is: mostly it is, and no file is looked for.
    """
    own = own_files(where, who)
    # One subquery for all ways: PostgreSQL joins it, and would run through each one of several.
    if own in {"true", "false"}:
        return own
    if here in {"", "false"}:
        return where.any_file(own)
    return f"({here} OR EXISTS ({FILE_OF.format(dispute=where.dispute, which=own)}))"


def own_files(where: Where, who: Identity, v: str = "v") -> str:
    """The same of one file `v`; those of intake and routing go with it."""
    if who.is_over_all:
        return "true"
    ways = [way for role in sorted(who.roles) for way in _ways(where, who, role, v)]
    return f"({' OR '.join(ways)})" if ways else "false"


def sees_county(who: Identity) -> bool:
    """Whether they see whatever is of their county, beside files of their own."""
    return not who.roles.isdisjoint(_OF_COUNTY)


def own_county(where: Where, who: Identity, row: str) -> str:
    """Whether a row that bears county and office is surely of such a file; others may be, too."""
    if not who.county or not sees_county(who):
        return "false"
    return f"{row}.county = {where.param(who.county)}"


def _ways(where: Where, who: Identity, role: Role, v: str) -> list[str]:
    """What a file must be for a role to see its dispute."""
    ways = _ways_of(where, who, role, v)
    if who.organ and role in _ANSWERS:
        ways.append(_named(where, ASKED, v, *speaks_for(who)))
    if role in CONSULTED:
        return ways
    beside = f"({v}.labels->>'{BESIDE}') IS DISTINCT FROM '{CONSULTATION}'"
    return [f"({way} AND {v}.office <> '{CONSULTATION}' AND {beside})" for way in ways]


def _ways_of(where: Where, who: Identity, role: Role, v: str) -> list[str]:
    if role is Role.PARTY:
        return [f"{v}.dispute_id = ANY({where.param(list(who.dispute_ids))}::uuid[])"]
    ways = []
    if who.county and role in _OF_COUNTY:
        ways.append(f"{v}.labels->>'county' = {where.param(who.county)}")
    if who.organ and role is Role.WINDOW:
        ways.append(f"{v}.labels->>'window' = {where.param(who.organ)}")
        ways.append(_named(where, WINDOWS, v, who.organ))
        ways.append(_of_authority(where, centre_at(who), v))
    if who.organ and role is Role.DEPARTMENT:
        ways.append(concerns(where, [who.organ], v))
        ways.append(_named(where, SUPERIORS, v, who.organ))
    if who.organ and role in _OF_AUTHORITY:
        ways.extend(_of_their_authority(where, who.organ, role, v))
    if who.organ and role is Role.SECRETARY:
        ways.append(_consults(where, who, v))
    if role is Role.COMMITTEE:
        ways.append(_sits(where, who, v))
    return ways


def _of_authority(where: Where, organ: str, v: str) -> str:
    """The label is asked for by itself too: the index holds only files that bear it."""
    return f"({v}.labels ? 'authority' AND {v}.labels->>'authority' = {where.param(organ)})"


def _of_their_authority(where: Where, organ: str, role: Role, v: str) -> Iterator[str]:
    yield _of_authority(where, organ, v)
    if role in _BODY:
        yield _named(where, AUTHORITIES, v, organ)
    if role is Role.RECONSIDERATION_HEAD:
        yield _named(where, ABOVE, v, organ)


def _named(where: Where, label: str, v: str, *organs: str) -> str:
    """One of these is among those of a label; asked for as the index of that label has it."""
    named = f"string_to_array({v}.labels->>'{label}', ' ')"
    return f"({v}.labels ? '{label}' AND {named} && {where.param([*organs])}::text[])"


def _consults(where: Where, who: Identity, v: str) -> str:
    place = where.param(who.organ.split("-", 1)[0])
    of_place = f"split_part({v}.labels->>'authority', '-', 1) = {place}"
    return f"({v}.office = '{CONSULTATION}' AND {of_place})"


def _sits(where: Where, who: Identity, v: str) -> str:
    code = where.param(who.code)
    ways = [
        f"{code} = ANY(string_to_array({v}.labels->>'{PANEL}', ' '))",
        f"{v}.labels->>'{DIRECTOR}' = {code}",
    ]
    if who.organ:
        ways.append(_of_authority(where, committee_in(who.organ), v))
    return f"({v}.office = '{CONSULTATION}' AND ({' OR '.join(ways)}))"
