"""判断: the kind of decision that is called for, and what a person may choose beside it."""

from dataclasses import dataclass

from shared.contracts.reconsideration import Outcome
from shared.law.article import Article


@dataclass(frozen=True, slots=True)
class Judgment:
    """The kind of decision, or None where what was found does not decide it, and why."""

    outcome: Outcome | None
    because: str
    article: Article
    leaves: tuple[Outcome, ...] = ()
    """Other kinds that a person may choose: the article allows it, or names no kind at all [D]."""

    @property
    def open_to(self) -> tuple[Outcome, ...]:
        """Every kind that may be decided, what is called for first."""
        return tuple(each for each in (self.outcome, *self.leaves) if each)


def presumed_baseless(*, forfeited: bool, third_party_evidence: bool) -> bool:
    """视为没有证据、依据: no reply, and no evidence of a third person affected (ARL 70)."""
    return forfeited and not third_party_evidence
