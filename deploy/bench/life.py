"""One whole reconsideration 行政复议 through HTTP, from the window to the performance.

Eighteen acts are asked for; what other offices do by themselves is waited for by looking at all
files that anybody waits for with one query, as an officer would see them come in on the stream.
"""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from deploy.bench.http import Client
from deploy.bench.running import AUTHORITY, COUNTY, RESPONDENT, WINDOW, Running
from services.consultation.commands import file_of as consultation_of
from services.supervision.store import watch_of
from shared.auth import Role
from shared.clock import WallClock
from shared.law.period import legal_day
from shared.people import citizen_number

ACTS: Final = 18
"""Acts that one lifecycle asks for."""

LOOK_SECONDS: Final = 0.01
PATIENCE_SECONDS: Final = 60.0

TURNED: Final = "SELECT case_id, version FROM hub.file WHERE case_id = ANY($1::uuid[])"

MEMBERS: Final = ("committee-1", "committee-2", "committee-3")


class Eyes:
    """Sees which files have come to the pages that somebody waits for."""

    def __init__(self, hub: Running) -> None:
        self._hub = hub
        self._waiting: dict[tuple[UUID, int], asyncio.Event] = {}

    async def see(self, case_id: UUID, version: int) -> None:
        """Wait until a file has this page."""
        event = self._waiting[case_id, version] = asyncio.Event()
        async with asyncio.timeout(PATIENCE_SECONDS):
            await event.wait()

    async def look(self) -> None:
        """Look for ever."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            if not self._waiting:
                continue
            rows = await self._hub.pool.fetch(TURNED, [case_id for case_id, _ in self._waiting])
            there = {row["case_id"]: row["version"] for row in rows}
            for wanted in [w for w in self._waiting if there.get(w[0], 0) >= w[1]]:
                self._waiting.pop(wanted).set()


class Actors:
    """Everybody who acts in a lifecycle, with their tokens."""

    def __init__(self, hub: Running) -> None:
        self.window = hub.token(Role.WINDOW, WINDOW)
        self.officer = hub.token(Role.RECONSIDERATION, AUTHORITY)
        self.head = hub.token(Role.RECONSIDERATION_HEAD, AUTHORITY)
        self.respondent = hub.token(Role.DEPARTMENT, RESPONDENT)
        self.secretary = hub.token(Role.SECRETARY, f"{COUNTY}-committee")


async def enrol(client: Client, who: Actors) -> None:
    """The committee's roster, where there is none yet: no panel is seated without one."""
    if await client.get("/rosters", who.secretary):
        return
    for member, calling in zip(MEMBERS, ("department", "expert", "scholar"), strict=True):
        await client.post("/rosters", who.secretary, expert(member, calling))


def expert(code: str, calling: str) -> dict[str, Any]:
    """An expert as the roster takes one, of nobody in particular."""
    return {
        "expert": code,
        "name": code,
        "affiliation": "行政复议委员会",
        "calling": calling,
        "specialities": ["law"],
        "term_from": "2026-01-01",
        "term_until": "2099-12-31",
    }


async def live(client: Client, eyes: Eyes, who: Actors) -> None:
    """One lifecycle."""
    today = legal_day(WallClock().now())
    taken = await client.post("/disputes", who.window, complaint(), key=uuid4().hex)
    applied = application(taken["dispute_id"], today)
    case = await client.post("/reconsiderations", who.window, applied)
    case_id = UUID(case["case_id"])
    path = f"/reconsiderations/{case_id}"
    await client.post(f"{path}/acceptance", who.officer, {})
    await client.post(f"{path}/copy", who.officer, {"received_on": today.isoformat()})
    await client.post(f"{path}/reply", who.respondent, {"text": REPLY})
    await client.post(f"{path}/views", who.officer, HEARD)
    case = await client.post(f"{path}/consultation", who.officer, ASKED)
    await _consult(client, eyes, who, case_id, case["version"])
    await client.post(f"{path}/reviewers", who.officer, {"reviewers": REVIEWERS})
    await client.post(f"{path}/findings", who.officer, {"findings": [FINDING]})
    await client.post(f"{path}/draft", who.officer, DRAFT)
    await client.post(f"{path}/submission", who.officer, {"opinion_adopted": True})
    await client.post(f"{path}/approval", who.head, CONSENT)
    await client.post(f"{path}/seal", who.officer, {})
    await client.post(f"{path}/delivery", who.officer, {"served_on": today.isoformat(), **SERVED})
    watch = watch_of(case_id)
    await eyes.see(watch, 1)
    evidence = {"performed_on": today.isoformat(), "evidence": EVIDENCE}
    await client.post(f"/watches/{watch}/performance", who.officer, evidence)


