"""窗口: register, receipt, queue, ledger; the pages ask the same doors as everybody."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from services.intake.domain.contacts import contacts_of
from services.intake.schemas.importing import MOST_BYTES
from services.routing.suggest.suggesting import NO_MODEL
from services.routing.suggest.training import train
from shared.auth import Role
from shared.clock import StillClock
from shared.db import Pool
from shared.settings import settings
from shared.work import Hub
from tests.desks.visitor import Building, Visitor, building, hidden, leads, two_pages
from tests.routing.labelled import ASKED, messages
from tests.routing.town import Town, town

REGISTER = "/desk/window/register"
IMPORT = "/desk/window/import"
TYPED = {
    "matter": "linli",
    "place": "620702001",
    "subject": "宅旁空地归谁使用",
    "content": "双方均称空地由自家使用多年。",
    "demand": "请求对方停止占用。",
    "channel": "window",
    "parties/0/side": "applicant",
    "parties/0/kind": "natural",
    "parties/0/name": "赵某",
    "parties/0/phone": "13700000000",
    "parties/1/side": "opponent",
    "parties/1/kind": "natural",
}
"""As a browser sends it: the second row has its lists, and nobody in it."""


@pytest.fixture
async def house(hub: Hub) -> AsyncIterator[Building]:
    async with building(hub) as found:
        yield found


@pytest.fixture
def window(house: Building) -> Visitor:
    return house.visitor(Role.WINDOW)


async def registered(window: Visitor, **more: str) -> str:
    answer = await window.fill(REGISTER, **{**TYPED, **more})
    assert answer.status_code == 303, answer.text
    return answer.headers["Location"].rpartition("/")[2]


async def test_what_the_door_asks_for_is_said_to_be_asked_for(window: Visitor) -> None:
    """必填的都写明：类型、发生地、主题、事实经过、诉求、姓名；第二名当事人可以不填."""
    page = (await window.get(REGISTER)).text
    told = re.sub(r"<[^>]+>", "", page)
    for label in ("纠纷类型", "发生地", "主题", "事实经过", "诉求"):
        assert f"{label}（必填）" in told, label
    assert told.count("姓名或者名称（必填）") == 1
    assert re.search(r'name="subject" [^>]*required', page)


async def test_a_form_sent_twice_is_one_dispute_and_leads_to_its_receipt(
    window: Visitor, db: Pool
) -> None:
    """登记页连按两次，只登记一件，转到回执 (RULES 1)."""
    page = await window.get(REGISTER)
    said = {**hidden(page), **TYPED}
    first, second = await window.send(REGISTER, said), await window.send(REGISTER, said)
    assert first.status_code == second.status_code == 303
    assert first.headers["Location"] == second.headers["Location"]
    assert await db.fetchval("SELECT count(*) FROM intake.dispute") == 1
    receipt = await window.get(first.headers["Location"])
    number = first.headers["Location"].rpartition("/")[2]
    assert number in receipt.text
    assert "<svg" in receipt.text
    assert "赵某" not in receipt.text
    assert "13700000000" not in receipt.text


async def test_a_repeat_at_another_window_has_its_receipt_there_too(
    house: Building, window: Visitor
) -> None:
    """别县窗口收了重复件，也出得了回执，在案卷里也查得到 (RULES 1, 2)."""
    number = await registered(window)
    other = house.visitor(Role.WINDOW, organ="620725-window-1", code="o-2")
    assert (await other.get(f"/desk/window/receipt/{number}")).status_code == 404
    assert await registered(other) == number
    receipt = (await other.get(f"/desk/window/receipt/{number}")).text
    assert number in receipt
    assert "电话、地址和对方、第三人没有改动原来的登记" in receipt
    [door] = re.findall(r'href="(/desk/disputes/[^"]+/contact-correction)"', receipt)
    assert (await other.get(door)).status_code == 200
    assert number in (await other.get("/desk/disputes")).text
    third = house.visitor(Role.WINDOW, organ="620723-window-1", code="o-3")
    assert number not in (await third.get("/desk/disputes")).text


async def test_a_telephone_is_put_right_at_the_desk(window: Visitor, db: Pool) -> None:
    """窗口在案卷里更正当事人的电话，号码不写进案卷，更正后按新电话查得到 (RULES 163)."""
    number = await registered(window)
    assert "没有改动原来的登记" not in (await window.get(f"/desk/window/receipt/{number}")).text
    [(file, person)] = await db.fetch("SELECT dispute_id, person_id FROM hub.people LIMIT 1")
    door = f"/desk/disputes/{number}/files/{file}/contact-correction"
    assert f'<option value="{person}"' in (await window.get(door)).text
    wrong = await window.fill(door, person_id=str(person), phone="123")
    assert wrong.status_code == 422
    done = await window.fill(door, person_id=str(person), phone="139 0000 0002")
    assert done.status_code == 303
    case = (await window.get(f"/desk/disputes/{number}")).text
    assert "更正联系方式" in case
    assert "13900000002" not in case
    sent = {**hidden(await window.get(REGISTER)), "number": "13900000002"}
    found = await window.send("/desk/window/found", sent)
    assert [one["name"] for one in found.json()["people"]] == ["赵某"]


async def test_a_telephone_is_put_right_after_the_dispute_was_withdrawn(
    window: Visitor, db: Pool
) -> None:
    """撤回以后，案卷上还能更正当事人的电话，记在旁边的卷里，撤回的卷不再变动 (RULES 166)."""
    number = await registered(window)
    [(file, person)] = await db.fetch("SELECT dispute_id, person_id FROM hub.people LIMIT 1")
    here = f"/desk/disputes/{number}/files/{file}"
    assert (await window.fill(f"{here}/withdrawal", reason="自行和好")).status_code == 303
    door = f"{here}/contact-correction"
    assert door in (await window.get(f"/desk/disputes/{number}")).text
    for phone in ("139 0000 0002", "139 0000 0003"):
        assert f'<option value="{person}"' in (await window.get(door)).text
        assert (await window.fill(door, person_id=str(person), phone=phone)).status_code == 303
    case = (await window.get(f"/desk/disputes/{number}")).text
    assert "联系方式更正卷" in case
    assert case.count(f'href="{door}"') == 1
    assert str(contacts_of(file)) not in re.findall(r"/files/([^/]+)/contact-correction", case)
    stood = await db.fetchval("SELECT version FROM hub.file WHERE case_id = $1", file)
    assert stood == 2
    listed = (await window.get("/desk/disputes")).text
    assert listed.count(f">{number}<") == 1
    assert "记录中" not in listed
    phone = {**hidden(await window.get(REGISTER)), "number": "13900000003"}
    found = await window.send("/desk/window/found", phone)
    assert [one["name"] for one in found.json()["people"]] == ["赵某"]


NEW = {
    "parties/0/name": "赵明亮",
    "parties/1/side": "applicant",
    "parties/1/name": "李四海",
    "parties/1/phone": "13900000001",
}


async def test_who_comes_along_anew_is_chosen_about_and_named_on_the_receipt(
    window: Visitor, db: Pool
) -> None:
    """同一纠纷另有新的申请人的，当场选择加进去或者另行登记；回执写明加进来的是谁 (RULES 168)."""
    number = await registered(window, **{"parties/0/name": "赵明亮"})
    page = await window.get(REGISTER)
    hint = await window.send("/desk/window/similar", {**hidden(page), **TYPED, **NEW})
    assert re.search(rf"已有同一纠纷 .*{number}.*李四海不是该件的申请人", hint.text)
    asked = await window.fill(REGISTER, **{**TYPED, **NEW})
    assert asked.status_code == 422
    assert number in asked.text
    assert 'href="#f-newcomers"' in asked.text
    assert "李四海" in unescape(asked.text)
    assert await db.fetchval("SELECT repeats FROM intake.dispute") == 0
    assert await registered(window, **NEW, newcomers="add") == number
    receipt = (await window.get(f"/desk/window/receipt/{number}")).text
    assert "登记以后加进本件的申请人：李四海" in receipt
    assert "由本人另行申请" in receipt
    assert "13900000001" not in receipt
    read = await db.fetch("SELECT purpose FROM hub.people_read")
    assert "回执写明增列的申请人" in [one["purpose"] for one in read]
    other = {**NEW, "parties/1/name": "周大江", "parties/1/phone": "13900000002"}
    assert await registered(window, **other, newcomers="apart") != number


async def test_what_a_repeat_says_otherwise_is_told_beside_what_is_on_record(
    window: Visitor,
) -> None:
    """重复件的电话与登记不同的，回执写明没有改动，屏幕上列出原来登记的 (RULES 163)."""
    named = {"parties/0/name": "赵明亮", "parties/1/name": "李四海"}
    both = {**named, "parties/1/side": "applicant", "parties/1/phone": "13900000001"}
    number = await registered(window, **both)
    receipt = f"/desk/window/receipt/{number}"
    assert await registered(window, **both) == number
    assert "与原来登记的不同" not in (await window.get(receipt)).text
    assert await registered(window, **{**both, "parties/1/phone": "13900000009"}) == number
    page = (await window.get(receipt)).text
    assert "本次填写的联系电话与原来登记的不同，没有改动" in page
    assert "李四海：电话 139****0001" in page
    assert "赵明亮" not in page


async def test_an_applicant_is_added_in_the_file_with_a_reason(window: Visitor, db: Pool) -> None:
    """窗口在案卷里增列申请人，写明理由，姓名不写进案卷 (RULES 168)."""
    number = await registered(window, **{"parties/0/name": "赵明亮"})
    file = await db.fetchval("SELECT case_id FROM intake.dispute")
    door = f"/desk/disputes/{number}/files/{file}/applicant-addition"
    assert door in (await window.get(f"/desk/disputes/{number}")).text
    who = {"name": "李四海", "phone": "13900000001", "kind": "natural"}
    assert (await window.fill(door, **who)).status_code == 422
    assert (await window.fill(door, **who, reason="登记时漏填")).status_code == 303
    case = (await window.get(f"/desk/disputes/{number}")).text
    assert "增列申请人" in case
    assert "李四海" not in case
    assert "李四海" in (await window.get(f"/desk/window/receipt/{number}")).text


async def test_a_counter_without_a_line_chooses_as_well(window: Visitor) -> None:
    """断网登记报送时提示另有新的申请人的，也能选择后再报送 (RULES 168)."""
    page = (await window.get("/desk/window/offline")).text
    field = page.split('<select id="f-newcomers"')[1].split("</select>", maxsplit=1)[0]
    assert re.findall(r'<option value="(\w*)"', field) == ["", "add", "apart"]


async def test_what_is_missing_is_told_once_with_ways_to_the_fields_and_nothing_is_lost(
    window: Visitor, db: Pool
) -> None:
    """所缺的一次告知，逐项通到栏目；填过的都还在."""
    said = {**TYPED, "matter": "", "demand": "", "parties/0/phone": "123", "parties/1/name": "钱某"}
    answer = await window.fill(REGISTER, **said)
    assert answer.status_code == 422
    links = set(re.findall(r'<li><a href="#([^"]+)"', answer.text))
    assert links == {"f-matter", "f-demand", "f-parties-0-phone"}
    assert all(f'id="{one}"' in answer.text for one in links)
    for kept in ("宅旁空地归谁使用", "双方均称空地由自家使用多年。", "赵某", "钱某", 'value="123"'):
        assert kept in unescape(answer.text)
    assert await db.fetchval("SELECT count(*) FROM intake.dispute") == 0


async def test_parties_come_go_and_are_found_by_number_without_a_script(window: Visitor) -> None:
    """没有脚本，也能增加、去掉、按号码查找当事人."""
    await registered(window)
    more = await window.fill(REGISTER, **{**TYPED, "parties/1/name": "钱某", "go": "more"})
    assert 'name="parties/2/name"' in more.text
    less = await window.fill(REGISTER, **{**TYPED, "parties/1/name": "钱某", "go": "less:0"})
    assert "钱某" in less.text
    assert "赵某" not in less.text
    nameless = {name: said for name, said in TYPED.items() if name != "parties/0/name"}
    found = await window.fill(REGISTER, **{**nameless, "go": "find:0"})
    assert 'value="赵某"' in found.text


async def test_while_typing_repeats_and_disputes_alike_are_shown(window: Visitor) -> None:
    """填写时提示重复件和相似的纠纷 (RULES 2)."""
    number = await registered(window)
    page = await window.get(REGISTER)
    same = await window.send("/desk/window/similar", {**hidden(page), **TYPED})
    assert "重复件" in same.text
    assert number in same.text
    other = {
        **TYPED,
        "parties/0/name": "孙某",
        "parties/0/phone": "13900000000",
        "subject": "空地使用",
    }
    alike = await window.send("/desk/window/similar", {**hidden(page), **other})
    assert "相似的纠纷" in alike.text
    assert "重复件" not in alike.text
    people = await window.send("/desk/window/found", {**hidden(page), "number": "13700000000"})
    assert [one["name"] for one in people.json()["people"]] == ["赵某"]


async def test_whether_remedies_were_told_is_asked_with_both_answers(
    window: Visitor, db: Pool
) -> None:
    """是否告知救济途径，是、否都可以选，不动的为已告知：期限因此不同 (ARL 20)."""
    page = (await window.get(REGISTER)).text
    field = page.split('<select id="f-told_remedies"')[1].split("</select>", maxsplit=1)[0]
    options = re.findall(r'<option value="(\w+)"( selected)?>', field)
    assert options == [("true", " selected"), ("false", "")]
    penalty = {"matter": "chufa", "respondent": "620702-gongan", "act": "penalty"}
    for name, answer in (("赵某", "true"), ("孙某", "false")):
        who = {"parties/0/name": name, "parties/0/phone": ""}
        await registered(window, **penalty, **who, learnt_on="2026-11-20", told_remedies=answer)
    facts = await db.fetch(
        "SELECT body::jsonb -> 'told_remedies' AS told FROM hub.outbox "
        "WHERE kind = 'intake.registered.v1' ORDER BY seq"
    )
    assert [one["told"] for one in facts] == ["true", "false"]


async def test_kinds_are_suggested_with_the_words_that_say_so(
    window: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """装有分类模型的，提示可能的类型、主办部门和依据的词；没有的写明 (RULES 6)."""
    said = {**TYPED, "subject": "夜间噪音扰民", "content": ASKED}
    page = await window.get(REGISTER)
    monkeypatch.delenv("HUB_MODEL", raising=False)
    settings.cache_clear()
    without = await window.send("/desk/window/similar", {**hidden(page), **said})
    assert NO_MODEL in without.text
    assert "可能的类型" not in without.text
    model = tmp_path / "model.json"
    model.write_text(train(messages(), on="2026-11-23").model.dump(), encoding="utf-8")
    monkeypatch.setenv("HUB_MODEL", str(model))
    settings.cache_clear()
    try:
        shown = (await window.send("/desk/window/similar", {**hidden(page), **said})).text
    finally:
        settings.cache_clear()
    assert "可能的类型" in shown
    assert NO_MODEL not in shown
    found = re.findall(
        r'data-choose="(\w+)">([^<]+)</button> 主办：([^；<]+)；依据“([^<]+)”', shown
    )
    assert found
    assert all(word in said["content"] + said["subject"] for word in found[0][3].split("”“"))


async def test_a_matter_is_found_by_pinyin_and_its_initials(window: Visitor) -> None:
    """类型、地点、机构可以用拼音首字母查找."""
    spelt = (await window.get("/desk/window/catalogue")).json()
    assert {"wyfwjf", "wuyefuwujiufen"} <= set(spelt["wuye"])
    assert "djjd" in spelt["620702001"]
    assert spelt["620702-chengguan"]


async def test_the_receipt_tells_road_reason_dates_and_who_answers(
    hub: Hub, clock: StillClock, window: Visitor
) -> None:
    """回执写明途径、理由、期限、由谁办理和权利，期限是谁的用名称写，不用代码 (RULES 6, 7)."""
    async with town(hub, clock) as place:
        number, _ = await place.register()
        told, _ = await statutory(place)
    page = await window.get(f"/desk/window/receipt/{number}")
    assert "人民调解" in page.text
    assert "正在计算的期限" in page.text
    assert "综治中心" in page.text
    assert re.search(r"甘州区司法局，电话 <a[^>]*>0936-5551202</a>", page.text)
    assert re.search(
        r"街道综治中心，电话 <a[^>]*>0936-5551101</a>（甘州区综治中心1号窗口）", page.text
    )
    notice = await window.get(f"/desk/window/receipt/{told}")
    assert "行政复议" in notice.text
    assert "以前自行提出申请" in notice.text
    heads = re.findall(r'<th scope="rowgroup" colspan="2">([^<]+)</th>', notice.text)
    assert "行政复议" in heads
    assert [one for one in heads if re.search("[a-z]", one)] == []
    queue = (await window.get(f"/desk/window?tab=running&number={told}")).text
    assert re.search(r"<td>[^<（]+（行政复议）<br>", queue)
    assert "（reconsideration）" not in queue


async def test_the_receipt_leads_a_party_to_the_hub_s_own_address_whatever_the_clerk_asked_for(
    house: Building, window: Visitor
) -> None:
    """回执上的查询地址是对外地址，不是窗口内网的地址."""
    number = await registered(window)
    inside = await window.get(f"/desk/window/receipt/{number}")
    assert "https://hub.example/party" not in inside.text
    house.app.state.frame = replace(house.app.state.frame, address="https://hub.example/")
    outside = await window.get(f"/desk/window/receipt/{number}")
    assert "https://hub.example/party" in outside.text


async def statutory(place: Town) -> tuple[str, object]:
    return await place.register(
        key="town-0009",
        matter="chufa",
        act="penalty",
        respondent="620702-chengguan",
        happened_on="2026-11-09",
        learnt_on="2026-11-10",
        parties=[{"side": "applicant", "name": "孙某", "phone": "13900000000"}],
    )


async def test_the_queue_shows_its_tabs_and_finds_by_telephone(
    window: Visitor, house: Building, db: Pool
) -> None:
    """窗口办件分类列出；按电话查件记录在案，号码不进网址."""
    number = await registered(window)
    page = await window.get("/desk/window")
    assert number in page.text
    assert "今日登记" in page.text
    found = await window.fill("/desk/window", phone="13700000000")
    assert found.status_code == 200
    assert "赵某" in found.text
    assert await db.fetchval("SELECT count(*) FROM hub.people_read") == 1
    assert leads(await window.fill("/desk/window", phone="1")) == {"f-phone": "input"}
    elsewhere = house.visitor(Role.WINDOW, organ="620725-window-1")
    assert number not in (await elsewhere.get("/desk/window?tab=all")).text
    assert "赵某" not in (await elsewhere.fill("/desk/window", phone="13700000000")).text
    empty = await window.get("/desk/window?tab=callback")
    assert "没有待回访的" in empty.text


async def test_a_ledger_is_taken_in_and_its_rejects_are_mended_on_the_page(
    window: Visitor, house: Building, db: Pool
) -> None:
    """导入台账，退回行在页面上更正登记."""
    ledger = (
        "工单编号,主题,内容,来电人,登记时间\n"
        "A1,路灯不亮一周,路口路灯一周没有亮,孙某,2026-11-20\n"
        "A2,下水道堵塞,巷口积水,吴某,昨天\n"
    )
    page = await window.get(IMPORT)
    begun, again = [
        await window.upload(IMPORT, hidden(page), "content", "热线.csv", ledger.encode())
        for _ in range(2)
    ]
    assert begun.status_code == again.status_code == 303, begun.text
    assert begun.headers["Location"] == again.headers["Location"]
    path = begun.headers["Location"]
    assert "未完成" in (await window.get(IMPORT)).text
    step = await window.send(path, hidden(await window.get(path)))
    assert step.headers["Location"] == path
    shown = await window.get(path)
    assert "已完成" in shown.text
    assert "待更正" in shown.text
    for state, there in (("open", True), ("done", False)):
        assert (path in (await window.get(f"{IMPORT}?state={state}")).text) is there
    wrong = await window.send(f"{path}/0", {**hidden(shown), "cell": ["A2", "堵", "", "", "明天"]})
    assert wrong.status_code == 422
    assert 'value="明天"' in wrong.text
    cells = ["A2", "下水道堵塞", "巷口积水", "吴某", "2026-11-21"]
    mended = await window.send(f"{path}/0", {**hidden(shown), "cell": cells})
    assert mended.status_code == 303
    assert "已登记" in (await window.get(path)).text
    assert path in (await window.get(f"{IMPORT}?state=done")).text
    assert await db.fetchval("SELECT count(*) FROM intake.dispute") == 2
    other = house.visitor(Role.WINDOW, organ="620725-window-1")
    assert (await other.get(path)).status_code == 404


HANDED_IN = """
INSERT INTO intake.import (import_id, "window", name, source, history, by, at, total, touched_at)
SELECT gen_random_uuid(), '620702-window-1', 'L' || lpad((n * 7 % 23)::text, 3, '0') || '.csv', '',
       false, 'w-1', now() - make_interval(mins => n), 0, now()
