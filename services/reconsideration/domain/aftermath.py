"""后续案卷: what follows a case, as the facts so far have made it (RULES 90)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from services.reconsideration.domain import debts as owing
from services.reconsideration.domain import letter
from services.reconsideration.domain.aftermath_table import State
from services.reconsideration.domain.debts import Debts, debt_of
from services.reconsideration.domain.letter import Letters, first_over
from services.reconsideration.domain.participants import heirless_after
from services.reconsideration.domain.remedies import in_place, remedied
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import Outcome, ReconsiderationActOverdue, Remedy
from shared.contracts.reconsideration.aftermath import (
    AftermathBegun,
    AftermathOpened,
    ClericalErrorsCorrected,
    Conclusion,
    CorrectionServed,
    DecidedAnew,
    DecisionAnnulled,
    DecisionCopied,
    DecisionPublished,
    DecisionTookEffect,
    DecisionWithheld,
    ServedAgain,
)
from shared.contracts.reconsideration.enforcing import EnforcementDue, SuitOnRecord
from shared.contracts.reconsideration.heirless import AddresseeFound, AddresseeGone
from shared.contracts.reconsideration.letters import (
    CorrectionUnreported,
    RecommendationUnanswered,
)
from shared.contracts.reconsideration.refusal import RefusalCorrected, RefusalServed
from shared.contracts.reconsideration.respondent import RespondentSucceeded
from shared.contracts.reconsideration.served import Service
from shared.law.calendar import Calendar
from shared.law.casefile import CaseFile


@dataclass(frozen=True, kw_only=True, slots=True)
class Aftermath(CaseFile):
    """What later acts ask of the file; the pages themselves are in the outbox."""

    state: State | None = None
    about: UUID | None = None
    """Case file of the reconsideration."""
    begun_on: date | None = None
    """The day on which the file was opened beside a case that goes on."""
    effective_on: date | None = None
    """发生法律效力之日: the first day of service; None of old, or while it is served on nobody."""
    conclusion: Conclusion | None = None
    opened_on: date | None = None
    """The day on which the case came to its end."""
    authority: str = ""
    respondent: str = ""
    joint: tuple[str, ...] = ()
    """The other joint respondents (ARL 19)."""
    outcome: Outcome | None = None
    document_number: str = ""
    copies: bool = False
    copies_for: tuple[str, ...] = ()
    """Respondents whose departments above are still to be told of the decision (ARL 79)."""
    copied_on: date | None = None
    """The day on which the last of them was told."""
    publishes: bool = False
    published_on: date | None = None
    withheld_on: date | None = None
    remedies: tuple[Remedy, ...] = ()
    """起诉期限 of each party, by the service that counts."""
    compulsory: bool | None = None
    """Of a refusal, whether reconsideration comes first 复议前置 (ARL 34)."""
    refusal_id: UUID | None = None
    """不予受理决定书."""
    refusal_for: tuple[UUID, ...] = ()
    """The applicants on whom it is still to be served."""
    refusals: tuple[Service, ...] = ()
    """送达 of the refusal so far, in the order of their pages."""
    heirless: tuple[UUID, ...] = ()
    """送达不能、无承受人: who is no more, as the case had it or since (RULES 145)."""
    accepted_case_id: UUID | None = None
    """Where the application is handled since what refused it was corrected 已纠正 (ARL 35)."""
    corrected_on: date | None = None
    """补正之日, while the paper that says so is not served on all yet."""
    correction_services: tuple[Service, ...] = ()
    """送达 of that paper so far."""
    anew: bool = False
    """Whether 责令、判决重新作出决定, until it is recorded; a file of old knows its day alone."""
    anew_by: date | None = None
    """The day that was set for it, likewise; a court may set none (ALL 70)."""
    sued_on: date | None = None
    """起诉之日 of the first suit over the decision that is on record (ALL 45)."""
    by_court: bool = False
    """Whether a court annulled or changed the decision 人民法院判决撤销、变更 (ALL 70, 77)."""
    letters: Letters = ()
    """意见书, in the order of their pages."""
    recommendations: Letters = ()
    """建议书, likewise."""
    debts: Debts = ()
    """What each applicant and third person may have to perform (ARL 78)."""

    @property
    def respondents(self) -> tuple[str, ...]:
        """All respondents, the one named first in the first place (ARL 19)."""
        return (self.respondent, *self.joint)

    @property
    def final(self) -> bool:
        """最终裁决: whether nobody may sue over the decision that all have (ARL 10)."""
        return any(one.final for one in self.remedies)

    @property
    def since(self) -> date | None:
        """From when what follows a decision may be done: its first service, else the end."""
        return self.effective_on or self.opened_on

    @property
    def to_copy(self) -> tuple[str, ...]:
        """Above whom the decision is still to be copied; a file of old knows the first alone."""
        if not self.copies or self.copied_on:
            return ()
        return self.copies_for or (self.respondent,)

    @property
    def owes_decision(self) -> bool:
        """Whether it is still to be decided anew 尚待重新作出决定 (RULES 92; ALL 70)."""
        return self.anew or self.anew_by is not None

    @property
    def owes_refusal(self) -> bool:
        """Whether a refusal 不予受理决定书 is served, which nobody has corrected (RULES 132)."""
        return self.conclusion is Conclusion.DECLINED and self.accepted_case_id is None

    def told_by_lapse(self, lapse: type[Fact], subject: str) -> dict[str, Any]:
        """About which letter an organ kept silent, or which organ is to enforce."""
        if lapse is CorrectionUnreported:
            return {"opinion_letter_id": first_over(self.letters, subject).letter_id}
        if lapse is RecommendationUnanswered:
            return {"recommendation_id": first_over(self.recommendations, subject).letter_id}
        if lapse in owing.LAPSES:
            return self._enforced_by(lapse, UUID(subject))
        return {"organ": subject} if lapse is ReconsiderationActOverdue else {}

    def completed(self, fact: Fact, calendar: Calendar) -> Fact:
        """A court's ruling of old, with until when one may apply again (COERCION 53)."""
        return owing.completed(self.debts, fact, calendar)

    def joint_with(self, organ: str) -> tuple[str, ...]:
        """共同作出的其他行政机关, each of which may enforce what this one may (ARL 19)."""
        theirs = self.respondents if organ in self.respondents else ()
        return tuple(one for one in theirs if one != organ)

    def enforcer_of(self, person_id: str) -> str:
        """负责执行的机关: who is to see to what this party has to perform (ARL 78)."""
        return next((one.organ for one in self.debts if str(one.person_id) == person_id), "")

    def _enforced_by(self, lapse: type[Fact], person_id: UUID) -> dict[str, Any]:
        debt = debt_of(self.debts, person_id)
        assert debt is not None  # noqa: S101 - its period was opened by the page that told it
        said = {"organ": debt.organ, "joint": self.joint_with(debt.organ)}
        return {**said, **owing.counted(debt)} if lapse is EnforcementDue else said

    def learnt(self, fact: Fact) -> dict[str, object]:
        """What this file remembers of `fact`, by the names of the fields above."""
        lesson = _LESSONS.get(type(fact))
        return lesson(self, fact) if lesson else {}


