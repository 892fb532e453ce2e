"""What a window finds before it registers: who was here, what is alike; and its queue."""

import json
from collections.abc import AsyncIterator, Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from services.routing.store import whistle_of
from shared.auth import Identity, Role
from shared.casepage import few
from shared.clock import StillClock
from shared.db import Pool
from shared.work import Hub
from tests.routing.town import Town, town

GANZHOU = "620702-window-1"
SHANDAN = "620725-window-1"
PHONE = "13700000000"


@pytest.fixture(params=[few.FEW, -1], ids=["few", "many"])
async def place(
    request: pytest.FixtureRequest, hub: Hub, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Town]:
    """A town whose counties have few disputes, or as many as they like."""
    monkeypatch.setattr(few, "FEW", request.param)
    async with town(hub, clock) as found:
        yield found


async def search(place: Town, organ: str, number: str = PHONE) -> list[dict[str, Any]]:
    answer = await place.ask(
        "/parties/search", Role.WINDOW, organ, number=number, purpose="登记时核对当事人"
    )
    assert answer.status_code == 200, answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    found: list[dict[str, Any]] = answer.json()
    return found


async def test_a_person_is_found_again_by_telephone_and_the_reading_is_on_record(
    place: Town, db: Pool
) -> None:
    """按号码找到当事人，查阅记录在案."""
    number, _ = await place.register()
    [person] = await search(place, GANZHOU, "137-0000-0000")
    assert (person["name"], person["phone"]) == ("赵某", PHONE)
    assert [(one["number"], one["side"]) for one in person["disputes"]] == [(number, "applicant")]
    [read] = await db.fetch("SELECT * FROM hub.people_read")
    assert (read["reader"], read["purpose"]) == ("o-1", "登记时核对当事人")
    assert len(json.loads(read["ids"])) == 1


async def test_nobody_is_found_in_a_dispute_that_the_window_may_not_see(
    place: Town, db: Pool
) -> None:
    """只在可以查看的纠纷中查找当事人；看不到的，不读取."""
    await place.register()
    assert await search(place, SHANDAN) == []
    assert await db.fetchval("SELECT count(*) FROM hub.people_read") == 0


async def test_what_is_no_number_is_refused_and_not_repeated(place: Town) -> None:
    """号码有误的，说明原因，不回显号码."""
    answer = await place.ask(
        "/parties/search", Role.WINDOW, GANZHOU, number="1380000", purpose="登记"
    )
    assert answer.status_code == 422
    assert "请核对" in answer.json()["fields"][0]["message"]
    assert "1380000" not in answer.text


async def similar(desk: Town, organ: str, **form: object) -> dict[str, Any]:
    answer = await desk.ask("/disputes/similar", Role.WINDOW, organ, **form)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


LIKE = {"matter": "linli", "place": "620702001", "subject": "空地归谁使用有争议"}
TEXT = "双方都说宅旁空地一直由自家使用多年"


async def test_a_dispute_that_says_nearly_the_same_is_shown_with_the_words_in_common(
    place: Town, db: Pool
) -> None:
    """相似的纠纷连同共同的词语一并提示；比对正文记录在案."""
    number, _ = await place.register()
    other = [{"side": "applicant", "name": "孙某", "phone": "13900000000"}]
    await place.register(
        key="town-0002",
        subject="夜间噪声扰民",
        content="楼上装修。",
        demand="停工。",
        parties=other,
    )
    found = await similar(place, GANZHOU, **LIKE, content=TEXT)
    assert found["repeat_of"] is None
    assert [one["number"] for one in found["alike"]] == [number]
    assert "空地" in "".join(found["alike"][0]["words"])
    assert await db.fetchval("SELECT count(*) FROM hub.documents_read") == 1


async def test_no_window_is_shown_what_it_may_not_see(place: Town) -> None:
    """相似的纠纷只在可以查看的范围内提示."""
    await place.register()
    assert (await similar(place, SHANDAN, **LIKE, content=TEXT))["alike"] == []


async def test_a_repeat_is_told_before_it_is_registered(place: Town) -> None:
    """登记前告知将计为重复件 (RULES 2)."""
    number, _ = await place.register()
    parties = [
        {"side": "applicant", "name": "赵某", "phone": PHONE},
        {"side": "opponent", "name": "钱某"},
    ]
    found = await similar(place, GANZHOU, **LIKE, parties=parties)
    assert found["repeat_of"]["number"] == number
    other = [{"side": "applicant", "name": "孙某", "phone": "13900000000"}]
    assert (await similar(place, GANZHOU, **LIKE, parties=other))["repeat_of"] is None


