"""Who applies, against whom, and to which authority (ARL 14, 24, 30; ARR2026 12 to 16, 29, 35)."""

import pytest

from tests.lawdesk.applied import BEFORE, SINCE, filed, unmet
from tests.lawdesk.reconsidering import cited


def test_who_is_not_competent_names_the_competent_authority() -> None:
    """不属于本机关管辖的，告知有管辖权的机关 (ARL 30)."""
    answer = filed(authority="张掖市人民政府")
    assert (answer.result, unmet(answer)) == ("decline_elsewhere", ["jurisdiction"])
    assert "甘州区人民政府" in answer.says


def test_of_a_branch_both_governments_are_competent() -> None:
    """按行政区划设立的派出机构，两个政府都有管辖权 (ARL 24)."""
    for authority in ("620700-government", "620702-government"):
        assert filed(respondent="620702-gongan", authority=authority).result == "accept"


@pytest.mark.parametrize(
    ("interest", "since", "before"),
    [
        ("neighbour", "ARR2026 35 item 1", "ALI 12 item 1"),
        ("competitor", "ARR2026 35 item 2", "ALI 12 item 1"),
        ("reversal", "ARR2026 35 item 3", "ALI 12 item 4"),
        ("complainant", "ARR2026 35 item 4", "ALI 12 item 5"),
    ],
)
def test_who_has_an_interest_without_being_addressed(
    interest: str, since: str, before: str
) -> None:
    """有利害关系的情形 (ARR2026 35; ALI 12)."""
    new, old = filed(SINCE, interest=interest), filed(BEFORE, interest=interest)
    assert (new.result, since in cited(new)) == ("accept", True)
    assert (old.result, before in cited(old)) == ("accept", True)


@pytest.mark.parametrize(
    ("facts", "result"),
    [
        pytest.param(
            {"applicant": "members", "applying": 50, "total": 100},
            "accept",
            id="half of the members may act in the collective's name",
        ),
        pytest.param(
            {"applicant": "members", "applying": 49, "total": 100},
            "decline",
            id="fewer than half may not",
        ),
        pytest.param(
            {"applicant": "owners", "applying": 50, "total": 100, "area_percent": 50},
            "decline",
            id="half of the owners is not more than half",
        ),
        pytest.param(
            {"applicant": "owners", "applying": 40, "total": 100, "area_percent": 50.5},
            "accept",
            id="more than half of the area will do for owners",
        ),
        pytest.param(
            {"applicant": "owners", "applying": 51, "total": 100, "area_percent": 30},
            "accept",
            id="so will more than half of the households",
        ),
        pytest.param({"applicant": "owners"}, "unclear", id="without numbers it stays open"),
        pytest.param(
            {"applicant": "owners", "applying": 40, "total": 100},
            "unclear",
            id="too few households may still own more than half of the area",
        ),
        pytest.param(
            {"applicant": "owners", "area_percent": 40},
            "unclear",
            id="too little area may still be more than half of the households",
        ),
    ],
)
def test_how_many_must_join_to_apply_for_all(facts: dict[str, object], result: str) -> None:
    """半数以上的成员、过半数的业主 (ARR2026 15, 16)."""
    assert filed(**facts).result == result


@pytest.mark.parametrize(
    ("facts", "asked"),
    [
        ({"applying": 40, "total": 100}, {"area_percent"}),
        ({"area_percent": 40}, {"applying", "total"}),
        ({"applying": 60, "total": 100}, set()),
        ({"applying": 40, "total": 100, "area_percent": 40}, set()),
    ],
)
def test_owners_are_asked_for_the_share_that_is_untold(
    facts: dict[str, object], asked: set[str]
) -> None:
    """面积或者户数其一过半数即可，未说明的一项须查明 (ARR2026 16(2))."""
    fields = {each.field for each in filed(applicant="owners", **facts).assumed}
    assert fields & {"applying", "total", "area_percent"} == asked


@pytest.mark.parametrize(
    ("applicant", "since", "before"),
    [
        ("relative", "ARL 14(2)", "ARL 14(2)"),
        ("successor", "ARL 14(2)", "ARL 14(2)"),
        ("guarded", "ARL 14(3)", "ARL 14(3)"),
        ("self_employed", "ARR2026 12(1)", "ARL 14(1)"),
        ("household", "ARR2026 12(2)", "ARL 14(1)"),
        ("partnership", "ARR2026 13(1)", "ARR2007 6(1)"),
        ("unincorporated", "ARR2026 13(2)", "ARR2007 6(2)"),
        ("board", "ARR2026 14", "ARR2007 7"),
        ("collective", "ARR2026 15(1)", "ARL 14(1)"),
        ("owners_committee", "ARR2026 16(1)", "ARL 14(1)"),
    ],
)
def test_in_whose_name_an_application_is_made(applicant: str, since: str, before: str) -> None:
    """申请人 (ARL 14; ARR2026 12 to 16; ARR2007 6, 7)."""
    assert since in cited(filed(SINCE, applicant=applicant))
    assert before in cited(filed(BEFORE, applicant=applicant))


@pytest.mark.parametrize(("on", "article"), [(BEFORE, "ARR2007 22"), (SINCE, "ARR2026 29")])
def test_who_names_a_wrong_respondent_is_told_to_change_it(on: str, article: str) -> None:
    """错列被申请人的，告知变更 (ARR2007 22; ARR2026 29)."""
    wrong = {"respondent": "某派出所", "capacity": "unauthorised", "behind": "620700-gongan"}
    answer = filed(on, **wrong, authority="620700-government")
    assert (answer.result, article in cited(answer)) == ("change_respondent", True)
    assert answer.values["respondents"] == ["620700-gongan"]


def test_who_refuses_to_change_the_respondent_is_declined() -> None:
    """不同意变更的，不予受理 (ARR2026 29)."""
    wrong = {"respondent": "某公司", "capacity": "entrusted", "behind": "620702-chengguan"}
    answer = filed(**wrong, refuses_change=True)
    assert (answer.result, "ARR2026 29" in cited(answer)) == ("decline", True)
