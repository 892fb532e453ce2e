"""最终裁决、已经纠正或者撤销的 in plain words: no party is told to sue over it (ARL 10)."""

from collections.abc import Mapping
from datetime import date, datetime

import pytest

from shared.casepage.answers import PageOut
from shared.clock import CITY
from shared.directory import load
from shared.party.standing import says_of
from shared.party.words import STEPS
from shared.party.words.final import FINAL

DELIVERED = "reconsideration.delivered.v1"
SERVED = "reconsideration.decision_served.v1"
AWAITED = "reconsideration.enforcement_awaited.v1"


def read(kind: str, findings: Mapping[str, object]) -> str:
    """What a party reads of a step."""
    page = PageOut(
        version=9,
        kind=kind,
        term="一步",
        on=date(2026, 11, 23),
        at=datetime(2026, 11, 23, 9, tzinfo=CITY),
        by="officer-1",
        findings=dict(findings),
    )
    return says_of(page, STEPS[kind], load())


@pytest.mark.parametrize(
    ("findings", "sues"), [({"final": True}, False), ({"final": False}, True), ({}, True)]
)
def test_a_party_reads_that_it_may_not_sue_over_what_is_final(
    findings: dict[str, bool], *, sues: bool
) -> None:
    """最终裁决的复议决定，当事人读到不能再起诉；其他的、以前的，读到可以起诉 (ARL 10)."""
    said = read(DELIVERED, findings)
    assert ("可以在决定书写明的期限内起诉" in said) is sues
    assert ("不能再起诉" in said) is (not sues)


@pytest.mark.parametrize("kind", sorted(FINAL))
def test_no_step_of_what_is_final_tells_of_days_to_sue(kind: str) -> None:
    """最终裁决送达、重新送达、原来的期限结束，每一步都说不能再起诉，不说另有日子 (ARL 10)."""
    assert "不能再起诉" in read(kind, {"final": True})
    assert "从" not in read(kind, {"final": True})
    assert read(kind, {"final": False}) == STEPS[kind]


@pytest.mark.parametrize("kind", [SERVED, DELIVERED])
@pytest.mark.parametrize(
    ("fell", "says"), [("corrected", "驳回已经改正，申请受理了"), ("annulled", "已经被撤销")]
)
def test_who_is_served_with_what_fell_before_is_not_told_to_sue_over_it(
    kind: str, fell: str, says: str
) -> None:
    """送达以前已经纠正、撤销的，当事人读到不用为它起诉，不读到可以起诉 (RULES 92, 172)."""
    for final in (True, False):
        told = read(kind, {"final": final, fell: True})
        assert says in told
        assert "不用再为它起诉" in told
        assert "可以在决定书写明的期限内起诉" not in told
        assert "要照决定书办" not in told
    assert read(kind, {fell: False}) == STEPS[kind]


def test_who_has_no_days_to_sue_reads_only_until_when_it_performs() -> None:
    """没有起诉期限的（最终裁决、调解书），只说到哪天照做，不说还可以起诉 (ARL 10, 78)."""
    assert "起诉" not in read(AWAITED, {"sue_until": None, "perform_by": "2026-12-10"})
    assert "还可以起诉" in read(AWAITED, {"sue_until": "2026-12-08"})
    assert "起诉" not in STEPS["reconsideration.enforcement_due.v1"]
