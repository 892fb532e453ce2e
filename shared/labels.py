"""Labels 标签 of a file as text: few are different, so each is written and read once."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

MOST: Final = 8192
"""Different sets of labels that a process remembers."""


def text_of(labels: Mapping[str, str]) -> str:
    """The labels as they are stored and sent."""
    return _written(tuple(labels.items()))


@lru_cache(MOST)
def _written(items: tuple[tuple[str, str], ...]) -> str:
    return json.dumps(dict(items), ensure_ascii=False, separators=(",", ":"))


@lru_cache(MOST)
def labels_in(text: str) -> Mapping[str, str]:
    """The labels that a text says; none if it cannot be read. Not to be changed by the reader."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}
