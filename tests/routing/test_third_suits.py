"""第三人起诉 (ARL 10; ALL 25, 45): named as who sued, with days of its own, on a real database."""

from datetime import date
from uuid import UUID

import pytest

from services.reconsideration.store import aftermath_of
from shared.auth import Role
from shared.db import Pool
from tests.reconsideration.deciding import road
from tests.routing.own_suits import COURT, HEAD, OFFICER, RESPONDENT, Joint, annul, applied, sound
from tests.routing.test_severed_roads import BOTH
from tests.routing.town import Town

PHONE = "13700000009"
OWN = ["2026年12月10日"]
"""Fifteen days from 25 November."""


@pytest.fixture
async def joint(place: Town) -> Joint:
    return await with_third(await applied(place, parties=BOTH))


async def with_third(joint: Joint) -> Joint:
    """周某 takes part as a third person and is to perform; the decision is made."""
    do, case = joint.place.do, joint.case
    await do(f"{case}/acceptance", *OFFICER)
    third = {"person": {"name": "周某", "phone": PHONE}, "called": True, "interested": True}
    told = await do(f"{case}/third-person", *OFFICER, **third, text="通知参加。")
    [joined] = told["participants"]["third_persons"]
    joint.who["周某"] = joined["person_id"]
    every = [*joint.both, joined["person_id"]]
    await do(f"{case}/copy", *OFFICER)
    await do(f"{case}/copy-receipt", *RESPONDENT)
    await do(f"{case}/reply", *RESPONDENT, text="处罚依据充分。")
    for standing, persons in (("applicant", joint.both), ("third", every[-1:])):
        heard = {"manner": "telephone", "record": "认为过重。", "persons": list(persons)}
        await do(f"{case}/views", *OFFICER, **heard, standing=standing)
    for step, by, body in road("upheld", text="决定。", duties=[{"person_id": p} for p in every]):
        await do(f"{case}/{step}", *(HEAD if by == "head" else OFFICER), **body)
    return joint


async def served(joint: Joint, *names: str) -> None:
    """On these applicants on 23 November, on the third person two days later, then on all."""
    for name in names:
        await joint.serve(name, "2026-11-23")
    await joint.place.at("2026-11-25")
    said = {"shown_on": "2026-11-25", "manner": "direct", "receipt": "签收。"}
    whom = {"standing": "third", "person_id": joint.who["周某"]}
    await joint.place.do(f"{joint.case}/service", *OFFICER, **whom, **said)
    await joint.serve("", "2026-11-25")


async def test_the_suit_of_a_third_person_is_named_and_ends_nobody_else_s_days(
    joint: Joint, db: Pool
) -> None:
    """第三人起诉的，记明是其本人起诉，申请人的起诉期限照算 (ARL 10; ALL 25, 45)."""
    await served(joint, "赵某", "孙某")
    runs = await joint.runs()
    assert runs[COURT] == date(2026, 12, 8)
    await joint.sue("周某")
    suit = (await joint.place.pages(joint.road))[-1]
    assert (suit["applicant"], suit["others_left"]) == (joint.who["周某"], True)
    assert await joint.runs() == runs
    assert (await joint.reads("13700000000"))[0] == ["2026年12月8日"]
    case_id = UUID(joint.case.rpartition("/")[2])
    after = await joint.place.pages(aftermath_of(case_id))
    [noted] = [one for one in after if one["kind"] == "reconsideration.suit_on_record.v1"]
    assert noted["applicant"] == joint.who["周某"], "what it owes waits, and nobody else's does"
    await joint.sue("赵某", "孙某")
    assert await joint.runs() == {}
    assert await sound(joint, db)


async def test_a_third_person_reads_its_own_days_whoever_else_sued(joint: Joint) -> None:
    """第三人的页面写本人收到之日起算的日子；申请人起诉的照算，本人起诉的不再写 (ALL 45)."""
    await joint.serve("赵某", "2026-11-23")
    assert (await joint.reads(PHONE))[0] == []
    await served(joint, "孙某")
    assert (await joint.reads(PHONE))[0] == OWN
    await joint.sue("赵某")
    assert (await joint.reads(PHONE))[0] == OWN
    await joint.sue("孙某")
    assert (await joint.reads(PHONE))[0] == OWN, "that all applicants sued takes nothing from it"
    await joint.sue("周某")
    assert (await joint.reads(PHONE))[0] == []


async def test_beside_the_only_applicant_a_third_person_is_named(place: Town, db: Pool) -> None:
    """只有一名申请人的，第三人起诉写明是第三人，申请人的期限不因此结束 (ALL 25, 45)."""
    alone = await with_third(await applied(place))
    await served(alone, "赵某")
    await alone.sue("周某")
    assert await alone.runs() == {COURT: date(2026, 12, 8)}
    assert (await alone.reads("13700000000"))[0] == ["2026年12月8日"]
    assert (await alone.reads(PHONE))[0] == []
    assert await sound(alone, db)


async def test_beside_a_third_person_the_only_applicant_is_named_too(place: Town, db: Pool) -> None:
    """一名申请人而有第三人的，没有写明谁起诉的退回；申请人起诉，第三人的日子照算 (ALL 25, 45)."""
    alone = await with_third(await applied(place))
    await served(alone, "赵某")
    said = await alone.says_sued()
    assert (said.status_code, "案件有第三人的" in said.text) == (422, True)
    await alone.sue("赵某")
    assert await alone.runs() == {}
    assert (await alone.reads(PHONE))[0] == OWN
    assert await sound(alone, db)


async def test_a_third_person_says_itself_that_it_has_sued_and_nothing_else(joint: Joint) -> None:
    """第三人自己记明已经起诉的，记为其本人；申请期限不是其本人的，不由其记明 (ALL 25; RULES 58)."""
    await served(joint, "赵某", "孙某")
    runs, third = await joint.runs(), UUID(joint.who["周某"])
    told = {"disputes": [joint.dispute_id], "persons": [third]}
    token = joint.place.tokens.issue("party-1", [Role.PARTY], **told)
    head = {"Authorization": f"Bearer {token}", "Idempotency-Key": "third-0001"}
    path, of = f"/routings/{joint.road}/application", {"organ": "甘州区人民法院"}
    other = await joint.place.web.post(path, json={**of, "road": "adjudication"}, headers=head)
    assert other.status_code == 409, other.text
    head["Idempotency-Key"] = "third-0002"
    said = await joint.place.web.post(path, json={**of, "road": "court"}, headers=head)
    assert said.status_code == 201, said.text
    assert (await joint.place.pages(joint.road))[-1]["applicant"] == str(third)
    assert await joint.runs() == runs


async def test_who_is_neither_applicant_nor_third_person_is_not_named(joint: Joint) -> None:
    """不是申请人，也不是案件第三人的，不能记为起诉的人 (ALL 25)."""
    await served(joint, "赵某", "孙某")
    joint.who["吴某"] = str(UUID(int=77))
    said = await joint.says_sued("吴某")
    assert (said.status_code, "也不是其案件的第三人" in said.text) == (422, True)


async def test_over_a_decision_that_was_annulled_a_third_person_reads_no_day(joint: Joint) -> None:
    """复议决定被撤销的，第三人的页面不再写起诉的日子 (RULES 92)."""
    await served(joint, "赵某", "孙某")
    assert (await joint.reads(PHONE))[0] == OWN
    await joint.place.at("2026-11-28")
    await annul(joint)
    assert (await joint.reads(PHONE))[0] == []
