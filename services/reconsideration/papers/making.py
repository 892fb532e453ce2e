"""制作文书: a sort of paper and what stands on the file give the paper, and its 送达回证."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from services.reconsideration.papers.matter import Matter, told
from services.reconsideration.papers.sorts import Sort, To
from services.reconsideration.papers.values import number_of, values_of
from shared.paper import Paper, Template, template_of

TEMPLATES: Final = Path(__file__).with_name("templates")
RECEIPTS: Final = "receipt"
"""Name of the template of every 送达回证."""


def paper_of(sort: Sort, matter: Matter, *, replaced: Path | None = None) -> Paper:
    """The paper of the newest act of its sort; a draft 稿 as long as that act gave it no number.

    Args:
        sort: Which paper.
        matter: What stands on the file.
        replaced: Folder of the city's templates, if it has any.

    Raises:
        Refused: The act has not been done, or an applicant's name was never given.
        BadTemplate: The template is none.
    """
    template = template_of(sort.name, TEMPLATES, replaced)
    fact = told(matter, sort)
    values = values_of(sort, matter)
    return _paper(template, values, matter, dated=fact.head.on, number=number_of(fact))


def receipts_of(sort: Sort, matter: Matter, *, replaced: Path | None = None) -> tuple[Paper, ...]:
    """送达回证 of a paper, one for each on whom it is served (ARL 88; CPL 87); as `paper_of`."""
    paper = paper_of(sort, matter, replaced=replaced)
    template = template_of(RECEIPTS, TEMPLATES, replaced)
    values = values_of(sort, matter)
    return tuple(
        _paper(template, {**values, "paper": paper.name, "to": name, "at": place}, matter)
        for name, place in _served(sort, matter)
    )


def _paper(
    template: Template,
    values: Mapping[str, Any],
    matter: Matter,
    dated: date | None = None,
    number: str = "",
) -> Paper:
    return template.paper(
        values, organ=values["authority"], reference=matter.reference, dated=dated, number=number
    )


def _served(sort: Sort, matter: Matter) -> list[tuple[str, str]]:
    """On whom a paper is served, by name and address."""
    applicants = [(one.name, one.address or "") for one in matter.applicants]
    third = [(one.name, one.address or "") for one in matter.third_persons]
    organ = [(matter.organ(matter.respondent), "")]
    everybody = applicants + organ + third
    return {To.APPLICANTS: applicants, To.RESPONDENT: organ, To.PARTIES: everybody}[sort.to]
