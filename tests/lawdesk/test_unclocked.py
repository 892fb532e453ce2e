"""不设时钟的期限: what only a question reckons stands in the table of rules and can be reckoned."""

import ast
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

import services
from deploy.lawdesk import question, questions
from deploy.lawdesk.asking import BadFacts, ask
from deploy.lawdesk.unclocked import every_unclocked
from tests.lawdesk.test_deadline import SETTING, deadline, refused

EVERY: Final = tuple(every_unclocked())
ALL_RULES: Final[list[dict[str, Any]]] = ask(question("rules"), {}, SETTING).values["rules"]


def test_what_only_a_question_reckons_is_listed_beside_the_rules_of_the_tables() -> None:
    """起诉、强制执行、司法确认、申请的期限与程序表的期限列在一张表里."""
    listed = [one["rule"] for one in ALL_RULES if not one["clock"]]
    assert listed == [one.name for one in EVERY]
    assert {
        "reconsideration.filing.file",
        "reconsideration.remedy.sue_decision",
        "reconsideration.direct.sue_act",
        "reconsideration.enforcement.enforce",
        "reconsideration.hearing.hearing_notice",
        "mediation.confirmation.conclude",
        "adjudication.tudi.sue",
    } <= set(listed)


def test_each_has_a_name_of_its_own_in_each_edition_and_a_question_that_reckons_it() -> None:
    """同一版本内不重名，每一条都写明由哪个提问计算、以什么为依据."""
    named = Counter((one.name, one.rule.since) for one in EVERY)
    assert [name for name, count in named.items() if count > 1] == []
    assert not {one.name for one in EVERY} & {one["rule"] for one in ALL_RULES if one["clock"]}
    assert {one.group.question for one in EVERY} <= {each.name for each in questions()}
    for one in EVERY:
        said = (one.rule.term, one.rule.because)
        assert all("\u4e00" <= each[0] <= "\u9fff" for each in said), one.name


# One table of theirs, reckoned for a case that is not in the hub.
_OF_A_TABLE: Final = {"reconsideration/domain/admission.py", "mediation/domain/confirmation.py"}


def test_no_office_writes_a_period_into_a_proof_by_hand() -> None:
    """期限说明只由列在表里的期限作出: a period that is reckoned cannot be left out of the table."""
    root = Path(str(services.__file__)).parent
    by_hand = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Proof"
    }
    assert by_hand == _OF_A_TABLE


@pytest.mark.parametrize(
    ("rule", "start", "last_day", "article"),
    [
        pytest.param(
            *("remedy.sue_decision", "2026-09-22", "2026-10-08", "ALL 45"),
            id="fifteen days to sue over a decision, past the National Day",
        ),
        pytest.param(
            *("direct.sue_act", "2026-03-31", "2026-09-30", "ALL 46(1)"),
            id="six months to sue directly",
        ),
        pytest.param(
            *("enforcement.enforce", "2026-07-03", "2026-10-08", "COERCION 53"),
            id="three months to ask the court to enforce, past the National Day",
        ),
        pytest.param(
            *("confirmation.conclude", "2026-09-01", "2026-10-08", "CPL 187"),
            id="thirty days for the court to confirm an agreement",
        ),
        pytest.param(
            *("filing.file", "2026-08-03", "2026-10-08", "ARL 20(1)"),
            id="sixty days to apply for reconsideration",
        ),
        pytest.param(
            *("decision.redo", "2026-06-30", "2026-08-31", "ARR2007 49(1)"),
            id="sixty days to act anew by the edition until June 2026",
        ),
        pytest.param(
            *("decision.redo", "2026-07-01", "2026-08-31", "ARR2026 58(1)"),
            id="and by that since July",
        ),
        pytest.param(
            *("yiliao.peoples.调解完毕", "2026-09-01", "2026-10-19", "MEDICAL 38"),
            id="thirty working days of a medical committee, a Sunday and a Saturday worked",
        ),
    ],
)
def test_a_period_without_a_clock_is_reckoned_by_its_name(
    rule: str, start: str, last_day: str, article: str
) -> None:
    """起诉、执行、司法确认、申请的期限也可以按名称计算 (ALL 45, 46; COERCION 53; CPL 187)."""
    answer = deadline(rule=rule, start=start)
    [proof] = answer.proofs
    assert (answer.values["last_day"], proof.article.code) == (last_day, article)


def test_what_no_article_prolongs_is_not_prolonged_and_what_one_does_only_so_far() -> None:
    """起诉期限不得延长；信访事项延长不超过三十日 (ALL 45; PETITION 34)."""
    more = {"by": "31d", "reason": "情况复杂", "article": "PETITION 34"}
    field = "extensions"
    asked = {"rule": "remedy.sue_decision", "start": "2026-09-22", "extensions": [more]}
    assert refused(**asked) == field
    asked = {"rule": "xinfang.none.办结信访事项", "start": "2026-07-01", "extensions": [more]}
    assert refused(**asked) == field
    within = {**asked, "extensions": [{**more, "by": "30d"}]}
    assert deadline(**within).values["last_day"] == "2026-09-29"


def test_where_the_power_itself_is_in_doubt_no_time_to_sue_over_a_ruling_is_reckoned() -> None:
    """2025年7月1日至2026年6月14日矿业权争议能否裁决存疑，不计算起诉期限 (MINERALS 65, 79)."""
    for start, last_day in (("2025-06-30", "2025-12-30"), ("2026-06-15", "2026-12-15")):
        assert deadline(rule="kuangqu.sue", start=start).values["last_day"] == last_day
    assert refused(rule="kuangqu.sue", start="2025-07-01") == "start"
    assert refused(rule="kuangqu.sue", start="2026-06-14") == "start"


def test_a_period_that_is_no_longer_in_force_is_not_reckoned() -> None:
    """协商确定受理机关的十日只适用到2026年6月30日 (ARR2007 30)."""
    last = deadline(rule="receivers.consult", start="2026-06-30").values["last_day"]
    assert last == "2026-07-10"
    with pytest.raises(BadFacts, match=str(date(2026, 6, 30))):
        deadline(rule="receivers.consult", start="2026-07-01")
