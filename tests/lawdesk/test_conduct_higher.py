"""办案事项: the authority above, documents, letters, cost (ARL 35, 38, 40, 56 to 60, 76, 87)."""

import pytest

from tests.lawdesk.conducting import NEW, OLD, conduct, dated, found, says
from tests.lawdesk.reconsidering import cited

GROUNDS = ["public", "novel", "guiding", "other"]


@pytest.mark.parametrize("ground", GROUNDS)
def test_four_grounds_take_a_case_up_since_july_2026(ground: str) -> None:
    """提级审理的四种情形 (ARR2026 40)."""
    answer = conduct("elevation", elevation=ground)
    assert answer.result == "may"
    assert found(answer, f"ARR2026 40(1)({GROUNDS.index(ground) + 1})") == [True]


def test_until_june_2026_the_law_alone_let_an_authority_take_a_case_up() -> None:
    """根据需要可以审理下级管辖的案件，没有情形和期限 (ARL 38)."""
    facts = {"initiative": "lower", "instructed_on": "2026-06-15"}
    answer = conduct("elevation", OLD, **facts)
    assert (answer.result, cited(answer), answer.proofs) == ("may", ["ARL 38(2)"], ())
    assert conduct("elevation", NEW).result == "unclear"


@pytest.mark.parametrize(
    ("instructed_on", "until"),
    [
        pytest.param("2026-09-22", "2026-09-30", id="five working days over Mid-Autumn"),
        pytest.param("2026-07-03", "2026-07-10", id="five from a Friday end on a Friday"),
    ],
)
def test_the_file_is_handed_over_in_five_working_days(instructed_on: str, until: str) -> None:
    """五个工作日内移送案件材料 (ARR2026 40)."""
    answer = conduct("elevation", elevation="novel", instructed_on=instructed_on)
    assert dated(answer) == {"移送案件材料期限": until}


@pytest.mark.parametrize(
    ("track", "until"),
    [
        pytest.param("ordinary", "2026-11-30", id="sixty days end on a Sunday and roll"),
        pytest.param("simplified", "2026-10-30", id="thirty days of a simplified case"),
    ],
)
def test_the_period_starts_again_with_the_file(track: str, until: str) -> None:
    """审理期限自收到案件材料之日起重新计算 (ARR2026 40; ARL 62)."""
    facts = {"elevation": "public", "file_received_on": "2026-09-30", "track": track}
    assert dated(conduct("elevation", **facts)) == {"审理期限": until}


@pytest.mark.parametrize(
    ("wrong", "justified", "result", "article"),
    [
        pytest.param("suspended", False, "must", "ARL 40", id="an unjust suspension is ended"),
        pytest.param("suspended", True, "barred", "ARL 40", id="a just one stands"),
        pytest.param("declined", False, "must", "ARL 35", id="an unjust refusal is corrected"),
        pytest.param("overdue", False, "must", "ARL 35", id="so is silence past the period"),
        pytest.param("dismissed", None, "unclear", "ARL 35", id="the reasons must be looked at"),
    ],
)
def test_the_authority_above_corrects_what_is_unjust(
    wrong: str, justified: object, result: str, article: str
) -> None:
    """上级责令纠正、恢复审理 (ARL 35, 40)."""
    answer = conduct("correction", wrong=wrong, justified=justified)
    assert (answer.result, article in cited(answer)) == (result, True)


def test_the_regulation_of_2007_went_step_by_step() -> None:
    """先行督促、责令限期受理；责令恢复审理 (ARR2007 31, 48)."""
    old, new = (conduct("correction", on, wrong="declined", justified=False) for on in (OLD, NEW))
    assert ("ARR2007 31" in cited(old), "ARR2007 31" in cited(new)) == (True, False)
    dismissed = conduct("correction", OLD, wrong="dismissed", justified=False)
    assert "ARR2007 48(2)" in cited(dismissed)


