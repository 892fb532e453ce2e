"""办案事项: evidence, its taking, and the file (ARL 43 to 48, 54, 70; ARR2026 41 to 49)."""

import pytest

from tests.lawdesk.conducting import NEW, OLD, conduct, dated, found, says
from tests.lawdesk.reconsidering import cited

KINDS = [
    *("document", "object", "recording", "electronic"),
    *("witness", "statement", "appraisal", "record"),
]


@pytest.mark.parametrize("kind", KINDS)
def test_eight_kinds_of_evidence_are_checked_to_be_true(kind: str) -> None:
    """八种证据，经审查属实才能作为根据 (ARL 43)."""
    answer = conduct("burden", kind=kind)
    assert f"ARL 43(1)({KINDS.index(kind) + 1})" in cited(answer)
    assert "ARL 43(2)" in cited(answer)


@pytest.mark.parametrize(
    ("facts", "bears", "article"),
    [
        pytest.param({}, "respondent", "ARL 44(1)", id="legality and propriety: the respondent"),
        pytest.param(
            {"proving": "request"}, "applicant", "ARL 44(2)(1)", id="that one asked: the applicant"
        ),
        pytest.param(
            *({"proving": "request", "ex_officio": True}, None, "ARL 44(2)(1)"),
            id="nobody where the organ had to act by itself",
        ),
        pytest.param(
            *({"proving": "request", "excused": True}, None, "ARL 44(2)(1)"),
            id="nobody where there is a good reason",
        ),
        pytest.param(
            {"proving": "damage"}, "applicant", "ARL 44(2)(2)", id="damage: the applicant"
        ),
        pytest.param(
            *({"proving": "damage", "prevented": True}, "respondent", "ARL 44(2)(2)"),
            id="damage that the respondent made unprovable: the respondent",
        ),
        pytest.param(
            {"proving": "statutory"}, "applicant", "ARL 44(2)(3)", id="what another law says"
        ),
    ],
)
def test_who_proves_what(facts: dict[str, object], bears: object, article: str) -> None:
    """举证责任 (ARL 44)."""
    answer = conduct("burden", **facts)
    assert (answer.values["bears"], article in cited(answer)) == (bears, True)


@pytest.mark.parametrize(
    ("track", "copied_on", "until", "article"),
    [
        pytest.param(
            *("ordinary", "2026-09-22", "2026-10-13", "ARL 48"),
            id="ten working days over Mid-Autumn and National Day",
        ),
        pytest.param(
            *("simplified", "2026-09-22", "2026-09-30", "ARL 54(1)"),
            id="five working days over Mid-Autumn",
        ),
        pytest.param(
            *("ordinary", "2025-01-20", "2025-02-08", "ARL 48"),
            id="ten working days over the Spring Festival 2025 end on a Saturday worked",
        ),
    ],
)
def test_until_when_the_respondent_replies(
    track: str, copied_on: str, until: str, article: str
) -> None:
    """书面答复和举证的期限 (ARL 48, 54, 88)."""
    answer = conduct("reply", track=track, copied_on=copied_on)
    assert dated(answer) == {"书面答复期限": until}
    assert article in cited(answer)


@pytest.mark.parametrize(
    ("submitted_on", "facts", "result"),
    [
        pytest.param("2026-10-13", {}, "must", id="on the last day it is in time"),
        pytest.param("2026-10-14", {}, "unclear", id="later it needs an exception"),
        pytest.param(
            *("2026-10-14", {"new_reasons": True, "agreed": True}, "may"),
            id="new reasons of the applicant, and the body agrees",
        ),
        pytest.param(
            *("2026-10-14", {"new_reasons": True, "agreed": False}, "barred"),
            id="not without the body",
        ),
        pytest.param(
            *("2026-10-14", {"new_reasons": False, "agreed": True}, "barred"),
            id="not without new reasons",
        ),
    ],
)
def test_evidence_that_comes_late(submitted_on: str, facts: dict[str, bool], result: str) -> None:
    """逾期举证及其例外 (ARL 46, 70)."""
    answer = conduct("reply", copied_on="2026-09-22", submitted_on=submitted_on, **facts)
    assert answer.result == result


def test_who_replies_late_has_no_evidence_save_what_a_third_party_brings() -> None:
    """视为没有证据、依据，第三人提供证据的除外 (ARL 70)."""
    facts = {"copied_on": "2026-09-22", "submitted_on": "2026-10-14", "new_reasons": False}
    assert found(conduct("reply", **facts), "ARL 70") == [True]
    assert found(conduct("reply", **facts, third_party_evidence=True), "ARL 70") == [False]
    assert "没有规定申请人、第三人的举证期限" in says(conduct("reply"))


