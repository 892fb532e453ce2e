"""What files of before an upgrade learn from their pages (ARL 31, 48, 51, 74)."""

import json
from dataclasses import replace
from datetime import datetime, time
from functools import partial
from importlib import import_module
from uuid import UUID

from services.reconsideration.commands import (
    assigning,
    deciding,
    filing,
    handling,
    hearing,
    people,
    settling,
)
from services.reconsideration.domain.application import file_of
from services.reconsideration.domain.hearing_acts import Panel
from services.reconsideration.domain.papers_served import Outgoing
from services.reconsideration.domain.pausing_acts import Found
from shared.contracts.reconsideration.hearing_held import HearingGround
from shared.law.period import CITY
from tests.reconsideration.acting import FILE, SAID, Desk, clock, desk
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, DISPUTE, day

__all__ = ["clock", "desk"]


async def test_a_file_of_before_learns_from_its_pages_when_its_papers_went_out(desk: Desk) -> None:
    """升级前的案卷，发送副本、决定听证、延长补正之日按其页补记 (ARL 31, 48, 51)."""
    await desk.apply()
    await desk.on("2026-03-04").do(filing.notify_supplement, text="请补交处罚决定书")
    about = {"about": FILE, "page": 2, "on": day("2026-03-04"), "authority": AUTHORITY}
    notice = Outgoing(sort="supplement", term="补正通知书", number="甘政复补字〔2026〕1号", **about)  # type: ignore[arg-type]
    await desk.do(filing.receive_supplement_notice, notice)
    await desk.do(filing.extend_supplement, day("2026-03-30"), reason="路途遥远")
    await desk.on("2026-03-05").do(filing.supplement, text="处罚决定书")
    await desk.do(filing.accept)
    await desk.on("2026-03-10").do(handling.send_copy, received_on=day("2026-03-10"))
    await desk.on("2026-03-19").do(handling.file_reply, text="答复如下")
    await desk.do(assigning.find_complexity, grave=True, technical=False, reason="涉及面广")
    at = datetime.combine(day("2026-04-02"), time(9), CITY)
    seats = Panel(host="fuyi-01", officers=("fuyi-02", "fuyi-03"), recorder="fuyi-04")
    await desk.do(hearing.plan, HearingGround.GRAVE, at, seats, notice="听证通知")
    kept = await desk.hub.pool.fetchrow(LEARNT)
    assert kept
    assert all(kept.values())
    await desk.hub.pool.execute(FORGET)
    step = import_module(UPGRADE)
    for fill in step.FILLS:
        await desk.hub.pool.execute(fill)
    assert await desk.hub.pool.fetchrow(LEARNT) == kept


LEARNT = """
SELECT copy_sent_on, supplement_until, hearing ->> 'set_on' AS set_on FROM reconsideration.ordinary
"""
FORGET = """
UPDATE reconsideration.ordinary
SET copy_sent_on = NULL, supplement_until = NULL, hearing = hearing - 'set_on'
"""
UPGRADE = (
    "deploy.migrations.versions."
    "2026_11_30_0871_know_when_a_copy_was_sent_and_how_long_a_supplement_may_take"
)


async def test_a_file_of_before_learns_from_its_pages_who_withdrew_for_a_settlement(
    desk: Desk,
) -> None:
    """升级前的案卷，数人分别撤回的，按其页补记谁因和解撤回 (ARL 74)."""
    other, stays = UUID(int=93), UUID(int=94)
    said = replace(SAID, applicants=(ANNA, BERT, other, stays))
    desk.file = file_of(DISPUTE, said)
    await desk.apply(said)
    await desk.on("2026-03-05").do(filing.accept)
    by_name = partial(desk.do, deciding.withdraw)
    await by_name(applicants=(BERT,), settled=True)
    await desk.do(settling.refuse_withdrawal, reason="损害他人")
    for who, settled in ((ANNA, True), (BERT, False), (other, False)):
        await by_name(applicants=(who,), settled=settled)
    for who, harmless in ((ANNA, True), (BERT, None)):
        found = Found(harmless=harmless, applicants=frozenset({who}))
        await desk.do(people.leave, found, text="准予撤回。")
    kept = await desk.hub.pool.fetchrow(SETTLERS)
    assert kept
    assert (kept["settled"], json.loads(kept["settling"])) == (False, [])
    assert [one["settled"] for one in json.loads(kept["gone"])] == [True, False]
    await desk.hub.pool.execute(AS_BEFORE)
    assert await desk.hub.pool.fetchrow(SETTLERS) != kept
    for fill in import_module(WHO_SETTLED).FILLS:
        await desk.hub.pool.execute(fill)
    assert await desk.hub.pool.fetchrow(SETTLERS) == kept


SETTLERS = """
SELECT settled, gone::text, coalesce(participants -> 'settling', '[]')::text AS settling
FROM reconsideration.ordinary
"""
AS_BEFORE = """
UPDATE reconsideration.ordinary
SET settled = true, participants = participants - 'settling',
  gone = (SELECT jsonb_agg(one || '{"settled": true}') FROM jsonb_array_elements(gone) AS one)
"""
WHO_SETTLED = "deploy.migrations.versions.2026_11_30_0872_know_who_withdrew_for_a_settlement"
