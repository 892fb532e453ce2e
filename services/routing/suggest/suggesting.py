"""建议: what a message may be about and who may answer for it; an officer decides (RULES 6)."""

from dataclasses import dataclass
from typing import Final

from services.routing.suggest.duties import MatterFound, departments_of, matters_of
from services.routing.suggest.model import Learnt
from services.routing.suggest.risk import RiskFound, risks_in
from services.routing.suggest.scoring import Scorer, Weighed
from services.routing.suggest.text import Plain, plain
from shared.directory import Directory

SHORTEST: Final = 8
"""Chinese characters below which nothing is suggested."""

LEAST_FAMILIAR: Final = 0.25
"""Part of a message's pairs that the model must have met."""

LEAST_SURE: Final = 0.5
"""Below this the first suggestion is told as uncertain."""

LEAST: Final = 0.1
"""What is less probable is not worth an officer's time."""

MOST: Final = 3
MOST_FOR: Final = 6
MOST_AGAINST: Final = 3

NO_MODEL: Final = "未载入模型，没有分类建议"
TOO_SHORT: Final = "文字太短，不作建议"
STRANGE: Final = "与训练材料相差太大，不作建议"
UNSURE: Final = "把握不大，请仔细核对"
ONLY_HINTS: Final = "仅供参考，由工作人员决定"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """建议: a class, how sure, why, and who answers for it."""

    label: str
    probability: float
    matters: tuple[MatterFound, ...]
    departments: tuple[str, ...]
    reasons_for: tuple[Weighed, ...]
    reasons_against: tuple[Weighed, ...]


@dataclass(frozen=True, slots=True)
class Suggested:
    """All that is told of a message; risks are found with no model too."""

    suggestions: tuple[Suggestion, ...]
    risks: tuple[RiskFound, ...]
    note: str
    model: str | None = None
    """Digest of the model that was asked."""
    learnt: Learnt | None = None


def suggest(
    scorer: Scorer | None, subject: str, text: str, directory: Directory, place: str | None = None
) -> Suggested:
    """建议 for a message of a place, the city when none is named."""
    whole = f"{subject}\n{text}"
    risks = risks_in(whole)
    if scorer is None:
        return Suggested((), risks, NO_MODEL)
    parts = (plain(subject), plain(text))
    model = scorer.model
    if note := _too_little(scorer, parts):
        return Suggested((), risks, note, model.digest, model.learnt)
    said = scorer.vector(*(part.text for part in parts))
    ranked = sorted(enumerate(scorer.probabilities(said)), key=lambda one: -one[1])
    likely = [one for at, one in enumerate(ranked) if at == 0 or one[1] >= LEAST][:MOST]
    found = []
    for at, probability in likely:
        label, where = model.labels[at], place or directory.city.code
        matters = matters_of(label, whole, directory, where)
        departments = departments_of(label, matters, directory, where)
        weighed = scorer.reasons(said, at, parts)
        found.append(_suggestion(label, probability, matters, departments, weighed))
    note = ONLY_HINTS if found[0].probability >= LEAST_SURE else f"{UNSURE}；{ONLY_HINTS}"
    return Suggested(tuple(found), risks, note, model.digest, model.learnt)


def _too_little(scorer: Scorer, parts: tuple[Plain, Plain]) -> str:
    """Why a text says too little to this model; nothing when it says enough."""
    if sum(part.length for part in parts) < SHORTEST:
        return TOO_SHORT
    return STRANGE if scorer.familiar(*parts) < LEAST_FAMILIAR else ""


def _suggestion(
    label: str,
    probability: float,
    matters: list[MatterFound],
    departments: list[str],
    weighed: list[Weighed],
) -> Suggestion:
    return Suggestion(
        label=label,
        probability=round(probability, 3),
        matters=tuple(matters),
        departments=tuple(departments),
        reasons_for=tuple(one for one in weighed if one.weight > 0)[:MOST_FOR],
        reasons_against=tuple(one for one in weighed if one.weight < 0)[:MOST_AGAINST],
    )
