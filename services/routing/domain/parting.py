"""另列途径: what the road of an application of its own says as its file begins (RULES 136, 148)."""

from collections.abc import Collection
from uuid import UUID

from services.routing.domain.road_file import KNOWN, Routing
from services.routing.domain.telling import opened_by
from shared.contracts.fact import Head
from shared.contracts.reconsideration import ApplicationReceived
from shared.contracts.reconsideration.forwarding import ApplicationHandedIn
from shared.contracts.routing import Road, RoadParted
from shared.law.calendar import Calendar
from shared.law.running import Running

Applied = ApplicationReceived | ApplicationHandedIn
"""收到申请, by the authority, or by the organ that fined (ARL 22, 32)."""


def is_severed(application: Applied) -> bool:
    """Whether it went apart from another one 分案; what is handed in never did."""
    return isinstance(application, ApplicationReceived) and application.severed


def parts(
    before: Routing,
    application: Applied,
    severed: Collection[UUID],
    applied: Collection[UUID],
) -> bool:
    """Whether an application has a road of its own: one apart, or one that goes on from such.

    Args:
        before: The routing file in which its road would stand.
        application: Its receipt.
        severed: Who went apart from that file before.
        applied: Whose applications go by that file.
    """
    apart = set(application.applicants) <= set(severed)
    on_its_own = is_severed(application) or before.parted_from is not None or apart
    return on_its_own or alone(before, application, applied)


def alone(before: Routing, application: Applied, applied: Collection[UUID]) -> bool:
    """各自申请: others applied before, and it is none of theirs (RULES 148).

    Whoever applies for a second time, or together with one who did, goes by the file of before; so
    does what goes on from an application there, whoever has taken over from who made it (ARL 14).
    """
    came_from = application.came_from if isinstance(application, ApplicationReceived) else None
    goes_on = came_from in before.applications
    return bool(applied) and not goes_on and set(applied).isdisjoint(application.applicants)


def part(
    before: Routing,
    application: Applied,
    head: Head,
    suit: Running | None,
    calendar: Calendar,
) -> RoadParted:
    """The road of its own, with what was known and told, and the days to sue that are left.

    Args:
        before: The routing file in which its road stood.
        application: The receipt of what was severed.
        head: Head of the new page.
        suit: The period for suing directly, where it runs there.
        calendar: The city's calendar.
    """
    left = suit.reckon(calendar) if suit else None
    runs = (
        {
            "sue_starts_on": suit.started_on,
            "sue_period": suit.period,
            "sue_article": suit.article,
            "sue_until": left.last_day,
            "sue_provisional": left.provisional,
        }
        if suit and left
        else {}
    )
    return RoadParted.model_validate(
        {
            "head": head,
            "article": opened_by(Road.RECONSIDERATION, before.act).code,
            "organs": (application.authority,),
            "application_id": application.head.case_id,
            "applicants": application.applicants,
            "came_from": before.case_id,
            "told_on": before.told_on,
            "left_out_from": before.left_out_from,
            "left_out_until": before.left_out_until,
            **{name: getattr(before, name) for name in KNOWN},
            **runs,
        }
    )
