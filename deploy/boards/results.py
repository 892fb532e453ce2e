"""看板中复议的结果: corrected, settled, and in which procedure (ARL 63 to 74; ARR2026 66)."""

from collections.abc import Mapping, Sequence
from typing import Final

from deploy.boards.asked import Scope
from deploy.boards.of_reconsideration import act_name, quarter_name
from deploy.boards.sheet import Cell, Number, Reckoned, Row, Sheet, bars, share
from services.reconsideration import queries as reconsideration
from services.routing.figures.answering import organ_name
from shared.contracts.reconsideration import Outcome
from shared.frame.meanings import meanings
from shared.law.article import ARR2026

Count = Mapping[str, int]
Narrowed = Mapping[str, str]

SETTLED: Final = ("mediated", "by_settlement")
"""What 调撤率 is of."""

_RATES: Final = (
    ("纠错率（审结减终止）", ("corrected",), "closed_not_ended"),
    ("纠错率（审结）", ("corrected",), "closed"),
    ("纠错率（实体决定）", ("corrected",), "on_merits"),
    ("纠错率（收到申请）", ("corrected",), "received"),
    ("调撤率", SETTLED, "closed"),
    ("简易程序率", ("simplified",), "accepted"),
    ("听证率", ("heard_out",), "closed"),
    ("咨询率", ("consulted",), "closed"),
)
"""Each rate with what is counted and its denominator; of the first four the first is usual."""

_COLUMNS: Final = (
    *("received", "closed"),
    *map(reconsideration.of_outcome, reconsideration.CORRECTED),
    "corrected",
)


def sheets(scope: Scope, found: reconsideration.Results, whole: Count) -> Sequence[Sheet]:
    """纠错和调撤: the rates, then by organ, kind of act and quarter."""
    organs = sorted(found.by_respondent.items(), key=lambda one: (-one[1]["corrected"], one[0]))
    return (
        _rates(whole),
        _apart(
            "被申请人纠错情况",
            "被申请人",
            [(organ_name(scope.directory, organ), {"department": organ}, n) for organ, n in organs],
            whole,
            "被申请人",
        ),
        _apart(
            "各类行政行为的结果",
            "行政行为类别",
            [(act_name(act), {"act": act}, n) for act, n in found.by_act.items()],
            whole,
        ),
        _apart(
            "各季度的结果",
            "季度",
            [(quarter_name(q), {"on": q.isoformat()}, n) for q, n in found.by_quarter.items()],
            whole,
            "季度",
        ),
    )


def _number(n: Count, narrowed: Narrowed, *measures: str) -> Number:
    behind = {"of": "reconsiderations", "measure": ",".join(measures), **narrowed}
    return Number(sum(n[one] for one in measures), behind)


def _rates(whole: Count) -> Sheet:
    rows = [
        Row(name, (share(_number(whole, {}, *over), _number(whole, {}, under)),))
        for name, over, under in _RATES
        if whole["received"]
    ]
    return Sheet(
        title="纠错率、调撤率",
        of="比率和分母",
        head=("比率",),
        rows=tuple(rows),
        reckoned=(
            _how("纠错率", "见各行"),
            _how("纠错"),
            _how("审结"),
            _how("调撤率", "审结"),
            _how("简易程序率", "受理"),
            _how("听证率、咨询率", "审结"),
        ),
        empty=_EMPTY,
        chart=bars(rows, {"比率": 0}),
    )


def _apart(
    title: str,
    of: str,
    parts: Sequence[tuple[str, Narrowed, Count]],
    whole: Count,
    *more: str,
) -> Sheet:
    """One row for each of these: how many were corrected, by kind, and how many settled."""
    words = meanings(Outcome)
    kinds = tuple(words[one] for one in reconsideration.CORRECTED)
    rows = tuple(Row(name, _cells(n, narrowed)) for name, narrowed, n in parts)
    return Sheet(
        title=title,
        of=of,
        head=("收到申请", "审结", *kinds, "纠错", "纠错率（审结减终止）", "调撤率"),
        rows=rows,
        total=Row("合计", _cells(whole, {})) if rows else None,
        reckoned=(
            _how("纠错率", "审结减终止"),
            *(_how(one) for one in ("纠错", "审结", *more)),
            _how("调撤率", "审结"),
        ),
        empty=_EMPTY,
        chart=bars(rows, {"纠错": len(_COLUMNS) - 1}),
    )


def _cells(n: Count, narrowed: Narrowed) -> tuple[Cell, ...]:
    told = (_number(n, narrowed, one) for one in _COLUMNS)
    corrected = _number(n, narrowed, "corrected")
    settled = _number(n, narrowed, *SETTLED)
    return (
        *told,
        share(corrected, _number(n, narrowed, "closed_not_ended")),
        share(settled, _number(n, narrowed, "closed")),
    )


def _how(term: str, denominator: str = "") -> Reckoned:
    how = reconsideration.HOW_RESULTS[term]
    return Reckoned(term, how, reconsideration.COUNTED_FROM, denominator, str(ARR2026[66].par(2)))


_EMPTY: Final = "期间内没有收到行政复议申请；放宽期间再看"
