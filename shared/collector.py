"""The garbage collector of a process that keeps much and makes many small things.

A page wakes thousands of readers at once, a batch makes thousands of facts and rows. With the
settings that Python starts with, these bring on a full collection every few seconds, which walks
through all that the process keeps and stops it for a quarter of a second.
"""

import gc
from typing import Final

THRESHOLDS: Final = (10_000, 20, 50)


def settle() -> None:
    """Leave out what was there at the start, and collect seldom; call it once all is imported."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
