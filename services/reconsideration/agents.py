"""What reconsideration does when it hears other offices."""

from typing import Final

from services.reconsideration.commands import handling
from shared.contracts.consultation import OpinionGiven
from shared.contracts.fact import CLOCK
from shared.office import Heard, Listens
from shared.work import Work


def record_opinion(work: Work, fact: OpinionGiven) -> None:
    """记录咨询意见: the committee has spoken, and its opinion goes on the file (ARL 52)."""
    head, case_id = fact.head, fact.request_case_id
    handling.record_opinion(
        work, case_id, head.case_id, fact.opinion_id, fact.stance, by=CLOCK, on=head.on
    )


LISTENS: Final[Listens] = {
    OpinionGiven: Heard(record_opinion, files=lambda fact: [fact.request_case_id]),
}
"""The facts that reconsideration hears."""
