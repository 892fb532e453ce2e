"""The unit of work 办理: one transaction for one act or for many."""

from shared.db import LOST
from shared.work.act import Act, Claim, Message
from shared.work.hub import Hub
from shared.work.memory import Tray
from shared.work.shelf import Shelf
from shared.work.work import HISTORY, Claimed, Work

__all__ = ["HISTORY", "LOST", "Act", "Claim", "Claimed", "Hub", "Message", "Shelf", "Tray", "Work"]
