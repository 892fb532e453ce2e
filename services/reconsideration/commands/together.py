"""What is done on all files of a joint draft, in one transaction (ARR2026 43; RULES 112)."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from services.reconsideration.commands.pages import paper, turn
from services.reconsideration.domain import drafting, together
from services.reconsideration.domain.case import Case
from services.reconsideration.store import CASES
from shared.contracts.fact import Fact, Head
from shared.law.article import RULES
from shared.law.procedure import Refused
from shared.work import Work


def draft_together(
    work: Work,
    case_id: UUID,
    others: Sequence[UUID],
    *,
    text: str,
    by: str,
    on: date | None = None,
) -> Case:
    """合并拟稿: the drafts of joined cases become one, led by this file (ARR2026 43; RULES 112).

    Args:
        work: The unit of work, with all of the files.
        case_id: The leading file 主案.
        others: The other files, each with a draft of its own.
        text: The one decision 行政复议决定书 in words.
        by: Who drafts it.
        on: The day; today if not said.
    """
    leading, head = turn(work, case_id, by, on)
    rest = [work.take(CASES, one) for one in others]
    binds = together.combine(leading, rest, head.on)
    for one in rest:
        with naming(work, one.case_id, binds.together):
            together.check_joined(leading, one)

    def drafted(case: Case, head: Head) -> Fact:
        together.check_drafted(case)
        assert case.drafted is not None  # noqa: S101 - as `check_drafted` saw
        paper_id = paper(work, case, "decision", text)
        return drafting.draft(case, head, case.drafted.draft, paper_id, binds)

    return _on_each(work, binds.together, by, on, drafted)


def bound(work: Work, case_id: UUID) -> tuple[UUID, ...]:
    """The files that the draft on this one decides, this one first.

    Raises:
        Refused: Another file leads, or one of them is no longer bound by the same draft.
    """
    leading = work.take(CASES, case_id)
    together.refuse_following(leading)
    files = together.files_of(leading)
    if not all(map(work.is_declared, files)):  # the door leaves out what this authority has not
        says = "合并决定的案件中有的已由上级审理，或者案卷已有变动；请重新读取，退回以后另行拟稿"
        raise Refused(says, RULES[113])
    for one in files[1:]:
        with naming(work, one, files):
            together.check_bound(leading, work.take(CASES, one))
    return files


def on_all(
    work: Work,
    case_id: UUID,
    by: str,
    on: date | None,
    act: Callable[[Case, Head], Fact],
) -> Case:
    """One act on each file that the draft decides, on all of them or on none; the first after it.

    Raises:
        Refused: One of them does not meet what is asked; of several it is named.
    """
    return _on_each(work, bound(work, case_id), by, on, act)


def _on_each(
    work: Work,
    files: Sequence[UUID],
    by: str,
    on: date | None,
    act: Callable[[Case, Head], Fact],
) -> Case:
    done = []
    for one in files:
        with naming(work, one, files):
            case, head = turn(work, one, by, on)
            done.append(work.record(case, act(case, head)))
    return done[0]


@contextmanager
def naming(work: Work, case_id: UUID, files: Sequence[UUID]) -> Iterator[None]:
    """Where several files are acted on, a refusal says in which, by 纠纷编号."""
    try:
        yield
    except Refused as refused:
        if len(files) == 1:
            raise
        numbers = [work.labels_of(one).get("number", "") for one in files]
        number = work.labels_of(case_id).get("number", "")
        # a dispute may have several cases, which its number does not tell apart
        called = number if number and numbers.count(number) == 1 else f"{number}（{case_id}）"
        raise Refused(f"案件{called}：{refused.message}", refused.article) from refused