async def queue(place: Town, organ: str = GANZHOU, **asked: object) -> dict[str, Any]:
    said = "&".join(f"{name}={value}" for name, value in asked.items())
    answer = await place.get(f"/window/queue?{said}", organ=organ)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def numbers(found: dict[str, Any]) -> list[str]:
    return [one["number"] for one in found["items"]]


def counts(found: dict[str, Any]) -> dict[str, int]:
    return {one["tab"]: one["count"] for one in found["counts"]}


async def test_the_queue_tells_todays_and_what_runs_until_when(
    place: Town, clock: StillClock
) -> None:
    """今日登记和期限在走的，先届满的在前."""
    first, _ = await place.register()
    clock.forward(timedelta(days=1))
    other = [{"side": "applicant", "name": "孙某", "phone": "13900000000"}]
    second, _ = await place.register(key="town-0002", parties=other, subject="夜间噪声扰民")
    today = await queue(place)
    assert (numbers(today), today["on"]) == ([second], "2026-11-24")
    runs = await queue(place, tab="running")
    assert numbers(runs) == [first, second]
    assert runs["items"][0]["until"] <= runs["items"][1]["until"]
    assert runs["items"][0]["due"]
    assert runs["items"][0]["road"] == "peoples_mediation"
    assert numbers(await queue(place, tab="running", sort="-due")) == [second, first]
    assert counts(runs) == {
        "today": 1,
        "running": 2,
        "callback": 0,
        "returned": 0,
        "elsewhere": 0,
        "all": 2,
    }


async def test_what_came_by_letter_is_of_the_day_on_which_it_was_registered(
    place: Town, db: Pool
) -> None:
    """周五收到、周一登记的信件，列入周一的今日登记，登记日仍是收到之日；历史台账不列 (RULES 1)."""
    number, dispute = await place.register(channel="letter", on="2026-11-20")
    found = await queue(place)
    assert (found["on"], numbers(found), counts(found)["today"]) == ("2026-11-23", [number], 1)
    assert found["items"][0]["registered_on"] == "2026-11-20"
    row = await db.fetchrow(
        "SELECT registered_on, entered_on FROM intake.dispute WHERE case_id = $1", dispute
    )
    assert tuple(row) == (date(2026, 11, 20), date(2026, 11, 23))


async def test_what_was_given_back_is_listed_until_the_dispute_is_settled(
    place: Town, db: Pool
) -> None:
    """重复吹哨被退回的，前一个哨办结、纠纷化解以后不再列入“退回” (RULES 19, 37)."""
    _, dispute = await place.register(matter="wuye")
    whistle = await db.fetchrow(
        "SELECT case_id, lead, tracks FROM routing.whistle WHERE dispute_id = $1", dispute
    )
    again = {"dispute_id": str(dispute), "text": "电梯仍未修好，请再核实。"}
    duplicate = await place.do("/whistles", Role.WINDOW, GANZHOU, **again)
    assert duplicate["state"] == "returned"
    assert numbers(await queue(place, tab="returned")) == []
    await closed(place, f"/whistles/{whistle['case_id']}", whistle)
    states = await db.fetch(
        "SELECT procedure, state FROM hub.file WHERE dispute_id = $1"
        " AND procedure IN ('whistle', 'ladder') ORDER BY 1, 2",
        dispute,
    )
    assert [tuple(row) for row in states] == [
        ("ladder", "settled_here"),
        ("whistle", "closed"),
        ("whistle", "returned"),
    ]
    found = await queue(place, tab="returned")
    assert (numbers(found), counts(found)["returned"]) == ([], 0)


async def test_what_was_given_back_and_not_blown_again_stays_listed(place: Town) -> None:
    """退哨后没有再吹哨、仍在逐级化解的，列入“退回” (RULES 19)."""
    number, dispute = await place.register(matter="wuye")
    said = {"reason": "false", "text": "现场核实电梯没有停运。"}
    path = f"/whistles/{whistle_of(dispute)}/return"
    await place.do(path, Role.WINDOW, GANZHOU, **said)
    found = await queue(place, tab="returned")
    assert (numbers(found), counts(found)["returned"]) == ([number], 1)


