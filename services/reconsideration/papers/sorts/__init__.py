"""文书种类: which papers there are, of the case and of each shelf that derives from it.

A module for each shelf, as its papers tell of its facts: `case` 案卷, `correction` 上级责令纠正,
`deferral` 顺延期限, `attached` 附带审查, `aftermath` 后续案卷, `watch` 履行监督案.
"""

from collections.abc import Mapping
from typing import Final

from services.reconsideration.papers.sorts import (
    aftermath,
    attached,
    case,
    correction,
    deferral,
    overseeing,
    watch,
)
from services.reconsideration.papers.sorts.sort import Sort, To
from shared.errors import Unknown
from shared.law.article import ARL
from shared.office import After, Printed

__all__ = ["BESIDE", "PRINTED", "RECEIPT", "SORTS", "Sort", "To", "numbered_sort", "sort_of"]

RECEIPT: Final = "-receipt"
"""What the name of a paper ends in where its 送达回证 is meant."""

PATH: Final = "/reconsiderations/{case_id}/papers/made/{sort}.{form}"
NUMBER: Final = "/reconsiderations/{case_id}/papers/numbers/{sort}"

_SORTS: Final = (
    *(*case.SORTS, *correction.SORTS, *deferral.SORTS, *attached.SORTS),
    *(*aftermath.SORTS, *watch.SORTS),
    *overseeing.SORTS,
)
SORTS: Final[Mapping[str, Sort]] = {sort.name: sort for sort in _SORTS}
"""By name, in the order of the statute, shelf by shelf."""

PRINTED: Final = tuple(
    Printed(
        sort=f"{sort.name}{ending}",
        term=f"{sort.term}{more}",
        on=(sort.of,),
        path=PATH,
        number=NUMBER if sort.is_numbered and not ending else "",
        holds=sort.text,
        is_list=sort.is_list,
        by_organ=sort.by_organ,
        office=watch.OFFICE if sort in watch.SORTS else "",
    )
    for sort in SORTS.values()
    for ending, more in (("", ""), (RECEIPT, "的送达回证"))
    if not ending or sort.is_served
)
"""The same for the case page, what is served with its 送达回证."""


BESIDE: Final = tuple(
    After(kind=kind, article=ARL[88].par(1), by_organ=by_organ)
    for kind, by_organ in dict.fromkeys(
        (sort.of, sort.by_organ) for sort in SORTS.values() if sort.served_here
    )
)
"""After which pages of a file the service 送达 of a paper is recorded in one beside it."""


def sort_of(name: str) -> tuple[Sort, bool]:
    """A sort of paper by its name, and whether its 送达回证 is meant.

    Raises:
        Unknown: There is none of that name.
    """
    found, receipt = SORTS.get(name.removesuffix(RECEIPT)), name.endswith(RECEIPT)
    if found is None or (receipt and not found.is_served):
        raise Unknown("没有这种文书")
    return found, receipt


def numbered_sort(name: str) -> Sort:
    """A sort of paper that is numbered by itself, by its name.

    Raises:
        Unknown: There is none of that name.
    """
    found = SORTS.get(name)
    if found is None or not found.is_numbered:
        raise Unknown("没有这种编号的文书")
    return found
