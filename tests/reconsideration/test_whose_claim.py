"""赔偿请求是谁的: said in a joint application, of which each claim is its applicant's (ARL 72)."""

from typing import Any

import pytest

from services.reconsideration.schemas.filing import ApplicationIn, CompensationClaimIn
from shared.frame.forms import boxes
from tests.reconsideration.makers import ANNA, BERT
from tests.reconsideration.test_proving_doors import (  # noqa: F401 - fixtures
    APPLIED,
    HANDLER,
    clock,
    door,
    refused,
)
from tests.reconsideration.test_routes import OFFICER, OTHER_PARTY, Door

TOGETHER: dict[str, Any] = {
    **APPLIED,
    "received_on": "2026-07-06",
    "learnt_on": "2026-06-20",
    "applicants": [str(ANNA), str(BERT)],
    "compensation": "请求赔偿被扣押货物的损失二千元",
}


async def claims(door: Door, path: str) -> list[list[str]]:  # noqa: F811
    """Whose the claims of a file are, in their order."""
    file = (await door.get(path, HANDLER)).json()
    return [one["claimants"] for one in file["claims"]]


@pytest.mark.parametrize(("named", "kept"), [([str(ANNA)], [str(ANNA)]), ([], [])])
async def test_a_joint_application_says_whose_claim_it_makes(
    door: Door,  # noqa: F811
    named: list[str],
    kept: list[str],
) -> None:
    """共同申请时一并提出的赔偿请求写明是谁的，没有写明的是全体的 (ARL 72)."""
    answer = await door.post("/reconsiderations", OFFICER, **TOGETHER, claimants=named)
    assert answer.status_code == 201, answer.text
    assert await claims(door, f"/reconsiderations/{answer.json()['case_id']}") == [kept]


async def test_the_other_one_claims_its_own_later_and_the_first_not_twice(
    door: Door,  # noqa: F811
) -> None:
    """随申请只为一人提出的，另一人以后可以提出自己的，各人一次 (ARL 72)."""
    answer = await door.post("/reconsiderations", OFFICER, **TOGETHER, claimants=[str(ANNA)])
    path = f"/reconsiderations/{answer.json()['case_id']}"
    later = await door.post(f"{path}/compensation-claim", OTHER_PARTY, text="请求赔偿三千元")
    assert later.status_code == 201, later.text
    assert await claims(door, path) == [[str(ANNA)], [str(BERT)]]
    again = {"text": "再赔", "applicants": [str(ANNA)]}
    assert await refused(door, f"{path}/compensation-claim", HANDLER, **again) == "ARL 72(1)"


@pytest.mark.parametrize(
    "said",
    [
        pytest.param({"compensation": None, "claimants": [str(ANNA)]}, id="nothing claimed"),
        pytest.param({"applicants": [str(ANNA)], "claimants": [str(BERT)]}, id="no applicant"),
    ],
)
async def test_nobody_claims_who_does_not_apply_and_nothing_is_nobodys(
    door: Door,  # noqa: F811
    said: dict[str, Any],
) -> None:
    """没有提出赔偿请求的不写是谁的；不是申请人的不提出 (ARL 72)."""
    answer = await door.post("/reconsiderations", OFFICER, **{**TOGETHER, **said})
    assert answer.status_code == 422, answer.text


def test_the_form_of_the_desk_lets_one_choose_among_the_parties() -> None:
    """窗口、收件的表单在赔偿请求之后可以选是哪些申请人的 (ARL 72)."""
    shown = [one.name for one in boxes(ApplicationIn)]
    assert shown[shown.index("compensation") + 1] == "claimants"
    kinds = {
        one.name: one.kind for model in (ApplicationIn, CompensationClaimIn) for one in boxes(model)
    }
    assert kinds["claimants"] == kinds["applicants"] == "parties"
