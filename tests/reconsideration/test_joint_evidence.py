"""Leave to add to the evidence, and reading it, with joint respondents (ARL 19, 46, 47)."""

from collections.abc import Sequence
from uuid import UUID

import pytest

from services.reconsideration.domain import access, changing, gates, lawful, proving_acts
from services.reconsideration.domain.carrying import check_proved
from services.reconsideration.domain.proving_acts import Said
from services.reconsideration.domain.severing import goes_along
from shared.contracts.reconsideration import CopyReceived, CopySent, ReplyFiled, Standing
from shared.contracts.reconsideration.access import Excepted, FileAccessRequested, Withheld
from shared.contracts.reconsideration.joint import (
    JointCopyReceived,
    JointReplyFiled,
    JointRespondentLeft,
)
from shared.contracts.reconsideration.proving import (
    EvidenceKind,
    EvidenceSubmitted,
    FurtherEvidenceAllowed,
    FurtherEvidenceRequested,
    Proving,
)
from shared.contracts.reconsideration.repeated import ApplicationSevered
from shared.contracts.reconsideration.respondent import RespondentChangeTold, RespondentReplaced
from shared.law.article import ARL, Article
from shared.law.calendar import CALENDAR
from tests.reconsideration.jointly import heard, sent
from tests.reconsideration.makers import ANNA, OTHER, PAPER, RESPONDENT, Walk, day
from tests.reconsideration.test_changing import refused
from tests.reconsideration.test_routes import DEPARTMENT, OFFICER, PARTY, Door
from tests.reconsideration.two_respondents import SECOND, case, clock, done, door

__all__ = ["case", "clock", "door"]

LATE = "2026-03-30"
FURTHER = ARL[46].par(2)
THIRD = "620702-gongan"
SECOND_REPLY = UUID(int=0x2E)
HIDDEN = UUID(int=0x2F)


def both_replied() -> Walk:
    """Each has replied with a paper of its own, and is out of time for more evidence."""
    walk = heard("2026-03-05", "2026-03-05").then(ReplyFiled, "2026-03-12")
    return walk.then(JointReplyFiled, "2026-03-12", reply_id=SECOND_REPLY)


def allow(walk: Walk, organ: str | None = None, on: str = LATE) -> Walk:
    whose = proving_acts.whose_leave(walk.case, organ)
    fact = proving_acts.allow_further(walk.case, walk.head(on), Standing.APPLICANT, PAPER, whose)
    return walk.record(fact)


def put_in(walk: Walk, organ: str, pieces: int = 1) -> Walk:
    said = Said(evidence_kind=EvidenceKind.RECORD, proving=Proving.LEGALITY)
    late = proving_acts.submit_late(walk.case, Standing.RESPONDENT, day(LATE), CALENDAR, organ)
    for nth in range(pieces):
        together = 0 if nth else pieces
        fact = proving_acts.submit(
            *(walk.case, walk.head(LATE), Standing.RESPONDENT, said, PAPER),
            late=late,
            organ=organ,
            pieces=together,
        )
        lawful.late_with_leave(walk.case, fact)
        walk.record(fact)
    return walk


def test_the_leave_of_one_respondent_is_not_that_of_another() -> None:
    """同意一个被申请人补充证据的，其他被申请人不得因此补充 (ARL 19, 46)."""
    walk = allow(both_replied(), OTHER)
    assert refused(lambda: put_in(walk, "")) == FURTHER
    assert put_in(walk, OTHER).case.evidence.pieces[-1].supplements
    assert refused(lambda: put_in(walk, OTHER)) == FURTHER


def test_each_of_them_has_a_leave_of_its_own_and_uses_up_no_other() -> None:
    """各自同意一次、各自补充一次；一次提交几件的，不占用其他被申请人的 (ARL 46)."""
    walk = allow(allow(both_replied(), OTHER), RESPONDENT)
    put_in(walk, OTHER, pieces=3)
    assert walk.case.evidence.further_since == day(LATE)
    put_in(walk, "", pieces=2)
    assert walk.case.evidence.further_since is None
    assert [one.organ for one in walk.case.evidence.pieces] == [OTHER] * 3 + [""] * 2


