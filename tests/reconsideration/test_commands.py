"""Acts of reconsideration on a real database, and what its agents hear."""

from dataclasses import replace

import pytest

from services.reconsideration.commands import (
    filing,
    handling,
)
from services.reconsideration.domain.ordinary import State
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration import (
    Condition,
)
from shared.errors import Malformed
from shared.law.article import ARL
from shared.law.procedure import Refused
from shared.sweep import Sweep
from tests.reconsideration.acting import FILE, SAID, Desk, clock, desk
from tests.reconsideration.makers import AUTHORITY, RESPONDENT, day

__all__ = ["clock", "desk"]


async def test_the_same_application_twice_is_one_file_with_one_page(desk: Desk) -> None:
    await desk.apply()
    again = await desk.apply()
    assert (again.version, again.state) == (1, State.RECEIVED)
    assert await desk.pages() == [("received", "officer-7")]
    papers = await desk.hub.pool.fetchval("SELECT count(*) FROM hub.documents")
    assert papers == 1


async def test_only_an_authority_is_applied_to(desk: Desk) -> None:
    """行政复议机关 (ARL 4)."""
    with pytest.raises(Malformed) as refusal:
        await desk.apply(replace(SAID, authority=RESPONDENT))
    assert refusal.value.field == "authority"


async def test_the_directory_says_whose_case_it_is(desk: Desk) -> None:
    """对本级人民政府工作部门不服的，由本级人民政府管辖 (ARL 24)."""
    await desk.apply(replace(SAID, authority="620700-government"))
    desk.on("2026-03-03")
    with pytest.raises(Refused) as refusal:
        await desk.do(filing.accept)
    assert refusal.value.article == ARL[30].par(1, 6)
    case = await desk.do(
        filing.decline, Condition.JURISDICTION, reason="应向甘州区申请", competent=AUTHORITY
    )
    assert case.state is State.DECLINED
    assert await desk.running() == set()


async def test_silence_is_acceptance_and_an_officer_who_comes_later_meets_it(desk: Desk) -> None:
    """审查期限届满之日起视为受理 (ARL 30)."""
    await desk.apply()
    desk.on("2026-03-10")
    await Sweep(desk.hub).once()
    assert await desk.pages() == [("received", "officer-7"), ("accepted", CLOCK)]
    assert await desk.running() == {"send_copy", "decide"}
    with pytest.raises(Refused):
        await desk.do(filing.decline, Condition.INTEREST, reason="无利害关系")


async def test_no_act_is_dated_before_the_acceptance_it_follows(desk: Desk) -> None:
    await desk.apply()
    await desk.on("2026-03-05").do(filing.accept)
    with pytest.raises(Malformed):
        await desk.do(handling.send_copy, on=day("2026-03-04"))


async def test_a_copy_handed_over_starts_the_reply_and_shows_the_file_to_the_respondent(
    desk: Desk,
) -> None:
    """自收到副本之日起十日内答复 (ARL 48)."""
    await desk.apply()
    await desk.on("2026-03-05").do(filing.accept)
    desk.on("2026-03-09")
    await desk.do(handling.send_copy, on=day("2026-03-06"), received_on=day("2026-03-09"))
    assert await desk.running() == {"reply", "decide"}
    labels = await desk.hub.pool.fetchval(
        "SELECT labels->>'departments' FROM hub.file WHERE case_id = $1", FILE
    )
    assert labels == RESPONDENT


async def test_a_copy_is_not_received_before_it_was_sent(desk: Desk) -> None:
    """收到副本之日不得早于发送之日，否则答复期限提前届满 (ARL 48, 70)."""
    await desk.apply()
    await desk.on("2026-03-05").do(filing.accept)
    await desk.on("2026-03-10").do(handling.send_copy)
    with pytest.raises(Malformed, match="2026-03-10"):
        await desk.on("2026-03-12").do(handling.receive_copy, on=day("2026-03-09"))
    case = await desk.do(handling.receive_copy, on=day("2026-03-10"))
    assert case.copy_sent_on == day("2026-03-10")
    assert await desk.running() == {"reply", "decide"}
