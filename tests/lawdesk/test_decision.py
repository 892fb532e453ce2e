"""决定种类 (ARL 33, 61 to 72; ARR2026 52, 57 to 65), from findings to the kind of decision."""

from typing import Any, Final

import pytest

from services.reconsideration.lawdesk.decision import QUESTION
from tests.lawdesk.reconsidering import ask, cited

SOUND: Final[dict[str, Any]] = {
    "facts_clear": True,
    "basis": "right",
    "procedure": "lawful",
    "beyond_powers": False,
    "proper": True,
}
BEFORE, SINCE = "2026-06-30", "2026-07-01"
UNCLEAR: Final[dict[str, Any]] = {"facts_clear": False}
VIOLATED: Final[dict[str, Any]] = {"procedure": "violated"}
GRAVE: Final[dict[str, Any]] = {"grave": True, "asks_invalid": True}


@pytest.mark.parametrize(
    ("facts", "result", "article"),
    [
        pytest.param({}, "upheld", "ARL 68", id="a sound act is maintained"),
        pytest.param(
            {"proper": False}, "changed", "ARL 63(1)(1)", id="an improper content is changed"
        ),
        pytest.param(
            *({"basis": "misapplied"}, "changed", "ARL 63(1)(2)"),
            id="a basis wrongly applied is put right by a change",
        ),
        pytest.param(
            *({**UNCLEAR, "cleared": True}, "changed", "ARL 63(1)(3)"),
            id="facts that the authority cleared lead to a change",
        ),
        pytest.param(UNCLEAR, "revoked", "ARL 64(1)(1)", id="facts left unclear revoke the act"),
        pytest.param(
            *({**UNCLEAR, "partly": True}, "revoked_in_part", "ARL 64(1)(1)"),
            id="of an act wrong in part, that part is revoked",
        ),
        pytest.param(VIOLATED, "revoked", "ARL 64(1)(2)", id="a procedure violated revokes it"),
        pytest.param(
            {"basis": "unlawful"}, "revoked", "ARL 64(1)(3)", id="so does an unlawful basis"
        ),
        pytest.param(
            *({"beyond_powers": True}, "revoked", "ARL 64(1)(4)"),
            id="so do powers exceeded or abused",
        ),
        pytest.param(
            *({**VIOLATED, "harms_public": True}, "confirmed_illegal", "ARL 65(1)(1)"),
            id="what cannot be revoked without grave public harm is found illegal",
        ),
        pytest.param(
            *({"procedure": "slight"}, "confirmed_illegal", "ARL 65(1)(2)"),
            id="a slight fault of procedure without effect is found illegal",
        ),
        pytest.param(
            *({**UNCLEAR, "nothing_to_revoke": True}, "confirmed_illegal", "ARL 65(2)(1)"),
            id="an illegal act with nothing left to revoke is found illegal",
        ),
        pytest.param(
            *({**UNCLEAR, "respondent_changed": True}, "confirmed_illegal", "ARL 65(2)(2)"),
            id="so is one that its organ has changed, if the applicant insists",
        ),
        pytest.param(
            GRAVE, "confirmed_invalid", "ARL 67", id="a void act is found invalid if asked"
        ),
        pytest.param(
            *({"grave": True}, "revoked", "ARL 64(1)(4)"),
            id="a void act that nobody asked to find invalid is revoked",
        ),
        pytest.param(
            *({"asks_invalid": True, "insists_invalid": True}, "request_dismissed"),
            *("ARR2026 61(1)(1)",),
            id="who insists on invalidity of an act not void is dismissed",
        ),
        pytest.param(
            *({"asks_invalid": True, **UNCLEAR, "insists_invalid": False}, "revoked"),
            *("ARL 64(1)(1)",),
            id="who yields to the explanation has the act judged as it is",
        ),
        pytest.param(
            *({"basis": "unlawful_replaceable"}, "changed", "ARR2026 57(2)"),
            id="an unlawful basis that a lawful one replaces leads to a change",
        ),
        pytest.param(
            *({"proper": False, "worse": True}, "request_dismissed", "ARR2026 61(1)(3)"),
            id="a change for the worse is not made, the request is dismissed",
        ),
        pytest.param(
            *({"proper": False, "worse": True, "opposite_request": True}, "changed"),
            *("ARL 63(2)",),
            id="unless a third person asked the opposite",
        ),
        pytest.param(
            {"qualifies": False}, "application_dismissed", "ARL 33", id="a bad application goes"
        ),
    ],
)
def test_findings_about_an_act(facts: dict[str, Any], result: str, article: str) -> None:
    """行政行为的决定种类 (ARL 33, 63 to 68; ARR2026 57, 61)."""
    answer = ask(QUESTION, on=SINCE, **{**SOUND, **facts})
    assert (answer.result, article in cited(answer)) == (result, True)


