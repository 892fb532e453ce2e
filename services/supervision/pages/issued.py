"""制发和移送: what was issued in a dispute, to whom, until when it is answered, what came of it.

The periods are those of reconsideration, as its file tells them; supervision runs none beside them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.aftermath import DecisionCopied, DecisionPublished
from shared.contracts.reconsideration.letters import (
    CorrectionReported,
    CorrectionUnreported,
    LetterUnheeded,
    LiabilityHandedOver,
    OpinionLetterCopied,
    OpinionLetterIssued,
    OpinionLetterReceived,
    Recipient,
    RecommendationAnswered,
    RecommendationIssued,
    RecommendationUnanswered,
)
from shared.contracts.reconsideration.served_again import OpinionLetterServedAgain
from shared.frame.meanings import meanings

RECIPIENTS: Final = meanings(Recipient)

_ISSUED: Final = frozenset(
    one.kind_name()
    for one in (
        *(OpinionLetterIssued, OpinionLetterCopied, RecommendationIssued),
        *(DecisionCopied, DecisionPublished, LiabilityHandedOver),
    )
)
_LIGHTS: Final[Mapping[str, str]] = {
    **dict.fromkeys((CorrectionReported.kind_name(), RecommendationAnswered.kind_name()), "green"),
    **dict.fromkeys(
        (
            *(CorrectionUnreported.kind_name(), LetterUnheeded.kind_name()),
            RecommendationUnanswered.kind_name(),
        ),
        "red",
    ),
}
"""What may come of a letter or a recommendation, and the light of each."""

_NAMED_BY: Final[Mapping[type[Fact], str]] = {
    OpinionLetterIssued: "opinion_letter_id",
    RecommendationIssued: "recommendation_id",
}
"""What is to be answered, and by which field later pages name it."""
_ANSWERED_BY: Final = {kind.kind_name(): field for kind, field in _NAMED_BY.items()}

_HAD: Final = frozenset({OpinionLetterReceived.kind_name(), OpinionLetterServedAgain.kind_name()})
"""By which an organ has the letter: it reports from the last of them."""

REPORTS: Final = "report_correction"
"""The period of ARL 76 in the file, by the organ that reports."""

Found = Mapping[str, Any]
"""A page or a file, as the door of a dispute tells it."""


@dataclass(frozen=True, slots=True)
class Issued:
    """One thing that was issued 制发、抄告、公开、移送."""

    term: str
    organ: str
    """Code of the organ to which it went; empty where `recipient` says it, or it is public."""
    recipient: str
    on: str
    until: str
    """By when it is to be answered, as a day or a moment; empty where none runs, or yet."""
    became: str
    """The newest of what came of it, in words; empty where nothing did."""
    light: str


def issued_in(files: Iterable[Found]) -> list[Issued]:
    """What was issued in these files of a dispute, the earliest first (ARL 76, 79, 85)."""
    found = [
        _issued(file, page)
        for file in files
        if file["office"] == LiabilityHandedOver.office()
        for page in file["pages"]
        if page["kind"] in _ISSUED
    ]
    return sorted(found, key=lambda one: one.on)


def _issued(file: Found, page: Found) -> Issued:
    said = page["findings"]
    field = _ANSWERED_BY.get(page["kind"], "")
    about = [one for one in file["pages"] if field and one["findings"].get(field) == said[field]]
    came = [one for one in about if one["kind"] in _LIGHTS]
    until = said.get("answer_by") or _reports_until(file, about)
    waits = "yellow" if field else "grey"
    return Issued(
        term=page["term"],
        organ=said.get("organ", ""),
        recipient=RECIPIENTS.get(said.get("recipient", ""), ""),
        on=page["on"],
        until=until,
        became=came[-1]["term"] if came else "",
        light=_LIGHTS[came[-1]["kind"]] if came else waits,
    )


def _reports_until(file: Found, about: Iterable[Found]) -> str:
    """Until when the organ reports what it corrected, from its receipt of the letter (ARL 76)."""
    got = [one for one in about if one["kind"] in _HAD]
    periods = [
        one
        for one in (*file["running"], *file["ended"])
        if got and one["name"] == REPORTS and one["subject"] == got[-1]["findings"]["organ"]
        if one["started_on"] >= got[-1]["on"]
    ]
    return min(periods, key=lambda one: one["started_on"])["until"] or "" if periods else ""
