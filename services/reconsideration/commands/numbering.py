"""How papers are numbered 编号 from an authority's register (ARL 75; RULES 69)."""

from datetime import date
from uuid import UUID

from services.reconsideration.domain import numbering
from services.reconsideration.domain.numbering import Kind, NumberedPaper, Numbers
from services.reconsideration.store import NUMBERS, PAPERS, numbered_of, numbers_of
from shared.contracts.reconsideration.numbering import NumberGiven
from shared.work import Work


def next_number(
    work: Work, authority: str, kind: Kind, case_id: UUID, *, by: str, on: date
) -> tuple[Numbers, NumberGiven]:
    """The next number of a series, still to be recorded: the register is locked with the case.

    Where what bears it is refused, no number is gone.
    """
    register_id = numbers_of(authority)
    labels = {"authority": authority}
    numbers = work.open(NUMBERS, register_id, register_id, on=on, labels=labels)
    given = numbering.give(
        numbers,
        work.head(numbers, by=by, on=on),
        authority=authority,
        word=work.directory.word_of(authority),
        kind=kind,
        case_id=case_id,
    )
    return numbers, given


def number_paper(
    work: Work, case_id: UUID, authority: str, kind: Kind, page: int, *, by: str
) -> NumberedPaper:
    """文书编号, today; who asks again is told the number that it has.

    Args:
        work: The unit of work, with the register and the paper's file.
        case_id: Case file of the paper.
        authority: Organ code of the authority whose paper it is.
        kind: In which series.
        page: The page of which the paper tells.
        by: Who numbers it.
    """
    paper_id, register_id = numbered_of(case_id, kind.sort, page), numbers_of(authority)
    if (known := work.find(PAPERS, paper_id)) is not None:
        return known
    numbers, given = next_number(work, authority, kind, case_id, by=by, on=work.today)
    labels = {"authority": authority}
    paper = work.open(PAPERS, paper_id, register_id, on=work.today, labels=labels)
    borne = numbering.bear(paper, work.head(paper, by=by), given, page)
    work.record(numbers, given)
    return work.record(paper, borne)