async def closed(place: Town, path: str, whistle: Mapping[str, Any]) -> None:
    """Every department does its part, and the party is content."""
    called = [organ for organ, at in json.loads(whistle["tracks"]).items() if at == "called"]
    for organ in called:
        await place.do(f"{path}/check-in", Role.DEPARTMENT, organ)
        await place.do(f"{path}/answer", Role.DEPARTMENT, organ, finding="solved", opinion="已办。")
    await place.do(f"{path}/finish", Role.DEPARTMENT, whistle["lead"], evidence="现场照片。")
    said = {"reached": True, "solved": True, "satisfied": True, "note": "已修好"}
    await place.do(f"{path}/callback", Role.WINDOW, GANZHOU, **said)


async def test_a_dispute_with_several_periods_is_listed_once_by_the_first(
    place: Town, clock: StillClock, db: Pool
) -> None:
    """一件纠纷有几个期限在走，只列一次，按最先届满的排，正序倒序都一样."""
    for n, matter in enumerate(("wuye", "linli", "wuye")):
        party = [{"side": "applicant", "name": "孙某", "phone": f"1390000000{n}"}]
        await place.register(key=f"town-000{n}", parties=party, matter=matter)
        clock.forward(timedelta(hours=5))
    open_ones = "SELECT count(*) FROM hub.deadline WHERE ended IS NULL AND until IS NOT NULL"
    assert await db.fetchval(open_ones) > 3
    for sort in ("due", "-due"):
        runs = numbers(await queue(place, tab="running", sort=sort))
        assert len(runs) == 3
        assert runs == numbers(await queue(place, tab="all", sort=sort))


async def test_the_queue_has_nothing_that_the_window_may_not_see(place: Town) -> None:
    """窗口办件只列本窗口和本县区的."""
    await place.register()
    found = await queue(place, SHANDAN, tab="all")
    assert (numbers(found), counts(found)["all"]) == ([], 0)


async def test_a_county_without_disputes_sees_its_own_files_over_those_of_others(
    place: Town, db: Pool
) -> None:
    """本县区没有纠纷的窗口，仍看得到本县区机构对外县区纠纷的案卷；不逐件查找 (PLAN 33)."""
    number, dispute = await place.register()
    shandan = Identity.of("o-1", [Role.WINDOW], organ=SHANDAN)
    async with db.acquire() as conn:
        assert await few.few_seen(conn, shandan) == ([] if few.FEW > 0 else None)
        await conn.execute(
            'UPDATE hub.file SET labels = labels || \'{"county": "620725"}\''
            " WHERE dispute_id = $1 AND office = 'mediation' AND procedure <> 'clock'",
            dispute,
        )
        assert await few.few_seen(conn, shandan) == ([dispute] if few.FEW > 0 else None)
    assert numbers(await queue(place, SHANDAN, tab="all")) == [number]


async def test_what_was_taken_in_for_another_county_is_listed_as_such(place: Town) -> None:
    """异地代收的单独列出，首问窗口看得到 (RULES 1)."""
    number, _ = await place.register(place="山丹县")
    assert numbers(await queue(place, tab="elsewhere")) == [number]
    assert numbers(await queue(place, SHANDAN, tab="elsewhere")) == []
    assert numbers(await queue(place, SHANDAN, tab="all")) == [number]


