"""来件要点: what of a dispute decides where a road leads and until when it is open.

A dispute as registered has it, and so has the routing file, which also knows what was corrected.
"""

from datetime import date
from typing import Protocol

from shared.contracts.intake import ActKind
from shared.law.reconsidering.omission import Said


class Known(Protocol):
    """What is known of a dispute, by whichever page told it."""

    @property
    def matter(self) -> str:
        """Code of the kind of trouble 纠纷类型."""

    @property
    def place(self) -> str:
        """Code of the place 发生地."""

    @property
    def respondent(self) -> str | None:
        """Organ code of the organ complained of."""

    @property
    def act(self) -> ActKind | None:
        """The kind of administrative act complained of."""

    @property
    def happened_on(self) -> date | None:
        """行为发生日."""

    @property
    def learnt_on(self) -> date | None:
        """知道或者应当知道之日."""

    @property
    def told_remedies(self) -> bool:
        """Whether right, authority and period were told (ARL 20)."""

    @property
    def omission(self) -> bool | None:
        """Whether the organ is said not to have acted on what was asked; None: not said."""

    @property
    def requested_on(self) -> date | None:
        """行政机关收到履职申请之日."""

    @property
    def duty_within(self) -> str | None:
        """规定的履行期限 as a code."""

    @property
    def urgent(self) -> bool:
        """紧急情况下请求保护 (ARR2026 24)."""


def said_of(fact: Known) -> Said:
    """What is said of an organ that was asked: 行为发生日 is the day of an act (ARR2026 24)."""
    return Said(
        act=fact.act,
        done_on=fact.happened_on,
        learnt_on=fact.learnt_on,
        omission=fact.omission,
        requested_on=fact.requested_on,
        duty_within=fact.duty_within,
        urgent=fact.urgent,
    )
