"""What the gaps of templates are filled with: said of every paper, and of each sort its own."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from services.reconsideration.domain.carrying import COMPENSATED
from services.reconsideration.domain.conditions import NOT_MET
from services.reconsideration.domain.conduct.higher import ground_of
from services.reconsideration.domain.judging import KINDS
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.papers.matter import Matter, found, told
from services.reconsideration.papers.sorts import Sort
from shared.contracts.fact import Fact
from shared.contracts.intake import PersonKind
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationDeclined,
    Condition,
    DecisionExtended,
    DecisionMade,
    Outcome,
    ReconsiderationTerminated,
)
from shared.contracts.reconsideration.higher import ElevationOrdered
from shared.contracts.reconsideration.judged import Disposition
from shared.contracts.reconsideration.pausing import Termination
from shared.contracts.reconsideration.settling import MediationDocumentDrawn
from shared.frame.meanings import meanings
from shared.law.calendar import BeyondCalendar
from shared.law.period import Period, parse_period
from shared.law.suing import SUE_ACT, SUE_DECISION
from shared.people import Person

PERIODS: Final[Mapping[str, Period]] = {
    each.name: each.within for each in ORDINARY.deadlines if isinstance(each.within, Period)
}
"""The periods of the procedure by name, as `reply` and `decide`."""

ENDED_FOR: Final[Mapping[Termination, str]] = {
    Termination.WITHDRAWN: "申请人撤回行政复议申请，行政复议机构经审查准予撤回",
    Termination.NO_RELATIVES: "申请人死亡，没有近亲属或者近亲属放弃行政复议权利",
    Termination.NO_SUCCESSOR: "申请人终止，没有权利义务承受人或者承受人放弃行政复议权利",
    Termination.CRIMINAL: "申请人因同一违法行为涉嫌犯罪，被采取刑事强制措施",
    Termination.SIXTY_DAYS: "本案中止已满六十日，中止的原因仍未消除",
}
"""Why a case is terminated 终止的情形, as its notice tells it (ARL 41)."""


def values_of(sort: Sort, matter: Matter) -> dict[str, Any]:
    """What a template of this sort may ask for; docs/papers.md lists it.

    Raises:
        Refused: The act has not been done, or an applicant's name was never given.
    """
    received, fact, applicants = matter.received, told(matter, sort), matter.applicants
    authority = matter.authority_on(fact)
    return {
        "authority": matter.organ(authority),
        "telephone": matter.directory.contact(authority).telephone,
        "applicants": "、".join(one.name for one in applicants),
        "parties": [_introduced("申请人", one) for one in applicants],
        "third_persons": [_introduced("第三人", one) for one in matter.third_persons],
        "you": _you(applicants),
        "respondent": matter.organ(matter.respondent),
        "act": meanings(type(received.act))[received.act.value],
        "received_on": received.head.on,
        "on": fact.head.on,
        "reference": matter.reference,
        "number": number_of(fact),
        "periods": PERIODS,
        "sue_within": SUE_DECISION.period,
        "sue_act_within": SUE_ACT.period,
        "text": matter.texts.get(getattr(fact, sort.text), "") if sort.text else "",
        **(own(fact, matter) if (own := _OWN.get(type(fact))) else {}),
    }


def number_of(fact: Fact) -> str:
    """发文字号 that a fact gave its paper; empty where it has none, and the paper is a draft."""
    return fact.document_number if isinstance(fact, DecisionMade) else ""


def _introduced(as_what: str, one: Person) -> str:
    """申请人、第三人 with where they live or have their seat, as far as it was given."""
    where = "住" if one.kind is PersonKind.NATURAL else "住所地"
    return f"{as_what}：{one.name}" + (f"，{where}{one.address}" if one.address else "")


def _you(applicants: list[Person]) -> str:
    """How the applicants are spoken to."""
    if len(applicants) > 1:
        return "你们"
    return "你" if applicants[0].kind is PersonKind.NATURAL else "你单位"


def _accepted(fact: ApplicationAccepted, matter: Matter) -> dict[str, Any]:
    return {"deemed": fact.deemed, "decide_by": _last_day("decide", fact.head.on, matter)}


def _last_day(name: str, start: date, matter: Matter) -> date | None:
    """The last day of a period; None where the calendar does not reach so far."""
    try:
        return PERIODS[name].last_day(start, matter.calendar)
    except BeyondCalendar:
        return None


def _declined(fact: ApplicationDeclined, matter: Matter) -> dict[str, Any]:
    item = list(Condition).index(fact.missing) + 1
    return {
        "not_met": NOT_MET[fact.missing],
        "condition": f"ARL 30(1)({item})",
        "competent": matter.organ(fact.competent) if fact.competent else "",
    }


def _extended(fact: DecisionExtended, _: Matter) -> dict[str, Any]:
    return {"days": fact.days, "until": fact.until}


def _decided(fact: DecisionMade, matter: Matter) -> dict[str, Any]:
    several = fact.dispositions if len(fact.dispositions) > 1 else ()
    return {
        "found": [matter.texts.get(one.text_id, "") for one in found(matter)],
        "decisions": [_says(one) for one in several],
        "dismissed": fact.outcome is Outcome.APPLICATION_DISMISSED,
        "redo": fact.redo,
        "perform_within": parse_period(fact.perform_within) if fact.perform_within else None,
        "perform_by": fact.perform_by,
    }


def _says(one: Disposition) -> str:
    """What is decided of one act, as 撤销该行政行为，责令重新作出行政行为."""
    redo = "责令被申请人重新作出行政行为" if one.redo else ""
    paid = COMPENSATED[one.compensation] if one.compensation else ""
    return "，".join(filter(None, (KINDS[one.outcome], redo, paid)))


def _terminated(fact: ReconsiderationTerminated, _: Matter) -> dict[str, Any]:
    return {
        "settled": fact.settled,
        "withdrawn": fact.ground is Termination.WITHDRAWN,
        "ended_for": ENDED_FOR[fact.ground],
        "ground": f"ARL 41 item {list(Termination).index(fact.ground) + 1}",
    }


def _elevated(fact: ElevationOrdered, matter: Matter) -> dict[str, Any]:
    point = ground_of(fact.ground)
    return {
        "above": matter.organ(fact.organ),
        "below": matter.organ(fact.below),
        "ground": str(point.article and point.article.code),
        "ground_says": point.text,
    }


def _mediated(fact: MediationDocumentDrawn, _: Matter) -> dict[str, Any]:
    return {"perform_by": fact.perform_by}


_OWN: Final[Mapping[type[Fact], Callable[[Any, Matter], dict[str, Any]]]] = {
    ApplicationAccepted: _accepted,
    ApplicationDeclined: _declined,
    DecisionExtended: _extended,
    ElevationOrdered: _elevated,
    MediationDocumentDrawn: _mediated,
    DecisionMade: _decided,
    ReconsiderationTerminated: _terminated,
}
