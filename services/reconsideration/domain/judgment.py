"""判断: the kind of decision that is called for, and what a person may choose beside it."""

from dataclasses import dataclass

from services.reconsideration.domain.findings import Findings
from services.reconsideration.domain.saying import Point
from shared.contracts.reconsideration import Outcome
from shared.law.article import ARL, Article


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


def void() -> Judgment:
    """确认无效, which an applicant asks for (ARL 67)."""
    return Judgment(Outcome.CONFIRMED_INVALID, "重大且明显违法，确认无效", ARL[67])


def gone(found: Findings) -> Point | None:
    """不需要撤销: nothing is left that could be revoked or changed (ARL 65)."""
    changed = "被申请人已经改变，申请人仍要求撤销或者确认违法"
    if found.nothing_to_revoke:
        return Point("违法，但是不具有可撤销内容", ARL[65].par(2, 1), met=True)
    if found.respondent_changed:
        return Point(changed, ARL[65].par(2, 2), met=True)
    return None


def unrevoked(found: Findings) -> Point | None:
    """应予撤销而只确认违法: nothing is left, or the public would be gravely harmed (ARL 65)."""
    if (nothing := gone(found)) or not found.harms_public:
        return nothing
    because = "应予撤销，但是会给国家利益、社会公共利益造成重大损害"
    return Point(because, ARL[65].par(1, 1), met=True)
