"""制发和移送: what was issued in a dispute, as supervision shows it (ARL 76, 79, 85; RULES 48)."""

from typing import Any

from services.supervision.domain.alert import LEVELS
from services.supervision.pages.issued import REPORTS, Issued, issued_in
from shared.contracts.catalogue import wording
from shared.contracts.fact import Fact
from shared.contracts.reconsideration.aftermath import DecisionCopied, DecisionPublished
from shared.contracts.reconsideration.letters import (
    CorrectionReported,
    CorrectionUnreported,
    LetterUnheeded,
    LiabilityHandedOver,
    OpinionLetterIssued,
    OpinionLetterReceived,
    RecommendationAnswered,
    RecommendationIssued,
    RecommendationUnanswered,
)
from shared.contracts.supervision import AlertLevel

ORGAN = "620702-chengguan"
LETTER = {"opinion_letter_id": "a", "organ": ORGAN}
ADVICE = {"recommendation_id": "b", "organ": ORGAN}


def page(kind: type[Fact], on: str, **findings: object) -> dict[str, Any]:
    """A page as the door of a dispute tells it."""
    name = kind.kind_name()
    return {"kind": name, "term": wording(name).term, "on": on, "findings": findings}


def file(*pages: dict[str, Any], periods: tuple[dict[str, Any], ...] = ()) -> dict[str, Any]:
    return {"office": "reconsideration", "pages": pages, "running": periods, "ended": []}


def shown(*pages: dict[str, Any], periods: tuple[dict[str, Any], ...] = ()) -> list[Issued]:
    return issued_in([file(*pages, periods=periods), {**file(*pages), "office": "mediation"}])


def test_a_letter_says_until_when_it_is_reported_on_and_what_came_of_it() -> None:
    """意见书：送往的机关、收到后六十日的报送期限、是否报送、是否履行 (ARL 76, 77)."""
    issued = page(OpinionLetterIssued, "2026-08-03", **LETTER, flaw="illegal")
    got = page(OpinionLetterReceived, "2026-08-05", **LETTER)
    ran = {"name": REPORTS, "subject": ORGAN, "started_on": "2026-08-06", "until": "2026-10-05T00"}
    earlier = {**ran, "started_on": "2026-05-01", "until": "2026-07-01T00"}
    periods = (earlier, ran)
    [fresh] = shown(issued)
    assert (fresh.organ, fresh.until, fresh.became, fresh.light) == (ORGAN, "", "", "yellow")
    [waiting] = shown(issued, got, periods=periods)
    assert (waiting.until, waiting.light) == ("2026-10-05T00", "yellow")
    for kind, light in (
        *((CorrectionReported, "green"), (CorrectionUnreported, "red"), (LetterUnheeded, "red")),
    ):
        [one] = shown(issued, got, page(kind, "2026-10-06", **LETTER), periods=periods)
        assert (one.became, one.light) == (wording(kind.kind_name()).term, light)
    other = page(CorrectionReported, "2026-10-06", opinion_letter_id="c", organ=ORGAN)
    [alone] = shown(issued, got, other, periods=periods)
    assert alone.became == ""


def test_a_recommendation_says_by_when_an_answer_is_hoped_for_and_whether_it_came() -> None:
    """建议书：希望答复的期限、是否答复；逾期未答复的预警报部门负责人 (RULES 14, 48)."""
    issued = page(RecommendationIssued, "2026-08-03", **ADVICE, answer_by="2026-10-10")
    silent = page(RecommendationUnanswered, "2026-10-11", **ADVICE)
    answered = page(RecommendationAnswered, "2026-10-20", **ADVICE)
    assert [(one.until, one.light) for one in shown(issued)] == [("2026-10-10", "yellow")]
    assert [one.light for one in shown(issued, silent)] == ["red"]
    assert [one.light for one in shown(issued, silent, answered)] == ["green"]
    assert LEVELS[RecommendationUnanswered] is AlertLevel.HEAD


def test_what_is_copied_published_and_handed_over_is_shown_as_it_was_done() -> None:
    """抄告、公开、移送：何日、送往何处，没有答复的期限 (ARL 79, 85, 86)."""
    copied = page(DecisionCopied, "2026-08-05", organ="620700-chengguan")
    public = page(DecisionPublished, "2026-08-04", public_text_id="d")
    over = page(LiabilityHandedOver, "2026-08-06", recipient="supervisory", deed="abuse")
    said = shown(copied, public, over)
    assert [(one.on, one.organ, one.recipient) for one in said] == [
        ("2026-08-04", "", ""),
        ("2026-08-05", "620700-chengguan", ""),
        ("2026-08-06", "", "监察机关"),
    ]
    assert {(one.until, one.light) for one in said} == {("", "grey")}