def _took_effect(_: Aftermath, fact: DecisionTookEffect) -> dict[str, object]:
    return {**fact.model_dump(exclude={"kind", "head"}), "effective_on": fact.head.on}


def _opened(file: Aftermath, fact: AftermathOpened) -> dict[str, object]:
    """What was told as the decision took effect stays: it may be copied by now.

    So do the respondents: whoever has it may have a successor since (ARL 19).
    """
    known = {"copies", "copies_for", "respondent", "joint"} if file.effective_on else set()
    said = fact.model_dump(exclude={"kind", "head", "concluded_on", "annulled", "obliges", *known})
    opened_on = fact.concluded_on or fact.head.on
    return {**said, "opened_on": opened_on, "remedies": fact.remedies}


def _served_again(file: Aftermath, fact: ServedAgain) -> dict[str, object]:
    if file.conclusion is Conclusion.DECLINED:
        return {"refusals": in_place(file.refusals, fact.service)}
    said = (fact.person_id, fact.served_on, fact.sue_until)
    return {"remedies": remedied(file.remedies, *said, final=fact.final)}


def _correction_served(file: Aftermath, fact: CorrectionServed) -> dict[str, object]:
    if not (fact.others_unserved or fact.with_decision):
        return {"corrected_on": None, "correction_services": ()}
    return {"correction_services": (*file.correction_services, *fact.services)}


