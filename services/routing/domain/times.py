"""哨的时限和四级七天的时限, as values: what a centre's head may set; no statute sets these times.

They are read from the city's rules under care, and `USUAL` is what the hub comes with. The ladder
is the city's own 四级七天: seven working days over four levels, of which the whistle is the third.
All other times are proposals for the city to confirm. A page keeps the times of its day, so a
change moves no period that runs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from shared.contracts.intake import Channel, Risk
from shared.contracts.routing import LevelStart, Rung, Tier
from shared.law.period import CalendarDays, Hours, Minutes, Period, WorkingDays

_CLIMB: Final = WorkingDays(1)
"""How soon a silence climbs by a book that does not say so: as it always did before one could."""

_EXTENSION: Final = WorkingDays(1)
"""How soon an extension is decided by a book that does not say so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TierTimes:
    """一档时限: the clocks of a department called in this tier, and of its centre."""

    check_in: Period
    """报到."""
    visit: Period | None = None
    """首次到场, asked of the lead; None where none is asked for."""
    opinion: Period
    """反馈; in days, since it stands still while a competence ruling or the party is awaited."""
    finish: Period
    """主办办结; in days, as above."""
    close: Period
    """综治中心办结."""
    meeting: Period | None = None
    """联合会商."""
    plan: Period | None = None
    """联合方案."""
    to_leader: Period = _CLIMB
    """部门负责人被告知后仍无回音，多久报分管领导."""
    to_inspection: Period = _CLIMB
    """分管领导被告知后仍无回音，再过多久报督查."""


class Signer(StrEnum):
    """由谁签批: the leader of which level signs; whoever leads above may sign as well."""

    OWN = "own"  # 本级
    ABOVE = "above"  # 上一级


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """时限: everything that is timed under a whistle and on the ladder."""

    tiers: Mapping[Tier, TierTimes]
    ladder: Mapping[Rung, Period]
    """四级七天: how long each level tries."""
    starts: Mapping[Rung, LevelStart]
    """起算: what begins the time of each level."""
    entry: Mapping[Channel, Rung] = field(default_factory=dict)
    """进入层级: at which level a dispute enters by the way it came in; else at the township."""
    sign_off_from: Risk = Risk.RED
    """签批: from this risk on the leader signs first; never in danger, which waits for nobody."""
    sign_off: Period
    signed_by: Signer = Signer.OWN
    """由谁签批; a book that does not say means the centre's own leader."""
    ruling: Period
    """权属裁定."""
    callback: Period
    """回访."""
    callback_attempts: int
    """How often the centre tries to reach somebody before it closes without a callback."""
    wait_at_most: Period
    """等待当事人."""
    red_report: Period
    """红色上报."""
    extension_most: Period
    """延期: the most that one extension may add."""
    extension: Period = _EXTENSION
    """延期的决定; in days."""
    concentrated_from: int
    """From how many departments called a whistle is a concentrated one 攻坚哨."""
    leader_chairs_from: int = 2
    """会商主持: from how many departments called the leader of the level chairs, not the centre."""

    def entry_of(self, channel: Channel) -> Rung:
        """The level at which a dispute enters that came in this way."""
        return self.entry.get(channel, Rung.TOWNSHIP)


USUAL: Final = Times(
    tiers={
        Tier.ORDINARY: TierTimes(
            check_in=WorkingDays(1),
            opinion=WorkingDays(2),
            finish=WorkingDays(4),
            close=WorkingDays(4),
        ),
        Tier.URGENT: TierTimes(
            check_in=Hours(2),
            visit=Hours(24),
            opinion=WorkingDays(2),
            finish=WorkingDays(4),
            close=WorkingDays(4),
        ),
        Tier.EMERGENCY: TierTimes(
            check_in=Minutes(30),
            visit=Hours(2),
            opinion=WorkingDays(2),
            finish=WorkingDays(4),
            close=WorkingDays(4),
        ),
        Tier.COMPLEX: TierTimes(
            check_in=WorkingDays(1),
            opinion=WorkingDays(7),
            finish=CalendarDays(20),
            close=CalendarDays(20),
            meeting=WorkingDays(3),
            plan=WorkingDays(7),
        ),
    },
    ladder={
        Rung.GRID: WorkingDays(1),
        Rung.VILLAGE: WorkingDays(2),
        Rung.TOWNSHIP: WorkingDays(2),
        Rung.LEADERSHIP: WorkingDays(2),
        Rung.COUNTY: WorkingDays(5),
        Rung.CITY: WorkingDays(10),
    },
    starts=dict.fromkeys(Rung, LevelStart.NEXT_DAY),
    entry={Channel.GRID: Rung.GRID},
    sign_off_from=Risk.RED,
    sign_off=Hours(1),
    ruling=WorkingDays(1),
    callback=WorkingDays(1),
    callback_attempts=3,
    wait_at_most=WorkingDays(5),
    red_report=Hours(1),
    extension_most=WorkingDays(5),
    concentrated_from=3,
)
"""The times that the hub comes with."""
