"""复议前置 (ARL 23, 34; ARR2026 26, 30, 31), on the real calendar."""

import pytest

from services.reconsideration.lawdesk.compulsory_first import QUESTION
from tests.lawdesk.reconsidering import ask, cited, last_days

BEFORE, SINCE = "2026-06-30", "2026-07-01"


@pytest.mark.parametrize(
    ("facts", "result", "article"),
    [
        pytest.param(
            *({"act": "penalty", "on_the_spot": True}, "required", "ARL 23(1)(1)"),
            id="a penalty given on the spot comes first",
        ),
        pytest.param(
            *({"act": "penalty", "on_the_spot": False}, "free", "ARL 23(1)(1)"),
            id="a penalty in the ordinary procedure leaves the choice",
        ),
        pytest.param(
            *({"act": "penalty"}, "conditional", "ARL 23(1)(1)"),
            id="of a penalty it must be found out whether it was given on the spot",
        ),
        pytest.param(
            *({"act": "resource_title", "title_held": True}, "required", "ARL 23(1)(2)"),
            id="a right to land already obtained is defended in reconsideration first",
        ),
        pytest.param(
            *({"act": "resource_title", "title_held": False}, "free", "ARL 23(1)(2)"),
            id="a right that nobody held yet leaves the choice",
        ),
        pytest.param(
            *({"act": "expropriation", "title_held": True}, "conditional", "ARL 23(1)(2)"),
            id="whether an expropriation of a right already held comes first is not settled",
        ),
        pytest.param(
            *({"act": "expropriation"}, "free", "ALL 44(1)"),
            id="an expropriation leaves the choice",
        ),
        pytest.param(
            *({"act": "agreement"}, "free", "ALL 44(1)"),
            id="an administrative agreement leaves the choice",
        ),
        pytest.param(
            *({"act": "other", "by_law": "tax"}, "required", "ARL 23(1)(5)"),
            id="a dispute over an amount of tax comes first by its own law",
        ),
        pytest.param(
            *({"act": "other", "respondent": "620702-shuishou"}, "conditional", "ARL 23(1)(5)"),
            id="of a tax organ it must be found out whether the tax itself is disputed",
        ),
        pytest.param(
            *(
                {"act": "penalty", "respondent": "620702-shuishou", "by_law": "none"}
                | {"on_the_spot": False},
                "free",
                "ARL 23(1)(1)",
            ),
            id="a tax organ's penalty in the ordinary procedure leaves the choice",
        ),
    ],
)
def test_whether_reconsideration_comes_first(
    facts: dict[str, object], result: str, article: str
) -> None:
    """应当先申请行政复议的情形 (ARL 23)."""
    answer = ask(QUESTION, **facts, on=SINCE)
    assert (answer.result, article in cited(answer)) == (result, True)


@pytest.mark.parametrize("act", ["licence", "inaction", "benefit", "disclosure"])
@pytest.mark.parametrize("response", ["not_accepted", "unanswered", "unperformed"])
def test_silence_on_a_request_comes_first(act: str, response: str) -> None:
    """法定期限内未受理、不答复、不履行的，前置 (ARR2026 30)."""
    answer = ask(QUESTION, act=act, response=response, on=SINCE)
    assert (answer.result, "ARR2026 30(1)" in cited(answer)) == ("required", True)


@pytest.mark.parametrize("response", ["refused", "declined", "partly"])
def test_an_express_refusal_is_no_inaction_since_july_2026(response: str) -> None:
    """明示拒绝、明确不予受理、不完全履行，不属于未履行法定职责 (ARR2026 30)."""
    since = ask(QUESTION, act="inaction", response=response, on=SINCE)
    before = ask(QUESTION, act="inaction", response=response, on=BEFORE)
    assert (since.result, "ARR2026 30(2)" in cited(since)) == ("free", True)
    assert (before.result, "ARL 23(1)(3)" in cited(before)) == ("required", True)


def test_before_july_2026_no_text_spoke_of_a_refused_benefit() -> None:
    """没有明文的，先申请复议为稳妥 (ARL 23)."""
    assert ask(QUESTION, act="benefit", response="refused", on=BEFORE).result == "conditional"


@pytest.mark.parametrize(
    ("disclosure", "before", "since"),
    [
        pytest.param("withheld", "required", "required", id="information withheld comes first"),
        pytest.param(
            "partly_withheld", "required", "required", id="so does information withheld in part"
        ),
        pytest.param("absent", "conditional", "free", id="that there is none leaves the choice"),
        pytest.param("not_ours", "conditional", "free", id="so does that it is another organ's"),
        pytest.param("other", "free", "free", id="and any other answer"),
    ],
)
def test_of_information_only_what_is_withheld_comes_first(
    disclosure: str, before: str, since: str
) -> None:
    """以第十四条至第十六条为由全部或者部分不予公开的，前置 (ARR2026 31)."""
    results = [
        ask(QUESTION, act="disclosure", disclosure=disclosure, on=on).result
        for on in (BEFORE, SINCE)
    ]
    assert results == [before, since]


