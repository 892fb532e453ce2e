"""合并审理的案件在承办人、负责人的页面上: beside the draft, and once in what waits (ARR2026 43)."""

from uuid import UUID

import pytest

from services.reconsideration.commands import assigning, drafting, people, together
from services.reconsideration.domain.assigning import Team
from services.reconsideration.domain.drafted import Draft
from shared.auth import Role
from shared.contracts.reconsideration import Outcome
from shared.contracts.reconsideration.judged import Disposition
from shared.contracts.reconsideration.people import Joinder
from shared.work import Act, Hub, Work
from tests.desks.body import HANDLER, OTHER, WRONG, applied, heard
from tests.desks.visitor import Building
from tests.reconsideration.makers import AUTHORITY
from tests.registering import take_in

FILES, APPROVALS = "/desk/reconsideration/files", "/desk/reconsideration/approvals"


NUMBER = "620702-20261123-0000002-5"
LABEL = """
UPDATE hub.file SET labels = labels || jsonb_build_object('number', $2::text) WHERE case_id = $1
"""


@pytest.fixture
async def pair(hub: Hub) -> tuple[UUID, UUID]:
    """Two joined cases; nobody is named as reviewer of the second one."""
    first, second = [await applied(hub, await take_in(hub, UUID(int=n))) for n in (1, 2)]
    await hub.pool.execute(LABEL, UUID(int=2), NUMBER)
    await heard(hub, first)
    await heard(hub, second, ())
    said = {"reason": "同一次执法", "by": "h-1"}
    await hub.act(
        Act(
            do=lambda work: people.join_cases(work, first, [second], Joinder.OTHER, **said),
            files=[first, second],
        )
    )
    return first, second


def draft_each(work: Work, *files: UUID) -> None:
    said = Draft(dispositions=(Disposition(outcome=Outcome.REVOKED),))
    for one in files:
        drafting.record_findings(work, one, [("未告知陈述、申辩的权利。", WRONG)], by=HANDLER)
        drafting.draft(work, one, said, text="撤销行政处罚决定。", by=HANDLER)


async def test_beside_the_draft_stands_what_holds_a_joint_decision_back_file_by_file(
    hub: Hub, house: Building, pair: tuple[UUID, UUID]
) -> None:
    """合并审理的各案列在拟稿旁，还缺什么、依据哪一条；都齐了说下一步 (ARR2026 43)."""
    first, second = pair
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    told = (await officer.get(f"{FILES}/{first}")).text.split('id="joined-title"')[1]
    panel = told[: told.index('id="papers-title"')]
    assert "合并审理的案件（1）" in panel
    assert f'<a href="{FILES}/{second}">{NUMBER}</a>' in panel
    assert "还不能合并作出决定" in panel
    assert "尚未拟稿" in panel
    assert "尚未指定行政复议人员" in panel

    def go_on(work: Work) -> None:
        assigning.assign(work, second, Team(reviewers=(HANDLER, OTHER)), by="w-1")
        draft_each(work, first, second)
        together.draft_together(work, first, [second], text="两案合并决定。", by=HANDLER)

    await hub.act(Act(do=go_on, files=[first, second]))
    page = (await officer.get(f"{FILES}/{first}")).text
    assert "还不能合并作出决定" not in page
    assert "下一步：送审" in page
    follows = (await officer.get(f"{FILES}/{second}")).text
    assert "下一步：与主案合并拟稿，在主案送审、审批、用印" in follows
    assert '<span class="tag">主案</span>' in follows


async def test_a_joint_draft_waits_for_the_head_once_at_its_leading_file(
    hub: Hub, house: Building, pair: tuple[UUID, UUID]
) -> None:
    """合并送审的拟稿在待审批里只列一次，在主案 (RULES 112)."""
    first, second = pair

    def go_on(work: Work) -> None:
        assigning.assign(work, second, Team(reviewers=(HANDLER, OTHER)), by="w-1")
        draft_each(work, first, second)
        together.draft_together(work, first, [second], text="两案合并决定。", by=HANDLER)
        drafting.submit(work, first, by=HANDLER)

    await hub.act(Act(do=go_on, files=[first, second]))
    head = house.visitor(Role.RECONSIDERATION_HEAD, organ=AUTHORITY)
    page = (await head.get(APPROVALS)).text
    assert f"submission-{first}" in page
    assert f"submission-{second}" not in page


async def test_the_form_of_a_joint_draft_asks_for_its_text_and_takes_all_joined_cases(
    hub: Hub, house: Building, pair: tuple[UUID, UUID]
) -> None:
    """合并拟稿的表单：正文必填，案卷不填为全部合并审理的案件 (ARR2026 43)."""
    first, second = pair

    def go_on(work: Work) -> None:
        assigning.assign(work, second, Team(reviewers=(HANDLER, OTHER)), by="w-1")
        draft_each(work, first, second)

    await hub.act(Act(do=go_on, files=[first, second]))
    officer = house.visitor(Role.RECONSIDERATION, organ=AUTHORITY)
    page = (await officer.get(f"{FILES}/{first}")).text
    [form] = [part.split('"')[0] for part in page.split('href="') if "/joint-draft?" in part][:1]
    shown = await officer.get(form.replace("&amp;", "&"))
    assert shown.status_code == 200
    assert "合并的决定书正文" in shown.text
    assert "合并决定的其他案卷" in shown.text
    assert f"{NUMBER}（" in shown.text
