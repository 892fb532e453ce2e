"""Doors of reading the file 查阅复制 (ARL 47)."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.access import FileAccessGranted, FileAccessRequested

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    "/reconsiderations/{case_id}/file-access-request": (FileAccessRequested,),
    "/reconsiderations/{case_id}/file-access": (FileAccessGranted,),
}
"""By the path of the door."""
