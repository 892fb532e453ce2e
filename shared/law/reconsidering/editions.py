"""新旧规定: which text governs a step, and when a matter lies astride two (ARR2026 77).

The regulation has no transitional rule: the day of the step governs, and what began under the old
text is flagged, so that whoever decides may see it otherwise.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from shared.law.article import ARR2026, Article

STRADDLES: Final[tuple[str, Article]] = (
    "行为或者送达在2026年7月1日前，其后才申请或者起诉：没有过渡规定，按采取步骤之日的规定",
    ARR2026[77],
)
"""What is said of it, and the provision that says nothing more."""


def straddles(days: Iterable[date | None], on: date) -> bool:
    """Whether anything began before the new regulation and the step is taken under it."""
    return ARR2026.in_force(on) and any(day < ARR2026.since for day in days if day)
