"""计数版本: by which text of the counting code kept entries were made.

It is a digest of that text itself, so that a changed rule of counting cannot be forgotten: what
was made by another text is no longer read, and made anew.
"""

import hashlib
import inspect
from collections.abc import Iterable
from types import ModuleType
from typing import Final

from services.routing.domain import ladder, whistle
from services.routing.figures import bars, entries, lines, measures, parts, standing
from shared.contracts import fact, intake
from shared.contracts.routing import departments
from shared.contracts.routing import ladder as ladder_facts
from shared.contracts.routing import parts as words
from shared.contracts.routing import whistle as whistle_facts
from shared.law import day

COUNTED_BY: Final = (
    *(bars, entries, lines, measures, parts, standing, day),
    *(ladder, whistle, fact, intake, departments, words, whistle_facts, ladder_facts),
)
"""Whatever decides which entries the pages of a file make."""


def edition_of(modules: Iterable[ModuleType]) -> str:
    """The digest of their texts."""
    found = hashlib.sha256()
    for module in modules:
        found.update(inspect.getsource(module).encode())
    return found.hexdigest()[:16]


EDITION: Final = edition_of(COUNTED_BY)
"""The edition of the code that runs."""