def test_a_competent_authority_handles_a_document_itself() -> None:
    """三十日处理，三日通知制定机关，十日答复 (ARL 56, 58; ARR2026 53), over two feasts of 2026."""
    answer = conduct(
        "document",
        competent=True,
        suspended_on="2026-09-15",
        issuer_notified_on="2026-09-18",
    )
    assert dated(answer) == {
        "附带审查处理期限": "2026-10-15",
        "书面通知制定机关期限": "2026-09-18",
        "制定机关答复期限": "2026-10-09",
    }
    assert {"ARR2026 53(2)", "ARL 58(2)", "ARL 39(1)(9)"} <= set(cited(answer))


def test_one_that_is_not_competent_passes_it_on() -> None:
    """七日转送，六十日回复 (ARL 57, 60), over the Dragon Boat Festival 2026."""
    facts = {"suspended_on": "2026-06-15", "forwarded_to_on": "2026-06-26", "ex_officio": True}
    answer = conduct("document", OLD, competent=False, **facts)
    assert dated(answer) == {"转送期限": "2026-06-25", "回复处理意见期限": "2026-08-25"}
    assert "ARR2026 53(2)" not in cited(answer)
    assert conduct("document").result == "unclear"


@pytest.mark.parametrize(
    ("on", "flaw", "article"),
    [
        pytest.param(NEW, "powers", "ARR2026 54 item 1", id="beyond powers"),
        pytest.param(NEW, "no_basis", "ARR2026 54 item 3", id="a burden without basis"),
        pytest.param(OLD, "conflict", "ARL 59", id="against a higher norm, until June 2026"),
    ],
)
def test_an_unlawful_clause_is_stopped_and_corrected(on: str, flaw: str, article: str) -> None:
    """停止执行，责令纠正 (ARL 59; ARR2026 54)."""
    answer = conduct("document", on, competent=True, flaw=flaw)
    assert article in cited(answer)
    assert "停止该条款的执行" in says(answer)


def test_a_lawful_clause_is_told_in_the_decision() -> None:
    """合法的，在决定书中一并告知 (ARL 59)."""
    answer = conduct("document", competent=True, flaw="none")
    assert found(answer, "ARL 59") == [True]
    assert "停止该条款的执行" not in says(answer)


def test_a_rule_is_no_document_to_attack_nor_is_one_named_too_late() -> None:
    """规章不能附带审查；决定作出后不能再提 (ARL 13; ARR2026 53)."""
    assert conduct("document", document="rule", competent=True).result == "barred"
    late = conduct("document", document="local", later=True, decided=True, competent=True)
    assert (late.result, cited(late)) == ("barred", ["ARR2026 53(1)"])


def test_a_surcharge_stands_still_and_the_act_goes_on() -> None:
    """加处罚款在复议期间不予计算；行政行为不停止执行 (APL 73; ARL 42)."""
    surcharge = conduct("pending", measure="surcharge")
    assert (surcharge.result, "APL 73(3)" in cited(surcharge)) == ("must", True)
    assert conduct("pending", measure="other").result == "barred"


@pytest.mark.parametrize(
    ("on", "facts", "result", "article"),
    [
        pytest.param(
            *(NEW, {"event": True, "harmless": True, "secured": True}, "must", "PSPL 126(1)"),
            id="an exam, no danger, a deposit",
        ),
        pytest.param(
            *(NEW, {"event": False, "harmless": True, "secured": True}, "barred", "PSPL 126(1)"),
            id="nothing of the kind",
        ),
        pytest.param(
            *(NEW, {"event": True}, "may", "PSPL 126(1)"), id="the police have not found yet"
        ),
        pytest.param(
            *("2025-12-31", {"harmless": True, "secured": True}, "must", "PSPL2012 107"),
            id="the law of 2012 asked for no such event",
        ),
    ],
)
def test_when_a_detention_is_deferred(
    on: str, facts: dict[str, bool], result: str, article: str
) -> None:
    """暂缓执行行政拘留 (PSPL 126; PSPL2012 107; APL 73)."""
    answer = conduct("pending", on, measure="detention", **facts)
    assert answer.result == result
    assert {article, "APL 73(2)"} <= set(cited(answer))


