"""制作文书: a sort of paper and what stands on the file give the paper, and its 送达回证."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from services.reconsideration.domain.numbering import SAID
from services.reconsideration.papers.matter import Matter, told
from services.reconsideration.papers.outgoing import addressees
from services.reconsideration.papers.sorts import SORTS, Sort
from services.reconsideration.papers.values import values_of
from shared.contracts.reconsideration import Standing
from shared.paper import BadTemplate, Paper, Template, template_of

TEMPLATES: Final = Path(__file__).with_name("templates")
RECEIPTS: Final = "receipt"
"""Name of the template of every 送达回证."""
JOINT: Final = "joint-decision"
"""Name of the template of a decision on several joined cases (ARR2026 43)."""


def paper_of(sort: Sort, matter: Matter, *, replaced: Path | None = None) -> Paper:
    """The paper of an act, the newest if no page is named; a draft 稿 while it has no number.

    Args:
        sort: Which paper.
        matter: What stands on the file.
        replaced: Folder of the city's templates, if it has any.

    Raises:
        Refused: The act has not been done, or an applicant's name was never given.
        BadTemplate: The template is none.
    """
    template = template_of(JOINT if matter.cases else sort.name, TEMPLATES, replaced)
    fact = told(matter, sort)
    values = values_of(sort, matter)
    if sort.goes_along:
        values = {**values, "signs": ""}  # what an applicant wrote is no paper of the authority
    jointly = tuple(values.get("jointly", ()))
    return _paper(template, values, matter, dated=fact.head.on, jointly=jointly)


def series_of(sort: Sort, replaced: Path | None) -> str:
    """字 of a sort of paper: the city's where its template says one, else that of the office.

    Raises:
        BadTemplate: The template is none.
    """
    city = template_of(sort.name, TEMPLATES, replaced).series
    return city or template_of(sort.name, TEMPLATES, None).series


def own_series_of(sort: Sort, replaced: Path | None) -> str:
    """字 of a sort that is about to be numbered: no other sort and no decision has the same.

    Raises:
        BadTemplate: The template is none, or another sort's or a decision's numbers say the same.
    """
    series = series_of(sort, replaced)
    if series in SAID.values():
        raise BadTemplate(f"{sort.term}的字“{series}”是行政复议决定书的字，请修改文书模板")
    for other in SORTS.values():
        if other != sort and other.is_numbered and series_of(other, replaced) == series:
            terms = f"{sort.term}和{other.term}"
            raise BadTemplate(f"{terms}的字都是“{series}”，会编出同一个字号，请修改文书模板")
    return series


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
    jointly: tuple[str, ...] = (),
) -> Paper:
    return template.paper(
        values,
        organ=values["signs"],
        reference=matter.reference,
        dated=dated,
        number=values["number"],
        jointly=jointly,
    )


def _served(sort: Sort, matter: Matter) -> Iterator[tuple[str, str]]:
    """On whom a paper is served, by name, and where: at the address named for it, else at home.

    Whoever had it already had it where it was reached then.
    """
    for to in addressees(sort, matter, told(matter, sort)):
        if to.person_id is None:
            yield matter.organ(to.organ), ""
            continue
        one = matter.person(to.person_id, _WHO[to.standing])
        yield one.name, matter.places.get(to.person_id) or one.reached_at or ""


_WHO: Final = {
    Standing.APPLICANT: "申请人",
    Standing.THIRD: "第三人",
    Standing.RESPONDENT: "被申请人",
    None: "受送达人",
}
