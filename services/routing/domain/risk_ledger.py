"""风险台账 红黄蓝: the colour of a dispute on the ladder; red goes up in its time (RULES 38)."""

from uuid import UUID

from services.routing.domain.ladder import Ladder, centre_above
from services.routing.domain.times import Times
from shared.contracts.fact import Head
from shared.contracts.intake import Risk
from shared.contracts.routing import RedReported, RiskSet
from shared.directory import Directory
from shared.law.article import RULES
from shared.law.procedure import Refused


def flag(times: Times, *, head: Head) -> RiskSet:
    """红色风险, as it was registered: it is to be reported up (RULES 38)."""
    return RiskSet(head=head, risk=Risk.RED, report=times.red_report.code)


def set_risk(
    ladder: Ladder, risk: Risk, note_id: UUID, times: Times, *, centre: bool, head: Head
) -> RiskSet:
    """风险定级; red is to be reported up once, and is taken back by the centre only (RULES 38).

    Raises:
        Refused: It is red already, or the grid would take red back.
    """
    if ladder.risk is Risk.RED and risk is Risk.RED:
        raise Refused("风险已经是红色，上报期限自首次定级起算", RULES[38])
    if ladder.risk is Risk.RED and not centre:
        raise Refused("红色风险由综治中心降级", RULES[38])
    report = times.red_report.code if risk is Risk.RED else None
    return RiskSet(head=head, risk=risk, report=report, note_id=note_id)


def report(ladder: Ladder, directory: Directory, *, head: Head) -> RedReported:
    """红色上报, to the centre above (RULES 38).

    Raises:
        Refused: The risk is not red, or it was reported already.
    """
    if ladder.risk is not Risk.RED:
        raise Refused("风险不是红色，无须上报", RULES[38])
    if ladder.reported:
        raise Refused("红色风险已经上报", RULES[38])
    return RedReported(head=head, organ=centre_above(ladder.organ, directory))
