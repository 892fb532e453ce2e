"""What is answered and listed on a case's way: receipt, elevation, recusal, access, evidence."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from services.reconsideration.domain.conduct.higher import ground_of
from services.reconsideration.domain.participants import Admission
from services.reconsideration.papers.grounds import CONSULTED_FOR, SUSPENDED_FOR
from services.reconsideration.papers.matter import Matter
from services.reconsideration.papers.own.wording import PERIODS, item_of, said
from services.reconsideration.papers.printed import listed, told_admission
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    ApplicationReceived,
    ConsultationRequested,
    OpinionRecorded,
)
from shared.contracts.reconsideration.access import FileAccessGranted, Withheld
from shared.contracts.reconsideration.assigning import RecusalDecided
from shared.contracts.reconsideration.attached import (
    AttachedReviewDropped,
    AttachedReviewRequested,
)
from shared.contracts.reconsideration.hearing_held import HearingPutOff, HearingSet
from shared.contracts.reconsideration.higher import ElevationAsked, ElevationDenied
from shared.contracts.reconsideration.pausing import ResumptionOrdered
from shared.contracts.reconsideration.proving import EvidenceExamined, EvidenceSubmitted
from shared.contracts.reconsideration.request import RequestChanged, ThirdRequestAdmitted
from shared.contracts.reconsideration.respondent import PowersLost, RespondentSucceeded
from shared.law.article import ARR2026
from shared.law.day import legal_day


def _received(fact: ApplicationReceived, _: Matter) -> dict[str, Any]:
    return {
        "manner": said(fact.manner),
        "review_within": PERIODS["review"],
        "act_done_on": fact.act_done_on,
        "learnt_on": fact.learnt_on,
    }


def _asked_above(fact: ElevationAsked, matter: Matter) -> dict[str, Any]:
    point = ground_of(fact.ground)
    return {
        "above": matter.organ(fact.asked_of),
        "regulated": ARR2026.in_force(fact.head.on),
        "ground": str(point.article and point.article.code),
        "ground_says": point.text,
    }


def _not_elevated(fact: ElevationDenied, matter: Matter) -> dict[str, Any]:
    asked = [one.head.on for one in matter.facts if isinstance(one, ElevationAsked)]
    return {
        "above": matter.organ(fact.organ),
        "left_out": ARR2026.in_force(asked[-1] if asked else fact.head.on),
    }


def _resumption_ordered(fact: ResumptionOrdered, matter: Matter) -> dict[str, Any]:
    return {
        "whose": matter.person(fact.applicant, "申请人").name if fact.applicant else "",
        "cause": SUSPENDED_FOR[fact.cause],
        "item": f"ARL 39(1)({item_of(fact.cause)})",
    }


def _recused(fact: RecusalDecided, matter: Matter) -> dict[str, Any]:
    return {
        "reviewer": matter.officer(fact.reviewer),
        "tie": said(fact.tie),
        "replaced": fact.replaced,
        "successor": matter.officer(fact.successor) if fact.successor else "",
    }


def _put_off(fact: HearingPutOff, matter: Matter) -> dict[str, Any]:
    before = [
        one
        for one in matter.facts
        if isinstance(one, HearingSet) and one.head.version < fact.head.version
    ]
    return {"was_on": legal_day(before[-1].hearing_at) if before else None}


def _not_attached(fact: AttachedReviewDropped, matter: Matter) -> dict[str, Any]:
    """Whether an applicant asked for it, or the authority had doubted it itself (ARL 13, 57)."""
    asked = (f for f in matter.facts if isinstance(f, AttachedReviewRequested))
    return {"asked": any(one.nth == fact.nth for one in asked)}


def _asked(fact: ConsultationRequested, _: Matter) -> dict[str, Any]:
    return {
        "ground": CONSULTED_FOR[fact.ground],
        "item": f"ARL 52(2)({item_of(fact.ground)})",
        "drafted": fact.draft_id is not None,
    }


def _opined(fact: OpinionRecorded, _: Matter) -> dict[str, Any]:
    return {"stance": said(fact.stance)}


def _granted(fact: FileAccessGranted, matter: Matter) -> dict[str, Any]:
    return {
        "reply": fact.reply,
        "evidences": "、".join(map(str, fact.evidences)),
        "withheld": [_withheld(one, matter) for one in fact.withheld],
    }


def _withheld(one: Withheld, matter: Matter) -> str:
    """What is not shown as it is, on which ground and why (ARL 47)."""
    whose = f"{matter.organ(one.organ)}的" if one.organ else ""
    what = f"证据{one.evidence}" if one.evidence else f"{whose}书面答复"
    how = "提供遮盖后的文本" if one.redacted_id else "不予查阅、复制"
    return f"{what}：{said(one.excepted)}，{how}。{matter.texts.get(one.reason_id, '')}"


def _listed(fact: EvidenceSubmitted, matter: Matter) -> dict[str, Any]:
    return {"pieces": [_piece(one, matter) for one in listed(matter, fact)]}


def _piece(one: EvidenceSubmitted, matter: Matter) -> str:
    """A piece with who put it in, what it is to prove, and what the examination came to."""
    who = f"{said(one.standing)}提出" if one.standing else "行政复议机构调取"
    found = [
        f for f in matter.facts if isinstance(f, EvidenceExamined) and f.evidence == one.evidence
    ]
    came_to = said(found[-1].examined) if found else "尚未审查"
    about = f"{said(one.evidence_kind)}，{who}，待证事项为{said(one.proving)}，{came_to}"
    return f"证据{one.evidence}（{about}）：{matter.texts.get(one.shows_id, '')}"


def _request_changed(fact: RequestChanged, _: Matter) -> dict[str, Any]:
    return {"sought": "、".join(map(said, fact.sought))}


def _admitted(fact: ThirdRequestAdmitted, matter: Matter) -> dict[str, Any]:
    return told_admission(matter, Admission.of(fact))


def _succeeded(fact: RespondentSucceeded, matter: Matter) -> dict[str, Any]:
    return {
        "before": matter.organ(fact.before),
        "now": matter.organ(fact.respondent),
        "abolished": fact.powers_lost is PowersLost.ABOLISHED,
        "since": fact.succeeded_on,
        "decided": fact.about is not None,
    }


OWN: Final[Mapping[type[Fact], Callable[[Any, Matter], dict[str, Any]]]] = {
    ApplicationReceived: _received,
    RequestChanged: _request_changed,
    ThirdRequestAdmitted: _admitted,
    RespondentSucceeded: _succeeded,
    ElevationAsked: _asked_above,
    ElevationDenied: _not_elevated,
    ResumptionOrdered: _resumption_ordered,
    RecusalDecided: _recused,
    AttachedReviewDropped: _not_attached,
    HearingPutOff: _put_off,
    ConsultationRequested: _asked,
    OpinionRecorded: _opined,
    FileAccessGranted: _granted,
    EvidenceSubmitted: _listed,
}
"""By the fact that the paper tells of."""
