"""调解协议: when it is effective, confirmed and enforced (PML 29 to 33; CPL 205, 250)."""

from typing import Any

import pytest

from services.mediation.lawdesk.mediation import QUESTION
from tests.lawdesk.answers import last
from tests.lawdesk.reconsidering import ask, cited


def test_an_oral_agreement_is_confirmed_within_thirty_days() -> None:
    """口头协议自达成之日生效 (PML 30, 33)."""
    facts = {"form": "oral", "agreed_on": "2026-08-31", "on": "2026-09-01"}
    answer = ask(QUESTION, matter="linli", **facts)
    assert (answer.values["effective_on"], answer.values["confirm_by"]) == (
        "2026-08-31",
        "2026-09-30",
    )
    assert (answer.values["confirmation"], "CPL 205 item 2" in cited(answer)) == ("open", True)


def test_a_written_agreement_is_effective_with_its_last_hand() -> None:
    """签章、签名、盖章俱全之日生效；10月5日届满顺延至9日 (PML 29, 33)."""
    facts = {"form": "written", "agreed_on": "2025-09-01", "mediator_on": "2025-09-02"}
    answer = ask(QUESTION, matter="linli", **facts, sealed_on="2025-09-05", on="2025-09-08")
    assert answer.values["effective_on"] == "2025-09-05"
    assert last(answer, "共同申请司法确认") == "2025-10-09"


def test_a_written_agreement_without_a_seal_is_not_effective_yet() -> None:
    """调解组织印章未加盖的，尚未生效 (PML 29)."""
    answer = ask(QUESTION, matter="linli", form="written", agreed_on="2025-09-01")
    assert (answer.values["effective_on"], answer.proofs) == (None, ())


CONFIRMED = [
    ("linli", {"jointly": False}, "not_joint", "PML 33(1)", "one side alone is not confirmed"),
    ("hunyin", {"about": "status"}, "barred", "CPI 355", "a marriage is not confirmed"),
    ("linli", {"about": "property"}, "barred", "CPI 355", "nor a title to property"),
    ("linli", {"on": "2026-10-08"}, "closed", "CPL 206", "after thirty days the door is shut"),
    (
        *("huanjing", {"kind": "administrative"}, "ask_court", "CPL 205"),
        "of a department's agreement the court must be asked",
    ),
    ("hetong", {"kind": "commercial"}, "open", "COMMERCIAL_MEDIATION 23(1)", "commerce may be"),
]


@pytest.mark.parametrize(
    ("matter", "facts", "word", "article"),
    [r[:4] for r in CONFIRMED],
    ids=[r[4] for r in CONFIRMED],
)
def test_what_a_court_confirms(matter: str, facts: dict[str, Any], word: str, article: str) -> None:
    """司法确认须共同申请、限三十日、不及于身份和确权 (PML 33; CPL 205; CPI 355)."""
    told = {"form": "oral", "agreed_on": "2026-08-31", "on": "2026-09-01", **facts}
    answer = ask(QUESTION, matter=matter, **told)
    assert (answer.values["confirmation"], article in cited(answer)) == (word, True)


def test_a_confirmed_agreement_is_enforced_within_two_years() -> None:
    """履行期间的最后一日起二年，2026年10月3日国庆顺延至8日 (CPL 250)."""
    answer = ask(QUESTION, matter="linli", perform_by="2024-10-03")
    assert last(answer, "经司法确认后申请执行") == "2026-10-08"


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ({}, {"form"}),
        ({"form": "written", "mediator_on": "2026-09-04"}, {"sealed_on"}),
        ({"form": "oral"}, set()),
    ],
)
def test_an_agreement_whose_day_of_effect_cannot_be_told_says_what_is_missing(
    told: dict[str, str], asked: set[str]
) -> None:
    """三十日的司法确认期限自协议生效之日起算 (PML 33)."""
    answer = ask(QUESTION, matter="hunyin", agreed=True, agreed_on="2026-09-04", **told)
    assert {each.field for each in answer.assumed} - {"on"} == asked
