"""What goes with a decision: time, compensation, record and opinion (ARL 52, 61, 64, 66, 72)."""

from typing import Any

import pytest
from pydantic import ValidationError

from services.reconsideration.lawdesk.decision import QUESTION
from tests.lawdesk.reconsidering import ask, cited, last_days
from tests.lawdesk.test_decision import BEFORE, SINCE, SOUND, UNCLEAR, VIOLATED


@pytest.mark.parametrize(
    ("facts", "article", "until"),
    [
        pytest.param(
            {"on": "2026-10-15", "served_on": "2026-10-20"},
            *("ARR2026 58(1)", "2026-12-21"),
            id="sixty days to act anew, and past a weekend",
        ),
        pytest.param(
            {"on": "2025-08-01", "served_on": "2025-08-05"},
            *("ARR2007 49(1)", "2025-10-09"),
            id="sixty days of the old regulation, past National Day 2025",
        ),
        pytest.param(
            {"on": "2024-04-09", "served_on": "2024-04-10", "perform_within": "30d"},
            *("ARL 64(1)", "2024-05-10"),
            id="thirty days as the decision writes them",
        ),
    ],
)
def test_to_act_anew(facts: dict[str, Any], article: str, until: str) -> None:
    """责令重新作出的期限 (ARL 64; ARR2026 58; ARR2007 49)."""
    answer = ask(QUESTION, **VIOLATED, redo=True, **facts)
    assert last_days(answer) == {article: until}


def test_an_order_to_perform_states_its_time() -> None:
    """责令履行应当写明期限 (ARL 66), ten working days over two feasts."""
    facts = {"served_on": "2026-09-21", "perform_within": "10wd"}
    answer = ask(QUESTION, on="2026-09-18", duty="open", **facts)
    assert answer.values["must_date"] is True
    assert last_days(answer) == {"ARL 66": "2026-10-12"}


def test_what_it_is_pointless_to_order_has_no_time_to_perform() -> None:
    """责令履行没有意义的，只确认违法，不写履行期限 (ARL 65(2)(3))."""
    facts = {"served_on": "2026-09-21", "perform_within": "30d"}
    answer = ask(QUESTION, on="2026-09-18", duty="pointless", **facts)
    assert (answer.result, answer.values["perform_by"]) == ("confirmed_illegal", None)
    assert answer.proofs == ()
    assert any("不写履行期限" in each.text for each in answer.reasons)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        pytest.param(
            VIOLATED, "可以再作相同的行为", id="revoked for procedure, it may be repeated"
        ),
        pytest.param(UNCLEAR, "不得以同一事实和理由", id="revoked on the facts, it may not"),
        pytest.param({**UNCLEAR, **VIOLATED}, "不得以同一事实和理由", id="nor if both are wrong"),
    ],
)
def test_the_same_act_again(facts: dict[str, Any], words: str) -> None:
    """不得以同一事实和理由作出相同的行为 (ARL 64)."""
    texts = [r.text for r in ask(QUESTION, on=SINCE, **facts).reasons]
    assert any(words in text for text in texts)


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        pytest.param(
            {**UNCLEAR, "compensation_asked": True, "compensation_due": True},
            *("granted",),
            id="what is due is awarded with the revocation",
        ),
        pytest.param(
            {**UNCLEAR, "compensation_asked": True, "compensation_due": False},
            *("rejected",),
            id="what is not due is rejected in the same decision",
        ),
        pytest.param(
            {**UNCLEAR, "property_taken": True},
            *("restored",),
            id="property is given back though nobody asked",
        ),
        pytest.param(
            {"procedure": "slight", "property_taken": True},
            *(None,),
            id="but not where the act is only found illegal",
        ),
        pytest.param(
            {**UNCLEAR, "compensation_asked": True}, None, id="it must be found whether it is due"
        ),
    ],
)
def test_compensation_goes_with_the_decision(facts: dict[str, Any], told: str | None) -> None:
    """行政赔偿 (ARL 72; ARR2026 64)."""
    assert ask(QUESTION, on=SINCE, **{**SOUND, **facts}).values["compensation"] == told


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        pytest.param({"grounds": ["grave"], "hearing_held": False}, 2, id="no hearing, no opinion"),
        pytest.param({"grounds": ["technical"]}, 1, id="a technical case without an opinion"),
        pytest.param(
            {"grounds": ["technical"], "opinion": "disagrees", "opinion_adopted": False},
            *(1,),
            id="an opinion not adopted and no reasons",
        ),
        pytest.param(
            {"grounds": ["technical"], "opinion": "agrees", "opinion_adopted": True},
            *(0,),
            id="an opinion adopted",
        ),
        pytest.param({}, 0, id="an ordinary case needs neither"),
    ],
)
def test_what_must_be_there_before(facts: dict[str, Any], missing: int) -> None:
    """听证笔录和咨询意见 (ARL 50, 52, 61; ARR2026 52)."""
    assert len(ask(QUESTION, on=SINCE, **SOUND, **facts).values["missing"]) == missing


