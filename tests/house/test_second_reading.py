"""The second reading of the law: every row of these tables was read again beside its article."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import pytest

from deploy.lawdesk.rules import called
from services.consultation.domain.opinion import CONSULTATION
from services.consultation.domain.roster import ROSTER
from services.reconsideration.domain.aftermath_table import AFTERMATH
from services.reconsideration.domain.attached_table import ATTACHED
from services.reconsideration.domain.correction import CORRECTION
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.domain.papers_served import PAPERS_SERVED
from shared.law.procedure import Procedure

READING: Final = Path(__file__).parents[2] / "docs" / "law" / "reconsideration.md"
SECTION: Final = re.compile(r"^## \S+ `(\w+)`\n(.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)
READ: Final = (
    *(ORDINARY, ATTACHED, CORRECTION, AFTERMATH, PAPERS_SERVED),
    *(CONSULTATION, ROSTER),
)


def rows_of(procedure: Procedure) -> Iterator[tuple[str, str]]:
    """What is to be read: each act, period and prolonging with its article."""
    yield from ((called(move.on), str(move.article)) for move in procedure.all_moves())
    for one in procedure.deadlines:
        yield f"期限：{one.term}", str(one.article)
        for longer in one.prolongings:
            yield f"延长：{one.term}，{longer.term}", str(longer.article)


def read(procedure: Procedure) -> Sequence[Sequence[str]]:
    """The rows of its section in the written reading, cell by cell."""
    sections = dict(SECTION.findall(READING.read_text(encoding="utf-8")))
    lines = sections[procedure.name].strip().splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line]


@pytest.mark.parametrize("procedure", READ, ids=lambda one: one.name)
def test_every_row_of_the_table_was_read_a_second_time(procedure: Procedure) -> None:
    """表上每一行的依据都对照过条文，没有多余，没有遗漏."""
    assert sorted((row[0], row[1]) for row in read(procedure)) == sorted(set(rows_of(procedure)))


@pytest.mark.parametrize("procedure", READ, ids=lambda one: one.name)
def test_the_reading_says_what_the_article_says_how_it_is_read_and_what_is_in_doubt(
    procedure: Procedure,
) -> None:
    """每一行都写明条文怎样说、怎样读、有什么疑问."""
    assert all(len(row) == 5 and all(row) for row in read(procedure))
