"""Naming joint respondents 共同被申请人, through HTTP and PostgreSQL (ARL 19, 48; ARR2026 29)."""

from uuid import UUID

import pytest

from services.reconsideration.agents import LISTENS
from shared.contracts.reconsideration.joint import JointRespondentLeft
from tests.reconsideration.makers import BERT, OTHER, RESPONDENT
from tests.reconsideration.test_routes import APPLICATION, DEPARTMENT, OFFICER, PARTY, Door, hear
from tests.reconsideration.two_respondents import (
    DEPARTMENTS,
    LABELS,
    SECOND,
    TOGETHER,
    case,
    clock,
    done,
    door,
)
from tests.registering import take_in

__all__ = ["case", "clock", "door"]


async def test_an_application_names_all_who_acted_together(door: Door) -> None:
    """申请列明共同被申请人，由共同的行政复议机关受理 (ARL 19, 24)."""
    file = await done(door, "/reconsiderations", PARTY, **TOGETHER)
    assert (file["respondent"], [one["organ"] for one in file["joint"]]) == (RESPONDENT, [OTHER])
    again = await done(door, "/reconsiderations", PARTY, **TOGETHER)
    assert (again["case_id"], again["version"]) == (file["case_id"], file["version"])


@pytest.mark.parametrize("joint", [[RESPONDENT], [OTHER, OTHER], ["620702-nowhere"]])
async def test_who_is_named_twice_or_is_not_known_is_not_taken_down(
    door: Door, joint: list[str]
) -> None:
    """共同被申请人重复、不在名录中的，当即告知 (ARL 19)."""
    answer = await door.post("/reconsiderations", PARTY, **APPLICATION | {"joint": joint})
    assert answer.status_code == 422
    assert "joint" in answer.text


async def test_a_window_is_no_respondent(door: Door) -> None:
    """不能作被申请人的机构，不得列为共同被申请人 (ARL 19)."""
    said = APPLICATION | {"joint": ["620702-committee"]}
    answer = await door.post("/reconsiderations", PARTY, **said)
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "ARL 19")


async def test_who_is_not_over_all_of_them_does_not_accept(door: Door) -> None:
    """不是共同的行政复议机关的，不得受理 (ARL 24, 30)."""
    said = TOGETHER | {"authority": "620700-government"}
    file = await done(door, "/reconsiderations", PARTY, **said)
    head = OFFICER | {"organ": "620700-government"}
    answer = await door.post(f"/reconsiderations/{file['case_id']}/acceptance", head)
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "ARL 30(1)(6)")


async def test_who_acted_too_is_added_when_the_applicant_was_told(door: Door) -> None:
    """漏列的，告知后追加，向其发送副本；原被申请人的答复不变 (ARL 48; ARR2026 29)."""
    path = await door.apply()
    door.on("2026-03-05")
    await done(door, f"{path}/acceptance", OFFICER)
    await done(door, f"{path}/copy", OFFICER, received_on="2026-03-05")
    await done(door, f"{path}/reply", DEPARTMENT, text="答复如下")
    said = {"capacity": "joint", "others": [OTHER], "text": "漏列共同作出的机关"}
    await done(door, f"{path}/respondent-change-notice", OFFICER, **said)
    told = {"respondent": RESPONDENT, "text": "追加"}
    assert (await door.post(f"{path}/respondent", PARTY, **told)).status_code == 409
    file = await done(door, f"{path}/respondent", PARTY, **told, joint=[OTHER])
    assert (file["state"], file["joint"][0]["organ"]) == ("examining", OTHER)
    assert (await door.get(path, SECOND)).status_code == 404
    file = await done(door, f"{path}/copy", OFFICER, received_on="2026-03-05")
    assert file["joint"][0]["copied_on"] == "2026-03-05"
    assert (await door.get(path, SECOND)).status_code == 200


async def test_who_was_wrongly_named_beside_leaves_and_sees_the_file_no_longer(
    door: Door, case: str
) -> None:
    """错列的共同被申请人不再列，不再看到案卷 (ARR2026 29)."""
    said = {"capacity": "own", "text": "只有一个机关作出"}
    begun = await done(door, f"{case}/aftermath", OFFICER)
    assert begun["joint"] == [OTHER]
    after = f"/aftermaths/{begun['case_id']}"
    letter = {"organ": OTHER, "flaw": "illegal", "text": "请纠正。"}
    await done(door, f"{after}/opinion-letter", OFFICER, **letter)
    await done(door, f"{after}/opinion-letter-receipt", OFFICER)
    assert (await door.get(after, SECOND)).status_code == 200
    await done(door, f"{case}/respondent-change-notice", OFFICER, **said)
    file = await done(door, f"{case}/respondent", PARTY, respondent=RESPONDENT, text="变更")
    assert file["joint"] == []
    await hear(door, JointRespondentLeft, LISTENS, LABELS)
    assert (await door.get(after, OFFICER)).json()["joint"] == []
    assert (await door.get(after, SECOND)).status_code == 404
    assert (await door.get(case, SECOND)).status_code == 404
    assert (await door.get(case, DEPARTMENT)).status_code == 200


async def test_who_withdrew_from_a_case_against_two_does_not_begin_anew_against_the_second(
    door: Door,
) -> None:
    """对共同作出的行为撤回申请的，只列其中一个机关再次申请，仍是同一行为 (ARR2007 38)."""
    file = await done(door, "/reconsiderations", PARTY, **TOGETHER)
    path = f"/reconsiderations/{file['case_id']}"
    for name, body in (
        ("acceptance", {}),
        ("withdrawal", {}),
        ("termination", {"harmless": True}),
    ):
        await done(door, f"{path}/{name}", OFFICER, **body)
    door.on("2026-03-03")
    alone = APPLICATION | {"respondent": OTHER, "received_on": "2026-03-03"}
    again = await done(door, "/reconsiderations", PARTY, **alone)
    barred = await door.post(f"/reconsiderations/{again['case_id']}/acceptance", OFFICER)
    assert (barred.status_code, barred.json()["article"]["code"]) == (409, "ARR2007 38(2)")


