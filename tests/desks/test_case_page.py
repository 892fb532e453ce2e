"""案卷页: what happened and why, what may be done now and what not, and doing it."""

import ast
import re
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from pydantic import BaseModel

from deploy.compose import offices
from deploy.doors import routers
from services.routing.store import whistle_of
from shared.auth import Role
from shared.auth.identity import PARTY_CODE
from shared.casepage.desk.kinds import KINDS as KINDS_OF_PAPER
from shared.casepage.desk.labels import LABELS, TECHNICAL
from shared.casepage.doors import Doors
from shared.clock import StillClock
from shared.contracts.catalogue import KINDS
from shared.contracts.fact import CLOCK, Head
from shared.frame.forms import Box, boxes
from shared.sessions.posts import acted_by
from shared.work import Hub
from tests.desks.visitor import Building, hidden
from tests.routing.town import town
from tests.shared.case_reader import register, route

DOORS = Doors([route for one in routers() for route in one.routes], offices())
FORMS = [door for door in (*DOORS.acts, *DOORS.openings) if door.model]


def is_chinese(text: str) -> bool:
    return any("\u4e00" <= sign <= "\u9fff" for sign in text)


def every(shown: tuple[Box, ...]) -> list[Box]:
    return [one for box in shown for one in (box, *every(box.inner))]


@pytest.mark.parametrize("door", FORMS, ids=lambda d: d.path)
def test_a_form_says_in_chinese_what_it_asks_for(door) -> None:  # noqa: ANN001 - a door
    """表单的栏目和选项都用中文，选项互不相同."""
    assert is_chinese(door.term)
    for box in every(boxes(door.model)):
        assert is_chinese(box.label), box.name
        says = [text for _, text in box.options]
        assert all(map(is_chinese, says)), (box.name, says)
        assert len(set(says)) == len(says), (box.name, says)


def test_each_door_in_a_file_says_which_fact_it_makes() -> None:
    """每个办理事项都写明形成什么事实，程序表里都有这一步."""
    paths = {
        route.path
        for one in routers()
        for route in one.routes
        if "POST" in route.methods
        and "{" in route.path
        and not route.path.startswith(("/parked", "/imports", "/notices", "/attachments"))
    }
    told = {path for office in offices() for path in office.acts}
    rehearsal = "/rulebooks/{case_id}/rehearsals/{rehearsal_id}"
    works_on = {f"{rehearsal}/parts", f"{rehearsal}/cancellation"}  # as /imports: no act of its own
    assert paths - {"/hotspots/{case_id}/whistle"} - works_on == told
    for office in offices():
        known = {m.on for s in office.shelves for e in s.editions for m in e.all_moves()}
        for path, facts in office.acts.items():
            assert known >= set(facts), path


def names_in(model: type[BaseModel]) -> set[str]:
    """What the fields of a fact are called, and those of what stands in them."""
    return set(model.model_fields).union(
        *(
            names_in(inner)
            for field in model.model_fields.values()
            if field.annotation is not Head
            for inner in models_in(field.annotation)
        )
    )


def models_in(hint: Any) -> list[type[BaseModel]]:  # noqa: ANN401 - a type hint
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return [hint]
    return [found for part in get_args(hint) for found in models_in(part)]


def test_whatever_a_page_finds_has_a_name_in_chinese() -> None:
    """每一项认定内容都有中文名称，一组认定里的各项也有."""
    names = {name for fact in KINDS.values() for name in names_in(fact)} - {"kind", "head"}
    assert {"filing_days", "excluded_days", "exclusions"} <= names
    assert names == set(LABELS) | TECHNICAL
    assert not set(LABELS) & TECHNICAL


async def test_the_page_of_a_case_shows_each_step_with_its_article(
    house: Building, hub: Hub
) -> None:
    """案卷页写明每一步、办理人、日期和依据."""
    taken = await register(hub)
    page = await house.visitor(Role.WINDOW).get(f"/desk/disputes/{taken.number}")
    assert page.status_code == 200
    for said in ("登记", "《枢纽办理规则》第1条", "2026年11月23日", taken.number, "撤回"):
        assert said in page.text, said


