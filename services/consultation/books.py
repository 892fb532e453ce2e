"""The rules of consultation for the books: who sat, and when the panel spoke (ARL 52)."""

from typing import Final

from services.consultation.domain import sitting
from services.consultation.domain.case import Consultation
from services.consultation.domain.panel import is_odd
from services.consultation.store import CONSULTATIONS
from shared.contracts.consultation import OpinionGiven, PanelConvened
from shared.law.article import RULES as OWN
from shared.law.procedure import Refused
from shared.verify.files import Lawful, Lived, rules_for


def panel_is_odd(lived: Lived[Consultation]) -> bool:
    """咨询小组由三名以上单数的委员组成 (RULES 21)."""
    seated = [fact.members for _, fact in lived.of(PanelConvened)]
    return all(is_odd(len(one)) and len(set(one)) == len(one) for one in seated)


def heard_first(lived: Lived[Consultation]) -> bool:
    """咨询意见出自会议或者委员的书面意见: what `sitting.give` would let pass (RULES 73).

    A panel of the time before members spoke for themselves has no period on its page: of its
    opinion that is not asked.
    """
    if any("speak_within" not in one.model_fields_set for _, one in lived.of(PanelConvened)):
        return True
    try:
        for case, fact in lived.of(OpinionGiven):
            sitting.give(case, fact.head, fact.stance, fact.opinion_id)
    except Refused:
        return False
    return True


RULES: Final = rules_for(
    CONSULTATIONS,
    (
        Lawful("panel", "咨询小组由三名以上单数的委员组成，没有重复", OWN[21], panel_is_odd),
        Lawful("voices", "咨询意见出自会议或者书面意见，过半数委员已表示", OWN[73], heard_first),
    ),
)
"""What `OFFICE.rules` of consultation holds."""