async def test_who_complained_of_one_alone_does_not_complain_of_both_again(door: Door) -> None:
    """已经就其中一个机关申请并受理的，再列共同作出的机关，仍是同一行政行为 (ARL 30)."""
    numbered = TOGETHER | {"act_number": "甘联罚〔2026〕1号", "respondent": OTHER}
    file = await done(door, "/reconsiderations", PARTY, **numbered | {"joint": []})
    await done(door, f"/reconsiderations/{file['case_id']}/acceptance", OFFICER)
    door.on("2026-03-16")
    both = numbered | {"joint": [RESPONDENT], "received_on": "2026-03-16"}
    again = await done(door, "/reconsiderations", PARTY, **both)
    barred = await door.post(f"/reconsiderations/{again['case_id']}/acceptance", OFFICER)
    assert (barred.status_code, barred.json()["article"]["code"]) == (409, "ARL 30(1)(7)")


@pytest.mark.parametrize("organ", [RESPONDENT, OTHER])
async def test_who_complained_of_both_does_not_complain_of_one_alone_again(
    door: Door, organ: str
) -> None:
    """对共同作出的行为已经申请并受理的，只列其中任何一个机关，仍是同一行政行为 (ARL 30)."""
    numbered = TOGETHER | {"act_number": "甘联罚〔2026〕1号"}
    file = await done(door, "/reconsiderations", PARTY, **numbered)
    await done(door, f"/reconsiderations/{file['case_id']}/acceptance", OFFICER)
    door.on("2026-03-16")
    alone = numbered | {"respondent": organ, "joint": [], "received_on": "2026-03-16"}
    again = await done(door, "/reconsiderations", PARTY, **alone)
    barred = await door.post(f"/reconsiderations/{again['case_id']}/acceptance", OFFICER)
    assert (barred.status_code, barred.json()["article"]["code"]) == (409, "ARL 30(1)(7)")
    for other in (
        {"act_number": "甘联罚〔2026〕2号"},
        {"respondent": "620702-gongan"},
        {"applicants": [str(BERT)]},
    ):
        taken = await door.post("/reconsiderations", OFFICER, **alone | other)
        assert taken.status_code == 201, taken.text
        path = f"/reconsiderations/{taken.json()['case_id']}/acceptance"
        assert (await door.post(path, OFFICER)).status_code == 201, other


async def test_who_withdrew_from_both_is_barred_from_the_second_in_another_dispute_too(
    door: Door,
) -> None:
    """对共同作出的行为撤回申请的，换一件纠纷只列另一个机关，仍是同一行为 (ARR2007 38)."""
    numbered = TOGETHER | {"act_number": "甘联罚〔2026〕1号"}
    file = await done(door, "/reconsiderations", PARTY, **numbered)
    path = f"/reconsiderations/{file['case_id']}"
    for name, body in (("acceptance", {}), ("withdrawal", {}), ("termination", {"harmless": True})):
        await done(door, f"{path}/{name}", OFFICER, **body)
    other = await take_in(door.hub, UUID(int=77))
    door.on("2026-03-03")
    for organ, barred in ((OTHER, True), (RESPONDENT, True), ("620702-gongan", False)):
        said = {"dispute_id": str(other), "received_on": "2026-03-03", "joint": []}
        alone = await done(
            door, "/reconsiderations", OFFICER, **numbered | said | {"respondent": organ}
        )
        answer = await door.post(f"/reconsiderations/{alone['case_id']}/acceptance", OFFICER)
        assert (answer.status_code == 409) is barred, answer.text
        if barred:
            assert answer.json()["article"]["code"] == "ARR2007 38(2)"


async def test_through_the_organ_that_fined_one_organ_is_named(door: Door) -> None:
    """通过处罚机关申请的，只列该机关，其余在复议机关收到后列明 (ARL 32)."""
    said = TOGETHER | {"fine": "on_the_spot"}
    answer = await door.post("/reconsiderations/handed-in", PARTY, **said)
    assert answer.status_code == 422


async def test_the_organ_that_fined_sees_the_file_on_when_another_one_is_added(
    door: Door,
) -> None:
    """通过处罚机关申请的，受理前追加其他机关，处罚机关仍看到案卷 (ARL 19, 32; ARR2026 29)."""
    said = APPLICATION | {"fine": "on_the_spot"}
    file = await done(door, "/reconsiderations/handed-in", PARTY, **said)
    path = f"/reconsiderations/{file['case_id']}"
    await done(door, f"{path}/forwarding", DEPARTMENT, text="现予转送")
    await done(door, f"{path}/forwarding-receipt", OFFICER)
    others = {"capacity": "joint", "others": [OTHER], "text": "漏列共同作出的机关"}
    await done(door, f"{path}/respondent-change-notice", OFFICER, **others)
    told = {"respondent": RESPONDENT, "text": "追加", "joint": [OTHER]}
    file = await done(door, f"{path}/respondent", PARTY, **told)
    assert (file["state"], file["joint"][0]["organ"]) == ("received", OTHER)
    assert await door.hub.pool.fetchval(DEPARTMENTS) == RESPONDENT
    assert (await door.get(path, DEPARTMENT)).status_code == 200
    assert (await door.get(path, SECOND)).status_code == 404