async def test_who_acted_is_called_by_the_post_and_not_by_a_code(house: Building, hub: Hub) -> None:
    """各页的办理人写岗位名称，不写代码；当事人只写“当事人”."""
    taken = await register(hub, 1)
    row = ("officer-1", "甘州区综治中心·登记员", "window", "620702-window-1")
    await hub.pool.execute("INSERT INTO hub.post VALUES ($1, $2, $3, $4)", *row)
    party = f"{PARTY_CODE}{uuid4().hex}"
    assert await acted_by(hub.pool, {"officer-1", party, "o-7", CLOCK}) == {
        "officer-1": "甘州区综治中心·登记员",
        "o-7": "o-7",
        party: "当事人",
        CLOCK: "由时钟按期限记录",
    }
    page = await house.visitor(Role.WINDOW).get(f"/desk/disputes/{taken.number}")
    assert "甘州区综治中心·登记员" in page.text
    assert '<span class="quiet">officer-1</span>' not in page.text


async def test_an_act_is_done_by_its_form_at_its_own_door(house: Building, hub: Hub) -> None:
    """在页面上办理，与接口是同一扇门、同一规则."""
    taken = await register(hub)
    clerk = house.visitor(Role.WINDOW)
    path = f"/desk/disputes/{taken.number}/files/{taken.case_id}/withdrawal"
    none = await clerk.upload(f"{path}/files", {}, "files", "现场.png", b"\x89PNG\r\n\x1a\n")
    assert none.status_code == 404, "an act that names no files takes none"
    done = await clerk.fill(path, reason="双方已自行和解。")
    assert done.status_code == 303, done.text
    kinds = await hub.pool.fetch("SELECT kind FROM hub.outbox WHERE case_id = $1", taken.case_id)
    assert {row["kind"] for row in kinds} == {"intake.registered.v1", "intake.withdrawn.v1"}
    again = await clerk.fill(path, reason="再撤一次 <b>")
    assert again.status_code == 409
    assert "依法不予准许" in again.text
    assert "《枢纽办理规则》第3条" in again.text
    assert "再撤一次 &lt;b&gt;" in again.text


async def test_whoever_may_not_do_it_now_reads_why_before_typing(house: Building, hub: Hub) -> None:
    """现在不能办的，表单上先写明原因和依据."""
    taken = await register(hub)
    clerk = house.visitor(Role.WINDOW)
    path = f"/desk/disputes/{taken.number}/files/{taken.case_id}/withdrawal"
    await clerk.fill(path)
    page = await clerk.get(path)
    assert "现在不能办理：案卷现为“已撤回”，须在“已登记”时办理" in page.text


async def test_two_clerks_on_one_case_do_not_overwrite_each_other(
    house: Building, hub: Hub
) -> None:
    """两人同办一案，后提交的须先看最新一页，所填内容保留."""
    taken = await register(hub)
    first, second = house.visitor(Role.WINDOW), house.visitor(Role.WINDOW)
    path = f"/desk/disputes/{taken.number}/files/{taken.case_id}/withdrawal"
    seen = hidden(await second.get(path))
    assert (await first.fill(path)).status_code == 303
    late = await second.send(path, {**seen, "reason": "来晚了一步"})
    assert late.status_code == 412
    assert "来晚了一步" in late.text


async def test_a_day_that_is_no_day_is_told_at_its_field(house: Building, hub: Hub) -> None:
    """填错的栏目逐项指明，所填内容保留."""
    taken = await register(hub)
    path = f"/desk/disputes/{taken.number}/files/{taken.case_id}/withdrawal"
    page = await house.visitor(Role.WINDOW).fill(path, on="昨天", reason="理由照旧")
    assert page.status_code == 422
    assert 'href="#f-on"' in page.text
    assert 'aria-invalid="true"' in page.text
    assert "理由照旧" in page.text


async def test_a_case_of_another_county_is_not_there(house: Building, hub: Hub) -> None:
    """无权查看的案卷，与没有一样."""
    taken = await register(hub)
    other = house.visitor(Role.WINDOW, organ="620725-window-1")
    for path in ("", f"/files/{taken.case_id}/withdrawal", "/parties?purpose=核对身份"):
        page = await other.get(f"/desk/disputes/{taken.number}{path}")
        assert "甲1" not in page.text
        assert page.status_code == 404, path


