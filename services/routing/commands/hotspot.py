"""为热点吹哨: one whistle for all who tell of one trouble in one place (RULES 8, 55)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from services.routing.commands.asking import Wanted, planned_by
from services.routing.commands.blowing import start
from services.routing.commands.in_force import duties_in_force
from services.routing.commands.standing import open_whistle
from services.routing.domain import duty_list
from services.routing.domain.calling import Call
from services.routing.domain.ladder import Trouble, entry, organ_of
from services.routing.domain.whistle_case import Whistle
from services.routing.hotspots.file import HotSpot, State
from services.routing.store import HOTSPOTS
from shared.contracts.intake import Risk
from shared.contracts.routing import Road, Rung, Tier
from shared.law.article import RULES
from shared.law.procedure import Refused
from shared.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked for all of them."""

    whistler: str
    tier: Tier
    text: str
    lead: Wanted | None = None
    assist: Sequence[Wanted] = ()


def blow_for_all(work: Work, case_id: UUID, asked: Asked, *, by: str) -> Whistle:
    """吹哨 over a hot spot; each dispute in it goes on by itself (RULES 55).

    Raises:
        Refused: It was excluded, or a whistle over it is open.
        Malformed: A department is unknown, or leads and assists.
    """
    spot = work.take(HOTSPOTS, case_id)
    if spot.state is State.EXCLUDED:
        raise Refused("该热点已经排除，不再合并吹哨", RULES[57])
    if open_whistle(work, spot.dispute_id) is not None:
        raise Refused("该热点已有未办结的哨", RULES[19])
    return start(work, spot, _call(work, spot, asked), by=by)


def _call(work: Work, spot: HotSpot, asked: Asked) -> Call:
    level = entry(Rung.TOWNSHIP, spot.place, work.directory)
    road = Road.ADMINISTRATIVE_MEDIATION
    trouble = Trouble(matter=spot.matters[0], place=spot.place, tier=asked.tier, risk=Risk.BLUE)
    duties = duties_in_force(work)
    summons = duty_list.summon(trouble.matter, trouble.place, trouble.risk, road, duties)
    return Call(
        tier=asked.tier,
        centre=organ_of(level, spot.place, work.directory),
        matter=trouble.matter,
        place=trouble.place,
        road=road,
        organs=(),
        risk=trouble.risk,
        level=level,
        planned=planned_by(
            work, spot, summons, lead=asked.lead, assist=asked.assist, matter=trouble.matter
        ),
        inform=summons.inform,
        whistler=asked.whistler,
        text_id=work.document(spot.case_id, spot.dispute_id, "whistle_text", asked.text),
        disputes=spot.disputes,
    )
