"""A matter from which a paper is made, and what then stands in the paper."""

from collections.abc import Mapping
from uuid import UUID

from services.reconsideration.papers.matter import Matter
from shared.contracts.fact import Fact
from shared.contracts.intake import PersonKind
from shared.directory import load
from shared.law.calendar import CALENDAR
from shared.paper import Grid, Paper
from shared.people import Person
from tests.reconsideration.makers import (
    ANNA,
    AUTHORITY,
    BERT,
    FIELDS,
    PAPER,
    RESPONDENT,
    head,
    received,
)

PEOPLE: Mapping[UUID, Person] = {
    ANNA: Person("安某", address="甘州区东街街道"),
    BERT: Person("甘州区伯某餐饮有限公司", PersonKind.LEGAL),
}
DIRECTORY = load()
AUTHORITY_NAME = DIRECTORY.organ(AUTHORITY).name
RESPONDENT_NAME = DIRECTORY.organ(RESPONDENT).name


def made_of(
    kind: type[Fact],
    on: str = "2026-03-05",
    text: str = "理由如此。",
    applicants: tuple[UUID, ...] = (ANNA,),
    *,
    by: str = "officer-7",
    **more: object,
) -> Matter:
    """A file with an application and one more fact."""
    walk = received(applicants=applicants)
    said = {**FIELDS.get(kind, {}), **more}
    told = kind.model_validate({"head": head(walk.case, on, by=by), **said})
    return Matter(
        reference="620702-20260302-0000123-5",
        facts=[*walk.facts, told],
        people=PEOPLE,
        texts={PAPER: text},
        directory=DIRECTORY,
        calendar=CALENDAR,
    )


def says(paper: Paper) -> str:
    """Everything that stands in its text."""
    return "\n".join(block.text for block in paper.body if not isinstance(block, Grid))


def cells(paper: Paper) -> dict[str, str]:
    [grid] = [block for block in paper.body if isinstance(block, Grid)]
    return dict(grid.rows)
