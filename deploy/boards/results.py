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
        _of_corrected(whole),
        _after(whole),
        _at_court(whole),
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
        head=(
            *("收到申请", "审结", *kinds, "纠错", "纠错率（审结减终止）", "调撤率"),
            *("作出决定", "平均办理天数"),
        ),
        rows=rows,
        total=Row("合计", _cells(whole, {})) if rows else None,
        reckoned=(
            _how("纠错率", "审结减终止"),
            *(_how(one) for one in ("纠错", "审结", *more)),
            _how("调撤率", "审结"),
            _how("平均办理天数", "作出决定"),
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
        _number(n, narrowed, "decided"),
        _average(n),
    )


def _average(n: Count) -> str:
    """平均办理天数, to one place; nothing where nothing is decided."""
    return f"{n[reconsideration.DAYS] / n['decided']:.1f}" if n["decided"] else ""


def _of_corrected(whole: Count) -> Sheet:
    """纠错的理由, the most frequent first; a case may have several (ARL 63 to 70)."""
    corrected = _number(whole, {}, "corrected")
    found = [(says, _number(whole, {}, one)) for one, (says, _) in reconsideration.GROUNDS.items()]
    found.sort(key=lambda one: -one[1].n)
    rows = tuple(Row(says, (n, share(n, corrected))) for says, n in found if n.n)
    return Sheet(
        title="纠错的理由",
        of="理由",
        head=("件数", "占纠错"),
        rows=rows,
        reckoned=(_how("纠错的理由"), _how("纠错")),
        empty="期间内收到的申请还没有纠错的，或者没有记载审理认定",
        chart=bars(rows, {"件数": 0}),
    )


def _after(whole: Count) -> Sheet:
    """决定以后的纠正: what those above or a court put right (ARL 35; RULES 92; ALL 70)."""
    measures = reconsideration.AFTER
    found = [(says, _number(whole, {}, one)) for one, (says, _) in measures.items()]
    rows = tuple(Row(says, (n,)) for says, n in found if n.n)
    return Sheet(
        title="决定以后的纠正",
        of="情形",
        head=("件数",),
        rows=rows,
        reckoned=(_how("决定以后的纠正"),),
        empty="期间内收到的申请没有被上级、法院纠正的",
        chart=bars(rows, {"件数": 0}),
    )


def _at_court(whole: Count) -> Sheet:
    """决定以后的诉讼: how often decisions are sued over, and what became of them (ALL 45, 70)."""
    under = {"sued": "decided", "overturned": "sued", "not_overturned": "sued"}
    rows = tuple(
        Row(says, (n := _number(whole, {}, one), share(n, _number(whole, {}, under[one]))))
        for one, (says, _) in reconsideration.AT_COURT.items()
        if whole["sued"]
    )
    return Sheet(
        title="决定以后的诉讼",
        of="情形",
        head=("件数", "占比"),
        rows=rows,
        reckoned=(_how("决定以后的诉讼", "被起诉的除以作出决定，其余两行除以被起诉"),),
        empty="期间内收到的申请作出决定以后，没有起诉的记录",
        chart=bars(rows, {"件数": 0}),
    )


def _how(term: str, denominator: str = "") -> Reckoned:
    how = reconsideration.HOW_RESULTS[term]
    return Reckoned(term, how, reconsideration.COUNTED_FROM, denominator, str(ARR2026[66].par(2)))


_EMPTY: Final = "期间内没有收到行政复议申请；放宽期间再看"
