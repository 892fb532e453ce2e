"""What is told of a batch when it has ended: its log lines, its counts, its spans."""

from collections import Counter
from collections.abc import Collection, Sequence

from shared import metrics, tracing
from shared.errors import HubError
from shared.law.procedure import Refused
from shared.logging import ActLine, acts
from shared.work.act import Act
from shared.work.memory import Memory


def tell(done: Sequence[Act], memory: Memory, seconds: float) -> None:
    """Tell of acts that have ended, and of what they left in `memory`."""
    _log(memory)
    _count(done, memory, seconds)
    for act in done:
        if act.span is not None:
            result = result_of(act)
            told = {"case": str(act.heard.case_id)} if act.heard else {}
            tracing.end(act.span, failed=result == "error", result=result, **told)


def result_of(act: Act) -> str:
    """How an act ended, in one word."""
    match act.error:
        case None:
            return "known" if act.known else "ok"
        case Refused():
            return "refused"
        case HubError() as error:
            return type(error).__name__.lower()
        case _:
            return "error"


def _log(memory: Memory) -> None:
    if memory.pages:
        acts(
            ActLine(page.office, page.fact.kind, head.dispute_id, head.case_id, head.version,
                    head.by, page.trace)
            for page in memory.pages for head in (page.fact.head,)
        )  # fmt: skip


def _count(done: Collection[Act], memory: Memory, seconds: float) -> None:
    for (office, result), n in Counter((act.office, result_of(act)) for act in done).items():
        metrics.count("hub_acts_total", n, office=office, result=result)
    for office in {act.office for act in done}:
        metrics.observe("hub_act_seconds", seconds, office=office)
    refused = ((act.office, act.error) for act in done if isinstance(act.error, Refused))
    for office, error in refused:
        statute = error.article.statute.key
        metrics.count("hub_refused_total", office=office, statute=statute)
    for (office, kind), n in Counter((p.office, p.fact.kind) for p in memory.pages).items():
        metrics.count("hub_facts_total", n, office=office, kind=kind)
    for tray, rows in memory.laid.items():
        metrics.count("hub_laid_total", len(rows), tray=tray.name)
    for (case_id, key), (how, _) in memory.ended.items():
        if how == "lapsed":
            office = memory.files[case_id].shelf.office
            metrics.count("hub_lapses_total", office=office, deadline=key[0])
