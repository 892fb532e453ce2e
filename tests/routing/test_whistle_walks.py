"""Random walks through the whistle: whatever is tried, what must hold holds (RULES 4 to 13)."""

from collections.abc import Callable
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from services.routing.domain.duty_list import Summons
from services.routing.domain.whistle import WHISTLE, Standing
from services.routing.domain.whistle_case import (
    Whistle,
    answer,
    check_in,
    close,
    end_withdrawn,
)
from shared.contracts.fact import Fact
from shared.contracts.routing import (
    AnswerLapsed,
    CallRole,
    CheckInLapsed,
    DepartmentCheckedIn,
    Finding,
    RoutingActOverdue,
    Tier,
)
from shared.law.procedure import Refused
from tests.routing.cases import blown, next_head

CODES = tuple(f"620702-{name}" for name in ("sifa", "zhujian", "gongan", "jiaoyu"))
ACTS = st.tuples(
    st.sampled_from(["check_in", "answer", "close", "withdraw", "late", "silent", "overdue"]),
    st.sampled_from(CODES),
    st.sampled_from(Finding),
)


def tried(file: Whistle, act: str, department: str, finding: Finding) -> Fact:
    """The page that this act would be."""
    head = next_head(file)
    pages: dict[str, Callable[[], Fact]] = {
        "check_in": lambda: check_in(file, department, head=head),
        "answer": lambda: answer(file, department, finding, uuid4(), head=head),
        "close": lambda: close(file, head=head),
        "withdraw": lambda: end_withdrawn(head),
        "late": lambda: CheckInLapsed(head=head, department=department),
        "silent": lambda: AnswerLapsed(head=head, department=department),
        "overdue": lambda: RoutingActOverdue(head=head, duty="close"),
    }
    return pages[act]()


def walk(file: Whistle, acts: list[tuple[str, str, Finding]]) -> tuple[Whistle, list[Fact]]:
    """The whistle after every act that the law allowed, and those acts."""
    pages: list[Fact] = []
    for act, department, finding in acts:
        try:
            page = tried(file, act, department, finding)
            file = file.after(page)
        except Refused:
            continue
        pages.append(page)
    return file, pages


@given(st.sampled_from(Tier), st.lists(ACTS, max_size=30))
def test_pages_follow_without_gaps_and_a_closed_whistle_takes_no_more(
    tier: Tier, acts: list[tuple[str, str, Finding]]
) -> None:
    """页码连续；办结之后不再有页."""
    start, opened = blown(Summons(CODES[0], CODES[1:2], CODES[2:3]), tier)
    file, pages = walk(start, acts)
    versions = [page.head.version for page in (*opened, *pages)]
    assert versions == list(range(1, len(versions) + 1))
    if file.is_closed:
        assert walk(file, acts)[1] == []


@given(st.lists(ACTS, max_size=30))
def test_departments_never_change_and_there_is_one_lead(
    acts: list[tuple[str, str, Finding]],
) -> None:
    """主办只有一个，名单不因行为增减 (RULES 9)."""
    start, opened = blown(Summons(CODES[0], CODES[1:2], CODES[2:3]))
    file, _ = walk(start, acts)
    assert set(file.tracks) == set(CODES[:3])
    assert file.lead == CODES[0]
    assert file.tracks[CODES[2]] == Standing.INFORMED
    assert [getattr(page, "role", None) for page in opened].count(CallRole.LEAD) == 1


@given(st.lists(ACTS, max_size=30))
def test_a_department_answers_once_and_only_after_it_checked_in(
    acts: list[tuple[str, str, Finding]],
) -> None:
    """每个部门报到一次、反馈一次 (RULES 4, 11)."""
    _, pages = walk(blown(Summons(CODES[0], CODES[1:2]))[0], acts)
    for department in CODES:
        own = [p for p in pages if getattr(p, "department", None) == department]
        kept = [type(p).__name__ for p in own if not isinstance(p, CheckInLapsed | AnswerLapsed)]
        assert kept in (
            [],
            ["DepartmentCheckedIn"],
            ["DepartmentCheckedIn", "DepartmentAnswered"],
        )


def test_every_lapse_of_the_table_is_a_move_of_it() -> None:
    """期限届满本身是表中的一步."""
    moves = {move.on for move in WHISTLE.all_moves()}
    assert {row.lapse for row in WHISTLE.deadlines} <= moves
    assert DepartmentCheckedIn in moves