def test_reconsideration_costs_nothing_but_an_appraisal() -> None:
    """不得收费 (ARL 87); 鉴定费用由当事人承担 (ARR2026 46; ARR2007 37)."""
    assert conduct("fees").result == "barred"
    assert conduct("fees", cost="copying").result == "barred"
    for on, article in ((NEW, "ARR2026 46"), (OLD, "ARR2007 37")):
        answer = conduct("fees", on, cost="appraisal")
        assert (answer.result, cited(answer)) == ("must", [article, "ARL 87"])


@pytest.mark.parametrize(
    ("on", "finding", "result"),
    [
        pytest.param(NEW, "illegal", "may", id="an illegal act"),
        pytest.param(NEW, "improper", "may", id="an improper one"),
        pytest.param(NEW, "aftermath", "barred", id="no longer mere aftermath"),
        pytest.param(OLD, "aftermath", "may", id="aftermath until June 2026"),
        pytest.param(NEW, None, "unclear", id="what was found must be told"),
    ],
)
def test_when_an_opinion_letter_is_sent(on: str, finding: object, result: str) -> None:
    """行政复议意见书 (ARL 76; ARR2007 57)."""
    assert conduct("opinion_letter", on, finding=finding).result == result


@pytest.mark.parametrize(
    ("received_on", "until"),
    [
        pytest.param("2026-09-01", "2026-11-02", id="sixty days end on a Saturday and roll"),
        pytest.param("2026-05-06", "2026-07-06", id="sixty days end on a Sunday and roll"),
    ],
)
def test_correction_is_reported_within_sixty_days(received_on: str, until: str) -> None:
    """六十日内报送纠正情况 (ARL 76)."""
    answer = conduct("opinion_letter", finding="illegal", received_on=received_on)
    assert dated(answer) == {"报送纠正情况期限": until}


@pytest.mark.parametrize(
    ("on", "level", "result", "article"),
    [
        pytest.param(NEW, "document", "may", "ARR2026 69", id="also of normative documents now"),
        pytest.param(NEW, "law", "may", "ARR2026 69", id="of laws"),
        pytest.param(OLD, "rule", "may", "ARR2007 57(2)", id="of rules until June 2026"),
        pytest.param(OLD, "document", "silent", "ARR2007 57(2)", id="not of documents then"),
    ],
)
def test_the_body_recommends_where_a_problem_is_general(
    on: str, level: str, result: str, article: str
) -> None:
    """行政复议建议书，没有答复期限 (ARR2026 69; ARR2007 57; RULES 48)."""
    answer = conduct("recommendation", on, level=level, general=True)
    assert (answer.result, {article, "RULES 48"} <= set(cited(answer))) == (result, True)
    assert answer.proofs == ()


def test_a_single_case_is_no_matter_for_a_recommendation() -> None:
    """须是带有普遍性的问题 (ARR2026 69)."""
    assert conduct("recommendation", general=False).result == "barred"
    assert conduct("recommendation").result == "unclear"


@pytest.mark.parametrize(
    ("task", "old", "new"),
    [
        pytest.param("report", ["ARR2007 58", "ARR2007 3 item 4"], ["ARR2026 66(2)"], id="report"),
        pytest.param("inspection", ["ARR2007 56"], ["ARR2026 67"], id="inspection"),
        pytest.param("responsibility", ["ARR2007 55"], ["ARR2026 66(1)"], id="responsibility"),
        pytest.param("filing", ["ARR2007 59"], ["ARR2026 67"], id="filing of grave decisions"),
    ],
)
def test_reports_statistics_and_inspection(task: str, old: list[str], new: list[str]) -> None:
    """工作报告、统计、检查 (ARR2026 4, 66, 67; ARR2007 3, 55, 56, 58, 59)."""
    assert set(old) <= set(cited(conduct("oversight", OLD, oversight=task)))
    assert set(new) <= set(cited(conduct("oversight", NEW, oversight=task)))


def test_how_often_a_report_is_made_no_text_says() -> None:
    """“定期”没有写明期间 (ARR2026 66)."""
    assert "没有规定，由本级政府确定" in says(conduct("oversight", oversight="report"))
