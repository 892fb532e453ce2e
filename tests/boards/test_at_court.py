"""决定以后的诉讼: how often decisions are sued over, and what a court made of them (ALL 45, 70)."""

import csv
from io import StringIO
from uuid import UUID

from deploy.boards.catalogue import BOARDS
from deploy.boards.export import board_csv
from deploy.boards.sheet import Board, Number, Share, Sheet
from services.reconsideration.domain.enforcing_acts import note_suit
from services.reconsideration.store import AFTERMATHS, aftermath_of
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import Outcome, Remedy
from shared.contracts.reconsideration.aftermath import AftermathOpened, DecisionAnnulled
from shared.contracts.reconsideration.enforcing import SuitOnRecord
from shared.work import Hub
from tests.boards.filling import counted, filled, numbers, scope
from tests.boards.test_whom import walked
from tests.reconsideration import following
from tests.reconsideration.makers import ANNA, PAPER, day

SERVED = Remedy(person_id=ANNA, served_on=day("2026-07-20"), sue_until=day("2026-08-04"))


def decided(**said: object) -> following.Following:
    """A decision over which nothing is to be enforced: it puts the organ right."""
    return following.following(remedies=(SERVED,), outcome=Outcome.REVOKED, **said)


def test_the_first_suit_over_a_decision_is_on_record_though_nothing_is_to_be_enforced() -> None:
    """决定以后的起诉，没有人需要履行的也记载一次，供统计；再次起诉的不再记 (ALL 45)."""
    file = decided()
    fact = note_suit(file.file, file.head("2026-07-30"), day("2026-07-29"), ANNA)
    assert fact is not None
    assert file.record(fact).file.sued_on == day("2026-07-29")
    assert note_suit(file.file, file.head("2026-07-31"), day("2026-07-30")) is None


def test_a_suit_of_before_the_decision_or_after_the_days_to_sue_is_not_over_it() -> None:
    """决定以前的起诉、起诉期限届满以后的起诉，不算对决定起诉 (ARL 29; ALL 45)."""
    file = decided()
    for filed_on in ("2026-07-19", "2026-08-05"):
        assert note_suit(file.file, file.head("2026-08-06"), day(filed_on)) is None
    early = decided().then(SuitOnRecord, "2026-07-30", filed_on=day("2026-07-19"))
    assert early.file.sued_on is None
    refused = following.following(outcome=None)
    assert note_suit(refused.file, refused.head("2026-07-30"), day("2026-07-29")) is None


def test_a_judgment_is_told_from_what_the_government_above_withdraws() -> None:
    """法院判决撤销、变更的，与上级撤销的分开 (ALL 70; RULES 92)."""
    assert decided().then(DecisionAnnulled, "2026-08-20", by_court=True).file.by_court
    assert not decided().then(DecisionAnnulled, "2026-08-20").file.by_court


def at_court(board: Board) -> Sheet:
    [sheet] = [one for one in board.sheets if one.title == "决定以后的诉讼"]
    return sheet


def told(sheet: Sheet) -> dict[str, tuple[int, int, int]]:
    """How many, and of how many of what."""
    found = {}
    for row in sheet.rows:
        n, share = row.cells
        assert isinstance(n, Number)
        assert isinstance(share, Share)
        found[row.name] = (n.n, share.numerator.n, share.denominator.n)
    return found


async def follow(hub: Hub, case_id: UUID, *kinds: type[Fact], **judged: object) -> None:
    """What follows this case."""
    today = hub.clock.now().date()
    said = {
        AftermathOpened: following.FIELDS[AftermathOpened] | {"about": case_id},
        SuitOnRecord: {"filed_on": today},
        DecisionAnnulled: {
            "about": case_id,
            "organ": "620700-government",
            "letter_id": PAPER,
            **judged,
        },
    }
    await walked(hub, AFTERMATHS, aftermath_of(case_id), said, AftermathOpened, *kinds)


async def test_decisions_sued_over_are_told_with_what_they_are_of_and_open_their_cases(
    hub: Hub,
) -> None:
    """被诉的以作出决定为分母，撤销、变更的以被诉为分母，逐个打开案卷，导出写明算法 (ALL 45, 70)."""
    await filled(hub)
    cases = await hub.pool.fetch(
        "SELECT case_id, decided_on FROM reconsideration.ordinary ORDER BY decided_on NULLS LAST"
    )
    one, two, open_one = (row["case_id"] for row in cases)
    assert at_court(await BOARDS["reconsideration"].make(scope(hub))).rows == ()
    await follow(hub, one, SuitOnRecord)
    await follow(hub, two, DecisionAnnulled, by_court=True, organ="")
    await follow(hub, open_one)
    board = await BOARDS["reconsideration"].make(scope(hub))
    assert told(at_court(board)) == {
        "决定以后被起诉": (2, 2, 2),
        "判决撤销、变更": (1, 1, 2),
        "起诉以后没有撤销、变更判决": (1, 1, 2),
    }
    for number in numbers(board):
        assert not number.n or await counted(scope(hub), number) == number.n, number
    lines = list(csv.reader(StringIO("".join(board_csv(board, "行政复议", [])))))
    assert ["情形", "件数", "占比：分子", "占比：分母", "占比"] in lines
    [how] = [line for line in lines if line[:1] == ["决定以后的诉讼"] and len(line) > 1]
    assert "驳回诉讼请求的判决没有记载" in how[1]
    assert "开始统计以前，对没有人需要履行的决定起诉的没有记载" in how[1]
    assert how[2] == "被起诉的除以作出决定，其余两行除以被起诉"


async def test_what_the_government_above_withdrew_is_no_suit(hub: Hub) -> None:
    """上级撤销的决定不算被诉 (RULES 92)."""
    await filled(hub)
    one = await hub.pool.fetchval(
        "SELECT case_id FROM reconsideration.ordinary WHERE decided_on IS NOT NULL LIMIT 1"
    )
    await follow(hub, one, DecisionAnnulled)
    assert at_court(await BOARDS["reconsideration"].make(scope(hub))).rows == ()