async def test_parties_are_shown_for_a_purpose_and_the_reading_is_on_record(
    house: Building, hub: Hub
) -> None:
    """查阅当事人须说明目的，并记录在案."""
    taken = await register(hub)
    clerk = house.visitor(Role.WINDOW)
    path = f"/desk/disputes/{taken.number}/parties"
    asked = await clerk.get(path)
    assert "甲1" not in asked.text
    shown = await clerk.get(f"{path}?purpose=电话联系当事人")
    assert "甲1" in shown.text
    overseer = house.visitor(Role.SUPERVISOR, organ="620700-centre")
    log = await overseer.get(f"/desk/disputes/{taken.number}/readers")
    assert "电话联系当事人" in log.text
    assert "o-1" in log.text


READ_A_PICTURE = """
INSERT INTO hub.attachment_read (reader, purpose, case_id, sha256, at)
VALUES ('o-7', '核对现场照片', $1, $2, now())
"""


async def test_who_looked_at_a_picture_stands_among_the_readers(house: Building, hub: Hub) -> None:
    """查阅附件的，也列在查阅记录里；别的案卷的不列."""
    taken, other = await register(hub), await register(hub, 2)
    await hub.pool.execute(READ_A_PICTURE, taken.case_id, "a" * 64)
    overseer = house.visitor(Role.SUPERVISOR, organ="620700-centre")
    page = await overseer.get(f"/desk/disputes/{taken.number}/readers")
    assert "附件</td><td>核对现场照片" in page.text
    path = f"/desk/disputes/{taken.number}/readers"
    assert "核对现场照片" in (await overseer.get(f"{path}?what=附件")).text
    assert "没有符合条件的查阅" in (await overseer.get(f"{path}?what=当事人")).text
    page = await overseer.get(f"/desk/disputes/{other.number}/readers")
    assert "核对现场照片" not in page.text


