"""What the gaps of templates are filled with in every paper; each act adds its own (`own`)."""

from contextlib import suppress
from typing import Any

from services.reconsideration.papers.basics import basics_of
from services.reconsideration.papers.matter import Matter, told
from services.reconsideration.papers.own import PERIODS, own_of
from services.reconsideration.papers.sorts import Sort, To
from services.reconsideration.papers.whom import organ_to, person_of
from shared.contracts.intake import PersonKind
from shared.contracts.reconsideration import DecisionMade
from shared.frame.meanings import meanings
from shared.law.suing import SUE_ACT, SUE_DECISION
from shared.people import Person


def values_of(sort: Sort, matter: Matter) -> dict[str, Any]:
    """What a template of this sort may ask for; docs/papers.md lists it.

    Raises:
        Refused: The act has not been done, or an applicant's name was never given.
    """
    fact = told(matter, sort)
    authority = matter.authority_on(fact)
    return {
        **(_of_parties(matter) if matter.has_parties else {}),
        "authority": matter.organ(authority),
        "signs": _body_of(matter, authority) if sort.by_body else matter.organ(authority),
        "organ": organ_to(matter, sort) if _is_to_organ(sort) else "",
        "person": _person(sort, matter),
        "telephone": matter.directory.contact(authority).telephone,
        "legal_aid": _legal_aid(matter, authority),
        "on": fact.head.on,
        "reference": matter.reference,
        "number": number_of(sort, matter),
        "periods": PERIODS,
        "sue_within": SUE_DECISION.period,
        "sue_act_within": SUE_ACT.period,
        "text": matter.texts.get(getattr(fact, sort.text), "") if sort.text else "",
        "enclosed": "",
        **own_of(fact, matter),
        "cases": [values_of(sort, one) for one in matter.cases],
    }


def _is_to_organ(sort: Sort) -> bool:
    """Whether it is written to an organ: of those to somebody outside, where its page names one."""
    return sort.to is To.ORGAN or (sort.to is To.OUTSIDE and bool(sort.names))


def _of_parties(matter: Matter) -> dict[str, Any]:
    """What every paper of a case may say of who takes part in it.

    Raises:
        Refused: An applicant's name was never given.
    """
    received, applicants = matter.received, matter.applicants
    return {
        "applicants": "、".join(one.name for one in applicants),
        "parties": [_introduced("申请人", one) for one in applicants],
        "basics": [basics_of("申请人", one) for one in applicants],
        "third_persons": [_introduced("第三人", one) for one in matter.third_persons],
        "addressees": _everybody(matter),
        "you": _you(applicants),
        "respondent": matter.respondent_names,
        "several": len(matter.respondents) > 1,
        "act": meanings(type(received.act))[received.act.value],
        "received_on": received.head.on,
    }


def _everybody(matter: Matter) -> str:
    """Everybody to whom a notice to all parties is written, third persons too (ARL 16)."""
    applicants = "、".join(one.name for one in matter.applicants)
    third = "、".join(one.name for one in matter.third_persons)
    return "，".join(filter(None, (applicants, matter.respondent_names, third)))


def number_of(sort: Sort, matter: Matter) -> str:
    """发文字号 of a paper; empty where it has none, and the paper is a draft."""
    fact = told(matter, sort)
    return fact.document_number if isinstance(fact, DecisionMade) else matter.number


def _person(sort: Sort, matter: Matter) -> str:
    """The name of whom the paper is written to or tells, where its act names one person."""
    one = person_of(matter, sort)
    return "" if one is None else matter.person(one, "所写的当事人").name


def _body_of(matter: Matter, authority: str) -> str:
    """行政复议机构 of an authority; its own name where the directory knows no body (ARL 4)."""
    try:
        return matter.directory.body_of(matter.directory.organ(authority).place).name
    except LookupError:
        return matter.organ(authority)


def _legal_aid(matter: Matter, authority: str) -> str:
    """法律援助机构 where the body has its seat and where the respondent is (ARL 18; ARR2026 19)."""
    places = [matter.received.county] if matter.has_parties else []
    with suppress(LookupError):
        places.insert(0, matter.directory.organ(authority).place)
    known = matter.directory.legal_aid(*places)
    return "、".join(f"{one.name}（电话{one.telephone}）" for one in known)


def _introduced(as_what: str, one: Person) -> str:
    """申请人、第三人 with where they live or have their seat, as far as it was given."""
    where = "住" if one.kind is PersonKind.NATURAL else "住所地"
    return f"{as_what}：{one.name}" + (f"，{where}{one.address}" if one.address else "")


def _you(applicants: list[Person]) -> str:
    """How the applicants are spoken to."""
    if len(applicants) > 1:
        return "你们"
    return "你" if applicants[0].kind is PersonKind.NATURAL else "你单位"
