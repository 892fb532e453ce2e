"""登记后增列的申请人: what whoever handles a file that runs must do about somebody who joined.

The page is of the registration; a file of another office knows nobody but those who came first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from shared.auth import PARTICIPANTS
from shared.casepage.answers import DisputeOut, FileOut
from shared.casepage.track import TrackOut
from shared.contracts.intake import ApplicantAdded
from shared.law.article import ARL, PLAN, PML, RULES, Article

JOINED: Final = ApplicantAdded.kind_name()

DUE: Final[Mapping[str, tuple[str, Article]]] = {
    "mediation": ("请征询其是否同意调解；没有表示同意的，不作为同意", PML[17]),
    "reconsideration": (
        "不是本案的申请人；要申请的由其自行申请，可以合并审理，或者作为第三人参加",
        ARL[16],
    ),
    "adjudication": ("不是本案的申请人；要申请裁决的，由其自行申请", PLAN[24]),
}
"""What is due in a file of an office."""

LEVELS: Final = frozenset({"whistle", "ladder"})
"""吹哨报到和逐级化解, in which whoever handles it calls the parties."""
CALL: Final = ("联系、回访时一并联系", RULES[168])


@dataclass(frozen=True, slots=True)
class Note:
    """附注 on a file: since when somebody has joined the dispute, what is due, and by what."""

    on: date
    says: str
    article: Article


def notes(dispute: DisputeOut, track: TrackOut) -> dict[UUID, list[Note]]:
    """The notes of every file that runs and was there before somebody joined (RULES 168)."""
    pages = [p for file in dispute.files for p in file.pages if p.kind == JOINED]
    runs = {one.case_id for one in track.stages if one.until is None}
    return {
        file.case_id: [
            Note(page.on, *due)
            for page in pages
            if page.at > file.pages[0].at and not _is_of(file, page.findings)
        ]
        for file in dispute.files
        if pages and file.case_id in runs and (due := _due(file))
    }


def _due(file: FileOut) -> tuple[str, Article] | None:
    """What is due in a file; nothing in one that is nobody's application, as what follows it."""
    if file.office == "reconsideration" and not file.labels.get("applicants"):
        return None
    return DUE.get(file.office) or (CALL if file.procedure in LEVELS else None)


def _is_of(file: FileOut, findings: Mapping[str, Any]) -> bool:
    """Whether who joined is an applicant of this file, too, or takes part in it (ARL 16)."""
    person = (findings.get("party") or {}).get("person_id")
    among = (file.labels.get(label, "") for label in ("applicants", PARTICIPANTS))
    return person is not None and person in " ".join(among).split()
