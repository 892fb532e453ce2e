"""相关纠纷 on the page of a case: what belongs together by more than its people, and why."""

import re
from collections.abc import Sequence
from uuid import UUID

import pytest

from deploy.compose import offices
from services.intake.commands import Taken
from services.reconsideration.commands import filing, people
from services.reconsideration.domain.application import Application, file_of
from shared.auth import Role
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import FilingManner
from shared.contracts.reconsideration.people import Joinder
from shared.law.day import legal_day
from shared.office import Bond
from shared.work import Act, Hub, Work
from tests.desks.test_hotspots import spot as spot  # noqa: PLC0414 - a fixture
from tests.desks.visitor import Building, Visitor, hidden
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, OTHER, RESPONDENT
from tests.routing.hearing import hear_all
from tests.shared.case_reader import register

ROW = re.compile(r"<li>.*?</li>", re.DOTALL)
MEMBERS = """
SELECT d.labels ->> 'number' FROM routing.hotspot h
CROSS JOIN LATERAL jsonb_array_elements_text(h.disputes) AS m(id)
JOIN hub.file d ON d.case_id = m.id::uuid ORDER BY 1
"""


@pytest.fixture
def above(house: Building) -> Visitor:
    return house.visitor(Role.SUPERVISOR, organ="620702-centre")


async def why(who: Visitor, number: str, query: str = "") -> dict[str, str]:
    """The disputes that stand beside one, and the reasons that are told."""
    page = await who.get(f"/desk/disputes/{number}{query}")
    assert page.status_code == 200, page.text
    told = page.text.split('id="related"')[1].split("</section>")[0]
    rows = [re.sub(r"<[^>]+>", "", row).split("　") for row in ROW.findall(told)]
    return {row[0]: row[-1] for row in rows}


async def applied(
    hub: Hub,
    taken: Taken,
    applicant: UUID,
    number: str | None,
    *,
    authority: str = AUTHORITY,
    respondents: Sequence[str] = (RESPONDENT,),
) -> UUID:
    """An application against the act of this number."""
    today = legal_day(hub.clock.now())
    said = Application(
        authority=authority,
        applicants=(applicant,),
        respondent=respondents[0],
        joint=tuple(respondents[1:]),
        act=ActKind.PENALTY,
        act_number=number,
        manner=FilingManner.IN_PERSON,
        received_on=today,
        learnt_on=today,
    )
    case_id = file_of(taken.case_id, said)

    def begin(work: Work) -> None:
        filing.receive(work, case_id, taken.case_id, said, text="请求撤销处罚", by="w-1")

    await hub.act(Act(do=begin, files=[case_id]))
    return case_id


async def test_cases_that_are_handled_together_lead_to_one_another(hub: Hub, head: Visitor) -> None:
    """合并审理的复议案，在每一件的案卷页上互相列出，写明理由 (ARR2026 43)."""
    one, other = [await register(hub, n) for n in (1, 2)]
    first, second = await applied(hub, one, ANNA, None), await applied(hub, other, BERT, None)

    def join(work: Work) -> None:
        for case in (first, second):
            filing.accept(work, case, by="o-1")
        said = {"reason": "同一次执法", "by": "h-1"}
        people.join_cases(work, first, [second], Joinder.OTHER, **said)

    assert await why(head, one.number) == {}
    await hub.act(Act(do=join, files=[first, second]))
    assert await why(head, one.number) == {other.number: "合并审理"}
    assert await why(head, other.number) == {one.number: "合并审理"}


async def test_whoever_else_applied_against_the_same_act_is_told_of(
    hub: Hub, head: Visitor
) -> None:
    """就同一行政行为申请复议的互相列出，共同作出的机关都算，文号不同的不列 (ARL 30)."""
    one, other, joint, foreign = [await register(hub, n) for n in (1, 2, 3, 4)]
    await applied(hub, one, ANNA, "甘罚〔2026〕1号")
    await applied(hub, other, BERT, "甘罚〔2026〕1 号")
    await applied(hub, joint, BERT, "甘罚〔2026〕1号", respondents=(OTHER, RESPONDENT))
    await applied(hub, foreign, BERT, "甘罚〔2026〕2号")
    same = "同一行政行为"
    assert await why(head, one.number) == {other.number: same, joint.number: same}
    assert await why(head, joint.number) == {one.number: same, other.number: same}
    assert await why(head, foreign.number) == {}


