"""The ordinary procedure in two editions: each step by that of its day (ARR2026 77)."""

from dataclasses import replace
from datetime import date

from services.reconsideration.domain.ordinary import ORDINARY, State
from services.reconsideration.domain.ordinary_2007 import ORDINARY_2007
from services.reconsideration.store import CASES
from shared.contracts.reconsideration import ApplicationWithdrawn
from shared.contracts.reconsideration.higher import ElevatedFileReceived
from shared.law.article import ARL, ARR2007, ARR2026, RULES, Article
from shared.law.procedure import Deadline, Procedure
from tests.reconsideration.makers import accepted, head


def article_of_withdrawal(table: Procedure, state: State) -> Article:
    rows = [move for move in table.moves if move.on is ApplicationWithdrawn]
    return next(move.article for move in rows if state in move.sources())


def test_the_day_of_the_step_chooses_the_edition() -> None:
    """无过渡规定的，以程序步骤的日期为准 (ARR2026 77)."""
    assert CASES.edition_on(date(2026, 6, 30)) is ORDINARY_2007
    assert CASES.edition_on(date(2026, 7, 1)) is ORDINARY
    assert CASES.table_on(ORDINARY_2007, date(2026, 7, 1)) is ORDINARY
    assert CASES.table_on(ORDINARY, date(2026, 6, 30)) is ORDINARY_2007


def test_withdrawal_goes_by_the_old_regulation_until_june_2026() -> None:
    """自愿撤回 (ARR2007 38), since July 2026 (ARL 41)."""
    assert article_of_withdrawal(ORDINARY_2007, State.ACCEPTED) == ARR2007[38].par(1)
    assert article_of_withdrawal(ORDINARY, State.ACCEPTED) == ARL[41].par(item=1)


def test_a_case_that_straddles_goes_on_from_where_it_stood() -> None:
    walk = accepted("2026-06-20")
    case = walk.case
    fact = ApplicationWithdrawn(head=head(case, "2026-07-02"))
    after = case.after(fact, CASES.table_on(ORDINARY_2007, fact.head.on))
    assert (after.state, after.version) == (State.ACCEPTED, case.version + 1)


def without_elevation(row: Deadline) -> Deadline:
    """The row but for what only the new regulation says of elevation 提级 (ARR2026 40)."""
    starts, ends = (
        tuple(one for one in facts if one is not ElevatedFileReceived)
        for facts in (row.starts, row.ends)
    )
    kept = tuple(one for one in row.pauses if one.article.number != ARR2026[40].number)
    return replace(row, starts=starts, ends=ends, pauses=kept)


def test_both_editions_have_the_periods_of_the_statute() -> None:
    """法律规定的期限两个版本相同；移送提级材料、会签是新条例的，不计入的时间条文不同 (ARL 62)."""
    signed = RULES[155]  # of what only the new Regulation lets several decide together
    own = [one for one in ORDINARY.deadlines if one.article.statute == ARR2026]
    assert [one.name for one in own] == ["hand_over"]
    own += [one for one in ORDINARY.deadlines if one.article == signed]
    assert [one.name for one in own[1:]] == ["countersign", "countersign_mediation"]
    new = [without_elevation(one) for one in ORDINARY.deadlines if one not in own]
    old = ORDINARY_2007.deadlines
    assert [replace(one, pauses=()) for one in new] == [replace(one, pauses=()) for one in old]
    pairs = [
        pair for a, b in zip(new, old, strict=True) for pair in zip(a.pauses, b.pauses, strict=True)
    ]
    assert {(a.article, b.article) for a, b in pairs if a != b} == {
        (ARR2026[46], ARR2007[37]),
        (ARR2026[45], ARR2007[34].par(3)),
    }
    assert all(replace(b, article=a.article) == a for a, b in pairs)
