"""Use of parked messages 滞留件: list, show, mend, replay, discard; each use is put on record.

A use is recorded before it is carried out, so nothing is done that no register tells of. Carried
out twice, each of them does no more than once.
"""

from shared.parking.books import Item, Parked
from shared.parking.register import register_of, register_shelf
from shared.parking.service import Drained, Parking

__all__ = ["Drained", "Item", "Parked", "Parking", "register_of", "register_shelf"]
