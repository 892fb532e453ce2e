"""司法确认: courts that confirm and mediate (PML 29 to 33; CPL 187, 205, 250), real calendar."""

import pytest

from services.mediation.lawdesk.mediation import QUESTION
from tests.lawdesk.answers import last
from tests.lawdesk.reconsidering import ask, cited

CONFIRMING = [
    (
        {"confirm_asked_on": "2026-09-30"},
        *("法院决定是否受理司法确认", "2026-10-08", "JCR 4(1)"),
        "a court decides in three days whether it takes the application",
    ),
    (
        {"confirm_filed_on": "2026-09-01"},
        *("法院审结司法确认", "2026-10-08", "CPL 187"),
        "and concludes in thirty days from filing",
    ),
    (
        {"confirm_filed_on": "2026-09-01", "confirm_longer": "30d"},
        *("法院审结司法确认", "2026-11-02", "CPL 187"),
        "longer with its president's leave, from the unrolled end",
    ),
    (
        {"confirm_ruled_on": "2026-09-16"},
        *("当事人对司法确认提出异议", "2026-10-08", "CPI 372"),
        "a party objects in fifteen days",
    ),
    (
        {"confirm_known_on": "2026-04-10"},
        *("利害关系人对司法确认提出异议", "2026-10-10", "CPI 372"),
        "a third person in six months, to a Saturday that is worked",
    ),
    (
        {"last_instalment_on": "2024-10-11", "perform_by": "2024-03-01"},
        *("经司法确认后申请执行", "2026-10-12", "CPL 250(2)"),
        "by instalments it is enforced within two years of the last one",
    ),
    (
        {"confirm_ruled_on": "2024-05-11"},
        *("经司法确认后申请执行", "2026-05-11", "CPL 250(2)"),
        "without a time to perform within two years of the ruling",
    ),
]


@pytest.mark.parametrize(
    ("facts", "term", "end", "article"),
    [row[:4] for row in CONFIRMING],
    ids=[row[4] for row in CONFIRMING],
)
def test_a_court_confirms_in_its_time(
    facts: dict[str, str], term: str, end: str, article: str
) -> None:
    """受理三日、审结三十日、异议十五日或者六个月、执行二年 (JCR 4; CPL 187, 250; CPI 372)."""
    answer = ask(QUESTION, matter="linli", **facts)
    assert (last(answer, term), article in cited(answer)) == (end, True)


def test_the_rules_of_2011_yield_to_the_law_and_cost_nothing() -> None:
    """十五日加十日、一年让位；不收取费用 (JCR 5, 10, 11; CPL 187; CPI 372)."""
    answer = ask(QUESTION, matter="linli", form="oral", agreed_on="2026-09-01")
    texts = [reason.text for reason in answer.reasons]
    assert any("十五日加十日让位" in text for text in texts)
    assert any("一年（2011年规定）让位" in text for text in texts)
    assert "JCR 11" in cited(answer)


@pytest.mark.parametrize(
    ("term", "end"),
    [
        pytest.param("立案后调解（普通程序）", "2026-10-08", id="fifteen days"),
        pytest.param("立案后调解（简易程序）", "2026-09-23", id="seven in summary procedure"),
    ],
)
def test_what_a_court_has_filed_is_mediated_in_its_time(term: str, end: str) -> None:
    """立案后委托：普通程序十五日，简易程序七日 (ONLINE_MEDIATION 24)."""
    answer = ask(QUESTION, matter="jiedai", kind="court", entrusted_on="2026-09-16")
    assert last(answer, term) == end
    assert "INVITED_MEDIATION 27" in cited(answer)


def test_what_an_agreement_is_worth_is_told_before_there_is_one() -> None:
    """没有达成协议时也告知协议的生效、效力和共同申请司法确认 (PML 29 to 33; CPL 205, 206)."""
    answer = ask(QUESTION, matter="linli")
    asked = {"PML 29(2)", "PML 30", "PML 31", "PML 32", "PML 33(1)", "CPL 206", "CPL 250(2)"}
    assert asked <= set(cited(answer))
    assert "双方可以自协议生效之日起30日内共同申请司法确认" in {r.text for r in answer.reasons}
    assert not [proof for proof in answer.proofs if proof.article.code == "PML 33(1)"]


@pytest.mark.parametrize(
    ("matter", "kind"),
    [
        pytest.param("laodong", "labour", id="a labour agreement has its own article"),
        pytest.param("huanjing", "administrative", id="a department's agreement is a contract"),
    ],
)
def test_the_effect_of_a_committees_agreement_is_told_of_no_other(matter: str, kind: str) -> None:
    """人民调解协议的效力规定不及于劳动争议调解和行政调解 (PML 31; LDMA 14)."""
    answer = ask(QUESTION, matter=matter, kind=kind, form="written", agreed_on="2026-09-21")
    assert not {"PML 29(2)", "PML 31", "PML 32"} & set(cited(answer))


def test_what_is_not_mediated_has_no_agreement_to_confirm() -> None:
    """不以调解处理的，不谈协议和司法确认 (PETITION 31)."""
    assert not {"PML 31", "CPL 205 item 2"} & set(cited(ask(QUESTION, matter="xinfang")))