def test_what_one_adds_in_its_days_uses_up_its_own_leave_whatever_comes_with_it() -> None:
    """一次提交原有的和经同意补充的，只占用自己的同意，一次都补充 (ARL 46)."""
    walk = sent().then(CopyReceived, "2026-03-05").then(JointCopyReceived, "2026-03-05")
    allow(allow(walk, OTHER, "2026-03-09"), RESPONDENT, "2026-03-09")
    leave = proving_acts.has_leave(walk.case, Standing.RESPONDENT, OTHER)
    for pieces, collected in zip(
        (4, 0, 0, 0), ("2026-02-03", "2026-03-09", "2026-02-03", "2026-03-10"), strict=True
    ):
        said = Said(
            evidence_kind=EvidenceKind.RECORD,
            proving=Proving.LEGALITY,
            collected_on=day(collected),
        )
        fact = proving_acts.submit(
            *(walk.case, walk.head("2026-03-10"), Standing.RESPONDENT, said, PAPER),
            late=False,
            leave=leave,
            organ=OTHER,
            pieces=pieces,
        )
        lawful.late_with_leave(walk.case, fact)
        walk.record(fact)
    assert [one.supplements for one in walk.case.evidence.pieces] == [False, True, False, True]
    assert walk.case.evidence.further_since == day("2026-03-09")
    assert walk.case.leave_of(OTHER).further_since is None


def test_each_asks_for_itself_and_each_is_answered() -> None:
    """共同被申请人各自申请补充证据，逐一答复；有一个没有答复的，不得作出决定 (ARL 46, 61)."""
    walk = both_replied()
    for organ in ("", OTHER):
        walk.record(proving_acts.ask_further(walk.case, walk.head(LATE), PAPER, organ))
        again = refused(
            lambda: proving_acts.ask_further(walk.case, walk.head(LATE), PAPER, organ)  # noqa: B023
        )
        assert again == FURTHER
    assert refused(lambda: proving_acts.whose_leave(walk.case, None)) == FURTHER
    first = proving_acts.whose_leave(walk.case, RESPONDENT)
    walk.record(proving_acts.refuse_further(walk.case, walk.head(LATE), PAPER, first))
    assert list(walk.case.further_asked) == [OTHER]
    assert refused_to_decide(walk) == FURTHER
    only = proving_acts.whose_leave(walk.case, None)
    walk.record(proving_acts.refuse_further(walk.case, walk.head(LATE), PAPER, only))
    assert not walk.case.further_asked
    none = refused(lambda: proving_acts.refuse_further(walk.case, walk.head(LATE), PAPER, OTHER))
    assert none == FURTHER


def refused_to_decide(walk: Walk) -> Article:
    lacks = gates.lacking(walk.case, walk.head(LATE))
    [found] = [one for one in lacks if "补充证据" in one.message]
    assert OTHER in found.message
    return found.article


def test_nobody_else_is_allowed_to_add_evidence() -> None:
    """不是本案被申请人的，不能同意其补充证据 (ARL 46)."""
    walk = both_replied()
    assert refused(lambda: proving_acts.whose_leave(walk.case, THIRD)) == ARL[19].par(2)


def test_the_leave_goes_with_who_is_named_first_from_beside() -> None:
    """改列在首位的共同被申请人，已经同意其补充证据的仍然有效 (ARL 19, 46; ARR2026 29)."""
    walk = allow(both_replied(), OTHER)
    walk.record(proving_acts.ask_further(walk.case, walk.head(LATE), PAPER))
    walk.then(RespondentReplaced, LATE, respondent=OTHER)
    kept = walk.case.evidence
    assert (kept.further_since, kept.further_asked_on) == (day(LATE), None)


def replace_first(walk: Walk, organ: str) -> None:
    """Who is named first is another now, as the applicant was told."""
    walk.then(RespondentChangeTold, LATE, respondent_organs=(organ,))
    changed = changing.change(walk.case, walk.head(LATE), organ, "620702", PAPER)
    assert isinstance(changed, RespondentReplaced)
    walk.record(changed)


def test_what_the_former_respondent_put_in_does_not_prove_for_the_new_one() -> None:
    """原被申请人的证据留在案卷，不算变更后的被申请人举证；它只作答复的，视为没有证据 (ARL 70)."""
    walk = put_in(allow(both_replied(), RESPONDENT), "")
    assert list(walk.case.proving) == [1]
    replace_first(walk, THIRD)
    assert [one.organ for one in walk.case.evidence.pieces] == [RESPONDENT]
    walk.then(CopySent, LATE).then(CopyReceived, LATE).then(ReplyFiled, LATE)
    assert list(walk.case.proving) == []
    assert refused(lambda: check_proved(walk.case)) == ARL[70]
    walk.then(EvidenceSubmitted, LATE, evidence=2, standing=Standing.RESPONDENT)
    assert list(walk.case.proving) == [2]


