"""What papers say with which a case comes to its end: extended, mediated, decided, terminated."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from services.reconsideration.domain.awarding import COMPENSATED
from services.reconsideration.domain.judging import KINDS
from services.reconsideration.domain.ordering import redo_rule
from services.reconsideration.papers.grounds import ENDED_FOR
from services.reconsideration.papers.matter import Matter
from services.reconsideration.papers.own.owing import awarded, owing, remedied
from services.reconsideration.papers.own.wording import item_of, said
from services.reconsideration.papers.printed import found, told_in_the_end
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    DecisionExtended,
    DecisionMade,
    Outcome,
    ReconsiderationTerminated,
)
from shared.contracts.reconsideration.aftermath import DecisionAnnulled
from shared.contracts.reconsideration.attached import (
    AttachedResultRecorded,
    AttachedReviewDropped,
    Drop,
    Flaw,
)
from shared.contracts.reconsideration.judged import Disposition
from shared.contracts.reconsideration.pausing import Termination
from shared.contracts.reconsideration.people import ApplicantsLeft
from shared.contracts.reconsideration.refusal import RefusalCorrected
from shared.contracts.reconsideration.settling import MediationDocumentDrawn
from shared.law.period import parse_period


def _extended(fact: DecisionExtended, _: Matter) -> dict[str, Any]:
    return {"days": fact.days, "until": fact.until}


def _decided(fact: DecisionMade, matter: Matter) -> dict[str, Any]:
    fell = _fell(matter)
    decided = [_says(one) for one in fact.dispositions]
    return {
        **told_in_the_end(matter),
        "found": [matter.texts.get(one.text_id, "") for one in found(matter)],
        "decisions": decided if len(decided) > 1 else [],  # for templates of a city that name it
        "dispositions": decided,
        "attached": list(_attached(matter)),
        "dismissed": fact.outcome is Outcome.APPLICATION_DISMISSED,
        "redo": fact.redo,
        "remedial_items": remedied(fact, matter),
        "perform_within": parse_period(fact.perform_within) if fact.perform_within else None,
        "perform_by": fact.perform_by,
        **_to_redo(fact),
        "owing": [] if fell == "annulled" else owing(fact.duties, matter),
        "final_law": matter.texts.get(fact.final_law_id, "") if fact.final_law_id else "",
        "fell": fell,
        **awarded(fact, matter),
        "jointly": _jointly(fact, matter),
    }


def _fell(matter: Matter) -> str:
    """Whether it was set aside, or what it dismissed accepted, before it was served on all.

    It is served on the rest, and nobody sues over it any more (ARL 29; RULES 92, 172).
    """
    kinds = {type(one) for one in matter.after}
    if DecisionAnnulled in kinds:
        return "annulled"
    return "corrected" if RefusalCorrected in kinds else ""


def _attached(matter: Matter) -> Iterator[str]:
    """关于附带审查: the result of each document, or why it is not reviewed (ARL 13, 59, 60)."""
    for one in matter.facts:
        if isinstance(one, AttachedResultRecorded):
            yield _reviewed(one)
        elif isinstance(one, AttachedReviewDropped) and one.drop is not Drop.CASE_ENDED:
            yield _dropped(one, matter)


def _dropped(one: AttachedReviewDropped, matter: Matter) -> str:
    """不再附带审查: its applicant took it back, or it is no basis of the act, and why (ARL 13)."""
    begins = f"第{one.nth}份文件，"
    if one.drop is Drop.WITHDRAWN:
        return f"{begins}申请人已撤回附带审查申请，本机关不再附带审查"
    if one.drop is Drop.LEFT:
        return f"{begins}提出附带审查申请的申请人不再参加本案，本机关不再附带审查"
    says = f"{begins}经审查，不是本案行政行为所依据的规范性文件，本机关不再附带审查"
    reason = matter.texts.get(one.reason_id, "") if one.reason_id else ""
    return f"{says}。理由：{reason.rstrip('。 ')}" if reason else says


def _to_redo(fact: DecisionMade) -> dict[str, Any]:
    """重新作出的期限 that holds where the decision sets none (ARR2026 58; ARR2007 49)."""
    rule = redo_rule(fact.head.on)
    undated = fact.redo and not (fact.perform_within or fact.perform_by)
    return {"redo_within": rule.period if undated else None, "redo_item": rule.article.code}


def _jointly(fact: DecisionMade | MediationDocumentDrawn, matter: Matter) -> list[str]:
    """共同作出决定的其他机关, who sign it, too (ARR2026 32)."""
    return [matter.organ(one) for one in fact.co_authorities]


def _reviewed(one: AttachedResultRecorded) -> str:
    """附带审查的结果 of one document, which the decision tells (ARL 59, 60)."""
    who = "有权处理的机关" if one.by_other else "本机关"
    begins = f"第{one.nth}份文件，{who}经附带审查，认为相关条款"
    if one.flaw is Flaw.NONE:
        return f"{begins}合法"
    return f"{begins}不合法（{said(one.flaw)}），不作为认定行政行为合法的依据"


def _says(one: Disposition) -> str:
    """What is decided of one act, as 撤销该行政行为，责令重新作出行政行为."""
    redo = "责令被申请人重新作出行政行为" if one.redo else ""
    paid = COMPENSATED[one.compensation] if one.compensation else ""
    remedial = "责令被申请人采取补救措施" if one.remedial else ""
    return "，".join(filter(None, (KINDS[one.outcome], redo, remedial, paid)))


def _terminated(fact: ReconsiderationTerminated, _: Matter) -> dict[str, Any]:
    return {
        "settled": fact.settled,
        "withdrawn": fact.ground is Termination.WITHDRAWN,
        "ended_for": ENDED_FOR[fact.ground],
        "ground": f"ARL 41 item {item_of(fact.ground)}",
    }


def _mediated(fact: MediationDocumentDrawn, matter: Matter) -> dict[str, Any]:
    return {
        **told_in_the_end(matter),
        "perform_by": fact.perform_by,
        "owing": owing(fact.duties, matter),
        "jointly": _jointly(fact, matter),
    }


def _left(fact: ApplicantsLeft, matter: Matter) -> dict[str, Any]:
    return {
        "left": "、".join(matter.person(one, "申请人").name for one in fact.applicants),
        "ended_for": ENDED_FOR[fact.ground],
        "withdrawn": fact.ground is Termination.WITHDRAWN,
        "ground": f"ARL 41 item {item_of(fact.ground)}",
    }


OWN: Final[Mapping[type[Fact], Callable[[Any, Matter], dict[str, Any]]]] = {
    DecisionExtended: _extended,
    MediationDocumentDrawn: _mediated,
    DecisionMade: _decided,
    ReconsiderationTerminated: _terminated,
    ApplicantsLeft: _left,
}
"""By the fact that the paper tells of."""
