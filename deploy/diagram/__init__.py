"""程序图: procedure tables as pictures, for the documents and for `hub law diagram`."""

from deploy.compose import offices
from shared.law.procedure import Procedure
from shared.parking.register import REGISTER
from shared.work.clockfile import COMPANION


def procedures() -> tuple[Procedure, ...]:
    """Every table of the hub in every edition, in the order in which a dispute meets them."""
    held = [each for one in offices() for shelf in one.shelves for each in shelf.editions]
    return (*held, COMPANION, REGISTER)


def editions_of(name: str) -> tuple[Procedure, ...]:
    """The editions of a table, the oldest first.

    Raises:
        LookupError: There is no such table.
    """
    found = sorted((one for one in procedures() if one.name == name), key=lambda one: one.since)
    if not found:
        known = "、".join(dict.fromkeys(one.name for one in procedures()))
        raise LookupError(f"没有程序 {name}；可用的有{known}")
    return tuple(found)