async def seat(client: Client, eyes: Eyes, who: Actors, case_id: UUID) -> UUID:
    """The consultation of a case, with a panel seated as soon as the committee has heard of it."""
    asked = consultation_of(case_id)
    await eyes.see(asked, 1)
    panel = {"members": MEMBERS, "speciality": "law"}
    await client.post(f"/consultations/{asked}/panel", who.secretary, panel)
    return asked


async def _consult(client: Client, eyes: Eyes, who: Actors, case_id: UUID, version: int) -> None:
    asked = await seat(client, eyes, who, case_id)
    voices = [{"member": member, "stance": "agrees"} for member in MEMBERS]
    meeting = {"chair": MEMBERS[0], "opinions": voices, "minutes": OPINION}
    await client.post(f"/consultations/{asked}/meeting", who.secretary, meeting)
    opinion = {"stance": "agrees", "text": OPINION}
    await client.post(f"/consultations/{asked}/opinion", who.secretary, opinion)
    await eyes.see(case_id, version + 1)


def complaint() -> dict[str, Any]:
    """A dispute about a penalty 不服行政处罚; no two are alike."""
    mark = uuid4().hex
    return {
        "channel": "window",
        "matter": "chufa",
        "place": "甘州区东街街道",
        "subject": f"不服占道经营处罚 {mark[:8]}",
        "content": "在自家店门口摆放货架，被认定占道经营并处罚款，认为事实不清、处罚过重。" * 3,
        "demand": "请求撤销行政处罚决定。",
        "parties": [{"side": "applicant", "name": f"甲{mark[:6]}", "id_number": citizen(mark)}],
        "respondent": RESPONDENT,
        "act": "penalty",
    }


def citizen(mark: str) -> str:
    """A 公民身份号码 that nobody has: by it a window finds the party again."""
    born = date(1950, 1, 1) + timedelta(days=int(mark[:4], 16) % 20_000)
    stem = f"620702{born:%Y%m%d}{int(mark[4:10], 16) % 1000:03d}"
    for check in "0123456789X":
        with suppress(ValueError):
            return citizen_number(stem + check)
    raise AssertionError(stem)


def application(dispute_id: str, today: date) -> dict[str, Any]:
    """The application 申请书 that follows."""
    return {
        "dispute_id": dispute_id,
        "authority": AUTHORITY,
        "applicants": [str(uuid4())],
        "respondent": RESPONDENT,
        "act": "penalty",
        "received_on": today.isoformat(),
        "text": "请求撤销行政处罚决定。事实和理由：货架未占用人行道，未影响通行。" * 4,
        "act_done_on": (today - timedelta(days=10)).isoformat(),
        "learnt_on": (today - timedelta(days=9)).isoformat(),
    }


REPLY: Final = "被申请人认为处罚决定事实清楚、证据确凿、适用依据正确、程序合法、内容适当。" * 5
VIEWS: Final = "申请人认为货架摆放在自家门槛以内，没有占用道路，罚款数额过高。" * 3
HEARD: Final = {"standing": "applicant", "manner": "telephone", "record": VIEWS}
QUESTION: Final = "门前台阶是否属于城市道路范围，拟撤销处罚决定，请委员会提出意见。" * 2
ASKED: Final = {"ground": "technical", "question": QUESTION}
OPINION: Final = "同意拟办意见。门前台阶属于房屋附属部分，不在城市道路范围之内。" * 3
SERVED: Final = {"manner": "direct", "receipt": "受送达人本人在送达回证上签名或者盖章。"}
EVIDENCE: Final = "被申请人已重新作出处理，附文书和送达回证。"
REVIEWERS: Final = (f"{AUTHORITY}-review", f"{AUTHORITY}-review-2")
FINDING: Final[Mapping[str, Any]] = {
    "text": "被诉处罚决定：门前台阶不在城市道路范围以内，认定占道经营的主要事实不清、证据不足。"
    * 3,
    "facts_clear": False,
}
CONSENT: Final = {"signer": "张某某", "post": "副市长", "consent": "同意。"}
DRAFT: Final[Mapping[str, Any]] = {
    "dispositions": [{"outcome": "revoked", "redo": True}],
    "text": "撤销被申请人作出的行政处罚决定，责令其自收到本决定之日起六十日内重新作出处理。" * 4,
    "perform_within": "60d",
}
