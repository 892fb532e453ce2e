"""有关上级行政机关: the departments above whoever has to perform, which order it, too (ARL 77)."""

from collections.abc import Callable
from uuid import UUID

from services.supervision.domain import watch as watches
from services.supervision.domain.watch import Watch
from services.supervision.store import WATCHES
from shared.auth.labels import SUPERIORS
from shared.work import Work


def superiors(work: Work, case_id: UUID) -> tuple[str, ...]:
    """上级主管部门 of whoever has to perform: none of them itself, nor the authority (ARL 77)."""
    labels = work.labels_of(case_id)
    watched = labels.get("departments", "").split()
    others = {*watched, labels.get("authority", "")}
    above = (up for one in watched for up in work.directory.departments_above(one))
    return tuple(up for up in dict.fromkeys(above) if up not in others)


def let_see_above(work: Work, case_id: UUID) -> None:
    """They see the watch; whoever stands above an organ that was succeeded no longer does."""
    work.label(case_id, **{SUPERIORS: " ".join(superiors(work, case_id))})


def from_above(
    command: Callable[..., Watch], work: Work, case_id: UUID, *said: object, organ: str, by: str
) -> Watch:
    """An act of a department: of one above, for in an authority the head of its body acts (ARL 77).

    Raises:
        Refused: The department is none of those above whoever has to perform.
    """
    watches.must_answer(work.take(WATCHES, case_id), organ, "", superiors(work, case_id))
    return command(work, case_id, *said, organ=organ, by=by)
