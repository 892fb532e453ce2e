"""设置: what the hub is told by its environment, read once.

Every setting is an environment variable that begins with `HUB_`. Left alone, the hub runs on one
machine with a database and a broker of its own; `explained` lists them all for the documents.
"""

from shared.settings.environment import BadSettings, explained, settings
from shared.settings.faults import PREFIX
from shared.settings.model import Settings

__all__ = ["PREFIX", "BadSettings", "Settings", "explained", "settings"]
