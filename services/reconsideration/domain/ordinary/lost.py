"""被耽误的日数: how long a period runs that is given anew 顺延 (CPL 86; RULES 175)."""

from typing import Final

from shared.law.period import WorkingDays
from shared.law.procedure import AsSet

LOST: Final = AsSet("deferred_days", WorkingDays(10), says="被耽误的工作日数")
"""As its page says: as many as the obstacle took; neither the law nor the city sets a number."""
