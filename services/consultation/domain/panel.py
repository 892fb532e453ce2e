"""Panel 咨询小组: who sits, and what it says (ARL 52; RULES 21)."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from services.consultation.domain.case import Consultation
from shared.contracts.consultation import OpinionGiven, PanelConvened
from shared.contracts.fact import Head
from shared.contracts.reconsideration import Stance
from shared.law.article import ARL, RULES
from shared.law.procedure import Refused

SMALLEST_PANEL: Final = 3
"""The law names no number; an odd one always has a majority."""


def convene(case: Consultation, head: Head, members: Sequence[str]) -> PanelConvened:
    """召开案件咨询会议: seat a panel (ARL 52; ARR2026 51).

    Raises:
        Refused: Fewer than three members, an even number, or somebody twice.
    """
    if len(set(members)) < len(members):
        raise Refused("同一委员不得重复列入咨询小组", RULES[21])
    if len(members) < SMALLEST_PANEL or len(members) % 2 == 0:
        raise Refused("咨询小组应当由三名以上单数的委员组成", RULES[21])
    return PanelConvened(head=head, request_case_id=_request_of(case), members=tuple(members))


def give(case: Consultation, head: Head, stance: Stance, opinion_id: UUID) -> OpinionGiven:
    """提出咨询意见 (ARL 52).

    Raises:
        Refused: No panel has been seated.
    """
    if not case.members:
        raise Refused("尚未组成咨询小组，不得提出咨询意见", RULES[21])
    return OpinionGiven(
        head=head, request_case_id=_request_of(case), stance=stance, opinion_id=opinion_id
    )


def _request_of(case: Consultation) -> UUID:
    if case.request_case_id is None:
        raise Refused("尚未收到咨询提请", ARL[52].par(2))
    return case.request_case_id
