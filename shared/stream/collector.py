"""The garbage collector of a process with thousands of readers.

A page wakes every reader at once, and each makes a few short-lived objects. With the settings that
Python starts with, these bring on a full collection every few seconds, which walks through all
that the readers keep and stops the process for a quarter of a second.
"""

import gc
from typing import Final

THRESHOLDS: Final = (10_000, 20, 50)


def settle() -> None:
    """Leave out what was there at the start, and collect seldom; call it once all is imported."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
