"""不设时钟的期限 of mediation: field by field, and what a court does with an agreement."""

from collections.abc import Iterator
from typing import Final

from services.mediation.domain.committee import TERM
from services.mediation.domain.confirmation import CONFIRMING
from services.mediation.domain.fields import Field
from services.mediation.domain.general import COURT, LICENSE
from services.mediation.domain.limits import prescribed, told_ahead
from services.mediation.domain.matters import FIELDS
from services.mediation.lawdesk.saying import KINDS
from shared.law.prescribed import Group, Prescribed

_QUESTION: Final = "mediation"


def _of(field: Field) -> Iterator[Prescribed]:
    yield from (prescribed(field, limit) for limit in field.limits)
    yield from (told_ahead(field, ahead) for ahead in field.ahead)


def _groups() -> Iterator[Group]:
    found: dict[str, Group] = {}
    for field in FIELDS:
        name = f"{field.code}.{field.kind.value}"
        before = found[name].periods if name in found else ()
        term = f"{field.term}（{KINDS[field.kind]}）"
        periods = (*before, *_of(field))
        found[name] = Group(name=name, term=term, question=_QUESTION, periods=periods)
    yield from (group for group in found.values() if group.periods)
    yield Group(name="court", term=COURT.term, question=_QUESTION, periods=tuple(_of(COURT)))
    yield Group(name="confirmation", term="司法确认", question=_QUESTION, periods=CONFIRMING)
    yield Group(name="bodies", term="调解组织", question=_QUESTION, periods=(TERM, LICENSE))


GROUPS: Final = tuple(_groups())
"""Every period that only the question reckons; people's mediation has a table of its own."""
