"""承办人的清单: what is due, what comes next, what is lacking and why."""

import re
from datetime import timedelta
from uuid import UUID

import pytest

from services.reconsideration.commands import pausing
from services.reconsideration.pages import mine
from shared.auth import Role
from shared.clock import StillClock
from shared.contracts.reconsideration.pausing import Suspension
from shared.sweep import Sweep
from shared.work import Act, Hub
from tests.desks.body import applied, at_work, heard, submitted
from tests.desks.reviewing import APPROVALS, MINE, cases, rows
from tests.desks.visitor import Building, Visitor, two_pages
from tests.reconsideration.makers import AUTHORITY, RESPONDENT
from tests.registering import take_in


async def test_a_reviewer_finds_its_own_cases_and_those_that_nobody_has_yet(
    hub: Hub, officer: Visitor
) -> None:
    """本人承办的、尚未指定承办人的、本机关全部，各有件数；没有时说明怎么办 (ARL 36)."""
    assert "没有您承办的案件" in (await officer.get(MINE)).text
    own, others, new = await cases(hub, 3)
    await heard(hub, own)
    await heard(hub, others, ("fuyi-02", "fuyi-03"))
    page = (await officer.get(MINE)).text
    assert rows(page) == [str(own)]
    assert "我承办的 1" in page
    assert rows((await officer.get(f"{MINE}?whose=unassigned")).text) == [str(new)]
    assert len(rows((await officer.get(f"{MINE}?whose=every")).text)) == 3
    of_another = (await officer.get(f"{MINE}?reviewer=fuyi-02")).text
    assert rows(of_another) == [str(others)]
    assert "fuyi-02承办的 1" in of_another
    assert "我承办的" not in of_another
    nothing = (await officer.get(f"{MINE}?reviewer=fuyi-09")).text
    assert "没有fuyi-09承办的案件" in nothing
    assert "没有您承办的案件" not in nothing


async def test_those_who_handle_a_case_are_called_by_name_on_the_lists(
    hub: Hub, officer: Visitor, head: Visitor
) -> None:
    """清单上的承办人写姓名，没有登记姓名的写代码 (ARL 36)."""
    await at_work(hub, AUTHORITY, **{"fuyi-02": "马丽"})
    [case_id] = await cases(hub, 1)
    await heard(hub, case_id, ("fuyi-02", "fuyi-03"))
    await submitted(hub, case_id)
    told = "承办：马丽（fuyi-02）、fuyi-03"
    assert told in (await officer.get(f"{MINE}?whose=every")).text
    assert told in (await head.get(APPROVALS)).text
    of_another = (await officer.get(f"{MINE}?reviewer=fuyi-02")).text
    assert "马丽（fuyi-02）承办的 1" in of_another
    assert rows(of_another) == [str(case_id)]


async def test_another_authority_sees_none_of_them(hub: Hub, house: Building) -> None:
    """只有本机关的案件 (ARL 24)."""
    [case_id] = await cases(hub, 1)
    stranger = house.visitor(Role.RECONSIDERATION_HEAD, organ="620700-government")
    for path in (f"{MINE}?whose=every", APPROVALS, "/desk/reconsideration/reviewers"):
        page = await stranger.get(path)
        assert (page.status_code, str(case_id) in page.text) == (200, False), path
    neighbour = house.visitor(Role.RECONSIDERATION_HEAD, organ="620721-government")
    assert (await neighbour.get(f"/desk/reconsideration/files/{case_id}")).status_code == 404


