"""来件要点: what of a dispute decides where a road leads and until when it is open.

A dispute as registered has it, and so has the routing file, which also knows what was corrected.
"""

from datetime import date
from typing import Protocol

from shared.contracts.intake import ActKind


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
