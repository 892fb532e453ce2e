"""What a case learns of mediation 调解, settlement 和解 and earlier withdrawals (ARL 73, 74)."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from services.reconsideration.domain.lessons.lesson import Lessons
from services.reconsideration.domain.participants import Refiled
from services.reconsideration.domain.talks import Talks
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.settling import (
    MediationBegun,
    MediationBroken,
    MediationDocumentDrawn,
    MediationDocumentSealed,
    MediationDocumentSigned,
    RefilingAllowed,
    WithdrawalRefused,
)

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case


def _drawn(case: "Case", fact: MediationDocumentDrawn) -> dict[str, object]:
    talks = case.talks or Talks(since=fact.head.on)
    # another text is another document: nobody has signed it
    drawn = Talks(
        since=talks.since,
        drawn_on=fact.head.on,
        paper_id=fact.mediation_document_id,
        obliges=fact.obliges,
        perform_by=fact.perform_by,
        duties=fact.duties,
    )
    return {"talks": drawn}


def _signed(case: "Case", fact: MediationDocumentSigned) -> dict[str, object]:
    if case.talks is None:
        return {}
    last = max(fact.head.on, case.talks.signed_on or fact.head.on)
    if fact.organ:
        organs = (*case.talks.joint_signed, fact.organ)
        return {"talks": replace(case.talks, joint_signed=organs, signed_on=last)}
    if fact.standing is Standing.RESPONDENT:
        return {"talks": replace(case.talks, respondent_signed=True, signed_on=last)}
    signed = (*case.talks.signed, *fact.signers)
    return {"talks": replace(case.talks, signed=signed, signed_on=last)}


def _sealed(_: "Case", fact: MediationDocumentSealed) -> dict[str, object]:
    return {"talks": None, "perform_by": fact.perform_by, "duties": fact.duties}


def _refiled(case: "Case", fact: RefilingAllowed) -> dict[str, object]:
    whose = fact.applicants or case.applicants
    new = tuple(
        Refiled(person_id=one, ground=fact.ground, reason_id=fact.reason_id) for one in whose
    )
    return {"refilings": (*case.refilings, *new)}


LESSONS: Final[Lessons] = {
    MediationBegun: lambda _, f: {"talks": Talks(since=f.head.on)},
    MediationBroken: lambda _, __: {"talks": None},
    MediationDocumentDrawn: _drawn,
    MediationDocumentSigned: _signed,
    MediationDocumentSealed: _sealed,
    WithdrawalRefused: lambda case, __: {
        "withdrawn": False,
        "settled": False,
        "participants": replace(case.participants, withdrawing=(), settling=()),
    },
    RefilingAllowed: _refiled,
}
