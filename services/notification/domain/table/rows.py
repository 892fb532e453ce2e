"""一行: how a row of the table is written, and to whom the rows of several offices go."""

from collections.abc import Callable
from functools import partial
from typing import Final

from services.notification.domain.recipients import authority, named
from services.notification.domain.told import Desk, Recipient, Telling, To, Told, Weight
from shared.contracts.fact import Fact

BODY, HEAD = authority(Desk.RECONSIDERATION), authority(Desk.RECONSIDERATION_HEAD)
RESPONDENT: Final = named("respondent", Desk.DEPARTMENT)
ORGAN: Final = named("organ", Desk.DEPARTMENT)


def row(
    kind: type[Fact],
    says: str,
    *to: To,
    weight: Weight | Callable[[Told], Weight],
    until: str = "",
    when: Callable[[Told], bool] = lambda _: True,
    own: Callable[[Told, Recipient], Told] = lambda told, _: told,
    otherwise: Telling | None = None,
) -> Telling:
    """When this is recorded, these desks are told this.

    Args:
        kind: The fact.
        says: What they are told, with gaps for its fields.
        to: Whom.
        weight: How it presses.
        until: The field, or the period, that says until when; empty where nothing is due.
        when: Of which of these facts they are told.
        own: The fact as it is for one of them.
        otherwise: What is told of those of which this is not.
    """
    return Telling(
        kind=kind,
        to=to,
        says=says,
        weight=weight,
        until=until,
        when=when,
        own=own,
        otherwise=otherwise,
    )


urgent = partial(row, weight=Weight.URGENT)
owed = partial(row, weight=Weight.OWED)
known = partial(row, weight=Weight.KNOWN)