FROM generate_series(0, 22) n
"""
"""Twenty-three ledgers, each older than the one before, their names in another order."""


async def test_imports_are_read_by_time_and_name_from_both_ends(window: Visitor, db: Pool) -> None:
    """导入记录可以按时间、文件名从两头看，翻页不漏不重，次序留在地址里."""
    await db.execute(HANDED_IN)
    newest = [f"L{n * 7 % 23:03}" for n in range(23)]
    orders = {"": newest, "-at": newest, "at": newest[::-1]}
    orders |= {"name": sorted(newest), "-name": sorted(newest)[::-1]}
    for sort, expected in orders.items():
        shown = await two_pages(window, f"{IMPORT}{sort and '?sort='}{sort}")
        assert re.findall(r"L\d{3}(?=\.csv</a>)", shown) == expected, sort
    assert (await window.get(f"{IMPORT}?sort=nonsense")).status_code == 422


async def test_a_file_that_is_none_is_told_on_the_page(window: Visitor) -> None:
    """没有选择文件的，在页面上说明."""
    answer = await window.send(IMPORT, hidden(await window.get(IMPORT)))
    assert answer.status_code == 422
    assert "台账导入" in answer.text


async def test_a_reject_behind_the_first_page_keeps_what_was_typed(window: Visitor) -> None:
    """第二页的退回行没有更正成功，填过的内容和原因都在，更正以后回到同一页."""
    rows = "".join(f"A{n},主题{n},内容{n},吴某,昨天\n" for n in range(30))
    ledger = f"工单编号,主题,内容,来电人,登记时间\n{rows}"
    page = await window.get(IMPORT)
    begun = await window.upload(IMPORT, hidden(page), "content", "热线.csv", ledger.encode())
    path = begun.headers["Location"]
    await window.send(path, hidden(await window.get(path)))
    shown = await window.get(f"{path}?page=2")
    [action] = re.findall(r'action="([^"]+/25\?page=2)"', shown.text)
    cells = ["A25", "改过的主题", "内容", "吴某", "明天"]
    wrong = await window.send(action, {**hidden(shown), "cell": cells})
    assert wrong.status_code == 422
    assert 'value="改过的主题"' in wrong.text
    assert "登记时间" in wrong.text
    assert leads(wrong) == {"f-cells-4": "input"}
    assert re.search('<input id="f-cells-4"[^>]*aria-invalid="true"', wrong.text)
    mended = await window.send(action, {**hidden(shown), "cell": [*cells[:-1], "2026-11-21"]})
    assert mended.headers["Location"] == f"{path}?page=2#rejects"
    said = f"{path}?state=open&sort=-place"
    numbers = [int(n) for n in re.findall(r'action="[^"]+/(\d+)\?', await two_pages(window, said))]
    assert numbers == [n for n in range(29, -1, -1) if n != 25]
    done = (await window.get(f"{path}?state=mended")).text
    assert "已登记" in done
    assert 'action="' + path + "/" not in done


async def test_a_file_that_is_too_long_is_told_on_the_page(window: Visitor) -> None:
    """过大的台账在页面上说明上限，不读完."""
    page = await window.get(IMPORT)
    huge = b"x" * (MOST_BYTES + 2_000_000)
    answer = await window.upload(IMPORT, hidden(page), "content", "大.csv", huge)
    assert answer.status_code == 422
    assert "文件内容" in answer.text
    assert "字节" in answer.text


@pytest.mark.parametrize("path", ["/desk/window", IMPORT])
async def test_without_a_database_a_list_says_so_and_does_not_look_empty(
    path: str, window: Visitor, house: Building, monkeypatch: pytest.MonkeyPatch
) -> None:
    """数据库不可用时，清单页如实说明，不显示为空."""

    class Gone:
        def __getattr__(self, name: str) -> object:
            raise ConnectionRefusedError(name)

    monkeypatch.setattr(house.app.state.hub, "pool", Gone())
    answer = await window.get(path)
    assert answer.status_code == 503
    assert "暂时" in answer.text
    assert "还没有" not in answer.text
