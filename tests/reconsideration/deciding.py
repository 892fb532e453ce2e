"""The road from the findings 审理认定 to the seal 用印, for tests about what lies on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final
from uuid import UUID

from services.reconsideration.commands.drafting import Consent
from services.reconsideration.domain import drafting
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.drafted import Draft as Drafted
from shared.contracts.reconsideration import Approval, Compensation, Outcome
from shared.contracts.reconsideration.assigning import ReviewersAssigned
from shared.contracts.reconsideration.findings import CompensationManner
from shared.contracts.reconsideration.judged import Disposition, Finding
from shared.contracts.service import Manner
from tests.reconsideration.makers import PAPER, Walk

HANDED: Final[Mapping[str, Any]] = {
    "manner": Manner.DIRECT,
    "receipt": "各受送达人在送达回证上签名或者盖章。",
}
"""How all who were left had the decision 一并送达, each with its own 送达回证 (CPL 87)."""

RIGHT: Final[Mapping[str, Any]] = {
    "facts_clear": True,
    "basis": "right",
    "procedure": "lawful",
    "beyond_powers": False,
    "proper": True,
}
"""事实清楚，证据确凿，依据正确，程序合法，内容适当 (ARL 68)."""

_KINDS: Final[Mapping[Outcome, Mapping[str, Any]]] = {
    Outcome.CHANGED: {**RIGHT, "proper": False},
    Outcome.REVOKED: {"procedure": "violated"},
    Outcome.REVOKED_IN_PART: {"procedure": "violated", "partly": True},
    Outcome.CONFIRMED_ILLEGAL: {**RIGHT, "procedure": "slight"},
    Outcome.PERFORMANCE_ORDERED: {"duty": "open"},
    Outcome.CONFIRMED_INVALID: {"grave": True, "asks_invalid": True},
    Outcome.UPHELD: RIGHT,
    Outcome.REQUEST_DISMISSED: {"duty": "none"},
    Outcome.APPLICATION_DISMISSED: {"qualifies": False},
    Outcome.AGREEMENT_ENFORCED: {"breach": "not_performed"},
    Outcome.AGREEMENT_COMPENSATED: {"breach": "lawful_change_unpaid"},
    Outcome.AGREEMENT_ENDED: {"breach": "voidable"},
}
FOUND: Final[Mapping[Outcome, Mapping[str, Any]]] = {
    outcome: {"evidence_submitted": True, **found} for outcome, found in _KINDS.items()
}
"""Findings that call for each kind of decision, of a respondent who proved something (ARL 70)."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """One act under review, what is decided of it, and what was found, if a test says."""

    outcome: Outcome
    approval: Approval = Approval.HEAD
    redo: bool = False
    perform_within: str | None = None
    perform_by: date | None = None
    compensation: Compensation | None = None
    remedial: bool = False
    compensation_manner: CompensationManner | None = None
    compensation_yuan: str | None = None
    opinion_adopted: bool | None = None
    third_party_evidence: bool = False
    evidence_submitted: bool | None = True
    """随答复提交; None leaves it to the list of evidence, as where nobody replied."""
    found: Mapping[str, Any] = field(default_factory=dict)
    named: Mapping[str, Sequence[Case]] = field(default_factory=dict)
    """The files of the decisions that the finding names, by their numbers."""

    @property
    def finding(self) -> Finding:
        """What was found of the act."""
        said = {**FOUND[self.outcome], "third_party_evidence": self.third_party_evidence}
        said["evidence_submitted"] = self.evidence_submitted
        return Finding.model_validate({"text_id": PAPER, **said, **self.found})

    @property
    def drafted(self) -> Drafted:
        """What the body drafts."""
        said = Disposition(
            outcome=self.outcome,
            redo=self.redo,
            compensation=self.compensation,
            remedial=self.remedial,
            compensation_manner=self.compensation_manner,
            compensation_yuan=self.compensation_yuan,
        )
        return Drafted(
            dispositions=(said,), perform_within=self.perform_within, perform_by=self.perform_by
        )


def drafted(walk: Walk, draft: Draft, on: str = "2026-04-17") -> Walk:
    """Findings and the draft that rests upon them; two reviewers, where nobody named any."""
    if walk.case.accepted_on and not walk.case.reviewers:
        walk.then(ReviewersAssigned, on)
    found = (draft.finding,)
    walk.record(drafting.record_findings(walk.case, walk.head(on), found, draft.named))
    return walk.record(drafting.draft(walk.case, walk.head(on), draft.drafted, PAPER))


def submitted(
    walk: Walk, draft: Draft, on: str = "2026-04-17", departure_id: UUID | None = None
) -> Walk:
    """The same, and sent up."""
    drafted(walk, draft, on)
    adopted = draft.opinion_adopted
    fact = drafting.submit(walk.case, walk.head(on), adopted=adopted, departure_id=departure_id)
    return walk.record(fact)


def approved(
    walk: Walk, draft: Draft, on: str = "2026-04-17", departure_id: UUID | None = None
) -> Walk:
    """The same, and agreed to."""
    submitted(walk, draft, on, departure_id)
    return walk.record(drafting.approve(walk.case, walk.head(on), draft.approval, None))


def decide(
    walk: Walk, draft: Draft, on: str = "2026-04-17", departure_id: UUID | None = None
) -> Walk:
    """The same, numbered and sealed: the decision is made."""
    approved(walk, draft, on, departure_id)
    return walk.record(drafting.seal(walk.case, walk.head(on), "甘政复决字〔2026〕1号"))


CONSENT: Final[Mapping[str, Any]] = {"signer": "张某某", "post": "副市长", "consent": "同意。"}
"""行政复议机关的负责人签署同意 (ARL 61), as the door takes it."""
AGREED: Final = Consent(signer="张某某", post="副市长", text="同意。")
"""The same, as the command takes it."""

Step = tuple[str, str, dict[str, Any]]
"""The last part of a door's path, `officer` or `head`, and what the door takes."""


def road(
    outcome: str,
    *,
    text: str = "决定如下。",
    redo: bool = False,
    found: Mapping[str, Any] | None = None,
    reviewers: bool = True,
    submission: Mapping[str, Any] | None = None,
    **draft: object,
) -> list[Step]:
    """The doors from the naming of reviewers to the seal, for one act under review."""
    finding = {
        "text": "经查。",
        "evidence_submitted": True,
        **(FOUND[Outcome(outcome)] if found is None else found),
    }
    said = {"outcome": outcome, "redo": redo}
    named: list[Step] = [("reviewers", "officer", {"reviewers": ["fuyi-07", "fuyi-08"]})]
    return [
        *(named if reviewers else []),
        ("findings", "officer", {"findings": [finding]}),
        ("draft", "officer", {"dispositions": [said], "text": text, **draft}),
        ("submission", "officer", dict(submission or {})),
        ("approval", "head", dict(CONSENT)),
        ("seal", "officer", {}),
    ]