async def test_each_case_says_what_comes_next_and_what_a_decision_lacks_with_the_article(
    hub: Hub, officer: Visitor
) -> None:
    """下一步办什么，还缺什么，依据哪一条 (ARL 36, 48, 49)."""
    new, ready = await cases(hub, 2)
    page = (await officer.get(f"{MINE}?whose=unassigned")).text
    door = rf"/desk/disputes/[^\"]+/files/{new}/acceptance\?back={MINE}%3Fwhose%3Dunassigned"
    [link] = re.findall(rf'<a href="({door})">审查，决定是否受理', page)
    form = await officer.get(link)
    assert f'name="back" value="{MINE}?whose=unassigned"' in form.text, "the list is lost"
    await heard(hub, ready)
    assert "审理认定" in (await officer.get(MINE)).text
    await heard(hub, new, ())
    page = (await officer.get(f"/desk/reconsideration/files/{new}")).text
    assert "尚未指定行政复议人员" in page
    assert "现在不能作出决定" in page
    assert "《行政复议法实施条例》第39条" in page or "《行政复议法实施条例》第32条" in page
    await submitted(hub, ready)
    assert "等待负责人审批" in (await officer.get(MINE)).text


async def test_every_respondent_stands_on_the_list_and_on_the_file(
    hub: Hub, officer: Visitor
) -> None:
    """共同被申请人都写在清单和案卷上，各自到了哪一步 (ARL 19, 48)."""
    other = "620702-shijian"
    case_id = await applied(hub, await take_in(hub, UUID(int=1)), joint=(other,))
    names = "、".join(hub.directory.organ(one).name for one in (RESPONDENT, other))
    assert names in (await officer.get(f"{MINE}?whose=every")).text
    path = f"/desk/reconsideration/files/{case_id}"
    page = (await officer.get(path)).text
    assert names in page
    assert "尚未发送副本" in page
    await heard(hub, case_id)
    page = (await officer.get(path)).text
    assert "收到副本，尚未答复" in page
    assert "共同被申请人尚未都答复" in page


async def test_a_suspended_case_says_why_and_since_when(hub: Hub, officer: Visitor) -> None:
    """中止的写明情形和起日，不再计时；可以单独列出 (ARL 39)."""
    still, going = await cases(hub, 2)
    for one in (still, going):
        await heard(hub, one)

    def suspend(work: object) -> None:
        pausing.suspend(work, still, Suspension.DEATH, text="申请人死亡", by="h-1")  # type: ignore[arg-type] - as `Act` hands it in

    await hub.act(Act(do=suspend, files=[still]))
    page = (await officer.get(f"{MINE}?held=held")).text
    assert rows(page) == [str(still)]
    assert "申请人死亡" in page
    assert "恢复审理前不得办理" in page
    assert rows((await officer.get(f"{MINE}?held=going")).text) == [str(going)]


async def test_what_was_let_lapse_stands_before_all_else_until_it_is_done(
    hub: Hub, officer: Visitor, clock: StillClock
) -> None:
    """逾期未办的在最前，办了就不再是逾期 (ARL 62)."""
    [late] = await cases(hub, 1)
    await heard(hub, late)
    clock.forward(timedelta(days=70))
    await Sweep(hub).once()
    [fresh] = await cases(hub, 1, first=2)
    await heard(hub, fresh)
    page = (await officer.get(MINE)).text
    assert rows(page) == [str(late), str(fresh)]
    assert "已逾期" in page
    assert rows((await officer.get(f"{MINE}?late=overdue")).text) == [str(late)]
    assert rows((await officer.get(f"{MINE}?late=in_time")).text) == [str(fresh)]


async def test_the_list_is_read_page_by_page_in_any_order(
    hub: Hub, officer: Visitor, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """翻页不重不漏；按到期、收到、被申请人、阶段排序，正反都可以."""
    monkeypatch.setattr(mine, "EACH", 2)
    found = []
    for n in (1, 2, 3):
        clock.forward(timedelta(days=1))
        found.append(str(await applied(hub, await take_in(hub, UUID(int=n)))))
    for sort, first in (("due", found[0]), ("-due", found[2]), ("-received", found[2])):
        both = await two_pages(officer, f"{MINE}?whose=every&sort={sort}")
        assert sorted(rows(both)) == sorted(found), sort
        assert rows(both)[0] == first, sort
    for sort in ("respondent", "-state"):
        both = await two_pages(officer, f"{MINE}?whose=every&sort={sort}")
        assert sorted(rows(both)) == sorted(found), sort
    assert (await officer.get(f"{MINE}?cursor=bm8")).status_code == 422
