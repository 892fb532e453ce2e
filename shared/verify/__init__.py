"""The books checked against each other 核对: named rules, with counts and sample files.

All rules look at one snapshot of the database, so they may run beside a hub at work. What they
find broken is told, never mended: the outbox is the truth, and whoever mends must know why.
"""

from shared.verify.rules import WARNINGS, general_rules
from shared.verify.run import Checked, check

__all__ = ["WARNINGS", "Checked", "check", "general_rules"]