async def test_an_application_that_is_not_theirs_to_see_ties_nothing(
    hub: Hub, head: Visitor, above: Visitor
) -> None:
    """别的机关受理的复议案，本机关无权查看的，不列也不透露；看得到的人看得到 (ARL 47)."""
    one, other = [await register(hub, n) for n in (1, 2)]
    await applied(hub, one, ANNA, "甘罚〔2026〕1号")
    await applied(hub, other, BERT, "甘罚〔2026〕1号", authority="620700-government")
    assert await why(head, one.number) == {}
    assert await why(above, one.number) == {other.number: "同一行政行为"}


async def test_a_hot_spot_and_its_whistle_tie_all_who_tell_of_it(
    hub: Hub, house: Building, above: Visitor, spot: UUID
) -> None:
    """同一热点的各件互相列出，合并吹哨也写明；没有合并召集的部门看不到 (RULES 8, 55)."""
    await hear_all(hub)
    called = house.visitor(Role.DEPARTMENT, organ="620702-zhujian")
    number, *others = [row[0] for row in await hub.pool.fetch(MEMBERS)]
    assert await why(above, number) == dict.fromkeys(others, "同一热点")
    assert await why(called, number) == {}
    page = await above.get(f"/desk/hotspots/{spot}")
    said = {**hidden(page), "tier": "complex", "text": "电梯停运，请合并核实。"}
    assert (await above.send(f"/desk/hotspots/{spot}/whistle", said)).status_code == 303
    for reader in (above, called):
        assert await why(reader, number) == dict.fromkeys(others, "同一热点、合并吹哨")


async def test_what_was_excluded_as_a_hot_spot_ties_nothing(
    above: Visitor, hub: Hub, spot: UUID
) -> None:
    """排除了的热点不再列 (RULES 57)."""
    number = await hub.pool.fetchval(MEMBERS)
    page = await above.get(f"/desk/hotspots/{spot}")
    said = {**hidden(page), "reason": "系两个小区的不同问题。"}
    assert (await above.send(f"/desk/hotspots/{spot}/exclusion", said)).status_code == 303
    assert await why(above, number) == {}


async def test_many_related_disputes_are_turned_over(
    hub: Hub, above: Visitor, spot: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """相关纠纷多于一页的翻页，页次在地址里；超出的页次就是最后一页."""
    del spot
    monkeypatch.setattr("shared.casepage.desk.related.A_PAGE", 5)
    number, *others = [row[0] for row in await hub.pool.fetch(MEMBERS)]
    page = await above.get(f"/desk/disputes/{number}")
    assert "共 8 件" in page.text
    assert f'href="/desk/disputes/{number}?related=2#related" rel="next"' in page.text
    first, second = await why(above, number), await why(above, number, "?related=2")
    assert sorted([*first, *second]) == sorted(others)
    assert (len(first), await why(above, number, "?related=9")) == (5, second)
    assert (await above.get(f"/desk/disputes/{number}?related=0")).status_code == 422


async def test_related_disputes_are_read_from_both_ends(
    hub: Hub, above: Visitor, spot: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """相关纠纷先登记的、后登记的都可以排在前面，翻页不变；所列各件相同."""
    del spot
    monkeypatch.setattr("shared.casepage.desk.related.A_PAGE", 5)
    number = await hub.pool.fetchval(MEMBERS)
    newest = [*await why(above, number), *await why(above, number, "?related=2")]
    eldest = [
        *await why(above, number, "?related_sort=on"),
        *await why(above, number, "?related_sort=on&related=2"),
    ]
    assert len(newest) == 8
    assert eldest == newest[::-1]
    page = await above.get(f"/desk/disputes/{number}")
    assert f'href="/desk/disputes/{number}?related_sort=on#related"' in page.text
    page = await above.get(f"/desk/disputes/{number}?related_sort=on")
    assert "related_sort=on&amp;related=2#related" in page.text


@pytest.mark.parametrize(
    "bond", [one for office in offices() for one in office.bonds], ids=lambda one: one.says
)
async def test_no_bond_reads_a_table_whole(hub: Hub, bond: Bond) -> None:
    """每一种联系只用索引查，案卷再多也不逐行翻."""
    ids = "'{00000000-0000-0000-0000-000000000001}'::uuid[]"
    asked = bond.ask.replace("$1::uuid[]", "$1").replace("$1", ids).replace("$2", "200")
    async with hub.pool.acquire() as conn, conn.transaction():
        await conn.execute("SET LOCAL enable_seqscan = off")
        plan = "\n".join(row[0] for row in await conn.fetch(f"EXPLAIN {asked}"))
    assert "Seq Scan" not in plan, plan
