"""The second reading of the law: every row of these tables was read again beside its article."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import pytest

from deploy.lawdesk.rules import called
from services.consultation.domain.opinion import CONSULTATION
from services.consultation.domain.roster import ROSTER
from services.reconsideration.domain.aftermath_table import AFTERMATH, AFTERMATH_2007
from services.reconsideration.domain.attached_table import ATTACHED
from services.reconsideration.domain.correction import CORRECTION
from services.reconsideration.domain.deferral import DEFERRAL
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.domain.ordinary_2007 import ORDINARY_2007
from services.reconsideration.domain.overseeing import REPORTS, WORK_CHECK
from services.reconsideration.domain.papers_served import PAPERS_SERVED
from shared.law.procedure import Procedure

READING: Final = Path(__file__).parents[2] / "docs" / "law" / "reconsideration.md"
SECTION: Final = re.compile(r"^## \S+ `(\w+)`\n(.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)
READ: Final = (
    *(ORDINARY, ATTACHED, CORRECTION, DEFERRAL, AFTERMATH, PAPERS_SERVED),
    *(CONSULTATION, ROSTER),
    *(REPORTS, WORK_CHECK),
)

OLDER: Final = ((ORDINARY_2007, ORDINARY), (AFTERMATH_2007, AFTERMATH))
"""Tables of the time of the Regulation of 2007, each with the one that followed it."""
SECTIONS: Final = (*(one.name for one in READ), *(f"{old.name}_2007" for old, _ in OLDER))


def rows_of(procedure: Procedure) -> Iterator[tuple[str, str]]:
    """What is to be read: each act, period and prolonging with its article."""
    yield from ((called(move.on), str(move.article)) for move in procedure.all_moves())
    for one in procedure.deadlines:
        yield f"期限：{one.term}", str(one.article)
        for longer in one.prolongings:
            yield f"延长：{one.term}，{longer.term}", str(longer.article)


def read(section: str) -> Sequence[Sequence[str]]:
    """The rows of a section in the written reading, cell by cell."""
    sections = dict(SECTION.findall(READING.read_text(encoding="utf-8")))
    lines = sections[section].strip().splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line]


@pytest.mark.parametrize("procedure", READ, ids=lambda one: one.name)
def test_every_row_of_the_table_was_read_a_second_time(procedure: Procedure) -> None:
    """表上每一行的依据都对照过条文，没有多余，没有遗漏."""
    rows = [(row[0], row[1]) for row in read(procedure.name)]
    assert sorted(rows) == sorted(set(rows_of(procedure)))


@pytest.mark.parametrize(("old", "new"), OLDER, ids=lambda one: one.name)
def test_every_row_that_was_another_until_june_2026_was_read_by_its_own_edition(
    old: Procedure, new: Procedure
) -> None:
    """2026年6月以前依据不同的行，都另行对照过2007年的条例或者法律."""
    rows = [(row[0], row[1]) for row in read(f"{old.name}_2007")]
    assert sorted(rows) == sorted(set(rows_of(old)) - set(rows_of(new)))


@pytest.mark.parametrize(("old", "new"), OLDER, ids=lambda one: one.name)
def test_a_row_that_is_new_in_july_2026_says_so(old: Procedure, new: Procedure) -> None:
    """2026年7月才有的行，写明旧版的表里没有."""
    before = {act for act, _ in rows_of(old)}
    added = [row for row in read(new.name) if row[0] not in before]
    assert all("旧版的表里没有这一行" in row[4] for row in added)
    assert sum("旧版的表里没有这一行" in row[4] for row in read(new.name)) == len(added)


@pytest.mark.parametrize("section", SECTIONS)
def test_the_reading_says_what_the_article_says_how_it_is_read_and_what_is_in_doubt(
    section: str,
) -> None:
    """每一行都写明条文怎样说、怎样读、有什么疑问."""
    assert all(len(row) == 5 and all(row) for row in read(section))


@pytest.mark.parametrize("section", SECTIONS)
def test_what_is_said_to_be_as_above_is_said_above(section: str) -> None:
    """“同上”的上一行写有内容，不是“—”."""
    rows = read(section)
    above = zip([["—"] * 5, *rows], rows, strict=False)
    hanging = [row[0] for last, row in above if ("—", "同上") in zip(last, row, strict=True)]
    assert not hanging
