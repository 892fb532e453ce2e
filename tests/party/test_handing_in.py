"""A party hands in pictures and scans on its telephone, as they are (ARL 31, 43; ARR2026 28)."""

from collections.abc import AsyncIterator
from datetime import timedelta
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

import pytest

from services.reconsideration.commands import filing
from shared import bounds
from shared.attachments import keep, offering
from shared.attachments.keeping import clear
from shared.auth import Identity, Role
from shared.clock import StillClock
from shared.errors import Malformed
from shared.party import lookup
from shared.work import Hub
from tests.party.telephone import (
    APPLICANT,
    OPPONENT,
    Telephone,
    last,
    officer,
    registered,
    settle,
    taken_at_the_window,
    telephone,
)
from tests.party.test_served import MISSING, applied

JPEG: Final = b"\xff\xd8\xff\xe1\x00\x10Exif\x00\x00GPS 38.93,100.45"
PDF: Final = b"%PDF-1.7\nscan of a decision"
NOTE: Final = b"not a picture"
HERE: Final = "/party/reconsideration"
PIECE: Final = {"evidence_kind": "electronic", "proving": "legality", "shows": "货物没有占道"}


def sha(content: bytes) -> str:
    return sha256(content).hexdigest()


@pytest.fixture
async def phone(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Telephone]:
    monkeypatch.setattr(lookup, "ANSWERED_AFTER_SECONDS", 0.0)
    async with telephone(hub) as found:
        yield found


async def accepted(hub: Hub, phone: Telephone) -> tuple[str, UUID]:
    """An application that the party itself made online, accepted."""
    taken = await registered(hub)
    case_id = await applied(phone, taken.number)
    await settle(hub)
    await officer(hub, filing.accept, case_id)
    return taken.number, case_id


async def asked_to_supplement(hub: Hub, phone: Telephone) -> tuple[str, UUID]:
    """An application of which something is missing."""
    taken = await registered(hub)
    case_id = await applied(phone, taken.number)
    await officer(hub, filing.notify_supplement, case_id, text=MISSING)
    await taken_at_the_window(hub, case_id)
    return taken.number, case_id


async def stored(hub: Hub) -> list[dict[str, Any]]:
    return [dict(row) for row in await hub.pool.fetch("SELECT * FROM hub.attachment ORDER BY at")]


async def test_a_piece_of_evidence_has_its_pictures_byte_for_byte_and_the_same_one_once(
    hub: Hub, phone: Telephone
) -> None:
    """证据逐件交，照片原样保存；断线重传的仍为一件；再传一份的也在 (ARL 43)."""
    _, case_id = await accepted(hub, phone)
    path = f"/party/act/{case_id}/evidence"
    first = await phone.hand_in(path, JPEG)
    assert (first.status_code, first.json()) == (201, {"stored": [sha(JPEG)]})
    assert (await phone.hand_in(path, JPEG)).json() == first.json()
    assert (await phone.hand_in(path, PDF, "决定书.pdf")).status_code == 201
    await phone.done(path, **PIECE, attachments=[sha(JPEG), sha(PDF)])
    piece = await last(hub, "reconsideration.evidence_submitted.v1")
    assert piece["attachments"] == [sha(JPEG), sha(PDF)]
    assert sorted(one["content"] for one in await stored(hub)) == sorted([JPEG, PDF])
    await clear(hub)
    assert len(await stored(hub)) == 2


async def test_a_party_reads_what_it_handed_in_and_nobody_elses_and_both_are_on_record(
    hub: Hub, phone: Telephone
) -> None:
    """当事人看得到自己交的，看不到别人交的；上传和查看都记录在案 (ARL 47)."""
    number, case_id = await accepted(hub, phone)
    path = f"/party/act/{case_id}/evidence"
    await phone.hand_in(path, JPEG)
    await phone.done(path, **PIECE, attachments=[sha(JPEG)])
    body = Identity.of("o-1", [Role.RECONSIDERATION], organ="620702-government")
    await keep(hub, body, case_id, PDF)
    own = f"/party/own/{case_id}/{sha(JPEG)}"
    assert own in (await phone.get()).text
    back = await phone.get(own)
    assert (back.status_code, back.content) == (200, JPEG)
    assert "sandbox" in back.headers["content-security-policy"]
    assert (await phone.get(f"/party/own/{case_id}/{sha(PDF)}")).status_code == 404
    async with telephone(hub) as other:
        await other.sign_in(number, OPPONENT)
        assert (await other.get(own)).status_code == 404
        assert (await other.hand_in("/party/case", JPEG)).status_code == 404
    who = (await last(hub, "reconsideration.evidence_submitted.v1"))["head"]["by"]
    offered = await hub.pool.fetch("SELECT by, case_id, sha256 FROM hub.attachment_offered")
    assert [tuple(row) for row in offered] == [(who, case_id, sha(JPEG))]
    read = await hub.pool.fetch("SELECT reader, sha256 FROM hub.attachment_read")
    assert [tuple(row) for row in read] == [(who, sha(JPEG))]


