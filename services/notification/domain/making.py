"""Makes the notices of a fact from the table: to whom, in which words, how pressing."""

from collections.abc import Iterator, Mapping
from typing import Final

from services.notification.domain.table import TABLE
from services.notification.domain.told import Notice, Telling, Told, Weight
from services.notification.domain.wording import article_of, matter_name, worded

ROWS: Final[Mapping[type, Telling]] = {row.kind: row for row in TABLE}
HISTORY: Final = "history"
"""Label of what was imported as history 历史台账: nobody is told of it."""


def notices(told: Told) -> Iterator[Notice]:
    """The notices of a fact, one for each desk that is told, none twice."""
    row = row_for(told)
    if told.label(HISTORY) or row is None:
        return
    head = told.fact.head
    for recipient in dict.fromkeys(one for to in row.to for one in to(told)):
        yield Notice(
            recipient=recipient,
            kind=told.fact.kind,
            weight=row.weight if isinstance(row.weight, Weight) else row.weight(told),
            case_id=head.case_id,
            version=head.version,
            dispute_id=head.dispute_id,
            number=told.label("number"),
            matter=matter_name(told),
            says=worded(row.says, row.own(told, recipient)),
            article=article_of(row.kind),
        )


def row_for(told: Told) -> Telling | None:
    """The row by which a fact is told, by what it says; None where nobody is told of it."""
    row: Telling | None = ROWS[type(told.fact)]
    while row is not None and not row.when(told):
        row = row.otherwise
    return row
