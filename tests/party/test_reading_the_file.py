"""A party hands in evidence and reads the file on its telephone, as far as it may (ARL 43, 47)."""

from collections.abc import AsyncIterator
from hashlib import sha256
from uuid import UUID

import pytest

from services.reconsideration.commands import access, filing, handling, proving
from services.reconsideration.commands.access import Kept
from services.reconsideration.domain.proving_acts import Said
from shared.attachments import keep
from shared.auth import Identity, Role
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.access import Excepted
from shared.contracts.reconsideration.proving import EvidenceKind, Proving
from shared.work import Hub
from tests.party.telephone import (
    OPPONENT,
    Telephone,
    last,
    officer,
    registered,
    settle,
    telephone,
)
from tests.party.test_served import applied

PDF = b"%PDF-1.7\nscan"
SHA = sha256(PDF).hexdigest()
OPEN, HIDDEN, SHOWN = "现场笔录一份", "举报人王某住东街三号", "举报人某某住东街某号"


@pytest.fixture
async def phone(hub: Hub) -> AsyncIterator[Telephone]:
    async with telephone(hub) as found:
        yield found


async def answered(hub: Hub, phone: Telephone) -> tuple[str, UUID]:
    """An application, accepted; the respondent has replied, with two pieces."""
    taken = await registered(hub)
    case_id = await applied(phone, taken.number)
    await settle(hub)
    organ = Identity.of("o-1", [Role.DEPARTMENT], organ="620702-chengguan")
    today = hub.clock.now().date()
    await officer(hub, filing.accept, case_id)
    await officer(hub, handling.send_copy, case_id, received_on=today)
    await keep(hub, organ, case_id, PDF)
    said = Said(evidence_kind=EvidenceKind.RECORD, proving=Proving.LEGALITY, attachments=(SHA,))
    pieces = [(said, OPEN), (Said(evidence_kind=said.evidence_kind, proving=said.proving), HIDDEN)]
    await officer(hub, proving.submit, case_id, standing=Standing.RESPONDENT, pieces=pieces)
    await officer(hub, handling.file_reply, case_id, text="处罚并无不当")
    return taken.number, case_id


async def test_a_party_hands_in_what_proves_its_case(hub: Hub, phone: Telephone) -> None:
    """当事人在手机上交证据，编进证据目录 (ARL 43)."""
    _, case_id = await answered(hub, phone)
    said = {"evidence_kind": "witness", "proving": "legality", "shows": "邻居看见货物没有占道"}
    receipt = await phone.done(f"/party/act/{case_id}/evidence", **said)
    assert "编进证据目录" in receipt
    piece = await last(hub, "reconsideration.evidence_submitted.v1")
    assert (piece["evidence"], piece["standing"]) == (3, "applicant")


async def test_a_party_asks_to_read_and_reads_what_is_not_excepted_each_time_on_record(
    hub: Hub, phone: Telephone
) -> None:
    """申请查阅，同意以后逐份打开；除外的遮盖；每次查阅记录在案 (ARL 47)."""
    number, case_id = await answered(hub, phone)
    assert "您可以看的案卷材料" not in (await phone.get()).text
    assert (await phone.get(f"/party/file/{case_id}")).status_code == 404
    await phone.done(f"/party/act/{case_id}/file-access-request", text="全部")
    kept = Kept(excepted=Excepted.PRIVACY, evidence=2, reason="住址", redacted=SHOWN)
    await officer(hub, access.grant, case_id, kept=[kept])
    assert f"/party/file/{case_id}" in (await phone.get()).text
    listed = (await phone.get(f"/party/file/{case_id}")).text
    assert "书面答复" in listed
    assert "第2号证据（有的内容依法遮盖）" in listed
    paths = [part.split('"')[0] for part in listed.split('href="')[1:]]
    papers = [path for path in paths if "/papers/" in path]
    words = "".join([(await phone.get(path)).text for path in papers])
    assert len(papers) == 3
    assert all(one in words for one in ("处罚并无不当", OPEN, SHOWN))
    assert HIDDEN not in words
    [scan] = [path for path in paths if "/attachments/" in path]
    assert (await phone.get(scan)).content == PDF
    assert await hub.pool.fetchval(READINGS) == len(papers)
    async with telephone(hub) as other:
        await other.sign_in(number, OPPONENT)
        for path in (f"/party/file/{case_id}", papers[0], scan):
            assert (await other.get(path)).status_code == 404


READINGS = "SELECT count(*) FROM hub.documents_read WHERE purpose = '当事人查阅案卷'"