async def test_the_queue_is_narrowed_sorted_and_paged(place: Town) -> None:
    """筛选、排序、翻页."""
    found = []
    for n in range(3):
        party = [{"side": "applicant", "name": "孙某", "phone": f"1390000000{n}"}]
        number, _ = await place.register(
            key=f"town-000{n}", parties=party, risk="red" if n else "blue"
        )
        found.append(number)
    first = await queue(place, limit=2, sort="number")
    assert (numbers(first), first["more"]) == (found[:2], True)
    assert numbers(await queue(place, limit=2, sort="number", page=2)) == found[2:]
    assert numbers(await queue(place, risk="red", sort="number")) == found[1:]
    assert numbers(await queue(place, tab="all", number=found[1])) == [found[1]]
    digits = found[1].replace("-", "")
    for typed in (digits, digits.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789"})):
        assert numbers(await queue(place, tab="all", number=typed)) == [found[1]]
    assert numbers(await queue(place, sort="number", number=digits[:14])) == found
    assert numbers(await queue(place, matter="wuye")) == []


async def test_a_whistle_that_waits_for_a_callback_is_in_the_queue(place: Town, db: Pool) -> None:
    """待回访的哨，带着要回访的案卷 (RULES 36)."""
    number, dispute = await place.register()
    whistle = await db.fetchrow(
        "SELECT case_id, lead, tracks FROM routing.whistle WHERE dispute_id = $1", dispute
    )
    path = f"/whistles/{whistle['case_id']}"
    called = [organ for organ, at in json.loads(whistle["tracks"]).items() if at == "called"]
    for organ in called:
        await place.do(f"{path}/check-in", Role.DEPARTMENT, organ)
        await place.do(f"{path}/answer", Role.DEPARTMENT, organ, finding="solved", opinion="已办。")
    await place.do(f"{path}/finish", Role.DEPARTMENT, whistle["lead"], evidence="现场照片。")
    found = await queue(place, tab="callback")
    assert numbers(found) == [number]
    assert found["items"][0]["whistle_id"] == str(whistle["case_id"])
    assert counts(found)["callback"] == 1
    assert date.fromisoformat(found["on"])


async def test_a_period_in_a_file_that_the_window_may_not_see_puts_nothing_in_its_queue(
    place: Town, db: Pool
) -> None:
    """期限只在窗口无权查看的案卷中在走的，不列入“期限在走” (RULES 1)."""
    number, dispute = await place.register()
    hidden = await db.fetchval(
        """UPDATE hub.file SET labels = '{"authority": "620725-mediation"}'
        WHERE dispute_id = $1 AND office = 'mediation' AND procedure <> 'clock'
        RETURNING case_id""",
        dispute,
    )
    assert hidden
    assert numbers(await queue(place, tab="running")) == [number]
    await db.execute(  # as the unit of work writes them: a period bears the county of its file
        "UPDATE hub.deadline SET case_id = $2, county = '', authority = '620725-mediation'"
        " WHERE dispute_id = $1",
        dispute,
        hidden,
    )
    found = await queue(place, tab="running")
    assert (numbers(found), counts(found)["running"]) == ([], 0)
    assert numbers(await queue(place, tab="all")) == [number]


async def test_what_an_organ_owes_beside_a_consultation_puts_nothing_in_a_window_s_queue(
    place: Town, db: Pool
) -> None:
    """就咨询卷要求说明的期限，窗口无权查看，不列入其“期限在走” (ARL 52; RULES 65)."""
    number, dispute = await place.register()
    case = await db.fetchval(
        "SELECT case_id FROM hub.file WHERE dispute_id = $1 AND office = 'mediation'"
        " AND procedure <> 'clock'",
        dispute,
    )
    said = {"about": str(case), "organ": "620702-mediation", "text": "请说明"}
    await db.execute(
        "UPDATE hub.file SET labels = labels || $2::jsonb WHERE case_id = $1",
        *(case, json.dumps({"authority": said["organ"]})),
    )
    await place.do("/presses/explanation-request", Role.SUPERVISOR, "620702-centre", **said)
    await db.execute(
        "UPDATE hub.deadline SET ended = 'closed' WHERE dispute_id = $1 AND name <> 'explain'",
        dispute,
    )
    assert numbers(await queue(place, tab="running")) == [number]
    await db.execute(
        'UPDATE hub.file SET labels = labels || \'{"beside": "consultation"}\''
        " WHERE dispute_id = $1 AND procedure = 'press'",
        dispute,
    )
    found = await queue(place, tab="running")
    assert (numbers(found), counts(found)["running"]) == ([], 0)
    assert numbers(await queue(place, tab="all")) == [number]


async def test_a_new_applicant_is_told_before_it_is_registered(place: Town) -> None:
    """登记前告知谁不是在先纠纷的申请人 (RULES 168)."""
    own = [{"side": "applicant", "name": "张三丰", "phone": PHONE}]
    number, _ = await place.register(parties=own)
    both = [*own, {"side": "applicant", "name": "李四海", "phone": "13900000000"}]
    found = await similar(place, GANZHOU, **LIKE, parties=both)
    assert found["repeat_of"]["number"] == number
    assert found["repeat_of"]["newcomers"] == [1]
    same = await similar(place, GANZHOU, **LIKE, parties=own)
    assert same["repeat_of"]["newcomers"] == []
