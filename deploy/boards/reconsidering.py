"""看板中的行政复议: in time or not, with what outcome and result (ARL 62 to 74; ARR2026 66)."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from deploy.boards.asked import Scope
from deploy.boards.results import sheets
from deploy.boards.sheet import Board, Cell, Number, Reckoned, Row, Sheet, bars, share
from services.reconsideration import queries as reconsideration
from services.routing.figures.answering import organ_name
from shared.contracts.reconsideration import Outcome
from shared.frame.meanings import meanings
from shared.law.article import ARL

_COLUMNS: Final = (
    *("received", "accepted", "declined", "on_hand"),
    *("decided", "terminated", "mediated"),
)


async def reconsiderations(scope: Scope) -> Board:
    """行政复议: in time, with what outcome, how often corrected and settled (ARL 62 to 74)."""
    asked = reconsideration.Asked(start=scope.start, until=scope.until, county=scope.county)
    found = await reconsideration.resulted(scope.hub.pool, asked)
    whole = Counter[str]()
    for n in found.by_authority.values():
        whole.update(n)
    in_time = _in_time(scope, found.by_authority, whole)
    return Board(scope.now, (in_time, _outcomes(whole), *sheets(scope, found, whole)))


def _in_time(
    scope: Scope, found: Mapping[str, Mapping[str, int]], whole: Mapping[str, int]
) -> Sheet:
    rows = tuple(
        Row(organ_name(scope.directory, organ), _time(n, {"organ": organ}))
        for organ, n in found.items()
    )
    term = {name: says for name, (says, _) in reconsideration.MEASURES.items()}
    return Sheet(
        title="复议办理和期限",
        of="行政复议机关",
        head=(*(term[name] for name in (*_COLUMNS, "extended", "overdue")), "按期决定率"),
        rows=rows,
        total=Row("合计", _time(whole, {})),
        reckoned=(
            Reckoned(
                *_how("按期决定率"),
                "、".join(term[name] for name in reconsideration.DECIDE),
                str(ARL[62]),
            ),
            Reckoned(*_how("受理"), "", str(ARL[30])),
            Reckoned(*_how("其他各项")),
        ),
        empty="期间内没有收到行政复议申请；放宽期间再看",
        chart=bars(rows, {"审理中": 3, "作出决定": 4, "逾期尚未决定": 8}),
    )  # fmt: skip


def _how(term: str) -> tuple[str, str, str]:
    """怎么算的 and from what, as the office itself says it."""
    return term, reconsideration.HOW[term], reconsideration.COUNTED_FROM


def _behind(measure: str, narrowed: Mapping[str, str]) -> dict[str, str]:
    return {"of": "reconsiderations", "measure": measure, **narrowed}


def _time(n: Mapping[str, int], narrowed: Mapping[str, str]) -> tuple[Cell, ...]:
    told = (Number(n[one], _behind(one, narrowed)) for one in (*_COLUMNS, "extended", "overdue"))
    over = sum(n[one] for one in reconsideration.DECIDE)
    behind = _behind(",".join(reconsideration.DECIDE), narrowed)
    in_time = Number(n["in_time"], _behind("in_time", narrowed))
    return (*told, share(in_time, Number(over, behind)))


def _outcomes(whole: Mapping[str, int]) -> Sheet:
    words = meanings(Outcome)
    decided = Number(whole["decided"], _behind("decided", {}))
    rows = []
    for outcome in Outcome:
        measure = reconsideration.of_outcome(outcome)
        one = Number(whole[measure], _behind(measure, {}))
        if one.n:
            rows.append(Row(words[outcome], (one, share(one, decided))))
    return Sheet(
        title="复议决定的种类",
        of="决定种类",
        head=("件数", "占决定"),
        rows=tuple(rows),
        total=Row("合计", (decided, share(decided, decided))) if rows else None,
        reckoned=(
            Reckoned(*_how("决定种类"), "作出决定", "《行政复议法》第63条至第71条"),
        ),
        empty="期间内收到的申请还没有作出决定的",
        chart=bars(rows, {"件数": 0}),
    )  # fmt: skip
