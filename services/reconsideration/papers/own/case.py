"""What papers of a case on its way say of their own: from acceptance to what it rests on."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from services.reconsideration.domain.conditions import NOT_MET
from services.reconsideration.domain.conduct.higher import ground_of
from services.reconsideration.domain.filing import filed_on
from services.reconsideration.domain.handling import bench
from services.reconsideration.papers.grounds import (
    SIMPLIFIED_FOR,
    STAYED_FOR,
    SUSPENDED_FOR,
)
from services.reconsideration.papers.matter import Matter
from services.reconsideration.papers.own.hearing import heard, held
from services.reconsideration.papers.own.wording import PERIODS, item_of, last_day, said
from services.reconsideration.papers.printed import copied, told_request
from services.reconsideration.papers.whom import stays_asked
from shared.contracts.fact import Fact
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import (
    ApplicationAccepted,
    ApplicationDeclined,
    CopySent,
    FilingManner,
    SupplementExtended,
    ViewsHeard,
)
from shared.contracts.reconsideration.assigning import (
    ConvertedToOrdinary,
    SimplifiedChosen,
    SimplifiedGround,
)
from shared.contracts.reconsideration.forwarding import ApplicationForwarded
from shared.contracts.reconsideration.hearing_held import HearingHeld
from shared.contracts.reconsideration.higher import ElevationOrdered, FileHandedOver
from shared.contracts.reconsideration.inquiring import (
    AppraisalBegun,
    AppraisalDenied,
    EvidenceTaken,
    Inquiry,
    InspectionEnded,
)
from shared.contracts.reconsideration.oral import OralApplicationRecorded
from shared.contracts.reconsideration.pausing import (
    ExecutionStayed,
    ReconsiderationResumed,
    ReconsiderationSuspended,
    StayEnded,
    StayRefused,
)
from shared.contracts.reconsideration.people import (
    CasesJoined,
    RepresentativesAsked,
    ThirdPersonJoined,
)
from shared.contracts.reconsideration.proving import FurtherEvidenceAllowed
from shared.contracts.reconsideration.repeated import ApplicationSevered
from shared.contracts.reconsideration.respondent import RespondentChangeTold
from shared.law.article import ARR2026


def _accepted(fact: ApplicationAccepted, matter: Matter) -> dict[str, Any]:
    start = fact.runs_from or fact.head.on
    until = last_day("decide", start, matter, law_days=fact.law_days)
    return {"deemed": fact.deemed, "decide_by": until}


def _declined(fact: ApplicationDeclined, matter: Matter) -> dict[str, Any]:
    return {
        "not_met": NOT_MET[fact.missing],
        "condition": f"ARL 30(1)({item_of(fact.missing)})",
        "competent": matter.organ(fact.competent) if fact.competent else "",
    }


def _elevated(fact: ElevationOrdered, matter: Matter) -> dict[str, Any]:
    point = ground_of(fact.ground)
    return {
        "regulated": ARR2026.in_force(fact.head.on),
        "above": matter.organ(fact.organ),
        "below": matter.organ(fact.below),
        "ground": str(point.article and point.article.code),
        "ground_says": point.text,
    }


def _handed_over(fact: FileHandedOver, matter: Matter) -> dict[str, Any]:
    return {"above": matter.organ(fact.organ), "regulated": ARR2026.in_force(fact.head.on)}


def _sent_on(_: ApplicationForwarded, matter: Matter) -> dict[str, Any]:
    return {"to": matter.organ(matter.received.authority)}


def _taken(fact: EvidenceTaken, matter: Matter) -> dict[str, Any]:
    return {
        "asked": fact.inquiries == (Inquiry.QUESTION,),
        "inquirers": matter.officers(fact.inquirers),
        "inquiries": "、".join(map(said, fact.inquiries)),
        "signed": fact.unsigned_id is None,
    }


def _appraised(fact: AppraisalBegun, _: Matter) -> dict[str, Any]:
    return {"appraiser": said(fact.appraiser), "payer": said(fact.payer)}


def _not_appraised(fact: AppraisalDenied, _: Matter) -> dict[str, Any]:
    return {"regulated": ARR2026.in_force(fact.head.on)}


def _inspected(fact: InspectionEnded, matter: Matter) -> dict[str, Any]:
    return {"inquirers": matter.officers(fact.inquirers), "signed": fact.unsigned_id is None}


def _supplement_extended(fact: SupplementExtended, _: Matter) -> dict[str, Any]:
    return {"until": fact.until}


def _copied(_: CopySent, matter: Matter) -> dict[str, Any]:
    simplified = matter.is_simplified
    name = "reply_simplified" if simplified else "reply"
    accepted = matter.newest(ApplicationAccepted)
    fined = accepted is not None and matter.received.act is ActKind.PENALTY
    return {
        "simplified": simplified,
        "reply_within": PERIODS[name],
        "surcharge_from": accepted.head.on if accepted and fined else None,
        "enclosed": _copy_is(matter),
        "received": [(on, matter.texts.get(text_id, "")) for on, text_id in copied(matter)],
        **told_request(matter),
    }


def _copy_is(matter: Matter) -> str:
    """What is copied to the respondent: the application, or the record of an oral one (ARL 48)."""
    orally = matter.received.manner is FilingManner.ORAL
    return "行政复议申请笔录复印件" if orally else "行政复议申请书副本"


def _severed(fact: ApplicationSevered, matter: Matter) -> dict[str, Any]:
    return {
        "apart": _names(fact.applicants, matter),
        "accepted": any(isinstance(one, ApplicationAccepted) for one in matter.by_then),
        "brought_on": filed_on(matter.by_then),
    }


def _names(persons: Sequence[UUID], matter: Matter) -> str:
    return "、".join(matter.person(one, "申请人").name for one in persons)


def _respondent_told(fact: RespondentChangeTold, matter: Matter) -> dict[str, Any]:
    return {
        "right": "、".join(map(matter.organ, fact.respondent_organs)),
        "wrong": "、".join(map(matter.organ, (fact.respondent, *fact.joint))),
        "because": fact.article,
    }


def _third(fact: ThirdPersonJoined, matter: Matter) -> dict[str, Any]:
    return {"called": fact.called, "third_person": matter.person(fact.third_person, "第三人").name}


def _simplified(fact: SimplifiedChosen, matter: Matter) -> dict[str, Any]:
    consent = fact.ground is SimplifiedGround.CONSENT
    return {
        "consent": consent,
        "ground": SIMPLIFIED_FOR[fact.ground],
        "item": "ARL 53(2)" if consent else f"ARL 53(1)({item_of(fact.ground)})",
        "decide_by": last_day("decide_simplified", fact.runs_from, matter, law_days=fact.law_days),
    }


def _converted(fact: ConvertedToOrdinary, matter: Matter) -> dict[str, Any]:
    return {
        "runs_from": fact.runs_from,
        "decide_by": last_day("decide", fact.runs_from, matter, law_days=fact.law_days),
    }


def _suspended(
    fact: ReconsiderationSuspended | ReconsiderationResumed, matter: Matter
) -> dict[str, Any]:
    return {
        "whose": _names([fact.applicant] if fact.applicant else [], matter),
        "cause": SUSPENDED_FOR[fact.cause],
        "item": f"ARL 39(1)({item_of(fact.cause)})",
        "sixty": isinstance(fact, ReconsiderationSuspended) and fact.ends_in_sixty,
    }


def _stayed(fact: ExecutionStayed | StayEnded, _: Matter) -> dict[str, Any]:
    return {"ground": STAYED_FOR[fact.ground], "item": f"ARL 42 item {item_of(fact.ground)}"}


def _stay_refused(fact: StayRefused, matter: Matter) -> dict[str, Any]:
    """Whose request it answers; of a page of old nobody is named (RULES 169)."""
    each = (_names(one.askers, matter) or said(one.standing) for one in stays_asked(matter, fact))
    return {"whose": "、".join(dict.fromkeys(each))}


def _asked_to_elect(fact: RepresentativesAsked, matter: Matter) -> dict[str, Any]:
    rule = bench(fact.head.on)
    return {
        "count": fact.applicant_count,
        "least": rule.least,
        "most": rule.most,
        "item": rule.article.code,
        "signed": ARR2026.in_force(fact.head.on),
        "until": last_day("elect", fact.head.on, matter),  # the clock runs from the asking
    }


def _joined(fact: CasesJoined, _: Matter) -> dict[str, Any]:
    return {"ground": said(fact.ground), "item": f"ARR2026 43 item {item_of(fact.ground)}"}


def _orally(fact: OralApplicationRecorded, _: Matter) -> dict[str, Any]:
    return {"checking": said(fact.checking), "signed": fact.signed}


def _more_evidence(fact: FurtherEvidenceAllowed, _: Matter) -> dict[str, Any]:
    return {"raised_by": said(fact.raised_by)}


OWN: Final[Mapping[type[Fact], Callable[[Any, Matter], dict[str, Any]]]] = {
    SupplementExtended: _supplement_extended,
    ApplicationAccepted: _accepted,
    ApplicationDeclined: _declined,
    OralApplicationRecorded: _orally,
    RespondentChangeTold: _respondent_told,
    ApplicationSevered: _severed,
    CopySent: _copied,
    FurtherEvidenceAllowed: _more_evidence,
    ThirdPersonJoined: _third,
    RepresentativesAsked: _asked_to_elect,
    CasesJoined: _joined,
    SimplifiedChosen: _simplified,
    ConvertedToOrdinary: _converted,
    ReconsiderationSuspended: _suspended,
    ReconsiderationResumed: _suspended,
    ExecutionStayed: _stayed,
    StayEnded: _stayed,
    StayRefused: _stay_refused,
    ViewsHeard: heard,
    HearingHeld: held,
    ElevationOrdered: _elevated,
    FileHandedOver: _handed_over,
    ApplicationForwarded: _sent_on,
    EvidenceTaken: _taken,
    AppraisalBegun: _appraised,
    AppraisalDenied: _not_appraised,
    InspectionEnded: _inspected,
}
"""By the fact that the paper tells of."""
