"""公开复议决定书 at the doors: what may be public, who reads it, what is taken down (ARL 79)."""

import re

from shared.work import Hub
from tests.desks.visitor import building
from tests.reconsideration.afterwards import HEAD, OTHER_ORGAN, case, done, held, refused, served
from tests.reconsideration.makers import ANNA, AUTHORITY, DISPUTE
from tests.reconsideration.test_drafting_doors import CLERK, clock, door
from tests.reconsideration.test_routes import Door

__all__ = ["case", "clock", "door"]


COPIES = """
WITH cases AS (
  INSERT INTO reconsideration.ordinary SELECT (jsonb_populate_record(o, jsonb_build_object(
    'case_id', md5('o' || n)::uuid, 'document_number', o.document_number || n))).*
  FROM reconsideration.ordinary o, generate_series(1, 24) n
), pages AS (
  INSERT INTO hub.outbox
    (case_id, version, dispute_id, office, kind, legal_on, at, by, part, labels, trace, body)
  SELECT md5('a' || n)::uuid, version, dispute_id, office, kind, legal_on, at, by, part, labels,
    trace, body
  FROM hub.outbox, generate_series(1, 24) n WHERE kind = 'reconsideration.published.v1'
)
INSERT INTO reconsideration.aftermath SELECT (jsonb_populate_record(a, jsonb_build_object(
  'case_id', md5('a' || n)::uuid, 'about', md5('o' || n)::uuid))).*
FROM reconsideration.aftermath a, generate_series(1, 24) n
"""
"""Twenty-four more like the one that is there."""

ELDER = """
UPDATE reconsideration.aftermath SET published_on = '2025-12-01', joint = '["620702-zhujian"]'
WHERE case_id = md5('a7')::uuid
"""
"""One of them was made public the year before, upon an act of two organs."""


async def test_a_decision_is_not_published_with_a_party_s_name_in_it(
    door: Door,
    case: str,
    hub: Hub,
) -> None:
    """表单从隐去姓名的决定书开始；文本里还有姓名的，不能公开；读取记录在案 (ARL 79; RULES 49)."""
    after = await served(door, case)
    await door.hub.pool.execute(
        "INSERT INTO hub.people (person_id, dispute_id, side, kind, name, at)"
        " VALUES ($1, $2, 'applicant', 'natural', '安某某', now())",
        ANNA,
        DISPUTE,
    )
    path = f"{after}/publication"
    assert await refused(door, path, HEAD, text="申请人安某某不服处罚。") == "RULES 49"
    assert (await door.get(path, CLERK)).status_code == 403
    begun = (await door.get(path, HEAD)).json()["text"]
    assert begun.startswith("行政复议决定书\n")
    assert ("申请人：某某" in begun, "安某某" in begun) == (True, False)
    async with building(hub) as house:
        head = house.visitor(*HEAD["roles"], organ=AUTHORITY, code=HEAD["code"])
        form = await head.get(f"/desk/disputes/{DISPUTE}/files/{after.split('/')[2]}/publication")
        assert "申请人：某某" in form.text
    said = await done(door, path, HEAD, text="申请人某某不服处罚，本机关决定撤销。")
    assert said["published_on"] == "2026-03-10"
    read = await door.hub.pool.fetch("SELECT DISTINCT reader, purpose FROM hub.people_read")
    assert [tuple(row) for row in read] == [(HEAD["code"], "公开决定书前核对隐去的内容")]


async def test_anybody_reads_a_published_decision_until_it_is_set_aside(
    door: Door,
    case: str,
    hub: Hub,
) -> None:
    """公开的决定书，不登录也能看到列表和正文；没有公开的、被上级撤销的看不到 (ARL 79)."""
    after = await served(door, case)
    one = f"/party/decisions/{after.removeprefix('/aftermaths/')}"
    async with building(hub) as house:
        web = house.client
        assert "还没有公开的决定书" in (await web.get("/party/decisions")).text
        assert (await web.get(one)).status_code == 404
        await done(door, f"{after}/publication", HEAD, text="申请人某某不服，本机关撤销。")
        listed = (await web.get("/party/decisions")).text
        assert f'href="{one}"' in listed
        assert "甘州区人民政府" in listed
        assert "申请人某某不服，本机关撤销。" in (await web.get(one)).text
        said = {
            "organ": "620700-government",
            "text": "撤销该决定。",
            "decide_anew_by": "2026-07-31",
        }
        await done(door, f"{after}/annulment", HEAD, **said)
        assert (await web.get(one)).status_code == 404
        assert one not in (await web.get("/party/decisions")).text
        assert (await web.get("/party/decisions?cursor=x")).status_code == 422


