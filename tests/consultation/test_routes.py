"""Doors of the committee through HTTP: the secretary's, a member's own, and the roster's."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from services.consultation.agents import LISTENS
from services.consultation.commands import file_of
from services.consultation.routes import consultations, rosters
from shared.auth import LocalTokens, Role
from shared.casepage.private import router as papers
from shared.clock import StillClock
from shared.contracts.consultation import Calling
from shared.contracts.fact import Head
from shared.contracts.reconsideration import ConsultationGround, ConsultationRequested
from shared.law.period import CITY, day_of_expiry
from shared.web import web_app
from shared.work import Act, Hub, Work
from tests.consultation.makers import (
    AUTHORITY,
    DISPUTE,
    EXPERTS,
    PAPER,
    RESPONDENT,
    THREE,
    day,
    expert,
)
from tests.registering import take_in

SECRETARY = {"code": "secretary-1", "roles": [Role.SECRETARY], "organ": "620702-committee"}
ELSEWHERE = SECRETARY | {"code": "secretary-2", "organ": "620721-committee"}
BODY = {"code": "officer-7", "roles": [Role.RECONSIDERATION], "organ": AUTHORITY}
HEAD = BODY | {"code": "head-1", "roles": [Role.RECONSIDERATION_HEAD]}
ASKING = """
WITH file AS (
  INSERT INTO hub.file (case_id, office, procedure, edition, dispute_id, version, state, labels)
  VALUES ($1, 'reconsideration', 'ordinary', '2024-01-01', $2, 9, 'replied', $3)
)
INSERT INTO hub.documents (document_id, case_id, dispute_id, kind, text, sha256, at)
VALUES ($4, $1, $2, 'consultation_question', '裁量是否适当', '', now())
"""
CLERK = {"code": "clerk-1", "roles": [Role.WINDOW], "organ": "620702-window-1"}
LABELS = {"authority": AUTHORITY, "county": "620702", "departments": RESPONDENT}
LAW = {"speciality": "law"}
AGREED = {"stance": "agrees", "text": "同意拟办意见"}


def member(code: str) -> dict[str, Any]:
    return {"code": code, "roles": [Role.COMMITTEE], "organ": "620702-committee"}


@dataclass
class Door:
    web: httpx.AsyncClient
    hub: Hub
    tokens: LocalTokens
    rooms: list[UUID] = field(default_factory=list)

    def _shows(self, who: dict[str, Any]) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.tokens.issue(**who, lasting=timedelta(days=99))}"}

    async def post(self, path: str, who: dict[str, Any], **body: object) -> httpx.Response:
        return await self.web.post(path, json=body, headers=self._shows(who))

    async def get(self, path: str, who: dict[str, Any]) -> httpx.Response:
        return await self.web.get(path, headers=self._shows(who))

    async def enrol(self, *more: dict[str, Any]) -> str:
        """Three experts and more on the roster; its path."""
        for said in (*EXPERTS, *more):
            answer = await self.post("/rosters", SECRETARY, **said)
            assert answer.status_code == 201, answer.text
        return f"/rosters/{answer.json()['case_id']}"

    async def asked(
        self, request: UUID | None = None, dispute: UUID = DISPUTE, question: UUID = PAPER
    ) -> str:
        """A consultation that reconsideration asks for; its path."""
        request, now = request or uuid4(), self.hub.clock.now()
        fact = ConsultationRequested(
            head=Head(
                dispute_id=dispute, case_id=request, version=9, on=now.date(), at=now, by="o-7"
            ),
            authority=AUTHORITY,
            county="620702",
            ground=ConsultationGround.TECHNICAL,
            question_id=question,
        )
        heard = LISTENS[ConsultationRequested]

        def hear(work: Work) -> None:
            heard.handler(work, fact)

        await self.hub.act(Act(do=hear, files=list(heard.files(fact)), labels=LABELS))
        return f"/consultations/{file_of(request)}"

    async def until(self, name: str) -> str:
        """The last day of the period of this name that was opened last."""
        said = await self.hub.pool.fetchval(
            "SELECT until FROM hub.deadline WHERE name = $1 ORDER BY until LIMIT 1", name
        )
        return day_of_expiry(said.astimezone(CITY)).isoformat()


@pytest.fixture
async def door(hub: Hub, clock: StillClock) -> AsyncIterator[Door]:
    tokens = LocalTokens(b"a secret of tests, long enough to be one", clock)
    app = web_app(title="咨询", routers=[consultations, rosters, papers], hub=hub, tokens=tokens)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as web:
        yield Door(web, hub, tokens)


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(day("2026-03-20"), time(9), CITY))


async def test_experts_are_known_by_code_and_their_names_are_read_on_record(door: Door) -> None:
    """事实只写代码，姓名和单位另存，查阅留痕 (RULES 70)."""
    roster = await door.enrol()
    pages = await door.hub.pool.fetch("SELECT body FROM hub.outbox ORDER BY version")
    assert len(pages) == len(EXPERTS)
    assert not any("委员1" in row["body"] or "某单位" in row["body"] for row in pages)
    [one, *_] = (await door.get(roster, member(THREE[0]))).json()
    assert (one["expert"], one["name"], one["affiliation"]) == (THREE[0], "委员1", "某单位")
    readers = "SELECT reader FROM hub.people_read UNION ALL SELECT reader FROM hub.documents_read"
    assert [row["reader"] for row in await door.hub.pool.fetch(readers)] == [THREE[0]] * 2


async def test_each_committee_has_a_roster_that_no_other_sees(door: Door) -> None:
    """市、县区各设名册，互不可见 (RULES 70)."""
    roster = await door.enrol()
    assert (await door.get(roster, ELSEWHERE)).status_code == 404
    assert (await door.post("/rosters", ELSEWHERE, **EXPERTS[0])).status_code == 201
    for who, committee in ((SECRETARY, "620702-committee"), (ELSEWHERE, "620721-committee")):
        [seen] = (await door.get("/rosters", who)).json()
        assert seen["committee"] == committee
    assert seen["lacking"] == ["expert", "scholar"]
    city = {"code": "s-1", "roles": [Role.SUPERVISOR], "county": "620700"}
    assert len((await door.get("/rosters", city)).json()) == 2


async def test_an_expert_is_changed_and_leaves(door: Door) -> None:
    """变更登记、退出名册 (RULES 70)."""
    roster = await door.enrol()
    changed = expert(THREE[0], Calling.OTHER, conflicts=["620702-sifa"])
    assert (await door.post(f"{roster}/change", SECRETARY, **changed)).status_code == 201
    left = await door.post(f"{roster}/exit", SECRETARY, expert=THREE[1], reason="本人辞任")
    assert left.json()["experts"] == [THREE[0], THREE[2]]
    [one, _] = (await door.get(roster, SECRETARY)).json()
    assert (one["calling"], one["conflicts"]) == ("other", ["620702-sifa"])
    again = await door.post(f"{roster}/exit", SECRETARY, expert=THREE[1], reason="再次")
    assert again.status_code == 409
    assert again.json()["article"]["code"] == "RULES 70"


async def test_an_organ_that_is_none_is_told_at_its_field(door: Door) -> None:
    """所在机关和利害关系单位须在名录上 (RULES 70)."""
    for wrong in ({"organ": "620702-nowhere"}, {"conflicts": ["620702-nowhere"]}):
        answer = await door.post("/rosters", SECRETARY, **expert("committee-7", **wrong))
        assert answer.status_code == 422
        assert next(iter(wrong)) in answer.text


async def test_candidates_are_told_in_order_and_why_others_may_not_sit(door: Door) -> None:
    """候选委员按专业和承办多少排列，不得选定的写明理由 (RULES 71, 72)."""
    bound = expert("committee-4", organ=RESPONDENT, specialities=["building"])
    builder = expert("committee-5", Calling.EXPERT, specialities=["building"])
    await door.enrol(bound, builder)
    first = await door.asked()
    assert (await door.post(f"{first}/panel", SECRETARY, **LAW, members=THREE)).status_code == 201
    room = await door.asked()
    told = (await door.get(f"{room}/candidates?speciality=building", SECRETARY)).json()
    assert [(one["expert"], one["seated"], one["article"]) for one in told] == [
        ("committee-5", 0, None),
        *((code, 1, None) for code in THREE),
        ("committee-4", 0, "RULES 72"),
    ]
    refused = await door.post(
        f"{room}/panel", SECRETARY, **LAW, members=[*THREE[:2], "committee-4"]
    )
    assert (refused.status_code, refused.json()["article"]["code"]) == (409, "RULES 72")


async def test_without_a_roster_no_panel_is_seated(door: Door) -> None:
    """名册上没有委员的，先行登记 (RULES 70)."""
    room = await door.asked()
    refused = await door.post(f"{room}/panel", SECRETARY, **LAW, members=THREE)
    assert (refused.status_code, refused.json()["article"]["code"]) == (409, "RULES 70")


async def test_members_speak_for_themselves_and_the_secretary_sends(door: Door) -> None:
    """委员只提出本人意见，办事人员组成、汇总、送达而没有意见 (RULES 73)."""
    await door.enrol()
    room = await door.asked()
    assert (
        await door.post(f"{room}/panel", member(THREE[0]), **LAW, members=THREE)
    ).status_code == 403
    assert (await door.post(f"{room}/panel", SECRETARY, **LAW, members=THREE)).status_code == 201
    assert (await door.post(f"{room}/own-opinion", SECRETARY, **AGREED)).status_code == 403
    assert (await door.post(f"{room}/opinion", member(THREE[0]), **AGREED)).status_code == 403
    early = await door.post(f"{room}/opinion", SECRETARY, **AGREED)
    assert (early.status_code, early.json()["article"]["code"]) == (409, "RULES 73")
    for code in THREE[:2]:
        assert (await door.post(f"{room}/own-opinion", member(code), **AGREED)).status_code == 201
    against = {"stance": "disagrees", "text": "认为裁量过重"}
    await door.post(f"{room}/own-opinion", member(THREE[2]), **against)
    given = (await door.post(f"{room}/opinion", SECRETARY, **AGREED)).json()
    assert (given["state"], given["stance"]) == ("given", "agrees")
    assert given["dissenting"] == [THREE[2]]
    seen = (await door.get(room, BODY)).json()
    assert seen["spoken"] == {THREE[0]: "agrees", THREE[1]: "agrees", THREE[2]: "disagrees"}


async def test_only_who_sits_sees_the_consultation_and_who_is_recused_does_no_longer(
    door: Door,
) -> None:
    """委员只看到本人参加的咨询，回避以后不再看到 (RULES 72)."""
    await door.enrol(expert("committee-4"))
    room = await door.asked()
    assert (await door.get(room, member(THREE[1]))).status_code == 404
    await door.post(f"{room}/panel", SECRETARY, **LAW, members=THREE)
    assert (await door.get(room, member(THREE[1]))).status_code == 200
    assert (await door.get(room, member("committee-4"))).status_code == 404
    own = await door.post(f"{room}/own-recusal", member(THREE[1]), reason="系申请人近亲属")
    assert own.json()["contested"] == [THREE[1]]
    ruling = {"member": THREE[1], "granted": True, "reason": "情况属实"}
    assert (await door.post(f"{room}/recusal-ruling", SECRETARY, **ruling)).status_code == 403
    assert (await door.post(f"{room}/recusal-ruling", HEAD, **ruling)).status_code == 201
    assert (await door.get(room, member(THREE[1]))).status_code == 404
    swap = {"member": THREE[1], "successor": "committee-4", "reason": "接替已回避的委员"}
    seated = await door.post(f"{room}/replacement", SECRETARY, **swap)
    assert seated.json()["members"] == [THREE[0], THREE[2], "committee-4"]
    assert (await door.get(room, member("committee-4"))).status_code == 200
    asked = {"member": "committee-4", "asker": "body", "reason": "曾任被申请人顾问"}
    told = await door.post(f"{room}/recusal", SECRETARY, **{**asked, "asker": "party"})
    assert (told.status_code, told.json()["article"]["code"]) == (409, "RULES 72")
    assert (await door.post(f"{room}/recusal", SECRETARY, **asked)).status_code == 201


async def test_the_director_decides_in_person_and_of_the_director_the_head_of_the_body(
    door: Door,
) -> None:
    """委员的回避由主任本人决定，主任不在小组也看得到；主任的回避由复议机构负责人决定 (RULES 72)."""
    director = expert("committee-6", post="director")
    await door.enrol(director, expert("committee-4"))
    room = await door.asked()
    await door.post(f"{room}/panel", SECRETARY, **LAW, members=[*THREE[:2], "committee-6"])
    away = await door.asked()
    await door.post(f"{away}/panel", SECRETARY, **LAW, members=THREE)
    for path, code in ((room, "committee-6"), (away, THREE[1])):
        own = await door.post(f"{path}/own-recusal", member(code), reason="系申请人近亲属")
        assert own.status_code == 201, own.text
    seen = await door.get(away, member("committee-6"))
    assert seen.json()["contested"] == [THREE[1]]
    assert (await door.get(away, member("committee-4"))).status_code == 404
    granted = {"granted": True, "reason": "情况属实"}
    for path, who, code in (
        (room, member("committee-6"), "committee-6"),
        (room, member(THREE[0]), "committee-6"),
        (away, member(THREE[0]), THREE[1]),
        (away, HEAD, THREE[1]),
    ):
        no = await door.post(f"{path}/recusal-ruling", who, member=code, **granted)
        assert (no.status_code, no.json()["article"]["code"]) == (409, "RULES 72"), (who, code)
    for path, who, code in ((room, HEAD, "committee-6"), (away, member("committee-6"), THREE[1])):
        done = await door.post(f"{path}/recusal-ruling", who, member=code, **granted)
        assert done.json()["recused"] == [code], done.text
    deciders = await door.hub.pool.fetch(
        "SELECT body::jsonb ->> 'decider' AS one FROM hub.outbox "
        "WHERE kind LIKE '%recusal_decided%'"
    )
    assert sorted(row["one"] for row in deciders) == ["body_head", "director"]


async def test_the_head_of_the_body_who_sits_too_decides_as_who_they_are_but_not_of_themselves(
    door: Door,
) -> None:
    """负责人兼任委员的，没有主任时照样决定，本人的由其他负责人决定 (ARR2026 50; RULES 72)."""
    both = {"code": "committee-8", "roles": [Role.COMMITTEE, Role.RECONSIDERATION_HEAD]}
    sits, foreign = both | {"organ": AUTHORITY}, both | {"organ": "620721-government"}
    roster = await door.enrol(expert("committee-8", Calling.DEPARTMENT))
    room = await door.asked()
    seats = [*THREE[1:], "committee-8"]
    assert (await door.post(f"{room}/panel", SECRETARY, **LAW, members=seats)).status_code == 201
    for code in (THREE[1], "committee-8"):
        own = await door.post(f"{room}/own-recusal", member(code), reason="系申请人近亲属")
        assert own.status_code == 201, own.text
    ruling = {"granted": False, "reason": "经核实不属实"}
    for who, code in ((sits, "committee-8"), (foreign, THREE[1])):
        no = await door.post(f"{room}/recusal-ruling", who, member=code, **ruling)
        assert (no.status_code, no.json()["article"]["code"]) == (409, "RULES 72"), code
    for who, code in ((sits, THREE[1]), (HEAD, "committee-8")):
        done = await door.post(f"{room}/recusal-ruling", who, member=code, **ruling)
        assert code not in done.json()["contested"], done.text
    leads = expert("committee-8", Calling.DEPARTMENT, post="director")
    assert (await door.post(f"{roster}/change", SECRETARY, **leads)).status_code == 201
    await door.post(f"{room}/own-recusal", member(THREE[2]), reason="系申请人近亲属")
    done = await door.post(f"{room}/recusal-ruling", sits, member=THREE[2], **ruling)
    assert done.status_code == 201, done.text
    deciders = await door.hub.pool.fetch(
        "SELECT body::jsonb ->> 'decider' AS one FROM hub.outbox "
        "WHERE kind LIKE '%recusal_decided%' ORDER BY version"
    )
    assert [row["one"] for row in deciders] == ["body_head", "body_head", "director"]


async def test_a_recusal_is_decided_by_who_is_director_on_that_day(
    door: Door, clock: StillClock
) -> None:
    """提出回避以后换了主任的，由决定之日在任的主任决定，前任不再看到、不再决定 (RULES 72)."""
    ends = expert("committee-6", post="director", term_until="2026-03-23")
    roster = await door.enrol(ends)
    room = await door.asked()
    await door.post(f"{room}/panel", SECRETARY, **LAW, members=THREE)
    own = await door.post(f"{room}/own-recusal", member(THREE[1]), reason="系申请人近亲属")
    assert own.status_code == 201
    ruling = {"member": THREE[1], "granted": True, "reason": "情况属实"}
    clock.move_to(datetime.combine(day("2026-03-24"), time(9), CITY))
    late = await door.post(f"{room}/recusal-ruling", member("committee-6"), **ruling)
    assert (late.status_code, late.json()["article"]["code"]) == (409, "RULES 72")
    next_one = expert("committee-7", post="director", term_from="2026-03-24")
    assert (await door.post("/rosters", SECRETARY, **next_one)).status_code == 201
    assert (await door.get(room, member("committee-6"))).status_code == 404
    assert (await door.get(room, member("committee-7"))).status_code == 200
    no = await door.post(f"{room}/recusal-ruling", HEAD, **ruling)
    assert (no.status_code, no.json()["article"]["code"]) == (409, "RULES 72")
    left = {"expert": "committee-7", "reason": "辞去主任"}
    assert (await door.post(f"{roster}/exit", SECRETARY, **left)).status_code == 201
    assert (await door.get(room, member("committee-7"))).status_code == 404
    back = {**next_one, "expert": THREE[0], "calling": "department"}
    assert (await door.post(f"{roster}/change", SECRETARY, **back)).status_code == 201
    done = await door.post(f"{room}/recusal-ruling", member(THREE[0]), **ruling)
    assert done.json()["recused"] == [THREE[1]], done.text


async def test_a_panel_reads_what_it_is_asked_and_each_reading_is_on_record(door: Door) -> None:
    """委员查阅提请的事项，查阅留痕；没有参加的看不到 (ARL 52; RULES 72)."""
    await take_in(door.hub, DISPUTE)
    await door.enrol(expert("committee-4"))
    asking, question, other = uuid4(), uuid4(), uuid4()
    labels = json.dumps({"authority": AUTHORITY, "county": "620702"})
    for case_id, paper in ((asking, question), (uuid4(), other)):
        await door.hub.pool.execute(ASKING, case_id, DISPUTE, labels, paper)
    room = await door.asked(asking, DISPUTE, question)
    await door.post(f"{room}/panel", SECRETARY, **LAW, members=THREE)
    place = f"/disputes/{DISPUTE}/papers"
    for who in (SECRETARY, member(THREE[0])):
        read = await door.get(f"{place}/{question}?purpose=准备咨询意见", who)
        assert read.json()["text"] == "裁量是否适当", read.text
        assert (await door.get(f"{place}/{other}?purpose=看看", who)).status_code == 404
    outsider = await door.get(f"{place}/{question}?purpose=看看", member("committee-4"))
    assert outsider.status_code == 404
    readers = await door.hub.pool.fetch("SELECT reader FROM hub.documents_read ORDER BY at")
    assert [row["reader"] for row in readers] == ["secretary-1", THREE[0]]


async def test_a_meeting_is_recorded_with_its_minutes_and_counted(door: Door) -> None:
    """会议记明出席、缺席和纪要，承办和出席逐人计数 (ARR2026 51; RULES 71, 73)."""
    more = [expert(code) for code in ("committee-4", "committee-5")]
    roster = await door.enrol(*more)
    room = await door.asked()
    five = [*THREE, "committee-4", "committee-5"]
    await door.post(f"{room}/panel", SECRETARY, **LAW, members=five)
    voices: list[dict[str, str]] = [{"member": one, "stance": "agrees"} for one in THREE[:2]]
    voices.append({"member": THREE[2], "stance": "amends", "text": "建议说明裁量的理由"})
    met = {"chair": THREE[0], "opinions": voices, "minutes": "会议纪要正文"}
    held = await door.post(f"{room}/meeting", SECRETARY, **met)
    assert held.json()["met_on"] == "2026-03-20"
    assert (await door.post(f"{room}/opinion", SECRETARY, **AGREED)).status_code == 201
    kinds = await door.hub.pool.fetch("SELECT kind FROM hub.documents ORDER BY kind")
    assert {row["kind"] for row in kinds} == {
        *("affiliation", "committee_opinion", "consultation_minutes", "member_opinion")
    }
    loads = {
        one.pop("expert"): one
        for one in (await door.get(f"{roster}/load", BODY | SECRETARY)).json()
    }
    assert (loads[THREE[2]]["attended"], loads[THREE[2]]["dissented"]) == (1, 1)
    assert (loads["committee-4"]["absent"], loads["committee-4"]["seated"]) == (1, 1)
    past = (await door.get(f"{roster}/load?until=2026-03-19", SECRETARY)).json()
    assert {one["seated"] for one in past} == {0}


async def test_the_committee_s_own_times_hold_for_what_comes_after(door: Door) -> None:
    """委员会设定的时限用于其后的提请和小组 (RULES 74)."""
    roster = await door.enrol()
    await door.asked()
    assert await door.until("convene") == "2026-03-25"
    told = await door.post(f"{roster}/times", SECRETARY, seat=2, speak=5)
    assert (told.json()["seat_within"], told.json()["speak_within"]) == ("2wd", "5wd")
    room = await door.asked()
    assert await door.until("convene") == "2026-03-24"
    await door.post(f"{room}/panel", SECRETARY, **LAW, members=THREE)
    assert await door.until("give_opinion") == "2026-03-27"
    assert (await door.post(f"{roster}/times", SECRETARY, seat=21, speak=5)).status_code == 409


async def test_nobody_beside_the_authority_and_its_committee_sees_what_is_consulted(
    door: Door,
) -> None:
    """窗口、被申请人看不到咨询和委员名册 (ARL 52)."""
    room = await door.asked()
    assert (await door.get(room, BODY)).status_code == 200
    assert (await door.get(room, BODY | {"organ": "620721-government"})).status_code == 404
    assert (await door.get(room, ELSEWHERE)).status_code == 404
    for who in (CLERK, {"code": "d-1", "roles": [Role.DEPARTMENT], "organ": RESPONDENT}):
        assert (await door.get(room, who)).status_code == 403
        both = who | {"roles": [*who["roles"], Role.COMMITTEE]}
        assert (await door.get(room, both)).status_code == 404