@pytest.mark.parametrize(
    ("duty", "result", "article"),
    [
        pytest.param("none", "request_dismissed", "ARL 69", id="who has no such duty"),
        pytest.param("done_before", "request_dismissed", "ARL 69", id="who did it in time"),
        pytest.param(
            "prevented", "request_dismissed", "ARR2026 61(1)(2)", id="whom force majeure kept"
        ),
        pytest.param("pointless", "confirmed_illegal", "ARL 65(2)(3)", id="when it is too late"),
        pytest.param("open", "performance_ordered", "ARL 66", id="who still can must"),
    ],
)
def test_findings_about_an_omission(duty: str, result: str, article: str) -> None:
    """不履行法定职责的决定种类 (ARL 65, 66, 69; ARR2026 61)."""
    answer = ask(QUESTION, on=SINCE, duty=duty)
    assert (answer.result, article in cited(answer)) == (result, True)


@pytest.mark.parametrize(
    ("facts", "result", "article"),
    [
        pytest.param(
            *({"breach": "not_concluded"}, "agreement_enforced", "ARL 71(1)"),
            id="an agreement refused is ordered",
        ),
        pytest.param(
            *({"breach": "not_performed"}, "agreement_enforced", "ARL 71(1)"),
            id="an agreement broken is enforced",
        ),
        pytest.param(
            *({"breach": "lawful_change_unpaid"}, "agreement_compensated", "ARL 71(2)"),
            id="a lawful change is paid for",
        ),
        pytest.param(
            *({"breach": "unlawful_change"}, "revoked", "ARR2026 62 item 3"),
            id="an unlawful change is revoked",
        ),
        pytest.param(
            *({"breach": "voidable"}, "agreement_ended", "ARR2026 62 item 4"),
            id="an agreement may itself be revoked",
        ),
    ],
)
def test_findings_about_an_agreement(facts: dict[str, Any], result: str, article: str) -> None:
    """行政协议的决定种类 (ARL 71; ARR2026 62)."""
    answer = ask(QUESTION, on=SINCE, **facts)
    assert (answer.result, article in cited(answer)) == (result, True)


@pytest.mark.parametrize(
    ("facts", "before"),
    [
        pytest.param({"duty": "prevented"}, "unclear", id="force majeure had no text"),
        pytest.param({"basis": "unlawful_replaceable"}, "revoked", id="a bad basis was revoked"),
        pytest.param({"proper": False, "worse": True}, "unclear", id="no worse, but no text"),
        pytest.param({"breach": "unlawful_change"}, "agreement_enforced", id="ARL 71 itself"),
        pytest.param({"breach": "voidable"}, "unclear", id="no text to end an agreement"),
        pytest.param({"asks_invalid": True, "insists_invalid": True}, "upheld", id="no dismissal"),
    ],
)
def test_before_july_2026_the_regulation_did_not_say_it(facts: dict[str, Any], before: str) -> None:
    """2026年7月1日前没有这些规定 (ARR2026 57, 61, 62, 77)."""
    assert ask(QUESTION, on=BEFORE, **{**SOUND, **facts}).result == before


@pytest.mark.parametrize(
    ("facts", "result"),
    [
        pytest.param({}, "revoked", id="silence revokes an act however sound it may be"),
        pytest.param({"partly": True}, "revoked_in_part", id="or the part attacked"),
        pytest.param({"nothing_to_revoke": True}, "confirmed_illegal", id="or finds it illegal"),
        pytest.param(GRAVE, "confirmed_invalid", id="or invalid"),
        pytest.param(
            {"third_party_evidence": True}, "upheld", id="a third person's evidence saves it"
        ),
    ],
)
def test_a_respondent_that_does_not_reply_has_no_evidence(
    facts: dict[str, Any], result: str
) -> None:
    """逾期不答复举证，视为没有证据、依据 (ARL 70)."""
    answer = ask(QUESTION, on=SINCE, replied=False, **{**SOUND, **facts})
    assert (answer.result, "ARL 70" in cited(answer)) == (result, True)


def test_what_has_not_been_found_leaves_the_kind_open() -> None:
    """还有事项没有认定 (ARL 61)."""
    answer = ask(QUESTION, facts_clear=True, procedure="lawful")
    assert answer.result == "unclear"
    assert {"basis", "beyond_powers", "proper"} <= {each.field for each in answer.assumed}


def test_what_a_person_may_choose_is_said() -> None:
    """条文容许几种决定的，逐一列明 (ARL 63 to 71)."""
    slip = ask(QUESTION, on=SINCE, **{**SOUND, "procedure": "slight", "proper": False})
    assert (slip.result, slip.values["open_to"]) == (
        "unclear",
        ["changed", "revoked", "confirmed_illegal"],
    )
    said = "可以决定变更该行政行为或者撤销该行政行为或者确认该行政行为违法"
    assert said in {reason.text for reason in slip.reasons}
    changed = ask(QUESTION, on=SINCE, breach="unlawful_change")
    assert "也可以决定责令被申请人承担协议责任" in {reason.text for reason in changed.reasons}


def test_silence_proves_no_performance_but_the_applicant_may_show_it() -> None:
    """逾期不答复举证的，不得以已经履行驳回请求，申请人自己证明的除外 (ARL 69, 70)."""
    silent = ask(QUESTION, on=SINCE, replied=False, duty="done_before")
    assert (silent.result, "ARL 70" in cited(silent)) == ("performance_ordered", True)
    shown = ask(QUESTION, on=SINCE, replied=False, duty="done_before", applicant_shows=True)
    assert shown.result == "request_dismissed"
