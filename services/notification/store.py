"""Keeps notices, with ids by the page and the desk: heard again, nothing is made again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid5

from services.notification.domain.told import Notice
from shared.auth import Identity, Role, centre_at
from shared.directory import committee_in
from shared.work import Tray

NOT_REACHED: Final = ("ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError")
"""Ends of an attempt in which nothing was sent yet, as the network calls them."""

IN_BETWEEN: Final = ("502", "504")
"""Answers of whatever stands before a gateway, which had none from it."""

DOUBTFUL_SINCE: Final = f"""
(SELECT min(a.began_at) FROM notification.attempt a
 WHERE s.channel = 'gateway' AND a.sending_id = s.sending_id
   AND a.began_at <= {{known_since}} AND a.outcome IN ('', 'retry')
   AND a.answer NOT IN ({", ".join(f"'{one}'" for one in NOT_REACHED)})
   AND (a.answer !~ '^[0-9]' OR a.answer IN ({", ".join(f"'{one}'" for one in IN_BETWEEN)})))
"""  # noqa: S608 - our own words
"""存疑: when the first attempt at the sending `s` was made that the gateway may have taken, though
nobody heard so, and may have forgotten since: it knows by their keys those after `known_since`.
Null where there is none."""

NOTICES: Final = Tray(
    "notices",
    """
INSERT INTO notification.notice
  (notice_id, role, organ, kind, weight, case_id, version, dispute_id, number, matter, says,
   article, until, recorded_at, made_at)
SELECT n.* FROM unnest(
  $1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::int[], $8::uuid[],
  $9::text[], $10::text[], $11::text[], $12::text[], $13::timestamptz[], $14::timestamptz[],
  $15::timestamptz[])
  AS n(notice_id, role, organ, kind, weight, case_id, version, dispute_id, number, matter, says,
       article, until, recorded_at, made_at)
WHERE n.recorded_at > (SELECT at FROM notification.begun)
ON CONFLICT (notice_id) DO NOTHING
""",
)
"""通知."""

OWN: Final = UUID("0d9d1f4e-6f0b-4a8e-8a43-2f1d0c7b5e65")


OFFICERS: Final = tuple(sorted(set(Role) - {Role.PARTY, Role.ADMINISTRATOR}))
"""Who sits at a desk that is told something."""

Desk = tuple[str, str]
"""A role and the organ, or the place, at which it sits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A notice as it is kept."""

    notice_id: UUID
    role: str
    organ: str
    kind: str
    weight: str
    case_id: UUID
    version: int
    dispute_id: UUID
    number: str
    matter: str
    says: str
    article: str
    until: datetime | None
    made_at: datetime
    unread: bool
    read_at: datetime | None
    read_by: str | None


def notice_of(notice: Notice) -> UUID:
    """Id of what a desk is told of a page."""
    desk = f"{notice.recipient.role}/{notice.recipient.organ}"
    return uuid5(OWN, f"{notice.case_id}/{notice.version}/{desk}")


def row_of(
    notice: Notice, until: datetime | None, recorded_at: datetime, now: datetime
) -> tuple[object, ...]:
    """A notice for the tray.

    Args:
        notice: What is told.
        until: The moment at which what is owed is over, where one is known.
        recorded_at: When the hub recorded the fact.
        now: When the notice is made.
    """
    return (
        notice_of(notice), notice.recipient.role, notice.recipient.organ, notice.kind,
        notice.weight, notice.case_id, notice.version, notice.dispute_id, notice.number,
        notice.matter, notice.says, notice.article, until, recorded_at, now,
    )  # fmt: skip


def desks_of(who: Identity) -> list[Desk]:
    """The desks at which somebody sits; none for a party and an administrator."""
    found: list[Desk] = []
    for role in sorted(who.roles.intersection(OFFICERS)):
        match role:
            case Role.SUPERVISOR:
                places = [who.county]
            case Role.COMMITTEE:
                places = [who.code]
            case Role.SECRETARY:
                places = [committee_in(who.organ)]
            case Role.WINDOW:
                places = [who.organ, centre_at(who)]
            case Role.RECONSIDERATION:
                places = [who.organ, who.code]
            case _:
                places = [who.organ]
        found += [(str(role), place) for place in dict.fromkeys(places) if place]
    if Role.RECONSIDERATION_HEAD in who.roles:  # who handles cases, too, as one who is named does
        found.append((str(Role.RECONSIDERATION), who.code))
    return list(dict.fromkeys(found))


def columns_of(desks: Sequence[Desk]) -> tuple[list[str], list[str]]:
    """Desks as two parameters."""
    return [role for role, _ in desks], [organ for _, organ in desks]


def read_row(found: Mapping[str, Any]) -> Row:
    """A row of the table."""
    return Row(**{name: found[name] for name in Row.__slots__})