@pytest.mark.parametrize(
    ("field", "fine", "organisation", "done_on", "within"),
    [
        pytest.param("general", 200, False, "2026-03-02", True, id="200 yuan for a person"),
        pytest.param("general", 201, False, "2026-03-02", False, id="not 201 for a person"),
        pytest.param("general", 3000, True, "2026-03-02", True, id="3000 for an organisation"),
        pytest.param("general", 3001, True, "2026-03-02", False, id="not 3001 for one"),
        pytest.param("security", 500, False, "2026-01-01", True, id="500 for security from 2026"),
        pytest.param("security", 500, False, "2025-12-31", False, id="not yet in 2025"),
        pytest.param("security", 200, False, "2025-12-31", True, id="200 for security in 2025"),
        pytest.param("traffic", 200, False, "2026-03-02", True, id="200 in traffic"),
        pytest.param("traffic", 201, True, "2026-03-02", False, id="not 201 in traffic"),
    ],
)
def test_how_high_a_fine_may_be_given_on_the_spot(
    *,
    field: str,
    fine: int,
    organisation: bool,
    done_on: str,
    within: bool,
) -> None:
    """当场处罚的限额，按处罚之日的法律 (APL 51; PSPL 119; ROAD 107)."""
    facts = {"field": field, "fine_yuan": fine, "organisation": organisation, "done_on": done_on}
    answer = ask(QUESTION, act="penalty", on_the_spot=True, **facts)
    assert [each.met for each in answer.reasons if "限额" in each.text] == [within]


def test_a_fine_above_the_limit_that_was_given_on_the_spot_still_comes_first() -> None:
    """当场作出的即前置，不论应否当场作出 (ARL 23)."""
    answer = ask(QUESTION, act="penalty", on_the_spot=True, fine_yuan=1000, on=SINCE)
    assert answer.result == "required"
    assert any("仍然前置" in each.text for each in answer.reasons)


def test_who_was_not_told_and_sued_does_not_lose_the_days_of_the_suit() -> None:
    """没有告知而直接起诉的，起诉期间不计入 (ARL 23; ARR2026 26)."""
    facts = {"act": "penalty", "on_the_spot": True, "told_first": False}
    assert "ARR2026 26" in cited(ask(QUESTION, **facts, on=SINCE))
    assert "ARR2026 26" not in cited(ask(QUESTION, **facts, on=BEFORE))
    duty = next(each for each in ask(QUESTION, **facts).reasons if "告知" in each.text)
    assert duty.met is False


@pytest.mark.parametrize(
    ("ended", "on", "last"),
    [
        pytest.param("declined", "2026-09-15", "2026-09-30", id="fifteen calendar days"),
        pytest.param("declined", "2026-09-16", "2026-10-08", id="past the National Day week"),
        pytest.param("dismissed", "2025-01-11", "2025-01-26", id="a Sunday worked ends it"),
        pytest.param("dismissed", "2025-01-13", "2025-02-05", id="past the Spring Festival"),
        pytest.param("overdue", "2024-03-20", "2024-04-07", id="to the Sunday after Qingming"),
        pytest.param("overdue", "2024-05-26", "2024-06-11", id="past the Dragon Boat Monday"),
    ],
)
def test_the_way_to_court_is_open_for_fifteen_days(ended: str, on: str, last: str) -> None:
    """不予受理、驳回申请、逾期不答复的，十五日内起诉 (ARL 34)."""
    answer = ask(QUESTION, act="penalty", on_the_spot=True, ended=ended, ended_on=on)
    assert last_days(answer) == {"ARL 34": last}


def test_where_the_choice_was_free_the_fifteen_days_of_this_article_do_not_run() -> None:
    """第三十四条只适用于前置 (ARL 34)."""
    answer = ask(QUESTION, act="expropriation", ended="declined", ended_on="2026-09-15")
    assert answer.proofs == ()


def test_an_act_of_june_that_is_contested_in_july_is_flagged() -> None:
    """没有过渡规定的，按采取步骤之日的规定，并提示跨越新旧规定 (ARR2026 77)."""
    facts = {"act": "inaction", "response": "refused"}
    straddling = ask(QUESTION, **facts, done_on="2026-06-15", on="2026-07-02")
    assert (straddling.result, "ARR2026 77" in cited(straddling)) == ("free", True)
    assert "ARR2026 77" not in cited(ask(QUESTION, **facts, done_on="2026-07-01", on="2026-07-02"))


def test_what_is_not_known_is_named_with_what_it_would_change() -> None:
    answer = ask(QUESTION, act="disclosure", on=SINCE)
    assert [each.field for each in answer.assumed] == ["disclosure", "response"]
    assert all(each.changes for each in answer.assumed)


@pytest.mark.parametrize(
    ("done_on", "code"), [("2025-12-31", "PSPL2012 100"), ("2026-01-01", "PSPL 119")]
)
def test_a_security_fine_on_the_spot_is_held_to_the_law_of_its_day(done_on: str, code: str) -> None:
    """当场处罚的限额，2026年1月1日起由二百元改为五百元 (PSPL 119)."""
    answer = ask(
        QUESTION, act="penalty", on_the_spot=True, field="security", fine_yuan=300, done_on=done_on
    )
    assert code in cited(answer)


@pytest.mark.parametrize(
    ("by_law", "basis"),
    [
        pytest.param("tax", "《税收征收管理法》第88条第1款", id="disputes over tax"),
        pytest.param(
            "customs_duty", "《关税法》第66条第1款", id="duties, but no penalty of customs"
        ),
        pytest.param("foreign_exchange", "《外汇管理条例》第51条", id="foreign exchange"),
        pytest.param("price", "《价格违法行为行政处罚规定》第20条", id="penalties over prices"),
        pytest.param("concentration", "《反垄断法》第65条第1款", id="concentrations"),
        pytest.param("espionage", "《反间谍法》第68条", id="acts against espionage"),
    ],
)
def test_another_law_that_puts_reconsideration_first_is_named(by_law: str, basis: str) -> None:
    """法律、行政法规规定前置的其他情形，写明条文 (ARL 23)."""
    answer = ask(QUESTION, act="penalty", on_the_spot=False, by_law=by_law)
    assert answer.result == "required"
    assert any(basis in r.text for r in answer.reasons if r.article and r.article.number == 23)