def _begun(file: Aftermath, fact: AftermathBegun) -> dict[str, object]:
    said = fact.model_dump(exclude={"kind", "head"})
    return {**said, "begun_on": file.begun_on or fact.head.on}


def _refusal_corrected(file: Aftermath, fact: RefusalCorrected) -> dict[str, object]:
    """What is a dismissal no more is neither copied nor made public; what was done stays done."""
    settled = file.published_on or file.withheld_on
    return {
        "refusal_for": (),
        "accepted_case_id": fact.accepted_case_id,
        "copies": file.copies and file.copied_on is not None,
        "publishes": file.publishes and settled is not None,
    }


def _decision_copied(file: Aftermath, fact: DecisionCopied) -> dict[str, object]:
    """抄告完毕 with the last of several; of old a dismissal put right was copied all the same."""
    done_on = None if fact.owed else fact.head.on
    return {"copies": file.copies or not fact.owed, "copies_for": fact.owed, "copied_on": done_on}


def _owes(file: Aftermath, fact: Fact) -> dict[str, object]:
    return {"debts": owing.after(file.debts, fact)}


def _sued(file: Aftermath, fact: SuitOnRecord) -> dict[str, object]:
    """A suit of before the decision is not over it (ARL 29)."""
    is_over_it = file.since is not None and file.since <= fact.filed_on
    return {**_owes(file, fact), "sued_on": file.sued_on or (fact.filed_on if is_over_it else None)}


def _annulled(_: Aftermath, fact: DecisionAnnulled) -> dict[str, object]:
    said = {"anew": fact.decide_anew, "anew_by": fact.decide_anew_by}
    return {**said, "by_court": fact.by_court}


def _refusal_served(file: Aftermath, fact: RefusalServed) -> dict[str, object]:
    return {"refusal_for": fact.unserved, "refusals": (*file.refusals, fact.service)}


def _gone(file: Aftermath, fact: AddresseeGone) -> dict[str, object]:
    return {"heirless": heirless_after(file.heirless, fact), "refusal_for": fact.unserved}


def _found(file: Aftermath, fact: AddresseeFound) -> dict[str, object]:
    """Who was taken out wrongly waits for the refusal again, where there is one (ARL 34)."""
    refusal_for = (*file.refusal_for, *((fact.person_id,) if file.owes_refusal else ()))
    return {"heirless": heirless_after(file.heirless, fact), "refusal_for": refusal_for}


def _succeeded(file: Aftermath, fact: RespondentSucceeded) -> dict[str, object]:
    """What the one before has to perform, to report and to enforce is its successor's (ARL 19)."""
    gone, new = fact.before, fact.respondent
    first, *others = (new if one == gone else one for one in file.respondents)
    return {
        "respondent": first,
        "joint": tuple(others),
        "letters": letter.handed(file.letters, gone, new),
        "recommendations": letter.handed(file.recommendations, gone, new),
        "debts": owing.handed(file.debts, gone, new),
    }


_LESSONS: Final[Mapping[type[Fact], Callable[[Aftermath, Any], dict[str, object]]]] = {
    AftermathBegun: _begun,
    DecisionTookEffect: _took_effect,
    AftermathOpened: _opened,
    ClericalErrorsCorrected: lambda _, f: {"corrected_on": f.head.on, "correction_services": ()},
    ServedAgain: _served_again,
    RefusalServed: _refusal_served,
    AddresseeGone: _gone,
    RespondentSucceeded: _succeeded,
    AddresseeFound: _found,
    RefusalCorrected: _refusal_corrected,
    DecisionAnnulled: _annulled,
    DecidedAnew: lambda _, __: {"anew": False, "anew_by": None},
    CorrectionServed: _correction_served,
    DecisionCopied: _decision_copied,
    DecisionPublished: lambda _, f: {"publishes": True, "published_on": f.head.on},
    DecisionWithheld: lambda _, f: {
        "publishes": True,
        "withheld_on": f.head.on,
        "published_on": None,
    },
    **dict.fromkeys(
        letter.OPINION_LETTERS, lambda file, f: {"letters": letter.after(file.letters, f)}
    ),
    **dict.fromkeys(
        letter.RECOMMENDATIONS,
        lambda file, f: {"recommendations": letter.after(file.recommendations, f)},
    ),
    **dict.fromkeys(owing.KINDS, _owes),
    SuitOnRecord: _sued,
}
"""Which fact teaches what."""
