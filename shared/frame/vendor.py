"""Packages of others that pages load; none before they are fetched."""

from collections.abc import Mapping
from pathlib import Path


def vendor_files() -> Mapping[str, Path]:
    """The files that were fetched at set-up, by the name under which they are served."""
    return {}