async def test_what_is_public_can_be_taken_down_for_good(
    door: Door,
    case: str,
    hub: Hub,
) -> None:
    """已经公开的，发现涉密、涉及隐私，写明理由撤下；撤下以后不再公开 (ARL 79; RULES 49)."""
    after = await served(door, case)
    await done(door, f"{after}/publication", HEAD, text="申请人某某不服，本机关撤销。")
    down = await done(door, f"{after}/withholding", HEAD, reason="涉及未成年人。")
    assert (down["published_on"], down["withheld_on"]) == (None, "2026-03-10")
    async with building(hub) as house:
        one = f"/party/decisions/{after.removeprefix('/aftermaths/')}"
        assert (await house.client.get(one)).status_code == 404
    assert await refused(door, f"{after}/withholding", HEAD, reason="再撤一次。") == "ARL 79(1)"
    assert await refused(door, f"{after}/publication", HEAD, text="某某不服。") == "ARL 79(1)"
    assert await held(door)


async def test_decisions_are_read_newest_first_page_by_page(
    door: Door,
    case: str,
    hub: Hub,
) -> None:
    """公开的决定书按公开之日先后分页，一件不重、一件不漏."""
    after = await served(door, case)
    await done(door, f"{after}/publication", HEAD, text="申请人某某不服，本机关撤销。")
    await hub.pool.execute(COPIES)
    async with building(hub) as house:
        first = (await house.client.get("/party/decisions")).text
        [following] = re.findall(r'href="(/party/decisions\?cursor=[^"]+)" rel="next"', first)
        second = (await house.client.get(following)).text
        shown = [re.findall(r'href="(/party/decisions/[^"]+)"', one) for one in (first, second)]
        assert [len(one) for one in shown] == [20, 5]
        assert len({*shown[0], *shown[1]}) == 25
        assert 'rel="next"' not in second


async def test_decisions_are_narrowed_and_read_from_both_ends(
    door: Door,
    case: str,
    hub: Hub,
) -> None:
    """公开的决定书按复议机关、被申请人（含共同作出的）、公开年份筛选，两头都能排 (ARL 79)."""
    after = await served(door, case)
    await done(door, f"{after}/publication", HEAD, text="申请人某某不服，本机关撤销。")
    await hub.pool.execute(COPIES)
    await hub.pool.execute(ELDER)
    async with building(hub) as house:

        async def listed(asked: str) -> tuple[list[str], str]:
            shown = (await house.client.get(f"/party/decisions{asked}")).text
            [*following] = re.findall(r'href="([^"]+)" rel="next"', shown)
            return re.findall(r'href="(/party/decisions/[^"]+)"', shown), "".join(following)

        whole, _ = await listed("")
        turned, following = await listed("?sort=on")
        rest, _ = await listed(following.replace("&amp;", "&").removeprefix("/party/decisions"))
        assert [*turned, *rest][: -len(whole) - 1 : -1] == whole
        assert len({*turned, *rest}) == 25
        [elder], _ = await listed("?year=2025")
        assert turned[0] == elder
        assert (await listed(f"?respondent={OTHER_ORGAN['organ']}&authority=&year="))[0] == [elder]
        assert (await listed("?authority=620702-government&year=2026"))[0] != []
        assert (await listed("?authority=620700-government"))[0] == []
        none = (await house.client.get("/party/decisions?authority=620700-government")).text
        assert "没有符合条件的决定书" in none
        assert '<option value="2025">2025年</option>' in none