def test_what_a_reply_covers_and_who_gives_it_for_the_authority_itself() -> None:
    """答复的内容；原级复议由原承办部门答复 (ARR2026 41, 42; ARR2007 36)."""
    now, before = (conduct("reply", on, own_act=True) for on in (NEW, OLD))
    assert {"ARR2026 41", "ARR2026 42"} <= set(cited(now))
    assert "ARR2007 36" in cited(before)


@pytest.mark.parametrize(
    ("on", "facts", "result"),
    [
        pytest.param(NEW, {"asked_lawfully": True}, "barred", id="what was kept back is not used"),
        pytest.param(
            NEW, {"asked_lawfully": True, "excused": True}, "may", id="save for a good reason"
        ),
        pytest.param(NEW, {"asked_lawfully": False}, "may", id="or if nobody had asked"),
        pytest.param(NEW, {"excused": True}, "may", id="a good reason is enough by itself"),
        pytest.param(NEW, {}, "unclear", id="whether it was asked for must be known"),
        pytest.param(OLD, {"asked_lawfully": True}, "silent", id="no rule until June 2026"),
    ],
)
def test_evidence_kept_back_before_the_act(on: str, facts: dict[str, bool], result: str) -> None:
    """行政程序中无正当理由未提供的，不予采纳 (ARR2026 47)."""
    assert conduct("withheld", on, **facts).result == result


@pytest.mark.parametrize(
    ("facts", "result"),
    [
        pytest.param({"persons": 2, "shown": True}, "may", id="two who show their papers"),
        pytest.param({"persons": 1, "shown": True}, "barred", id="never one alone"),
        pytest.param({"persons": 2, "shown": False}, "barred", id="never without papers"),
        pytest.param({"side": "respondent"}, "barred", id="the respondent not at all"),
        pytest.param({"side": "applicant"}, "silent", id="of the applicant no text speaks"),
    ],
)
def test_who_takes_evidence_and_how(facts: dict[str, object], result: str) -> None:
    """调查取证不得少于两人，出示证件；被申请人不得自行收集 (ARL 45, 46)."""
    assert conduct("collection", **facts).result == result


@pytest.mark.parametrize(
    ("on", "appraiser", "article", "met"),
    [
        pytest.param(OLD, "own", "ARR2007 37", True, id="a party itself until June 2026"),
        pytest.param(NEW, "own", "ARR2026 46", False, id="no longer since July"),
        pytest.param(NEW, "agreed", "ARR2026 46", True, id="by agreement through the body"),
    ],
)
def test_who_commissions_an_appraisal(on: str, appraiser: str, article: str, met: object) -> None:
    """委托鉴定 (ARR2026 46; ARR2007 37)."""
    assert found(conduct("collection", on, appraiser=appraiser), article)[0] is met


def test_questions_in_person_and_inspections_by_edition() -> None:
    """当面询问、现场勘验 (ARR2026 44, 45; ARR2007 33, 34)."""
    assert {"ARR2026 44", "ARR2026 45"} <= set(cited(conduct("collection", NEW)))
    assert {"ARR2007 33", "ARR2007 34(3)"} <= set(cited(conduct("collection", OLD)))


@pytest.mark.parametrize("excepted", ["state_secret", "business_secret", "privacy", "safety"])
def test_the_file_is_open_save_for_four_kinds_of_material(excepted: str) -> None:
    """查阅、复制及其例外 (ARL 47)."""
    answer = conduct("file_access", excepted=excepted)
    assert (answer.result, found(answer, "ARL 47")[-1]) == ("barred", False)
    assert "其余材料仍应当同意" in answer.says


@pytest.mark.parametrize("side", ["applicant", "third_party", "agent"])
def test_who_may_read_and_copy(side: str) -> None:
    """申请人、第三人及其委托代理人可以查阅、复制 (ARL 47; ARR2026 49; ARR2007 35)."""
    now, before = (conduct("file_access", on, side=side) for on in (NEW, OLD))
    assert (now.result, before.result) == ("must", "must")
    assert ("ARR2026 49" in cited(now), "ARR2007 35" in cited(before)) == (True, True)


def test_of_the_respondent_reading_the_file_no_text_speaks() -> None:
    """法律只规定申请人、第三人及其委托代理人查阅 (ARL 47)."""
    assert conduct("file_access", side="respondent").result == "silent"
