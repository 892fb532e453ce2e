"""裁决流程: the steps of an adjudication from the notice of the right to enforcement, with dates.

A step that the matter's own statute does not bound goes by the hub's own rule, and says so by the
article that it cites.
"""

from dataclasses import dataclass
from typing import Any, Final

from services.adjudication.domain.catalogue import Row
from services.adjudication.domain.powers import Mediation, Power
from services.adjudication.domain.remedies import ENFORCE, ENTITLED, RECONSIDER, URGE
from shared.law.article import PLAN, Article
from shared.law.period import Period
from shared.law.proof import Proof
from shared.lawdesk import Table

_TITLES: Final = ("步骤", "期限", "依据", "最后一日")
_NO_DAY: Final = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """一步: its period, where one bounds it, with its article and its last day, if known."""

    name: str
    within: Period | None
    article: Article
    last_day: str = _NO_DAY


def workflow(row: Row, proofs: tuple[Proof, ...]) -> tuple[Stage, ...]:
    """办理流程 of a matter on which somebody rules."""
    days = {each.term: each.reckoning.last_day.isoformat() for each in proofs}
    stages = (*_before(row), *_after(row))
    return tuple(
        Stage(one.name, one.within, one.article, days.get(one.name, _NO_DAY)) for one in stages
    )


def _before(row: Row) -> tuple[Stage, ...]:
    power = row.power
    opening = (Stage("告知裁决权利", None, PLAN[24]), Stage("当事人申请", None, row.basis))
    if power is None:
        return (*opening, *_ruling(row))
    return (
        *opening,
        Stage("决定是否受理", power.accept.period, power.accept.article),
        Stage("发送申请书副本", power.copy.period, power.copy.article),
        Stage("答辩", power.answer.period, power.answer.article),
        *_mediating(power),
        Stage("必要时听证、现场勘验", None, PLAN[24]),
        *_drafting(power),
        *_ruling(row),
    )


def _mediating(power: Power) -> tuple[Stage, ...]:
    names = {Mediation.FIRST: "先行调解，达成协议的制作调解书", Mediation.MAY: "可以调解"}
    if power.mediation not in names:
        return ()
    deliver = power.deliver
    served = (Stage("送达调解书", deliver.period, deliver.article),) if deliver else ()
    return (Stage(names[power.mediation], None, power.mediated_under), *served)


def _drafting(power: Power) -> tuple[Stage, ...]:
    rows = (("提出处理意见", power.opinion), ("报送人民政府", power.submit))
    return tuple(Stage(name, term.period, term.article) for name, term in rows if term)


def _ruling(row: Row) -> tuple[Stage, ...]:
    rule = row.to_rule
    made = Stage("作出裁决", rule.period if rule else None, rule.article if rule else row.basis)
    return (made, Stage("送达裁决书并告知救济途径和期限", None, PLAN[24]))


def _after(row: Row) -> tuple[Stage, ...]:
    sue = row.to_sue
    perform = row.power.perform if row.power else None
    return (
        Stage("申请行政复议", RECONSIDER.period, RECONSIDER.article),
        *((Stage("提起行政诉讼", sue.period, sue.article),) if sue else ()),
        *((Stage("履行裁决", perform.period, perform.article),) if perform else ()),
        Stage("催告后履行", URGE.period, URGE.article),
        Stage("裁决机关申请人民法院强制执行", ENFORCE.period, ENFORCE.article),
        Stage("权利人申请人民法院强制执行", ENTITLED.period, ENTITLED.article),
    )


def table(stages: tuple[Stage, ...]) -> Table:
    """The steps for people."""
    rows = ((s.name, str(s.within or ""), str(s.article), s.last_day) for s in stages)
    return Table(_TITLES, tuple(rows))


def listed(stages: tuple[Stage, ...]) -> list[dict[str, Any]]:
    """The same for programs."""
    return [
        {
            "step": one.name,
            "period": one.within.code if one.within else None,
            "article": one.article.code,
            "last_day": None if one.last_day == _NO_DAY else one.last_day,
        }
        for one in stages
    ]