def test_who_comes_first_from_beside_keeps_what_it_put_in_and_takes_over_nothing() -> None:
    """改列在首位的共同被申请人，自己的证据仍算举证，原被申请人的不算 (ARL 19, 70)."""
    walk = put_in(allow(allow(both_replied(), RESPONDENT), OTHER), "")
    put_in(walk, OTHER)
    assert list(walk.case.proving) == [1, 2]
    replace_first(walk, OTHER)
    assert [one.organ for one in walk.case.evidence.pieces] == [RESPONDENT, ""]
    assert list(walk.case.proving) == [2]


def test_what_a_joint_respondent_put_in_proves_nothing_once_it_has_left() -> None:
    """不再列为共同被申请人的，其证据不算其他被申请人举证 (ARL 19, 70)."""
    walk = put_in(allow(both_replied(), OTHER), OTHER)
    assert list(walk.case.proving) == [1]
    walk.then(JointRespondentLeft, LATE, organ=OTHER)
    assert list(walk.case.proving) == []


def test_what_goes_apart_takes_along_nothing_of_a_former_respondent() -> None:
    """分案转入的证据只有申请人的，原被申请人的不转入，不会算作变更后的举证 (ARL 70; RULES 136)."""
    walk = put_in(allow(both_replied(), RESPONDENT), "")
    replace_first(walk, THIRD)
    walk.then(EvidenceSubmitted, LATE, evidence=2, standing=Standing.APPLICANT)
    severed = ApplicationSevered(
        head=walk.head(LATE), applicants=(ANNA,), severed_case_id=PAPER, reason_id=PAPER
    )
    pages = [one(head=walk.head(LATE)) for one in goes_along(walk.case, severed)]
    listed = [one for one in pages if isinstance(one, EvidenceSubmitted)]
    assert [(one.evidence, one.standing) for one in listed] == [(1, Standing.APPLICANT)]


def test_a_replacement_of_old_that_numbers_no_evidence_leaves_it_to_who_put_it_in() -> None:
    """以前的变更没有写明原被申请人的证据，由证据目录可知，不算变更后的举证 (ARL 70)."""
    walk = put_in(allow(allow(both_replied(), RESPONDENT), OTHER), "")
    put_in(walk, OTHER)
    walk.then(RespondentReplaced, LATE, respondent=THIRD, former_evidences=())
    assert [one.organ for one in walk.case.evidence.pieces] == [RESPONDENT, OTHER]
    walk.then(CopySent, LATE).then(CopyReceived, LATE).then(ReplyFiled, LATE)
    assert list(walk.case.proving) == [2]
    walk.then(JointRespondentLeft, LATE, organ=OTHER)
    assert list(walk.case.proving) == []
    assert refused(lambda: check_proved(walk.case)) == ARL[70]


def test_a_page_of_old_on_one_leave_for_all_of_them_can_be_read() -> None:
    """以前对全体被申请人只有一次同意的案卷，照旧可以读 (ARL 46)."""
    walk = both_replied().then(FurtherEvidenceRequested, LATE).then(FurtherEvidenceAllowed, LATE)
    before = walk.case
    old = {"organ": OTHER, "standing": Standing.RESPONDENT, "supplements": True, "pieces": None}
    fact = walk.then(EvidenceSubmitted, LATE, **old).facts[-1]
    assert isinstance(fact, EvidenceSubmitted)
    lawful.late_with_leave(before, fact)
    assert walk.case.evidence.further_since is None


def shown(walk: Walk, *withheld: Withheld) -> list[tuple[int, UUID | None, bool]]:
    walk.then(FileAccessRequested, LATE)
    walk.record(access.grant(walk.case, walk.head(LATE), None, withheld, ()))
    found = access.readable(walk.case, frozenset({ANNA}), day(LATE))
    return [(one.evidence, one.document_id, one.redacted) for one in found]


def kept_back(walk: Walk, organ: str | None, redacted_id: UUID | None = None) -> Withheld:
    return Withheld(
        excepted=Excepted.PRIVACY,
        reply_id=access.reply_of(walk.case, organ),
        reason_id=PAPER,
        redacted_id=redacted_id,
    )


def test_one_reply_that_is_kept_back_leaves_the_other_to_be_read() -> None:
    """不予查阅一个被申请人的书面答复的，其他被申请人的仍然可以查阅 (ARL 19, 47)."""
    walk = both_replied()
    assert shown(walk, kept_back(walk, RESPONDENT)) == [(0, SECOND_REPLY, False)]
    assert shown(walk, kept_back(walk, OTHER)) == [(0, PAPER, False)]
    hidden = kept_back(walk, OTHER, HIDDEN)
    assert shown(walk, hidden) == [(0, PAPER, False), (0, HIDDEN, True)]
    assert shown(walk, kept_back(walk, RESPONDENT), hidden) == [(0, HIDDEN, True)]