async def test_a_party_names_only_what_it_handed_in_itself(hub: Hub, phone: Telephone) -> None:
    """当事人只能以自己上传的文件作附件，不能写明别人的校验值."""
    _, case_id = await accepted(hub, phone)
    body = Identity.of("o-1", [Role.RECONSIDERATION], organ="620702-government")
    await keep(hub, body, case_id, PDF)
    no = await phone.fill(f"/party/act/{case_id}/evidence", **PIECE, attachments=[sha(PDF)])
    assert no.status_code == 422
    assert "附件没有上传" in no.text
    assert "货物没有占道" in no.text
    listed = "SELECT count(*) FROM hub.outbox WHERE kind = 'reconsideration.evidence_submitted.v1'"
    assert await hub.pool.fetchval(listed) == 0


async def test_without_a_script_files_come_with_the_form_and_what_is_good_of_it_stays(
    hub: Hub, phone: Telephone
) -> None:
    """不用脚本：文件随表单上传；不收的说明原因，填好的、已传的都留着，看过再交 (ARL 31)."""
    _, case_id = await asked_to_supplement(hub, phone)
    path = f"/party/act/{case_id}/supplement"
    form = await phone.get(path)
    assert 'enctype="multipart/form-data"' in form.text
    assert "不超过 10 MB" in form.text
    files = [("决定书.pdf", PDF), ("说明.txt", NOTE)]
    no = await phone.send(path, form, files, text="处罚决定书复印件一份")
    assert no.status_code == 422
    assert "说明.txt：只收" in no.text
    assert ">处罚决定书复印件一份</textarea>" in no.text
    assert f'value="{sha(PDF)}" checked' in no.text
    good = [("照片.jpg", JPEG)]
    yes = await phone.send(path, no, good, text="复印件一份", attachments=[sha(PDF)])
    assert yes.status_code == 303, yes.text
    fact = await last(hub, "reconsideration.supplemented.v1")
    assert fact["attachments"] == [sha(PDF), sha(JPEG)]