def test_before_july_2026_no_decision_at_all_was_to_be_worse() -> None:
    """任何决定不得更为不利 (ARR2007 51), 其后只限变更 (ARL 63)."""
    assert "ARR2007 51" in cited(ask(QUESTION, on=BEFORE, **SOUND))
    assert "ARR2007 51" not in cited(ask(QUESTION, on=SINCE, **SOUND))


@pytest.mark.parametrize("within", ["soon", "2h", "0d", "99999999d"])
def test_a_time_to_perform_is_in_days_months_or_years(within: str) -> None:
    with pytest.raises(ValidationError):
        ask(QUESTION, procedure="violated", redo=True, perform_within=within)


def test_who_is_found_to_have_acted_unlawfully_may_be_told_to_make_it_good() -> None:
    """确认违法的，还可以同时责令采取补救措施；撤销的不另行责令 (ARL 72)."""
    text = "确认违法的，还可以同时责令被申请人采取补救措施"
    found = ask(QUESTION, on=SINCE, **VIOLATED, harms_public=True)
    assert (found.result, "ARL 72(1)" in cited(found)) == ("confirmed_illegal", True)
    assert text in {reason.text for reason in found.reasons}
    revoked = ask(QUESTION, on=SINCE, **VIOLATED)
    assert text not in {reason.text for reason in revoked.reasons}


def test_an_order_to_make_good_states_its_time() -> None:
    """责令采取补救措施的，可以写明期限；没有责令的，只确认违法，不写 (ARL 65, 72, 77)."""
    facts = {"served_on": "2026-09-21", "perform_within": "30d", "nothing_to_revoke": True}
    ordered = ask(QUESTION, on="2026-09-18", **VIOLATED, **facts, remedial=True)
    assert last_days(ordered) == {"ARL 77(1)": "2026-10-21"}
    assert not any("不写履行期限" in each.text for each in ordered.reasons)
    assert ask(QUESTION, on="2026-09-18", **VIOLATED, **facts).values["perform_by"] is None
    revoked = ask(QUESTION, on="2026-09-18", **VIOLATED, remedial=True)
    assert [each.met for each in revoked.reasons if "补救措施" in each.text] == [False]


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        pytest.param({"fined": True}, "应当同时责令返还", id="a fine is given back"),
        pytest.param({"property_taken": True}, "可以责令返还", id="other property may be"),
    ],
)
def test_of_a_change_only_a_fine_must_be_given_back(facts: dict[str, Any], told: str) -> None:
    """变更罚款的，应当同时责令返还，变更其他的没有明文 (ARL 72)."""
    answer = ask(QUESTION, on=SINCE, **{**SOUND, "proper": False}, **facts)
    assert answer.values["compensation"] == "restored"
    assert any(told in each.text for each in answer.reasons)


@pytest.mark.parametrize(
    ("facts", "compensation"),
    [
        pytest.param({}, None, id="an act that stands owes nothing"),
        pytest.param({"duty": "open"}, "granted", id="who must perform may be told to pay"),
        pytest.param({"qualifies": False}, None, id="of a dismissed application nothing is said"),
    ],
)
def test_a_claim_that_is_due_is_never_rejected(
    facts: dict[str, Any], compensation: str | None
) -> None:
    """认定应当赔偿的，不得驳回赔偿请求 (ARL 72)."""
    due = {"compensation_asked": True, "compensation_due": True}
    answer = ask(QUESTION, on=SINCE, **{**SOUND, **facts}, **due)
    assert answer.values["compensation"] == compensation