def test_of_several_replies_it_is_said_which_is_kept_back() -> None:
    """有数份书面答复的，写明不予查阅哪一份；没有答复的无可除外 (ARL 47)."""
    walk = both_replied()
    assert refused(lambda: access.reply_of(walk.case, None)) == ARL[47]
    assert refused(lambda: access.reply_of(walk.case, THIRD)) == ARL[47]
    one = sent().then(CopyReceived, "2026-03-05").then(JointCopyReceived, "2026-03-05")
    one.then(ReplyFiled, "2026-03-12")
    assert access.reply_of(one.case, None) == PAPER
    assert refused(lambda: access.reply_of(one.case, OTHER)) == ARL[47]


def test_a_page_of_old_that_kept_back_the_reply_kept_back_all_of_them() -> None:
    """以前没有写明是哪一份的，全部书面答复都不予查阅 (ARL 47)."""
    walk = both_replied()
    assert shown(walk, Withheld(excepted=Excepted.PRIVACY, reason_id=PAPER)) == []


RAISED = {"raised_by": "applicant", "reason": "复议中才提出照片系事后拍摄"}
OWN = {"evidence_kind": "record", "shows": "现场笔录", "collected_on": "2026-02-03"}


@pytest.fixture
async def replied(door: Door, case: str) -> str:
    """Both have replied, and the days of both are over."""
    for who, text in ((DEPARTMENT, "城管的答复"), (SECOND, "市场监管的答复")):
        await done(door, f"{case}/copy-receipt", who)
        await done(door, f"{case}/reply", who, text=text)
    door.on("2026-03-30")
    return case


async def test_each_department_asks_for_leave_and_has_its_own(door: Door, replied: str) -> None:
    """被申请人各自申请补充证据，同意谁的写明是谁，只有它可以补充 (ARL 19, 46)."""
    ask, allowed = f"{replied}/further-evidence-request", f"{replied}/further-evidence"
    await done(door, ask, DEPARTMENT, text="补充原始数据")
    file = await done(door, ask, SECOND, text="补充检验报告")
    assert file["evidence"]["further_asked_on"] == "2026-03-30"
    assert file["joint"][0]["further_asked_on"] == "2026-03-30"
    unclear = await door.post(allowed, OFFICER, **RAISED)
    assert (unclear.status_code, unclear.json()["article"]["code"]) == (409, "ARL 46(2)")
    for organ in (RESPONDENT, OTHER):
        await done(door, f"{replied}/further-evidence-refusal", OFFICER, organ=organ, reason="无")
    await done(door, ask, SECOND, text="另行申请")
    file = await done(door, allowed, OFFICER, **RAISED)
    assert (file["joint"][0]["further_since"], file["evidence"]["further_since"]) == (
        "2026-03-30",
        None,
    )
    path = f"{replied}/respondent-evidence"
    barred = await door.post(path, DEPARTMENT, pieces=[OWN])
    assert (barred.status_code, barred.json()["article"]["code"]) == (409, "ARL 46(2)")
    file = await done(door, path, SECOND, pieces=[OWN, OWN])
    assert file["joint"][0]["further_since"] is None
    assert (await door.post(path, SECOND, pieces=[OWN])).status_code == 409


async def read_texts(door: Door, case: str) -> Sequence[str]:
    texts = []
    for one in (await door.get(f"{case}/file-access", PARTY)).json():
        path = f"{case}/file-access/papers/{one['document_id']}?purpose=查阅案卷"
        texts.append((await door.get(path, PARTY)).json()["text"])
    return texts


async def test_a_party_reads_the_reply_that_is_not_kept_back(door: Door, replied: str) -> None:
    """逐件除外：一份答复遮盖，另一份照原样查阅；写明证据的不写机关 (ARL 47)."""
    await done(door, f"{replied}/file-access-request", PARTY, text="查阅全部")
    kept = {"excepted": "privacy", "reason": "有举报人住址"}
    path = f"{replied}/file-access"
    which = await door.post(path, OFFICER, withheld=[kept])
    assert (which.status_code, which.json()["article"]["code"]) == (409, "ARL 47")
    twice = await door.post(path, OFFICER, withheld=[{**kept, "evidence": 1, "organ": OTHER}])
    assert twice.status_code == 422
    await done(door, path, OFFICER, withheld=[{**kept, "organ": OTHER, "redacted": "某某称"}])
    assert await read_texts(door, replied) == ["城管的答复", "某某称"]
