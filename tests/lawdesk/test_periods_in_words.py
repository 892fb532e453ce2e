"""期间的写法 in questions about the law: as a paper writes them."""

import pytest

from deploy.lawdesk import question


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("decision", "perform_within"),
        ("filing", "perform_within"),
        ("remedy", "perform_within"),
        ("remedy", "perform_law"),
        ("mediation", "extension"),
        ("mediation", "confirm_longer"),
        ("adjudication", "extension"),
    ],
)
def test_a_question_takes_a_period_in_words_or_by_its_code(name: str, field: str) -> None:
    """提问里的期限照文书写：三十日、二十个工作日；代号照旧."""
    asked = question(name)
    for said, code in (("三十日", "30d"), ("20个工作日", "20wd"), ("1年", "1y"), ("3m", "3m")):
        facts = asked.facts.model_validate({**asked.example, field: said})
        assert getattr(facts, field) == code
