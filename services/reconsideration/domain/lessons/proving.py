"""What a case learns of its evidence 证据, and of who may read it (ARL 43 to 47)."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from services.reconsideration.domain.evidence import Asked, Granted, Piece, Spell
from services.reconsideration.domain.joint import told
from services.reconsideration.domain.lessons.given import given_anew
from services.reconsideration.domain.lessons.lesson import Lesson, Lessons
from shared.contracts.reconsideration import CopyReceived, ReplyFiled, Standing
from shared.contracts.reconsideration.access import FileAccessGranted, FileAccessRequested
from shared.contracts.reconsideration.deferring import ReplyDeferred
from shared.contracts.reconsideration.in_time import ReplyInTime
from shared.contracts.reconsideration.inquiring import (
    AppraisalBegun,
    AppraisalDenied,
    AppraisalEnded,
    AppraisalRequested,
    EvidenceTaken,
    InspectionBegun,
    InspectionEnded,
)
from shared.contracts.reconsideration.proving import (
    EvidenceExamined,
    EvidenceSubmitted,
    FurtherEvidenceAllowed,
    FurtherEvidenceRefused,
    FurtherEvidenceRequested,
    LateReplyFiled,
)
from shared.contracts.reconsideration.served_again import CopyServedAgain

if TYPE_CHECKING:
    from datetime import date

    from services.reconsideration.domain.case import Case


def _of(learn: "Callable[[Case, Any], dict[str, Any]]") -> Lesson:
    """A lesson about fields of the evidence."""
    return lambda case, fact: {"evidence": replace(case.evidence, **learn(case, fact))}


def _further(learn: Callable[[Any], dict[str, Any]]) -> Lesson:
    """A lesson about the leave of one respondent: of another joint one, if the fact names it."""

    def lesson(case: "Case", fact: Any) -> dict[str, object]:  # noqa: ANN401 - any of these facts
        if fact.organ:
            return {"joint": told(case.joint, fact.organ, **learn(fact))}
        return {"evidence": replace(case.evidence, **learn(fact))}

    return lesson


def _submitted(case: "Case", fact: EvidenceSubmitted) -> dict[str, object]:
    """The first of several that is added uses the leave up, which is that of whoever puts them in.

    Pages of old know of one leave for all respondents, which any of them used up; those that came
    with others by one act know better.
    """
    new = Piece(
        number=fact.evidence,
        standing=fact.standing,
        submitted_on=fact.head.on,
        evidence_kind=fact.evidence_kind,
        proving=fact.proving,
        shows_id=fact.shows_id,
        attachments=fact.attachments,
        collected_on=fact.collected_on,
        supplements=fact.supplements,
        organ=fact.organ,
    )
    listed = replace(case.evidence, pieces=(*case.evidence.pieces, new))
    if not fact.supplements:
        return {"evidence": listed}
    if any(one.organ == fact.organ and one.further_since for one in case.joint):
        return {"evidence": listed, "joint": told(case.joint, fact.organ, further_since=None)}
    if fact.organ and fact.pieces == 0:
        return {"evidence": listed}
    return {"evidence": replace(listed, further_since=None)}


def _examined(case: "Case", fact: EvidenceExamined) -> dict[str, Any]:
    pieces = (
        replace(one, examined=fact.examined) if one.number == fact.evidence else one
        for one in case.evidence.pieces
    )
    return {"pieces": tuple(pieces)}


def _asked(case: "Case", fact: FileAccessRequested) -> dict[str, Any]:
    return {
        "access_asked": (*case.evidence.access_asked, Asked(reader=fact.reader, on=fact.head.on))
    }


def _granted(case: "Case", fact: FileAccessGranted) -> dict[str, Any]:
    mine = Granted(
        reader=fact.reader,
        on=fact.head.on,
        reply_id=case.evidence.reply_id if fact.reply else None,
        evidences=fact.evidences,
        withheld=fact.withheld,
        attachments=fact.attachments,
        joint_replies=tuple(one for one in case.replies if one != case.evidence.reply_id)
        if fact.reply
        else (),
    )
    others = (one for one in case.evidence.granted if one.reader != fact.reader)
    waiting = (one for one in case.evidence.access_asked if one.reader != fact.reader)
    return {"granted": (*others, mine), "access_asked": tuple(waiting)}


def _late(case: "Case", fact: LateReplyFiled) -> dict[str, Any]:
    """The text is kept; that it came too late stands as it was recorded (ARL 70)."""
    if fact.organ == case.respondent:
        return {"evidence": replace(case.evidence, reply_id=fact.reply_id)}
    return {"joint": told(case.joint, fact.organ, reply_id=fact.reply_id)}


def _in_time(case: "Case", fact: ReplyInTime) -> dict[str, Any]:
    """It has replied, and what was found or drawn up upon its silence is so anew (CPL 85)."""
    came = replace(case.evidence, reply_id=fact.reply_id, in_time_on=fact.head.on, lapsed_as="")
    return {"evidence": came, "reply_forfeited": False, "findings": (), "drafted": None}


def _asked_again(case: "Case", fact: CopyServedAgain) -> dict[str, Any]:
    """A silence that followed from no service was none, and it replies anew (ARL 48, 70)."""
    copied = replace(case.evidence, copied_on=fact.head.on)
    if not case.reply_forfeited:
        return {"evidence": copied}
    copied = replace(copied, reply_id=None, lapsed_as="")
    return {"evidence": copied, "reply_forfeited": False, "findings": (), "drafted": None}


def _deferred(case: "Case", fact: ReplyDeferred) -> dict[str, Any]:
    """Who was kept for a good reason is not silent: it may reply in the days given (CPL 86)."""
    known = replace(case.evidence, reply_id=None, lapsed_as="", **given_anew(fact))
    return {"evidence": known, "reply_forfeited": False, "findings": (), "drafted": None}


def _ended(spells: tuple[Spell, ...], number: int, on: "date") -> tuple[Spell, ...]:
    return tuple(replace(one, until=on) if one.number == number else one for one in spells)


def _unanswered(case: "Case", fact: AppraisalDenied | AppraisalBegun) -> tuple[Standing, ...]:
    """Whose requests wait on; pages of old, which say of nobody, answered all (ARR2026 46)."""
    if fact.answers is None:
        return ()
    return tuple(one for one in case.evidence.appraisal_asked if one not in fact.answers)


def _inspected(case: "Case", fact: InspectionBegun) -> dict[str, Any]:
    done = case.evidence.inspections
    return {"inspections": (*done, Spell(number=len(done) + 1, since=fact.head.on))}


def _came(case: "Case", fact: EvidenceTaken | InspectionEnded) -> dict[str, Any]:
    """Who inquired may be objected to from then on, as who handles the case may (RULES 47)."""
    return {"inquirers": tuple(dict.fromkeys((*case.evidence.inquirers, *fact.inquirers)))}


LESSONS: Final[Lessons] = {
    CopyReceived: _of(lambda _, f: {"copied_on": f.head.on}),
    CopyServedAgain: _asked_again,
    ReplyFiled: _of(lambda _, f: {"reply_id": f.reply_id}),
    LateReplyFiled: _late,
    ReplyInTime: _in_time,
    ReplyDeferred: _deferred,
    EvidenceSubmitted: _submitted,
    EvidenceExamined: _of(_examined),
    FurtherEvidenceRequested: _further(lambda f: {"further_asked_on": f.head.on}),
    FurtherEvidenceAllowed: _further(
        lambda f: {"further_since": f.head.on, "further_asked_on": None}
    ),
    FurtherEvidenceRefused: _further(lambda _: {"further_asked_on": None}),
    EvidenceTaken: _of(_came),
    AppraisalRequested: _of(
        lambda c, f: {"appraisal_asked": (*c.evidence.appraisal_asked, f.standing)}
    ),
    AppraisalDenied: _of(lambda c, f: {"appraisal_asked": _unanswered(c, f)}),
    AppraisalBegun: _of(
        lambda c, f: {
            "appraisals": (
                *c.evidence.appraisals,
                Spell(number=f.appraisal, since=f.head.on),
            ),
            "appraisal_asked": _unanswered(c, f),
        }
    ),
    AppraisalEnded: _of(
        lambda c, f: {"appraisals": _ended(c.evidence.appraisals, f.appraisal, f.head.on)}
    ),
    InspectionBegun: _of(_inspected),
    InspectionEnded: _of(
        lambda c, f: {
            "inspections": _ended(c.evidence.inspections, len(c.evidence.inspections), f.head.on),
            **_came(c, f),
        }
    ),
    FileAccessRequested: _of(_asked),
    FileAccessGranted: _of(_granted),
}
