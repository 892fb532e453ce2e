"""What a case learns of documents under attached review 附带审查 (ARL 13, 56 to 60)."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from services.reconsideration.domain.attached_document import AttachedDocument
from services.reconsideration.domain.lessons.lesson import Lessons
from shared.contracts.reconsideration.attached import (
    AttachedResultRecorded,
    AttachedReviewBegun,
    AttachedReviewDropped,
    AttachedReviewRequested,
    BasisDoubted,
)

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case


def _asked(case: "Case", fact: AttachedReviewRequested) -> dict[str, object]:
    new = AttachedDocument(
        nth=fact.nth,
        document=fact.document,
        unknown_before=fact.unknown_before,
        text_id=fact.text_id,
        asked_by=fact.applicants,
        since=fact.head.on,
    )
    return {"attached": (*case.attached, new)}


def _doubted(case: "Case", fact: BasisDoubted) -> dict[str, object]:
    new = AttachedDocument(
        nth=fact.nth, document=fact.document, ex_officio=True, since=fact.head.on
    )
    return {"attached": (*case.attached, new)}


def _changed(case: "Case", nth: int, **fields: Any) -> dict[str, object]:  # noqa: ANN401 - fields of the document
    """The document of that number with what is learnt of it."""
    return {
        "attached": tuple(
            replace(one, **fields) if one.nth == nth else one for one in case.attached
        )
    }


LESSONS: Final[Lessons] = {
    AttachedReviewRequested: _asked,
    BasisDoubted: _doubted,
    AttachedReviewBegun: lambda case, f: _changed(case, f.nth, begun_on=f.head.on),
    AttachedReviewDropped: lambda case, f: _changed(case, f.nth, dropped_on=f.head.on),
    AttachedResultRecorded: lambda case, f: _changed(case, f.nth, flaw=f.flaw),
}