async def test_what_goes_with_an_application_waits_until_there_is_a_file(
    hub: Hub, phone: Telephone, clock: StillClock
) -> None:
    """申请前上传的在登记的案卷里等，随申请带入复议案卷；没有写进申请的一日后清除 (ARR2026 28)."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    page = await phone.get(HERE)
    act = {"respondent": "620702-chengguan", "act": "penalty", "learnt_on": "2026-11-02"}
    page = await phone.send(HERE, page, **act, told_remedies="true", go="next")
    for content in (JPEG, PDF):
        handed_in = await phone.send_file(f"{HERE}/files", page, content)
        assert handed_in.status_code == 201
    said = {"request": "请求撤销处罚决定", "facts": "摊位在划定的区域以内"}
    page = await phone.send(HERE, page, **said, attachments=[sha(PDF)], go="next")
    assert "第1件（PDF" in page.text
    back = await phone.send(HERE, page, go="back")
    assert f'value="{sha(PDF)}" checked' in back.text
    sent = await phone.send(HERE, page, go="send")
    case_id = UUID(sent.headers["location"].split("/")[3])
    fact = await last(hub, "reconsideration.received.v1")
    assert fact["attachments"] == [sha(PDF)]
    assert (await phone.get(f"/party/own/{case_id}/{sha(PDF)}")).content == PDF
    clock.move_to(clock.now() + timedelta(days=1, minutes=1))
    await clear(hub)
    assert [(one["case_id"], one["content"]) for one in await stored(hub)] == [(case_id, PDF)]


async def test_an_application_through_the_organ_that_fined_has_its_scans_too(
    hub: Hub, phone: Telephone
) -> None:
    """通过处罚机关申请的，附件同样带入案卷 (ARL 32)."""
    taken = await registered(hub)
    await phone.sign_in(taken.number)
    page = await phone.get(HERE)
    act = {"respondent": "620702-chengguan", "act": "penalty", "learnt_on": "2026-11-02"}
    page = await phone.send(HERE, page, **act, told_remedies="true", go="next")
    said = {"request": "撤销", "facts": "没有占道", "fine": "on_the_spot", "go": "next"}
    page = await phone.send(HERE, page, [("单据.jpg", JPEG)], **said)
    sent = await phone.send(HERE, page, go="send")
    assert sent.status_code == 303, sent.text
    assert (await last(hub, "reconsideration.handed_in.v1"))["attachments"] == [sha(JPEG)]


async def test_the_words_of_a_form_with_files_outlive_the_session(
    hub: Hub, phone: Telephone, clock: StillClock
) -> None:
    """会话结束后带着文件提交的，文字和已传的文件留着，重新核对身份后接着办."""
    number, case_id = await asked_to_supplement(hub, phone)
    path = f"/party/act/{case_id}/supplement"
    await phone.hand_in(path, JPEG)
    form = await phone.get(path)
    clock.move_to(clock.now() + timedelta(minutes=61))
    phone.web.cookies.clear()
    big = [("大.jpg", JPEG + bytes(3 << 20))]
    late = await phone.send(path, form, big, text="复印件一份", attachments=[sha(JPEG)])
    assert late.status_code == 401
    back = await phone.send("/party", late, number=number, phone=APPLICANT)
    assert back.status_code == 200
    assert ">复印件一份</textarea>" in back.text
    assert f'value="{sha(JPEG)}" checked' in back.text


@pytest.mark.parametrize(
    ("bound", "most", "says"),
    [
        ("MOST_FILES", 1, "一个小时里最多传 1 个"),
        ("MOST_OF_A_PARTY", len(JPEG), "您在本案上传的文件合计不能超过"),
        ("MOST_OF_PARTIES", len(JPEG), "本案当事人上传的文件合计不能超过"),
    ],
)
async def test_a_party_does_not_fill_the_case(
    *,
    hub: Hub,
    phone: Telephone,
    monkeypatch: pytest.MonkeyPatch,
    bound: str,
    most: int,
    says: str,
) -> None:
    """当事人上传的件数、大小有上限，不占完本案卷的容量；办案人员仍可以上传 (RULES 120)."""
    _, case_id = await accepted(hub, phone)
    monkeypatch.setattr(offering, bound, most)
    path = f"/party/act/{case_id}/evidence"
    assert (await phone.hand_in(path, JPEG)).status_code == 201
    no = await phone.hand_in(path, PDF)
    assert no.status_code == 422
    assert says in no.json()["detail"]
    body = Identity.of("o-1", [Role.RECONSIDERATION], organ="620702-government")
    assert (await keep(hub, body, case_id, PDF)).by == "o-1"


async def test_after_an_hour_a_party_hands_in_again(
    hub: Hub, phone: Telephone, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """一小时内的件数达到上限的，过后可以再传 (RULES 120)."""
    number, case_id = await accepted(hub, phone)
    monkeypatch.setattr(offering, "MOST_FILES", 1)
    path = f"/party/act/{case_id}/evidence"
    await phone.hand_in(path, JPEG)
    clock.move_to(clock.now() + timedelta(minutes=61))
    await phone.sign_in(number)
    assert (await phone.hand_in(path, PDF)).status_code == 201


async def test_a_form_is_believed_only_from_a_page_of_the_same_party(
    hub: Hub, phone: Telephone
) -> None:
    """上传的不是从本人打开的网页提交的，不收."""
    _, case_id = await accepted(hub, phone)
    path = f"/party/act/{case_id}/evidence/files"
    forged = await phone.web.post(path, data={"_csrf": "x"}, files={"files": ("a.jpg", JPEG)})
    assert forged.status_code == 401
    assert await stored(hub) == []


async def test_an_act_that_takes_no_files_takes_none(hub: Hub, phone: Telephone) -> None:
    """不收附件的事项不收文件."""
    _, case_id = await accepted(hub, phone)
    no = await phone.hand_in(f"/party/act/{case_id}/withdrawal", JPEG)
    assert no.status_code == 404
    assert await stored(hub) == []


async def test_of_a_party_more_is_read_than_of_a_stranger_and_not_without_end(
    hub: Hub, phone: Telephone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """当事人的表单读到五个文件那么大，再多不读，以页面说明."""
    _, case_id = await accepted(hub, phone)
    path = f"/party/act/{case_id}/evidence"
    form = await phone.get(path)
    big = JPEG + bytes(2 << 20)
    assert len(big) > bounds.OF_STRANGERS
    assert (await phone.send(path, form, [("大.jpg", big)], **PIECE)).status_code == 303
    monkeypatch.setattr(bounds, "OF_PARTIES", 3 << 20)
    no = await phone.send(path, await phone.get(path), [("大.jpg", big), ("二.jpg", big)], **PIECE)
    assert no.status_code == 413
    assert "请求内容过大" in no.text


async def test_the_domain_keeps_what_officers_name_as_it_was(hub: Hub, phone: Telephone) -> None:
    """窗口代收补正材料的，附件须已上传 (ARL 31)."""
    _, case_id = await asked_to_supplement(hub, phone)
    window = Identity.of("window-1", [Role.WINDOW], organ="620702-window-1", county="620702")
    with pytest.raises(Malformed, match="只收"):
        await keep(hub, window, case_id, NOTE)
    assert (await keep(hub, window, case_id, PDF)).sha256 == sha(PDF)
    await officer(hub, filing.supplement, case_id, text="复印件", attachments=[sha(PDF)])
    fact = await last(hub, "reconsideration.supplemented.v1")
    assert fact["attachments"] == [sha(PDF)]