async def test_of_many_disputes_of_the_same_people_the_newest_are_shown(
    house: Building, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    """同一当事人的其他纠纷很多的，先列最近的；无权查看的不列."""
    first, older, newer = [await register(hub, n) for n in (1, 2, 3)]
    await hub.pool.execute(
        "UPDATE hub.people SET phone_hash = '\\x01' WHERE phone_hash IS NOT NULL"
    )
    later = "UPDATE hub.people SET at = at + make_interval(days => $2) WHERE dispute_id = $1"
    for days, one in enumerate((older, newer)):
        await hub.pool.execute(later, one.case_id, days)
    monkeypatch.setattr("shared.casepage.desk.related.LOOKED_AT", 1)
    page = await house.visitor(Role.WINDOW).get(f"/desk/disputes/{first.number}")
    assert (newer.number in page.text, older.number in page.text) == (True, False)
    assert "只列最近1件" in page.text


KEEPS = re.compile(r"\b(document|paper)\(")


def test_every_kind_of_paper_has_a_name_in_chinese() -> None:
    """各机构留存的文书，种类都有中文名称."""
    kept = {
        argument.value
        for room in (Path("services"), Path("shared"))
        for file in room.rglob("*.py")
        if KEEPS.search(text := file.read_text())
        for call in ast.walk(ast.parse(text))
        if isinstance(call, ast.Call) and len(call.args) > 2
        if ast.unparse(call.func).rpartition(".")[2] in {"document", "paper"}
        if isinstance(argument := call.args[2], ast.Constant) and isinstance(argument.value, str)
    }
    assert {"answer", "decision", "site_record", "explanation request"} <= kept
    kept = {one for one in kept if not is_chinese(one)}
    assert kept == set(KINDS_OF_PAPER)
    assert all(map(is_chinese, KINDS_OF_PAPER.values()))


async def test_the_papers_of_a_case_are_listed_with_their_page_and_opened_for_a_purpose(
    house: Building, hub: Hub, clock: StillClock
) -> None:
    """文书材料列在一处：名称、种类、时间、何人、所在页；写明目的才能查看，无权的打不开."""
    async with town(hub, clock) as place:
        number, dispute = await place.register(matter="wuye")
        await place.hear()
        lead, whistle = "620702-zhujian", whistle_of(dispute)
        await place.do(f"/whistles/{whistle}/check-in", Role.DEPARTMENT, lead)
    clerk = house.visitor(Role.DEPARTMENT, organ=lead)
    page = f"/desk/department/whistles/{whistle}"
    seen = {**hidden(await clerk.get(f"{page}?act=site-visit")), "record": "电梯确已停运。"}
    picture = b"\xff\xd8\xff\xe1" + b"\x00" * 60
    done = await clerk.upload(f"{page}/site-visit", seen, "files", "现场.jpg", picture)
    assert done.status_code == 303, done.text
    path = f"/desk/disputes/{number}"
    told = (await clerk.get(path)).text.split('id="materials"')[1].split("</section>")[0]
    for said in ("诉求", "现场记录", "照片", "到场核实", "2026年11月23日", "o-1"):
        assert said in told, said
    assert "电梯确已停运" not in told
    assert f'href="#p-{whistle}-' in told
    opened = re.findall(rf'href="({path}/(?:papers|attachments)/[^"]+)"', told)
    assert len(opened) == 3
    other = house.visitor(Role.DEPARTMENT, organ="620725-zhujian")
    for one in opened:
        assert "查阅目的" in (await clerk.get(one)).text
        assert (await clerk.get(f"{one}?purpose=办理案件")).status_code == 200
        assert (await other.get(f"{one}?purpose=办理案件")).status_code == 404
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.documents_read") == 2
    overseer = house.visitor(Role.SUPERVISOR, organ="620700-centre")
    log = await overseer.get(f"{path}/readers?sort=at")
    assert [log.text.count(f"<td>{one}</td>") for one in ("文书", "附件")] == [2, 1]
    keeper = await house.visitor(Role.ADMINISTRATOR, organ="620700-centre").get(path)
    told = keeper.text.split('id="materials"')[1].split("</section>")[0]
    assert "现场记录" in told
    assert "/papers/" not in told


async def test_the_list_narrows_in_the_address_and_says_what_to_do_when_empty(
    house: Building, hub: Hub
) -> None:
    """列表的条件保留在地址里；没有结果时说明怎么办."""
    taken = await register(hub)
    clerk = house.visitor(Role.WINDOW)
    assert taken.number in (await clerk.get("/desk/disputes?county=620702")).text
    turned = await clerk.get("/desk/disputes?county=620702&sort=registered")
    assert 'aria-sort="ascending"' in turned.text
    assert "/desk/disputes?county=620702&amp;sort=-registered" in turned.text
    empty = await clerk.get("/desk/disputes?county=620702&road=reconsideration")
    assert taken.number not in empty.text
    assert "清除条件再看" in empty.text


async def test_the_case_leads_to_why_it_went_there(house: Building, hub: Hub) -> None:
    """分流卷打开分流说明：所依规则、各条规则的条件、只差什么；他县区看不到 (RULES 6, 54)."""
    taken = await register(hub)
    await route(hub, taken)
    clerk = house.visitor(Role.WINDOW)
    case = (await clerk.get(f"/desk/disputes/{taken.number}")).text
    [path] = re.findall(r'href="(/desk/routings/[^"]+/explanation)"', case)
    page = await clerk.get(path)
    assert page.status_code == 200
    main = page.text[page.text.index("<main") : page.text.index("</main>")]
    assert main.count("决定了途径</span>") == 1
    assert "<details open>" in main
    for said in ("人民调解", "通用规则簿", "相近的规则", "只差：", "登记的是", "条件不符"):
        assert said in main, said
    assert not re.search(r"\b[a-z]+_[a-z]+\b", re.sub(r"<[^>]*>", "", main))
    stranger = house.visitor(Role.WINDOW, organ="620725-window-1")
    assert (await stranger.get(path)).status_code == 404


async def test_the_list_is_narrowed_to_a_state(house: Building, hub: Hub) -> None:
    """列表按状态筛选；选定机构的，只列该机构的状态，名称互不相同."""
    first, second = [await register(hub, n) for n in (1, 2)]
    await route(hub, second)
    clerk = house.visitor(Role.WINDOW)
    whole = (await clerk.get("/desk/disputes")).text
    assert (first.number in whole, second.number in whole) == (True, True)
    routed = (await clerk.get("/desk/disputes?state=routed")).text
    assert (first.number in routed, second.number in routed) == (False, True)
    assert '<option value="routed" selected>已分流</option>' in routed
    offered = states((await clerk.get("/desk/disputes?office=mediation")).text)
    assert "调解中" in offered
    assert "已吹哨" not in offered
    every = states(whole)
    assert {"调解中", "已吹哨", "审理中"} <= set(every)
    assert len(set(every)) == len(every)
    assert all(map(is_chinese, every))


def states(page: str) -> list[str]:
    """The states by which a page of the list offers to narrow it."""
    chosen = page.split('<select id="f-state"')[1].split("</select>", maxsplit=1)[0]
    return re.findall(r"<option[^>]*>([^<]+)</option>", chosen)


async def test_a_number_finds_its_case(house: Building, hub: Hub) -> None:
    """按编号查找，直接打开案卷."""
    taken = await register(hub)
    clerk = house.visitor(Role.WINDOW)
    found = await clerk.get(f"/desk/find?q=%20{taken.number}%20")
    assert found.headers["location"] == f"/desk/disputes/{taken.number}"
    wide = taken.number.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789-"})
    for typed in (taken.number.replace("-", ""), wide):
        found = await clerk.get(f"/desk/find?{urlencode({'q': typed})}")
        assert found.headers["location"] == f"/desk/disputes/{taken.number}"
    nothing = await clerk.get("/desk/find?q=620702-20261123-0000099-9")
    assert nothing.status_code == 404
    assert "请核对编号" in nothing.text


async def test_each_door_of_a_new_file_has_a_form_of_its_own_and_takes_its_own_people(
    house: Building, hub: Hub
) -> None:
    """立卷的每扇门各有地址；无权立卷的，表单也打不开 (ARL 22, 32)."""
    taken = await register(hub)
    path = f"/desk/disputes/{taken.number}"
    clerk = house.visitor(Role.WINDOW)
    page = (await clerk.get(path)).text
    opened = set(re.findall(rf'href="{path}/open/([a-z-]+)"', page))
    assert opened == {"whistles", "mediations", "adjudications", "handed-in", "reconsiderations"}
    ordinary = await clerk.get(f"{path}/open/reconsiderations")
    assert ("收到申请之日" in ordinary.text, "处罚的类别" in ordinary.text) == (True, False)
    assert "处罚的类别" in (await clerk.get(f"{path}/open/handed-in")).text
    overseer = house.visitor(Role.SUPERVISOR, organ="620700-centre")
    assert (await overseer.get(f"{path}/open/whistles")).status_code == 200
    assert (await overseer.get(f"{path}/open/reconsiderations")).status_code == 404


async def test_one_more_row_is_given_without_a_script_and_nothing_is_done(
    house: Building, hub: Hub
) -> None:
    """不用脚本也能“再加一行”：已填的都在，什么也没有办理."""
    taken = await register(hub)
    path = f"/desk/disputes/{taken.number}/open/whistles"
    clerk = house.visitor(Role.WINDOW)
    shown = await clerk.get(path)
    assert shown.text.count('class="row"') == 2
    typed = {"assist/0/department": "620702-sifa", "assist/1/department": "", "more": "assist"}
    more = await clerk.send(path, {**hidden(shown), **typed})
    assert (more.status_code, more.text.count('class="row"')) == (200, 3)
    assert 'value="甘州区司法局"' in more.text
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.outbox") == 1


MACHINE = re.compile(r"SHA|接口|枢纽写明|当事人的编号|\d+wd|\d+d\b")


@pytest.mark.parametrize("door", FORMS, ids=lambda d: d.path)
def test_a_form_asks_for_nothing_in_the_words_of_a_machine(door) -> None:  # noqa: ANN001 - a door
    """表单上没有校验值、标识和期间代码；枢纽自己写明的栏目不显示."""
    for box in every(boxes(door.model)):
        assert not MACHINE.search(f"{box.label} {box.help}"), box.name


async def test_a_purpose_of_one_sign_is_asked_for_again_and_says_why(
    house: Building, hub: Hub
) -> None:
    """附件的查阅目的太短的，写明为什么再问一次."""
    taken = await register(hub)
    path = f"/desk/disputes/{taken.number}/attachments/{taken.case_id}/{'a' * 64}"
    clerk = house.visitor(Role.WINDOW)
    short = await clerk.get(f"{path}?purpose=看")
    assert (short.status_code, "查阅目的至少写两个字" in short.text) == (422, True)
    assert "查阅目的至少写两个字" not in (await clerk.get(path)).text
