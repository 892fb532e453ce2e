"""登记 as the rest of the hub sees it."""

from typing import Final

from services.intake.store import DISPUTES
from shared.office import Office

OFFICE: Final = Office(name="intake", term="登记", shelves=(DISPUTES,))
"""登记 (RULES 1 to 3)."""
