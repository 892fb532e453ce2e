"""A letter not reported on, or not performed, is watched and ordered (ARL 76, 77)."""

from datetime import date
from functools import partial
from uuid import uuid4

from services.supervision import commands
from services.supervision.domain.compliance import State
from services.supervision.domain.watch import Watch
from services.supervision.store import ALERTS, WATCHES, alert_of, watch_of
from shared.contracts.reconsideration.letters import CorrectionUnreported, LetterUnheeded
from shared.sweep import Sweep
from shared.work import Act, Hub
from tests.supervision.watching import AUTHORITY, CASE, HEAD_1, head, hear


async def test_a_letter_not_reported_on_is_alerted_and_watched_as_late(hub: Hub) -> None:
    """意见书六十日未报送的，预警并监督履行，可以即时责令 (ARL 76, 77)."""
    letters = uuid4(), uuid4()
    for version, letter in enumerate(letters, 1):
        last = head(version).model_copy(update={"on": date(2026, 11, 20)})
        unreported = CorrectionUnreported(
            head=last, opinion_letter_id=letter, organ="620702-zhujian"
        )
        await hear(hub, unreported)
    await Sweep(hub).once()
    for letter in letters:
        file, labels = await hub.read(WATCHES, watch_of(letter))
        assert (file.watched, file.obliged) == (CASE, "620702-zhujian")
        assert labels["departments"] == "620702-zhujian"
        assert (file.perform_by, file.state) == (date(2026, 11, 20), State.OVERDUE)
        do = partial(
            commands.order,
            case_id=file.case_id,
            perform_by=date(2026, 12, 31),
            text="责令报送",
            organ=AUTHORITY,
            by=HEAD_1,
        )
        ordered: Watch = await hub.act(Act(do=do, files=(file.case_id,)))
        assert ordered.state is State.ORDERED
    alerts, _ = await hub.read(ALERTS, alert_of(CASE))
    assert (alerts.silences, alerts.level) == (2, "head")


async def test_a_letter_that_was_not_performed_is_ordered_on_the_day_of_the_finding(
    hub: Hub,
) -> None:
    """按期报送而不履行意见书的，认定当日即可责令限期履行，不预警 (ARL 76, 77)."""
    letter = uuid4()
    unheeded = LetterUnheeded(
        head=head(), opinion_letter_id=letter, organ="620702-zhujian", reason_id=CASE
    )
    await hear(hub, unheeded)
    file, labels = await hub.read(WATCHES, watch_of(letter))
    assert (file.watched, file.obliged) == (CASE, "620702-zhujian")
    assert labels["departments"] == "620702-zhujian"
    do = partial(
        commands.order,
        case_id=file.case_id,
        perform_by=date(2026, 12, 31),
        text="责令纠正",
        organ=AUTHORITY,
        by=HEAD_1,
    )
    ordered: Watch = await hub.act(Act(do=do, files=(file.case_id,)))
    assert ordered.state is State.ORDERED
    found = await hub.pool.fetchval(
        "SELECT count(*) FROM hub.file WHERE case_id = $1", alert_of(CASE)
    )
    assert found == 0
